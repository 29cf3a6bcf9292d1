"""Alembic's entry: the step runs inside the transaction that `store.schema` has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
