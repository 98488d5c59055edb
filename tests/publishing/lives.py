"""What random lives share: a database for each, and what may become of a row that waits."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from model.outbox import RowState
from storage.database import Database

row_events = st.tuples(
    st.just("row"),
    st.sampled_from(
        [
            (RowState.SENT, False),
            (RowState.FAILED, False),
            (RowState.UNCERTAIN, True),
            (RowState.SENDING, False),
            (RowState.PENDING, True),
        ]
    ),
)
"""The state a row gets, and whether it was once in flight with no answer."""


@asynccontextmanager
async def database_of_its_own(migrated: Path) -> AsyncIterator[Database]:
    """Fixtures are made once for all examples of a test; a life wants an empty database."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "keruen.db"
        shutil.copy(migrated, file)
        database = Database(f"sqlite+aiosqlite:///{file}")
        try:
            yield database
        finally:
            await database.close()
