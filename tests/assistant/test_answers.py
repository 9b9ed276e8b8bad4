"""What a person gets, question by question, from the shipped knowledge."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.settings import Settings
from ingest.errors import InputError

ASKED = (
    "Our subscription is expired. May we still write backups to disk?",
    "The server has been offline for 20 days, can we restore from Azure?",
    "Is Windows Server 2019 in the protection matrix?",
    "Is SharePoint 2013 protected? And how big should the scratch space for 12 TB be?",
    "Can we install it on a domain controller?",
    "Can a VM of size A3 take ten data disks?",
    "is 40.126.3.9 covered by the firewall list?",
    "which screen asks for the scratch location?",
    "what is stored in the passphrase file and where should I keep it?",
    "I want to see whether the server talks to Azure, which command do I type?",
    "What happens to my cloud copies once the subscription is gone for good?",
    "walk me through the extraction of the installer",
    "what must the Windows VM have before setup starts?",
    "We get 0x186D2 at night in the backup job",
    "What do I do about error 3012?",
    "replica is inconsistent since the disk was full",
    "How much does Azure Backup Server cost per month?",
    "What is the capital of France?",
    "can we back up to azure?",
)
GUIDE = "Install Azure Backup Server on Azure Stack"


def ask(assistant: Assistant, *turns: str) -> Answer:
    """The answer to the last turn of a conversation."""
    conversation = Conversation()
    for turn in turns:
        answer = assistant.ask(turn, conversation)
    return answer


def referred(text: str) -> set[int]:
    """The numbers that a text refers to."""
    return {int(number) for number in re.findall(r"\[(\d+)\]", text)}


@pytest.mark.parametrize("question", ASKED)
def test_citations_are_exactly_those_referred_to(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert referred(answer.text) == {citation.n for citation in answer.citations}
    assert all(one.document and one.section and one.excerpt for one in answer.citations)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", one.date) for one in answer.citations)


@pytest.mark.parametrize("question", ASKED)
def test_nothing_true_is_withheld_and_answers_are_short(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.trace["withheld"] == []
    assert len(answer.text.split()) <= 200
    assert answer.abstained == (answer.status == "abstained")


@pytest.mark.parametrize("question", ASKED[:13])
def test_what_is_answered_rests_on_a_citation(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.status in {"answered", "clarify"}
    assert answer.citations[0].document == GUIDE


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (ASKED[0], "**No. Back up to disk is stopped"),
        (ASKED[2], "**Windows Server 2019 is not in the guide's protection matrix"),
        (ASKED[4], "**No. "),
        (ASKED[5], "**No. A3 takes 8 disks"),
        (ASKED[6], "**Yes. The guide's list covers it by 40.126.0.0/18"),
        ("will a box with 4 cores and 2 GB RAM do for the backup server?", "**No. "),
        ("Is Server 2016 protected?", "**Yes. Windows Server 2016 is listed"),
        (
            "Is it true that we cannot restore from disk when the subscription is deprovisioned?",
            "**Yes. Restore from disk is stopped",
        ),
        ("Restore from Azure isn't possible while deprovisioned, right?", "**Yes. While the subscription"),
    ],
)
def test_the_verdict_comes_first(shipped_assistant: Assistant, question: str, first: str) -> None:
    assert shipped_assistant.ask(question).text.startswith(first)


@pytest.mark.parametrize(
    "question",
    [
        "Can I not restore from disk when the subscription is expired?",
        "Why is back up to disk stopped when expired?",
        "What works while the subscription is expired?",
    ],
)
def test_no_yes_or_no_where_none_is_asked_or_sure(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.verdicts[0].table == "connectivity"
    assert not re.match(r"\W*(?:yes|no|partly)\b", answer.text, re.IGNORECASE)


def test_several_questions_are_answered_in_their_order(shipped_assistant: Assistant) -> None:
    question = "How big should the scratch space for 12 TB be? And is SharePoint 2013 protected?"

    answer = shipped_assistant.ask(question)

    assert [verdict.table for verdict in answer.verdicts] == ["scratch", "protection"]
    assert answer.text.index("600 GB") < answer.text.index("SharePoint 2013 is listed")
    assert answer.status == "answered"


def test_of_several_questions_one_without_an_answer_makes_the_whole_partial(
    shipped_assistant: Assistant,
) -> None:
    answer = shipped_assistant.ask("Is SharePoint 2013 protected? And what is the capital of France?")

    assert answer.status == "partial"
    assert "SharePoint 2013 is listed" in answer.text
    assert "outside of what I know" in answer.text


def test_no_sentence_is_said_twice(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("How many files is the download? And are all files of it needed together?")

    sentences = [part.strip(" *") for part in re.split(r" \[\d+\][.!?]?\s*", answer.text) if part.strip(" *")]
    assert len(sentences) == len(set(sentences))


def test_a_table_yields_where_its_words_mean_something_else(shipped_assistant: Assistant) -> None:
    for question in ("ways to grow when we run out of room?", "at what age does a backup move upstairs?"):
        assert shipped_assistant.ask(question).trace["consulted"] == ["guide"]


def test_a_difference_between_two_is_one_question(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask(
        "diff. between what SQL Server gets and what SharePoint gets in the matrix?"
    )

    assert "databases" in answer.text
    assert "farm" in answer.text


def test_which_portal_behind_a_state_leaves_the_state_as_told(shipped_assistant: Assistant) -> None:
    turns = ("sub expired. restore from azure?", "which portal?")

    assert "SubscriptionsBlade" in ask(shipped_assistant, *turns).text
    assert (
        "while the subscription is Expired" in ask(shipped_assistant, *turns, "and restore from disk?").text
    )


def test_a_story_of_trouble_that_is_over_is_no_fault(shipped_assistant: Assistant) -> None:
    told = "When I set this up last year the registration failed twice before it worked."
    answer = ask(shipped_assistant, f"{told} Can I change the vault now?")

    assert not answer.verdicts
    assert "always backs up its data to the same Recovery Services vault" in answer.text


def test_a_part_that_names_nothing_is_not_asked_back_beside_an_answer(shipped_assistant: Assistant) -> None:
    assert shipped_assistant.ask("how large is the download, and is that ok?").status == "answered"


def test_a_part_that_names_too_little_is_asked_with_the_one_before(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("The Microsoft Update screen: may I decline? What is recommended?")

    assert "Microsoft Update" in answer.text
    assert "A2" not in answer.text


def test_what_continues_a_talk_is_searched_for_with_the_question_before(shipped_assistant: Assistant) -> None:
    talk = Conversation()
    shipped_assistant.ask("Does Microsoft have a copy of our passphrase?", talk)

    answer = shipped_assistant.ask("even for customers with a premier contract?", talk)

    assert answer.status == "answered"
    assert "passphrase" in answer.text


def test_a_correction_is_answered_as_the_question_before(shipped_assistant: Assistant) -> None:
    answer = ask(shipped_assistant, "sub is expired, can I restore?", "sorry: deprovisioned, not expired")

    assert answer.text.startswith("**No.")


def test_a_figure_alone_is_one_of_what_was_talked_of(shipped_assistant: Assistant) -> None:
    answer = ask(shipped_assistant, "how long may data stay on the disks?", "ours is at 12, how many over?")

    assert "7 days more" in answer.text


def test_a_follow_up_is_not_told_the_answer_before_again(shipped_assistant: Assistant) -> None:
    talk = ("what is the passphrase for", "can I make it 10 characters", "and what if it gets lost")

    answer = ask(shipped_assistant, *talk)

    assert not answer.text.startswith(ask(shipped_assistant, *talk[:2]).text[:40])


def test_where_a_setting_is_told_from_the_section_of_the_answer_before(shipped_assistant: Assistant) -> None:
    answer = ask(shipped_assistant, "which replication for a second vault?", "and where do I click for that?")

    assert "**Backup Configuration**" in answer.text


def test_a_talk_goes_back_to_an_earlier_turn(shipped_assistant: Assistant) -> None:
    first, second = "how many disks does an A3 take?", "which .NET do I need?"

    assert (
        "A4 takes 16 disks"
        in ask(shipped_assistant, first, second, "back to the disks, and one size up?").text
    )
    assert "A3 takes 8 disks" in ask(shipped_assistant, first, second, "back to the first question").text
    assert "A3 takes 8" in ask(shipped_assistant, first, "why?", "are you sure?").text


def test_clarify_names_the_missing_input_with_what_each_choice_means(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("The server has been offline for 20 days, can we restore from Azure?")

    assert answer.status == "clarify"
    assert [missing.name for missing in answer.missing] == ["subscription"]
    choices = {choice.value: choice.meaning for choice in answer.missing[0].choices}
    assert set(choices) == {"Active", "Expired", "Deprovisioned"}
    for value, meaning in choices.items():
        assert f"- {value}: {meaning}" in answer.text


def test_the_reply_to_a_question_back_fills_the_slot(shipped_assistant: Assistant) -> None:
    answer = ask(shipped_assistant, "Offline for 20 days, can we restore from Azure?", "deprovisioned")

    assert answer.status == "answered"
    assert answer.verdicts[0].outcome == "Stopped and Azure recovery points deleted"


def test_a_note_is_marked_and_dated_and_changes_no_verdict(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("Is SQL Server 2022 protected?")

    assert answer.verdicts[0].outcome == "not_listed"
    assert answer.text.startswith("**SQL Server 2022 is not in the guide's protection matrix")
    verdict, note = answer.text.split("\n")
    assert "2023" not in verdict
    assert note.startswith("*Note (2023-04):*")
    assert [one.date[:4] for one in answer.citations] == ["2019", "2023"]


def test_what_the_guide_leaves_out_is_told_with_its_source(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("How much does Azure Backup Server cost per month?")

    assert answer.abstained
    assert answer.text.startswith("**The guide does not state prices")


def test_what_is_outside_is_abstained_from_without_citations(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("What is the capital of France?")

    assert answer.abstained
    assert answer.citations == ()


def test_two_runs_are_equal_but_for_the_time(shipped_assistant: Assistant, shipped_data_dir: Path) -> None:
    with Assistant(Settings(data_dir=shipped_data_dir)) as another:  # type: ignore[call-arg]  # defaults
        for question in ASKED[7:12]:
            one, other = (a.ask(question).to_dict() for a in (shipped_assistant, another))
            assert json.dumps({**one, "timings": 0}) == json.dumps({**other, "timings": 0})


def test_a_conversation_remembers_question_answer_and_facts(shipped_assistant: Assistant) -> None:
    conversation = Conversation()

    answer = shipped_assistant.ask("Is SQL Server 2016 protected?", conversation)

    assert [turn.question for turn in conversation.turns] == [answer.question]
    assert conversation.facts["families"] == ["sql-server"]
    json.dumps(conversation.facts)


def test_a_collection_that_is_not_there_is_named(shipped_assistant: Assistant) -> None:
    with pytest.raises(InputError, match="no collection nosuch"):
        shipped_assistant.ask("which screen asks for the scratch location?", collections=["nosuch"])


@pytest.mark.parametrize("question", ["", "  \n "])
def test_an_empty_question_is_refused(shipped_assistant: Assistant, question: str) -> None:
    with pytest.raises(InputError, match="empty"):
        shipped_assistant.ask(question)


def test_an_overlong_question_is_refused_with_the_limit(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, max_question_chars=100)  # type: ignore[call-arg]  # defaults
    with (
        Assistant(settings) as assistant,
        pytest.raises(InputError, match="101 characters; 100 are the limit"),
    ):
        assistant.ask("x" * 101)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("ID 57 and ID 171 came up. what is ID 57?", "and the other one?"), "ID 171"),
        (("max disks on an A2", "and the next size?", "and the next?"), "A4 takes 16"),
        (("disks of an A3 or an A4? first the A4", "and the other one?"), "A3 takes 8"),
        (("I typed the password in Security Settings", "next clicked, what now?"), "Microsoft Update Opt-In"),
        (
            ("offline since 40 days. what works?", "sub is Active, paid yesterday"),
            "Restore|restore from Azure",
        ),
        (("scratch for 4 TB?", "add 2 TB", "and another 3"), "At least 450 GB"),
        (("A2, 3 disks used", "2 more?"), "No"),
        (("does an A3 take 9 disks?", "which size would?"), "A4"),
        (
            (
                "how many recovery points fit in a vault",
                "and if we keep weekly ones for 10 years from 4 servers?",
            ),
            "2,0(?:80|8[0-9])",
        ),
        (("how many disks for an A3 or an A4?", "and scratch?"), "5 ?%"),
        (("what RPO can you guarantee and what's the fine if it is missed",), "recovery objectives"),
        (("what is the name of the vault our server is in",), "can't know"),
        (("which SLA is there for the vault, and what do we get when they miss it",), "service level"),
    ],
)
def test_conversations_and_messages_of_several_parts(
    shipped_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    answer = ask(shipped_assistant, *turns)

    assert re.search(told, answer.text)
    assert "first 15 days" not in answer.text


def test_beside_a_code_without_an_entry_the_place_that_is_asked_for_is_told(
    shipped_assistant: Assistant,
) -> None:
    answer = ask(shipped_assistant, "setup failed with 0x80070643, where is the log?")

    assert answer.status == "partial"
    assert "no entry for 0x80070643" in answer.text
    assert "DpmSetup.log" in answer.text


@pytest.mark.parametrize("asked", ["what about 2016?", "2016?", "and 2016 then"])
def test_a_year_alone_is_asked_back_for_its_product(shipped_assistant: Assistant, asked: str) -> None:
    assert ask(shipped_assistant, asked).status == "clarify"
    assert ask(shipped_assistant, asked, "sharepoint").text.startswith("**Yes. SharePoint 2016 is listed")


def test_a_choice_by_its_place_goes_on_with_the_question(shipped_assistant: Assistant) -> None:
    answer = ask(shipped_assistant, "is backup ok", "yes", "second")
    assert "are stopped while the subscription is Expired" in answer.text
    assert (
        "SQL Server 2012 SP1 is listed" in ask(shipped_assistant, "is 2012 ok?", "the second", "first").text
    )


def test_the_same_of_another_family_is_told_without_a_yes(shipped_assistant: Assistant) -> None:
    same = ask(shipped_assistant, "Windows Server 2012 volumes and files, covered?", "same for SQL 2014?")
    also = ask(shipped_assistant, "SQL Server 2014 covered?", "same for SQL 2016?")

    assert same.text.startswith("**SQL Server 2014 is listed")
    assert also.text.startswith("**Yes.")


@pytest.mark.parametrize(
    "asked",
    [
        "an article says one day on local disk is the rule. does it hold on our stack?",
        "we read that backups may stay locally for 1 day only. is that true for Azure Stack?",
        "the doc for azure vms recommends one day on disk, the same for us?",
    ],
)
def test_a_figure_read_elsewhere_is_told_whose_it_is(shipped_assistant: Assistant, asked: str) -> None:
    text = shipped_assistant.ask(asked).text
    assert not text.startswith("**Yes")
    assert "more than five days" in text


@pytest.mark.parametrize(
    "asked", ["is it ok to keep data on disk for 1 day?", "we keep one day locally, fine?"]
)
def test_a_time_of_ones_own_is_held_against_the_advice(shipped_assistant: Assistant, asked: str) -> None:
    assert shipped_assistant.ask(asked).text.startswith("**Yes")


def test_where_the_credentials_come_from_is_told_after_what_is_not_said_of_them(
    shipped_assistant: Assistant,
) -> None:
    for where in ("and from where do I download them?", "where can I fetch a new one then?"):
        conversation = Conversation()
        assert shipped_assistant.ask("how long do the vault credentials live?", conversation).abstained
        assert "Prepare Infrastructure" in shipped_assistant.ask(where, conversation).text


def test_a_reason_for_asking_is_no_fault_beside_a_number(shipped_assistant: Assistant) -> None:
    for asked in (
        "A3 -> A4, how many disks more than now? it's full",
        "A3 -> A4. how many disks more than now (its full)",
    ):
        assert shipped_assistant.ask(asked).text.startswith("**8 more disks")


@pytest.mark.parametrize(
    "asked",
    [
        "2012 R2 machine: does the matrix give me the whole vm as an image, or which level do we get?",
        "are entire virtual machines protected?",
        "can a VM be backed up as an image?",
    ],
)
def test_a_whole_machine_is_answered_by_the_matrix(shipped_assistant: Assistant, asked: str) -> None:
    answer = shipped_assistant.ask(asked)
    assert answer.status == "answered"
    assert "volumes, files and folders" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "from next year it should send to another vault, simply repoint the server?",
        "swap the vault of our server?",
    ],
)
def test_a_change_of_the_vault_is_answered(shipped_assistant: Assistant, asked: str) -> None:
    answer = shipped_assistant.ask(asked)
    assert answer.status == "answered"
    assert "same Recovery Services vault" in answer.text


def test_where_failed_prerequisites_are_listed_is_told_with_the_button(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("where are the failed prereqs listed and what button after a fix?")
    assert "DpmSetup.log" in answer.text
    assert "Check Again" in answer.text


def test_the_cmdlet_and_the_page_are_told_together(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask(
        "connection and subscription: which cmdlet for the one, which page for the other?"
    )
    assert "Get-DPMCloudConnection" in answer.text
    assert "SubscriptionsBlade" in answer.text


def test_the_default_and_the_menu_are_told_together(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("storage redundancy by default? n in which menu do I change it")
    assert "geo-redundant" in answer.text
    assert "Backup Configuration" in answer.text


def test_behind_both_parts_of_a_product_its_pack_is_one_of_the_matrix(shipped_assistant: Assistant) -> None:
    answer = ask(shipped_assistant, "SQL 2014 fine with MABS on Azure Stack?", "and 2012 without any SP?")

    assert "SQL Server 2012" in answer.text
    assert "SP1" in answer.text


def test_the_command_that_a_second_question_asks_for_is_told(shipped_assistant: Assistant) -> None:
    asked = (
        "which IP ranges must the firewall open, and with what command is it proved that it worked afterwards"
    )
    answer = ask(shipped_assistant, asked)

    assert "20.190.128.0/18" in answer.text
    assert "Get-DPMCloudConnection" in answer.text


def test_the_same_is_asked_back_only_once(shipped_assistant: Assistant) -> None:
    asked = "cut off for 6 weeks.\ncan we restore anything?\nand when the line is back, will jobs run?"
    answer = ask(shipped_assistant, asked)

    assert answer.text.count("Which state does the subscription show") == 1


def test_a_part_that_repeats_what_was_told_is_asked_by_itself(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask(
        "can the server go into a new AD once it runs? and once it is too tight, which series is the next"
    )

    assert "new domain" in answer.text
    assert "D series" in answer.text
