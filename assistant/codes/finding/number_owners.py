"""Whose number it is: that of a ticket, a tape or an employee, or of an error, by the word before its cue."""

from __future__ import annotations

import re

from assistant.codes.finding.found_code import TOLD_LONGEST
from assistant.decisions.expressions.patterns import lazy

_OWNERS = (
    "centre center department job task process proc thread session activity correlation request req "
    "ticket case incident inc change chg vault subscription sub tenant user client customer employee "
    "staff asset device machine computer server host vm instance disk volume lun drive tape media slot "
    "library barcode vlan subnet port network policy schedule snapshot shadow copy set group object "
    "record row article kb document doc page order invoice product license licence model serial part "
    "sku batch build release version backup recovery point replica datasource data database db spid "
    "call reference ref tracking transaction trans message-thread meeting conference room phone caller "
    "badge card pin account resource deployment run execution container provider writer component class "
    "cluster node key certificate cert thumbprint site list item web store folder mail email sender "
    "queue contract project work workitem bug feature story issue pr commit sr rfc pid tid member team "
    "channel protection survey application app package patch hotfix update upgrade firmware driver bios "
    "hardware pci usb vendor partition sector block extent stream file share printer monitor sensor "
    "alarm rack unit zone region location building floor desk seat country area zip postal post source "
    "promo bar qr color colour access door dial activation lock security verification confirmation "
    "authorization registration booking reservation flight train language lang locale culture currency "
    "dialling calling tracking-number parcel shipment cost tax vat bank swift sort visual studio vs "
    "character char morse dress byte op cab tree bucket legacy assembly managed unmanaged native-image "
    "manager trigger logon login handle linked subject parent creator report catalog catalogue chat "
    "rule photo apple google fi wifi wlan discount coupon voucher gift invite referral camera locker "
    "host- playlist video test sample script collation ike schema column table query plan profile role "
    "pool index vni asn dial-in call-in phone-in check-in check-out clock-in badge-in pick-up "
    "drop-off opt-in "
    "sign-in voucher receipt docket waybill consignment pallet crate carton bin aisle bay dock truck vehicle "
    "plate claim download dossier permit visa passport membership donor ballot meter circuit outlet jack "
    "passenger crew pupil course exam course-work supplier vendor merchant terminal "
    "till campaign lead opportunity quote budget grant ledger journal debtor creditor iban "
    "trace warranty action inventory insurance school branch store shop house mandant "
    "panel dashboard widget graph notification annotation silence pdu "
    "beacon tag label cabinet rfid nfc imei modem sim chassis enclosure blade cage "
)
_OWNER = frozenset(_OWNERS.split())
_TAIL_WORD = lazy(r"(?<![A-Za-z0-9])([A-Za-z]+)[ \t_:'’-]*s?[ \t_-]*$", flags=0)
_OWNED_WITH = lazy(r"([A-Za-z]+)[ \t]+(?:with|has|having|under)[ \t]+(?:the[ \t]+)?$", re.IGNORECASE)
_ENDED = lazy(
    r"\b(?:ends?|stop(?:s|ped)?|fail(?:s|ed)?|die[sd]|aborts?|aborted|hangs?|quits?|crash(?:es|ed)|ended|breaks?)\b"
    r"[^.;:\n]{0,40}\bwith[ \t]+(?:the[ \t]+)?$"
)
"""What ended with the ID, which so is not that of the noun between: "ends at the last part with ID"."""

_DONE_BEFORE = lazy(
    r"(?:\b(?:is|was|are|were|concerns|matters|means|about)\b[^.:;\n]{4,40}"
    r"|[a-z]+[ \t]+(?:from|of|to|in|on|for)[ \t]+(?:(?:the|our|my)[ \t]+)?[a-z]+(?:[ \t]+[a-z]+)?"
    r"|[\w-]+[ \t]+(?:backup|job|task|run|recovery|replica|pool|disk|volume|agent|setup)):[ \t]$",
    re.IGNORECASE,
)
"""What was done, or what failed, before a colon: it is told, and owns nothing."""

