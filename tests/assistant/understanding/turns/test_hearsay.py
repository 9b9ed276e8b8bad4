"""What somebody else is said to claim."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.hearsay import claimed, passes_for, without_offers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ingrid says it's the same row as 2014 so we're safe", ""),
        ("our dba thinks it counts as 2016", "it"),
        ("the reseller insists it will do", "it will do"),
        ("my boss told me local backups go on because the disk is here", "local backups go on"),
        ("according to our MSP, it's supported", "it's supported"),
        ("someone told us backup to disk still runs", "backup to disk still runs"),
    ],
)
def test_a_claim_is_told_without_what_it_is_held_against(text: str, said: str) -> None:
    assert claimed(text) == said


@pytest.mark.parametrize(
    "text",
    ["the portal says expired", "Azure says deprovisioned", "setup says 4387", "my boss wants a report"],
)
def test_what_a_screen_or_a_wish_says_is_no_claim(text: str) -> None:
    assert claimed(text) is None


@pytest.mark.parametrize(
    "text", ["but it can be handled like 2016, no?", "what if i call it 2014", "can't it count as 2016?"]
)
def test_what_is_taken_for_another_stays_what_it_is(text: str) -> None:
    assert passes_for(text)


@pytest.mark.parametrize("text", ["is SharePoint handled like SQL?", "call the vendor?", "and 2016?"])
def test_another_question_takes_nothing_for_another(text: str) -> None:
    assert not passes_for(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("How much RAM at least? Our vendor quoted 64 GB and I suspect upselling.", "How much RAM at least?"),
        ("Which image? A reseller offered an A4, I think that is too big", "Which image?"),
        ("The partner proposed 16 GB, overkill I'd say. Is a domain needed?", "Is a domain needed?"),
    ],
)
def test_an_offer_that_is_doubted_is_no_machine_of_the_asker(text: str, rest: str) -> None:
    assert without_offers(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Our vendor quoted 1 core and 2 GB. Enough for MABS?",
        "The vendor offered 4 cores, is that too much?",
        "A customer sends 40 TB, too much for one vault?",
        "Our vendor quoted 64 GB and I suspect upselling",
    ],
)
def test_an_offer_that_is_asked_about_stays(text: str) -> None:
    assert without_offers(text) == text
