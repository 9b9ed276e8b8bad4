"""What stands around a question and tells nothing of its matter: "Hi team,", "asap", "We run MABS on stack."

It is left out before rules, encoder and search read the question, so that it can't lead elsewhere.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.decisions.expressions.patterns import lazy

_LEAST_WORDS: Final = 2
"""Fewer words left than these are no question by themselves: the text stays whole."""

_WHO: Final = (
    r"(?:all|team|everyone|everybody|folks|guys|there|support(?: team)?|colleagues|sirs?|madam|sir or madam"
    r"|admins?|experts|helpdesk|service ?desk|bot|mate|friends?)"
)
_SALUTATION: Final = (
    r"(?:(?:hi|hello|hey|hallo|dear|good (?:morning|day|evening|afternoon)|morning|evening|greetings)\b"
    rf"(?:\s+(?:to\s+)?{_WHO}\b){{0,2}}\s*[,.!:;\n-]+)"
)
_ASKER: Final = (
    r"(?:(?:my|our|the|an?)\s+)?"
    r"(?:boss|manager|lead|cio|cto|ceo|director|colleague|customer|client|user|auditor)"
)
_ANNOUNCED: Final = (
    r"(?:(?:(?:just|only)\s+)?(?:an?\s+)?(?:quick|short|small|stupid|silly|simple|urgent)\s+(?:question|one|q)"
    r"\s*[:.,;!-]+"
    r"|(?:a\s+)?question\s*[:,-]+|(?:inc|req|case|ticket|sr|chg|tkt)[ #:-]{0,2}\d{4,}\s*[:-]+(?=\s)"
    r"|(?:urgent|asap)\s*[:!.,-]+|help\s*!+|(?:i was|i['’]?m|just|was)\s+(?:just\s+)?wondering\s*[,:]"
    rf"|{_ASKER}\s+(?:(?:wants|needs|would like) to know|asks|is asking|asked|wonders)\s*[:,-]+)"
)
_YOU: Final = r"(?:you|u|someone|somebody|anyone|anybody)(?:\s+here)?"
_REQUEST: Final = (
    rf"(?:(?:can|could|would|will)\s+{_YOU}\s+(?:please\s+|kindly\s+)?(?:tell|help|advise|explain)"
    r"(?:\s+(?:me|us))?(?:\s+(?:please|out|with this))?\s*[:,?-]+"
    rf"|(?:do|does)\s+{_YOU}\s+(?:happen\s+to\s+)?know\s*[:,?]+"
    r"|any\s+(?:ideas?|clues?|thoughts?|hints?)\s*[:,?]+"
    r"|(?:please\s+)?tell\s+(?:me|us)\s*[:,]+"
    r"|(?:i|we)(?:['’]d)?\s+(?:just\s+)?(?:need|want|like|would like|have)\s+to\s+(?:know|ask|understand)"
    r"\s*[:,]+"
    r"|(?:just|only)\s+(?:checking|double[- ]checking|asking|curious|to\s+(?:be\s+sure|confirm))\s*[:,.-]+"
    r"|(?:my|our|here(?:['’]s|\s+is)\s+(?:my|our|a|the))\s+question(?:\s+is)?\s*[:,]+"
    r"|(?:q|fyi)\s*[:,]+(?=\s)|so\s*:+(?=\s)|(?:re|fwd?|aw|wg)\s*:\s+(?![^\n]{0,400}\n)"
    r"|@[\w-]{2,30}(?=[\s,:])\s*[,:-]*"
    r"|subject\s*:(?:[ ,]*\b(?:mabs|azure|backup|server|stack|question|help|needed|request|query|urgent"
    r"|an?|on|about|with|for)\b){1,8}[ .!?]*\n)"
)
_EXCUSE: Final = (
    r"(?:(?:sorry|apologies|pardon|excuse\s+me)(?:\s+(?:for|about)\s+(?:the|my|this|another|a)"
    r"(?:\s+(?:maybe|probably|very|dumb|stupid|silly|newbie|noob|basic|naive|simple|long|bad|poor)){0,3}"
    r"\s+(?:question|one|q|mail|message|post|english))\s*[,.:;!-]+"
    r"|sorry\s+if\s+(?:this|it)\s+(?:was|has\s+been|is|were)\s+(?:already\s+)?(?:asked|answered|obvious)"
    r"(?:\s+(?:before|already|elsewhere))?\s*[,.:;!-]+"
    r"|(?:i\s+)?(?:(?:could|did)(?:n['’]?t|\s+not)|can(?:['’]?t|not))\s+find\s+(?:this|an(?:y|\s+answer)|the\s+answer|anything)"
    r"(?:\s+(?:in|on)\s+(?:the\s+)?(?:docs?|documentation|guide|manual|web|internet))?\s*[,.:;-]+"
    r"|(?:i\s+)?hope\s+(?:you(?:['’]re|\s+are)?|all\s+is|everyone\s+is|this\s+finds\s+you)"
    r"(?:\s+(?:all|doing|are|is|having|well|fine|great|good|ok|safe|a|day|week)){1,5}\s*[.,!:]+)"
)
_BEFORE: Final = re.compile(
    rf"^\W*(?:(?:{_SALUTATION}|{_ANNOUNCED}|{_REQUEST}|{_EXCUSE})\s*)+", re.IGNORECASE
)
_NUMBERED: Final = re.compile(r"^\s*1[.)]\s+(?=\S)")
_FURTHER_NUMBER: Final = re.compile(r"(?:^|\s)[12][.)]\s")
_WRAPPED: Final = re.compile(
    r"\s*(?P<open>[\"“„«]|\*\*|`)(?P<inner>[^\"“”„«»*`]+)(?P<close>[\"“”»]|\*\*|`)(?P<mark>[?.!]*)\s*"
)
# What only asks for the answer behind the question. "Any ideas?" asks by itself where nothing else does.
_REPLY_ASKED: Final = re.compile(
    r"(?:(?<=[.?!])\s*(?:(?:please|kindly)\s+)?let\s+(?:me|us)\s+know|(?<=\S)\s+no\s+(?:rush|hurry))"
    r"(?:\s+please)?[\s.!]*$",
    re.IGNORECASE,
)
_IDEAS_ASKED: Final = re.compile(
    r"(?<=\?)\s*any\s+(?:ideas?|thoughts?|clues?|hints?)[\s.!?]*$", re.IGNORECASE
)
_MENTION_BEHIND: Final = re.compile(r"\s@[\w-]{2,30}[\s.!]*$")
_SMILEY_BEHIND: Final = re.compile(r"(?<=[\w?.!])\s+[:;]-?[()DP]\s*$")
_THANKS: Final = (
    r"(?:asap|thx|thnx|tnx|thanks|thank you|ty|cheers|tia|urgent(?:ly)?"
    r"|please(?: (?:help(?: (?:me|us))?|advise|assist|respond|reply))?"
    r"|(?:any|some) help (?:is |would be )?(?:much |highly )?(?:appreciated|welcome))"
)
_BEHIND: Final = re.compile(
    rf"(?<![\s,.;!?(-])[\s,.;!?(-]+"  # from where the marks begin: nowhere else within them
    rf"(?:{_THANKS}(?:\s+(?:in advance|a lot|so much|very much|guys|all|team|again|everyone"
    r"|for (?:your|the|any) help))*[\s,.!?)-]*)+$",
    re.IGNORECASE,
)
_SIGN_OFF: Final = re.compile(
    r"\n[^\S\n]*(?:(?:many |kind |best |warm )?(?:thanks|thx|thank you|cheers|regards|br|best|greetings|rgds)"
    r"|sent from my|get outlook for)\b"
    r"[^\n?:]{0,20}(?:\n[^\n?:]{0,40}){0,3}$",
    re.IGNORECASE,
)
# A sentence of none but these words tells where and when somebody sits, which the guide is about anyway.
_SETTING_WORD: Final = (
    r"(?:we|i|are|am|is|it['’]?s?|i['’]m|we['’]re|our|my|the|an?|here|there|this|have|has|got|runs?|running"
    r"|use|uses|using|operate|on|in|at|of|to|with|for|and|so|still|just|also|now|currently|new|sorry|mabs|azure"
    r"|backup|server|stack|hub|microsoft|product|environment|setup|site|company|office|work|night|shift|duty"
    r"|on-?call|call|late|early|\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m|p\.m|o['’]clock))"
)
_SETTING_SENTENCE: Final = re.compile(rf"(?:\b{_SETTING_WORD}\b[\s,]*)+", re.IGNORECASE)
_SETTING: Final = re.compile(r"^\s*(?P<said>[^\n.!?;]{6,80})[.!;\n]+\s+(?=\S)")
_SETTING_BEHIND: Final = re.compile(r"[.!?\n][^\S\n]*(?P<said>[^\s.!?;][^\n.!?;]{5,79})[.!]*\s*$")
_OWN_WORD: Final = re.compile(r"\b(?:mabs|stack|call|shift|duty|night|am|pm)\b", re.IGNORECASE)
_PLACE_BEHIND: Final = lazy(
    r"(?<=\S)\s+(?:(?:when|if) )?(?:running )?"
    r"on (?:our |the |an? )?azure[ -]?stack(?:[ -]hub)?\s*(?=[?.!]*\s*$)"
)
# Where the platform itself is what is asked about.
_ABOUT_PLACE: Final = lazy(
    r"\b(?:where|workload|on-?prem\w*|run\w*|hardware|versions?|builds?|itself|hyper-?v|images?|gallery"
    r"|clouds?|vms?|machines?|guests?|install\w*|deploy\w*|elsewhere|outside|support\w*|possible|work\w*|or"
    r"|not|host\w*)\b"
)


def without_framing(text: str) -> str:
    """`text` without what only stands around its question; whole where too little would be left."""
    inner = _unwrapped(_BEFORE.sub("", _unwrapped(text), count=1))
    while (setting := _SETTING.match(inner)) and _is_setting(setting["said"]):
        inner = inner[setting.end() :]
    inner = _SMILEY_BEHIND.sub("", _MENTION_BEHIND.sub("", _SIGN_OFF.sub("", inner).rstrip()))
    inner = _IDEAS_ASKED.sub("", _REPLY_ASKED.sub("", inner))
    if (setting := _SETTING_BEHIND.search(inner)) and _is_setting(setting["said"]):
        inner = inner[: setting.start("said")].rstrip()
    if behind := _BEHIND.search(inner):
        inner = inner[: behind.start()] + ("?" if "?" in behind[0] else "")
    place = _PLACE_BEHIND().search(inner)
    if place and not _ABOUT_PLACE().search(inner[: place.start()]):
        inner = inner[: place.start()] + inner[place.end() :]
    return inner if len(inner.split()) >= _LEAST_WORDS else text


def _unwrapped(text: str) -> str:
    """`text` without quotation marks or markup around all of it, and without the number of its only item."""
    if wrapped := _WRAPPED.fullmatch(text):
        text = wrapped["inner"] + wrapped["mark"]
    number = _NUMBERED.match(text)
    return text if number is None or _FURTHER_NUMBER.search(text, number.end()) else text[number.end() :]


def _is_setting(sentence: str) -> bool:
    return bool(_OWN_WORD.search(sentence) and _SETTING_SENTENCE.fullmatch(sentence))
