"""The names of days, months and seasons, with what they stand for and as parts of expressions."""

from __future__ import annotations

MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {name[:size]: n for n, name in enumerate(MONTH_NAMES, 1) for size in (3, len(name))} | {"sept": 9}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = {name[:size]: n for n, name in enumerate(DAY_NAMES) for size in (3, len(name))}
DAYS |= {"tues": 1, "thurs": 3}
WEEKDAY = "|".join(sorted(DAYS, key=len, reverse=True))

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
"""The first and the last month; the winter ends in the next year."""

SEASON = "|".join(SEASONS)
