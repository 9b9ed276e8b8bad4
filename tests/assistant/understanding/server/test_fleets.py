"""Servers that messages tell apart by name, and the names by which later turns speak of them."""

from __future__ import annotations

import pytest

from assistant.understanding.server.fleet_names import is_other, named_in
from assistant.understanding.server.fleets import fleet_of

UP, EXPIRED, ACTIVE, GONE = (
    "server connected",
    "subscription expired",
    "subscription active",
    "subscription deprovisioned",
)


def told(*messages: str) -> dict[str, str]:
    return {server.name: server.content for server in fleet_of(messages)}


@pytest.mark.parametrize(
    ("messages", "servers"),
    [
        (
            ("turin expired, lyon active, both online",),
            {"turin": f"{EXPIRED}, {UP}", "lyon": f"{ACTIVE}, {UP}"},
        ),
        (("04 is expired, 05 is active",), {"04": EXPIRED, "05": ACTIVE}),
        (
            ("BKP-A: deprovisioned/online", "BKP-B: active/online"),
            {"BKP-A": f"{GONE}, {UP}", "BKP-B": f"{ACTIVE}, {UP}"},
        ),
        (("Expired in Turin, active in Lyon.",), {"Turin": EXPIRED, "Lyon": ACTIVE}),
        (
            ("the lab has link, the mill no link since 3 weeks; all active",),
            {"lab": f"{ACTIVE}, {UP}", "mill": f"{ACTIVE}, server offline since 3 weeks"},
        ),
        (
            ("one server in Turin: lapsed", "other in Lyon: active"),
            {"Turin": "subscription lapsed", "Lyon": ACTIVE},
        ),
        (
            ("turin expired, lyon active", "turin was renewed, lyon expired"),
            {"turin": ACTIVE, "lyon": EXPIRED},
        ),
    ],
)
def test_servers_are_told_apart(messages: tuple[str, ...], servers: dict[str, str]) -> None:
    assert told(*messages) == servers


@pytest.mark.parametrize(
    "message",
    [
        "sub expired, server online",
        "it expired on Monday, active again since Tuesday",
        "the server reaches Azure fine, subscription active",
        "3 servers expired, 2 servers active",
        "is turin expired? is lyon active?",
        "subscription (shared): active, MABS online",
        "error 5 is active, error 6 expired",
        "both boxes are expired and online",
        "if the sub is expired and the server offline",
    ],
)
def test_one_server_or_none_is_no_fleet(message: str) -> None:
    assert told(message) == {}


FLEET = fleet_of(["MABS-01 expired, MABS-02 active, both online"])
LETTERS = fleet_of(["A is expired, B is active"])
PLACES = fleet_of(["turin expired", "lyon active"])
UNITS = fleet_of(["unit 1 expired", "unit 2 active"])


@pytest.mark.parametrize(
    ("servers", "text", "names", "rest"),
    [
        (FLEET, "and on 02?", ["MABS-02"], "and?"),
        (FLEET, "backup 1?", ["MABS-01"], "backup?"),
        (FLEET, "does one restore", ["MABS-01"], "does the server restore"),
        (FLEET, "backup MABS-02 and MABS-01?", ["MABS-02", "MABS-01"], "backup and?"),
        (LETTERS, "restore on B", ["B"], "restore"),
        (PLACES, "so backups in lyon?", ["lyon"], "so backups?"),
        (PLACES, "turin's disk backup", ["turin"], "disk backup"),
        (UNITS, "unit 2 backup?", ["unit 2"], "backup?"),
    ],
)
def test_a_turn_names_them(servers: list, text: str, names: list[str], rest: str) -> None:  # type: ignore[type-arg]
    named, left = named_in(text, servers)

    assert [server.name for server in named] == names
    assert " ".join(left.split()).replace(" ?", "?") == rest


@pytest.mark.parametrize(
    ("servers", "text"),
    [
        (FLEET, "2 disks of 1 TB?"),
        (FLEET, "is 2 TB enough?"),
        (FLEET, "one backup a day?"),
        (FLEET, "which one?"),
        (LETTERS, "is a backup running?"),
        (PLACES, "what about rome?"),
        (fleet_of(["test expired", "prod active"]), "how do I test it?"),
    ],
)
def test_a_figure_or_a_plain_word_names_none(servers: list, text: str) -> None:  # type: ignore[type-arg]
    assert named_in(text, servers)[0] == []


def test_the_other_is_spoken_of() -> None:
    assert is_other("and on the other one?")
    assert not is_other("any other limits?")


def test_a_part_that_two_names_share_names_neither_of_them() -> None:
    first, second = servers = fleet_of(("BKP-A: deprovisioned/online", "BKP-B: active/online"))
    assert first.keys & second.keys == set()
    assert named_in("bkp?", servers)[0] == []
    assert named_in("bkp-b?", servers)[0] == [second]
