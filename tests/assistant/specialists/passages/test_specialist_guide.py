"""Answers from the guide's text and from the error reference, over the shipped index."""

from __future__ import annotations

import pytest

from assistant.answer import Finding
from assistant.assistant import Assistant
from assistant.specialists.errors import symptoms
from assistant.specialists.passages import guide
from assistant.understanding.read import read_question
from ingest.documents import ERRORS


def consult(assistant: Assistant, question: str) -> Finding:
    """What the guide says to a question."""
    knowledge = assistant.knowledge
    query = read_question(question).plain
    return guide.consult(
        knowledge.retriever(), query, knowledge.search(query, ["guide"]), knowledge.intents(query)
    )


def symptom(assistant: Assistant, question: str) -> Finding | None:
    """What the error reference says to a question."""
    knowledge = assistant.knowledge
    reading = read_question(question)
    return symptoms.consult(reading, reading.plain, knowledge, knowledge.search(reading.plain, ["guide"]))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("which screen asks for the scratch location?", "Installation Settings"),
        ("what command tells whether the server reaches Azure?", "Get-DPMCloudConnection"),
        ("how large is the installer download?", "3 GB"),
        ("who can give me a lost passphrase?", "Microsoft neither saves nor manages"),
    ],
)
def test_the_sentences_that_answer_are_picked(
    shipped_assistant: Assistant, question: str, words: str
) -> None:
    finding = consult(shipped_assistant, question)

    assert finding.status == "answered"
    assert words in " ".join(statement.text for statement in finding.statements)
    assert finding.statements[0].role == "verdict"
    assert 0.3 < finding.confidence <= 1


@pytest.mark.parametrize("unanswered", [None, -3.0, 3.0])
def test_what_was_searched_nowhere_answers_nothing(
    shipped_assistant: Assistant, unanswered: float | None
) -> None:
    knowledge = shipped_assistant.knowledge
    query = "which screen asks for the scratch location?"
    nothing = knowledge.search(query, [])

    finding = guide.consult(
        knowledge.retriever(), query, nothing, knowledge.intents(query), unanswered=unanswered
    )

    assert finding.status == "abstained"
    assert not any(statement.evidence for statement in finding.statements)


def test_an_answer_is_no_pasted_page(shipped_assistant: Assistant) -> None:
    for question in ("which screen asks for the scratch location?", "walk me through the setup wizard"):
        finding = consult(shipped_assistant, question)

        assert sum(len(statement.text.split()) for statement in finding.statements) <= 160
        assert all(statement.evidence for statement in finding.statements)


def test_every_sentence_stands_in_its_evidence(shipped_assistant: Assistant) -> None:
    for statement in consult(shipped_assistant, "where is the passphrase kept?").statements:
        assert statement.text in statement.evidence[0].excerpt


def test_what_is_not_covered_names_the_nearest_topics(shipped_assistant: Assistant) -> None:
    finding = consult(shipped_assistant, "does the scheduler honour bank holidays?")

    assert finding.status == "abstained"


def test_an_abstention_quotes_the_gap_that_is_nearest(shipped_assistant: Assistant) -> None:
    knowledge = shipped_assistant.knowledge
    query = "how do I get rid of the whole product"
    asked = (knowledge.retriever(), query, knowledge.search(query, ["guide"]), knowledge.intents(query))
    finding = guide.consult(*asked, least=1.1)

    assert finding.status == "abstained"
    assert "uninstalling" in finding.statements[0].text
    assert finding.statements[0].evidence


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("the 5 percent: of what?", "planned for backup to Azure"),  # by itself another matter
        ("languages to pick from?", "does not list the languages"),
        ("list the whole installation in order", "1. Prepare the virtual machine"),
        ("PaaS or IaaS?", "Infrastructure as a Service"),
        ("where is our subscription's state shown?", "subscription portal"),
    ],
)
def test_short_questions_get_what_they_are_near_to(
    shipped_assistant: Assistant, question: str, words: str
) -> None:
    assert words in shipped_assistant.ask(question).text


