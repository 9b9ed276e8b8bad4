"""`mabs serve`: the HTTP API. Without an API key it listens on this machine only."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from assistant.api.listening import BACKLOG, listen
from assistant.cli.terminal import complain
from assistant.settings import PREFIX, Settings, load_settings
from ingest.errors import SettingsFault

if TYPE_CHECKING:
    import uvicorn

APPLICATION = "assistant.api.app:create"
PROTOCOL = "assistant.api.protocol:GuardedProtocol"


def run_serve(*, host: str | None = None, port: int | None = None, workers: int | None = None) -> None:
    """Serves until stopped. What is given goes before the settings, for the server processes too.

    SettingsFault when the address can't be listened on, or is wider than loopback and there is no API key.
    """
    overrides = {"SERVE_HOST": host, "SERVE_PORT": port, "SERVE_WORKERS": workers}
    os.environ |= {PREFIX + name: str(value) for name, value in overrides.items() if value is not None}
    settings = load_settings()
    keyless = (_checked_apart if settings.serve_workers > 1 else check_exposure)(settings)
    _check_tls(settings)
    listening = listen(settings.serve_host, settings.serve_port, settings.serve_workers)
    _announce(settings, listening[0], keyless)
    with ExitStack() as stack:
        for one in listening:
            stack.enter_context(one)
        stack.enter_context(_shared_metrics(settings.serve_workers))
        _serve(settings, listening)


def _checked_apart(settings: Settings) -> bool:
    """As `check_exposure`, in a process of its own: one that only watches over servers needs no store, which
    would take 25 MB for as long as they run."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(check_exposure, settings).result()


def check_exposure(settings: Settings) -> bool:
    """Whether there is no API key. SettingsFault when there is none and the address is a wider one."""
    from assistant.api.access import is_loopback
    from assistant.store import Database, KeyStore, store_url
    from ingest.errors import StorageFault

    local = is_loopback(settings.serve_host)
    try:
        database = Database(store_url(settings))
    except StorageFault:
        if local:  # questions are answered without history until the store is back
            return True
        raise
    try:
        keyless = not KeyStore(database).all()
    finally:
        database.close()
    if keyless and not local:
        raise SettingsFault(
            f"Without an API key the server listens on this machine only, not on {settings.serve_host}.",
            "Make a key with `mabs keys create NAME`, or leave MABS_SERVE_HOST at 127.0.0.1.",
        )
    return keyless


def server_config(settings: Settings) -> uvicorn.Config:
    """How uvicorn runs the application."""
    import uvicorn

    tls: dict[str, Any] = {}
    if settings.tls_certificate:
        tls = {"ssl_certfile": settings.tls_certificate, "ssl_keyfile": settings.tls_key}
    return uvicorn.Config(
        APPLICATION,
        factory=True,
        http=PROTOCOL,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        workers=settings.serve_workers,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_graceful_shutdown=settings.drain_seconds,
        timeout_keep_alive=75,
        timeout_worker_healthcheck=30,
        backlog=BACKLOG,
        **tls,
    )


def _serve(settings: Settings, listening: list[socket.socket]) -> None:
    import uvicorn

    from assistant.api.logs import set_up_logging
    from assistant.api.supervisor import Supervisor

    set_up_logging()
    config = server_config(settings)
    if settings.serve_workers > 1:
        Supervisor(config, listening).run()
    else:
        uvicorn.Server(config).run(sockets=listening)


def _check_tls(settings: Settings) -> None:
    if bool(settings.tls_certificate) != bool(settings.tls_key):
        raise SettingsFault("TLS needs both MABS_TLS_CERTIFICATE and MABS_TLS_KEY.")
    for path in (settings.tls_certificate, settings.tls_key):
        if path and not os.access(path, os.R_OK):
            raise SettingsFault(f"The TLS file {path} can't be read.")


def _announce(settings: Settings, listening: socket.socket, keyless: bool) -> None:
    scheme = "https" if settings.tls_certificate else "http"
    host = f"[{settings.serve_host}]" if ":" in settings.serve_host else settings.serve_host
    said = f"mabs: serving on {scheme}://{host}:{listening.getsockname()[1]}"
    if keyless:
        said += " for this machine only: there is no API key (`mabs keys create NAME` makes one)"
    complain(said)  # before the log begins


@contextmanager
def _shared_metrics(workers: int) -> Iterator[None]:
    """Several processes put their numbers together in a folder of their own."""
    if workers == 1:
        yield
        return
    from assistant.api.metrics import DIRECTORY

    folder = tempfile.mkdtemp(prefix="mabs-metrics-")
    os.environ[DIRECTORY] = folder
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
