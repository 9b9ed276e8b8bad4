"""What a table is surely asked needs neither encoder nor search; faults and other matters are still found."""

from __future__ import annotations

import pytest
from rows import every

from assistant.answer import Answer
from assistant.asked_of_table import is_asked
from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.retrieval.retriever import Retriever
from assistant.table_answers import settled
from assistant.understanding.read import read_question
from ingest.encoder import Encoder

SETTLED = [
    # the states of connection and subscription
    "sub expired last week, uplink fine. may a file come back from the vault?",
    "which state of the subscription deletes the recovery points in azure?",
    "the subscription is Deprovisioned, billing calls it dead. is a restore from disk still possible?",
    "offline for 20 days, sub Active. our nightly jobs: does the one to disk keep running?",
    "Sub lapsed to Deprovisioned and was paid again, Active since monday. are the old points lost?",
    # the matrix
    "our payroll never left SQL Server 2008 R2. is it in the matrix or not?",
    "SharePoint 2007, long dead at Microsoft. covered by MABS?",
    "a guest of ours is Server 2012 R2 Standard, we can't move it before 2028. covered by MABS?",
    "a colleague found SQL 2019 in another list, ours doesn't have it. which versions are in the table?",
    "which levels can I get back of SharePoint 2013? nobody here ever read the guide",
    # the machine and its setup
    "our DC has 16 idle cores. may MABS go on it, or is that wrong?",
    "there is already a SQL instance on the very same machine. can setup use it?",
    "a red item on the prerequisite page, the rest is green. can we skip it and mend it later?",
    "the backup server is in production for a year. problem if it joins another domain now?",
    "lost our passphrase. can Microsoft hand it out again?",
    "only .NET 3.5 without a service pack on it. enough?",
    # amounts
    "A2 with all its four disks in use, three more wanted. does that fit?",
    "scratch of 90 GB for 1.5 TB to the cloud: enough, or how much is missing?",
    "vault holds 9,100 points already, 30 more a day, never pruned. in how many days is it full?",
    "I have the .exe and five .bin files in the download folder. is one missing?",
    # the names that must be reached
    "firewall opens *.windows.net and *.microsoft.com already. is anything missing?",
]
TALKS = [
    ("is SQL Server 2016 protected?", "sorry, wrong one, 2019"),
    ("how many disks does an A2 take?", "and if it is an A3 already?"),
    ("sub is active, no internet for 20 days. back up to disk?", "no wait, it expired"),
    ("is SharePoint 2016 listed?", "and it isn't only the farm?"),
]
FAULTS = [
    ("sql 2016 backup fails with access denied", "0x80070005"),
    ("the sql instance is local but setup does not see it", "ID 4324"),
    ("does mabs protect vmware? our guest has no checkbox in the wizard", "VMware machine can't be added"),
    ("is system state covered, the job fails since windows server backup isn't installed", "System state"),
    ("sharepoint farm covered or not? console says install agents on the sql server first", "ID 956"),
    (
        "Can the server be a domain controller? Since promoting ours its agent answers access denied.",
        "ID 4040",
    ),
    ("is remote sql ok, setup can't connect to the instance we named", "ID 4307"),
    ("is a workgroup fine? setup could not apply the security settings", "ID 4315"),
    ("exchange databases supported? no mailboxes show in the recovery tab since the rename", "mailboxes are"),
    ("does a hyper-v guest count as protected? its backup stalls without moving data", "backup stalls"),
    ("SQL Server 2008 R2 listed? its SqlServerWriter is failed, non-retryable", "0x8077000E"),
    ("server 2016 is our backup box, its ReFS volume freezes and explorer hangs", "ReFS volume"),
    ("2008 R2 supported? installing the agent there complains that mi.dll is missing", "ID 347"),
    ("downloaded the vault credentials, sub is active, registration says they expired", "ID 34514"),
    ("laptops over DirectAccess get rpc server unavailable, are windows clients covered", "DirectAccess"),
    ("system state listed? EFI system partition is locked it says", "EFI partition is locked"),
    ("passphrase lost? recovery on the other server says mismatch", "ID 34507"),
    ("Microsoft keeps the passphrase? agent says the stored one is not correctly configured", "ID 34506"),
    ("may I go on? system state failed as another job was running in windows server backup", "ID 100148"),
    ("cluster node ok? after migration the vm is already a member of a protection group", "ID 157"),
    ("A4 with 80 TB drives, the shadow copy provider refuses the snapshot for its size", "0x80042306"),
    ("SharePoint 2010 in the matrix? recovery of a renamed site there fails", "Renamed SharePoint site"),
    ("may the dba keep his own log dumps, since then our incrementals fail: broken log chain", "ID 30140"),
    ("is the server required in a domain? agent push is refused: credentials invalid", "Credentials for"),
]
# Of these, too, the encoder says whether the fault is what is asked about.
MAY_TELL_FAULT = [
    "server 2016 no longer shows up in the list of protected servers",
    "2008 r2 box is covered, yet no points are written since the last patch day",
    "is server 2016 supported? the replica of ours is inconsistent",
    "mabs on a dc, now its console opens and closes again. ok?",
    "deprovisioned sub: restore hangs",
    "sub Active, server online, every recovery point throws an exception",
    "exchange on the same vm as mabs, its store service won't mount. allowed?",
    "A2 with 4 disks, Windows shows one as foreign. ok?",
    "*.windows.net is open, the upload dies halfway. is anything missing?",
    "is sql 2016 supported? the message was 'database is in use by another one'",
]


