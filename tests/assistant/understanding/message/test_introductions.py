"""Words at the start of a question that only tell who asks."""

from __future__ import annotations

import pytest

from assistant.understanding.message.introductions import without_introduction


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("WSUS guy here. why Microsoft Update?", "why Microsoft Update?"),
        ("hi, Exchange admin here: which .NET?", "which .NET?"),
        ("as the SCCM admin, may I update it?", "may I update it?"),
        ("dba here - where must the instance be?", "where must the instance be?"),
        ("our network team here, which URLs?", "which URLs?"),
    ],
)
def test_who_asks_is_left_out(text: str, rest: str) -> None:
    assert without_introduction(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "is the admin here allowed to install?",
        "here is what we have: A1, workgroup",
        "firewall guy asks: is this URL on the list?",
        "the SQL team. who installs?",
        "as the server is in a workgroup, can I install?",
        "admin here",
    ],
)
def test_what_tells_of_the_matter_stays(text: str) -> None:
    assert without_introduction(text) == text


def test_the_level_of_a_support_desk_is_no_line() -> None:
    assert without_introduction("[support 2nd line] is it listed?") == "[helpdesk] is it listed?"
    assert without_introduction("our second line is down") == "our second line is down"
