"""Questions on connection and subscription: the answer says what the table says, and never the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import every

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.decisions.states.connectivity import decide
from assistant.decisions.states.connectivity_rules import RULES, TITLES, Connectivity, Operation, Subscription
from assistant.settings import Settings
from assistant.specialists.states import connectivity
from assistant.specialists.table_findings import finding_of
from assistant.understanding.read import read_question
from assistant.understanding.reading import Sense

_NAMES = {title.lower(): operation for operation, title in TITLES.items()}
_NAME = "|".join(_NAMES)
_CLAUSE = re.compile(
    rf"((?:{_NAME})(?:(?:, | and )(?:{_NAME}))*) (?:is|are) (allowed|stopped)", re.IGNORECASE
)
_ASKED = {
    Operation.BACK_UP_TO_AZURE: "Can we back up to Azure?",
    Operation.BACK_UP_TO_DISK: "Does backup to disk run?",
    Operation.RESTORE_FROM_AZURE: "Can I restore from Azure?",
    Operation.RESTORE_FROM_DISK: "May we restore from disk?",
}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant without an index: tables need none."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("bare"))  # type: ignore[call-arg]  # defaults
    with Assistant(settings) as assistant:
        yield assistant


def told(text: str) -> dict[Operation, set[str]]:
    """What a text says of each operation: "allowed" or "stopped"."""
    found: dict[Operation, set[str]] = {}
    for names, verdict in _CLAUSE.findall(text):
        for name in re.findall(_NAME, names, re.IGNORECASE):
            found.setdefault(_NAMES[name.lower()], set()).add(verdict.lower())
    return found


def verdicts(state: Connectivity, subscription: Subscription) -> dict[Operation, str]:
    """The row of the table, "deleted" being a kind of "stopped"."""
    row = RULES[state, subscription].outputs
    return {operation: row[str(operation)].split()[0].lower() for operation in Operation}


def circumstances(days: int) -> tuple[str, Connectivity]:
    """A sentence on the connection, and the row's state that it means; 0 days: connected."""
    if days:
        return f"The server has been offline for {days} days", Connectivity.LOST_LONG
    return "The server is connected", Connectivity.CONNECTED


@pytest.mark.parametrize("days", [0, 16, 40])
@pytest.mark.parametrize("subscription", Subscription)
@pytest.mark.parametrize("operation", Operation)
def test_every_cell_is_answered_as_it_stands(
    bare: Assistant, days: int, subscription: Subscription, operation: Operation
) -> None:
    where, state = circumstances(days)

    answer = bare.ask(f"{where}, the subscription is {subscription}. {_ASKED[operation]}")

    row = verdicts(state, subscription)
    first = answer.text.split("[1]")[0]
    assert answer.status == "answered"
    assert answer.verdicts[0].outcome == RULES[state, subscription].outputs[str(operation)]
    assert told(first) == {operation: {row[operation]}}
    assert first.startswith("**Yes." if row[operation] == "allowed" else "**No.")


_NOUNS = {
    Operation.BACK_UP_TO_AZURE: "backups to Azure",
    Operation.BACK_UP_TO_DISK: "backups to disk",
    Operation.RESTORE_FROM_AZURE: "restores from Azure",
    Operation.RESTORE_FROM_DISK: "restores from disk",
}
_GOES_ON = (
    "The {} don't need the other side, so they simply continue, right?",
    "So the {} carry on, correct?",
    "The {} are not touched by that and go on, right?",
    "I take it that the {} still run, yes?",
    "The {} keep running as before, right?",
)
_STOPS = (
    "So the {} are stopped, right?",
    "The {} don't run then, correct?",
    "The {} are blocked, right?",
    "They said the {} can't work any more, correct?",
)


@every(
    ("frame", "goes_on", "days", "subscription", "operation"),
    [
        (frame, goes_on, days, subscription, operation)
        for frames, goes_on in ((_GOES_ON, True), (_STOPS, False))
        for frame in frames
        for days in (0, 22)
        for subscription in Subscription
        for operation in Operation
    ],
)
def test_a_statement_is_confirmed_only_where_the_cell_bears_it_out(
    bare: Assistant, frame: str, goes_on: bool, days: int, subscription: Subscription, operation: Operation
) -> None:
    where, state = circumstances(days)

    text = bare.ask(f"{where}, the subscription is {subscription}. {frame.format(_NOUNS[operation])}").text

    right = (verdicts(state, subscription)[operation] == "allowed") is goes_on
    assert text.startswith("**Yes." if right else "**No.")


@given(
    days=st.sampled_from([0, *range(16, 400)]),
    subscription=st.sampled_from(Subscription),
    operations=st.lists(st.sampled_from(Operation), min_size=1, max_size=4, unique=True),
)
def test_nothing_contradicts_the_table(
    bare: Assistant, days: int, subscription: Subscription, operations: list[Operation]
) -> None:
    where, state = circumstances(days)
    asked = " ".join(_ASKED[operation] for operation in operations)

    answer = bare.ask(f"{where}, the subscription is {subscription}. {asked}")

    row = verdicts(state, subscription)
    said = told(answer.text)
    assert said.keys() >= set(operations)
    assert all(words == {row[operation]} for operation, words in said.items())
    assert ("deleted" in answer.text) <= (subscription is Subscription.DEPROVISIONED)
    assert answer.trace["withheld"] == []


@pytest.mark.parametrize("days", range(1, 16))
def test_the_first_15_days_are_not_covered(bare: Assistant, days: int) -> None:
    answer = bare.ask(f"offline for {days} days, subscription active, can we back up to disk?")

    assert answer.status == "partial"
    assert answer.verdicts[0].outcome == "not_covered"
    assert told(answer.text) == {}


