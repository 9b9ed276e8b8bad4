"""Whether the words that lead from a subscription to its state are known: others may turn it round.

"The subscription is still Active" is clear; "the subscription waved goodbye to Active" isn't, and a state
that is told by words nobody foresaw is better asked back than guessed.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import DamerauLevenshtein

from assistant.decisions.reading.calendar_names import DAY_NAMES, MONTH_NAMES
from assistant.understanding.word_rules import word_set

_LEAST_LETTERS = 4
# "the subscription of the backup server"
_OF_BACKUP = re.compile(
    r"^\s+(?:of|for|behind|used (?:by|for))\s+(?:(?:the|our|my|this|azure|online)\s+){0,3}back-?ups?"
    r"(?:\s+(?:server|box|service|system))?\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(?:subscriptions?|subs?)\b(?:['’]s)?(?![-\w])", re.IGNORECASE)
_END = re.compile(
    r"[.;!?\n()]|\b(?:and|n|but|while|whilst|because|so|although|though|which|who|where|after|before|since"
    r"|until|when|once)\b"
)
# "I don't know whether", "nothing but": nothing of the subscription is denied.
_KNOWING = word_set("know sure certain tell say idea clue but less except")
# "no internet": the connection is what is missing, and no state of the subscription is denied.
_LINK = word_set("connection connectivity internet network net link uplink line wan access contact azure")
_DOUBTED = re.compile(
    r"\b(?:doubt\w*|unsure|not sure|unlikely|wonder\w*|no idea|not certain|unclear|questionable|rumou?red)\s+"
    r"(?:(?:it|that|if|whether|is|the|our|my|their|this|your|azure|cloud)\s+)*$",
    re.IGNORECASE,
)
# Of what being Active is said, with nothing but a copula in between.
_BARE_ACTIVE = re.compile(
    r"\b(?:the|our|my|an?|his|her|their|this|that|its)\s+(?:[\w'’-]+\s+){0,3}?(?P<head>[a-z]\w+)"
    r"(?:['’]s|\s+(?:is|are|was|were|has been|have been))\s+(?:(?:still|now|currently|again|not|also"
    r"|already)\s+){0,2}"
    r"[\"']?active$",
    re.IGNORECASE,
)
_OF_SUBSCRIPTION = word_set(
    "subscription subscriptions sub subs state states status statuses azure plan account contract billing "
    "payment payments trial tenant enrollment enrolment agreement csp portal page console dashboard screen "
    "blade table column row field entry value one thing stuff cloud everything all it that this "
    "microsoft mabs server box machine vm host customer client company site case situation license licence "
    "team label flag mode word month year week it's who which what ours mine theirs"
)
# Where the clause that leads to a state begins.
_CLAUSE = re.compile(
    r"[.;:!?,/|\n()]|(?<!anything )(?<!nothing )(?<!everything )\bbut\b"
    r"|\b(?:and|n|while|whilst|because|so|although|though|which|who|where|after|before|since|until|when|once"
    r"|with|despite|given|if|whether|that|as long as|under|or)\b|\s[-–—+]+\s",
    re.IGNORECASE,
)
_OPERATION = re.compile(
    r"\bback(?:ing|ed)?[\s-]?ups?\b|\bback(?=\s+(?:\w+\s+){1,4}up\b)"
    r"|\b(?:restor(?!\w+ to(?: (?:the|an?))?$)|recover|retriev|cop[yi]|sav|writ|upload|pull|run|work)\w*",
    re.IGNORECASE,
)
_NEGATORS = word_set(
    "not no never cannot neither nor without hardly nobody noone none nothing isnt arent wasnt hasnt "
    "doesnt dont "
    "didnt"
)
# A word or two put in between commas: "is, oops, deprovisioned".
_ASIDE = re.compile(r",\s*(?P<words>[\w'’-]+(?:\s+[\w'’-]+)?)\s*,")
# What the subscription shows or is now, told anew behind what happened to it: "..., it is deprovisioned".
_BEGUN_ANEW = re.compile(
    r"[,:=]\s*(?P<words>(?:(?:now|so)\s+)?(?:it['’]?s|it|its|(?:the\s+)?(?:portal|state|status|azure|page"
    r"|console|blade))"
    r"\b[^,:=]{0,40})$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z'’-]*", re.IGNORECASE)
# Being, showing, calling, staying and becoming; how much, how surely and since when; what is said beside it.
KNOWN = word_set(
    "billing "
    "continue continues continued according contrary allowed soon straight among amongst danger reach quit "
    "quits "
    "is are was were be been being am isn't aren't wasn't weren't ain't isnt arent wasnt ain has have "
    "had having hasn't haven't hadn't hasnt havent does do did doesn't don't didn't doesnt dont didnt "
    "will won't would wouldn't can can't cannot could couldn't may might must should shouldn't shall "
    "not no never n't show shows showing shown showed say says said saying read reads reading report "
    "reports reported reporting list lists listed display displays displayed displaying mark marked "
    "flag flagged label labelled labeled tag tagged classify classified class classed deem deemed "
    "consider considered count counts counted call calls called name named treat treated regard "
    "regarded give gives given state states stated status statuses stage stages phase level condition "
    "mode category column value word entry portal blade page screen dashboard console azure microsoft "
    "azure's microsoft's confirm confirms confirmed indicate indicates indicated see seen tell tells "
    "told look looks looked looking appear appears appeared seem seems seemed find finds found stay "
    "stays stayed remain remains remained keep keeps kept sit sits sat sitting stand stands stood rest "
    "rests stuck hang hangs linger lingers run runs ran running go goes went gone going get gets got "
    "gotten getting become becomes became turn turns turned come comes came move moves moved moving "
    "switch switches switched change changes changed pass passed passes slip slips slipped fall falls "
    "fell fallen drop drops dropped slid land lands landed end ends ended reach reaches reached hit "
    "hits enter enters entered put puts set sets place placed transition transitioned transitions flip "
    "flips flipped jump jumped progress progressed advance advanced proceed proceeded arrive arrived "
    "itself let lets make makes made take taken takes save saved belong belongs leave leaves left still "
    "already now yet just only merely simply really actually currently presently officially technically "
    "definitely certainly surely clearly obviously probably apparently allegedly supposedly fully "
    "completely totally entirely even also both either neither nor or else other different besides "
    "aside apart than rather more less "
    "most beyond past further at in on to into from through over under of for as by with within without "
    "since until till before after during ever again anew once back up down out off away about around "
    "here there then today yesterday tomorrow overnight recently lately meanwhile long ago time times "
    "last first next final weeks months days years week month day year hour hours minutes "
    "spring summer autumn winter night morning evening a an the this "
    "that these those it its it's he she we we've our us you your they their them i i'm my me one two "
    "three four five six seven eight nine ten half couple few some any all every each whatever anything "
    "something nothing everything somewhere whole new old alone namely that's means meaning course fine "
    "good ok okay well healthy paid pay bill bills unpaid renewed renew cancelled suspended lapsed "
    "inactive provisioned standing free trial thank god luckily unfortunately sadly alas sorry guess "
    "think believe know knows knew clue idea maybe perhaps possibly whether if when how what expiry date "
    "due stop "
    "stops stopped cease ceased ceases anymore longer shy short step steps notch verge brink way full "
    "fail fails failed lose loses lost account plan same kind sort customer's customer user user's "
    "server server's client client's company's our's id one's test dev prod production main default "
    "enterprise pay-as-you-go csp mca ea tenant undergone undergo month-old always except far right "
    "current used almost nearly "
    "carry carries carried bear bears bore enjoy enjoys enjoyed hold holds held qualify qualifies qualified "
    "retain retains retained possess possesses own owns owned maintain maintains maintained preserve "
    "preserves preserved acquire acquired gain gains gained receive received obtain obtained happen happens "
    "happened undergo undergoes underwent behind attached linked tied used stack vault brought bring brings "
    "normal normally valid enrollment enrolment agreement contract "
    "returned return returns register registers registered rate rates rated recognise recognises "
    "recognised recognize recognizes recognized considers regards treats deems classes flags marks labels "
    "regard treat deem flag accept accepts accepted subject issued assigned associated related use uses "
    "using indeed alright true truth fact "
    "sink sinks sank sunk slide slides slid tumble tumbled plunge plunged descend descended drift drifted "
    "degrade degraded downgraded demoted relegated shift shifted roll rolled evolved matured headed "
    "verify verifies verified check checks checked prove proves proved proven establish established record "
    "recorded records document documented documents note notes noted log logged print prints printed present "
    "contain contains contained carries field fields label box cell line row entry term terms validity green "
    "red yellow amber light icon badge tick ticked select selected accounting accounts finance purchasing "
    "procurement accountant accountants controller controlling bookkeeping boss team support department "
    "admin "
    "admins colleague colleagues provider reseller partner csp management office headquarters hq somebody "
    "someone everybody everyone person people renewal reminder reads as-is automatically auto-renewed "
    "company company's firm organisation organization business employer "
    "die dies died dying dead kill killed axed collapsed crashed bust overdue "
    "equal equals better worse happier miles mile nowhere near"
) | frozenset({*DAY_NAMES, *MONTH_NAMES} - {"may"})


# A slip in one of these would hide that the state is turned round.
_TURNING = word_set(
    "stop stops stopped cease ceases ceased quit quits fail fails failed lose loses lost leave leaves left "
    "never "
    "cannot without except other neither used once"
)
_FORMER = word_set("formerly previously earlier before ex until yesterday almost nearly soon supposedly")
_LONG = tuple(word for word in sorted(KNOWN - _TURNING) if len(word) >= _LEAST_LETTERS)


def is_unclear(text: str, state: str, denials: int) -> bool:
    """Whether a word nobody foresaw, or one more denial, stands between the subscription and its state.

    `text` ends with the words that told the state, `state` is the last of them; `denials` are understood.
    """
    before = text[: len(text) - len(state)]
    clause = before[max((match.end() for match in _END.finditer(before)), default=0) :]
    subjects = list(_SUBJECT.finditer(clause))
    if not subjects:
        return False
    if _DOUBTED.search(clause[: subjects[-1].start()]):
        return True
    between = _ASIDE.sub(_without_aside, _OF_BACKUP.sub(" ", clause[subjects[-1].end() :]))
    if any(_denies(aside["words"]) for aside in _ASIDE.finditer(between)):
        return True
    if begun := _BEGUN_ANEW.search(between):
        between = begun["words"]
    if not all(_is_known(word) for word in _behind_state(_words(between))):
        return True
    return _negators(_behind_state(_words(between.rpartition(",")[2]))) > denials


def other_subject(told: str) -> bool:
    """Whether `told`, which ends with a bare "active", says so of another thing: "the agent job is
    active"."""
    found = _BARE_ACTIVE.search(told)
    if found is None or _SUBJECT.search(found[0]):
        return False
    return found["head"].lower() not in _OF_SUBSCRIPTION


