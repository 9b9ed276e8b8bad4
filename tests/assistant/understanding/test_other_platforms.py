"""The other products and platforms that a question may be on."""

from __future__ import annotations

import pytest

from assistant.understanding.other_platforms import ELSEWHERE, Elsewhere, elsewhere


@pytest.mark.parametrize(
    ("question", "other", "rest"),
    [
        ("DPM 2022 with SQL elsewhere?", Elsewhere.DPM, "MABS with SQL elsewhere?"),
        ("System Center DPM 2019: is a DC fine", Elsewhere.DPM, "MABS: is a DC fine"),
        ("scdpm: is a DC fine", Elsewhere.DPM, "MABS: is a DC fine"),
        ("MABS on a normal Azure VM, how much memory", Elsewhere.AZURE, "MABS, how much memory"),
        ("MABS in Azure, not on Stack: days on disk?", Elsewhere.AZURE, "MABS: days on disk?"),
        ("on-prem MABS: which .NET", Elsewhere.ON_PREMISES, "MABS: which .NET"),
        ("backup server on esxi: which image", Elsewhere.ON_PREMISES, "backup server: which image"),
        ("MABS on a VMware host, RAM?", Elsewhere.ON_PREMISES, "MABS, RAM?"),
        ("could we place MABS on a hyper-v host", Elsewhere.ON_PREMISES, ""),
    ],
)
def test_another_matter(question: str, other: Elsewhere, rest: str) -> None:
    told = elsewhere(question, {})
    assert told is not None
    assert told.other is other
    assert told.rest.replace(" ,", ",") == rest


@pytest.mark.parametrize(
    "question",
    [
        "dpm with remote SQL ok?",
        "is MABS the same as DPM 2019?",
        "we migrate from DPM 2016 to MABS",
        "DPM 2016 is here too, can MABS protect SQL 2014?",
        "can MABS protect azure vms",
        "can MABS back up on-prem servers",
        "do I select On-premises in the portal for MABS",
        "MABS on an Azure Stack vm",
        "MABS sends its data to public Azure",
    ],
)
def test_the_guides_own_matter(question: str) -> None:
    assert elsewhere(question, {}) is None


def test_it_goes_on_over_a_talk_until_the_own_matter_is_named() -> None:
    left = {ELSEWHERE: "a server on-premises"}
    carried = elsewhere("how many days on disk?", left)
    assert carried is not None
    assert carried.other is Elsewhere.ON_PREMISES
    assert elsewhere("and for MABS?", left) is None
    back = elsewhere("and back on Azure Stack?", left)
    assert back is not None
    assert (back.other, back.rest) == (None, "")


def test_where_nothing_else_is_said_nothing_is_left() -> None:
    told = elsewhere("and with DPM 2019 instead?", {})
    assert told is not None
    assert told.rest == ""


def test_the_platform_of_what_is_to_be_protected_is_not_the_servers() -> None:
    assert elsewhere("does the backup server handle guests on Hyper-V", {}) is None
    assert elsewhere("is the backup server supported on Hyper-V", {}) is not None
