"""Questions behind a clause that leads up to them: "our vault is the main one, so which redundancy"."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy

_AUXILIARY = r"(?:is|are|do|does|did|can|could|may|might|must|should|shall|will|would)"
_SUBJECT = (
    r"(?:the|an?|we|i|our|my|it|its|there|one|ms|microsoft|mabs|azure|you|they|he|she|that|this|those|these"
    r"|any|all|both|anyone|anybody|someone|somebody|nobody|everything|anything)"
)
# "which is offline" and "which runs there" go on with the clause before, "which is it" asks.
_RELATIVE = (
    r"(?:is|are|was|were|has|have|had|can|could|may|might|will|would|should|must|do|does|did|we|i|you|they|it"
    r"|the|our|my|runs?|hosts?|holds?|goes|sits?|works?|needs?|uses?|takes?|means?|makes?|gets?|keeps?|leads?"
    r"|belongs?|comes?|lies?|stands?|never|also|still|now|just|only|in)"
)
_ASKED = (
    rf"(?:how(?:['’]?s)?\s+(?:{_AUXILIARY}|to|many|much|long|big|large|often|old|far|come|small|high|fast)\b"
    rf"|what(?:['’]?s)?\s+(?!an?\b|ever\b|if\b|else\W*$|now\W*$|then\W*$|we\b|i\b|you\b)\w"
    rf"|which\s+(?!{_RELATIVE}\b)[\w.]|wh(?:ere|en|y)\s+(?:{_AUXILIARY}|to)\b|where['’]?s\s+\w"
    rf"|who\s+(?:do|does|can|could|must|should|may|will|would)\b"
    rf"|(?:to|for|on|in|at|from|under|with|by)\s+(?:which|what)\s+[a-z]"
    rf"|{_AUXILIARY}\s+{_SUBJECT}\b\s*\w|(?<=so\s){_AUXILIARY}\s+(?!not\b|now\b|still\b|only\b)\S)"
)
# A verdict is asked for behind what is told: "..., allowed?", "..., any objection".
_VERDICT = (
    r"(?:(?:ok|okay|allowed|possible|fine|supported|permitted|enough|right|feasible"
    r"|an? (?:problem|issue))\s?\?|any (?:objections?|problems?|issues?|concerns?)\b(?=\W*$))"
)
_LEADS = r"(?:\s?[,:;\u2013]\s{1,3}|\s-+\s{1,3}|\s(?=so\b|then\b))(?:(?:so|then|ok)\s+){0,2}"
_LED = lazy(
    rf"\w\s+\S*\w{_LEADS}(?:{_ASKED}|{_VERDICT})"
    rf"|\bhow\s+(?:many|much|long|big|large|often)\s+(?:{_AUXILIARY}\b|\w+\s+{_AUXILIARY}\b)"
)
# A case, and what is asked of it, with nothing between: "once data is old where should it go".
_CASE = r"(?:if|when|once|after|before|in case|as soon as|for|with|in|on)"
_JOINT = lazy(
    r"[,;]?\s{1,3}(?:and|also|plus|but|&)\s{1,3}(?="
    rf"(?!{_ASKED}|in addition\b|on top\b)(?:[^.,;:?!\n\u2013]{{3,80}}?{_LEADS}(?:{_ASKED}|{_VERDICT})"
    rf"|{_CASE}\s[^.,;:?!\n]{{3,60}}?\s{_ASKED}))"
    rf"|\s[/|]\s{{1,3}}(?={_ASKED})"
    r"|[,;]\s{1,3}then\s{1,3}(?=(?:which|what|how|where|who|can|may|must|do|does|is|are)\s)"
)
# What makes of the words behind it a clause within the question.
_WITHIN = lazy(r"\w\W+(?:if|when|while|whether|because|since|once|until|as)\b[^,;:]*$")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")


def is_led(text: str) -> bool:
    """Whether `text` asks something behind a clause that leads up to it."""
    return bool(_LED().search(_QUOTED.sub("", text)))


def led_joints(text: str) -> list[tuple[int, int]]:
    """Where a further question that is led up to begins, as the span of what joins it to the one before."""
    return [
        (joint.start(), joint.end())
        for joint in _JOINT().finditer(text)
        if not _WITHIN().search(text[: joint.start()])
    ]
