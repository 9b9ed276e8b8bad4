"""The one input that decides is asked for behind what is told by condition."""

from __future__ import annotations

from rows import every

from assistant.assistant import Assistant
from assistant.conversation import Conversation

_VERSION = "Which version of {} is it?"
_PURPOSE = "What is the space for: extracting the setup files, or the scratch location?"
_THING = "What is to go there: the local staging area, the cache, or something else?"
_DISKS = "How many disks are they?"
_WORKLOAD = "Which workload runs in it: Windows Server, SQL Server or SharePoint?"
_PART = "Is it to be protected, or is it the machine of Azure Backup Server?"


def told(assistant: Assistant, talk: str) -> tuple[str, str]:
    """The status and the text of the last answer of a talk, its questions split by a bar."""
    conversation = Conversation()
    for question in talk.split(" | "):
        answer = assistant.ask(question, conversation)
    return answer.status, answer.text


@every(
    ("talk", "question"),
    [
        ("can mabs take the shares of a Windows box", _VERSION.format("Windows Server")),
        ("our farm is SharePoint, doable with mabs?", _VERSION.format("SharePoint")),
        ("SharePoint sits on a stack VM, can it get into mabs?", _VERSION.format("SharePoint")),
        ("our oldest share is on a Windows Server 2008, protected?", "Is it 2008 or 2008 R2?"),
        ("do the docs list Windows 2008", "Is it 2008 or 2008 R2?"),
        ("we run Server 2008 Datacenter, covered?", "Is it 2008 or 2008 R2?"),
        ("is a 2012 template for the mabs vm alright", "Is it 2012 or 2012 R2?"),
        ("deploy mabs from a Windows Server 2012 image, fine?", "Is it 2012 or 2012 R2?"),
        ("is Windows Server 2012 Standard fine", _PART),
        ("is Server 2016 Enterprise okay?", _PART),
        ("the machine has .NET 3.5, good to go?", "Is its SP1 installed?"),
        ("will .NET Framework 3.5 satisfy setup", "Is its SP1 installed?"),
        ("may we join the mabs vm to the new corporate domain", "Is the server deployed already?"),
        ("install mabs on a Windows Server 2012 machine, ok?", "Is it 2012 or 2012 R2?"),
        ("could mabs go into a brand new domain", "Is the server deployed already?"),
        ("we got a new domain, must mabs join it?", "Is the server deployed already?"),
        ("lrs vs grs for this vault", "Is it your primary vault?"),
        ("do i take geo-redundant or locally redundant", "Is it your primary vault?"),
        ("we reserved 80 GB for scratch, sufficient?", "How much data is to go to Azure?"),
        ("scratch folder on a 250 GB volume, does that do", "How much data is to go to Azure?"),
        (
            "what is the scratch location? | would a 200 GB drive be enough",
            "How much data is to go to Azure?",
        ),
        ("we have 12 GB available, sufficient?", _PURPOSE),
        ("would 6 gigs free be ok", _PURPOSE),
        ("7 GB spare on C, good?", _PURPOSE),
        ("there are 11 GB unused on D, fine?", _PURPOSE),
        ("it's an ordinary VM. how many disks can it have", "Which size is it: A2, A3 or A4?"),
        (
            "i executed Get-DPMCloudConnection. how do i read the output",
            "What does it show: TRUE, or something else?",
        ),
        ("is A3 alright with the drives that we have", _DISKS),
        ("could an A4 do for all our disks?", _DISKS),
        ("does A2 suit the disks we have", _DISKS),
        ("is one file restored out of a VM, or the database as a whole?", _WORKLOAD),
        ("should this go on the D drive", _THING),
        ("is it fine to put them on D:", _THING),
    ],
)
def test_the_input_that_decides_is_asked_for(shipped_assistant: Assistant, talk: str, question: str) -> None:
    status, text = told(shipped_assistant, talk)

    assert status == "answered"
    assert text.endswith(f"*{question}*")


