"""What is asked of the scratch location and its data, by its words."""

from __future__ import annotations

from assistant.specialists.calculators.calculator_question import Question

_SIZE = r"\d\s?(?:gb|tb)\b"
_GAP = r"[^?!]{0,60}"
ABOUT = (
    r"\bscratch\b|\bcache (?:location|folder|volume|disk|drive|size|space|area|partition)\b|\b(?:5"
    r"|five)[\s-]?(?:%|percent|per cent)"
    # a cache beside two sizes, its own and that of the data
    rf"|\bcache\b(?=(?:{_GAP}?{_SIZE}){{2}})|{_SIZE}(?={_GAP}\bcache\b{_GAP}{_SIZE}|{_GAP}{_SIZE}{_GAP}\bcache\b)"
)
WILL_DO = r"\b(?:enough|suffic\w*|big|large|fine|ok|okay|do)\b"
ASKS_DATA = (
    r"\bhow (?:much|many (?:[gt]b|gigs?|terabytes?|gigabytes?))\s+(?:more\s+|of\s+)?(?!scratch|cache"
    r"|space|must|should"
    r"|room)(?:data\b|can\b|may\b|could\b|is allowed|am i|are we|fits?\b|goes\b|do(?:es)? (?:it|that"
    r"|this|they|he)\b|azure"
    r"|cloud|to\b|backup|payload|i\b|we\b|will\b|would\b)(?![^?.!]{0,25}\bscratch (?:do|must|should|is"
    r"|needed|required))"
    r"|\b(?:max\w*|most|upper limit|ceiling)\b[^.?!]{0,35}\b(?:data|amount|to (?:azure|the cloud"
    r"|the vault|cloud)"
    r"|upload|send|backed? up|cloud|azure)\b|\b(?:data|amount)\b[^.?!]{0,20}\b(?:max\w*|at most|limit)\b"
    r"|\bupper bound\b[^.?!]{0,35}\b(?:data|amount|azure|cloud|vault)\b"
    r"|\b(?:at|from|beyond|above|until|till|up to)\s+(?:which|what)\s+(?:\w+\s+){0,2}?"
    r"(?:total|amount|sum|volume of data|data|point)\b"
    r"|\bhow (?:far|much) (?:can|may|could) (?:the|our|my) (?:\w+[\s-]){0,2}?data\b"
    r"|\bhow much\b[^?.!]{0,40}\b(?:send|push|upload|ship|sent|backed up)\b"
)
ASKS_SIZE = (
    r"\bsiz\w+\b|\bhow (?:much|big|large|many)\b|\bmin(?:imum)?\b|\bcalculat\w*"
    r"|\b(?:the|a|any|one) (?:number|figure)\b"
)
ASKS_SHARE = r"\bpercent\w*|%|\bshare\b|\bfraction\b|\bratio\b"
LESS = (
    r"\b(?:less|without|leav\w* out|minus|fewer|subtract|deduct|take away|smaller by|no longer"
    r"|(?:drop|remov|cancel|retir|decommission)\w*(?!\s+(?:\w+\s+)?to\b))\b"
)
OF_DATA = r"\b(?:data|azure|cloud|vault|servers?|machines?|vms?|sources?|databases?)\b"
TAKEN_BACK = (
    r"\b(?:without|drop|minus|except|remove|not counting|leave out|forget)\s+"
    r"(?:that|this|the (?:last|new|other|extra|added|second|third|fourth|fifth)|it)\b"
)
EACH_TERABYTE = (
    r"\b(?:each|every|per|a|one)\s+(?:(?:extra|additional|further|more|new|single|full|whole|started)\s+){0,2}"
    r"(?:tb|terabytes?|tera)\b"
)
IN_UNIT = r"\b(?:in|as)\s+(?:[kmgt]i?b|gigs?|gigabytes?|terabytes?|tera)\b"
SHARE = r"(\d+(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b)"
# The share of the data that somebody gives the scratch location: "we gave 4 %", "scratch is only 3 % of".
_P = r"(\d{1,2}(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b)"
SHARE_GIVEN = (
    rf"\b(?:scratch|cache)\b[^.?!%\d]{{0,20}}{_P}|{_P}\s*(?:of\s+|for\s+(?:the\s+)?)?(?:scratch|cache)\b"
    r"|\b(?:gave|gives?|has|have|got|says?|thinks?|plans?|took|takes?)\s+"
    rf"(?:(?:it|him|only|just|that|about)\s+){{0,2}}{_P}"
    rf"|{_P}\s+(?:will|would|should|must) (?:do|suffice|be enough)\b"
)
SHARE_HELD = (
    r"\b(?:enough|short|missing|miss|lacks?|lacking|too (?:small|little)|will do|suffic\w*|ok|okay|fine"
    r"|instead)\b"
)
_SENDS = r"\b(?:send\w*|sent|ships?|uploads?|push\w*|plans?|planned|azure|cloud|vault)\b"
_ASKS = r"\b(?:each|how (?:much|big|large|many)|(?:in|the) (?:[gt]b|size)|what size|need\w*)\b"


def goes_on(question: Question) -> bool:
    """Whether a turn behind the rule tells what is sent, names no other matter and asks for a size."""
    reading = question.reading
    about = "scratch" in reading.previous.get("topics", ()) and not reading.topics - {"scratch"}
    return about and not reading.products and question.has(_SENDS) and question.has(_ASKS)
