"""Moving on from the step talked of before."""

from __future__ import annotations

import pytest

from assistant.answer import Finding, Statement
from assistant.decisions.guide import DOWNLOAD, EXTRACT, INSTALL, NETWORK
from assistant.specialists import screen_words as words
from assistant.specialists import screens
from assistant.understanding.read import read_question


def moved(query: str, text: str, section: str = INSTALL.section, **facts: str) -> str:
    before = {"specialist": "guide", "sections": [section], "query": query, **facts}
    finding = screens.consult(read_question(text, before))
    return screens.reached(finding) if finding else ""


@pytest.mark.parametrize(
    ("query", "text", "key"),
    [
        ("I sit at Security Settings, typed it", "clicked next, now what?", "microsoft update"),
        ("first Welcome, then the SQL Settings page", "done. what comes now", "installation settings"),
        ("vault credentials are in", "ok, next?", "encryption setting"),
        ("the dashboard is open", "and now?", "backup"),
        ("I pressed Extract", "what happens next", "finish"),
        ("credentials are picked", "it's done. what's next", "encryption setting"),
        ("prereq checks passed", "ok, now?", "sql settings"),
        ("Download is greyed out", "I checked that field, it is active. and then?", "portal download"),
        ("download the vault credentials", "did so and got the file. what's next?", "vault identification"),
        ("we see the Encryption Setting page", "made one up and printed it. next?", "status"),
        ("how is it unpacked", "all extracted now, what next", "finish"),
        ("setup asks for SQL", "picked a new instance. next page?", "installation settings"),
    ],
)
def test_the_step_behind_the_one_named_last(query: str, text: str, key: str) -> None:
    assert moved(query, text) == key


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Security Settings", "and what must the password look like"),
        ("Security Settings", "what about the firewall then"),
        ("Security Settings", "is it long"),
        ("the SQL Settings check failed", "fixed both. next?"),
        ("Prerequisite Checks wants a restart", "rebooted, fixed. next?"),
        ("Security Settings", "I entered it twice. why does the page reject it?"),
        ("Security Settings", "is extracted the right word? what next"),
        ("how big is the vault's limit", "and now?"),
    ],
)
def test_anything_else_that_is_asked_is_left_alone(query: str, text: str) -> None:
    assert moved(query, text) == ""


def test_what_was_no_step_of_setup_has_no_next_one() -> None:
    assert moved("Welcome", "what now", NETWORK.section) == ""
    assert moved("Welcome", "what now", specialist="limits") == ""


def test_it_goes_on_from_the_step_it_moved_to() -> None:
    before = {"specialist": screens.NAME, "sections": [EXTRACT.section], screens.NAME: "finish"}
    finding = screens.consult(read_question("and then?", before))
    assert finding is not None
    assert screens.reached(finding) == "setup"
    last = {**before, screens.NAME: "status"}
    assert screens.consult(read_question("and then?", last)) is None


def test_a_first_message_is_no_step_on() -> None:
    assert screens.consult(read_question("what now")) is None
    assert screens.consult(read_question("we rebooted. what now?")) is None
    assert screens.consult(read_question("opened it, only the dashboard is shown. what now?")) is None


def test_a_first_message_may_report_a_step_itself() -> None:
    finding = screens.consult(read_question("setup.exe has started, what now?"))
    assert finding is not None
    assert screens.reached(finding) == "launch"


def said(text: str, place: str = "", stand: screens.Stand = screens.Stand.AT) -> str:
    before = {"specialist": "guide", screens.NAME: place, screens.STAND: str(stand)} if place else {}
    finding = screens.consult(read_question(text, before))
    return finding.statements[0].text if finding else ""


