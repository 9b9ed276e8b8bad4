"""The account that installs the backup server."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.readiness import machine
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.check_words import FEW_WORDS, PROTECTING
from assistant.understanding.message.modality import asks_need
from assistant.understanding.reading import Reading
from assistant.understanding.server.machine_facts import DOMAIN_LOGIN
from assistant.understanding.subscription.denied_facts import is_denied

_INSTALLING = compiled(r"\b(?:install\w*|setup|set up|run|runs|account|sign|log ?in|log ?on|wizard)\b")
_LOCAL_ADMIN = compiled(r"\blocal\s+(?:\w+\s+)?(?:admin\w*|account|user)\b")
# The group on the machine, which an account is put into: no account by itself.
_INTO_GROUP = compiled(
    r"\b(?:put\w*|add\w*|mak(?:e|es|ing)|move|in|into|to|of"
    r"|among)\b[^.?!\n]{0,30}\blocal\s+admin(?:istrator)?s\b"
    r"|\blocal\s+admin(?:istrator)?s?\s+group\b",
)
_NO_DOMAIN_ACCOUNT = compiled(
    r"\b(?:no|not an?|isn['’]?t an?|without an?)\s+(?:\w+\s+)?domain\s+(?:user|account)\b"
)
# An account of the domain that is told of, which a rule that is asked for ("must it be ...?") is not.
_OF_DOMAIN = compiled(
    r"\b(?:domain|ad|active directory)[\s-](?:users?|accounts?|logins?|log-?ons?|identity|service account)\b"
    r"|\b(?:user|account|login|person|colleague|he|she)s?\s+(?:is\s+)?(?:in|of|from|inside|belongs to)\s+"
    r"(?:(?:the|our|a)\s+)?(?:domain|ad)\b",
)
_OTHERWISE = compiled(
    r"\b(?:or|nor|not|no|without|instead|rather|versus|vs|must|needs?|required?|than|isn['’]?t|only|but)\b",
)
# The account that another takes the place of.
_NOT_THAT = compiled(
    r"\b(?:instead of|rather than|in place of)\s+(?:an?\s+|the\s+)?(?:domain|local|ad)[\s-]+"
    r"(?:admin\w*|users?|accounts?)\b",
)
_FAR = 60
_DOMAIN_ADMIN = compiled(r"\bdomain\s+(?:admin\w*)\b|\bdomain\s+(?:user|account)\b[^.?!\n]{0,30}\badmin\w*\b")
_PLAIN_USER = compiled(
    r"\b(?:normal|plain|ordinary|regular|standard|simple|non-?admin)\s+(?:domain\s+)?(?:user|account)\b"
    r"|\b(?:domain )?(?:user|account)\b[^.?!\n]{0,12}\b(?:not|non|isn'?t)[\s-]+(?:an? )?(?:local )?admin"
    r"|\b(?:domain user|account)\b[^.?!\n]{0,25}\b(?:without|no)\b[^.?!\n]{0,15}\b(?:admin\w*|rights"
    r"|privileges)\b",
)
_DOMAIN_USER = compiled(r"\bdomain[\s-](?:user|account|login)\b")
_RIGHTS = compiled(
    r"\b(?:local\s+)?(?:administrat(?:ors?|ive)|admins?)\b(?:\s+(?:rights|privileges|permissions))?",
)


_DOMAIN_ADMINS = compiled(
    r"\b(?:domain|enterprise|schema)[\s-]admin(?:s|istrators?)?\b",
)
_ASKED_FOR = compiled(
    r"\b(?:must|need\w*|require[sd]?|requirement|mandatory|necessary|obligatory|compulsory|have to|has to"
    r"|only|ask(?:s|ed)? for|demand\w*|insist\w*|really|enough|unavoidable|can i do without)\b",
)
_WITHHELD = compiled(
    r"\b(?:no|not|without|never|lacks?|refus\w*|den(?:y|ies|ied)|forbid\w*|avoid\w*|isn['’]?t|don['’]?t"
    r"|won['’]?t|aren['’]?t|doesn['’]?t|can['’]?t|instead of|less than)\b",
)


# What else is asked in one breath, and who is a user of another thing than the installation.
_OTHER_MATTER = compiled(r"\bjoin\w*|\bworkgroup\b|\bagents?\b|\bpush\w*|\battach\w*")


_INSTALLS = (
    r"(?:install\w*|(?:run|start|launch)\w*\s+(?:(?:the|mabs)\s+)?(?:setup|installer|install\w*|wizard))"
)
_WHO_MAY = compiled(
    rf"\bwho\s+(?:is\s+)?(?:may|can|could|should|must|shall|allowed to)\s+(?:\w+\s+)?{_INSTALLS}\b"
    r"(?!\s+(?:the\s+|an?\s+)?agents?)",
)
# An account of which nothing is told but its name: "is the account svc-7 ok to install with?"
_NAMED_ALONE = compiled(
    r"\b(?:account|user|login)\s+(?:named\s+|called\s+)?[a-z]+[-_.\d][\w.-]*\b[^.?!]{0,25}\b(?:ok|okay|fine"
    r"|good|enough"
    rf"|allowed|right|suitable)\b[^.?!]{{0,20}}\b{_INSTALLS}",
)


def domain_admins(reading: Reading) -> DecisionResult | None:
    """That membership of Domain Admins is not asked for, where it is asked for or can't be had."""
    text = reading.plain
    named = _DOMAIN_ADMINS.search(text)
    if not named or PROTECTING.search(text) or _OTHER_MATTER.search(text):
        return None
    if _WITHHELD.search(text[: named.start()]) and not asks_need(text):
        return machine.without_domain_admins()
    return machine.domain_admins_needed() if asks_need(text) or _ASKED_FOR.search(text) else None


