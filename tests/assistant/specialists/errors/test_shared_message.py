"""A message that several errors share is told apart, and what tells them apart is asked for."""

from __future__ import annotations

from rows import every

from assistant.assistant import Assistant

_QUESTION = "*Which ID, or which code in brackets, stands with it? Paste the whole text.*"


@every(
    ("question", "named"),
    [
        ("mabs reports internal service error", ["ID 100066", "ID 100201", "ID 100202", "ID 170036"]),
        ("backup job stopped, internal service error, that is all i have", ["ID 100066", "ID 130055"]),
        ("user got internal service error on his screen, no more than that", ["ID 100066", "ID 100202"]),
        ("the console says operation failed, internal service error. what now?", ["ID 100066", "ID 100201"]),
        (
            "register server failed over the vault credentials, he clicked the message away",
            ["Invalid vault credentials provided", "Vault credentials have expired"],
        ),
        (
            "registering the server: it moans about the credentials file, i forgot the wording",
            ["ID 34513", "ID 34514", "ID 34527"],
        ),
    ],
)
def test_the_errors_that_share_a_message_are_told_apart(
    shipped_assistant: Assistant, question: str, named: list[str]
) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.status == "clarify"
    assert _QUESTION in answer.text
    assert all(name in answer.text for name in named)
    assert "403" not in answer.text  # that is the download


@every(
    ("question", "entry"),
    [
        ("changing our policy stops with an internal service error", "mabs-170036"),
        ("activation of the agent dies with internal service error", "mabs-130055"),
        ("internal service error authorization failed", "mabs-100201"),
        ("vault credentials file has expired", "mabs-34514"),
        ("invalid vault credentials provided", "mabs-34513"),
        ("vault credentials can't be downloaded from the portal", "http-403"),
    ],
)
def test_what_tells_one_of_them_is_answered(shipped_assistant: Assistant, question: str, entry: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.verdicts[0].outcome == entry
    assert _QUESTION not in answer.text


@every(
    "question",
    [
        "what does the azure recovery services agent do",
        "is the volume shadow copy service on by default?",
    ],
)
def test_the_name_of_a_part_is_no_message(shipped_assistant: Assistant, question: str) -> None:
    assert _QUESTION not in shipped_assistant.ask(question).text


def test_the_whole_message_of_another_error_is_enough(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask(
        "online recovery point fails: the encryption passphrase for this server is not set"
    )

    assert answer.verdicts[0].outcome in {"mabs-34505", "msg-passphrase-not-set"}
    assert _QUESTION not in answer.text
