"""Sums over the disks of the named sizes: the pool they make, what a pool takes, and how sizes differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.readiness.machine_size import canonical_size
from assistant.decisions.reading.quantities import format_size, plain, two_units
from assistant.decisions.sentences import capital, joined
from assistant.decisions.types import Choice, DecisionResult, MissingInput, Standing

MAX_DISKS = {"A2": 4, "A3": 8, "A4": 16}
LARGEST = "A4"
_ITEM = items.DATA_DISKS


def pool(each: Decimal, size: str = "", disks: int | None = None) -> DecisionResult:
    """The storage pool of `disks` disks of `each` bytes, or of as many as a named size takes."""
    name = canonical_size(size)
    if name and (no := refused(name, disks or 0)):
        return no
    most = MAX_DISKS.get(name, 0)
    count = disks if disks is not None else most
    total = two_units(each * count)
    working = f"{count} x {format_size(each)} = {total}"
    whose = f"{name} with " if name else ""
    limit = ", the most it takes" if name and count == most else ""
    said = f"{total} of raw pool: {whose}{count} disks of {format_size(each)}{limit}."
    return verdict(
        _ITEM,
        Status.PASS,
        said,
        inputs={"size": name, "disks": str(count), "each": format_size(each)},
        outputs={"pool": total},
        working=working,
        caveats=("The number and size of the disks make the backup storage pool.",),
    )


def fits_unnamed(disks: int) -> DecisionResult:
    """Whether a machine whose size isn't told takes so many disks: what each of the named sizes means."""
    enough = [name for name, most in MAX_DISKS.items() if most >= disks]
    takes = f"{' and '.join(enough)} {'take' if len(enough) > 1 else 'takes'} {disks} disks"
    said = f"It depends on the size of the virtual machine: {takes}, a smaller size doesn't."
    choices = [
        Choice(name, f"{'Yes' if name in enough else 'No'}, it takes {most} disks.")
        for name, most in MAX_DISKS.items()
    ]
    return _size_asked(said, choices, {"disks": str(disks)})


def limit_unnamed() -> DecisionResult:
    """How many disks a machine takes whose size isn't told: the number of each of the named sizes."""
    listed = ", ".join(f"{name} takes {most}" for name, most in MAX_DISKS.items())
    choices = [Choice(name, f"At most {most} disks.") for name, most in MAX_DISKS.items()]
    return _size_asked(f"It depends on the size of the virtual machine: {listed} disks.", choices, {})


def _size_asked(said: str, choices: Sequence[Choice], inputs: Mapping[str, str]) -> DecisionResult:
    asked = MissingInput("vm_size", "Which size does the virtual machine have?", tuple(choices))
    result = verdict(_ITEM, Status.UNKNOWN, said, inputs=inputs, bare=True)
    return replace(result, standing=Standing.MISSING, missing=(asked,))


def pools(each: Decimal, sizes: Sequence[str] = ()) -> DecisionResult:
    """The largest storage pool of each of `sizes`, or of each named size, with disks of `each` bytes."""
    names = [canonical_size(size) for size in sizes] or list(MAX_DISKS)
    if no := _first_refused(names):
        return no
    totals = {name: format_size(each * MAX_DISKS[name]) for name in names}
    shown = format_size(each)
    listed = [f"{total} on {name}" for name, total in totals.items()]
    said = f"At most {joined(listed)} of raw pool, with disks of {shown} each."
    working = "; ".join(f"{MAX_DISKS[name]} x {shown} = {total}" for name, total in totals.items())
    outputs = {"pool": ", ".join(totals.values())}
    return verdict(_ITEM, Status.PASS, said, inputs={"each": shown}, outputs=outputs, working=working)


def disks_for_pool(wanted: Decimal, each: Decimal, size: str = "") -> DecisionResult:
    """How many disks of `each` bytes make a pool of `wanted`, and which size takes them."""
    count = int((wanted / each).quantize(Decimal(1), rounding=ROUND_CEILING))
    working = f"{format_size(wanted)} / {format_size(each)} = {count} disks"
    name = canonical_size(size)
    inputs = {"pool": format_size(wanted), "each": format_size(each)} | ({"size": name} if name else {})
    enough = [other for other, most in MAX_DISKS.items() if most >= count]
    outputs = {"disks": str(count), "size": enough[0] if enough else ""}
    takes = f"{enough[0]} takes {MAX_DISKS[enough[0]]}" if enough else _none_takes(count)
    needs = f"{count} disk{'s' if count > 1 else ''} of {format_size(each)}"
    if name in MAX_DISKS:
        fits = count <= MAX_DISKS[name]
        most = MAX_DISKS[name]
        raw = format_size(each * most)
        opening = "Yes" if fits else "No"
        said = f"{opening}. {format_size(wanted)} needs {needs}; {name} takes {most}, up to {raw}"
        machines = machines_taking(count, name)
        also = f"{takes}; " if name != LARGEST else "none of the named sizes takes that many; "
        said += "." if fits else f" ({also}{machines} machines of size {name} would do)."
        working += f"; {most} x {format_size(each)} = {raw}"
        working += "" if fits else f"; {count} / {most}, rounded up = {machines}"
        status = Status.PASS if fits else Status.FAIL
    else:
        said = f"{capital(needs)}: {takes}."
        most = MAX_DISKS[LARGEST]
        working += "" if enough else f"; {count} / {most}, rounded up = {machines_taking(count)}"
        status = Status.PASS if enough else Status.FAIL
    return verdict(_ITEM, status, said, inputs=inputs, outputs=outputs, working=working)