def test_what_a_note_says_that_the_guide_decides_cites_the_guide_first(shipped_assistant: Assistant) -> None:
    verdict = consult(shipped_assistant, "a newer page asks for .NET 4.5, does the guide decide?").statements[
        0
    ]

    assert "3.5 SP1" in verdict.text
    assert [evidence.document for evidence in verdict.evidence] == [
        "Install Azure Backup Server on Azure Stack",
        "Install Azure Backup Server on Azure Stack Hub",
    ]


def test_the_floor_may_be_set(shipped_assistant: Assistant) -> None:
    knowledge = shipped_assistant.knowledge
    question = "which tulips bloom in the shade?"
    found = knowledge.search(question, ["guide"])

    asked = (knowledge.retriever(), question, found, knowledge.intents(question))
    assert guide.consult(*asked).status == "abstained"
    assert guide.consult(*asked, least=0.0).statements[0].evidence


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("the replica of the volume is inconsistent after the disk was full", "replica"),
        ("setup says that the vault credentials are invalid or expired", "vault"),
    ],
)
def test_a_symptom_finds_its_entry(shipped_assistant: Assistant, question: str, words: str) -> None:
    finding = symptom(shipped_assistant, question)

    assert finding is not None
    assert words in finding.statements[0].text.lower()
    assert finding.statements[0].evidence[0].collection == ERRORS


@pytest.mark.parametrize(
    "question", ["which screen asks for the scratch location?", "which tulips bloom in the shade?"]
)
def test_what_the_guide_is_nearer_to_is_no_symptom(shipped_assistant: Assistant, question: str) -> None:
    assert symptom(shipped_assistant, question) is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("do I need .NET on it", "must have .NET Framework 3.5 SP1"),
        ("is LRS cheaper than GRS?", "is the cheaper option"),
        ("where is Backup Infrastructure in the portal", "select **Backup Infrastructure**"),
    ],
)
def test_a_gap_on_how_is_no_answer_to_whether(
    shipped_assistant: Assistant, question: str, words: str
) -> None:
    finding = consult(shipped_assistant, question)

    assert finding.status == "answered"
    assert words in " ".join(statement.text for statement in finding.statements)


def test_advice_comes_before_what_the_guide_leaves_out(shipped_assistant: Assistant) -> None:
    finding = consult(shipped_assistant, "we use WSUS. what do you recommend at Microsoft Update?")

    assert finding.status == "answered"
    assert "redirect to Microsoft Update" in finding.statements[0].text


@pytest.mark.parametrize("question", ["need to install mabs", "steps to install azure backup server"])
def test_a_whole_procedure_is_told_from_its_first_step(shipped_assistant: Assistant, question: str) -> None:
    finding = consult(shipped_assistant, question)

    assert finding.statements[1].text.startswith("1.")


@pytest.mark.parametrize(
    "question",
    [
        "what do I have to open in the firewall",
        "firewall team asks what to open. what do I tell them?",
        "firewall rules needed for azure backup server on azure stack?",
        "we have limited internet access. what needs to be let through?",
        "whitelist for the network guys, complete please",
        "what has 2 be open on fw for mabs",
    ],
)
def test_a_rule_that_goes_on_is_told_whole(shipped_assistant: Assistant, question: str) -> None:
    said = " ".join(statement.text for statement in consult(shipped_assistant, question).statements)

    assert "*.windows.net" in said
    assert "20.190.128.0/18 and 40.126.0.0/18" in said


def test_names_are_told_without_ranges_where_they_alone_are_asked_for(shipped_assistant: Assistant) -> None:
    said = " ".join(one.text for one in consult(shipped_assistant, "which urls to whitelist?").statements)

    assert "20.190.128.0/18" not in said


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("SHA-1 of the MicrosoftAzureBackupserverInstaller.exe?", "checksum"),
        ("how many IOPS has a storage account of the stack for the backup machine", "IOPS figure"),
        ("must the server have a fixed IP or will DHCP of the vnet do", "IP addresses"),
        ("does the temp disk hold its content when the machine gets another size", "machine's size"),
        ("how many restore points can lie on the local disks", "local disks hold"),
    ],
)
def test_what_is_asked_for_of_a_thing_the_guide_names_is_a_gap(
    shipped_assistant: Assistant, question: str, words: str
) -> None:
    finding = consult(shipped_assistant, question)

    assert finding.status == "abstained"
    assert words in finding.statements[0].text
