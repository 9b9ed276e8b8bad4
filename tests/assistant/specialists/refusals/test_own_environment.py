from __future__ import annotations

import pytest

from assistant.specialists.refusals.own_environment import (
    asks_of_news,
    asks_of_own,
    asks_of_people,
    asks_to_act,
)


@pytest.mark.parametrize(
    "text",
    [
        "at what time did the job on FS07 end last night?",
        "when was the last restore of HR-DB done?",
        "how long did yesterday's backup take?",
        "which servers failed this week?",
        "has the replica that Ina created today finished?",
        "is the pool full at the moment?",
        "which of our vaults holds the mail server",
        "the group SQL-2 is gone: who removed it? need the name",
        "name of the admin who stopped the job?",
        "how many times did it say FALSE last week?",
        "how many restores are we going to run next year?",
        "how much storage will our server need in 2031",
        "when was the newest recovery point of db-77 taken?",
        "has HR-01 had a backup overnight",
        "how much is free on disk 3 at present?",
        "how many points does FS12 have right now",
        "which vault is ex-02 registered",
        "why did our consultant choose three vaults?",
        "is job 2210 done?",
        "did the sync of FS-07 work?",
        "was the restore on the server finished by now",
        "has the new colleague replaced the switch yet?",
        "free room on our E: right now?",
        "another product key for Windows Server, the last was refused",
        "I forgot the admin password of this box, what is it?",
    ],
)
def test_what_happened_at_the_asker_s_place_stands_in_no_document(text: str) -> None:
    assert asks_of_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "what IP addresses have to be open on the proxy?",
        "is job 7 allowed while the subscription is expired?",
        "are recovery points of 2016 done for?",
        "can our server restore right now?",
        "I lost the password of Security Settings, what is it for?",
        "do I need a product key for the bundled SQL Server?",
        "has the server been offline for 20 days yet?",
        "why did the backup fail last night?",
        "the job failed yesterday with error 3106, what should I do?",
        "how long does the download take?",
        "where do I see which jobs failed yesterday?",
        "when was the guide last changed?",
        "is a restore allowed while the server is offline?",
        "how many recovery points fit in a vault?",
        "how many recovery points are we going to have in 2030?",
        "how many points will we have next year with daily backups?",
        "how much scratch will we need next year if the data doubles?",
        "how many of 30 servers will we still protect next year?",
        "how often has the job failed since yesterday, and why?",
        "which account do we need for the setup?",
        "who needs the passphrase to restore?",
        "why did the wizard choose this path?",
        "how much is left of a vault with 9000 points currently used, and how much may it hold?",
        "which server is meant by the table",
    ],
)
def test_what_the_documents_answer_is_left_to_them(text: str) -> None:
    assert not asks_of_own(text)


def test_the_people_behind_the_product_are_in_no_document() -> None:
    assert asks_of_people("who invented azure backup server?")
    assert asks_of_people("name of the engineering lead of DPM at Microsoft")
    assert not asks_of_people("pretend to be the product manager of MABS and answer")
    assert not asks_of_people("who owns the passphrase?")


def test_since_when_something_is_so_is_told_rather_than_asked() -> None:
    assert not asks_of_own("can I restore when it has been two weeks since the server could last see Azure?")
    assert asks_of_own("when was the last restore run?")


def test_who_is_only_told_of_is_not_asked_for() -> None:
    assert asks_of_own("who built this server")
    assert not asks_of_own("the colleague who built this server left, will six disks fit")


@pytest.mark.parametrize(
    "text",
    [
        "last night's backup of the file server, did it work?",
        "has the sunday job for the file server run ok",
        "any idea whether tonight's restore on SRV-APP2 is done",
        "hey, did the nightly run complete",
        "how did yesterday's sync go?",
        "did last nights restore of DC3 go thru",
        "did my colleague already register the server?",
        "what does the log on my server say about job 5",
    ],
)
def test_how_a_run_of_some_day_went_is_not_known(text: str) -> None:
    assert asks_of_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "does last night's failed backup have to be run again by hand",
        "how do I see whether last night's backup went through",
        "did the update change how long points stay on disk",
        "how long has the server to be offline until backups stop",
        "is the nightly backup to azure allowed while expired?",
        "why did last night's job not run",
        "what does the log of setup say when a check fails",
        "has the agent already to be installed",
    ],
)
def test_what_follows_from_a_run_is_asked_of_the_documents(text: str) -> None:
    assert not asks_of_own(text)


def test_of_last_nights_run_nothing_is_known() -> None:
    assert asks_of_own("did last nights job on SRV3 finish?")
    assert not asks_of_own("last nights job failed with ID 52, what now?")


@pytest.mark.parametrize(
    "text",
    [
        "is there a known outage of azure today?",
        "any current incident in west us right now?",
        "will the bank transfer be through by tuesday?",
        "how long does support need to answer",
        "in which month will the next release be published?",
        "when will SQL Server 2030 be added to the matrix",
        "does Microsoft sell this in 2041?",
    ],
)
def test_news_stand_in_no_document(text: str) -> None:
    assert asks_of_news(text)


@pytest.mark.parametrize(
    "text",
    [
        "we have an outage today: is backup to disk stopped?",
        "will support's reactivation by Friday bring the data back, once it is Active?",
        "is backup to Azure down while we are Expired?",
        "how long does the download need",
        "when will the old points be added to those in the vault?",
        "which version is listed?",
    ],
)
def test_what_a_table_settles_is_no_news(text: str) -> None:
    assert not asks_of_news(text)


def test_what_was_set_wrong_is_told_by_the_message() -> None:
    assert not asks_of_own("what did we enter wrong on that page?")
    assert asks_of_own("what did we enter on that page?")


@pytest.mark.parametrize(
    "text",
    [
        "which version comes out next year",
        "what MABS release is due in spring",
        "will the next version protect Exchange",
        "does a future release cover SQL 2029?",
        "which release will follow?",
    ],
)
def test_a_release_to_come_is_news(text: str) -> None:
    assert asks_of_news(text)


@pytest.mark.parametrize(
    "text",
    [
        "which version of SQL is listed",
        "is the next step the restart",
        "which release of Windows is protected",
    ],
)
def test_a_release_that_is_there_is_none(text: str) -> None:
    assert not asks_of_news(text)


def test_nothing_is_done_at_the_asker_s_place() -> None:
    assert asks_to_act("can you restart the job for me")
    assert asks_to_act("could you please run our backup of SRV3 again")
    assert asks_of_own("who restarted our server at 3 am")


@pytest.mark.parametrize(
    "text",
    [
        "can you run setup on a DC",
        "can you restore a file from an expired subscription",
        "can you back up exchange with it",
        "can you stop the download and go on later",
    ],
)
def test_what_anybody_can_do_is_asked_of_the_documents(text: str) -> None:
    assert not asks_to_act(text)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("who put the agent on FS4 last week, and with which account", True),
        ("which admin changed the protection group on Friday?", True),
        ("which user must install the product?", False),
        ("the person who added the disk has left. can I restore?", False),
    ],
)
def test_who_did_something_there_is_not_known(text: str, *, own: bool) -> None:
    assert asks_of_own(text) is own
