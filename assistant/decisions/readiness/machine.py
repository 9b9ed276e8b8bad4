"""Checks of the machine: its image, its role, its domain, .NET and the SQL Server instance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.guide import USING_VM
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, flag_check, unknown, verdict
from assistant.decisions.reading.quantities import Version, as_written, parse_version
from assistant.decisions.types import (
    Choice,
    DecisionResult,
    MissingInput,
    Rule,
    Standing,
    Strength,
    caveat,
    headline,
    reason,
)

_IMAGE = lazy(r"(?<!\d)(?P<year>20\d\d)(?:\s*(?P<r2>r\s*2))?")


def host_image(image: str = "") -> DecisionResult:
    """Whether an operating system image is one of the two that the guide recommends, at worst WARN."""
    item = items.HOST_IMAGE
    if not image.strip():
        return unknown(item)
    inputs = {"image": image.strip()}
    match = _IMAGE().search(image)
    version = f"{match['year']} R2" if match and match["r2"] else match["year"] if match else ""
    linux = re.search(r"linux|ubuntu|debian|red\s*hat|rhel|centos|suse", image, re.IGNORECASE)
    if version not in ("2016", "2012 R2") or linux or re.search(r"sql|share\s*point", image, re.IGNORECASE):
        said = f"{image.strip()} is not one of the two images that the guide recommends."
        return verdict(item, Status.WARN, said, inputs=inputs)
    if re.search(r"data\s*center", image, re.IGNORECASE):
        return verdict(
            item, Status.PASS, f"Yes. Windows Server {version} Datacenter is recommended.", inputs=inputs
        )
    other = re.search(r"standard|essentials|enterprise|foundation|web", image, re.IGNORECASE)
    if other:
        said = f"Windows Server {version} is recommended as Datacenter, not as {other[0].title()}."
        return verdict(item, Status.WARN, said, inputs=inputs)
    said = f"Yes, in its Datacenter edition: Windows Server {version} Datacenter is recommended."
    return verdict(item, Status.PASS, said, inputs=inputs)


def host_images() -> DecisionResult:
    """Which operating system images the guide recommends for the machine."""
    said = (
        "Windows Server 2012 R2 Datacenter or 2016 Datacenter, from the gallery: the two that it recommends."
    )
    return verdict(
        items.HOST_IMAGE, Status.PASS, said, outputs={"image": "2012 R2 Datacenter, 2016 Datacenter"}
    )


EXCLUDED = {
    "domain controller": "a computer that runs as a domain controller",
    "application server": "a computer with the Application Server role",
    "exchange": "a computer where Exchange Server runs",
    "cluster node": "a node of a cluster",
}
_ROLE_WORDS = (
    (
        "domain controller",
        r"domain\s*controllers?|\bdcs?\b|active\s+directory(?:\s+domain\s+services)?|\bad\s*ds\b",
    ),
    ("application server", r"application[\s_-]*server|app[\s_-]*server"),
    ("exchange", r"exchange"),
    ("cluster node", r"cluster|\bwsfc\b"),
)
# Names that are written in capitals.
_NAMES = {
    name.lower(): name
    for name in ("IIS", "WSUS", "DNS", "DHCP", "WDS", "SCCM", "SCOM", "SCVMM", "RDS", "FTP", "NPS")
}
NO_ROLES = ("none", "no other role", "dedicated", "nothing")


def canonical_role(text: str) -> str:
    """One of the four excluded roles, "none", or the words as told."""
    words = re.sub(r"[\s_-]+", " ", text).strip().lower()
    if words.startswith("sql server for"):
        return re.sub("^sql server", "SQL Server", words)
    for role, pattern in _ROLE_WORDS:
        if re.search(pattern, words):
            return role
    return "none" if words in NO_ROLES else words


def host_role(role: str = "") -> DecisionResult:
    """Whether the server can be installed where a role runs: four are excluded, others advised against."""
    if not role.strip():
        return unknown(items.EXCLUDED_ROLE)
    name = canonical_role(role)
    inputs = {"role": name}
    if name in EXCLUDED:
        said = f"No. Azure Backup Server can't be installed on {EXCLUDED[name]}."
        return verdict(items.EXCLUDED_ROLE, Status.FAIL, said, inputs=inputs)
    if name == "none":
        return verdict(
            items.EXCLUDED_ROLE, Status.PASS, "Yes. A dedicated machine is asked for.", inputs=inputs
        )
    shown, verb = (
        _NAMES.get(name) or (" ".join(role.split()) if len(name.split()) > 1 else name),
        "aren't"
        if re.search(r"[^siu]s$", name) and name not in _NAMES and not name.startswith("SQL")
        else "isn't",
    )
    said = f"Better not: {shown} {verb} among the four excluded roles, but the machine should be dedicated."
    return verdict(items.DEDICATED, Status.WARN, said, inputs=inputs)


def tools_only(role: str) -> DecisionResult:
    """What is told of a machine with only the tools to manage a role: the guide excludes the role itself."""
    name = canonical_role(role)
    said = (
        f"The guide doesn't rule on management tools alone: what it excludes is {EXCLUDED[name]}."
        if name in EXCLUDED
        else "The guide doesn't rule on management tools alone."
    )
    extra = [caveat(items.DEDICATED.text, *items.DEDICATED.sources)]
    return verdict(
        items.EXCLUDED_ROLE,
        Status.UNKNOWN,
        said,
        inputs={"tools": name},
        extra=extra,
        not_covered=True,
        bare=True,
    )


def host_untold() -> DecisionResult:
    """What decides whether a computer will do of which nothing is told: it is asked what runs on it."""
    choices = (
        Choice("nothing else", "It will do, if it is an A2 or larger, in a domain and has .NET 3.5 SP1."),
        Choice("one of the excluded roles", "It can't be installed there."),
        Choice("another role or application", "Better not: the machine should be dedicated."),
    )
    said = "It depends on what runs there: Azure Backup Server is meant for a dedicated virtual machine."
    item, asked = items.EXCLUDED_ROLE, "What runs on that server today, or which role does it have?"
    return DecisionResult(
        table=item.id,
        inputs={},
        outcome=str(Status.UNKNOWN),
        standing=Standing.MISSING,
        statements=(headline(said, *items.DEDICATED.sources), reason(item.text, *item.sources)),
        rules=(item.rule(), items.DEDICATED.rule()),
        missing=(MissingInput(item.id, asked, choices),),
    )


def host_roles(roles: Sequence[str]) -> DecisionResult:
    """As `host_role`, for several excluded roles on one computer."""
    if len(roles) == 1:
        return host_role(roles[0])
    names = [canonical_role(role) for role in roles]
    said = (
        f"No. Azure Backup Server can't be installed on {', or on '.join(EXCLUDED[name] for name in names)}."
    )
    return verdict(items.EXCLUDED_ROLE, Status.FAIL, said, inputs={"role": ", ".join(names)})


def host_role_absent(roles: Sequence[str]) -> DecisionResult:
    """A computer that is told not to have `roles`, of those that are excluded."""
    names = [canonical_role(role) for role in roles]
    named = ", nor ".join(EXCLUDED[name] for name in names)
    said = (
        "Yes. None of the four excluded roles is on it."
        if len(set(names)) == len(EXCLUDED)
        else f"Yes, as far as that goes: it isn't {named}; the other excluded roles must be absent too."
    )
    return verdict(items.EXCLUDED_ROLE, Status.PASS, said, inputs={"without": ", ".join(names)})


def domain(joined: bool | None = None) -> DecisionResult:
    """Whether the machine may stay outside a domain: it may not."""
    yes = "Yes. The machine is in a domain, as required."
    return flag_check(
        items.DOMAIN, joined, yes, "No. The machine can't stay outside a domain: it must be joined to one."
    )


def domain_needed(*, denied: bool = False) -> DecisionResult:
    """That a domain is needed, to somebody who asks for it or who has `denied` it."""
    said = f"{'No' if denied else 'Yes'}. The machine must be joined to a domain."
    return verdict(items.DOMAIN, Status.FAIL if denied else Status.PASS, said, inputs={"asked": "need"})


DOMAIN_MOVE_RULE = Rule(
    "domain-move",
    {"deployed": "yes"},
    {"move": "no"},
    USING_VM,
    Strength.REQUIREMENT,
    "A deployed server can't be moved to a new domain.",
)


def domain_move(deployed: bool | None = None) -> DecisionResult:
    """Whether the server can change domains. The guide's two sentences on it pull apart; both are told."""
    said = {
        True: "No. Once Azure Backup Server is deployed, it can't be moved to another domain.",
        False: "Settle the domain first: after deployment a move to another domain is not possible.",
        None: "Not once it is deployed: then the server can't be moved to another domain.",
    }
    tension = (
        "The same passage also says that for a move one installs first and joins the new domain afterwards, "
        "while the server must always be in a domain: the sentences don't fit together."
    )
    return DecisionResult(
        table="domain-move",
        inputs={} if deployed is None else {"deployed": "yes" if deployed else "no"},
        outcome="not_possible" if deployed is not False else "before_deployment",
        standing=Standing.SETTLED,
        statements=(
            headline(said[deployed], USING_VM),
            reason("The machine must always be joined to a domain.", USING_VM),
            caveat(tension, USING_VM),
        ),
        rules=(DOMAIN_MOVE_RULE,),
        notes=("domain-order-elsewhere",),
    )


