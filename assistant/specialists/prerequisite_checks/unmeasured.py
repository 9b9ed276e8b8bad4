"""Whether something of the machine will do that isn't told: "is my VM big enough?" asks for exactly that."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness import machine, machine_size
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.check_words import FEW_WORDS, PROTECTING
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.server.machine_facts import read_machine
from assistant.understanding.word_rules import word_set

_MACHINE = r"(?:vm|machine|server|box|host)"
# What is judged, by the words for it; each check says its rule and asks for its input.
_JUDGED: tuple[tuple[Callable[[], re.Pattern[str]], Callable[[], DecisionResult]], ...] = (
    (lazy(r"(?<!\w)\.?net\b|\bdot ?net\b"), machine.dotnet),
    (lazy(r"\b(?:os|operating system|windows|image)\b"), machine.host_image),
    (lazy(r"\b(?:account|user|login)\b"), machine.installer_account),
    (
        lazy(
            rf"\b{_MACHINE}\b.{{0,12}}\b(?:big|large|strong|powerful|beefy|small)\b|\b(?:vm|machine) size\b"
            r"|\b(?:cores|cpus?|ram|memory)\b"
        ),
        machine_size.vm_size,
    ),
)
_OWN = lazy(r"^\W*(?:\w+\W+){0,2}?(?:is|are|does|do|will|would|has|have)\s+(?:my|our|the|this|that)\b")
_WILL_DO = lazy(
    r"\b(?:enough|ok|okay|fits?|suits?|suitable|sufficient|suffices?|right|do|good|fine|meets?"
    r"|qualif\w*|allowed"
    r"|too small)\b"
)
_OF_JUDGING = word_set(
    "is are does do will would has have my our the this that it a an for to of on in with and so "
    "then ok okay fit "
    "fits enough right good fine allowed meet meets suit suits suitable sufficient suffice suffices "
    "too small big "
    "large strong powerful beefy vm machine server box host size mabs azure backup version framework "
    "our's need "
    "needs requirement requirements install installing installation setup net dot dotnet os operating system "
    "windows image account user login series a-series cores cpu cpus ram memory please pls hi hello there"
)
_WORD = re.compile(r"[a-z][\w'-]*")
_MOST_WORDS = FEW_WORDS + 4


def asked(reading: Reading) -> DecisionResult | None:
    """The rule with the question for what isn't told; None where something is, or something else is asked."""
    text = reading.plain
    words = _WORD.findall(text.lower())
    if reading.kind is not QuestionKind.YES_NO or reading.followup or len(words) > _MOST_WORDS:
        return None
    told = reading.vm_sizes or reading.quantities or re.search(r"\d", text) or read_machine(text)
    named = any(product.version for product in reading.products)
    if told or named or PROTECTING.search(text) or not (_OWN().search(text) and _WILL_DO().search(text)):
        return None
    if any(word not in _OF_JUDGING for word in words):
        return None
    return next((check() for pattern, check in _JUDGED if pattern().search(text)), None)


def pending(before: str) -> str:
    """The table of the check that `before`, the question before, was answered with if one asked back."""
    result = asked(read_question(before)) if before else None
    return result.table if result else ""
