"""The town, once on each kind of database."""

import pytest

from storage.database import Database
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def town(database: Database, clock: ManualClock) -> Town:
    return Town(database, clock, admin_ids={9})


@pytest.fixture
def person(town: Town) -> Person:
    return town.person()