_COMPOUND = lazy(
    r"(?<![A-Za-z])(?P<owner>(?:dial|call|phone|check|clock|badge|walk|pick|drop|opt|sign|stand|key)-"
    r"(?:in|on|up|off|out|by))[ \t_-]*$"
)
"""A noun whose second half is a little word: "dial-in"."""

_QUOTED = lazy(
    r"(?:^|[:;.,(\n\]-][ \t]*|\b(?:the|our|my|a|this)[ \t]+)(?P<owner>[a-z]+)[ \t]+"
    r"[\"“'‘«][^\"”'’»\n]{1,48}[\"”'’»][ \t]*[(\[][ \t]*$"
)
"""A thing with its name in quotation marks: a sensor "free space" (ID 4386)."""

_TOLD_BEFORE = lazy(
    r"\b(?:not|fail(?:s|ed)?|cannot|denied|lost|stopped|unable|is|was)\b[^.;\n]{0,60}[ \t][-–—][ \t]+$"
)
"""What happened, and then a dash: "could not contact the machine - ID 41"."""

_OPENED = lazy(
    r"\b(?P<owner>tickets?|case|incident|request|call|order|user|account)[ \t]+"
    r"(?:is |was |has been |got |now )?(?:created|opened|logged|raised|registered|updated|closed|added|booked"
    r"|submitted)"
    r"(?:[,:;]|[ \t]+(?:with|under|as))?[ \t]+(?:the[ \t]+)?[(\[]?$"
)
"""What was done with a ticket whose ID follows: "ticket created, id 48213"."""

_KEYED = lazy(
    r"(?:^|\n)[ \t>*-]{0,6}(?P<owner>sensor|group|device|monitor|channel|dashboard|panel|trigger|asset"
    r"|ticket|customer|user|site|room)[ \t]?:[ \t][^\n:]{1,56}[ \t][(\[]$"
)
"""A record of monitoring whose name is followed by its ID: "Group: Backup (id 2041)"."""

_WITH_ID = lazy(
    r"(?:^|[.!?:;,\n][ \t]*|\b(?:the|our|my|a|this|by|from|for)[ \t]+)"
    r"(?P<owner>sensor|ticket|case|incident|asset|invoice|order|customer|client|employee|room|badge|request|monitor"
    r"|trigger|tenant|user)[ \t][(\[]$"
)
"""A thing with its ID in brackets: "sensor (ID 3106)"."""

_VERSUS = lazy(r"\d[\"')]?[ \t]+vs\.?[ \t]+$")
"""Behind another number: versus, and not the name of a product that has IDs."""

_BEFORE_CODE = (
    "wrt re regarding concerning fatal critical severe final a an the this that what which with and or of "
    "same its inner outer "
    "error err exit return result status event alert reason stop failure fault problem message msg "
    "hresult win32 windows system os service mit con avec met med der das el la le il ein un une "
    "specific dpm mabs mars vss agent backup job unknown known following internal detailed numeric hex "
    "decimal sql http com get gets got getting see sees saw seeing show shows showed showing give gives "
    "gave giving throw throws threw say says said returns returned report reports reported is was are "
    "has have had by about on in to from for then now also only just new another some any one it we "
    "they me us fail fails failed ends ended stops stopped aborts aborted dies died evt events errors "
    "alerts dcom volsnap ntfs disk source setup install installer wizard reboot console portal log "
    "popup screen upgrade update azure restore recovery replica sync snapshot writer registration push "
    "scom msi after during when while as like again always still there here our my your does do did "
    "cause root why explain find look lookup search these those all two three both last first second "
    "obtain obtains obtained obtaining receive receives received receiving hit hits meet meets "
    "encounter encounters encountered catch caught face faced faces into display displays displayed "
    "raise raises raised yield yields yielded print prints printed read reads spits quit quits "
    "next old more maybe please help tells told keeps kept comes came trouble weird strange odd cryptic "
    "mystery funny big ugly red nasty dreaded infamous well agents servers jobs "
)
_CODES_OF = frozenset(_BEFORE_CODE.split())
"""What may stand before "code 52" when an error is meant; with another word before it, it must be known."""