def account(reading: Reading) -> DecisionResult | None:
    """Whether an account may install."""
    text = reading.plain
    if not _NOT_THAT.search(text) and (said := domain_admins(reading)):
        return said
    text = _NOT_THAT.sub(" ", text)
    few = len(text.split()) <= FEW_WORDS
    if not (few or _INSTALLING.search(text) or _is_both(text)) or PROTECTING.search(text):
        return None
    if re.search(r"\bsecurity settings|password\b", text, re.IGNORECASE):
        return None
    if _PLAIN_USER.search(text) or _lacks_rights(text):
        return machine.installer_account(True, False)
    if _is_both(text) or _named_with_rights(text):
        return machine.installer_account(True, True)
    if _INTO_GROUP.search(text) and not (_lacks_rights(text) or _NO_DOMAIN_ACCOUNT.search(text)):
        return machine.installer_account(_is_of_domain(reading), True)
    if any(not is_denied(text, *match.span()) for match in _LOCAL_ADMIN.finditer(text)):
        return machine.installer_account(False, True if "admin" in text.lower() else None)
    if _DOMAIN_ADMIN.search(text) and not _ASKED_FOR.search(text):
        return machine.installer_account(True, True)
    if _WHO_MAY.search(text):
        return machine.installer_account(True, True)
    return machine.installer_account() if _NAMED_ALONE.search(text) else None


def _is_of_domain(reading: Reading) -> bool | None:
    """Whether the account is told, in this turn or before, to be of the domain; None where it isn't."""
    told = f"{reading.previous.get('query', '')} {reading.plain}" if reading.followup else reading.plain
    return bool(_OF_DOMAIN.search(told) or DOMAIN_LOGIN().search(told)) or None


def _is_both(text: str) -> bool:
    """Whether an account of the domain is told together with the administrator privileges that it has."""
    rights = [match.span() for match in _RIGHTS.finditer(text)]
    return any(_goes_with(text, user.span(), span) for user in _OF_DOMAIN.finditer(text) for span in rights)


def _goes_with(text: str, user: tuple[int, int], rights: tuple[int, int]) -> bool:
    """Whether the privileges are told of the user beside them, and neither as another way nor as a rule."""
    (_, end), (start, _) = sorted((user, rights))
    between = text[end:start]
    return len(between) <= _FAR and not _OTHERWISE.search(between) and not is_denied(text, *user)


def _named_with_rights(text: str) -> bool:
    """Whether an account is told by its name in a domain, with administrator rights that aren't denied."""
    return bool(DOMAIN_LOGIN().search(text) and _RIGHTS.search(text)) and not _lacks_rights(text)


def _lacks_rights(text: str) -> bool:
    """Whether a domain user is told to have no administrator privileges, or not to have them any more."""
    named = _DOMAIN_USER.search(text) or DOMAIN_LOGIN().search(text)
    rights = [match.span() for match in _RIGHTS.finditer(text)]
    return bool(named and rights) and all(is_denied(text, *span) for span in rights)
