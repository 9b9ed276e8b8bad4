"""Whether it is asked if something has to be: a "yes" to that says more than that it may be."""

from __future__ import annotations

from enum import StrEnum

from assistant.decisions.expressions.patterns import lazy

_WITHIN = r"(?:[^.?!;]|\.(?=\w))"
"""A character of the same sentence; ".NET 4.8" has no end of one."""

_SUBJECT = r"(?:i|we|you|they|one|it|there|the|an?|our|my|this|that|mabs|every\w*|each|all|both)"
_NEED = lazy(
    rf"(?<!\bor )\bmust {_SUBJECT}\b(?!\s+not\b)"
    rf"|(?<!\bor )\b(?:do|does|did|will|would) {_SUBJECT}\b{_WITHIN}{{0,50}}?"
    r"\b(?:need|require|have to|has to|got to)\b(?! to know)"
    rf"|\bneed {_SUBJECT}\b"
    rf"|\b(?:have|has|need) {_SUBJECT} to\b"
    rf"|\b(?:is|are|was|would)\b{_WITHIN}{{0,70}}\b(?:required|needed|necessary|mandatory|obligatory"
    r"|compulsory|indispensable|a must|obliged|forced|a requirement)\b"
)


def asks_need(text: str) -> bool:
    """Whether `text` asks if something is required, not whether it is allowed or advised."""
    return bool(_NEED().search(text))


_MENDS = lazy(
    rf"(?:\b(?:do|does|will|would) {_SUBJECT}\b{_WITHIN}{{0,20}}?\b(?:need|have|has|got) to|\bmust {_SUBJECT}"
    rf"|\b(?:have|has|need) {_SUBJECT} to)\s+(?:\w+\s+){{0,2}}?"
    r"(?:upgrade|update|replace|change|raise|order|request|resize|enlarge|grow|demote|remove|uninstall"
    r"|rebuild|correct|fix|convert|get (?:a|an|another|the|more|rid)"
    r"|install (?!(?:it|this|that|mabs|azure|on|the backup|backup|the server)\b))"
)


def asks_to_mend(text: str) -> bool:
    """Whether `text` asks if something has to be put right first, which is so where a rule isn't met."""
    return bool(_MENDS().search(text))


_MUST = (
    r"(?:(?:an? )?(?:(?:hard|strict|firm|real|true|absolute|actual)\s+)?(?:must|requirement|rule|necessity"
    r"|obligation)|mandatory|required"
    r"|obligatory|compulsory|enforced|binding|needed|prescribed|forced|strict|fixed|forbidden|prohibited"
    r"|banned|law)"
)
_ADVICE = (
    r"(?:(?:an? )?(?:(?:mere|soft|best)[\s-]+)?(?:recommend\w*|advice|suggest\w*|guideline|guidance|should"
    r"|best practice|practice"
    r"|rule of thumb|nice[\s-]to[\s-]have|possibility|hint|tip|option|convention|default)|optional"
    r"|discouraged|preferred|frowned on|advis(?:ed|able|ory)|soft|guideline)"
)
_JUST = r"(?:(?:just|only|merely|rather|simply|more|more of|is it|is that|an?|as|strongly|purely)\s+){0,3}"
# "can I ignore the five days rule": whether it binds.
_BREAKS = (
    r"\b(?:can|could|may|might|should|shall|what if|is it possible|am|are|is it ok(?:ay)?)\s+(?:i|we|one|you"
    r"|to|if we|if i)\s+(?:just\s+|simply\s+)?"
    r"(?:ignor\w*|disregard\w*|skip\w*|bend|break|bypass|override|leave out|allowed to (?:ignore|skip"
    r"|break))\b"
)
_STRENGTH = lazy(
    rf"\b{_MUST}\b\W+(?:\w+\W+){{0,2}}?(?:or|vs\.?|versus|/)\W+{_JUST}{_ADVICE}\b|\bmust\s*(?:/|or"
    rf"|vs\.?)\s*(?:should|can|may)\b"
    rf"|\b{_ADVICE}\b\W+(?:\w+\W+){{0,2}}?(?:or|vs\.?|versus|/)\W+{_JUST}(?:{_MUST}|hard)\b"
    rf"|\b(?:just|only|merely|purely|simply|rather)\s+(?:an?\s+)?{_ADVICE}\b"
    r"|\bhow\s+(?:strict|hard|binding|firm|serious|mandatory|important|strong|flexible|strictly)\b"
    r"|\bstrictly\s+(?:speaking\s+)?(?:required|necessary|needed|mandatory)\b"
    r"|\bhard[\s-](?:or soft\s+)?(?:requirement|limit|cap|rule|stop|must|minimum|and fast)\b"
    r"|\bsoft[\s-](?:requirement|limit|cap|rule)\b"
    r"|\b(?:hard|firm)\W+(?:or|vs\.?)\W+soft\b|\bhard\s+\w+\s+or\s+(?:an?\s+)?soft\b"
    rf"|\b(?:is|are|was)\b{_WITHIN}{{0,70}}?\b(?:mandatory|obligatory|compulsory|optional|binding|enforced"
    rf"|a must|negotiable|voluntary"
    r"|strict|forced|a recommendation|a requirement|a suggestion|a guideline|advisory|best practice)\b"
    r"|(?::|\s[-\u2013]|,)\s*(?:is (?:it|that|this) )?(?:an? )?(?:must|mandatory|obligatory|compulsory"
    r"|optional|required|strict)\W*$"
    rf"|\b(?:must|has to|have to|needs? to)\b{_WITHIN}{{0,60}}?\bor\W+{_JUST}{_ADVICE}\b"
    rf"|(?::|\s[-\u2013]|,)\s*(?:is (?:it|that|this) )?{_JUST}{_ADVICE}\s*\?\W*$"
    rf"|{_BREAKS}"
    r"|^\W*(?:(?:and|so|is (?:it|that|this)|ok)\W+)*(?:an? )?(?:must|mandatory|obligatory|compulsory"
    r"|optional|strict(?:ly)?"
    r"|hard (?:requirement|rule)|recommended|required)(?:\s+(?:then|really|too))?\s*\?\W*$"
)
_IS_ADVICE = lazy(
    rf"\b{_ADVICE}(?:\s+(?:then|really|too))?\s*\?\W*$|"
    rf"\b(?:is|are|was|'s)\b{_WITHIN}{{0,60}}?\b(?:optional|voluntary|negotiable|(?:just|only|merely|simply"
    rf"|purely)\s+"
    rf"(?:an?\s+)?{_ADVICE})"
)
_BREAKS_IT = lazy(_BREAKS)
_EITHER = lazy(r"\b(?:or|vs\.?|versus)\b|/|\bhow\b|\bwhich\b|\bwhat\b")


class Asked(StrEnum):
    """What is asked of a rule: which strength it has, whether it is a must, or none, or may be broken."""

    WHICH = "which"
    MUST = "must"
    ADVICE = "advice"
    BREAKS = "breaks"


def asked_strength(text: str) -> Asked | None:
    """What `text` asks of how binding a rule is; None where it asks something else, as whether it is met."""
    if not _STRENGTH().search(text):
        return None
    if _BREAKS_IT().search(text):
        return Asked.BREAKS
    if _EITHER().search(text):
        return Asked.WHICH
    return Asked.ADVICE if _IS_ADVICE().search(text) else Asked.MUST