@pytest.mark.parametrize(
    "question",
    [
        "how do I check whether the server reaches Azure?",
        "which ports must be open in the firewall?",
        "where do I see the state of my subscription?",
        "do we need internet during the setup of the agent?",
        "deprovisioned against the 5-day rule: do they contradict each other?",
        "suppose the agent finds no internet, what then?",
    ],
)
def test_other_questions_on_connections_are_left_to_the_guide(bare: Assistant, question: str) -> None:
    from assistant.specialists.states import connectivity
    from assistant.understanding.read import read_question

    assert connectivity.consult(read_question(question)) == []


@given(
    state=st.sampled_from(Connectivity),
    subscription=st.sampled_from(Subscription),
    operations=st.sets(st.sampled_from(Operation), min_size=1),
    sense=st.sampled_from(Sense),
    lead=st.sampled_from(["Yes", "No", "Partly", "", None]),
)
def test_no_leading_word_contradicts_what_follows(
    state: Connectivity,
    subscription: Subscription,
    operations: set[Operation],
    sense: Sense,
    lead: str | None,
) -> None:
    result = decide(state, subscription, tuple(one for one in Operation if one in operations))
    first = finding_of(result, "connectivity", lead=lead, sense=sense).statements[0].text
    said = {verdict for verdicts in told(first).values() for verdict in verdicts}
    word = first.split(".")[0]
    if len(said) != 1 or "depends" in first or word not in {"Yes", "No", "Partly"}:
        return
    assert sense is not Sense.OPEN
    holds = said == {"allowed"}
    assert word == ("Yes" if holds is (sense is not Sense.REVERSED) else "No")


@pytest.mark.parametrize(
    ("turns", "operation"),
    [
        (("can we restore?", "from azure"), Operation.RESTORE_FROM_AZURE),
        (("can we still back up?", "to disk"), Operation.BACK_UP_TO_DISK),
    ],
)
def test_another_place_is_asked_of_the_same_table(
    bare: Assistant, turns: tuple[str, ...], operation: Operation
) -> None:
    talk = Conversation()
    answers = [bare.ask(turn, talk) for turn in (*turns, "the subscription is expired, we are connected")]
    assert [answer.status for answer in answers] == ["clarify", "clarify", "answered"]
    row = verdicts(Connectivity.CONNECTED, Subscription.EXPIRED)
    assert row[operation] in told(answers[-1].text)[operation]


def test_open_endpoints_are_told_of_a_connection() -> None:
    text = "443 to the Azure Backup endpoints is open and every connection succeeds. can I restore from disk?"
    (finding,) = connectivity.consult(read_question(text))
    assert finding.status == "clarify"


def test_a_lost_connection_is_no_lost_data() -> None:
    text = "may we run the cloud backup if connectivity has been lost for over 15 days and the sub is active?"
    found = connectivity.consult(read_question(text))
    assert found[0].verdicts[0].inputs["operation"] == "back_up_to_azure"


@pytest.mark.parametrize(
    "question",
    [
        "Get-DPMCloudConnection FALSE and so which backups stop",
        "how serious is it while our internet is away",
        "how bad is a lost connection to Azure",
    ],
)
def test_an_outage_of_open_length_asks_how_long_it_is(question: str) -> None:
    (found,) = connectivity.consult(read_question(question))
    assert found.status == "clarify"
    assert "15 days" in found.statements[0].text


@pytest.mark.parametrize("question", ["what does Get-DPMCloudConnection FALSE mean", "how bad is our naming"])
def test_the_check_itself_is_no_row(question: str) -> None:
    assert connectivity.consult(read_question(question)) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "what deletes the recovery points in Azure?",
            "The table has the Azure recovery points deleted only",
        ),
        ("does being offline for 18 days delete our recovery points?", "No. Not the outage: the table"),
        ("9 days offline, they say day 15 wipes the points. what wipes them?", "Not the outage: the table"),
    ],
)
def test_only_the_state_of_the_subscription_deletes_points(text: str, start: str) -> None:
    (finding,) = connectivity.consult(read_question(text))

    assert finding.statements[0].text.startswith(start)
    assert "Deprovisioned" in finding.statements[0].text


@pytest.mark.parametrize(
    "text",
    [
        "next month we open a second vault, and this server backs up to that one from then on, ok?",
        "we get another vault in the north region. can the same machine send there?",
    ],
)
def test_whether_another_vault_will_do_is_no_matter_of_the_state(text: str) -> None:
    assert connectivity.consult(read_question(text)) == []


def test_a_state_counts_whatever_vault_is_meant() -> None:
    assert connectivity.consult(read_question("expired. can the server back up to a new vault?"))


def test_a_job_of_a_time_that_is_over_is_held_against_the_state_of_then(bare: Assistant) -> None:
    asked = "sub expired on the 2nd, renewed on the 6th and active now. did the job of the 4th run?"

    assert bare.ask(asked, Conversation()).text.startswith("**Not while the subscription was Expired")


@every(
    ("text", "lead"),
    [
        (
            "connected and Active, the boss insists that the table forbids cloud backup. correct?",
            "No",
        ),
        ("connected and Active: somebody says the table blocks backups to disk. true?", "No"),
        ("connected and Expired: they say the table prohibits backups to disk. correct?", "Yes"),
    ],
)
def test_a_claim_that_the_table_forbids_something_is_held_against_it(
    bare: Assistant, text: str, lead: str
) -> None:
    assert bare.ask(text, Conversation()).text.startswith(f"**{lead}. ")
