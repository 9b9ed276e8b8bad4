"""The documents that a message asks for beside a code."""

from __future__ import annotations

import pytest

from assistant.answer import Finding, Statement
from assistant.codes.error_documents import told, without_request


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("which article has id 33424?", "id 33424"),
        ("where does microsoft describe 30111", "30111"),
        ("source for id 52?", "id 52"),
        ("id 270, which doc?", "id 270"),
        ("0x80070005 where is that documented", "0x80070005"),
    ],
)
def test_the_request_is_taken_off_its_code(text: str, rest: str) -> None:
    assert without_request(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "id 33424, what is the cause",
        "event 517 source?",
        "id 52, which page of the wizard",
        "30111 where is the log written up",
        "id 52 data source?",
        "which doc?\nID 52",
    ],
)
def test_pages_of_the_product_and_sources_of_events_are_no_documents(text: str) -> None:
    assert without_request(text) is None


def test_nothing_is_told_without_an_entry() -> None:
    assert told(Finding("codes", "abstained", (Statement("None.", (), "verdict"),), 1.0)) is None
