"""A lapsed subscription that is made Active again: whether that is done, and what is asked of undoing it."""

from __future__ import annotations

from dataclasses import replace

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_rules import Connectivity, Subscription
from assistant.decisions.states.subscription_change import Stage
from assistant.understanding.reading import Reading, Sense

# "can we undo that?", "is it reversible?", "can I change it back?"
_UNDOES = lazy(
    r"\b(?:undo(?:ne|ing)?|revers(?:e|ed|ible|al)|revert(?:ed|ible)?|irreversible|final|permanent)\b"
    r"|\b(?:chang|switch|get|got|set|bring|brought|mov|put|go|going|turn|com|flip|tak)\w*\s+"
    r"(?:(?:it|that|this|the sub(?:scription)?|from (?:it|that|there))\s+)?back\b(?! ?(?:up|ing))"
    r"|\b(?:way|road|path) back\b|\b(?:re-?activate|renew|revive|resurrect|fix|repair) (?:it|that|this)\b"
)
_DATA = lazy(
    r"\b(?:data|points?|copies|copy|files?|folders?|databases?|vms?|backups?|restores?|disks?|cloud|azure"
    r"|everything)\b"
)
# The way out of a state that is named: "can it come back from Expired?", "is Deprovisioned reversible?"
_LAPSED = r"[\"'“]?(?:expired|deprovisioned)\b"
_LEAVES = lazy(
    r"\b(?:c[ao]me|get|go|return|bring|brought|take|taken|pull(?:ed)?|revert(?:ed)?|switch(?:ed)?|change[d]?"
    r"|set"
    r"|move[d]?|recover(?:ed)?|way|road|path)\s+"
    r"(?:(?:it|that|ours|the sub(?:scription)?)\s+)?(?:(?:back|out|again)\s+)?"
    rf"(?:from|of|out of)\s+(?:(?:being|the|a|state)\s+){{0,2}}{_LAPSED}"
    rf"|{_LAPSED}[\"'”]?\s+(?:(?:state|status|be|is|it|ever)\s+){{0,2}}"
    r"(?:undone|revers(?:ed|ible)|revert(?:ed|ible)|irreversible|final|permanent|temporary)\b"
)
# The same, of a state that was told just before: "it says Expired. Can that be turned back?", "reversible?"
_TOLD_LEAVES = lazy(
    r"\b(?:can|could|is|may|would|will)\s+(?:it|that|this|the state|(?:the"
    r"|our) sub(?:scription)?)\b[^.?!]{0,25}?"
    r"(?:\bundone\b|\brevers(?:ed|ible)\b|\brevert(?:ed|ible)\b|\birreversible\b|\bfinal\b|\bpermanent\b"
    r"|\bfor good\b"
    r"|\b(?:turned|changed|switched|set|taken|brought|put|go|come|get)\s+back\b(?! ?up))"
    r"|(?:^|[.,;:!]\s)\W*(?:(?:and|so|or)\s+)?(?:undoable|(?:ir)?reversible|final|permanent)\s*\?"
)
_FINAL = lazy(r"\b(?:irreversible|final|permanent|temporary)\b")
_BARE_HOW = lazy(
    r"^\W*(?:(?:and|ok|okay|so|but|then|yes|great|good)\W+)*how"
    r"(?:\s+(?:exactly|then|so|please|to|do (?:i|we|you)|can (?:i|we)|would (?:i|we)|should (?:i|we)"
    r"|is (?:it|that) done|do|change|get|set|bring|that|this|it|back))*\W*$"
)
_MOST_WORDS = 10
_MAY = lazy(r"\b(?:can|could|may|might|possible|able)\b[^,.;?!]{0,40}$")
# It is Active, or somebody has made it so; and words by which that is only supposed or asked for.
_DONE = lazy(
    r"\b(?:is|are|it['’]s)\s+(?:\w+\s+){0,2}active\b|\bactive (?:again )?(?:now|since|today)\b"
    r"|\b(?:now|today|meanwhile) active\b|\bback (?:to|in|on) active\b"
    r"|\b(?:re-?activated|renewed|revived|reinstated|resurrected|paid)\b"
)
_SUPPOSED = lazy(
    r"\b(?:if|when|once|until|till|unless|will|would|as soon as|before|must|should|suppos\w*|in case|after"
    r"|how|what happens|need\w*|has to|have to|want\w*|(?:can|could|may|might) (?:it|the|our|an?|my|subs?)\b"
    r"|(?:can|could|may) (?:i|we|you|one|they) (?:re-?activ|get|set|chang|bring|mov|switch|put|turn|renew))"
)
# "renewed now. backup?": said of the subscription that lapsed, which is left out.
_BARE_DONE = lazy(
    r"(?:^|[.;!,]\s)\W*(?:(?:ok|okay|so|and|but|now|just|it(?:['’]?s)?|got|been|was|is|has)\s+){0,4}"
    r"(?:renewed|re-?activated|paid|extended)(?:\s+(?:now|today|yesterday|again|meanwhile|already|it"
    r"|(?:since|this|last|on|by)\s[^.,;!?]{1,20}))?\s*(?:[.,;!]|$)"
)
# "if we pay while we stay offline": Active is supposed, with the connection as it is.
_RENEWS = lazy(
    r"\b(?:if|when|once|suppos\w+|say|after|would|does|will|can|assum\w+)\b[^.;?!]{0,30}"
    r"\b(?:renew|re-?new|pay|paid|paying|re-?activat|re-?enabl|extend|settl)\w*"
)
_STAYS_OFFLINE = lazy(
    r"\b(?:still|stay\w*|remain\w*|keep|while|being|continue to be|yet) "
    r"(?:we (?:are|stay|remain) |it (?:is|stays) )?(?:still )?"
    r"(?:off-?line|disconnected|cut off|down|without|unreachable|isolated)\b"
    r"|\b(?:without|before) (?:the |a |any |our )?(?:link|line|connect\w+|internet|uplink|network)\b"
    r"|\b(?:link|line|connection|internet|uplink|network) (?:is |stays |remains )?(?:still )?"
    r"(?:down|gone|dead|off|broken|out)\b"
)


