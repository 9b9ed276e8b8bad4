"""`mabs keys`: API keys of the server: made, listed, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import cast, get_args

from assistant.cli.terminal import complain, say, say_json
from assistant.settings import load_settings
from assistant.store import ApiKey, Database, KeyStore, Role, store_url
from ingest.errors import InputError

ROLES = get_args(Role)


def run_keys_create(name: str, *, role: str = "ask", days: int | None = None) -> None:
    """Makes a key and prints its token, once, on standard output. `days`: until it expires; None: never."""
    if role not in ROLES:
        raise InputError(f"There is no role {role!r}.", f"Roles: {', '.join(ROLES)}.")
    if days is not None and days < 1:
        raise InputError("A key lasts one day at least.")
    if not name.strip():
        raise InputError("A key needs a name.", "Name who uses it, such as the helpdesk system.")
    with _keys() as keys:
        key, token = keys.create(name.strip(), cast(Role, role), days)
    say(token)
    until = f"until {key.expires:%Y-%m-%d}" if key.expires else "until it is revoked"
    complain(f"Key {key.id} ({key.role}) is valid {until}. It is shown this once: keep it where secrets are.")


def run_keys_list(*, as_json: bool = False) -> None:
    """Prints the keys, never their secrets."""
    with _keys() as keys:
        found = keys.all()
    now = datetime.now(UTC)
    if as_json:
        say_json([_plain(key, now) for key in found])
        return
    for key in found:
        until = f"{key.expires:%Y-%m-%d}" if key.expires else "-"
        say(f"{key.id}  {key.role:5}  {key.state(now):7}  {key.created:%Y-%m-%d}  {until:10}  {key.name}")
    if not found:
        complain("There are no keys: the server listens on this machine only.")


def run_keys_revoke(identifier: str) -> None:
    """Takes a key back; running servers refuse it within a second. NotFound without such a key."""
    with _keys() as keys:
        keys.revoke(identifier)
    complain(f"Key {identifier} is revoked.")


@contextmanager
def _keys() -> Iterator[KeyStore]:
    database = Database(store_url(load_settings()))
    try:
        yield KeyStore(database)
    finally:
        database.close()


def _plain(key: ApiKey, now: datetime) -> dict[str, str | None]:
    return {
        "id": key.id,
        "name": key.name,
        "role": key.role,
        "state": key.state(now),
        "created": key.created.isoformat(),
        "expires": key.expires.isoformat() if key.expires else None,
        "revoked": key.revoked.isoformat() if key.revoked else None,
    }
