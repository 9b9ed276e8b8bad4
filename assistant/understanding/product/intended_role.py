"""What part a thing was meant to play: "I mean as a client, not as the server", "for MABS to run on"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Role

_MABS = r"(?:mabs|dpm|abs|azure backup server|(?:the )?backup (?:server|vm|machine|host|box))"
_MACHINE = r"(?:server|host|machine|vm|box|os|system|virtual machine)"
_NOT = (
    r"(?:,\s*|\b(?:and|but)\s+)*\b(?:not|rather than|instead of|never|no)\s+(?:(?:as|for|to|of|"
    r"about)\s+)[^,;.?!]*"
    rf"|(?:,\s*)?\bnot (?:the |a )?(?:{_MABS}|{_MACHINE}|client|host|source)(?: itself)?\b"
)
_DENIED = lazy(_NOT)
_PROTECTED = lazy(
    r"\bas\s+(?:(?:an?|the|our|one)\s+)?(?:client|source|protected|workload|data source|guest|"
    r"production|payload"
    r"|backup (?:client|source|target)|target|something (?:to|we)|what (?:is|gets|we))\b"
    r"|\bto (?:be |get )?(?:back(?:ed)?\s?(?:it |them |this )?up|protect(?:ed)?|saved?)\b"
    r"|\b(?:for|under|about) protection\b|\bprotected\b|\bbacked up\b|\bbackup of (?:it|them|that)\b"
)
_HOSTS = lazy(
    rf"\bas\s+(?:(?:an?|the|our)\s+)?(?:{_MABS}(?:\s+{_MACHINE})?|host|{_MACHINE}\s+(?:that\s+|"
    rf"where\s+|on which\s+)?"
    rf"{_MABS})\b|\bfor\s+(?:the\s+)?{_MABS}(?:\s+{_MACHINE})?(?:\s+itself)?\b"
    rf"|\b(?:to|for)\s+(?:install|put|run|host|deploy|set up)(?:ing|ting|ning)?\s+(?:{_MABS}|it)\b"
    rf"|\b(?:for\s+)?{_MABS}\s+(?:to (?:run|live|sit) on|on it|runs on|goes on|itself|is to run on)\b"
    rf"|\b(?:mean|meant|rather|about|for)\s+(?:the\s+)?{_MABS}(?:\s+{_MACHINE})?\b"
    rf"|\b{_MACHINE}\s+(?:that\s+|where\s+|on which\s+)?{_MABS}\s+(?:sits|runs|lives|is)\b"
    r"|\bas\s+(?:(?:an?|the|our)\s+)?(?:install\w*|target) (?:host|os|machine|server)\b"
)
_MEANT = lazy(
    r"^\W*(?:(?:no|sorry|wait|oh|ah|ok|but|well|hm+|and|so)\W+)*(?:i|we)(?:['’]?m| was| were|['’]?re)?\s+"
    r"(?:mean|meant|talk\w*|ask\w*|think\w*|want\w*|refer\w*)\b|\bi mean[t]?\b|^\W*(?:(?:no|sorry|"
    r"rather|and|but"
    r"|ok)\W+)*(?:as|for|to)\b|\brather\b"
)
# "and protect it?", "but back one up?": the other part of the two is asked about.
_PROTECT_IT = lazy(
    r"^\W*(?:(?:and|or|but|ok|so|then)\W+)+(?:(?:can|could|may|does|will)\s+(?:it|i|we|mabs|you|one)\s+)?"
    r"(?:protect|back(?:ed)?(?:\s+(?:it|one|that|them|this))?\s?up|be protected|be backed up)"
    r"(?:\s+(?:it|one|that|them|this|those))?(?:\s+(?:then|instead|at least|with mabs))*\W*$"
)
_MOST_WORDS = 16


def role_meant(text: str) -> Role | None:
    """The part that `text` says was meant; None where it tells of nothing but that."""
    if _PROTECT_IT().match(text):
        return Role.PROTECTED
    if len(text.split()) > _MOST_WORDS or not _MEANT().search(text):
        return None
    rest = _DENIED().sub(" ", text)
    host, protected = _HOSTS().search(rest), _PROTECTED().search(rest)
    if host:
        return Role.HOST
    return Role.PROTECTED if protected else None
