"""Called by Alembic: runs the steps on the connection that `app.storage.migrate` opened."""

from __future__ import annotations

from alembic import context

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    on_version_apply=attributes["on_version_apply"],
    transaction_per_migration=True,
    transactional_ddl=True,  # true of SQLite as `app.storage.connections` begins its transactions
)
with context.begin_transaction():
    context.run_migrations()
