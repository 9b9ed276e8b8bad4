"""API keys: made, listed and revoked; kept as argon2 hashes only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from assistant.masking import mask_secrets
from assistant.store.database import Database
from assistant.store.faults import NotFound
from assistant.store.models import KeyRow

if TYPE_CHECKING:
    from argon2 import PasswordHasher

Role = Literal["ask", "admin"]
MARK = "mabs"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key without its secret. `digest` is the argon2 hash of it."""

    id: str
    name: str
    role: Role
    digest: str
    created: datetime
    expires: datetime | None
    revoked: datetime | None

    def state(self, now: datetime) -> Literal["valid", "expired", "revoked"]:
        """Whether it opens anything at `now`."""
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= now else "valid"


class KeyStore:
    """The API keys of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, role: Role, days: int | None = None) -> tuple[ApiKey, str]:
        """A new key and its token, which can't be had again. `days`: until it expires; None: never."""
        now = datetime.now(UTC)
        identifier, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
        row = KeyRow(
            id=identifier,
            name=mask_secrets(name)[:100],
            role=role,
            digest=_hasher().hash(secret),
            created=now,
            expires=now + timedelta(days=days) if days is not None else None,
            revoked=None,
        )
        with self._database.writing() as session:
            session.add(row)
        return _key(row), f"{MARK}_{identifier}_{secret}"

    def all(self) -> list[ApiKey]:
        """Every key, the oldest first, revoked and expired ones included."""
        with self._database.reading() as session:
            return [_key(row) for row in session.scalars(select(KeyRow).order_by(KeyRow.created, KeyRow.id))]

    def revoke(self, identifier: str) -> None:
        """Takes a key back for good. NotFound when there is none of that id."""
        with self._database.writing() as session:
            row = session.get(KeyRow, identifier)
            if row is None:
                raise NotFound(f"There is no key {identifier}.", "`mabs keys list` shows them.")
            row.revoked = row.revoked or datetime.now(UTC)


def split_token(token: str) -> tuple[str, str] | None:
    """A token's key id and secret, or None for what isn't shaped like one."""
    mark, _, rest = token.partition("_")
    identifier, _, secret = rest.partition("_")
    return (identifier, secret) if mark == MARK and identifier and secret else None


def verify(key: ApiKey | None, secret: str) -> bool:
    """Whether `secret` is the key's; takes as long for one that doesn't exist. Constant-time."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(key.digest if key else _nobody(), secret) and key is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    """Light parameters: a secret has 256 random bits, which no number of guesses exhausts."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe(32))


def _key(row: KeyRow) -> ApiKey:
    role: Role = "admin" if row.role == "admin" else "ask"
    return ApiKey(row.id, row.name, role, row.digest, row.created, row.expires, row.revoked)
