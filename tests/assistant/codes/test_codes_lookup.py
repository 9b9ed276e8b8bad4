"""What is known about the codes of a text."""

from __future__ import annotations

from assistant.codes.code_extraction import find_codes
from assistant.codes.lookup import distinct, known_in, look_up
from assistant.codes.reference import load_reference


def test_a_code_is_looked_up_where_its_cue_says() -> None:
    looked = look_up(find_codes("ID 33424")[0], load_reference())

    assert [entry.id for entry in looked.entries] == ["mabs-33424"]
    assert looked.is_known
    assert not looked.elsewhere


def test_words_that_fit_find_the_entry_in_another_namespace() -> None:
    asked = "event 10048 of dpmra, the agent port is taken"
    found = find_codes(asked)[0]

    assert look_up(found, load_reference(), asked=asked).elsewhere
    assert not look_up(found, load_reference()).is_known


def test_what_an_earlier_code_covers_is_told_once() -> None:
    reference = load_reference()
    looked = [look_up(code, reference) for code in find_codes("error 10048 (0x2740)")]

    assert len(distinct(looked)) == 1


def test_without_catalogues_the_reference_alone_knows() -> None:
    reference = load_reference()
    code = find_codes("ID 33424")[0].readings[0]

    assert known_in(reference, None)(code)


def test_an_event_of_windows_server_backup_is_none_of_the_product() -> None:
    reference = load_reference()
    for text, known in {
        "WSB 999": False,
        "WSB 518 in the log": False,
        "windows server backup event 999": False,
        "WSB 517": True,
        "MSDPM 999": True,
        "event 999": True,
    }.items():
        assert look_up(find_codes(text, reference.has)[0], reference).is_known == known, text


def test_an_event_of_another_source_is_another_event() -> None:
    reference = load_reference()
    for text, known in {
        "VSS event 999": False,
        "VSS event 8193": True,
        "Schannel 999": False,
        "the log has ESENT event 518": False,
        "kernel-power: 52": False,
        "event viewer: 999": True,
        "SQLSERVERAGENT 208": True,
        "SCM event 7023": True,
    }.items():
        assert look_up(find_codes(text, reference.has)[0], reference).is_known == known, text


def test_words_beside_an_event_of_another_source_make_no_id_of_it() -> None:
    reference = load_reference()
    text = "Schannel 518, the mail server refuses the login"

    assert not look_up(find_codes(text, reference.has)[0], reference, asked=text).is_known
