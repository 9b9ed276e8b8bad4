"""The guide's list of names and ranges that firewall and proxy must let through, and what it covers."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.guide import INSTALL, RECOVERING
from assistant.decisions.sentences import joined
from assistant.decisions.types import (
    DecisionInputError,
    DecisionResult,
    MissingInput,
    Rule,
    Standing,
    Statement,
    Strength,
    caveat,
    headline,
    next_step,
    reason,
)

NAME = "allowlist"
NAMES = (
    "www.msftncsi.com",
    "*.Microsoft.com",
    "*.WindowsAzure.com",
    "*.microsoftonline.com",
    "*.windows.net",
    "www.msftconnecttest.com",
)
RANGES = ("20.190.128.0/18", "40.126.0.0/18")
ENTRIES = (*NAMES, *RANGES)
RULES = {
    entry: Rule(
        f"{NAME}.{entry.lower()}",
        {"destination": entry},
        {"listed": "yes"},
        RECOVERING,
        Strength.REQUIREMENT,
        f"{entry} must be let through where Internet access is limited.",
    )
    for entry in ENTRIES
}
_LABEL = lazy(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", 0)
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Destination:
    """A name ("*." in front: all names below), or an address or range; one of the two is set."""

    name: str = ""
    network: Network | None = None

    def __str__(self) -> str:
        if self.network is None:
            return self.name
        single = self.network.num_addresses == 1
        return str(self.network.network_address) if single else str(self.network)


def parse_destination(text: str, name: str = "destination") -> Destination:
    """A name, URL, IP address or CIDR range, without scheme, user, port, path and trailing dot.

    DecisionInputError when it is none of these.
    """
    rest = re.sub(r"^[a-z][a-z0-9+.-]*://", "", text.strip(), flags=re.IGNORECASE)
    network = _network(rest)
    if network:
        return Destination(network=network)
    if re.fullmatch(r"[\d.]+/\d+", rest):
        raise DecisionInputError(f"{text!r} is not a range: write it as in 40.126.0.0/18.", name)
    rest = re.split(r"[/?#]", rest, maxsplit=1)[0].rsplit("@", 1)[-1]
    bracketed = re.fullmatch(r"\[([0-9a-f:.]+)\](?::\d+)?", rest, re.IGNORECASE)
    host = bracketed[1] if bracketed else re.sub(r":\d*$", "", rest) if rest.count(":") == 1 else rest
    network = _network(host)
    if network:
        return Destination(network=network)
    host = host.rstrip(".").lower()
    plain = host.removeprefix("*.")
    valid = len(plain) <= 253 and all(_LABEL().fullmatch(part) for part in plain.split("."))
    if host == "*" or (valid and not re.fullmatch(r"[\d.]+", host)):
        return Destination(name=host)
    raise DecisionInputError(
        f"{text!r} is not a name, a URL, an IP address or a range such as 40.126.0.0/18.", name
    )


def _network(text: str) -> Network | None:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return None


def covers(rule: Destination, asked: Destination) -> bool:
    """Whether a rule lets all of `asked` through: "*.x" any depth below x and not x itself, "*" any name."""
    if rule.network is not None or asked.network is not None:
        return _network_covers(rule.network, asked.network)
    if rule.name == "*":
        return True
    if rule.name.startswith("*."):
        below = asked.name.removeprefix("*.") if asked.name.startswith("*.") else asked.name
        return below.endswith(rule.name[1:]) or asked.name == rule.name
    return rule.name == asked.name


def _network_covers(rule: Network | None, asked: Network | None) -> bool:
    if isinstance(rule, ipaddress.IPv4Network) and isinstance(asked, ipaddress.IPv4Network):
        return asked.subnet_of(rule)
    if isinstance(rule, ipaddress.IPv6Network) and isinstance(asked, ipaddress.IPv6Network):
        return asked.subnet_of(rule)
    return False


def entry_for(asked: Destination) -> str:
    """The entry of the guide's list that covers `asked`, or an empty text."""
    return next((entry for entry in ENTRIES if covers(parse_destination(entry), asked)), "")


def missing_entries(allowed: Iterable[str]) -> tuple[str, ...]:
    """The guide's entries that no firewall rule in `allowed` covers. DecisionInputError for a bad rule."""
    rules = [parse_destination(text, "allowed") for text in allowed]
    return tuple(
        entry for entry in ENTRIES if not any(covers(rule, parse_destination(entry)) for rule in rules)
    )


