"""Whether a thing is meant as what is protected, or as the backup server."""

from __future__ import annotations

import pytest

from assistant.understanding.product.intended_role import role_meant
from assistant.understanding.reading import Role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I mean as a client, not as the server", Role.PROTECTED),
        ("no i meant to back it up", Role.PROTECTED),
        ("rather as the source", Role.PROTECTED),
        ("i mean for installing MABS on, not for protection", Role.HOST),
        ("as the machine MABS runs on, i mean", Role.HOST),
        ("for the backup server itself", Role.HOST),
        ("as domain admin?", None),
        ("to azure", None),
        ("for the boss", None),
    ],
)
def test_the_part_that_is_meant(text: str, role: Role | None) -> None:
    assert role_meant(text) is role
