"""A database is brought to the newest schema once, whoever comes first; models and steps say the same."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

import assistant.store.migrate as migrate
from assistant.store import ConversationStore, Database, sqlite_url
from assistant.store.models import Base
from ingest.errors import StorageFault

MIGRATIONS = Path(migrate.__file__).parent / "migrations"


def test_the_steps_make_exactly_the_models(store_url: str) -> None:
    database = Database(store_url)
    with database.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    database.close()
    assert differences == []


def test_the_head_is_the_last_step() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == migrate.HEAD


def test_a_database_of_the_first_release_keeps_its_conversations(store_url: str) -> None:
    """The first release made its three tables without noting a revision."""
    engine = create_engine(store_url)
    with engine.begin() as connection:
        _first_schema(connection)
        connection.execute(
            text(
                "INSERT INTO conversations (id, title, created, updated)"
                " VALUES ('c1', 'kept', '2026-01-01 00:00:00', '2026-01-01 00:00:00')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO messages (id, conversation_id, position, question, answer, facts, created)"
                " VALUES ('m1', 'c1', 0, 'how much RAM', '{}', '{}', '2026-01-01 00:00:00')"
            )
        )
    engine.dispose()
    store = ConversationStore(store_url)
    assert [message.question for message in store.messages("c1")] == ["how much RAM"]
    assert store.conversation("c1").owner == ""
    store.close()


def test_a_newer_schema_is_refused_and_left_alone(store_url: str) -> None:
    Database(store_url).close()
    engine = create_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageFault, match="newer release"):
        Database(store_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    engine.dispose()


def test_ten_at_once_upgrade_once(store_url: str) -> None:
    faults: list[BaseException] = []
    barrier = threading.Barrier(10)

    def open_it() -> None:
        barrier.wait()
        try:
            Database(store_url).close()
        except BaseException as error:  # noqa: BLE001  # handed to the test's own thread
            faults.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    engine = create_engine(store_url)
    assert "quotas" in inspect(engine).get_table_names()
    engine.dispose()


def test_a_step_goes_back_as_well(store_url: str) -> None:
    from alembic import command
    from alembic.config import Config

    database = Database(store_url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert not inspect(connection).has_table("conversations")
    database.close()


def test_an_unusable_place_is_a_storage_fault(tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite").mkdir()
    with pytest.raises(StorageFault):
        Database(sqlite_url(tmp_path))
    (tmp_path / "text").write_text("no database, but long enough to be mistaken for one" * 10)
    with pytest.raises(StorageFault):
        Database(f"sqlite:///{tmp_path / 'text'}")


def test_other_databases_are_refused() -> None:
    with pytest.raises(StorageFault, match="mysql"):
        Database("mysql+pymysql://localhost/x")


def _first_schema(connection: object) -> None:
    """The tables as step 0001 makes them, without its mark."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    connection.execute(text("DROP TABLE alembic_version"))  # type: ignore[attr-defined]