def installer_account(domain_user: bool | None = None, administrator: bool | None = None) -> DecisionResult:
    """Whether the installing user is a domain user and has administrator privileges: both are required."""
    item = items.INSTALLER
    told = {"domain_user": domain_user, "administrator": administrator}
    inputs = {name: "yes" if value else "no" for name, value in told.items() if value is not None}
    lacking = {"domain_user": "that is no domain user", "administrator": "without administrator privileges"}
    failed = [lacking[name] for name, value in told.items() if value is False]
    if failed:
        account = f"An account {' and '.join(reversed(failed))}"
        needed = "the installing user must be a domain user with administrator privileges"
        said = f"No. {account} won't do: {needed}."
        return verdict(item, Status.FAIL, said, inputs=inputs)
    if domain_user is None and administrator is None:
        return unknown(item)
    if domain_user is None or administrator is None:
        rest = "a domain user" if domain_user is None else "given administrator privileges"
        return verdict(item, Status.UNKNOWN, f"Only if the installing user is also {rest}.", inputs=inputs)
    return verdict(
        item, Status.PASS, "Yes. A domain user with administrator privileges may install.", inputs=inputs
    )


_DOMAIN_ADMINS = "membership of Domain Admins is not asked for"


def domain_admins_needed() -> DecisionResult:
    """Whether the installing user has to be a domain administrator: the guide asks for less."""
    said = f"No. A domain user with administrator privileges may install; {_DOMAIN_ADMINS}."
    return verdict(items.INSTALLER, Status.PASS, said, inputs={"asked": "domain admins"})