def far_denial(before: str) -> bool | None:
    """Whether the clause that leads to a state denies it from afar: "nobody has set it back to Active".

    None where a denial stands there, but words nobody foresaw lie between it and the state. A denial that an
    operation follows is of that ("we can't restore with an Active subscription").
    """
    clause = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :]
    words = _words(clause)
    pairs = zip(words, [*words[1:], ""], strict=False)
    denials = [n for n, (word, following) in enumerate(pairs) if _negates(word, following)]
    if not denials:
        return False
    between = words[denials[-1] + 1 :]
    if _OPERATION.search(" ".join(between)):
        return False
    known = all(_is_known(word) or _SUBJECT.fullmatch(word) for word in between)
    return len(denials) == 1 if known else None


def _denies(aside: str) -> bool:
    """Whether words put in between deny what follows ("the sub is, no longer, active")."""
    inside = _words(aside)
    return bool(_negators(inside)) and not any(is_state(word) for word in inside)


def _without_aside(aside: re.Match[str]) -> str:
    """Nothing in place of words put in between commas, unless they may turn round what is told."""
    inside = _words(aside["words"])
    turning = _negators(inside) or any(word in _TURNING | _FORMER or is_state(word) for word in inside)
    return aside[0] if turning else " "


def _is_known(word: str) -> bool:
    """Whether a word leads to a state without turning it round; one slip of the finger is overlooked."""
    if word in KNOWN or is_state(word) or word.endswith("ly"):
        return True
    if len(word) < _LEAST_LETTERS:
        return False
    return any(word[0] == known[0] and DamerauLevenshtein.distance(word, known) == 1 for known in _LONG)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def _negates(word: str, following: str) -> bool:
    if word in ("no", "without") and following in _LINK:
        return False
    return (word in _NEGATORS or word.endswith("n't")) and following not in _KNOWING


def _negators(words: list[str]) -> int:
    """How many words deny."""
    return sum(_negates(*pair) for pair in zip(words, [*words[1:], ""], strict=False))


def _behind_state(words: list[str]) -> list[str]:
    """The words behind the last state that is told: what stands before it leads to that one."""
    return words[max((n for n, word in enumerate(words, 1) if is_state(word)), default=0) :]


def is_state(word: str) -> bool:
    """Whether a word names one of the states itself."""
    return word.startswith(("activ", "non-", "un-", "expir", "deprov", "de-prov", "un-prov", "lapse"))
