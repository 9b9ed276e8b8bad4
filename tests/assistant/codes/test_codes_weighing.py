"""Numbers without a cue: a text of trouble, a number that somebody uses, a slot in which a code stands."""

from __future__ import annotations

import pytest

from assistant.codes.extract import find_codes


def read(text: str) -> list[str]:
    """The numbers of a text that are told as codes."""
    return [code.value for code in find_codes(text) if not code.candidate]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("917 Connection to the service has been lost", ["917"]),
        ("push to the new box: first 313, then 316", ["313", "316"]),
        ("export aborts with error 958. A minute later 33404", ["958", "33404"]),
        ("cannot reach the backup service (33412), check the proxy", ["33412"]),
        ("connect failed, winhttp 12007 in the log", ["12007"]),
        ("netdom on DC7 shows 1722, jobs red", ["1722"]),
        ("agent push failed: FS-LYON 313, FS-NICE 316", ["313", "316"]),
        ("the event log has 6008 after the crash", ["6008"]),
        ("replica invalid again, all 3106 since the reboot", ["3106"]),
        ("08:12 job start\n08:13 100050\n08:14 proxy denied it", ["100050"]),
        ("gives 306 on one box and 308 on another, push fails", ["306", "308"]),
    ],
)
def test_a_known_number_in_the_slot_of_a_code_is_one(text: str, codes: list[str]) -> None:
    assert read(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "our branch number is 407, the job failed",
        "Delivery 4024 has 313 cartons",
        "frame 30218 of the capture shows nothing",
        "we moved from office 207 to 210",
        "DPM 2019 failed, the host is 2016",
        "Sources ........ 171\nFailed ........ 0",
        "Get-Thing -Newest 302 shows nothing",
        "id,name\n4001,Bern\n4002,Basel",
        "block size: 4096 or 64 KB?",
        "ports 5718 and 10048 are open",
    ],
)
def test_without_all_three_a_number_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("push result codes:\nprn-a 313\nprn-b 316\nprn-c ok", ["313", "316"]),
        ("SRC        ErrorId  Age\nVM01 C:\\  3106     2 h\nVM02      30135    3 h", ["3106", "30135"]),
        ("msi log: error 1618 another setup is running", ["1618"]),
        ("setup ended with 80070005 as its code", ["0x80070005"]),
        ('volsnap: event 25 "shadow copies were deleted"', ["25"]),
    ],
)
def test_rows_and_messages_show_where_codes_stand(text: str, codes: list[str]) -> None:
    assert read(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "  TCP  10.0.0.4:5718   10.0.0.9:50504   LISTENING      3106",
        "<14>1 2026-06-02T04:07:00Z mabs01 CBEngine 3100 - - job done",
        "RegOpenKeyExW(-2147483646, SYSTEM, ...)",
        "a 4040-series box, usable as storage?",
        "Azure lists our box twice, ids 50336 and 50337 in the URL",
    ],
)
def test_processes_keys_and_models_are_none(text: str) -> None:
    assert read(text) == []
