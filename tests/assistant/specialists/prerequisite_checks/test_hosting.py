"""What may run beside the backup server: a use counts where it is put on the machine, not in passing."""

from __future__ import annotations

from itertools import product

import pytest

from assistant.specialists import prerequisites
from assistant.specialists.prerequisite_checks import hosting
from assistant.table_answers import settled
from assistant.understanding.read import read_question

_USES = ("WSUS", "IIS", "a print server", "a file share", "DNS")


@pytest.mark.parametrize(
    ("text", "use"),
    list(
        product(
            (
                "may we run {} on the MABS VM?",
                "can I put {} on the backup server too?",
                "is {} on the same machine as MABS ok?",
                "can the backup server double as {}?",
                "{} and MABS on one box, allowed?",
                "can it run on a machine with {}?",
            ),
            _USES,
        )
    ),
)
def test_a_use_that_is_put_on_the_machine_is_advised_against(text: str, use: str) -> None:
    result = hosting.host_role(read_question(text.format(use)))

    assert result is not None
    assert result.outcome == "warn"


@pytest.mark.parametrize(
    "text",
    [
        "WSUS guy here. why would setup want Microsoft Update, isn't Windows Update sufficient?",
        "the jump host can't reach the MABS console",
        "SCCM pushes .NET 4.8 on the backup server, a problem?",
        "as the SCCM admin, may I run an update on the backup server?",
        "our DNS team wants to run a check on the backup server, ok?",
        "does the Exchange admin have to install MABS?",
    ],
)
def test_a_use_named_in_passing_is_no_role_of_the_machine(text: str) -> None:
    assert hosting.host_role(read_question(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "can I install it on this server?",
        "can MABS go on our existing box?",
        "is this server suitable for MABS?",
        "install on my server ok?",
        "can it be installed here",
        "will it run on the machine I have?",
    ],
)
def test_of_a_machine_of_which_nothing_is_told_the_role_is_asked(text: str) -> None:
    result = hosting.untold(read_question(text))

    assert result is not None
    assert result.standing == "missing"
    assert "role" in result.missing[0].question


@pytest.mark.parametrize(
    "text",
    [
        "can I install it on this Exchange server?",
        "can I install it on an A2?",
        "how do I install it on this server?",
        "can I install the agent on this server?",
        "can I restore it on this server?",
        "is the server up?",
    ],
)
def test_what_tells_more_is_not_asked_back(text: str) -> None:
    assert hosting.untold(read_question(text)) is None


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("and with IIS?", "warn"),
        ("and on a DC?", "fail"),
        ("an Exchange box?", "fail"),
        ("and our badge reader box", "warn"),
        ("on a member server with the fax queue", "warn"),
        ("a dedicated one, then?", "pass"),
    ],
)
def test_another_role_is_judged_after_one_was(text: str, outcome: str) -> None:
    result = hosting.another_role(text, "can MABS share the VM with WSUS?")

    assert result is not None
    assert result.outcome == outcome
    assert hosting.another_role(text, "which .NET do I need?") is None
    assert hosting.another_role("and with 4 cores?", "can MABS share the VM with WSUS?") is None


@pytest.mark.parametrize(
    "text",
    [
        "The mail system Exchange sits on a different host. May I set MABS up here?",
        "our DC is another machine; can I install on a fresh VM?",
        "the domain controller is offline, may I install MABS?",
    ],
)
def test_a_role_of_another_machine_or_out_of_order_is_none_of_the_servers_own(text: str) -> None:
    assert hosting.host_role(read_question(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Exchange is on another box. May MABS be installed there?",
        "the DC is a separate server, can I put MABS on it?",
        "can I install MABS on a different domain controller?",
        "our second DC is down most of the time, is MABS on the same box fine?",
    ],
)
def test_a_role_of_the_machine_that_is_pointed_at_still_counts(text: str) -> None:
    result = hosting.host_role(read_question(text))

    assert result is not None
    assert result.outcome == "fail"


def test_with_the_role_elsewhere_a_bare_machine_is_still_asked_about() -> None:
    result = hosting.untold(read_question("Exchange lives elsewhere. May we install it on this server?"))

    assert result is not None
    assert result.standing == "missing"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("nothing else", "pass"), ("it's empty", "pass"), ("it's a file server", "warn"), ("a DC", "fail")],
)
def test_the_role_that_was_asked_for_is_judged(text: str, outcome: str) -> None:
    result = hosting.another_role(text, "may we put MABS on this box?")

    assert result is not None
    assert result.outcome == outcome


