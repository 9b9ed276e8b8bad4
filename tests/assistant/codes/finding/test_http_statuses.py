"""Statuses of HTTP and replies of mail servers."""

from __future__ import annotations

import pytest

from assistant.codes.finding.http_statuses import find_http, find_mail


def http(text: str) -> list[str]:
    return [text[start:end] for start, end in find_http(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we get 429 from management.azure.com", ["429"]),
        ("the proxy hands us a 502 as soon as it starts", ["502"]),
        ("the portal shows 500, after refresh 503", ["500", "503"]),
        ('"(401) Unauthorized" on login, "(503) Server Unavailable" later', ["401", "503"]),
        ("GET https://x.org/vaults HTTP/1.1 403", ["403"]),
    ],
)
def test_statuses_are_told_in_talk_of_the_web(text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(http(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "we get 429 items from the portal",
        "the proxy gives 500 MB a day",
        "the job shows 500, then 503",  # nothing of the web
        "the portal shows 360",
        "(503) 555-0199 is the portal's hotline",
    ],
)
def test_amounts_and_other_numbers_are_none(text: str) -> None:
    assert http(text) == []


def test_a_mail_server_replies() -> None:
    text = "the mail server bounced it with 550"

    assert [text[start:end] for start, end in find_mail(text)] == ["550"]
