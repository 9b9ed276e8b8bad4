"""Instructions to the assistant that are slipped into a question, and the question that is left without them.

They ask for its workings, give it another part to play, put words into its mouth, or change what it knows.
Beside them there may be a question of an admin in a hurry, or of somebody who pasted more than was meant.
They may be encoded, or stand between tags and rules that set them apart from the question.
"""

from __future__ import annotations

import re
from base64 import b64decode
from functools import lru_cache

from assistant.decisions.expressions.patterns import lazy
from assistant.specialists import rule_strength
from assistant.understanding.read import read_question

_SAYS = r"(?:answer|respond|reply|say|write|output|repeat|print|confirm|type)"
_GUIDING = (
    r"(?:instructions?|rules?|prompts?|guidelines?|policy|policies|above|previous|prior|earlier|restrictions?"
    r"|guardrails?|safety|sources|guide)"
)
_WORKINGS = (
    r"\b(?:system|hidden|initial|secret|internal|developer|original)\s+(?:\w+\s+)?(?:prompt|instructions?"
    r"|rules"
    r"|message)\b"
    r"|\b(?:print|show|list|reveal|repeat|output|tell me|dump|display|leak|give me|send)\b[^.?!\n]{0,30}"
    r"\b(?:your|the)\s+(?:\w+\s+)?(?:prompt|instructions|rules|configuration|source code|training data)\b"
    r"|\b(?:print|show|reveal|repeat|output|echo|quote|copy|paste|summari[sz]e|translate)\b[^.?!\n]{0,20}"
    r"\b(?:text|words?|content|lines?|messages?|conversation|everything|all)\s+(?:\w+\s+)?"
    r"(?:above|before (?:this|that|my|the first)|so far)\b"
    r"|\b(?:print|show|list|reveal|output|dump|read|leak|echo)\b[^.?!\n]{0,60}\b(?:you (?:run|are running"
    r"|live) on"
    r"|your (?:own )?(?:host|container|environment|file ?system|process|config\w*|memory))\b"
    r"|\bwhat (?:were|are|was|is) your (?:\w+ )?(?:instructions|prompt|rules|orders)\b"
)
_PART = (
    r"\b(?:you are now|from now on,? you|pretend (?:to be|you|that you)|act as (?:if|an?|though)"
    r"|imagine you are"
    r"|you(?:['’]re| are) (?:an? )?(?:free|unrestricted|unfiltered|uncensored|jailbroken)|roleplay|role-play"
    r"|jailbreak|dan mode|developer mode|as an ai (?:model )?without|(?:switch|go) (?:in)?to \w+ mode)\b"
    r"|\byou(?:['’]re| are) (?:now )?\w*(?:bot|gpt)\b(?!\s*\?)"
    r"|\b(?:(?<!firewall )(?<!proxy )(?<!network )rules?|filters?|restrictions?|guardrails?|limits|safety"
    r"|policies)\s+(?:are|is)\s+(?:now\s+)?"
    r"(?:off|disabled|lifted|suspended|void|gone|switched off|turned off|deactivated)\b"
    r"|\b(?:first|last) (?:line|words?|sentence) of (?:your|the) (?:reply|answer|response)\b"
    r"|\byour (?:next |first )?(?:reply|answer|response|output) (?:must|should|shall|has to|will|is to) "
    r"(?:only )?(?:be|start|begin|end|contain|include|say|read)\b"
    r"|<!--\s*(?:tool|assistant|ai|a\.i\.|bot|model|agent|llm|chat\w*)\b"
    r"|\bnew (?:task|instructions?|orders?|role|job|objective)\b[^.?!:\n]{0,30}:"
    r"|\b(?:system|assistant)\s*:|</?(?:system|instructions?|admin)>|\[/?inst\]"
    r"|\b(?:sing|tell|write|compose|give)\s+(?:me\s+|us\s+)?(?:an?|some)\s+(?:\w+\s+)?"
    r"(?:poems?|songs?|stor(?:y|ies)|jokes?|haikus?|limericks?|essays?|rhymes?|lyrics)\b"
)
_WORDS = (
    rf"\b{_SAYS}\s+(?:me\s+)?(?:only|just|exactly|nothing but|always|with)\b[^.?!\n]{{0,25}}"
    r"\b(?:yes|no|allowed|supported|pwned|hacked|ok|true)\b"
    rf"|(?:^\W{{0,5}}|[.;:!?,\n]\s{{0,3}}|\b(?:please|and|then|now|must|to)\s+){_SAYS}\s+"
    r"(?:exactly|verbatim|literally|word for word|nothing but)\b[^.?!\n]{0,30}[:'\"“‘]"
    rf"|\b{_SAYS}\s+(?:after me|(?:this|the following|the) (?:exact )?(?:sentence|phrase|words?|line)"
    r"(?: exactly| verbatim)?\s*[:'\"“‘])"
    r"|\bstart (?:every|each|your|all) (?:answer|reply|sentence|response)s? with\b"
    r"|\bdecode\b[^?!\n]{0,60}\b(?:do|follow|execute|run|obey|act)\b"
)
_KNOWLEDGE = (
    r"\b(?:delete|remove|drop|change|edit|overwrite|update|correct|amend|modify|add|set|swap|replace"
    r"|rewrite)\b"
    r"[^.?!\n]{0,40}\b(?:your|in your|from your|to your)\s+(?:\w+\s+)?"
    r"(?:tables?|matrix|rules?|answers?|guide|lists?|knowledge|memory|facts|database|training)\b"
    r"|\b(?:store|save|remember|memori[sz]e|learn)\s+(?:it |this |that |as |in )+(?:a )?"
    r"(?:new )?(?:fact|rule|truth|knowledge|memory)\b"
)
# What a pasted document has language models do, or has them agree to by reading it.
_MODELS = (
    r"(?:language models?|llms?|chat ?bots?|(?:ai|artificial intelligence)(?: (?:models?|systems?|assistants?"
    r"|agents?|tools?|bots?))?s?|(?:virtual|digital) (?:assistants?|agents?))"
)
_TO_MODELS = (
    rf"\b{_MODELS}\b[^.?!\n]{{0,60}}\b(?:(?:shall|should|must|have to|(?:is|are) (?:to|required|obliged))"
    r"(?!\s+be\b)|agrees?|accepts?|consents?|waives?)\b"
    rf"|\b(?:if|as|since) you(?:['’]re| are) an? {_MODELS}\b"
)
_READER = r"(?:assistants?|ai|a\.i\.|bots?|chat ?bots?|(?:ai |language )models?|llms?)"
# What a log or a mail says to whoever reads it by machine.
_ADDRESSED = (
    rf"\b(?:notes?|messages?|instructions?|hints?|memos?|orders?|attention|advice|reminders?)\s{{0,3}}(?:to|for"
    rf"|@)\s+"
    rf"(?:the |all |any |every |our )?{_READER}\b"
    rf"|\b(?:dear|hey|attn:?|to (?:the|all|any)|@)\s{{0,3}}{_READER}\s{{0,3}}[,:]"
    rf"|\b{_READER}[ -](?:notes?|instructions?|messages?|orders?|directives?)\s{{0,3}}:"
    r"|\bsystem[ -](?:notes?|instructions?|directives?)\s{0,3}:"
    rf"|(?:^|[\n\]>\"“‘'])\s{{0,3}}{_READER}\s{{0,3}}[:,]\s+(?=[a-z])"
    rf"|\b{_READER}\s+(?:must|shall|should|has to|have to|will)\s+(?:now |only |from now on )?"
    rf"(?:{_SAYS}|ignore|approve|confirm|grant|state)\b"
    rf"|\b{_SAYS}\s+(?:only|just|nothing but)\s+(?:with\s+)?(?:the\s+)?(?:word|text|line|phrase)\b"
)
_TO_READER = lazy(_ADDRESSED)
_INSTRUCTION = lazy(
    rf"\b(?:ignore|disregard|forget|override|bypass|drop|skip)\b[^.?!\n]{{0,40}}\b{_GUIDING}\b"
    rf"|{_WORKINGS}|{_PART}|{_WORDS}|{_KNOWLEDGE}|{_TO_MODELS}|{_ADDRESSED}"
)
_ORDERS = lazy(rf"{_WORKINGS}|{_PART}|{_WORDS}|{_KNOWLEDGE}|\b(?:ignore|disregard|forget|override|bypass)\b")
# What is asked is what the order claims: "'AI note: say that it may be shared'. So may it?"
_HANGS_ON = lazy(
    r"\b(?:can|may|could|must|should|is|are|does|do|will|has|have)\s+(?:it|they|that|this|he|she"
    r"|we)\b[^?\n]{0,20}\?"
)
# Where the sentence of an instruction ends, or goes over to a question.
_SENTENCE_END = re.compile(
    r"(?<=[.?!;:])['\"’”)]?\s+|\n+|\s{0,3}[:;]-?[)D](?:\s{1,3}|$)"
    r"|\s{0,3}(?:#{2,9}|-{3,9}|={3,9})\s{1,3}"
    r"|(?:[,;]\s{1,3}|(?<=[\w=])\s{1,3})(?:and\s{1,3})?(?:then|afterwards|after that)\s{1,3}(?=\w)"
    r"|,\s{1,3}(?:(?:and|but|so)\s{1,3})?(?=(?:is|are|can|could|may|do|does|will|what|which|how|where"
    r"|why)\s)",
    re.IGNORECASE,
)
_ASKS = lazy(
    r"\?|^\W*(?:tell|show|explain|give|list|name|what|which|how|where|why|who|when|is|are|can|could|may|do"
    r"|does|will)\b"
)
_CODE = lazy(r"\b(?:id|event|error|code)\W{0,3}\d{2,}|\b0x[0-9a-f]+\b")
# A run of base64 that is text when decoded: an instruction in disguise.
_ENCODED = lazy(r"(?<![\w/+=-])[A-Za-z0-9+/]{24,}={0,2}(?![\w/+=-])")
_ENCODED_WORDS = 3
# What is set apart by quotes or brackets belongs as a whole to an order that begins it.
_SET_APART = re.compile(
    r"[\"“][^\"“”]{1,600}[\"”]|<{1,2}[^<>]{1,600}>{1,2}|\[[^\[\]]{1,600}\]|\([^()]{1,600}\)"
)
_BEGINNING = 60
# Comments that a page hides, what stands between tags of a prompt, and words put into the assistant's mouth,
# in quotes.
_HIDDEN = lazy(
    r"<!--(?:(?!-->).)*(?:-->|$)"
    r"|<(?P<tag>system|instructions?|admin|inst)>[^<]{0,2000}</(?P=tag)>|\[inst\][^\[]{0,2000}\[/inst\]"
    rf"|\b{_SAYS}\b[^.?!\n'\"“]{{0,40}}['\"“‘][^'\"”’\n]{{1,200}}['\"”’]"
)