@pytest.mark.parametrize(
    ("text", "place", "begins"),
    [
        ("what has to go in there?", "installation settings", "In **Installation Settings**: give"),
        ("which button is it", "summary", "At the *Summary of Settings*"),
        ("and the second field?", "encryption setting", "In **Encryption Setting**"),
        ("and the page before that?", "security settings", "Before that, in **Installation Settings**"),
        ("every single one or only the exe?", "files", "All of them"),
        ("mended it. from scratch, or is there a button?", "prerequisite checks", "Resolve the prerequisite"),
        ("what now", "welcome", "On the **Welcome** screen"),
        ("which page follows", "welcome", "After **Welcome** comes **Prerequisite Checks**"),
    ],
)
def test_what_is_asked_of_the_place_reached(text: str, place: str, begins: str) -> None:
    assert said(text, place).startswith(begins)


@pytest.mark.parametrize("stand", list(screens.Stand))
def test_the_step_after_depends_on_how_the_place_was_reached(stand: screens.Stand) -> None:
    told = said("the step after?", "summary", stand)
    done = stand in (screens.Stand.DONE, screens.Stand.TOLD_AT_ONCE)
    assert told.startswith("After **Microsoft Update Opt-In**" if done else "After **Install**")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("the opt-in page is done", "After **Microsoft Update Opt-In**"),
        ("what comes after the summary?", "After **Install**"),
        ("finished the MARS agent", "Once the agent is installed"),
        ("what is before installation settings", "Before that, on the **SQL Settings**"),
        ("backup clicked", "Next, choose **On-premises**"),
    ],
)
def test_a_first_message_may_name_the_place(text: str, begins: str) -> None:
    assert said(text).startswith(begins)


@pytest.mark.parametrize(
    "text",
    [
        "SQL Settings told me to reboot. did so. now?",  # the same check again
        "picked the vault but no settings show. what to click",
        "is the finish box selected",
        "the register wizard finds the credentials damaged, got them today",
        "where are the vault credentials saved after I click",
    ],
)
def test_a_first_message_of_anything_else_is_left_alone(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize("text", ["checks ok", "password is in too", "done"])
def test_a_few_words_move_on_from_the_place_told(text: str) -> None:
    assert said(f"{text}. what next" if text == "done" else text, "summary", screens.Stand.TOLD).startswith(
        "After **Install**"
    )


def test_a_turn_leaves_the_place_it_speaks_of() -> None:
    first = screens.consult(read_question("the opt-in page is done"))
    assert first is not None
    left = screens.left_by(read_question("the opt-in page is done"), first, {})
    assert left == {screens.NAME: "summary", screens.STAND: screens.Stand.TOLD_AT_ONCE}


def test_the_place_is_kept_for_a_few_turns_of_something_else() -> None:
    other = Finding("limits", "answered", (Statement("More than 3 GB.", role="verdict"),), 1.0)
    facts = {screens.NAME: "files", screens.STAND: "done"}
    once = screens.left_by(read_question("how large is it?"), other, facts)
    assert once[screens.NAME] == "files"
    twice = screens.left_by(read_question("how large is it?"), other, once)
    assert screens.left_by(read_question("how large is it?"), other, twice) == {}
    of_codes = Finding("codes", "answered", other.statements, 1.0)
    assert screens.left_by(read_question("error 33494"), of_codes, facts) == {}


@pytest.mark.parametrize(
    ("told", "text", "begins"),
    [
        ("still unpacking, the bar is going", "complete. now?", "Next, once the extraction is complete"),
        ("creds are on my desktop", "where do I feed them in", "In **Vault Identification**"),
        (
            "at Welcome I hit Next",
            "what am I meant to press on the page that came up",
            "On the **Prerequisite",
        ),
        (
            "I see the page with the Extract button",
            "what was decided on the screen before",
            "Before that, choose",
        ),
        (
            "registration went through",
            "so that is the whole setup done?",
            "No, that is not all yet. After **Enc",
        ),
        ("all files are down", "and what do I do with them?", "Next, open the download location"),
        ("I just got to the Security Settings", "what came before", "Before that, in **Installation"),
        ("encryption page is open", "and when I click next?", "After **Encryption Setting**"),
        ("the status shows that all is in", "am I finished", "Yes. Setup is over"),
        ("the agent is installed", "is that everything?", "No, that is not all yet. Once the agent"),
    ],
)
def test_a_message_that_only_reports_leaves_its_place(told: str, text: str, begins: str) -> None:
    reading = read_question(told)
    silent = Finding("guide", "clarify", (Statement("What is it about?"),), 1.0)
    left = screens.left_by(reading, screens.consult(reading) or silent, {})
    found = screens.consult(read_question(text, {"specialist": "guide", "query": told, **left}))
    assert found is not None
    assert found.statements[0].text.startswith(begins)


def test_the_end_is_told_once_it_is_reached() -> None:
    before = {screens.NAME: "status", screens.STAND: screens.Stand.TOLD}
    found = screens.consult(read_question("so everything is installed?", before))
    assert found is not None
    assert found.statements[0].text.startswith("Yes. Setup is over")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("just the clicks please", "The Azure portal > **All Services**"),
        ("nothing but the path, from the vault on", "Your vault > **Backup**"),
    ],
)
def test_the_clicks_alone(text: str, begins: str) -> None:
    before = {"specialist": "guide", "sections": [DOWNLOAD.section]}
    found = screens.consult(read_question(text, before))
    assert found is not None
    assert found.statements[0].text.startswith(begins)
    assert (
        screens.consult(read_question(text, {"specialist": "guide", "sections": [INSTALL.section]})) is None
    )


