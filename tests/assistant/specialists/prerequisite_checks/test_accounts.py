"""Who may install: a domain user with administrator privileges, whatever the group that gives them."""

from __future__ import annotations

import pytest

from assistant.specialists import prerequisites
from assistant.specialists.prerequisite_checks import accounts
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "setup account: AD user plus local administrator of the VM, fine?",
        "an AD account that is local admin there, may it install",
        "the user is in our domain and admin of that machine, would it do?",
        "is local admin with a domain login good for setup",
        "may NORTH\\mia run setup, she is local admin there",
        "installing as domain admin, ok?",
        "a domain user with admin privileges instead of a local admin for setup?",
        "a domain user in the local administrators group, fine for setup?",
    ],
)
def test_a_domain_user_with_privileges_may(text: str) -> None:
    result = accounts.account(read_question(text))

    assert result is not None
    assert result.outcome == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "can the machine's local administrator run setup",
        "local admin account for the install, good?",
        "may a local admin install rather than a domain admin",
        "domain user without any admin rights, may he install",
        "ann is in the local administrators, no domain account. may she install?",
    ],
)
def test_either_half_alone_may_not(text: str) -> None:
    result = accounts.account(read_question(text))

    assert result is not None
    assert result.outcome == "fail"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("must it be a domain administrator who installs", "No."),
        ("is being a domain admin obligatory for setup?", "No."),
        ("does the wizard require Enterprise Admin", "No."),
        ("we don't get domain admin here, can we install anyway?", "Yes."),
        ("domain admin isn't required, correct?", "A domain user"),
    ],
)
def test_domain_admins_is_not_asked_for(text: str, lead: str) -> None:
    found = prerequisites.consult(read_question(text))

    assert found[0].statements[0].text.startswith(lead)
    assert "Domain Admins is not asked for" in found[0].statements[0].text


@pytest.mark.parametrize(
    "text",
    [
        "is a local admin enough, or must it be somebody of the domain",
        "does pushing the agent need domain admin",
        "must I be domain admin to protect a file server",
    ],
)
def test_a_rule_or_another_account_is_not_judged(text: str) -> None:
    result = accounts.account(read_question(text))

    assert result is None or result.outcome == "fail"


@pytest.mark.parametrize("text", ["who may start the setup?", "who is allowed to install MABS"])
def test_who_may_install_is_told(text: str) -> None:
    result = accounts.account(read_question(text))

    assert result is not None
    assert result.outcome == "pass"


def test_a_name_alone_tells_nothing_of_an_account() -> None:
    result = accounts.account(read_question("account svc_07 fine to run the installer?"))

    assert result is not None
    assert result.outcome == "unknown"


@pytest.mark.parametrize(
    "text", ["who installs the agents?", "who can install the agent", "account for the vault ok?"]
)
def test_other_accounts_are_left_alone(text: str) -> None:
    assert accounts.account(read_question(text)) is None