@pytest.fixture
def asked(shipped_assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What encoder and search of the opened index are asked from now on."""
    shipped_assistant.knowledge.retriever()
    asked: list[str] = []
    encode, retrieve = Encoder.encode_one, Retriever.retrieve

    def encode_one(self: Encoder, text: str) -> object:
        asked.append(text)
        return encode(self, text)

    def searched(self: Retriever, query: str, *others: object) -> object:
        asked.append(query)
        return retrieve(self, query, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(Encoder, "encode_one", encode_one)
    monkeypatch.setattr(Retriever, "retrieve", searched)
    return asked


def is_settled(answer: Answer) -> bool:
    return answer.status == "answered" and bool(answer.verdicts)


@every("question", SETTLED)
def test_what_a_table_settles_passes_neither_encoder_nor_search(
    shipped_assistant: Assistant, asked: list[str], question: str
) -> None:
    asked.clear()
    assert is_settled(shipped_assistant.ask(question))
    assert not asked


@every(("first", "then"), TALKS)
def test_nor_does_a_talk_that_goes_on_with_its_table(
    shipped_assistant: Assistant, asked: list[str], first: str, then: str
) -> None:
    asked.clear()
    talk = Conversation()
    assert is_settled(shipped_assistant.ask(first, talk))
    assert is_settled(shipped_assistant.ask(then, talk))
    assert not asked


def test_passes_of_the_encoder_are_counted(shipped_assistant: Assistant, asked: list[str]) -> None:
    shipped_assistant.ask("where does the backup server keep what it writes down of setup?")
    assert asked


@every(("message", "entry"), FAULTS)
def test_a_fault_told_with_a_product_or_a_state_is_found(
    shipped_assistant: Assistant, message: str, entry: str
) -> None:
    assert entry in shipped_assistant.ask(message).text


@every("message", MAY_TELL_FAULT)
def test_what_is_told_at_work_is_not_taken_for_the_tables_own(message: str) -> None:
    reading = read_question(message)
    assert not is_asked(settled(reading)[0], reading)


@every(
    ("question", "asked"),
    [
        ("the agent of PRN-04 has been unreachable since noon, may we still restore?", True),
        ("agent on the print box is down, is a restore from disk possible", True),
        ("the agent on DC5 is down and restores fail with access denied, can we restore from disk?", False),
    ],
)
def test_a_restore_beside_an_agent_is_the_tables_unless_a_fault_is_told(question: str, asked: bool) -> None:
    reading = read_question(question)

    assert is_asked(settled(reading)[0], reading) is asked


@pytest.mark.parametrize(
    "question",
    [
        "hourly price of an A3 with us",
        "how do I rebuild an index in SQL Server 2012",
        "what is the login of the sa user in SQL 2016",
    ],
)
def test_a_table_yields_to_what_is_not_asked_of_it(shipped_assistant: Assistant, question: str) -> None:
    assert shipped_assistant.ask(question).status == "abstained"


@pytest.mark.parametrize(
    ("question", "table"),
    [
        ("our old 2008 R2 boxes, and the SharePoint 2010", "protection"),
        ("is SQL Server 2014 on the list", "protection"),
        ("can it run on an A1 machine", "vm-size"),
        ("are the backups running today?", "connectivity"),
    ],
)
def test_a_table_that_is_asked_answers_or_asks_back(
    shipped_assistant: Assistant, question: str, table: str
) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.status in ("answered", "clarify")
    assert table in {verdict.table for verdict in answer.verdicts}
