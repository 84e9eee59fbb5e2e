"""Alembic's entry: migrations run on the connection that the program hands over, inside its transaction."""

from alembic import context
from sqlmodel import SQLModel

from reinsert_cli.store import carried_tables, import_tables, pathway_tables, project_tables, tables  # noqa: F401  (they fill the metadata)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
