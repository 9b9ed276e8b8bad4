"""Which kind of statement of an entry a question asks for."""

from __future__ import annotations

import pytest

from assistant.codes.kinds import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how do we check that", "check"),
        ("did that help, how can I tell", "check"),
        ("any side effects?", "cost"),
        ("is it safe", "cost"),
        ("what does it mean", "meaning"),
        ("how come", "cause"),
        ("what next", "step"),
        ("the blue one", None),
    ],
)
def test_the_kind_is_told_by_its_cue(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind
