"""A case of one's own that leaves open the input by which the rule goes ends with the question for it."""

from __future__ import annotations

from rows import every

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.decisions.calculations.limits import KEPT_WHERE
from assistant.decisions.readiness import prerequisites as items
from assistant.open_slots import EDITION, PLACE, PREREQUISITE, ROLE, STATE, WHICH_SIZE
from assistant.specialists.errors.error_choices import QUESTION as WHICH_ERROR

_OFTEN = "How often does the backup job run, such as daily or weekly?"
_SHOWN = "What does it show: TRUE, or something else?"


@every(
    ("text", "question"),
    [
        ("we have .NET on that machine. ok like that?", items.DOTNET.question),
        ("the .NET Framework came with our image, fine?", items.DOTNET.question),
        ("our box has dotnet installed, sufficient?", items.DOTNET.question),
        ("is our vm large enough for mabs", items.VM_SIZE.question),
        ("is my machine strong enough to run azure backup server?", items.VM_SIZE.question),
        ("we've got an old vm that already runs something, can mabs go there?", ROLE),
        ("is it ok to point setup at our SQL instance", PLACE),
        ("is our SQL instance alright for setup", PLACE),
        ("we own a SQL server, can setup be pointed to it?", PLACE),
        ("our Windows Server 2012, edition unknown, covered?", EDITION),
        ("is our 2016 server protected? nobody knows its edition", EDITION),
        ("how many disks can i attach to it", WHICH_SIZE),
        ("may i attach three more disks to our backup vm, it has 3", WHICH_SIZE),
        ("we plan to keep the points for 4 weeks, is that fine", KEPT_WHERE),
        ("can we hang on to 20 days of recovery points?", KEPT_WHERE),
        ("the subscription shows a warning. can we restore?", STATE),
        ("setup says that a prerequisite is missing. what shall i do", PREREQUISITE),
        ("the prerequisites check is red, how do i fix it", PREREQUISITE),
        ("the agent gives an error when it registers, what now", WHICH_ERROR),
        ("will six years of our recovery points fit into one vault?", _OFTEN),
        ("do 8 years of points fit one vault", _OFTEN),
        ("ran Get-DPMCloudConnection. are we good?", _SHOWN),
        ("we executed Get-DPMCloudConnection, is it good or not", _SHOWN),
    ],
)
def test_what_a_case_leaves_open_is_asked_for(shipped_assistant: Assistant, text: str, question: str) -> None:
    answer = shipped_assistant.ask(text, Conversation())

    assert answer.text.endswith(f"*{question}*")


@every(
    "text",
    [
        "which .NET version does the vm need?",
        "our vm has .NET 4.8, fine?",
        "what size must our machine have",
        "is A3 large enough for us?",
        "is there a tool for the vm size?",
        "may a file server share our backup machine?",
        "is a remote SQL server ok for us",
        "can setup use the SQL on the mabs vm itself",
        "which editions of Windows Server 2016 are listed",
        "is our 2016 Standard edition covered?",
        "how many disks does an A4 take",
        "what is the smallest size for six disks on the vm?",
        "our vm is an A3 with 5 disks. can we attach more?",
        "can we keep points in the vault for 3 years",
        "may we keep 4 days of points on the disks",
        "is a restore possible while the subscription is expired?",
        "what happens if a prerequisite isn't met?",
        "can we skip the prerequisites check",
        "where is the document with the error codes?",
        "do 7 years of daily points fit one vault",
        "how many points a day fit one vault over 6 years",
        "in which shell do i run Get-DPMCloudConnection",
        "ran Get-DPMCloudConnection, it says TRUE. are we good?",
    ],
)
def test_a_rule_or_a_case_that_is_told_is_not_asked_about(shipped_assistant: Assistant, text: str) -> None:
    assert not shipped_assistant.ask(text, Conversation()).text.endswith("?*")


@every(
    ("talk", "said"),
    [
        ("our vm has the .NET Framework, fine? | 4.6", "4.6 meets 3.5 SP1"),
        ("is our vm large enough for mabs | A1", "A1 is too small"),
        ("is our SQL instance alright for setup | on another machine", "A remote SQL Server instance"),
        ("is our 2016 server protected? nobody knows its edition | essentials", "2016 Essentials is not"),
        ("will six years of our points fit into one vault? | 2 a day", "4,380 recovery points are within"),
        ("can we hang on to 20 days of recovery points? | on the disks", "15 days more"),
    ],
)
def test_the_reply_settles_it(shipped_assistant: Assistant, talk: str, said: str) -> None:
    conversation = Conversation()
    for text in talk.split(" | "):
        answer = shipped_assistant.ask(text, conversation)

    assert said in answer.text
