"""A table for each prerequisite of the machine, for each plain yes-or-no prerequisite, and the overview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from assistant.decisions.readiness import machine, machine_size
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite, flag_check
from assistant.decisions.reading.quantities import parse_count, parse_size
from assistant.decisions.table_types import Input, Table, Told, flag_input, told_flag
from assistant.decisions.types import DecisionInputError, DecisionResult, Rule, Strength


def checked_table(
    item: Prerequisite,
    inputs: tuple[Input, ...],
    decide: Callable[[Told], DecisionResult],
    header: tuple[str, ...] = (),
    rows: tuple[tuple[str, ...], ...] = (),
) -> Table:
    """The table of one prerequisite; without rows of its own it prints the rule."""
    return Table(
        name=item.id,
        title=item.title,
        inputs=inputs,
        outputs=("status",),
        rules=(item.rule(),),
        header=header or ("Rule", "Strength", "Section"),
        rows=rows or ((item.text, str(item.strength), item.source.section),),
        decide=lambda told, today: decide(told),
    )


def plain_table(item: Prerequisite) -> Table:
    """A prerequisite that is a plain yes or no."""
    verdicts = {
        Strength.REQUIREMENT: "No",
        Strength.RECOMMENDATION: "Better not",
        Strength.POSSIBILITY: "Fine too",
    }
    yes, no = f"Yes. {item.title}: as the guide has it.", f"{verdicts[item.strength]}. {item.text}"
    met = flag_input("met", item.question)
    return checked_table(item, (met,), lambda told: flag_check(item, told_flag(told, "met"), yes, no))


def _amount(text: str, name: str) -> Decimal:
    """Gigabytes from a size, or from a bare number, which counts as GB."""
    bare = text.replace(".", "", 1).isdecimal()
    return parse_size(f"{text} GB" if bare else text, name).gb


def _decide_vm_size(told: Told) -> DecisionResult:
    cores = parse_count(told["cores"], "cores") if "cores" in told else None
    memory = _amount(told["memory"], "memory") if "memory" in told else None
    return machine_size.vm_size(told.get("size", ""), cores, memory)


def _decide_account(told: Told) -> DecisionResult:
    return machine.installer_account(told_flag(told, "domain_user"), told_flag(told, "administrator"))


def machine_tables() -> tuple[Table, ...]:
    size = Input("size", "Which size is the virtual machine?", "size, such as A2 or Standard_D2_v2")
    cores = Input("cores", "How many cores does it have?", "whole number")
    memory = Input("memory", "How much memory does it have?", "size, such as 3.5 GB")
    role = Input("role", "Which role does the computer have?", "role, such as domain controller, or none")
    joined = flag_input("joined", items.DOMAIN.question)
    user = flag_input("domain_user", "Is the installing user a domain user?")
    admin = flag_input("administrator", "Has the user administrator privileges?")
    dotnet = Input("version", items.DOTNET.question, "version, such as 3.5 SP1")
    aliases = {"local": "own local", "own": "own local", "new": "bundled"}
    location = Input(
        "location", items.SQL_INSTANCE.question, "place", ("bundled", "own local", "remote"), aliases
    )
    sizes = (("A0, A1", "below the minimum"), *((name, "meets A2 or larger") for name in machine_size.NAMED))
    roles = tuple((description, "can't be installed") for description in machine.EXCLUDED.values())
    image = Input(
        "image", items.HOST_IMAGE.question, "operating system, such as Windows Server 2016 Datacenter"
    )
    return (
        checked_table(items.VM_SIZE, (size, cores, memory), _decide_vm_size, ("Size", "Verdict"), sizes),
        checked_table(items.HOST_IMAGE, (image,), lambda told: machine.host_image(told.get("image", ""))),
        checked_table(
            items.EXCLUDED_ROLE,
            (role,),
            lambda told: machine.host_role(told.get("role", "")),
            ("Computer", "Azure Backup Server"),
            roles,
        ),
        checked_table(items.DOMAIN, (joined,), lambda told: machine.domain(told_flag(told, "joined"))),
        _domain_move(),
        checked_table(items.INSTALLER, (user, admin), _decide_account),
        checked_table(items.DOTNET, (dotnet,), lambda told: machine.dotnet(told.get("version", ""))),
        checked_table(
            items.SQL_INSTANCE, (location,), lambda told: machine.sql_instance(told.get("location", ""))
        ),
    )


def _domain_move() -> Table:
    rule = machine.DOMAIN_MOVE_RULE
    return Table(
        name="domain-move",
        title="Move to another domain",
        inputs=(flag_input("deployed", "Is Azure Backup Server deployed already?"),),
        outputs=("move",),
        rules=(rule,),
        header=("Rule", "Strength", "Section"),
        rows=((rule.text, str(rule.strength), rule.source.section),),
        decide=lambda told, today: machine.domain_move(told_flag(told, "deployed")),
    )


def overview_table(found: Mapping[str, Table]) -> Table:
    """All prerequisites on one page; asked with `item`, it passes the question on to that item's table."""
    rows = tuple((i.title, i.text, str(i.strength), i.source.section) for i in items.ALL)
    item = Input("item", "Which prerequisite is it about?", "prerequisite", tuple(i.id for i in items.ALL))
    value = Input("value", "What is there?", "value of the item's first input")
    rules: tuple[Rule, ...] = tuple(i.rule() for i in items.ALL)

    def decide_item(told: Told, today: date | None) -> DecisionResult:
        if "item" not in told:
            raise DecisionInputError(f"Name an item: {', '.join(item.values)}.", "item")
        asked = found[told["item"]]
        first = asked.inputs[0]
        inputs = {first.name: first.canonical(told["value"])} if "value" in told else {}
        return asked.decide(inputs, today)

    header = ("Prerequisite", "Rule", "Strength", "Section")
    return Table(
        "prerequisites", "Prerequisites", (item, value), ("status",), rules, header, rows, decide_item
    )
