"""A result of Windows whose causes differ by the occasion ends with the question for it."""

from __future__ import annotations

from rows import every

from assistant.assistant import Assistant
from assistant.codes.reference import load_reference
from assistant.conversation import Conversation
from assistant.specialists.errors.error_occasions import of_occasions

_QUESTION = "*Which ID stands with it, or what was being done?*"


def told(assistant: Assistant, talk: str) -> tuple[str, str]:
    """The status and the text of the last answer of a talk, its questions split by a bar."""
    conversation = Conversation()
    for question in talk.split(" | "):
        answer = assistant.ask(question, conversation)
    return answer.status, answer.text


@every(
    ("question", "choices"),
    [
        (
            "the console throws 0x80070005 and nothing else",
            ["- backup with warnings: ", "- ID 42: ", "- ID 104, "],
        ),
        (
            "customer sends only 0x800706ba, what next",
            ["- ID 319, during installation: ", "- ID 308, during jobs: "],
        ),
        ("0x80004005 keeps popping up, remedy?", ["- agent installation: ", "- ID 30216: "]),
        ("0x80004003, how do we get rid of it", ["- Catalog: ", "- Item: "]),
        ("0x8004230F and no more than that, remedy?", ["- events 12292 and 11: ", "- Windows Server 2003: "]),
        ("some machine reports 'access is denied' (0x80070005)", ["- ID 42: ", "- ID 104, "]),
    ],
)
def test_the_occasion_is_asked_for(shipped_assistant: Assistant, question: str, choices: list[str]) -> None:
    status, text = told(shipped_assistant, question)
    steps, asked = text.split(_QUESTION)

    assert status == "answered"
    assert "\n1. " in steps
    assert "Cause: " not in steps  # each stands with its occasion
    assert all(choice in asked for choice in choices)


@every(
    "talk",
    [
        "ID 42 with 0x80070005",
        "0x800706BA behind ID 308",
        "pushing the agent to FS02 ends in 0x800706BA during installation",
        "0x800706BA whenever the nightly jobs run",
        "access is denied 0x80070005, single files are skipped with warnings",
        "all steps for 0x80070005 please",
        "our installation of the agent has failed | it says 0x800706BA",
        "what does 0x800423F3 mean",  # its causes go by no occasion
        "error 104",  # an ID of the product stands for itself
    ],
)
def test_nothing_is_asked_where_it_is_told_or_makes_no_difference(
    shipped_assistant: Assistant, talk: str
) -> None:
    assert _QUESTION not in told(shipped_assistant, talk)[1]


def test_the_occasion_told_next_decides(shipped_assistant: Assistant) -> None:
    _, text = told(shipped_assistant, "0x80070005, how do we mend it | a backup with warnings")

    assert text.startswith("**Cause: Antivirus or other third-party software")
    assert _QUESTION not in text


def test_causes_are_kept_by_occasion_only_where_each_names_one() -> None:
    by_name = {entry.id: of_occasions(entry) for entry in load_reference().all_entries()}

    assert list(by_name["hresult-0x80004005"]) == ["agent installation", "ID 30216"]
    assert len(by_name["hresult-0x80070005"]["ID 42"]) == 2
    assert by_name["vss-0x800423F4"] == {}  # one of its causes names none
    assert by_name["mabs-104"] == {}
