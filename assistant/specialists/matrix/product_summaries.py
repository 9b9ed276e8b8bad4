"""What somebody has understood of the matrix, held against it: "so 2016 yes, 2019 no, right?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.matrix import protection, protection_query
from assistant.decisions.matrix.protection_rules import Product
from assistant.specialists.matrix.protection import NAME, to_decision
from assistant.specialists.table_findings import finding_of
from assistant.understanding.product.products import find_bare_versions, find_products
from assistant.understanding.reading import QuestionKind, Reading

_PARTS = lazy(r"[,;:.]\s+|\b(?:but|while|whereas|and)\b|\s[\u2013-]\s")
_IN = lazy(r"\b(?:yes|yep|ok(?:ay)?|in|fine|listed|covered|protected|supported|works?|good|is)\b")
_OUT = lazy(
    r"\b(?:no|nope|not|out|un(?:listed|covered|protected|supported)|never|isn['’]?t|missing|aren['’]?t)\b"
)
_ASKS = lazy(r"\b(?:which|what|when|how|why|where|who|if|unless|whether|or)\b")
_TWO = 2


def consult(reading: Reading) -> Finding | None:
    """Whether the matrix bears out what is said of several products; None where not of two is said so, one
    of them listed and the other not."""
    if reading.kind not in (QuestionKind.STATEMENT, QuestionKind.YES_NO) or _ASKS().search(reading.plain):
        return None
    if not _OUT().search(reading.plain):
        return None
    said = list(_said(reading))
    if len(said) < _TWO or len({listed for _, listed in said}) < _TWO:
        return None
    outcomes = [protection.decide(product).outcome for product, _ in said]
    if not {"listed", "not_listed"}.issuperset(outcomes):
        return None
    held = all((outcome == "listed") == listed for outcome, (_, listed) in zip(outcomes, said, strict=True))
    found = sorted_out([product for product, _ in said])
    first, *others = found.statements
    lead = "Yes" if held else "No"
    return replace(found, statements=(replace(first, text=f"{lead}. {first.text}"), *others))


def _said(reading: Reading) -> Iterator[tuple[Product, bool]]:
    """The products of the clauses, each with whether it is said to be listed; a version alone is of the
    family that was named last."""
    meant = {product.family for product in reading.products}
    family = (reading.previous.get("families") or [""])[-1]
    for clause in filter(str.strip, _PARTS().split(reading.plain)):
        named = tuple(one for one in find_products(clause) if one.family in meant) or tuple(
            replace(one, family=family) for one in find_bare_versions(clause) if family
        )
        out = bool(_OUT().search(clause))
        if not named or not (out or _IN().search(clause)):
            continue
        family = named[-1].family
        for one in named:
            yield to_decision(one), not out


def sorted_out(products: Sequence[Product]) -> Finding:
    """One answer for all of them, with the verdict of each."""
    together = finding_of(protection_query.sorted_out(products), NAME)
    verdicts = [finding_of(protection.decide(product), NAME).verdicts for product in products]
    return replace(together, verdicts=tuple(one for told in verdicts for one in told))
