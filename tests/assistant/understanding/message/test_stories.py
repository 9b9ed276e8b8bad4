"""A story that ended well is left out of the question behind it."""

from __future__ import annotations

from rows import every

from assistant.understanding.message.stories import overcome, without_story


@every(
    ("told", "asked"),
    [
        (
            "setup complained because .net was missing, he put it on and setup ran through.",
            "how do we register it with the vault?",
        ),
        (
            "last week i ran setup, the check failed first, i rebooted and it passed.",
            "what comes after the summary screen?",
        ),
        ("The wizard froze last month but that's solved.", "where is the log of the prerequisites?"),
        ("the registration failed twice before it worked.", "Can I change the vault now?"),
        ("setup refused on the DC. we moved to a fresh vm and there it works.", "is a cluster node ok?"),
        (
            "agent registration failed because of the proxy, that's sorted out now.",
            "how do i check the link?",
        ),
        ("the agent didn't install at first; it's fixed.", "which account runs setup?"),
        ("wrong credentials file, then it worked!", "where do we keep the passphrase?"),
    ],
)
def test_what_is_asked_behind_a_story_that_ended_well_is_left(told: str, asked: str) -> None:
    assert without_story(f"{told} {asked}") == asked


@every(
    "text",
    [
        "Setup failed twice because of the passphrase file. It works now. Why did it fail?",
        "Restore failed on Monday, it worked after a reboot. Was that expected?",
        "if it worked we would be done. how do i register the server?",
        "Setup fails at the SQL check. how do i go on?",
        "we fixed it but it still fails. where is the log of the prerequisites?",
        "Install failed: .NET missing. We installed 4.8 and it went through. Is 4.8 ok?",
        "A2 with 12 TB is installed. how many disks can I attach?",
        "the sub is expired, that's fixed now. can we restore from azure?",
        "it failed with 0x80070005, that's solved. what does the error mean?",
        "the update opt-in was skipped and setup finished. can I change that later?",
        "last week setup failed, we restarted and it went through.",
        "it passed. ok?",
        "setup went fine yesterday. but today the backup fails with access denied. what to do?",
        "no job starts by itself although all is green. by hand it works. who is asleep?",
    ],
)
def test_what_a_question_hangs_on_stays(text: str) -> None:
    assert without_story(text) == text


@every(
    ("text", "over"),
    [
        ("last week setup failed at the SQL check, we restarted and it went through.", True),
        ("first time the installer failed. second time it was fine.", True),
        ("setup failed at the SQL check. we restarted", False),
        ("it went through. now the restore fails", False),
        ("registration fails, server had been registered with a different vault before", False),
        ("backups fail on exactly one drive. agent is green elsewhere", False),
        ("setup went through without trouble", False),
    ],
)
def test_trouble_that_is_all_a_message_tells_is_over(text: str, over: bool) -> None:
    assert overcome(text) is over
