"""Which product a turn takes over from the turn before, and in which version."""

from __future__ import annotations

import pytest

from assistant.understanding.product.carried_products import steps_of_version
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.reading import Reading


def chain(specialist: str, *questions: str) -> Reading:
    """The reading of the last question, after the others."""
    facts: dict[str, object] = {}
    for question in questions[:-1]:
        facts = facts_of(read_question(question, facts), specialist, ("Some section",))
    return read_question(questions[-1], facts)


@pytest.mark.parametrize(
    ("reply", "family", "pack"),
    [
        ("sql, with sp1", "sql-server", 1),
        ("sql server", "sql-server", None),
        ("windows", "windows-server", None),
        ("the server", "windows-server", None),
        ("sharepoint farm", "sharepoint", None),
    ],
)
def test_a_product_takes_the_version_along_that_was_told_without_one(
    reply: str, family: str, pack: int | None
) -> None:
    (product,) = chain("protection", "is 2012 ok to protect?", reply).products
    assert (product.family, product.version, product.service_pack) == (family, "2012", pack)


def test_a_new_question_on_a_product_takes_no_version_along() -> None:
    reading = chain(
        "protection", "is 2012 ok to protect?", "how do I install the agent on a windows machine?"
    )
    assert all(not product.version for product in reading.products)


def test_a_pack_alone_takes_the_version_of_its_product_along() -> None:
    (product,) = chain("protection", "is SQL 2012 listed?", "sql with sp1").products
    assert (product.family, product.version, product.service_pack) == ("sql-server", "2012", 1)

    (other,) = chain("protection", "is Windows Server 2012 listed?", "sql with sp1").products
    assert not other.version


@pytest.mark.parametrize(
    ("turn", "edition", "pack"),
    [
        ("it's the essentials edition", "Essentials", None),
        ("and the files?", "", None),
        ("datacenter one", "Datacenter", None),
    ],
)
def test_an_edition_is_told_of_the_product_before(turn: str, edition: str, pack: int | None) -> None:
    (product,) = chain("protection", "is windows server 2016 protected?", turn).products
    assert (product.version, product.edition, product.service_pack) == ("2016", edition, pack)


def test_the_service_pack_stays_with_its_product() -> None:
    (product,) = chain("protection", "is SQL 2012 SP1 listed?", "and its databases").products
    assert product.service_pack == 1


def test_a_release_that_was_never_listed_is_a_version_all_the_same() -> None:
    (product,) = chain("protection", "sharepoint 2013?", "and 2007").products
    assert (product.family, product.version) == ("sharepoint", "2007")


def test_files_of_a_machine_are_those_of_its_windows() -> None:
    (product,) = chain(
        "protection", "is active directory on a 2016 vm in?", "files on that machine?"
    ).products
    assert (product.family, product.version) == ("windows-server", "2016")


@pytest.mark.parametrize(
    ("turn", "version"), [("and R2", "2012 R2"), ("r2 i mean", "2012 R2"), ("and SP1", "2012")]
)
def test_a_second_release_is_one_of_the_version_before(turn: str, version: str) -> None:
    (product,) = chain("protection", "is Windows Server 2012 in?", turn).products
    assert product.version == version


def test_windows_alone_is_the_family() -> None:
    (product,) = chain("protection", "is SQL 2016 in?", "windows then?").products
    assert (product.family, product.version) == ("windows-server", "")


@pytest.mark.parametrize(
    ("before", "text", "version"),
    [
        ("is Windows Server 2012 R2 listed?", "and the version before that?", "2012"),
        ("is SQL Server 2014 listed?", "its successor?", "2016"),
        ("is SharePoint 2010 listed?", "what about the previous release", "2007"),
    ],
)
def test_a_step_leads_to_the_next_version(before: str, text: str, version: str) -> None:
    facts = facts_of(read_question(before), "protection", ())

    assert [product.version for product in read_question(text, facts).products] == [version]


@pytest.mark.parametrize(
    "text", ["back up before that", "what comes next?", "who is the successor of our admin in the team here"]
)
def test_other_steps_are_none_of_versions(text: str) -> None:
    assert steps_of_version(text) == 0
