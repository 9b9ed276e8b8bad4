"""Numbers that are known as codes though the reference has no entry for them, and by whom they are used."""

from __future__ import annotations

from typing import Literal

from assistant.codes.finding.symbols import WELL_KNOWN

Use = Literal["product", "windows", "web", "events"]
"""Who uses a number: the product, Windows, web and mail servers, the event log."""

Holder = Literal["known", "product", "used", "open"]
"""Who has a number as a code: an entry of the reference, the product's catalogue, others, nobody."""

# The blocks in which the catalogue of the product numbers its messages, with small gaps closed.
_PRODUCT = (
    "100-118 130-186 192-278 290-373 400-409 417-420 450-471 517-533 801-836 841-921 927-929 939-970 975-976 "
    "997-1005 1100-1109 1200-1255 2000-2040 3000-3055 3100-3137 3151-3223 3301-3317 3500 3598-3611 3700 "
    "3750-3754 4001-4105 4200-4223 4300-4388 4501-4530 6001-6013 7001-7013 23043-23045 24001-24092 "
    "25001-25018 25100-25126 30001-30242 30288-30303 30400 30500-30504 31000-31310 32000-32073 "
    "32500-32701 33000-33004 33101-33249 33300-33345 33399-33521 33600-33633 34000 34500-34532 34645 "
    "40001-40014 50000-50014 "
    "50500-50506 81001 100001-100262 120001-120003 130001-130058 140001-140053 150001-150007 160000-160029 "
    "170001-170036 180001-180013 190001-190022 200001-200010 210001-210012 220001-220013 230001-230006 "
    "240000-240001 250000-250009 260000-260025 270000-270012 280001-280011 290001-290003 300001-300023 "
    "310001-310008 320001-320002 330001-330002 340001-340003 480001-480011 810001-810002"
)
_WEB = "400-417 421-431 451 500-511 530-535 550-554"
_WINDOWS = (
    "51-71 112 121 170 1050-1084 1115-1130 1168 1203-1265 1300-1399 1450-1462 1500-1552 1601-1654 "
    "1700-1832 1900-1940 10004-11004 12001-12186"
)
"""Of system errors those of services, networks, log-ons, installers and RPC; then Winsock and WinHTTP."""

_EVENTS = (
    "51 55 129 137 140 153 157 1001 1014 1058 1069 1074 1076 1102 1129 1135 1146 1177 1196 1205 1222 1230 "
    "1254 3041 4319 4321 4624 4625 4740 4768 4771 4776 5120 5121 5142 5719 5722 5783 6005 6006 6008 6013 "
    "7000 7001 7009 7011 7022 7023 7024 7026 7031 7032 7034 7036 7040 7045 8193 8194 10009 10010 10016 "
    "10028 10154 12289 12290 12292 12293 12294 12298 12302 12305 16010 17806 18210 18264 18456 20291 "
    "24583 36871 36874 36886 36887 36888 "
)


def _numbers(listed: str) -> frozenset[int]:
    """The numbers of "100-118 400"."""
    spans = (part.split("-") for part in listed.split())
    return frozenset(one for span in spans for one in range(int(span[0]), int(span[-1]) + 1))


_USES: tuple[tuple[Use, frozenset[int]], ...] = (
    ("product", _numbers(_PRODUCT)),
    ("web", _numbers(_WEB)),
    ("windows", _numbers(_WINDOWS) | {int(code.value) for code in WELL_KNOWN}),
    ("events", _numbers(_EVENTS)),
)


def used_by(number: int) -> frozenset[Use]:
    """Who is known to use `number` as a code."""
    return frozenset(use for use, numbers in _USES if number in numbers)


def holder_of(number: int, *, known: bool) -> Holder:
    """Who has `number` as a code, the most telling first; `known`: it has an entry."""
    if known:
        return "known"
    uses = used_by(number)
    if "product" in uses:
        return "product"
    return "used" if uses else "open"
