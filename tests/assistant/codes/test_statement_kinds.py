"""Which kind of statement of an entry a question asks for."""

from __future__ import annotations

import pytest

from assistant.codes.statement_kinds import bare_ask, kind_of


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("so what do i do now, reinstall everything?", "step"),
        ("what can we do about it", "step"),
        ("remedy?", "step"),
        ("options?", "step"),
        ("hm. root cause?", "cause"),
        ("and the reason", "cause"),
        ("what do i do with the disks", None),
        ("which port", None),
        ("do it now", None),
        ("it came back", None),
    ],
)
def test_nothing_but_the_remedy_or_the_reason_is_asked(text: str, kind: str | None) -> None:
    assert bare_ask(text) == kind
