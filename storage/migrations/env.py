"""Run by Alembic on the connection that `storage/schema.py` hands over."""

from alembic import context

from storage.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction holds the whole climb
)
context.run_migrations()