_STATES = ("able", "ible", "ed", "ing", "sistent")
"""How words end that tell in what state a thing is, which owns no code: "unreachable code 3122"."""

_NO_OWNER_OF_CODES = frozenset(
    ["backup", "recovery", "replica", "provider", "writer", "server", "vault", "agent"]
)
_FURTHER_ID = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2,})[ _-]{1,2}id(?![A-Za-z0-9])", re.IGNORECASE)
_RECORDS = {"problem": 1, "message": 2}
"""What has IDs of its own where so many other things do: "incident ID 3753, problem ID 3752"."""

_DONE_BY = lazy(r"\b(?:i|we|you|he|she|they)[ \t]+(?P<verb>[a-z]+)[ \t]+$", re.IGNORECASE)
"""Behind a pronoun a word tells what somebody does, and owns nothing: "I become code 330"."""

_NOUN = re.compile(r"(?<![^\W_])([^\W\d_]+)[ \t]$")
_LONGEST_NOUN = 24

_BEGINS = re.compile(r"(?:^|[,;:.(\n]|\b(?:and|or|my|the|our|his|her|with|host|user))[ \t]*$", re.IGNORECASE)
"""Before a word that has an ID of its own, and is no end of a sentence that tells of an error."""


def is_among_owned(text: str, before: str, cue: str) -> bool:
    """Whether "manager ID 33424" is one of a text that tells the IDs of other things: "employee ID"."""
    if len(text) > TOLD_LONGEST:
        return False
    owner = cue.partition(" ")[0] if cue not in ("id", "ids") else owner_of(before)
    if not owner or (owner in _CODES_OF and owner not in _RECORDS):
        return False
    begins = cue not in ("id", "ids") or _BEGINS.search(before[: before.lower().rindex(owner)])
    others = sum(match[1].lower() in _OWNER for match in _FURTHER_ID.finditer(text))
    return bool(begins) and others >= _RECORDS.get(owner, 1)


def is_of_other(cue: str, owner: str) -> bool:
    """Whether the "code" may be one of another kind: "language code 1033"."""
    return cue == "code" and bool(owner) and owner not in _CODES_OF and not owner.endswith(_STATES)


def owner_of(before: str) -> str:
    """The word that stands before a cue, in small letters; empty where there is none, or where it ends what
    was done before a colon: "Remove volume from pool: ID 40012"."""
    if any(pattern().search(before) for pattern in (_DONE_BEFORE, _TOLD_BEFORE, _VERSUS, _DONE_BY)):
        return ""
    ended = _ENDED().search(before) is not None
    for pattern in (
        _COMPOUND(),
        _QUOTED(),
        _OPENED(),
        _WITH_ID(),
        _KEYED(),
        *([] if ended else [_OWNED_WITH()]),
        _TAIL_WORD(),
    ):
        if match := pattern.search(before):
            return match[1].lower()
    return ""


def is_owner(word: str) -> bool:
    """Whether a word names what has numbers of its own: "ticket", "room"."""
    return word in _OWNER


def stands_before(text: str, start: int) -> bool:
    """Whether the word right before a place is that of something with numbers of its own: "client 4021"."""
    match = _NOUN.search(text[max(0, start - _LONGEST_NOUN) : start])
    return match is not None and is_owner(match[1].lower())


def is_owned(kind: str, cue: str, owner: str) -> bool:
    """Whether an ID or a code is that of its owner: "ticket ID 48213", "door code 33424"."""
    if kind == "id":
        return owner in _OWNER
    if kind == "error" and re.fullmatch(r"codes?", cue):
        return owner in _OWNER - _NO_OWNER_OF_CODES
    return False
