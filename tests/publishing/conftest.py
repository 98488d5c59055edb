"""The stage on an empty database."""

import pytest

from storage.database import Database
from tests.clocks import ManualClock
from tests.publishing.stage import Stage


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database, ManualClock())