def renewed(reading: Reading) -> Reading:
    """`reading` with the subscription Active, where an Expired one is supposed to be renewed offline."""
    expired = reading.subscription == {Subscription.EXPIRED} and reading.connectivity is Connectivity.LOST
    if not expired or not (_RENEWS().search(reading.plain) and _STAYS_OFFLINE().search(reading.plain)):
        return reading
    return replace(reading, subscription=frozenset({Subscription.ACTIVE}))


def tells_renewal(text: str) -> bool:
    """Whether `text` says, and nothing of what, that it was renewed or paid: what lapsed before is meant."""
    return bool(_BARE_DONE().search(text)) and not _SUPPOSED().search(text)


def left_behind(reading: Reading) -> Reading:
    """`reading` as of a return to Active, where the way out of a lapsed state is asked for, and no data."""
    out = _LEAVES().search(reading.plain) if reading.subscription else None
    told = reading.subscription - {Subscription.ACTIVE}
    if out is None and len(told) == len(reading.subscription) == 1 and not reading.operations:
        out = _TOLD_LEAVES().search(reading.plain)
    if out is None or reading.connectivity or _DATA().search(reading.plain):
        return reading
    named = next((one for one in Subscription if one.lower() in out[0].lower()), None)
    lapsed, active = frozenset({named} if named else told), frozenset({Subscription.ACTIVE})
    sense = Sense.OPEN if _FINAL().search(out[0]) else reading.sense
    return replace(
        reading, previous_subscription=lapsed, subscription=active, operations=frozenset(), sense=sense
    )


def undoes(reading: Reading) -> bool:
    """Whether, after a lapsed subscription was told, its way back is asked for, and no data."""
    lapsed = set(reading.previous.get("subscription", ())) - {str(Subscription.ACTIVE)}
    short = len(reading.plain.split()) <= _MOST_WORDS
    other = reading.subscription or reading.connectivity or reading.operations or reading.products
    return bool(
        lapsed
        and short
        and not other
        and _UNDOES().search(reading.plain)
        and not _DATA().search(reading.plain)
    )


def asks_how(reading: Reading) -> bool:
    """Whether nothing but the way is asked for, after the change back to Active was spoken of."""
    return bool(reading.previous.get("previous_subscription")) and bool(_BARE_HOW().search(reading.plain))


def stage_of(reading: Reading) -> Stage:
    """How far the change is: its steps are asked for, it is told as done, or it is only possible."""
    if reading.followup and asks_how(reading):
        return Stage.STEPS
    done = _DONE().search(reading.plain)
    supposed = _SUPPOSED().search(reading.plain)
    if done is None or supposed or _MAY().search(reading.plain[: done.start()]):
        return Stage.POSSIBLE
    return Stage.DONE
