"""Several machines with their disks: machines x disks of each x size of a disk make the pool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from assistant.decisions.calculations.disk_pools import MAX_DISKS, machines_taking, no_number, refused
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.readiness.machine_size import canonical_size
from assistant.decisions.reading.quantities import format_size, two_units
from assistant.decisions.sentences import capital
from assistant.decisions.types import DecisionResult

_ITEM = items.DATA_DISKS
_POOL = "The number and size of the disks make the backup storage pool."


@dataclass(frozen=True, slots=True)
class Group:
    """Machines of one size. `disks` of each machine, None for as many as the size takes; `each` in bytes."""

    size: str
    machines: int = 1
    disks: int | None = None
    each: Decimal | None = None


def machines_for(
    sizes: Sequence[str],
    disks: int | None,
    each: Decimal | None = None,
    wanted: Decimal | None = None,
    own: int = 0,
) -> DecisionResult:
    """How many machines of one of `sizes` take `disks`, or the disks of `each` bytes that make a pool of
    `wanted`.

    `own` is how many disks each machine gets, where that is told. Without a size, for each that is named.
    """
    names = [canonical_size(size) for size in sizes]
    for name in names:
        if no := refused(name, own):
            return no
    working, needs = [], ""
    if disks is None and each and wanted:
        disks = _up(wanted / each)
        working.append(f"{format_size(wanted)} / {format_size(each)} = {disks} disks")
        needs = f" {format_size(wanted)} needs {_disks(disks)} of {format_size(each)}, and"
    count = disks or 0
    if own and not names:
        return _machines_with(own, count, needs, working)
    most = {name: own or MAX_DISKS[name] for name in names} if names else MAX_DISKS
    needed = {one: _up(Decimal(count) / limit) for one, limit in most.items()}
    working += [f"{count} / {limit}, rounded up = {needed[one]}" for one, limit in most.items()]
    told = " or ".join(f"{_machines(number)} of size {one}" for one, number in needed.items())
    limits = ", ".join(f"{one} {'gets' if own else 'takes'} {limit}" for one, limit in most.items())
    said = f"{capital(told)}:{needs} {limits}{' disks each' if names else ''}."
    inputs = {"size": " ".join(names), "disks": str(count)} | ({"each": format_size(each)} if each else {})
    outputs = {"machines": " ".join(str(number) for number in needed.values())}
    return verdict(_ITEM, Status.PASS, said, inputs=inputs, outputs=outputs, working="; ".join(working))


def _machines_with(own: int, disks: int, needs: str, working: Sequence[str]) -> DecisionResult:
    """How many machines with `own` disks each have so many disks together."""
    machines = _up(Decimal(disks) / own)
    rest = needs.removesuffix(", and") or f" {_disks(disks)} in all"
    said = f"{_machines(machines)} with {_disks(own)} each:{rest}."
    sums = "; ".join([*working, f"{disks} / {own}, rounded up = {machines}"])
    inputs, outputs = {"disks": str(disks), "own": str(own)}, {"machines": str(machines)}
    return verdict(_ITEM, Status.PASS, said, inputs=inputs, outputs=outputs, working=sums)


def disk_size(wanted: Decimal, size: str, machines: int, disks: int | None) -> DecisionResult:
    """How large a disk must be for a pool of `wanted`; `disks` of each machine, None for all it takes."""
    name = canonical_size(size)
    if name and (no := refused(name, disks or 0)):
        return no
    count = (disks or MAX_DISKS.get(name, 0)) * machines
    each = two_units(wanted / count)
    on = f" on {f'{machines} x ' if machines > 1 else ''}{name}" if name else ""
    said = f"{each} for each disk: {format_size(wanted)} of raw pool on {_disks(count)}{on and f',{on}'}."
    inputs = {"size": name, "machines": str(machines), "pool": format_size(wanted)}
    working = f"{format_size(wanted)} / {count} = {each}"
    caveats = (_POOL, "The guide itself gives no size for a single disk.")
    return verdict(
        _ITEM, Status.PASS, said, inputs=inputs, outputs={"each": each}, working=working, caveats=caveats
    )


def shared_out(size: str, machines: int, disks: int) -> DecisionResult:
    """How many of `disks` each of several machines gets, and whether a size takes as many."""
    name = canonical_size(size)
    if name and name not in MAX_DISKS:
        return no_number(name)
    each = _up(Decimal(disks) / machines)
    if name and each > MAX_DISKS[name]:
        return together(size, machines, disks)
    takes = f"; {name} takes {MAX_DISKS[name]}" if name else ""
    even = "" if each * machines == disks else "up to "
    said = f"{even}{_disks(each)} for each machine: {disks} shared out over {machines}{takes}."
    said = capital(said)
    inputs = {"size": name, "machines": str(machines), "disks": str(disks)}
    working = f"{disks} / {machines}{', rounded up' if even else ''} = {each}"
    return verdict(
        _ITEM, Status.PASS, said, inputs=inputs, outputs={"per machine": str(each)}, working=working
    )


def together(size: str, machines: int, disks: int) -> DecisionResult:
    """Whether several machines of one size take a number of disks together."""
    name = canonical_size(size)
    if name not in MAX_DISKS:
        return no_number(name)
    most = MAX_DISKS[name] * machines
    inputs = {"size": name, "machines": str(machines), "disks": str(disks)}
    outputs, working = {"max_disks": str(most)}, f"{machines} x {MAX_DISKS[name]} = {most}"
    if disks <= most:
        said = f"Yes. {machines} x {name} take up to {most} disks, so {disks} will do."
        return verdict(_ITEM, Status.PASS, said, inputs=inputs, outputs=outputs, working=working)
    needed = machines_taking(disks, name)
    said = f"No. {machines} x {name} take {most} disks, not {disks}; it takes {needed} of that size."
    working += f"; {disks} / {MAX_DISKS[name]}, rounded up = {needed}"
    return verdict(_ITEM, Status.FAIL, said, inputs=inputs, outputs=outputs, working=working)


def filled(groups: Sequence[Group]) -> list[Group] | DecisionResult:
    """The groups by the names of their sizes, with all disks they take where none are told; what is said
    where one has no such number, or too many."""
    full = []
    for group in groups:
        name = canonical_size(group.size)
        if no := refused(name, group.disks or 0):
            return no
        full.append(replace(group, size=name, disks=group.disks or MAX_DISKS[name]))
    return full


def fleet(groups: Sequence[Group]) -> DecisionResult:
    """The disks of all machines together, and the pool that they make where the size of a disk is told."""
    full = filled(groups)
    if isinstance(full, DecisionResult):
        return full
    sizes = [group.each for group in full if group.each]
    pooled = len(sizes) == len(full)
    counts = [group.machines * (group.disks or 0) for group in full]
    if pooled:
        total = two_units(sum((n * each for n, each in zip(counts, sizes, strict=True)), Decimal(0)))
    else:
        total = _disks(sum(counts))
    said = f"{total}{' of raw pool' if pooled else ' together'}: {', '.join(map(_told, full))}."
    inputs = {
        "size": " ".join(group.size for group in full),
        "machines": " ".join(str(group.machines) for group in full),
    }
    working = f"{' + '.join(_term(group, pooled=pooled) for group in full)} = {total}"
    outputs, caveats = {"pool" if pooled else "disks": total if pooled else str(sum(counts))}, (_POOL,)
    return verdict(
        _ITEM,
        Status.PASS,
        said,
        inputs=inputs,
        outputs=outputs,
        working=working,
        caveats=caveats if pooled else (),
    )


def _told(group: Group) -> str:
    """A group in words: "2 x A3 with 3 disks of 4 TB each"."""
    of = f" of {format_size(group.each)}" if group.each else ""
    several = group.machines > 1
    machines = f"{group.machines} x " if several else ""
    return f"{machines}{group.size} with {_disks(group.disks or 0)}{of}{' each' if several else ''}"


def _term(group: Group, *, pooled: bool) -> str:
    """A group in the sum: machines, disks of each and the size of a disk, as far as it counts."""
    factors = [str(group.machines)] if group.machines > 1 else []
    factors.append(str(group.disks))
    if pooled and group.each:
        factors.append(format_size(group.each))
    return " x ".join(factors)


def _up(number: Decimal) -> int:
    return int(number.to_integral_value(rounding=ROUND_CEILING))


def _disks(count: int) -> str:
    return f"{count} disk{'' if count == 1 else 's'}"


def _machines(count: int) -> str:
    return f"{count} machine{'' if count == 1 else 's'}"
