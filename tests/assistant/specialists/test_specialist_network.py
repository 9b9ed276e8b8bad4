"""A proxy of one's own is no target of the list that firewall and proxy let through."""

from __future__ import annotations

import pytest

from assistant.decisions.network import ENTRIES
from assistant.specialists import network
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("can I use http://proxy.corp.local:8080 for MABS", "own_proxy"),
        ("our proxy is gate.contoso.com, can we use that?", "own_proxy"),
        ("proxy 10.1.1.5:3128 in the agent installer ok?", "own_proxy"),
        ("must the proxy allow proxy.contoso.com", "not_listed"),
        ("does the proxy have to let login.microsoftonline.com through", "covered"),
    ],
)
def test_the_own_proxy_is_entered_and_not_listed(text: str, outcome: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.verdicts[0].outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "can the firewall deny *.windows.net?",
        "we leave out login.microsoftonline.com, ok?",
        "skip 40.126.0.0/18?",
        "is *.windowsazure.com dispensable",
        "proxy drops msftncsi.com, fine?",
    ],
)
def test_what_the_list_has_may_not_be_shut_out(text: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.verdicts[0].outcome == "covered"
    assert finding.statements[0].text.startswith("No. ")
    assert "must stay reachable" in finding.statements[0].text


@pytest.mark.parametrize(
    "text",
    [
        "*.windows.net must not be blocked, right?",
        "what if *.windows.net is blocked",
        "can the firewall block everything except *.windows.net",
        "is *.windows.net blocked by default",
        "does blocking *.windows.net matter",
        "may we block foo.example.org at the proxy?",
    ],
)
def test_no_yes_or_no_where_it_could_be_read_either_way(text: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert not finding.statements[0].text.startswith(("Yes", "No."))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("is *.windows.net enough", "7 of the 8"),
        ("do *.microsoft.com and 40.126.0.0/18 suffice? are they sufficient", "6 of the 8"),
    ],
)
def test_a_part_of_the_list_is_not_enough(text: str, missing: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.verdicts[0].outcome == "incomplete"
    assert missing in finding.statements[0].text


def test_a_name_that_is_enough_to_reach_another_is_no_whole_list() -> None:
    findings = network.consult(read_question("is *.windows.net enough to reach foo.blob.core.windows.net"))

    assert [finding.verdicts[0].outcome for finding in findings] == ["covered", "covered"]


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ("the ranges?", "20.190.128.0/18 is open. and the second?", "40.126.0.0/18"),
        (
            "firewall: *.windows.net and *.microsoftonline.com are in",
            "*.windowsazure.com too. which wildcard is missing",
            "*.Microsoft.com",
        ),
        ("firewall: *.Microsoft.com, *.WindowsAzure.com", "what else", "has 4 more: www.msftncsi.com"),
    ],
)
def test_what_remains_of_the_list_after_what_the_talk_named(before: str, text: str, told: str) -> None:
    found = network.consult(read_question(text, {"specialist": network.NAME, "query": before}))
    assert told in found[0].statements[0].text
    if "wildcard" in text:
        assert "www." not in found[0].statements[0].text