@pytest.mark.parametrize(
    ("query", "text", "key", "facts"),
    [
        (
            "it asks where the workload is running",
            "so pick azure?",
            "backup menu",
            {"screens": "backup menu"},
        ),
        ("credentials", "saved the file prod.VaultCredentials. next?", "vault identification", {}),
        ("prereq check failed on .NET", "start over or a button", "prerequisite checks", {}),
        ("passphrase page done", "so we're finished?", "status", {"screens": "status", "step stand": "done"}),
        ("the agent looks at what", "result: none. what to enter then", "agent", {"screens": "agent"}),
        ("", "chose on-premises and hyper-v", "prepare infrastructure", {}),
    ],
)
def test_what_is_told_in_passing_keeps_the_place(
    query: str, text: str, key: str, facts: dict[str, str]
) -> None:
    assert moved(query, text, **facts) == key


def test_a_choice_away_from_a_menu_is_another_question() -> None:
    assert moved("Security Settings", "so take azure?", screens="security settings") == ""
    assert moved("", "are hyper-v virtual machines protected") == ""


@pytest.mark.parametrize(
    ("told", "got"),
    [
        ("ticked that, the file came down", True),
        ("ticked and saved", True),
        ("the creds are here", True),
        ("file's there", True),
        ("the file is there now", True),
        ("the page came down hard", False),
        ("ticked that box", False),
    ],
)
def test_a_file_that_arrived_is_reported(told: str, got: bool) -> None:
    assert bool(words.GOT_FILE().search(told)) is got


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("what is the button on the Summary of Settings page called", "summary"),
        ("which button on SQL Settings before I can click Next?", "sql settings"),
        ("which button follows after choosing the workloads", "prepare infrastructure"),
    ],
)
def test_a_button_of_a_step_that_is_named(text: str, key: str) -> None:
    finding = screens.consult(read_question(text))

    assert finding is not None
    assert screens.reached(finding) == key


@pytest.mark.parametrize(
    "text", ["which button downloads the report", "what comes on SQL Settings", "the Install button is grey"]
)
def test_other_buttons_are_left_to_the_guide(text: str) -> None:
    assert screens.consult(read_question(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "the installation is complete, where do I open the console",
        "after the setup: how is it to be found, I mean how do I start the program",
        "MABS is installed now, how do I launch it?",
    ],
)
def test_the_product_is_opened_by_its_icon(text: str) -> None:
    finding = screens.consult(read_question(text))

    assert finding is not None
    assert finding.statements[0].text.startswith("By its icon on the desktop")


