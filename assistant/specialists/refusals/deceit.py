"""What is asked at the cost of others: letters under a false name, looks into what is theirs, their talks."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_WRITE = r"(?:write|draft|compose|create|make|prepare|design|build|produce|generate|word|phrase)"
_LETTER = (
    r"(?:e-?mails?|mails?|messages?|notices?|letters?|sms|announcements?|memos?|invoices?"
    r"|(?:web|log-?in|landing) ?pages?)"
)
_FALSE = (
    r"(?:as (?:if|though)|looks? like|looks? as|pretend\w*|posing as|in the name of|claim\w* to be|imitat\w*"
    r"|impersonat\w*|disguis\w*|fake|seems? to (?:be|come)|appears? to (?:be|come))"
)
_SECRET = r"(?:passwords?|passphrases?|log-?ins?|credentials?|pins?)"
_GIVES_AWAY = (
    rf"(?:(?:so (?:that )?|makes?|gets?|asks?|asking|tricks?|lets?|has|have)\b[^.?!\n]{{0,40}}"
    rf"\b(?:types?|enters?|gives?|sends?|reveals?|hands?|tells?|for)\b[^.?!\n]{{0,25}}\b{_SECRET})"
)
# "we got a phishing mail about backups" tells of one; it isn't ordered.
_DECEIT = lazy(
    rf"\b{_WRITE}\b[^.?!\n]{{0,30}}\b(?:phishing|phish|scam|spoof\w*)\b"
    rf"|\b{_WRITE}\b[^.?!\n]{{0,12}}\b(?:fake|forged)\s+(?:\w+\s+)?{_LETTER}\b"
    rf"|\b{_WRITE}\b[^.?!\n]{{0,20}}\b{_LETTER}\b[^.?!\n]{{0,40}}\b{_FALSE}\b[^.?!\n]{{0,120}}\b{_SECRET}\b"
    rf"|\b{_WRITE}\b[^.?!\n]{{0,20}}\b{_LETTER}\b[^.?!\n]{{0,60}}\b{_GIVES_AWAY}\b"
)
_PERSON = (
    r"(?:colleague|co-?worker|boss|manager|team ?lead|supervisor|director|ceo|cfo|employee|wife|husband"
    r"|girlfriend|boyfriend|partner|neighbou?r|user|customer|client|secretary|admin|people|somebody|someone)"
)
_THEIRS = (
    rf"\b{_PERSON}s?['’]?s?\s+(?:\w+\s+)?(?:mails?|e-?mails?|mailbox\w*|files?|folders?|documents?|desktops?"
    r"|home director\w*|data|backups?|chats?|inbox\w*|laptop|pc)\b"
)
_LOOK = (
    r"\b(?:read|look(?:ing)?|see|open|browse|peek|snoop|go(?:ing)? through|search|view|restor\w*|copy"
    r"|access)\b"
)
_UNSEEN = (
    r"(?:\b(?:secretly|in secret|unnoticed|behind (?:his|her|their) backs?|on the quiet)\b"
    r"|\bwithout (?:him|her|them|my \w+|the \w+|any(?:one|body)) (?:\w+ )?(?:notic|know|see|find)\w*"
    r"|\b(?:she|he|they)\s+(?:(?:must|may|should|shall|can)(?:n['’]?t| ?not| never)|never)"
    r"\s+(?:ever )?(?:notice|know|find out|learn)\b"
    r"|\b(?:nobody|no one)\s+(?:must|may|should|shall|can)\s+(?:ever )?(?:notice|know|find out|learn)\b)"
)
_SPYING = lazy(
    r"\b(?:spy|spying|snoop|snooping|eavesdrop\w*)\s+(?:on|in|into|around)\b"
    rf"|{_LOOK}[^?!\n]{{0,50}}{_THEIRS}[^\n]{{0,80}}{_UNSEEN}"
    rf"|{_UNSEEN}[^\n]{{0,80}}{_LOOK}[^?!\n]{{0,50}}{_THEIRS}"
)
# What others asked before, or who they are: conversations are kept apart.
_OTHER = (
    r"(?:previous|last|other|another|earlier|preceding)\s+"
    r"(?:user|person|customer|caller|visitor|admin|colleague|shift|people|operator|team)s?"
)
_ELSE = r"(?:who|anyone|anybody|someone|somebody) else"
_ANYBODY = rf"(?:{_OTHER}|{_ELSE}|everyone|everybody|users|people|admins|colleagues|customers|operators)"
_TO_YOU = (
    r"(?:(?:ask(?:ed|ing|s)?|tell|told|talk(?:ed|s)? (?:to|with)|sp(?:oke|eaks?) (?:to|with)|wr(?:ote|ites?)"
    r"(?: to)?|chat(?:ted|s)? with)\s+you\b"
    r"|(?:us(?:e[ds]?|ing)|typed? (?:in|into)|ask(?:ed)? (?:in|on))\s+(?:this|the|your)\s+"
    r"(?:bot|chat\w*|assistant|conversation)\b)"
)
_BEFORE_ME = (
    r"(?:user|person|customer|guy|one|caller|visitor|people|users)\s+(?:who (?:was|came|were) )?(?:here )?"
)
_OTHERS_TALK = lazy(
    rf"\b(?:what|who|whom)\b[^.?!\n]{{0,25}}\b{_BEFORE_ME}(?:right |just )?before me\b"
    rf"|\bwhat (?:did|was|were|has|have) (?:the |an? )?{_OTHER}\b[^.?!\n]{{0,30}}"
    r"\b(?:ask(?:ed|ing)?|tell|told|typed?|say|said|want\w*)\b"
    rf"|\b{_OTHER}['’]s?\s+(?:chats?|conversations?|questions?|sessions?)\b"
    r"|\b(?:chats?|conversations?|questions?|sessions?|chat history)\s+(?:of|from|by|with)\s+(?:the\s+)?"
    rf"(?:{_OTHER}|(?:other|another) (?:tenants?|compan(?:y|ies)))\b"
    rf"|\b(?:what|which|who|list|show|give|tell|print)\b[^.?!\n]{{0,40}}\b{_ANYBODY}\b[^.?!\n]{{0,30}}"
    rf"\b{_TO_YOU}"
    rf"|\b{_ELSE}\b[^.?!\n]{{0,30}}\b{_TO_YOU}"
)


def deceives(text: str) -> bool:
    """Whether a letter is ordered that passes itself off as another's, or gets secrets out of its readers."""
    return bool(_DECEIT().search(text))


def spies(text: str) -> bool:
    """Whether it is asked for a look into what is somebody's own, which they are not to know of."""
    return bool(_SPYING().search(text))


def asks_others_talk(text: str) -> bool:
    """Whether it is asked who else talks to the assistant, or what about."""
    return bool(_OTHERS_TALK().search(text))
