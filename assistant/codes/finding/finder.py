"""The ways in which codes are found in a text, from the surest to the weakest.

A number of up to five digits is a code only where a cue stands beside it. Everything here works on whole
texts with compiled patterns; only what a pattern has found is looked at in Python, so that a log of a
megabyte is read in a fraction of a second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import groupby

from assistant.codes.entries import CodeId
from assistant.codes.entry_fit import Fits
from assistant.codes.finding import (
    amounts,
    bare_numbers,
    code_shapes,
    cues,
    non_code_context,
    number_nouns,
    number_rows,
    weighing,
)
from assistant.codes.finding.code_signs import YEARS, Scene
from assistant.codes.finding.cue_words import NUMBER, find_cued
from assistant.codes.finding.error_names import find_names
from assistant.codes.finding.figure_columns import figures_of_tables
from assistant.codes.finding.figure_series import counts, figures
from assistant.codes.finding.found_code import LOG_FROM, TOLD_LONGEST, Known
from assistant.codes.finding.known_numbers import used_by
from assistant.codes.finding.number_judge import FACILITY, STATUS, Hit, Judge
from assistant.codes.finding.number_rows import Place
from assistant.codes.finding.number_surroundings import Surroundings, is_named, number_places
from assistant.codes.finding.plain_figures import has_plain_figures
from assistant.codes.finding.prefixed_codes import find_prefixed
from assistant.codes.finding.records import figures_of_records
from assistant.codes.finding.split_codes import find_broken, find_pointed, find_spaced
from assistant.codes.finding.tallies import tallied
from assistant.codes.finding.weighing import Number, Verdict, load_weights
from assistant.codes.normalization import Meaning, of_decimal, of_hex, of_signed
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.product_machines import is_version

OFFER_LIMIT = 2_000
"""In texts longer than this many characters bare numbers are not even offered as candidates."""

_SYMBOL_BEFORE = re.compile(r"[A-Z]_[A-Z]{2,}[ \t]?[(=:][ \t]?$")
"""The name of a status before its number: "STATUS_IO_TIMEOUT(c00000b5)"."""

_BARE_HEX = lazy(
    r"(?<![A-Za-z0-9_.#{/\\-])(?:80[0-9A-Fa-f]{6}|[cC]0[0-9A-Fa-f]{6}|[1-9a-fA-F][0-9A-Fa-f]{4})"
    r"(?![A-Za-z0-9_]|-[0-9A-Fa-f]{2})",
    flags=0,
)
_LARGE = lazy(r"(?<![A-Za-z0-9_.,:/\\-])[1-9]\d{5,9}(?![A-Za-z0-9_])", flags=0)
_SMALL = lazy(r"(?<![A-Za-z0-9_.,:/\\-])[1-9]\d{1,4}(?![A-Za-z0-9_])", flags=0)
_SAID = lazy(r"(?<![A-Za-z0-9_.,:/\\-])[1-9]\d{4,5}(?![A-Za-z0-9_])", flags=0)
_MORE = lazy(
    r"(?:[ \t]?\([^()\n\d]{2,48}\)(?=[ \t]?(?:,|and\b|&|/|plus\b)))?"
    r"(?:[-–](?=[1-9]\d{3,5}(?!\d))|[ \t]{0,3}(?:,|;|/|&|\+|\?[ \t]{1,2}(?:or|no|nope|sorry)\b,?|"
    r"\band\b|\bor\b|\bthen\b|\bplus\b|"
    r"\balso\b|\bfollowed by\b|\bafter\b)"
    r"(?:[ \t]{1,3}(?:and|or|then|also|sometimes|later|by|plus|with|after|it|that|the|one"
    r"|another|was it|rather|maybe|no|not)\b){0,3}"
    r"[ \t]{0,3}"
    r"(?:\r?\n[ \t>]{0,12})?|\r?\n[ \t>]{0,12}[-*•][ \t]{1,4})"
    r"[(\"'#]?"
    rf"(?P<number>{NUMBER})(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?<!\w)\d{4,6},\Z")
_PARTS = re.compile(r"[|\n]")
"""What parts a number from its cue, which so is that of another cell or line."""

_PLURALS = frozenset({"ids", "codes", "numbers"})
_NEGATIVE = lazy(
    r"(?:[,;/&]|\b(?:and|or|then|but|also|with))[ \t]{1,2}(?P<number>[-−]\d{3,5})(?![\w%°]|[.,:/-]\d)",
    re.IGNORECASE,
)
_SENTENCE_END = lazy(r"[.!?][ \t\n]|\n", flags=0)
# How much of what stands around a cue and its number decides on them.
_BEFORE, _AFTER = 40, 28
_ALIKE = str.maketrans("123456789", "000000000")
_MERE_DIGITS = 3

_SQL_LINES = (
    lazy(r"sg(?<=\b[Mm]sg)[ \t]{1,3}(?P<number>\d{2,6}),[ \t]{0,3}[Ll]evel\b", flags=0),
    lazy(r"SQL(?<!\wSQL):?[ \t](?P<number>\d{5})\b(?![ \t]?[KMGT]B|[.,:]\d)", flags=0),
    lazy(r"eadlock(?<=\b[Dd]eadlock)[ \t](?P<number>\d{4,5})\b(?![ \t]?[KMGT]B|[.,:]\d)", flags=0),
)


def _figures_of(text: str) -> Iterator[Place]:
    """Where figures stand that a text counts, tells or has in its tables and records."""
    for of in (counts, figures_of_tables, figures_of_records, tallied):
        yield from of(text)


class Finder:
    """Gathers hits over one text. The first hit at a place wins, so stronger ways of finding go first."""

    def __init__(self, text: str, known: Known, fits: Fits) -> None:
        self._text = text
        self._fits = fits
        self._judge = Judge(text, known, fits)
        self._known = known
        self._taken: dict[int, Hit] = {}
        self._way = ""
        self._read_by: dict[int, str] = {}
        self._busy: set[int] = set()
        self._in_rows: frozenset[int] = frozenset()

    def hits(self) -> list[Hit]:
        """All hits in order of their place, candidates among them."""
        if has_plain_figures(self._text):
            self._find({"alone": self._only, "bare": self._bare, "named": self._named})
        else:
            self.find_by_rules()
            if self.weighs and not self.has_mere_figures() and not self._are_named():
                self._weigh(self.numbers())
        return sorted(self._taken.values(), key=lambda hit: hit.start)

    def find_by_rules(self) -> None:
        """Gathers the hits of all rules: numbers aren't weighed yet."""
        ways = self._ways()
        if "cued" in ways:
            self._in_rows = frozenset(start for start, _ in figures(self._text, self.is_known_number))
        self._find(ways)

    def _find(self, ways: Mapping[str, Callable[[], Iterable[Hit]]]) -> None:
        for name, way in ways.items():
            self._way = name
            for hit in way():
                self._add(hit)

    def _ways(self) -> Mapping[str, Callable[[], Iterable[Hit]]]:
        """The ways of finding, the strongest first; a bare number has nothing that others could read."""
        if self._text.isascii() and self._text.strip().isdigit():
            return {"alone": self._only}
        return {
            "figure": self._figures,
            "broken": partial(find_broken, self._text, self._judge),
            "spaced": partial(find_spaced, self._text, self._judge),
            "pointed": partial(find_pointed, self._text, self._judge),
            "cued": self._cued,
            "shaped": self._shaped,
            "alone": self._only,
            "prefixed": partial(find_prefixed, self._text, self._judge, self._free),
            "bare": self._bare,
            "named": self._named,
            "said": self._said,
            "offered": self._offered,
        }

    def _add(self, hit: Hit) -> None:
        places = range(hit.start, hit.end)
        if not any(place in self._busy for place in places):
            self._taken[hit.start] = hit
            self._read_by[hit.start] = self._way
            self._busy.update(places)

    def _free(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of `pattern` at places that no stronger way has read: they needn't be judged again."""
        return (match for match in pattern.finditer(self._text) if match.start() not in self._busy)

    def _only(self) -> Iterator[Hit]:
        """A question that is nothing but the number: "3002?", "what does 0x5 mean"."""
        match = code_shapes.only_number(self._text)
        if match:
            meaning = self._judge.meaning(match["number"], None)
            bare_hex = (
                re.fullmatch(r"[1-9A-Fa-f][0-9A-Fa-f]*[A-Fa-f][0-9A-Fa-f]*", match["number"]) is not None
            )
            told = not bare_hex or self._judge.is_known(meaning) or FACILITY.fullmatch(match["number"])
            if meaning and told:
                yield Hit(*match.span("number"), meaning)
        places = code_shapes.only_numbers(self._text)
        meanings = [self._judge.meaning(self._text[slice(*place)], None) for place in places]
        if len(meanings) > 1 and all(map(self._judge.is_known, meanings)):
            read = zip(places, meanings, strict=True)
            yield from (Hit(*place, meaning) for place, meaning in read if meaning)

    def _cued(self) -> Iterator[Hit]:
        read: dict[tuple[str, str, str], tuple[Hit, cues.Cue] | bool] = {}  # a log repeats itself
        for (start, end), group in groupby(find_cued(self._text), lambda match: match.span("number")):
            matches = list(group)
            around = self._around(matches[0].start(), end)
            if around not in read:
                read[around] = self._first(matches, start, end)
            found = read[around]
            if isinstance(found, tuple):
                hit, cue = found
                if start in self._in_rows and not cue.strong:
                    continue
                yield replace(hit, start=end - (hit.end - hit.start), end=end)
                yield from self._list(end, cue, only_known=False)
                if hit.end - hit.start > end - start:  # with its minus sign
                    yield from self._negative(end)
            elif found and self._text[start:end].isdigit() and not _PARTS.search(matches[-1]["separator"]):
                self._busy.update(range(start, end))  # the words say what it is, and it is no code
                if matches[-1]["cue"].lower() in _PLURALS:
                    self._busy.update(*(range(*more.span("number")) for more in self._further(end)))

    def _around(self, start: int, end: int) -> tuple[str, str, str]:
        """What decides on a number and its cue; in a log the figures beside them, like times, don't."""
        before, after = self._text[max(0, start - _BEFORE) : start], self._text[end : end + _AFTER]
        if len(self._text) > LOG_FROM:
            before, after = before.translate(_ALIKE), after.translate(_ALIKE)
        return before, self._text[start:end], after

    def _first(self, matches: Sequence[re.Match[str]], start: int, end: int) -> tuple[Hit, cues.Cue] | bool:
        """The number of several cues as the first that holds reads it; True when it is surely no code.

        The last word is the nearest to the number: when it belongs to a ticket, the number does too.
        """
        told = [cues.cue_of(match) for match in reversed(matches)]
        if told[0] is None:
            return True
        hits = ((self._judge.hit_of(start, end, cue), cue) for cue in reversed(told) if cue)
        return next(((hit, cue) for hit, cue in hits if hit), False)

    def _further(self, end: int) -> Iterator[re.Match[str]]:
        while match := _MORE().match(self._text, end):
            yield match
            end = match.end("number")

    def _list(self, end: int, cue: cues.Cue, *, only_known: bool) -> Iterator[Hit]:
        """Further numbers of the same cue: "IDs 33424, 33425 and 33431"."""
        for match in self._further(end):
            start, end = match.span("number")
            number = match["number"]
            if (
                amounts.is_counted(self._text, end)
                or len(number) < 2
                or (number.isdigit() and amounts.is_year(int(number)))
            ):
                return
            hit = self._judge.hit_of(
                start, end, cues.Cue(cue.namespace, not only_known and (cue.strong or len(number) > 3))
            )
            sure = cue.strong and cue.namespace == "event"
            if hit is None or (
                number.isdigit() and len(number) < 3 and not (sure or self._judge.is_known(hit.meaning))
            ):
                return
            yield hit

    def _negative(self, end: int) -> Iterator[Hit]:
        """Further negative numbers of a sentence whose error is one: "error -1018 on the one and -528"."""
        stop = _SENTENCE_END().search(self._text, end)
        last = stop.start() if stop else len(self._text)
        for match in _NEGATIVE().finditer(self._text, end, last):
            if not amounts.is_other_quantity(self._text, *match.span("number"), strong=True):
                meaning = of_signed(int(match["number"].replace("−", "-")))
                if meaning:
                    yield Hit(*match.span("number"), meaning)

    def _shaped(self) -> Iterator[Hit]:
        for start, end in code_shapes.find_sql(self._text):
            yield Hit(start, end, Meaning((CodeId("sql", self._text[start:end]),)))
        for pattern in _SQL_LINES:
            for match in pattern().finditer(self._text):
                yield Hit(*match.span("number"), Meaning((CodeId("sql", match["number"]),)))
        for start, end, cue in code_shapes.find_shaped(self._text):
            meaning = self._judge.meaning(self._text[start:end], cue)
            told = cue.strong or (self._judge.is_known(meaning) and start not in self._in_rows)
            if meaning and told:
                yield Hit(start, end, meaning)

    def _figures(self) -> Iterator[Hit]:
        """None: only takes note of the figures of tables and counts that no way may read as codes."""
        for start, end in _figures_of(self._text):
            self._busy.update(range(start, end))
        return iter(())

    def is_known_number(self, number: str) -> bool:
        """Whether a number as written can be a code that is told without a cue."""
        return number.isdecimal() and self._judge.is_known(of_decimal(int(number)))

    def _bare(self) -> Iterator[Hit]:
        """Numbers without cue or prefix that can be told by their look: known ones from 100000 up."""
        for match in self._free(_BARE_HEX()):
            word = match[0]
            if word.isdigit() and len(word) == 5:
                continue
            meaning = of_hex(int(word, 16))
            looks = FACILITY.fullmatch(word) or STATUS.match(word)
            shown = len(word) == 8 and looks and not word.isdigit()
            named = shown and _SYMBOL_BEFORE.search(self._text[max(0, match.start() - 16) : match.start()])
            if (
                meaning
                and (shown or self._judge.is_known(meaning))
                and (named or not self._judge.is_else(*match.span()))
            ):
                yield Hit(*match.span(), meaning)
        for match in self._free(_LARGE()):
            meaning = of_decimal(int(match[0]))
            if self._judge.is_known(meaning) and meaning and not self._judge.is_else(*match.span()):
                yield Hit(*match.span(), meaning)
                yield from self._list(match.end(), cues.Cue(None, strong=False), only_known=True)

    def _named(self) -> Iterator[Hit]:
        for start, end, code in find_names(self._text, self._known):
            yield Hit(start, end, Meaning((code,)))

    def _offered(self) -> Iterator[Hit]:
        """Bare numbers that are known codes, to be offered as such."""
        for start, end in self._bare_places() if len(self._text) <= OFFER_LIMIT else ():
            meaning = of_decimal(int(self._text[start:end]))
            if meaning and self._is_offered(start, end, meaning):
                yield Hit(start, end, meaning, candidate=True)

    @property
    def weighs(self) -> bool:
        """Whether numbers are weighed: not in a log, nor where the question is nothing but a number."""
        alone = code_shapes.only_number(self._text) or code_shapes.only_numbers(self._text)
        return len(self._text) <= OFFER_LIMIT and not alone

    def has_mere_figures(self) -> bool:
        """Whether the rules find no code, and make every number something else that is no code by any weight:
        a digit, or a short number without an entry."""
        if self._taken:
            return False
        most = _MERE_DIGITS if code_shapes.tells_trouble(self._text) else _MERE_DIGITS + 1
        return all(self._is_mere_figure(place, most) for place in number_places(self._text))

    def _are_named(self) -> bool:
        """Whether every number is a code that is called one: no weight takes that back."""
        sure = {hit.start for hit in self._taken.values() if not hit.candidate}
        return all(start in sure and is_named(self._text, start) for start, _ in number_places(self._text))

    def _is_mere_figure(self, place: Place, most: int) -> bool:
        start, end = place
        if start in self._busy or is_named(self._text, start):
            return False
        digits = end - start
        mere = digits == 1 or (digits <= most and not self.is_known_number(self._text[start:end]))
        return mere and self._is_else(place)

    def numbers(self) -> list[Number]:
        """The numbers of up to six digits as the rules have left them, with what stands around them."""
        covered = {place for hit in self._taken.values() for place in range(hit.start + 1, hit.end)}
        places = [place for place in number_places(self._text) if place[0] not in covered]
        if not places:
            return []  # most questions have no number
        around = Surroundings(self.scene, self.sure_places())
        return [self._number(place, around.of(place)) for place in places]

    def _number(self, place: Place, around: frozenset[str]) -> Number:
        hit = self._taken.get(place[0])
        verdict: Verdict = "free"
        if hit:
            verdict = "offered" if hit.candidate else "taken"
        elif place[0] in self._busy:
            verdict = "busy"
        elif self._is_else(place):
            verdict = "else"
        holder = self.scene.holder(self._text[slice(*place)])
        return Number(place, verdict, self._read_by.get(place[0], ""), holder, around)

    def _is_else(self, place: Place) -> bool:
        """Whether it is something else: a digit, a year, a version's number, or what rules make so.

        A comma between two numbers lists them, and glues them not together.
        """
        start, end = place
        number = self._text[start:end]
        if len(number) == 1 or amounts.is_year(int(number)) or self._is_of_version(number):
            return True
        listed = _LISTED.search(self._text, max(0, start - 8), start)
        return not listed and (
            self._judge.is_else(start, end) or bare_numbers.in_trace(self._text, start, end)
        )

    def _is_of_version(self, number: str) -> bool:
        """Whether a version of the text has it among its numbers: "2.0.9052.0"."""
        return f".{number}." in self._text

    def _weigh(self, numbers: Sequence[Number]) -> None:
        """Takes what is a code by its weight, and takes back what isn't unless it is named one.

        A number that stands in several places is judged by the likeliest of them.
        """
        if not numbers:
            return
        odds = weighing.weigh(self._text, numbers, load_weights())
        written = [self._text[slice(*number.place)] for number in numbers]
        likely = {word for word, one in zip(written, odds, strict=True) if one >= weighing.LEAST}
        for number, word, one in zip(numbers, written, odds, strict=True):
            start, end = number.place
            hit, meaning = self._taken.get(start), of_decimal(int(word))
            if hit:
                stays = not hit.candidate and (word in likely or is_named(self._text, start))
                self._taken[start] = replace(hit, candidate=not stays and one < weighing.LEAST)
            elif one >= weighing.LEAST and meaning and not is_version(self._text, start):
                self._taken[start] = Hit(start, end, meaning)

    def _bare_places(self) -> list[Place]:
        """Where numbers stand that may be told without a cue, after the other ways of finding."""
        found = sorted(match.span() for pattern in (_LARGE(), _SMALL()) for match in self._free(pattern))
        return [place for place in found if self._may_be_told(*place)]

    @cached_property
    def scene(self) -> Scene:
        """What the signs of the numbers are read from."""
        return Scene(self._text, self._fits, self.is_known_number, number_rows.figures(self._text))

    def sure_places(self) -> list[Place]:
        """Where codes stand that are found already."""
        return [(hit.start, hit.end) for hit in self._taken.values() if not hit.candidate]

    def _may_be_told(self, start: int, end: int) -> bool:
        text, number = self._text, self._text[start:end]
        known = self.is_known_number(number)
        fit = bare_numbers.SHORTEST <= len(number) <= bare_numbers.LONG or bool(used_by(int(number)))
        if not known and (amounts.is_year(int(number)) or not fit):
            return False
        whole = not (text[:start] + text[end:]).strip(
            " \t\r\n()[]"
        )  # "[3106]": asked for, it would be a question
        return not (
            whole
            or start in self._in_rows
            or (
                amounts.is_year(int(number))
                and int(number) < bare_numbers.FAR_YEARS
                and len(YEARS().findall(text)) > 1
            )
            or self._is_figure_elsewhere(number)
            or non_code_context.is_in_row(text, start, end)
            or self._judge.is_of_thing_alone(start, end)
            or (len(number) <= bare_numbers.LONG and bare_numbers.in_trace(text, start, end))
            or (text[start - 1 : start] == "[" and bare_numbers.in_log(text, start, end))
            or (number_nouns.is_among_ports(text, start, end) and not code_shapes.tells_trouble(text))
            or (self._judge.is_barred(start, end) and not non_code_context.is_of_component(text, start, end))
        )

    def _is_figure_elsewhere(self, number: str) -> bool:
        """Whether a number of some digits stands in the text once more, where it is surely no code."""
        if len(number) < bare_numbers.SPECIFIC or self._text.count(number) == 1:
            return False
        again = re.finditer(rf"(?<![\w.]){number}(?!\w)", self._text)
        return any(match.start() in self._busy and match.start() not in self._taken for match in again)

    def _is_offered(self, start: int, end: int, meaning: Meaning) -> bool:
        return (
            start not in self._in_rows
            and self._judge.may_be_code(start, end, meaning)
            and not self._judge.is_else(start, end)
            and not amounts.is_year(int(self._text[start:end]))
        )

    def _said(self) -> Iterator[Hit]:
        """Long numbers without an entry that are said to come: "the console says 31277"."""
        for match in self._free(_SAID()) if len(self._text) <= TOLD_LONGEST else ():
            meaning = of_decimal(int(match[0]))
            if (
                meaning
                and bare_numbers.is_said(self._text, *match.span())
                and not self._judge.is_else(*match.span())
            ):
                yield Hit(*match.span(), meaning)