@every(
    "question",
    [
        "data stays on the attached disks somewhat longer, ok?",
        "is keeping local copies a little longer a violation",
        "keeping backups on disk slightly longer, fine?",
    ],
)
def test_days_on_disk_without_a_number_are_asked_for(shipped_assistant: Assistant, question: str) -> None:
    status, text = told(shipped_assistant, question)

    assert status == "clarify"
    assert text.endswith("*For how many days will backup data stay on the attached disks?*")


@every(
    "talk",
    [
        "which versions of SQL Server are protected?",
        "can single folders of Windows be restored, or only volumes",
        "is Windows Server 2008 R2 covered",
        "is Windows Server 2008 without R2 listed",
        "does it protect Windows Server 2008 and Windows Server 2016",
        "is a 2012 Standard image ok for the mabs vm",
        "is Windows Server 2016 Datacenter ok?",
        "is .NET 3.5 SP1 enough",
        "we have .NET 3.5 and 4.8, fine?",
        ".NET 3.5 has no service pack here | is that enough",
        "can the deployed mabs server be moved to another domain?",
        "grs or lrs for my primary vault",
        "lrs or grs, which is cheaper",
        "where in the portal do i switch lrs and grs",
        "is 100 GB of scratch enough for 2 TB",
        "we send 3 TB to azure. | is 100 GB of scratch enough?",
        "how much can i send with a scratch location of 100 GB",
        "can points stay on the disks for 7 days",
        "how long may data stay on the disks",
        "is 5 GB free enough to extract",
        "how many disks does an A3 take",
        "what does FALSE mean in Get-DPMCloudConnection",
        "what does the output of Get-DPMCloudConnection mean",
        "can the cache go on D:",
        "what can go on D:?",
    ],
)
def test_nothing_is_asked_where_it_is_told_or_makes_no_difference(
    shipped_assistant: Assistant, talk: str
) -> None:
    status, text = told(shipped_assistant, talk)

    assert status == "answered"
    assert not text.endswith("?*")


@every(
    ("talk", "said"),
    [
        ("is Windows Server 2008 covered | it's R2", "Windows Server 2008 R2 is listed"),
        ("our farm is SharePoint, doable with mabs? | 2013", "SharePoint 2013 is listed"),
        (
            "can mabs take the shares of a Windows box | 2019",
            "Windows Server 2019 is not in the guide's protection",
        ),
        ("is .NET 3.5 enough? | yes, SP1", "3.5 SP1 meets 3.5 SP1 or higher"),
        ("is a scratch location of 200 GB enough? | 6 TB", "200 GB is too small"),
        ("may points stay a bit longer on the disks? | 8 days", "8 days is 3 days more"),
    ],
)
def test_the_reply_settles_it(shipped_assistant: Assistant, talk: str, said: str) -> None:
    assert said in told(shipped_assistant, talk)[1]


@every(
    ("talk", "said"),
    [
        ("can mabs handle our SQL?", "SQL Server 2016, 2014 and 2012 SP1"),
        ("could mabs take care of our SQL, it runs in a vm", "SQL Server 2016, 2014 and 2012 SP1"),
        ("is Windows Server 2016 covered? | we have older ones too. those?", "2012 R2, 2012 and 2008 R2"),
        ("is Windows Server 2016 covered? | and the older ones?", "2012 R2, 2012 and 2008 R2"),
    ],
)
def test_versions_that_are_not_told_are_no_version(
    shipped_assistant: Assistant, talk: str, said: str
) -> None:
    status, text = told(shipped_assistant, talk)

    assert status == "clarify"
    assert said in text


def test_the_instance_of_the_server_itself_stays_its_own_matter(shipped_assistant: Assistant) -> None:
    assert (
        "Your own local instance is allowed" in told(shipped_assistant, "can we use our own SQL for mabs?")[1]
    )