@pytest.mark.parametrize(
    "text",
    [
        "the files are extracted, how do I start it",
        "after installation, how do I run the first backup",
        "how do I start the setup wizard",
    ],
)
def test_something_else_is_opened(text: str) -> None:
    assert screens.consult(read_question(text)) is None


def test_what_it_is_asked_for_changes_nothing() -> None:
    asked = "behind the vault credentials page, what does the next screen want? so that I can note it down"
    finding = screens.consult(read_question(asked))

    assert finding is not None
    assert screens.reached(finding) == "encryption setting"


@pytest.mark.parametrize(
    "text",
    [
        "mended what the checker listed. does the wizard begin from the start?",
        "repaired the failed prereqs, do I restart setup",
    ],
)
def test_a_check_that_is_named_is_repeated_once_mended(text: str) -> None:
    finding = screens.consult(read_question(text))

    assert finding is not None
    assert "Check Again" in finding.statements[0].text


@pytest.mark.parametrize(
    "text", ["fixed the prereqs of the agent, push it again?", "repaired the pool, run it again?"]
)
def test_what_is_repaired_elsewhere_is_no_check_of_setup(text: str) -> None:
    assert screens.consult(read_question(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "fixed both. next?",
        "all fixed. what's next",
        "corrected everything, what now?",
        "resolved the red ones, next screen?",
        "mended. now what",
        "repaired them all, what comes next",
    ],
)
def test_behind_a_mended_check_comes_that_check_again_and_then_the_next_screen(text: str) -> None:
    before = {"specialist": "guide", "sections": [INSTALL.section], "query": "Prerequisite Checks lists two"}
    finding = screens.consult(read_question(text, before))

    assert finding is not None
    assert screens.reached(finding) == "prerequisite checks"
    again, onward = finding.statements
    assert "**Check Again**" in again.text
    assert "**SQL Settings**" in onward.text


def test_a_lone_next_reports_that_it_was_clicked() -> None:
    assert moved("", "entered the strong password, next. which page follows?") == "microsoft update"


@pytest.mark.parametrize(
    "text",
    [
        "restart is through, what follows?",
        "we did a reboot",
        "machine is up again. next?",
        "it has come back now",
    ],
)
def test_behind_the_restart_that_the_check_of_sql_wants_comes_that_check_again(text: str) -> None:
    before = {"specialist": "guide", "sections": [INSTALL.section], "query": "sql check wants a reboot"}
    finding = screens.consult(read_question(text, before))

    assert finding is not None
    assert "start the installer again" in finding.statements[0].text
    assert "**Check Again**" in finding.statements[0].text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("sql check wants a reboot", "rebooted, but it fails again"),
        ("Prerequisite Checks lists two", "the machine is up again. next?"),
    ],
)
def test_a_restart_that_leads_elsewhere_is_not_taken_for_it(query: str, text: str) -> None:
    before = {"specialist": "guide", "sections": [INSTALL.section], "query": query}
    finding = screens.consult(read_question(text, before))
    assert finding is None or "start the installer again" not in finding.statements[0].text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "it opened, I chose Microsoft Azure Backup Server, clicked next on Welcome",
            "prerequisite checks",
        ),
        ("the window came, I selected azure backup server", "welcome"),
    ],
)
def test_a_turn_that_only_reports_goes_on_from_the_last_step_that_it_names(text: str, key: str) -> None:
    assert moved("I pressed Finish", text, EXTRACT.section) == key


def test_files_that_have_arrived_are_downloaded() -> None:
    for text in ("all eight are downloaded, what comes next?", "all the setup files are on our server. now?"):
        assert moved("", text, "") == "exe"