def test_how_many_entries_the_list_has() -> None:
    before = {"specialist": "guide", "query": "the proxy team wants the list"}
    for reading in (
        read_question("how many lines are that, names and ranges?", before),
        read_question("how many URLs go through the firewall?"),
    ):
        (finding,) = network.consult(reading)
        assert finding.statements[0].text == "The guide lists six URLs and two IP ranges."
        assert finding.missing == ()
    assert not network.consult(read_question("how many lines does the log have?"))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("is windows.net alone enough?", "Only as *.windows.net: windows.net itself"),
        ("must msftconnecttest.com be open", "Only as www.msftconnecttest.com"),
        ("open *.windows.net and *.microsoft.com: what is missing?", "6 of the 8"),
        ("we allow *.windows.net and *.microsoft.com, is that enough?", "No. 6 of the 8"),
    ],
)
def test_how_a_bare_name_is_listed_and_what_a_list_lacks(text: str, start: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.statements[0].text.startswith(start)


@pytest.mark.parametrize(
    "text",
    ["which entries of the firewall list have wildcards?", "any wildcard among the URLs for the proxy?"],
)
def test_the_entries_with_an_asterisk(text: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.statements[0].text.startswith("Wildcard entries of the guide's list: *.Microsoft.com")


def test_the_names_beside_the_wildcards_are_the_whole_list() -> None:
    assert not network.consult(
        read_question("name the URLs and wildcards that the firewall has to let through")
    )


def test_a_wildcard_of_another_kind() -> None:
    assert not network.consult(read_question("is a wildcard certificate fine on the proxy?"))


@pytest.mark.parametrize(
    "text",
    [
        "proxy rules: *.windows.net, *.microsoftonline.com. is something missing?",
        "we let *.microsoft.com and *.windows.net through the firewall, did we forget anything",
    ],
)
def test_that_something_lacks_is_confirmed(text: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.statements[0].text.startswith("Yes. ")
    assert finding.verdicts[0].outcome == "incomplete"


def test_one_rule_alone_is_not_complete() -> None:
    (finding,) = network.consult(read_question("the firewall allows *.windowsazure.com, is it complete?"))

    assert finding.statements[0].text.startswith("No. 7 of the 8")


def test_whether_a_name_is_on_the_list_is_no_question_for_all_of_it() -> None:
    (finding,) = network.consult(read_question("is *.windowsazure.com missing from your list"))

    assert finding.verdicts[0].outcome == "covered"


@pytest.mark.parametrize(
    "text",
    [
        "does the firewall need anything besides *.windows.net?",
        "we opened *.microsoft.com. anything else for the firewall?",
        "we allow *.windows.net only. any more needed?",
        "proxy lets 40.126.0.0/18 through, something else too?",
    ],
)
def test_whether_more_has_to_be_let_through_is_told_by_what_lacks(text: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.verdicts[0].outcome == "incomplete"
    assert finding.statements[0].text.startswith("Yes. 7 of the 8 entries are missing")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("does the guide's list name *.queue.core.windows.net exactly?", "No. The guide's list doesn't name"),
        ("is login.microsoftonline.com literally on the list?", "No. The guide's list doesn't name"),
        ("is *.windows.net on the list, word for word?", "Yes. The guide's list names it"),
        ("must the proxy let login.microsoftonline.com through?", "Yes. The guide's list covers it by"),
    ],
)
def test_a_wildcard_covers_and_does_not_name(text: str, start: str) -> None:
    assert network.consult(read_question(text))[0].statements[0].text.startswith(start)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("*.windows.net is open. the remaining names and the ip ranges?", "7"),
        ("firewall has *.windows.net and *.Microsoft.com. rest of the names + ranges please", "6"),
        ("*.windows.net and *.Microsoft.com are open. which names are left?", "4"),
        ("20.190.128.0/18 is open. the other range?", "1"),
    ],
)
def test_what_remains_is_told_of_each_kind_that_is_asked_for(text: str, count: str) -> None:
    (finding,) = network.consult(read_question(text))
    assert finding.verdicts[0].outcome == "others"
    assert sum(entry in finding.statements[0].text for entry in ENTRIES) == int(count)


@pytest.mark.parametrize(
    "text",
    [
        "the firewall takes only ip addresses, what do we open?",
        "our proxy can't handle names, what remains of the list",
        "names are impossible with our packet filter, it knows addresses only",
    ],
)
def test_who_can_let_no_names_through_is_told_the_ranges(text: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.verdicts[0].outcome == "ranges"
    assert "gives no addresses" in finding.statements[-1].text


@pytest.mark.parametrize("text", ["we opened only the ip ranges, enough?", "the wiki knows names only"])
def test_the_ranges_alone_are_told_to_nobody_else(text: str) -> None:
    assert not [one for one in network.consult(read_question(text)) if one.verdicts[0].outcome == "ranges"]


@pytest.mark.parametrize(
    "text",
    [
        "does *.blob.core.windows.net have a line of its own in the list?",
        "a newer list has *.blob.core.windows.net for the firewall, the guide does not. did we lose a page",
        "is *.blob.core.windows.net itself listed for the proxy",
    ],
)
def test_whether_a_name_has_an_entry_of_its_own_is_no_question_of_what_covers_it(text: str) -> None:
    finding = network.consult(read_question(text))[0]

    assert "doesn't name" in finding.statements[0].text
    assert "2023 and 2025" in finding.statements[-1].text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("they allowed *.windows.net. is www.msftncsi.com listed?", ["www.msftncsi.com"]),
        ("*.windows.net is open already. is www.msftncsi.com listed?", ["www.msftncsi.com"]),
        ("is *.windows.net allowed? and www.msftncsi.com?", ["*.windows.net", "www.msftncsi.com"]),
        ("we permit *.windows.net and x.contoso.com. are they listed?", ["*.windows.net", "x.contoso.com"]),
        ("the proxy allows *.windows.net, right?", ["*.windows.net"]),
    ],
)
def test_a_name_that_is_let_through_already_is_not_asked_about(text: str, names: list[str]) -> None:
    said = [finding.statements[0].text for finding in network.consult(read_question(text))]

    assert len(said) == len(names)
    assert all(name in text for name, text in zip(names, said, strict=True))
