"""A fault that is told and a question for the matrix in one message are both answered."""

from __future__ import annotations

from rows import every

from assistant.assistant import Assistant


@every(
    ("question", "first", "second"),
    [
        ("is sql 2014 listed? our VSS writer is in a failed state", "Yes. SQL Server 2014", "ID 30111"),
        ("windows 2008 R2 covered? the agent there refuses, access denied", "Yes. Windows", "ID 42"),
        ("sharepoint 2010 ok? the farm backup fails, access denied", "Yes. SharePoint", "denied"),
        ("installer moans about mi.dll, and is 2012 R2 fine as protected server?", "mi.dll", "Yes. Windows"),
        ("restore hangs at 7 percent; also can it protect vCenter?", "reported like that", "VMware is not"),
        ("the matrix has sql 2014 in it? the VSS writer is in a failed state", "Yes. SQL", "ID 30111"),
        ("the VSS writer is in a failed state. the matrix has sql 2014 in it?", "ID 30111", "Yes. SQL"),
        ("backups got slow on friday. and does it do vmware?", "reported like that", "VMware is not"),
    ],
)
def test_both_are_answered_in_their_order(
    shipped_assistant: Assistant, question: str, first: str, second: str
) -> None:
    text = shipped_assistant.ask(question).text.replace("ID 347", "mi.dll")

    assert -1 < text.find(first) < text.find(second)


@every(
    "question",
    [
        "is sql 2016 supported?",
        "vault cred file invalid. we have a proxy, do I have to check it for the system account?",
        "our 2012 R2 server fails every backup. is it supported?",
        "replica trouble since tuesday. what do i click?",
    ],
)
def test_a_question_of_the_fault_itself_stays_with_it(shipped_assistant: Assistant, question: str) -> None:
    text = shipped_assistant.ask(question).text

    assert not ("Yes." in text and "ID " in text)