def test_what_is_to_be_protected_is_no_reply_to_it() -> None:
    assert hosting.another_role("restore exchange", "may we put MABS on this box?") is None
    assert hosting.another_role("nothing else", "which .NET do I need?") is None


def test_a_machine_by_its_name_alone_goes_on_with_hosting() -> None:
    before = {"specialist": "prerequisites", "query": "may MABS share the VM with WSUS?"}
    for text in (
        "SharePoint machine?",
        "and on one of the two nodes of that cluster, it has memory to spare",
    ):
        assert prerequisites.consult(read_question(text, before)), text
    assert not prerequisites.consult(read_question("protect the SharePoint machine", before))


def test_another_job_of_the_machine_goes_before_its_system_and_its_sql() -> None:
    for text in (
        "our 2016 archive server also as the MABS machine?",
        "a SQL box is idle, install MABS there?",
    ):
        found = prerequisites.consult(read_question(text))
        assert [(one.verdicts[0].table, one.verdicts[0].outcome) for one in found] == [("dedicated", "warn")]


def test_tools_of_a_role_are_not_the_role() -> None:
    found = prerequisites.consult(read_question("only the exchange admin tools on that box, MABS ok?"))
    assert found[0].status == "partial"


def test_several_systems_of_the_servers_own_machine() -> None:
    found = prerequisites.consult(read_question("2012, 2016 or 2019 for the MABS vm itself?"))
    assert "2012 R2 Datacenter or 2016 Datacenter" in found[0].statements[0].text


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("could we install it on the RDS machine", "rds machine"),
        ("is the hyper-v role allowed on the MABS vm", "hyper-v role"),
        ("may it be deployed: install it on our print server?", "print server"),
    ],
)
def test_it_is_the_server_where_it_is_installed(text: str, use: str) -> None:
    (found, *_) = settled(read_question(text))

    assert found.statements[0].text.lower().startswith(f"better not: {use} isn't")


@pytest.mark.parametrize(
    "text",
    [
        "the chosen server is a domain controller with 4 cores. go or no go",
        "mabs vm: exchange 2013 on it, 8 GB. ok?",
    ],
)
def test_a_role_of_the_chosen_machine_goes_before_its_figures(text: str) -> None:
    (first, *_) = prerequisites.consult(read_question(text))
    assert (first.verdicts[0].table, first.verdicts[0].outcome) == ("host-role", "fail")


def test_what_is_told_besides_may_say_nothing_of_the_machine() -> None:
    result = hosting.untold(read_question("may we install it on that box? nobody needs it until June"))

    assert result is not None
    assert result.outcome == "unknown"


def test_what_is_told_besides_may_tell_of_the_machine() -> None:
    assert hosting.untold(read_question("may we install it on that box? it is an A1")) is None


@pytest.mark.parametrize(
    ("before", "text", "verdict"),
    [
        ("can it run on a domain controller?", "and a spare member server?", "Yes. A dedicated machine"),
        ("can it run on a domain controller?", "and on a plain member server?", "Yes, as far as that goes"),
        ("can we put it on the exchange box?", "then an idle vm", "Yes. A dedicated machine"),
        ("can mabs run on a cluster node?", "what about a standalone server", "Yes, as far as that goes"),
        ("does it have to be dedicated?", "so a spare member server would do?", "Yes. A dedicated machine"),
        ("can it run on a domain controller?", "a member server with the fax queue", "Better not"),
    ],
)
def test_a_machine_that_is_told_by_what_it_lacks_is_judged(before: str, text: str, verdict: str) -> None:
    result = hosting.another_role(text, before)

    assert result is not None
    assert result.headline.startswith(verdict)


def test_a_machine_goes_on_after_the_guide_told_of_a_dedicated_one() -> None:
    before = {"specialist": "guide", "query": "must it be a dedicated machine?"}

    assert prerequisites.consult(read_question("so a spare member server would do?", before))
    assert not prerequisites.consult(
        read_question("so a spare disk would do?", {**before, "query": "disks?"})
    )
    assert not prerequisites.consult(read_question("protect an idle server?", before))


def test_what_stands_by_itself_after_a_cluster_is_no_workgroup() -> None:
    told = {
        "specialist": "prerequisites",
        "topics": ["cluster-node"],
        "query": "can it run on a cluster node?",
    }
    findings = prerequisites.consult(read_question("what about a standalone server", told))

    assert [finding.verdicts[0].outcome for finding in findings] == ["pass"]


def test_every_excluded_role_that_is_named_is_told() -> None:
    result = hosting.host_role(
        read_question("does a DC or a cluster node qualify as host for the backup server?")
    )

    assert result is not None
    assert result.inputs == {"role": "domain controller, cluster node"}
