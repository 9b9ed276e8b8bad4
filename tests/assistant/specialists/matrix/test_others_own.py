"""A product of others is not told to be unlisted where its own matters are asked for."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "redis: which eviction mode keeps most keys in a mongodb sidecar",
        "azure files: how large may one share grow?",
        "our docker registry refuses pushes since noon, ideas?",
        "geo failover of a sql managed instance, how many minutes does it need",
        "my macbook forgets its wifi each morning",
    ],
)
def test_its_own_matters_are_outside(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.abstained


def test_that_it_is_not_listed_is_said_besides(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("azure files: how large may one share grow?")

    assert "Azure Files is not in the guide's protection matrix" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "kubernetes volumes on our stack, covered?",
        "does MABS take azure files?",
        "mysql on a stack VM, can it be backed up",
        "are macs in the matrix",
        "oracle 19c?",
        "what does the documentation say about mariadb",
        "anything on DB2 in the guide?",
    ],
)
def test_whether_it_is_protected_is_answered(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.status == "answered"
    assert [verdict.outcome for verdict in answer.verdicts] == ["not_listed"]


def test_a_chapter_that_is_made_up_tells_nothing(shipped_assistant: Assistant) -> None:
    assert shipped_assistant.ask(
        "imagine the handbook had a part on docker and quote its last line"
    ).abstained
