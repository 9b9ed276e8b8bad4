"""Opens the database: SQLite in WAL mode or PostgreSQL, brought to the newest schema; maps its errors."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from assistant.settings import Settings
from assistant.store.migrate import bring_up_to_date
from assistant.store.models import Base
from ingest.errors import StorageFault

CONNECT_SECONDS = 3
"""A PostgreSQL server that doesn't answer in this time counts as down."""

BUSY_SECONDS = 10
"""How long a writer of SQLite waits for another one."""


def sqlite_url(data_dir: Path) -> str:
    """The default store: `conversations.sqlite` in the data folder."""
    return f"sqlite:///{(data_dir / 'conversations.sqlite').as_posix()}"


def store_url(settings: Settings) -> str:
    """The SQLAlchemy URL of the store that the settings name, or of the default one."""
    return settings.store_url or sqlite_url(settings.data_dir)


class Database:
    """An open database. Threads may share it; several processes may have the same one open.

    SQLite has one writer at a time, and lets others look again at longer and longer intervals: the threads of
    a process take turns instead.
    """

    def __init__(self, url: str) -> None:
        """Opens (creates, upgrades) the database at an SQLAlchemy URL. Raises StorageFault."""
        with storage_faults():
            self._engine = _engine(url)
            self._writer = self._engine.execution_options(writes=True)
            self._turn: AbstractContextManager[Any] = (
                threading.Lock() if self.kind == "sqlite" else nullcontext()
            )
            try:
                if _in_memory(self._engine):
                    Base.metadata.create_all(self._writer)
                else:
                    bring_up_to_date(self._writer)
            except BaseException:  # also on Ctrl-C: no connection is left open
                self._engine.dispose()
                raise

    @property
    def engine(self) -> Engine:
        """The engine whose transactions write."""
        return self._writer

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    def close(self) -> None:
        """Gives the connections back."""
        self._engine.dispose()

    def ping(self) -> None:
        """Raises StorageFault unless the database answers."""
        with self.reading() as session:
            session.execute(text("SELECT 1 FROM conversations LIMIT 1"))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction that writes, without the ORM: for what every request does."""
        with self._turn, storage_faults(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that reads."""
        with storage_faults(), Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that writes: on SQLite it has the only write lock from its first moment."""
        with (
            self._turn,
            storage_faults(),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session


@contextmanager
def storage_faults() -> Iterator[None]:
    """Turns the errors of SQLAlchemy and its drivers into StorageFault. No text of a statement gets out."""
    try:
        yield
    except SQLAlchemyError as error:
        lines = str(error.__cause__ or error).splitlines()
        raise StorageFault(
            f"The conversation store can't be used: {lines[0] if lines else type(error).__name__}.",
            "Check the data folder's space and permissions, or MABS_STORE_URL.",
        ) from error


def _in_memory(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite" and engine.url.database in (None, "", ":memory:")


def _engine(url: str) -> Engine:
    kind = make_url(url).get_backend_name()
    if kind == "postgresql":
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})
    if kind != "sqlite":
        raise StorageFault(f"The store can't be kept in {kind}.", "Use a URL of SQLite or PostgreSQL.")
    arguments: dict[str, Any] = {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
    if make_url(url).database in (None, "", ":memory:"):
        arguments["poolclass"] = StaticPool
    engine = create_engine(url, **arguments)
    _prepare_sqlite(engine)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    """WAL, enforced foreign keys, a file for its owner only, and transactions that begin at once."""
    if not _in_memory(engine):
        _create_private(Path(str(engine.url.database)))

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver's own habit begins too late, at the first INSERT
        _use_wal(connection)
        connection.execute("PRAGMA synchronous=NORMAL")  # a kill loses nothing; a power cut may lose a second
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(connection: Any) -> None:
    """Of several processes that turn a new file to WAL at once, SQLite lets one in; the others try again."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                connection.close()
                raise
            time.sleep(0.02)
        else:
            return


def _create_private(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageFault(
            f"The conversation store can't be written: {error}.", "Set MABS_DATA_DIR to a folder you own."
        ) from error
