"""Alembic's steps: how a database comes from one schema to the next."""
