"""What a turn asks of the talk itself: an earlier question again, one part of a message, a shorter answer.

A clause asks so when it has no word but those of talking about questions and answers, and one of them tells
what is to be done: "and what I wanted to know first", "only part two", "yes or no only", "in plain words".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import word_set

LAST = -1
BEFORE = -2


class Form(StrEnum):
    """How the answer is wanted."""

    WHOLE = "whole"
    YES_NO = "yes or no"
    SHORT = "short"
    BARE = "without a yes or no"
    STEP = "what to do first"


@dataclass(frozen=True, slots=True)
class Act:
    """`place`: which question, counted from 0, or LAST or BEFORE; None for the one just asked.

    `of_talk`: a question of the talk is meant, and no part of the last message; `again`: or it may be one.
    `rest` is what the turn says besides.
    """

    form: Form
    place: int | None = None
    of_talk: bool = False
    again: bool = False
    rest: str = ""


_PLACES = {
    "first": 0, "1st": 0, "former": 0, "original": 0, "initial": 0,
    "second": 1, "2nd": 1, "latter": 1,
    "third": 2, "3rd": 2,
    "last": LAST,
    "previous": BEFORE, "earlier": BEFORE, "before": BEFORE,
}  # fmt: skip
_NUMBERS = {"1": 0, "one": 0, "2": 1, "two": 1, "3": 2, "three": 2}
_NAMES = word_set(
    "question questions q part parts point topic item number answer case thing things query bit"
)
_ASKED = word_set(
    "asked ask asking question questions q query answer answers said wrote started began wanted"
)
_OF_TALK = word_set("asked wanted asking said wrote started began my")
_AGAIN = word_set("again repeat repeated repeating remind recap back more return forgot")
_ONLY = word_set("only just skip leave ignore drop forget")
_TALK = (
    word_set(
        "a an the and or but so then ok okay k sorry sry please pls plz thx thanks thank well hm hmm ah oh "
        "no yes i we you u me us my our your mine it its it's that that's thats this these those is are "
        "was were be been do does did can could would will shall let let's lets need want wanted like give "
        "gave tell told take get got have has had only just simply now one ones of in to for with about at "
        "on from by two both things time what whats what's know said say says mean meant which did missed "
        "miss forgot skip leave ignore drop once sir as not up go wait also too still all im i'm i'd id "
        "there here start with came come mate guys hi hello nvm nevermind anyway actually really "
        "separately each pick choose first please? answer answered interested"
    )
    | _NAMES
    | _ASKED
    | _AGAIN
    | _ONLY
    | frozenset(_PLACES)
    | frozenset(_NUMBERS)
)
_YES_NO = lazy(
    r"\b(?:a )?(?:yes|y)(?:\s+or\s+(?:a\s+)?|\s*/\s*|\s+)(?:no|n)\b|\b(?:final|definit\w+|straight"
    r"|clear)\s+answer\b|\bfinal\W*$"
)
# "so no?", "still a no?": the verdict is asked for once more.
_CONCLUDES = lazy(
    r"\b(?:so|still|then|that(?:['’]?s| is)|it['’]?s|is (?:it|that)|really|means?)\b(?:\s+(?:a|it|is|it['’]?s"
    r"|that(?:['’]?s)?|then|still|means?|just|really|just a))*\s+(?:yes|no|nope)"
    r"(?:\W+(?:then|right|correct|really|or))*\W*$"
)
_SHORT = lazy(
    r"\b(?:short(?:er|est)?|brief(?:ly|er)?|concise(?:ly)?|tl;?dr|nutshell|bottom line|summar(?:y"
    r"|i[sz]ed?)|sum up"
    r"|gist|compact|condensed?|boil(?:ed)?(?: \w+)? down|(?:a few|few|less|fewer) words"
    r"|(?:one|single|a|1|two|2)[\s-]+(?:\w+\s+)?(?:sentence|line|word|liner)s?"
    r"|(?:just|only)\s+(?:the\s+)?(?:number|figure|value|verdict|result|size|fact)s?"
    r"|(?:number|figure|value|verdict|result|size|fact)s? only)\b"
)
_TELL = lazy(
    r"\bwhat (?:do|should|shall|can|could|would|will|to) (?:(?:i|we|you|one) )?(?:tell|say to|report to"
    r"|write to|answer) (?:my|our|the|him|her|them|a)\b"
    r"|\bhow (?:do|should|shall|can|could|would|will|to) (?:(?:i|we|you|one) )?(?:put|say|phrase|word|explain"
    r"|tell|summari[sz]e|sell) (?:that|this|it)(?: to)? (?:my|our|the|him|her|them|a)\b"
)
_TOO = lazy(r"\btoo (?:short|brief|concise|compact)")
_PLAIN = lazy(
    r"\b(?:(?:plain|simple|simpler|easy|easier|normal|layman'?s?|non-?technical|human|other|own|clear)\s+"
    r"(?:words?|terms?|english|language|way)|simpler|simply put|put simply|rephrase[d]?|reword(?:ed)?"
    r"|dumb(?:ed)? (?:it )?down"
    r"|(?:say|explain|put|tell|repeat|read|phrase|word|express)(?: me)? (?:it|that|this)(?: (?:out|back))?"
    r"(?: (?:simpler|simply|easier|again|differently|once more|for (?:me|an?|my)))?|come again"
    r"|what was that)\b"
)
_FORM_WORDS = word_set(
    "words word terms term english language way simple simpler plain easy easier layman laymans layman's "
    "boss manager customer colleague management short shorter brief briefly sentence line liner answer "
    "summary number figure value verdict result size explain put phrase word express rephrase reword read "
    "means correct "
    "out loud differently dummies non-technical kid kids five-year-old five year old final definite "
    "definitive straight clear tl;dr tldr tl dr nutshell bottom sum gist concise compact max or y n yes no "
    "y/n yes/no summarize summarise summarized in single other own technical human normal gimme paste copy "
    "forward send ticket mail email chat report slide minutes note post make write into under that "
    "version few fewer less words condense condensed boil boiled down customer's boss's client team "
    "people user users auditor director ceo cfo chef lead him her them he she they wants needs asks "
    "want wanted one-liner sentences lines sell how would should you summarising summarizing tell "
)
_CLAUSE = re.compile(r"(?<=[!?])\s*|\s*(?:[,:\n]+|\.(?=\s|$)|;(?=\s)|\s[\u2013-]+\s|\.{2,})\s*")
_TOKEN = re.compile(r"[a-z0-9][a-z0-9'/;-]*")
_FIGURE = re.compile(r"\d")
_MOST_WORDS = 30
_MOST_OF_CLAUSE = 14


def act_of(text: str) -> Act | None:
    """What `text` asks of the talk; None where it asks of the matter only."""
    if len(text.split()) > _MOST_WORDS:
        return None
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip(" !?")]
    talk = [clause for clause in clauses if _is_talk(clause)]
    said = " ".join(talk).lower()
    form = _form(said)
    place = _place(_TOKEN.findall(said))
    if form is None and place is None:
        return None
    rest = ", ".join(clause for clause in clauses if clause not in talk)
    if form is Form.SHORT and place is None and _FIGURE.search(rest) and not _SHORT().search(said):
        return None  # "he wants 8 days. what do I tell him": asks of a case of its own, in no form
    words = set(_TOKEN.findall(said))
    of_talk = place == BEFORE or bool(words & _OF_TALK)
    return Act(form or Form.WHOLE, place, of_talk, bool(words & (_ASKED | _AGAIN)), rest)


def _is_talk(clause: str) -> bool:
    """Whether a clause is made of words of talking alone."""
    words = _TOKEN.findall(clause.lower())
    if not words or len(words) > _MOST_OF_CLAUSE:
        return False
    form = _form(clause.lower())
    known = _TALK | _FORM_WORDS if form else _TALK
    return all(word in known for word in words)


def _form(text: str) -> Form | None:
    """The form that is asked for."""
    if _YES_NO().search(text) or _CONCLUDES().search(text):
        return Form.YES_NO
    if (_SHORT().search(text) or _TELL().search(text)) and not _TOO().search(text):
        return Form.SHORT
    return Form.WHOLE if _PLAIN().search(text) or _repeats(text) else None


def _repeats(text: str) -> bool:
    """Whether the last answer is asked for once more, and no place is told."""
    words = _TOKEN.findall(text)
    return "repeat" in words and not set(words) & (set(_PLACES) | _NAMES)


def _place(words: list[str]) -> int | None:
    """Which question is named: by its place among others, with a word that tells it is one of them."""
    for name, number in pairwise(words):
        if name in _NAMES and number in _NUMBERS:
            return _NUMBERS[number]
    told = [at for at, word in enumerate(words) if word in _PLACES]
    kept = [at for at in told if not _is_left_out(words, at)] or told[1:] if len(told) > 1 else told
    if not kept:
        return None
    at = kept[-1] if len(kept) > 1 and _is_left_out(words, kept[0]) else kept[0]
    beside = set(words[at + 1 : at + 2]) | set(words[max(0, at - 1) : at])
    cued = beside & ({"the", "my", "your", "one", "question", "first"} | _NAMES) or set(words) & (
        _ASKED | _AGAIN | _ONLY
    )
    return _PLACES[words[at]] if cued else None


def _is_left_out(words: list[str], at: int) -> bool:
    """Whether the place at `at` is the one to be skipped: "leave the first, only the second"."""
    return bool(set(words[max(0, at - 2) : at]) & {"skip", "leave", "ignore", "drop", "forget", "not"})