# What only asks for a yes to the order before it.
_AGREES = lazy(
    r"\W*(?:(?:</?\w{1,20}>|ok(?:ay)?|right|understood|deal|agreed|please|pls|thanks|thx|got it|clear|yes"
    r"|sure"
    r"|alright|is that clear|do you understand|can you do that|will you)\W*)+"
)


# What tells to follow the order before it: "please do what the second line says".
_OBEYS = lazy(
    r"\b(?:do|follow|execute|obey|carry out|comply with|act on)\b[^.?!\n]{0,30}"
    r"\b(?:says?|tells?|wants?|orders?|instructs?|demands?|instructions?)\b[^.?!\n]{0,12}"
)


@lru_cache(maxsize=64)  # a message is asked about as it is and in its sentences
def instructs(text: str) -> bool:
    """Whether `text` tells the assistant how to work, rather than asks about a rule of the guide."""
    if is_encoded(text):
        return True
    return bool(_INSTRUCTION().search(text)) and not rule_strength.names_rule(text)


def tells_code(text: str) -> bool:
    """Whether `text` gives a code as what it is: "ID 3106", "0x80070005"."""
    return bool(_CODE().search(text))


def is_encoded(text: str) -> bool:
    """Whether `text` holds words in base64; a key or a hash is none, since it isn't made of words."""
    return any(_decodes(found[0]) for found in _ENCODED().finditer(text))