def decide(destination: str = "", *, literally: bool = False) -> DecisionResult:
    """Whether the list covers a name, URL, address or range, and by which entry; empty: the whole list.

    `literally`: it is asked whether the list names it as it stands, which a wildcard doesn't.
    """
    if not destination.strip():
        return _whole_list()
    asked = parse_destination(destination)
    entry = entry_for(asked)
    inputs = {"destination": str(asked)}
    if entry:
        same = str(asked) == entry.lower()
        unnamed = ", without naming it" if asked.network is None else ""
        by = "names it" if same else f"covers it by {entry}{unnamed}"
        lead = f"Yes. The guide's list {by}"
        if literally and not same:
            lead = f"No. The guide's list doesn't name {asked} itself; {entry} covers it"
        said = [headline(f"{lead}: firewall and proxy must let {asked} through.", RECOVERING)]
        return _result(inputs, "covered", said, {"entry": entry}, (RULES[entry],))
    near = "" if asked.name.startswith("*.") else _near(asked)
    first = f"Only as {near}: {asked} itself" if near else f"No. {asked}"
    said = [headline(f"{first} is not on the guide's list.", RECOVERING), *_why_not(asked)]
    return _result(inputs, "not_listed", said)


def _why_not(asked: Destination) -> list[Statement]:
    """The near miss, when there is one."""
    if isinstance(asked.network, ipaddress.IPv6Network):
        return [reason("The list holds IPv4 ranges only.", RECOVERING)]
    if isinstance(asked.network, ipaddress.IPv4Network):
        inside = [
            r
            for r in RANGES
            if isinstance(n := _network(r), ipaddress.IPv4Network) and n.subnet_of(asked.network)
        ]
        if inside:
            return [
                reason(
                    f"The range is wider than what is listed; it contains {' and '.join(inside)}.", RECOVERING
                )
            ]
        return [reason(f"The listed ranges are {' and '.join(RANGES)}.", RECOVERING)]
    near = _near(asked)
    if near.startswith("*."):
        return [reason(f"{near} covers the names below it and not the bare name.", RECOVERING)]
    if near:
        return [reason(f"The name that it lists is {near}.", RECOVERING)]
    return [reason(f"It lists {joined(NAMES)}.", RECOVERING)]


def _near(asked: Destination) -> str:
    """The entry that a bare name is short for ("microsoft.com", "msftncsi.com"), or an empty text."""
    bare = asked.name.removeprefix("*.")
    return next((entry for entry in NAMES if entry.lower() in (f"*.{bare}", f"www.{bare}")), "")


def shut(destination: str) -> DecisionResult:
    """Whether a name, URL, address or range may be blocked or left out: nothing that the list covers may."""
    asked = parse_destination(destination)
    inputs = {"destination": str(asked)}
    entry = entry_for(asked) or _near(asked)
    if not entry:
        said = [headline(f"{asked} is not on the guide's list of what must stay reachable.", RECOVERING)]
        return _result(inputs, "not_listed", [*said, *_why_not(asked)])
    why = "" if str(asked) == entry.lower() else f" by {entry}" if entry_for(asked) else f" as {entry}"
    said = [
        headline(
            f"No. {asked} must stay reachable: the guide's list has it{why}, and firewall and proxy must let "
            "it through.",
            RECOVERING,
        )
    ]
    return _result(inputs, "covered", said, {"entry": entry}, (RULES[entry],))


def check_rules(allowed: Iterable[str], among: Sequence[str] = ENTRIES) -> DecisionResult:
    """What the guide's list, or its part `among`, asks for and the given firewall rules don't let through."""
    rules = list(allowed)
    lacking = tuple(entry for entry in missing_entries(rules) if entry in among)
    inputs = {"allowed": ", ".join(rules)}
    what = {NAMES: "names", RANGES: "ranges"}.get(tuple(among), "entries")
    if not lacking:
        every = "everything" if what == "entries" else f"all {what}"
        said = [headline(f"Yes. The rules let {every} on the guide's list through.", RECOVERING)]
        return _result(inputs, "complete", said)
    verb = "is" if len(lacking) == 1 else "are"
    said = [
        headline(
            f"No. {len(lacking)} of the {len(among)} {what} {verb} missing: {', '.join(lacking)}.", RECOVERING
        ),
        next_step("Add them to the firewall or proxy.", RECOVERING),
    ]
    outputs = {"missing": ", ".join(lacking), "count": f"{len(lacking)} of {len(among)}"}
    return _result(inputs, "incomplete", said, outputs, tuple(RULES[entry] for entry in lacking))


