"""The message of a related entry that stands beside the number of an event."""

from __future__ import annotations

import pytest

from assistant.codes.quoted_message import quoted_related
from assistant.codes.reference import load_reference
from assistant.codes.specialist import consult

REFERENCE = load_reference()
EVENT = REFERENCE.entry("event-8193-vss")


@pytest.mark.parametrize(
    "text",
    [
        "Event 8193 of VSS says the XML document is too long, which directory is to be emptied?",
        "event id 8193: xml document is too long. what do I delete",
    ],
)
def test_the_quoted_message_tells_the_entry(text: str) -> None:
    first, second = consult(text, REFERENCE)

    assert first.verdicts[0].rule == "hresult-0x80070018"
    assert "TemporaryInternetFiles" in first.statements[1].text
    assert second.statements[0].text.startswith("Event 8193 itself")


@pytest.mark.parametrize("text", ["event 8193", "the document on event 8193 is long, where is it?"])
def test_without_the_message_nothing_is_quoted(text: str) -> None:
    assert quoted_related(EVENT, text, REFERENCE) is None


def test_an_id_of_the_product_is_told_itself() -> None:
    (finding,) = consult("error 319 on the agent push, the RPC server is unavailable", REFERENCE)

    assert finding.verdicts[0].rule == "mabs-319"