def pool_for(wanted: Decimal, each: Decimal, disks: int, size: str = "") -> DecisionResult:
    """Whether `disks` disks of `each` bytes make a pool of `wanted`, on a machine of `size` if it is told."""
    name = canonical_size(size)
    if name and (no := refused(name, disks)):
        return no
    total, fits = each * disks, each * disks >= wanted
    apart = two_units(abs(total - wanted))
    rest = f"{apart} {'are left' if fits else 'are missing'}"
    made = f"{disks} disk{'' if disks == 1 else 's'} of {format_size(each)} make {two_units(total)}"
    said = f"{'Yes' if fits else 'No'}. {made} of raw pool, and {format_size(wanted)} is wanted: {rest}."
    working = f"{disks} x {format_size(each)} = {two_units(total)}; {apart} apart"
    inputs = {"size": name, "disks": str(disks), "each": format_size(each), "wanted": format_size(wanted)}
    return verdict(
        _ITEM,
        Status.PASS if fits else Status.FAIL,
        said,
        inputs=inputs,
        outputs={"pool": two_units(total)},
        working=working,
        caveats=("The number and size of the disks make the backup storage pool.",),
    )


def _none_takes(disks: int) -> str:
    """That no size of the guide takes so many disks, and how many machines of the largest do."""
    machines = machines_taking(disks)
    return f"none of the named sizes takes that many; {machines} machines of size {LARGEST} would do"


