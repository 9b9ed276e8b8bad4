"""Brings a database to the newest schema with Alembic, once, however many processes start at the same time.

A new step: edit `models.py`, add `migrations/versions/NNNN_name.py`, and raise HEAD.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from ingest.errors import StorageFault

HEAD = "0002"
FIRST = "0001"
_LOCK = 0x6D616273  # "mabs": the number under which PostgreSQL keeps our advisory lock


def bring_up_to_date(engine: Engine) -> None:
    """Upgrades the schema where it is old. StorageFault for one that a newer release has written.

    `engine` begins transactions that write. Alembic is imported only when there is something to do.
    """
    with engine.begin() as connection:
        if _revision(connection) == HEAD:
            return
        if engine.dialect.name == "postgresql":  # SQLite's write lock is held already
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
        revision = _revision(connection)
        if revision is None and inspect(connection).has_table("conversations"):
            _run(connection, stamp=FIRST)
        elif revision is not None and revision > HEAD:
            raise StorageFault(
                f"A newer release wrote the store (schema {revision}; this one knows {HEAD}).",
                "Upgrade this installation, or restore a backup.",
            )
        if revision != HEAD:
            _run(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _run(connection: Connection, stamp: str = "") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    if stamp:
        command.stamp(config, stamp)
    else:
        command.upgrade(config, "head")
