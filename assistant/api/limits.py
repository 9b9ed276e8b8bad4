"""How much one caller may ask for: requests a minute over all processes, requests in flight in this one."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from assistant.api.problems import ApiError
from assistant.api.stores import StoreGate
from ingest.errors import StorageFault

SHARE = 20
"""A process takes a twentieth of the minute's requests at a time from the store."""

FAILURES_A_MINUTE = 30
"""Wrong keys from one address; each costs some 20 ms of work."""


@dataclass(slots=True)
class _Minute:
    """What this process has taken of a caller's minute and not yet used, and whether all is taken."""

    minute: int
    left: int = 0
    taken: int = 0
    empty: bool = False


class Limits:
    """The limits of one server process. Called from the event loop only, but for `take`."""

    def __init__(
        self, gate: StoreGate, per_minute: int, in_flight: int, clock: Callable[[], float] = time.time
    ) -> None:
        self._gate = gate
        self._per_minute = per_minute
        self._in_flight_limit = in_flight
        self._clock = clock
        self._minutes: dict[str, _Minute] = {}
        self._in_flight: Counter[str] = Counter()
        self._failures: Counter[tuple[str, int]] = Counter()

    def count(self, who: str) -> bool:
        """Counts a request against what is taken; False: take more first. ApiError at the limit."""
        known = self._minute(who)
        if known.left:
            known.left -= 1
            return True
        if known.empty:
            raise self._until_next_minute(f"{self._per_minute} requests a minute are the limit.")
        return False

    def take(self, who: str) -> int:
        """Takes a share of the minute from the store; while it is down, this process counts for itself."""
        share = max(1, self._per_minute // SHARE)
        minute = int(self._clock() // 60)
        try:
            return self._gate.use(lambda stores: stores.quotas.take(who, minute, share, self._per_minute))
        except StorageFault:
            return max(0, min(share, self._per_minute - self._minute(who).taken))

    def add(self, who: str, taken: int) -> None:
        """Adds what `take` returned."""
        known = self._minute(who)
        known.left += taken
        known.taken += taken
        known.empty = taken == 0

    def enter(self, who: str) -> None:
        """One more in flight. ApiError when that is one too many."""
        if self._in_flight[who] >= self._in_flight_limit:
            raise ApiError(
                "too-many-requests",
                f"{self._in_flight_limit} requests are in flight already.",
                headers={"retry-after": "1"},
            )
        self._in_flight[who] += 1

    def leave(self, who: str) -> None:
        """One less."""
        self._in_flight[who] -= 1
        if self._in_flight[who] <= 0:
            del self._in_flight[who]

    def failed(self, address: str) -> None:
        """Notes a wrong key."""
        minute = int(self._clock() // 60)
        self._failures[address, minute] += 1
        for old in [entry for entry in self._failures if entry[1] != minute]:
            del self._failures[old]

    def check_failures(self, address: str) -> None:
        """ApiError for an address that has tried too many wrong keys."""
        if self._failures[address, int(self._clock() // 60)] >= FAILURES_A_MINUTE:
            raise self._until_next_minute(f"{FAILURES_A_MINUTE} wrong API keys came from this address.")

    def _minute(self, who: str) -> _Minute:
        minute = int(self._clock() // 60)
        known = self._minutes.get(who)
        if known is None or known.minute != minute:
            if len(self._minutes) > 10_000:
                self._minutes.clear()
            known = self._minutes[who] = _Minute(minute)
        return known

    def _until_next_minute(self, why: str) -> ApiError:
        seconds = max(1, 60 - int(self._clock() % 60))
        return ApiError("too-many-requests", why, headers={"retry-after": str(seconds)})