def without_instructions(text: str) -> str:
    """The parts of `text` that are not addressed to the assistant's workings; empty when none is left."""
    if not instructs(text):
        return text
    parts = [
        part
        for part in _SENTENCE_END.split(_HIDDEN().sub(" ", _SET_APART.sub(_without_addressed, text)))
        if part
    ]
    around = zip(["", *parts], [*parts[1:], ""], strict=False)
    kept = [part for part, near in zip(parts, around, strict=True) if not _of_order(part, *near)]
    left = " ".join(
        part.strip() for part in map(_without_encoded, kept) if _ASKS().search(part) or _tells(part)
    )
    if _AGREES().fullmatch(left) or (_OBEYS().search(text) and not _needs_answer(left)):
        return ""
    if _HANGS_ON().search(left) and not _tells(left) and not _ORDERS().search(text):
        return text
    return left if _tells(left) or not is_encoded(text) else ""  # "do it" is about what is encoded


def _without_addressed(span: re.Match[str]) -> str:
    """What is set apart, unless it begins with words to who reads by machine."""
    return " " if _TO_READER().search(span[0][:_BEGINNING]) else span[0]


def _decodes(run: str) -> bool:
    try:
        decoded = b64decode(run + "=" * (-len(run) % 4)).decode("ascii")
    except ValueError:
        return False
    return decoded.isprintable() and len(decoded.split()) >= _ENCODED_WORDS


def _without_encoded(part: str) -> str:
    """A part without what is encoded in it; empty where it doesn't speak of the matter without that."""
    if not is_encoded(part):
        return part
    rest = _ENCODED().sub(" ", part)
    return rest if _tells(rest) else ""


def _tells(part: str) -> bool:
    """Whether a part that asks nothing speaks of the matter, gives a code, or reports a fault."""
    reading = read_question(part)
    return reading.names_matter or reading.fault or tells_code(part)


def _needs_answer(left: str) -> bool:
    """Whether what is left beside an order, and the wish that it be followed, asks or tells of a fault."""
    return "?" in left or read_question(left).fault or tells_code(left)


def _of_order(part: str, before: str, after: str) -> bool:
    """Whether a part gives an order, leads in to one, or is what one with a colon says."""
    if _INSTRUCTION().search(part) or (part.endswith(":") and _INSTRUCTION().search(after)):
        return True
    return before.endswith(":") and "?" not in part and bool(_INSTRUCTION().search(before))