def without_domain_admins() -> DecisionResult:
    """Whether somebody who is no domain administrator may install."""
    said = f"Yes. A domain user with administrator privileges may install; {_DOMAIN_ADMINS}."
    return verdict(items.INSTALLER, Status.PASS, said, inputs={"domain_admin": "no"})


_NEEDED_DOTNET = Version((3, 5), 1)
_OTHER_DOTNET = re.compile(r"\s*(core|standard)\b\s*(.*)", re.IGNORECASE)


def dotnet(version: str = "") -> DecisionResult:
    """Whether a .NET Framework version is 3.5 SP1 or higher; "Core 3.1" is of another .NET.

    DecisionInputError when it is no version.
    """
    item = items.DOTNET
    if not version.strip():
        return unknown(item)
    if other := _OTHER_DOTNET.fullmatch(version):
        return _other_dotnet(f"{other[1].title()} {other[2]}".strip())
    told = parse_version(version)
    inputs = {"version": str(told)}
    shown = as_written(version, told)
    if told.numbers[0] >= 5:
        return _other_dotnet(shown)
    if told < _NEEDED_DOTNET:
        pack = " without SP1" if told.numbers == (3, 5) else ""
        said = f"No. .NET Framework {shown}{pack} is too low: 3.5 SP1 or higher is required."
        return verdict(item, Status.FAIL, said, inputs=inputs)
    return verdict(item, Status.PASS, f"Yes. .NET Framework {shown} meets 3.5 SP1 or higher.", inputs=inputs)


