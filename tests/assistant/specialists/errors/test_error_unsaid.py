"""What neither the entry of an error nor the guide says of its remedy."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.specialists.errors.error_unsaid import consult, skipped
from assistant.understanding.read import read_question


def _said(text: str, entry: str) -> str:
    finding = consult(read_question(text), load_reference().entry(entry))
    return finding.statements[0].text if finding else ""


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("do we have to reboot for that?", ""),
        ("does it need a restart?", "whether a restart is needed"),
        ("how long will this take?", "how long that takes"),
        ("who should do this?", "who may do that"),
        ("do users notice it?", "whether users notice it"),
        ("does that cost extra?", "what that costs"),
    ],
)
def test_it_is_said_that_the_sources_do_not_say(text: str, matter: str) -> None:
    assert matter in _said(text, "mabs-50008")


@pytest.mark.parametrize(
    "text",
    ["how do I check that?", "what next?", "why?", "does SQL 2016 need a restart?", "which port is it?"],
)
def test_other_questions_are_left_to_the_entry(text: str) -> None:
    assert not _said(text, "mabs-50008")


def test_what_the_entry_tells_is_left_to_it() -> None:
    assert not _said("who can do that?", "mabs-33424")


@pytest.mark.parametrize(
    ("text", "entry", "first"),
    [
        ("can't I just skip that?", "mabs-33496", "No. Setup refuses"),
        ("could we go on anyway", "mabs-33494", "No. Setup refuses"),
        ("what do I do about it", "mabs-33496", ""),
        ("can I skip that", "mabs-50008", ""),
    ],
)
def test_what_setup_refuses_is_not_skipped(text: str, entry: str, first: str) -> None:
    finding = skipped(read_question(text), load_reference().entry(entry))
    said = finding.statements[0].text if finding else ""

    assert said.startswith(first)
    assert bool(finding) is bool(first)
