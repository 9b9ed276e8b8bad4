"""Reckons with figures of the talk: what an operation on them comes to, with the rule that they rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import recovery_points
from assistant.decisions.calculations.limits import DECIMAL_NOTE
from assistant.decisions.reading.quantities import plain
from assistant.decisions.sentences import capital
from assistant.decisions.types import DecisionResult, Standing, caveat, headline, reason
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.ledger.figures import Figure, Unit, of_result
from assistant.specialists.ledger.ledger_operations import Act, Operation, unit_in

_POWERS = {"k": 1, "m": 2, "g": 3, "t": 4, "p": 5}
_JUDGED = re.compile(r"(?:Yes|No)\b")
_SECONDS = {"h": 3600, "m": 60, "s": 1}


@dataclass(frozen=True, slots=True)
class OnFigures(Calculation):
    """An operation on one figure of the talk, or on several of one kind."""

    NAME: ClassVar[str] = "on figures"
    operation: Operation
    figures: tuple[Figure, ...]

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """Not read from a question alone: see `asked`."""
        return None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return _ACTS[self.operation.act](self.operation, self.figures)

    def leaves(self) -> Figure | None:
        """The figure that takes the place of the one before, where it is of the same kind."""
        one, number = self.figures[-1], self.operation.number or Decimal(1)
        if self.operation.act is Act.TIMES:
            return replace(one, amount=one.amount * number, of=f"{plain(number)} x {one.shown()}", age=0)
        if self.operation.act is Act.SPLIT:
            return replace(one, amount=one.amount / number, of=f"{one.shown()} / {plain(number)}", age=0)
        return None


def _left(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one = figures[-1]
    if one.name == "points":
        limit = Decimal(recovery_points.LIMIT)
        return _rest(one, limit, one.amount, f"{one.counted(limit)}, the most that a vault holds, less {{}}")
    told = operation.size.size.bytes if operation.size else operation.number or one.beside or Decimal(0)
    if operation.part:
        told = (one.amount * operation.part).quantize(Decimal(1), ROUND_HALF_UP)
    if one.kind.holds:
        return _rest(one, one.amount, told, f"{_bounded(one)}{_from(one)}, less {{}}", more=" more")
    return _rest(one, told, one.amount, f"{_takes(one)}, of {one.shown(told)}")


def _rest(one: Figure, whole: Decimal, part: Decimal, why: str, *, more: str = "") -> DecisionResult:
    """What is left of a whole, or by how much it is too small."""
    left, less = whole - part, one.shown(part)
    working = f"{one.shown(whole)} - {less} = {one.shown(left)}"
    if left < 0:
        over = one.counted(-left)
        said = f"Nothing is left: {why.format(less)}; that is {over} too many."
        if not one.kind.holds and one.name != "points":
            said = f"Nothing is left: {_takes(one)}, and {one.shown(whole)} is too small by {over}."
        return _result(one, said, f"{less} - {one.shown(whole)} = {one.shown(-left)}", "fail")
    if left == 0:
        return _result(one, f"None is left: {why.format(less)}.", working)
    shown, noun = one.shown(left), one.counted(left).removeprefix(one.shown(left))
    verb = "remains" if left == 1 else "remain"
    return _result(one, f"{shown}{more}{noun} {verb}: {why.format(less)}.", working)


def _lack(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one = figures[-1]
    told = operation.size.size.bytes if operation.size else operation.number or Decimal(0)
    apart = one.amount - told
    if apart <= 0:
        return _result(one, f"Nothing is missing: {_takes(one)}, and there is {one.counted(told)}.", "")
    working = f"{one.shown()} - {one.shown(told)} = {one.shown(apart)}"
    said = f"{capital(one.counted(apart))} missing: {_takes(one)}, and there is {one.counted(told)}."
    return _result(one, said, working, "fail")


def _enough(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one = figures[-1]
    told = operation.size.size.bytes if operation.size else Decimal(0)
    fits = told > one.amount
    opening = "Yes. {} is enough" if fits else "No. {} is too small"
    said = f"{opening.format(one.shown(told))}: {_takes(one)}."
    return _result(one, said, "", "pass" if fits else "fail")


def _percent(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one = figures[-1]
    told = operation.size.size.bytes if operation.size else operation.number or Decimal(1)
    part, whole = (told, one.amount) if one.kind.holds else (one.amount, told)
    if one.name == "points":
        whole = operation.number or Decimal(recovery_points.LIMIT)
    share = f"{plain(part * 100 / whole, 1)} %"
    working = f"{one.shown(part)} / {one.shown(whole)} = {share}"
    return _result(one, f"{share} of {one.shown(whole)}: {one.shown(part)}, {_taken(one)}.", working)


def _times(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one, number = figures[-1], operation.number or Decimal(1)
    total, times = one.counted(one.amount * number), plain(number)
    working = f"{times} x {one.shown()} = {total}"
    said = f"{capital(_bound(one))}{total} in all: {times} x {one.shown()}, {_taken(one)}."
    return _result(one, said, working)


def _split(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one, number = figures[-1], operation.number or Decimal(1)
    each = one.shown(one.amount / number)
    working = f"{one.shown()} / {plain(number)} = {each}"
    said = f"{capital(_bound(one))}{each} each: {one.shown()}{_from(one)} in {plain(number)} equal shares."
    return _result(one, said, working)


def _sum(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one = figures[-1]
    total = one.counted(sum((figure.amount for figure in figures), Decimal(0)))
    terms = " + ".join(f"{figure.shown()}{_from(figure)}" for figure in figures)
    return _result(one, f"{capital(_bound(one))}{total} together: {terms}.", f"{terms} = {total}")


def _difference(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    low, high = sorted(figures[-2:], key=lambda figure: figure.amount)
    apart = high.counted(high.amount - low.amount)
    terms = f"{high.shown()}{_from(high)} - {low.shown()}{_from(low)}"
    return _result(high, f"The difference is {apart}: {terms}.", f"{terms} = {apart}")


def _in_unit(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one = figures[-1]
    if one.kind.unit is Unit.TIME:
        seconds = _SECONDS[operation.unit[0]]
        shown = f"{plain(one.amount * 60 / seconds)} {operation.unit}"
    else:
        unit = operation.unit
        binary = unit.endswith("ib") or unit[2:4] == "bi"
        letter = unit[0].upper()
        value = one.amount / Decimal(1024 if binary else 1000) ** _POWERS[unit[0]]
        shown = f"{plain(value)} {letter}{'iB' if binary else 'B'}"
    working = f"{one.shown()} = {shown}"
    same = "" if shown in one.shown() else f"that is {one.shown()}, "
    said = f"{capital(_bound(one))}{shown}: {same}{_taken(one)}."
    return _result(one, said, working, note=one.kind.unit is Unit.SIZE)


def in_unit(result: DecisionResult, text: str) -> DecisionResult:
    """A result in the unit that `text` asks for with it ("in MB"), where it is one figure told otherwise."""
    unit, figures = unit_in(text), of_result(result)
    said = result.statements[0].text
    if not unit or len(figures) != 1 or figures[0].kind.unit is not Unit.SIZE or _JUDGED.match(said):
        return result
    told = _in_unit(Operation(Act.UNIT, unit=unit), figures)
    shown = told.statements[0].text.partition(":")[0].split()[-1]
    if re.search(rf"\b{shown}\b", said):
        return result
    working = "; ".join(filter(None, (result.working, told.working)))
    return replace(result, statements=(told.statements[0], *result.statements[1:]), working=working)


def _again(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    one = figures[-1]
    return _result(one, f"{capital(_bounded(one))}{_from(one)}: that is for {one.kind.title}.", "")


def _list(operation: Operation, figures: Sequence[Figure]) -> DecisionResult:
    first, *rest = [f"{_bounded(one)} for {one.kind.title}{_from(one)}" for one in figures]
    said = headline(f"{capital(first)}.", *figures[0].kind.sources)
    more = [
        reason(f"{capital(text)}.", *one.kind.sources) for text, one in zip(rest, figures[1:], strict=True)
    ]
    rules = tuple(dict.fromkeys(one.kind.rule.id for one in figures))
    unique = [next(one.kind.rule for one in figures if one.kind.rule.id == name) for name in rules]
    result = _result(figures[0], "", "; ".join([first, *rest]))
    return replace(result, statements=(said, *more), rules=tuple(unique))


def _taken(one: Figure) -> str:
    """What a figure is of: "5 % of 9 TB for the scratch location"."""
    return f"{one.of} for {one.kind.title}" if one.of else f"for {one.kind.title}"


def _takes(one: Figure) -> str:
    """What takes how much: "the scratch location takes at least 450 GB, 5 % of 9 TB"."""
    return f"{one.kind.title} takes {_bounded(one)}{f', {one.of},' if one.of else ''}".removesuffix(",")


def _from(one: Figure) -> str:
    return f" ({one.of})" if one.of else ""


def _bound(one: Figure) -> str:
    return f"{one.kind.bound} " if one.kind.bound else ""


def _bounded(one: Figure) -> str:
    return f"{_bound(one)}{one.counted()}"


def _result(
    one: Figure, said: str, working: str, outcome: str = "pass", *, note: bool = False
) -> DecisionResult:
    rule = one.kind.rule
    inputs = {"figure": _bounded(one)} | ({"of": one.of} if one.of else {})
    sized = one.kind.unit is Unit.SIZE and not one.binary and (note or "TB" in said)
    return DecisionResult(
        table=NAME,
        inputs=inputs,
        outcome=outcome,
        standing=Standing.SETTLED,
        statements=(
            headline(said, *one.kind.sources),
            reason(rule.text, *one.kind.sources),
            *([caveat(DECIMAL_NOTE)] if sized else []),
        ),
        rules=(rule,),
        working=working,
    )


NAME = "figures"
_ACTS = {
    Act.LEFT: _left,
    Act.LACK: _lack,
    Act.ENOUGH: _enough,
    Act.PERCENT: _percent,
    Act.TIMES: _times,
    Act.SPLIT: _split,
    Act.SUM: _sum,
    Act.DIFFERENCE: _difference,
    Act.UNIT: _in_unit,
    Act.AGAIN: _again,
    Act.LIST: _list,
}
