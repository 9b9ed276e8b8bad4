from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UnreadableDocument
from ingest.readers.frontmatter import iso_date, read_front_matter
from ingest.readers.markdown import read_markdown


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("01/31/2019", "2019-01-31"),
        ("1/5/2023", "2023-01-05"),
        ("5/1/2023", "2023-05-01"),
        ("31/01/2019", "2019-01-31"),
        ("31.01.2019", "2019-01-31"),
        ("2023-05-01", "2023-05-01"),
        ("2023-5-1", "2023-05-01"),
        ("2023/05/01", "2023-05-01"),
        ("2023-05-01T10:11:12Z", "2023-05-01"),
        ("2023-05-01 10:11", "2023-05-01"),
        ("January 31, 2019", "2019-01-31"),
        ("Jan. 31, 2019", "2019-01-31"),
        ("31 January 2019", "2019-01-31"),
        ("May 2023", "2023-05-01"),
        (datetime.date(2019, 1, 31), "2019-01-31"),
        (datetime.datetime(2019, 1, 31, 12, tzinfo=datetime.UTC), "2019-01-31"),
        ("soon", ""),
        ("02/30/2019", ""),
        ("2019", ""),
        ("Foo 31, 2019", ""),
        (["2019-01-31"], ""),
        ("", ""),
    ],
)
def test_dates_become_iso(written: object, expected: str) -> None:
    assert iso_date(written) == expected


@given(st.dates(), st.sampled_from(["%m/%d/%Y", "%Y-%m-%d", "%Y/%m/%d"]))
def test_every_day_is_read_in_every_numeric_spelling(day: datetime.date, spelling: str) -> None:
    written = day.strftime(spelling)
    padded = written.replace(str(day.year), f"{day.year:04d}") if day.year < 1000 else written
    assert iso_date(padded) == day.isoformat() or day.year < 1000


def test_fields_of_a_shipped_topic() -> None:
    meta = read_front_matter(
        "title: Memory needed\ndocument: Install it\ndate: 2019-01-31\nsource: a/b:c.md\n"
        "sections:\n  - Network > Proxy\n  - Other\nscope: all\nkind: note\n"
    )
    assert (meta.title, meta.document, meta.date) == ("Memory needed", "Install it", "2019-01-31")
    assert (meta.source, meta.kind) == ("a/b:c.md", "note")
    assert meta.sections == ("Network > Proxy", "Other")
    assert meta.notices == ()


def test_the_date_of_the_article_goes_before_a_plain_date() -> None:
    assert read_front_matter("date: 2020-01-01\nms.date: 05/01/2023").date == "2023-05-01"
    assert read_front_matter("date: 2020-01-01\nms.date: soon").date == "2020-01-01"


def test_a_date_that_is_not_understood_is_told() -> None:
    meta = read_front_matter("ms.date: someday")
    assert meta.date == ""
    assert "'someday' under 'ms.date'" in meta.notices[0]


@pytest.mark.parametrize(
    "broken", ["title: Error: it fails\nms.date: 05/01/2023", "title: A\n  b: [\ndate: 2023-05-01"]
)
def test_malformed_yaml_is_read_line_by_line_with_a_notice(broken: str) -> None:
    meta = read_front_matter(broken)
    assert meta.title
    assert meta.date == "2023-05-01"
    assert "not valid YAML (line " in meta.notices[0]


@pytest.mark.parametrize("broken", ["date: 2019-02-31\ntitle: A", "title: A\n" + "x: " + "[" * 20000])
def test_yaml_that_breaks_its_parser_is_read_line_by_line(broken: str) -> None:
    meta = read_front_matter(broken)
    assert meta.title == "A"
    assert "not valid YAML" in meta.notices[0]


def test_front_matter_of_another_shape_is_left_out_with_a_notice() -> None:
    assert "left out" in read_front_matter("- a\n- b").notices[0]


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert read_front_matter("\n".join(["title: A", *lines])).title == "A"


def test_huge_front_matter_is_not_parsed() -> None:
    meta = read_front_matter("title: A\n" + "x: y\n" * 50_000)
    assert meta.title == "A"
    assert "longer than" not in meta.title


def test_values_that_are_no_text_are_passed_over() -> None:
    meta = read_front_matter("title: [a]\nsections: one\nkind: {a: b}")
    assert (meta.title, meta.sections, meta.kind) == ("", (), "article")


def test_front_matter_without_an_end_is_cut_at_the_first_empty_line() -> None:
    parsed = read_markdown(b"---\ntitle: Open\nms.date: 05/01/2023\n\nThe body.\n")
    assert (parsed.title, parsed.date) == ("Open", "2023-05-01")
    assert [block.text for block in parsed.blocks] == ["The body."]
    assert "has no end" in parsed.notices[0]


def test_front_matter_without_an_end_and_body_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="no end"):
        read_markdown(b"---\ntitle: Open\nThe body.\n")


def test_malformed_front_matter_leaves_the_body_readable() -> None:
    parsed = read_markdown(b"---\ntitle: [unclosed\n---\n# Head\n\nThe body.\n")
    assert [block.text for block in parsed.blocks] == ["The body."]
    assert len(parsed.notices) == 1


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    parsed = read_markdown(b"---\n\nFirst.\n\n---\n\nSecond.\n")
    assert [block.text for block in parsed.blocks] == ["First.", "Second."]
    assert parsed.notices == ()
