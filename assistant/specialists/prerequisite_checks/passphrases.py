"""A passphrase that is lost, or that Microsoft is asked for."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.readiness import passphrase
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.check_words import FEW_WORDS
from assistant.understanding.reading import Reading
from assistant.understanding.topics import GENERAL

PASSPHRASE_LOST = compiled(
    r"\bpass-?\s?phrases?\b[^.?!\n]{0,60}\b(?:lost|lose|gone|forgot\w*|missing|unknown|recover(?:ed|ing)?"
    r"|reset|decod\w*|decrypt\w*|crack\w*|retriev\w*|hand\w* out|read \w+ ?out|send|copy|escrow"
    r"|get (?:it )?back|(?<!made )(?<!created )(?<!generated )for (?:me|us))\b"
    r"|\b(?:lost|lose|losing|forgot\w*|recover(?:ed|ing)?|reset|decod\w*|decrypt\w*|crack\w*|retriev\w*"
    r"|(?:don|ca|can)['’]?n?['’]?t (?:know|have|find)|cannot find|get back|have no|nobody (?:knows|has)"
    r"|without)\b[^.?!\n]{0,40}\bpass-?\s?phrases?\b",
)
KEPT_BY_MICROSOFT = compiled(
    r"\b(?:microsoft|ms|redmond|support)\b[^.?!]{0,30}\b(?:copy|copies|keeps?|stores?"
    r"|saves?|knows?|has it|reset|backdoor|give|hand|send|resend|provide|tell)\b",
)
# A length is asked for, a passphrase that is there is to be changed, its loss is to be prevented, or it isn't
# made yet.
_NOT_LOST = re.compile(
    r"\b(?:do|does|makes?|creates?|generates?|invents?)\s+(?:it|one|that|this)\s+for\s+(?:me|us)\b"
    r"|\blengths?\b|\bcharacters\b|\b(?:avoid|prevent|guard against|before)\b[^.?!]{0,30}\blos(?:e|ing)\b"
    r"|\A(?!.*\b(?:lost|gone|forg[eo]t\w*|unknown|missing|nobody|no one|left with)\b).*\bchang\w*",
    re.IGNORECASE | re.DOTALL,
)
_WANTED = (
    (
        passphrase.Wanted.COPY,
        compiled(
            r"\b(?:microsoft|ms|redmond|support|vendor|maker|send|hand\w* out|read \w+ ?out"
            r"|retriev\w*|decod\w*|decrypt\w*|crack\w*|recover(?:ed|ing)?\b[^.?!]{0,20}\bpass-?\s?phrase"
            r"|get (?:it )?back|(?:look(?:ed)? up|read|tell|for (?:me|us)))\b",
        ),
    ),
    (
        passphrase.Wanted.NEW,
        compiled(
            r"\b(?:new|another|fresh|other|different) (?:one|pass-?\s?phrase|phrase|key|secret)\b"
            r"|\b(?:re-?set|re-?generat\w*|generat\w*|replac\w*|re-?defin\w*|renew\w*|chang\w*)\b",
        ),
    ),
    (
        passphrase.Wanted.BACKUPS,
        compiled(
            r"\b(?:jobs?|schedules?|(?<!of )(?<!old )(?<!azure )back-?ups?(?! server| vm| machine| box))\b"
            r"[^.?!]{0,40}\b(?:run\w*|continu\w*|go|going|stop\w*|work\w*|fail\w*|on)\b"
            r"|\b(?:do|does|will|can|still|keep|continue to) (?:\w+ ){0,2}?back(?:ing)? ?up\b"
            r"|\b(?:stop|affect|hurt|break)\w* (?:\w+ ){0,2}?(?:backups?|jobs?)\b",
        ),
    ),
    (
        passphrase.Wanted.RESTORE,
        compiled(
            r"\b(?:restor\w*|recover\w*|recovery points?|readable|read (?:our|the|old)|get (?:\w+ ){0,4}back"
            r"|(?:backups?|data|copies|copy|points?)\b[^.?!]{0,30}\b(?:gone|lost|useless|worthless|back))\b",
        ),
    ),
)
# "and if it's lost?", after the passphrase was talked of.
_THEN_LOST = compiled(
    r"^\W*(?:and|but|what|so)\b(?:\s+(?:what|then|so))?\s+(?:if|when|once)\b"
    r"(?:\W{1,2}(?:it|that|this|we|i|one|ever|is|gets?|got|goes|has|been|was|s)\b){0,4}\W{1,2}"
    r"(?:lost|lose|gone|missing|forg[eo]t\w*)(?:\s+(?:it|that))?\W*$",
)
# The same asked once more: "not even with a support contract?".
INSISTED = compiled(
    r"\b(?:not even|even (?:if|with)|really|no way|ask(?:ing)? (?:microsoft|ms|support)|tickets?|court|police"
    r"|(?:support|premier)\s+(?:contract|ticket|case|request|call))\b",
)


# A password that is gone, and by nothing told which; those of other accounts aren't the product's.
_PASSWORD = r"(?:pass-?words?|passwd|pwd|pws?)"
_GONE = (
    r"(?:lost|forg[eo]t\w*|gone|unknown|missing|reset|re-set|don['’]?t know"
    r"|can['’]?t (?:find|remember)|no longer know)"
)
_PASSWORD_GONE = lazy(
    rf"\b{_PASSWORD}\b[^.?!\n]{{0,40}}\b{_GONE}\b|\b{_GONE}\b[^.?!\n]{{0,40}}\b{_PASSWORD}\b"
)
_NAMED_OTHER = lazy(
    r"\bpass-?\s?phrases?\b|\bpins?\b|\b(?:smtp|mail\w*|e-mail|sql|sa|domain|ad|windows|vcenter|esxi?|vmware"
    r"|portal"
    r"|azure ad|entra|proxy|service|laptop|share|console|file|files|excel|zip"
    r"|account"
    r"|local|restricted|security settings)\b"
)


# One thing of it, behind a turn that named it: "do we have to think of one?", "and where should I put it?"
_ASPECTS = (
    (
        passphrase.Aspect.PLACE,
        lazy(
            r"\bwhere\b[^.?!]{0,30}\b(?:put|store|stored|keep|kept|save|saved|leave|write|end up|go|lie)\b"
            r"|\b(?:where|which place|what place) (?:to|for) (?:put|store|keep|save|it)\b"
        ),
    ),
    (
        passphrase.Aspect.MADE,
        lazy(
            r"\b(?:think (?:of|up)|make up|invent|come up with|generat\w*|make|create)\b[^.?!]{0,25}"
            r"\b(?:one|it|ourselves|myself|yourself)\b|\b(?:one|it) (?:ourselves|myself|ready-made)\b"
        ),
    ),
)


_LOST_BEFORE = lazy(r"\b(?:lost|los[et]|gone|forg[eo]t\w*|missing|unknown|can['’]?t find)\b")
_OF_LOSS = (passphrase.Wanted.BACKUPS, passphrase.Wanted.NEW, passphrase.Wanted.RESTORE)


_MOST_OF_ASPECT = FEW_WORDS + 6


def of_lost(reading: Reading) -> DecisionResult | None:
    """What goes on without a passphrase, right behind a turn that told of its loss."""
    before = reading.previous
    lost_before = "passphrase" in before.get("topics", ()) and _LOST_BEFORE().search(before.get("query", ""))
    if (
        not lost_before
        or len(reading.plain.split()) > FEW_WORDS
        or reading.subscription
        or reading.connectivity
    ):
        return None
    wanted = _wanted(reading.plain)
    return passphrase.lost(wanted) if wanted in _OF_LOSS else None


def aspect(reading: Reading) -> DecisionResult | None:
    """What is said of a passphrase that the talk is about, where one thing of it is asked for."""
    named = "passphrase" in reading.topics
    talked = reading.followup and "passphrase" in reading.previous.get("topics", ())
    other = reading.topics - GENERAL - {"passphrase"} or reading.products or reading.subscription
    if named or not talked or other or len(reading.plain.split()) > _MOST_OF_ASPECT:
        return None
    return next((passphrase.aspect(one) for one, words in _ASPECTS if words().search(reading.plain)), None)


def which(reading: Reading) -> DecisionResult | None:
    """What there is to a lost password that isn't told apart from the passphrase."""
    gone = _PASSWORD_GONE().search(reading.plain)
    return passphrase.which_secret() if gone and not _NAMED_OTHER().search(reading.plain) else None


def lost(reading: Reading) -> DecisionResult | None:
    """What there is to a passphrase that is lost, or asked of Microsoft, by what is wanted."""
    asked = PASSPHRASE_LOST.search(reading.plain) and not _NOT_LOST.search(reading.plain)
    kept = "passphrase" in reading.topics and KEPT_BY_MICROSOFT.search(reading.plain)
    insisted = (
        reading.followup
        and "passphrase" in reading.previous.get("topics", ())
        and reading.previous.get("specialist") in ("prerequisites", "guide")
        and INSISTED.search(reading.plain)
    )
    then_lost = (
        "passphrase" in reading.previous.get("topics", ())
        and len(reading.plain.split()) <= FEW_WORDS
        and _THEN_LOST.search(reading.plain)
    )
    if not (asked or kept or insisted or then_lost):
        return None
    return passphrase.lost(passphrase.Wanted.COPY if kept or insisted else _wanted(reading.plain))


def _wanted(text: str) -> passphrase.Wanted:
    """What is asked about a passphrase that is lost."""
    return next((wanted for wanted, words in _WANTED if words.search(text)), passphrase.Wanted.ADVICE)