def machines_taking(disks: int, size: str = LARGEST) -> int:
    """How many machines of a named size take so many disks together."""
    return -(-disks // MAX_DISKS[size])


def disks_left(size: str, used: int) -> DecisionResult:
    """How many disks a size still takes beside those it has."""
    name = canonical_size(size)
    if no := refused(name, used):
        return no
    most = MAX_DISKS[name]
    working = f"{most} - {used} = {most - used}"
    said = f"{most - used} more: {name} takes {most} disks, and {_are(used)} in use."
    inputs, outputs = {"size": name, "disks": str(used)}, {"left": str(most - used)}
    return verdict(_ITEM, Status.PASS, said, inputs=inputs, outputs=outputs, working=working, bare=True)


def added(size: str, used: int, more: int, each: tuple[Decimal, Decimal] | None = None) -> DecisionResult:
    """Whether a size takes so many disks beside those it has, and what all come to; `each`: the bytes of one
    that is there and of one that comes."""
    name = canonical_size(size)
    if no := refused(name, used):
        return no
    most, total = MAX_DISKS[name], used + more
    sum_ = f"{used} in use and {more} more make {total} disks"
    fits = total <= most
    room = "" if fits else f": {_are(most - used)} free. {_larger(total)}"
    said = f"{'Yes' if fits else 'No'}. {sum_}; {name} takes {most}{room}."
    status = Status.PASS if fits else Status.FAIL
    inputs, outputs = {"size": name, "disks": str(used), "more": str(more)}, {"total": str(total)}
    working = f"{used} + {more} = {total}; {most} - {used} = {most - used}"
    if each and fits:
        whole = two_units(each[0] * used + each[1] * more)
        sizes = f"{used} x {format_size(each[0])} + {more} x {format_size(each[1])}"
        outputs["pool"], working = whole, f"{working}; {sizes} = {whole}"
        said = f"{said.removesuffix('.')}. All of them make {whole} of raw pool."
    return verdict(_ITEM, status, said, inputs=inputs, outputs=outputs, working=working, bare=True)


def _are(count: int) -> str:
    return f"{count or 'none'} {'is' if count < 2 else 'are'}"


def _larger(disks: int) -> str:
    """Which of the named sizes takes so many disks."""
    larger = [other for other, limit in MAX_DISKS.items() if limit >= disks]
    return (
        f"{larger[0]} takes {MAX_DISKS[larger[0]]}" if larger else "None of the named sizes takes that many"
    )


def difference(first: str, second: str, *, of_each: bool = False) -> DecisionResult:
    """How many disks one size takes more than the other; with `of_each` first how many each takes."""
    names = [canonical_size(first), canonical_size(second)]
    if no := _first_refused(names):
        return no
    low, high = sorted(names, key=lambda name: MAX_DISKS[name])
    more = MAX_DISKS[high] - MAX_DISKS[low]
    said = f"{more} more disks: {high} takes {MAX_DISKS[high]}, {low} takes {MAX_DISKS[low]}."
    if of_each:
        said = f"{low} takes {MAX_DISKS[low]} disks, {high} takes {MAX_DISKS[high]}: {more} more."
    working = f"{MAX_DISKS[high]} - {MAX_DISKS[low]} = {more}"
    inputs = {"size": " ".join(names)}
    return verdict(_ITEM, Status.PASS, said, inputs=inputs, outputs={"more": str(more)}, working=working)


def disks_more(sizes: Sequence[str], used: int) -> DecisionResult:
    """How many disks come on top of those in use where a machine grows to the larger of two sizes."""
    names = [canonical_size(size) for size in sizes]
    if no := _first_refused(names):
        return no
    if used > min(MAX_DISKS[name] for name in names):
        return among(sizes, used)
    return disks_left(max(names, key=lambda name: MAX_DISKS[name]), used)


def compared(first: str, relation: str, second: str) -> DecisionResult:
    """Whether one size takes more, fewer or as many disks as another."""
    names = [canonical_size(first), canonical_size(second)]
    if no := _first_refused(names):
        return no
    one, other = (MAX_DISKS[name] for name in names)
    holds = {"more": one > other, "fewer": one < other, "same": one == other}[relation]
    said = f"{'Yes' if holds else 'No'}. {names[0]} takes {one} disks and {names[1]} takes {other}."
    return verdict(_ITEM, Status.PASS, said, inputs={"size": " ".join(names), "relation": relation})


def claimed(told: Sequence[tuple[str, int]]) -> DecisionResult:
    """Whether sizes take as many disks as is said of each."""
    names = [canonical_size(size) for size, _ in told]
    if no := _first_refused(names):
        return no
    holds = all(MAX_DISKS[name] == disks for name, (_, disks) in zip(names, told, strict=True))
    most = " and ".join(f"{name} takes {MAX_DISKS[name]} disks" for name in names)
    said = f"{'Yes' if holds else 'No'}. {most}."
    return verdict(_ITEM, Status.PASS, said, inputs={"size": ", ".join(names)})


def refused(name: str, disks: int = 0) -> DecisionResult | None:
    """What is said of a size without a number of disks, or that doesn't take `disks`; None where it does."""
    if name not in MAX_DISKS:
        return no_number(name)
    return too_many(name, disks) if disks > MAX_DISKS[name] else None


def _first_refused(names: Sequence[str]) -> DecisionResult | None:
    """What is said of the first of several sizes that has no number of disks; None where all have one."""
    return next(filter(None, map(refused, names)), None)


def no_number(name: str) -> DecisionResult:
    """What is said of a size that the guide gives no number of disks for."""
    said = f"The guide gives no number of disks for {name}; it names A2 (4), A3 (8) and A4 (16)."
    return verdict(_ITEM, Status.UNKNOWN, said, inputs={"size": name}, not_covered=True)


def among(sizes: Sequence[str], disks: int) -> DecisionResult:
    """Which of several sizes take a number of disks."""
    names = [canonical_size(size) for size in sizes]
    if no := _first_refused(names):
        return no
    enough = [name for name in names if MAX_DISKS[name] >= disks]
    limits = ", ".join(f"{name} {MAX_DISKS[name]}" for name in names)
    counted = f"{disks} disk{'' if disks == 1 else 's'}"
    said = (
        f"{' and '.join(enough)} will do for {counted}: the limits are {limits}."
        if enough
        else f"None of them: {counted} are more than any of these sizes takes ({limits})."
    )
    inputs = {"size": ", ".join(names), "disks": str(disks)}
    status = Status.PASS if enough else Status.FAIL
    return verdict(_ITEM, status, said, inputs=inputs, outputs={"size": ", ".join(enough)})


def no_bytes(size: str) -> DecisionResult:
    """What is said of how much the disks of a size come to where none of their sizes is told."""
    name = canonical_size(size)
    if name not in MAX_DISKS:
        return no_number(name)
    said = (
        f"The guide gives no figure in TB: {name} takes {MAX_DISKS[name]} disks, and their number and size "
        "make the pool."
    )
    return verdict(
        _ITEM,
        Status.PASS,
        said,
        inputs={"size": name},
        outputs={"max_disks": str(MAX_DISKS[name])},
        bare=True,
    )


def no_size() -> DecisionResult:
    """What is said of the size that one disk may have."""
    said = (
        "The guide does not give a size for a single disk; it gives their number: A2 (4), A3 (8) and A4 (16)."
    )
    return verdict(_ITEM, Status.UNKNOWN, said, inputs={}, not_covered=True)


def too_many(name: str, disks: int) -> DecisionResult:
    """A named size doesn't take that many; which one does."""
    most, hint = MAX_DISKS[name], _larger(disks)
    said = f"No. {name} takes {most} disks, not {plain(Decimal(disks))}: {disks - most} too many. {hint}."
    inputs, outputs = {"size": name, "disks": str(disks)}, {"max_disks": str(most)}
    working = f"{disks} - {most} = {disks - most}"
    return verdict(_ITEM, Status.FAIL, said, inputs=inputs, outputs=outputs, working=working, bare=True)
