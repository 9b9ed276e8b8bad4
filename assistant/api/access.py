"""Who calls: API keys with a role, or nobody in particular on the machine itself."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.api.problems import ApiError
from assistant.api.stores import StoreGate
from assistant.store.keys import ApiKey, Role, split_token, verify
from ingest.errors import StorageFault

RELOAD_SECONDS = 1.0
"""A key made or revoked by another process counts from the first request after this time."""

NEW_KEY_SECONDS = 0.1
"""A key that isn't known is looked for again, though no more often than this."""

REMEMBERED = 1000
FORWARDING = (
    b"forwarded",
    b"x-forwarded-for",
    b"x-forwarded-host",
    b"x-forwarded-proto",
    b"x-real-ip",
    b"via",
)
LOCAL_NAMES = frozenset(("localhost", "127.0.0.1", "::1", "[::1]"))
_MAKE_ONE = "Make one with `mabs keys create` and send it as `Authorization: Bearer <key>`."


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls. `key` is the key's id, empty without one; `owner` limits what of the store is seen."""

    key: str = ""
    role: Role = "ask"

    @property
    def owner(self) -> str | None:
        """Whose conversations are seen: an admin's are everybody's."""
        return None if self.role == "admin" else self.key


class KeyRing:
    """The keys of the store, read again every second; kept while the database is down. Thread-safe."""

    def __init__(self, gate: StoreGate) -> None:
        self._gate = gate
        self._keys: Mapping[str, ApiKey] | None = None
        self._read_at = -RELOAD_SECONDS
        self._lock = threading.Lock()
        self._verified: OrderedDict[bytes, str] = OrderedDict()
        self._pepper = secrets.token_bytes(32)

    @property
    def is_stale(self) -> bool:
        """Whether the keys should be read again before they are relied on."""
        return time.monotonic() - self._read_at >= RELOAD_SECONDS

    @property
    def keyless(self) -> bool:
        """Whether no key was ever made, as far as is known. Revoked keys count: a server doesn't reopen."""
        return not self._keys

    @property
    def unknown(self) -> bool:
        """Whether the keys could never be read: the database has been down since the start."""
        return self._keys is None

    def reload(self, seconds: float = RELOAD_SECONDS) -> None:
        """Reads the keys, unless that was so few `seconds` ago. While the store is down, known ones stay."""
        with self._lock:
            if time.monotonic() - self._read_at < seconds:
                return
            with suppress(StorageFault):
                self._keys = self._gate.use(lambda stores: {key.id: key for key in stores.keys.all()})
            self._read_at = time.monotonic()

    def remembered(self, token: str) -> Caller | None:
        """The caller of a token that was verified before and is still valid; cheap."""
        identifier = self._verified.get(self._mark(token))
        key = (self._keys or {}).get(identifier or "")
        return Caller(key.id, key.role) if key and key.state(datetime.now(UTC)) == "valid" else None

    def verify(self, token: str) -> Caller:
        """The caller of a token; some 20 ms of work. ApiError for one that opens nothing."""
        parts = split_token(token)
        if parts and parts[0] not in (self._keys or {}):
            self.reload(NEW_KEY_SECONDS)
        key = (self._keys or {}).get(parts[0]) if parts else None
        if not verify(key, parts[1] if parts else "") or key is None:
            raise ApiError("unauthorized", "This API key is not known.", _MAKE_ONE, headers=_challenge())
        state = key.state(datetime.now(UTC))
        if state != "valid":
            raise ApiError("unauthorized", f"This API key is {state}.", _MAKE_ONE, headers=_challenge())
        with self._lock:
            self._verified[self._mark(token)] = key.id
            while len(self._verified) > REMEMBERED:
                self._verified.popitem(last=False)
        return Caller(key.id, key.role)

    def _mark(self, token: str) -> bytes:
        """What is remembered of a token: nothing that opens anything."""
        return hmac.digest(self._pepper, token.encode("utf-8", "replace"), hashlib.sha256)


def token_of(headers: Mapping[bytes, bytes]) -> str:
    """The key of a request: a bearer token, or the `X-API-Key` header; empty without one."""
    scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()[:300]
    return headers.get(b"x-api-key", b"").decode("latin-1").strip()[:300]


def missing_key() -> ApiError:
    """The problem of a request without a key where one is needed."""
    return ApiError("unauthorized", "The request has no API key.", _MAKE_ONE, headers=_challenge())


def check_local(headers: Mapping[bytes, bytes], client: str, server: str, origins: tuple[str, ...]) -> None:
    """ApiError unless this machine itself calls: no proxy, no other host, no web page from elsewhere."""
    if not (is_loopback(client) and is_loopback(server)):
        raise ApiError("forbidden", "Without an API key this server answers its own machine only.", _MAKE_ONE)
    forwarded = [name.decode() for name in FORWARDING if name in headers]
    if forwarded:
        raise ApiError(
            "forbidden", f"Without an API key no proxy may call ({forwarded[0]} is set).", _MAKE_ONE
        )
    host = host_name(headers.get(b"host", b"").decode("latin-1"))
    if host not in LOCAL_NAMES:  # a name of somebody else's that leads here: DNS rebinding
        raise ApiError("forbidden", "Without an API key the host must be localhost.", _MAKE_ONE)
    origin = headers.get(b"origin", b"").decode("latin-1")
    if origin and origin not in origins and host_name(origin.partition("://")[2]) not in LOCAL_NAMES:
        raise ApiError("forbidden", "Web pages from elsewhere may not call.", "See MABS_CORS_ORIGINS.")


def host_name(host: str) -> str:
    """The host without its port, in lower case."""
    name = host.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0] if name.count(":") <= 1 else name


def is_loopback(address: str) -> bool:
    """Whether an address (or `localhost`) is this machine's own. Empty: a socket of the machine."""
    if address in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _challenge() -> dict[str, str]:
    return {"www-authenticate": "Bearer"}
