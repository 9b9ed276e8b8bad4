"""Alembic's way in: runs the steps on the connection that `assistant.store.migrate` hands over."""

from alembic import context

from assistant.store.models import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