def _other_dotnet(version: str) -> DecisionResult:
    """What is said to a .NET that is no .NET Framework: one of these has to be there besides."""
    said = f"Not by itself: .NET {version} is not a .NET Framework version, and one must be installed."
    return verdict(items.DOTNET, Status.UNKNOWN, said, inputs={"version": version})


def sql_version() -> DecisionResult:
    """The version or edition of the server's own SQL Server instance: the guide gives none."""
    said = (
        "The guide names no version or edition of SQL Server for it: the package comes with fitting SQL "
        "Server binaries."
    )
    return verdict(items.SQL_INSTANCE, Status.UNKNOWN, said, inputs={"asked": "version"}, not_covered=True)


def of_version(place: DecisionResult, version: str) -> DecisionResult:
    """What is said of the place of an instance whose version is told as well: the guide names none."""
    first, *rest = place.statements
    more = caveat(
        "Of its version it says nothing: none is named for the server's own instance.", *first.sources
    )
    return replace(place, statements=(first, more, *rest), inputs={**place.inputs, "version": version})


def without_reason(ruled: DecisionResult) -> DecisionResult:
    """What is said of a rule whose reason is asked for: the guide gives none."""
    first, *rest = ruled.statements
    silent = caveat("The guide gives no reason for that.", *first.sources)
    return replace(ruled, statements=(first, silent, *rest), inputs={**ruled.inputs, "asked": "reason"})


def own_sql_needed() -> DecisionResult:
    """Whether a SQL Server of one's own has to be there: one may be used, and the package brings its own."""
    said = "No. Your own SQL Server is not needed: the installation package comes with SQL Server binaries."
    return verdict(items.SQL_INSTANCE, Status.PASS, said, inputs={"asked": "own needed"})


def sql_included() -> DecisionResult:
    """Whether the installation package brings a SQL Server."""
    said = "Yes. The installation package comes with the SQL Server binaries that the server needs."
    return verdict(items.SQL_INSTANCE, Status.PASS, said, inputs={"asked": "included"})


def sql_instance(location: str = "") -> DecisionResult:
    """Whether a SQL Server instance will do: "bundled", "own local", "remote", "local"; empty: not told.

    "own" is one of the customer's wherever it may be.
    """
    item, inputs = items.SQL_INSTANCE, {"location": location}
    if location == "bundled":
        return verdict(
            item, Status.PASS, "Yes. The bundled instance is the recommended choice.", inputs=inputs
        )
    if location == "own local":
        said = "Yes. Your own local instance is allowed, though a new one from the installer is recommended."
        return verdict(item, Status.WARN, said, inputs=inputs)
    if location == "own":
        said = "Only if it is local: a local instance of your own is allowed, a remote one doesn't work."
        return verdict(item, Status.WARN, said, inputs=inputs)
    if location == "local":
        said = "Yes, it must be local: a remote SQL Server instance doesn't work."
        return verdict(item, Status.PASS, said, inputs=inputs)
    if location == "remote":
        said = "No. A remote SQL Server instance doesn't work; the instance must be local."
        return verdict(item, Status.FAIL, said, inputs=inputs)
    return unknown(item)