def below(name: str) -> str:
    """The entry for what lies below a bare name ("microsoft.com"); the name itself where there is none."""
    return next((entry for entry in NAMES if entry.lower() == f"*.{name.lower()}"), name)


def others(told: Sequence[str], *, wildcards: bool = False, both: bool = False) -> DecisionResult:
    """The entries of the list that are of the same kind as those in `told`, and not among them; with
    `wildcards` those names only that begin with an asterisk, with `both` of either kind."""
    asked = [parse_destination(text) for text in told]
    same: tuple[str, ...] = RANGES if all(one.network is not None for one in asked) else NAMES
    same = ENTRIES if both else same
    kind = tuple(name for name in same if name.startswith("*") or not wildcards)
    bare = {text.lower() for text in told}  # "all but microsoft.com" leaves out the names below it
    known = {entry_for(one) for one in asked} | set(ENTRIES).difference(missing_entries(told))
    known |= {entry for entry in ENTRIES if entry.removeprefix("*.").lower() in bare}
    rest = tuple(entry for entry in kind if entry not in known)
    what = "wildcard" if wildcards else "entry" if both else "IP range" if same == RANGES else "name"
    which = (
        f"The other {what} on the guide's list is" if len(rest) == 1 else f"The list has {len(rest)} more:"
    )
    said = headline(f"{which} {', '.join(rest)}.", RECOVERING) if rest else None
    whole = headline(f"There is no other {what}: the guide lists {', '.join(kind)}.", RECOVERING)
    rules = tuple(RULES[entry] for entry in rest)
    outputs = {"others": ", ".join(rest), "count": str(len(rest))}
    return _result({"told": ", ".join(told)}, "others", [said or whole], outputs, rules)


def wildcards() -> DecisionResult:
    """The entries of the list that begin with an asterisk."""
    found = tuple(name for name in NAMES if name.startswith("*"))
    said = [headline(f"Wildcard entries of the guide's list: {', '.join(found)}.", RECOVERING)]
    rules = tuple(RULES[name] for name in found)
    return _result({}, "wildcards", said, {"wildcards": ", ".join(found)}, rules)


def ranges_alone() -> DecisionResult:
    """The address ranges of the list, for who can let no names through."""
    said = [
        headline(f"Two IP address ranges of the guide's list remain: {' and '.join(RANGES)}.", RECOVERING),
        caveat("For the names on its list the guide gives no addresses.", RECOVERING),
    ]
    return _result({}, "ranges", said, {"ranges": ", ".join(RANGES)}, tuple(RULES[entry] for entry in RANGES))


def unlisted(name: str) -> DecisionResult:
    """That the list has no entry for a service, told by its name alone."""
    said = [headline(f"No. {name} is not on the guide's list.", RECOVERING), *_why_not(Destination(name))]
    return _result({"destination": name}, "not_listed", said)


def own_proxy(name: str) -> DecisionResult:
    """That a proxy of one's own is no target of the list: it goes into the agent's installer."""
    said = [
        headline(
            f"Yes. Enter {name} as the proxy in the agent installer, for reaching the Internet.", INSTALL
        ),
        reason("The guide's list is of the targets that the proxy has to let through.", RECOVERING),
    ]
    return _result({"proxy": name}, "own_proxy", said)


def _whole_list() -> DecisionResult:
    said = [
        headline("The guide lists six URLs and two IP ranges.", RECOVERING),
        reason(f"URLs: {', '.join(NAMES)}. IP addresses: {', '.join(RANGES)}.", RECOVERING),
        caveat("They must be let through where the machine has limited Internet access.", RECOVERING),
    ]
    missing = (MissingInput("destination", "Which name, URL or address is it about?"),)
    return _result({}, "list", said, rules=tuple(RULES.values()), missing=missing)


def _result(
    inputs: dict[str, str],
    outcome: str,
    said: list[Statement],
    outputs: dict[str, str] | None = None,
    rules: tuple[Rule, ...] = (),
    missing: tuple[MissingInput, ...] = (),
) -> DecisionResult:
    return DecisionResult(
        table=NAME,
        inputs=inputs,
        outcome=outcome,
        standing=Standing.SETTLED,
        statements=tuple(said),
        outputs=outputs or {},
        rules=rules,
        missing=missing,
        notes=("firewall-newer-names",),
    )
