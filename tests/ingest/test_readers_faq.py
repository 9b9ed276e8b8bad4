from __future__ import annotations

import pytest

from ingest.errors import UnreadableDocument
from ingest.readers.faq import read_faq
from ingest.readers.files import FAQ_MARK

FAQ = b"""\
### YamlMime:FAQ
metadata:
  title: Short title
  ms.date: 05/01/2023
title: Questions on backup
summary: |
  Answers at a glance. [!INCLUDE [x](../x.md)]
sections:
  - name: General
    questions:
      - question: |
          Can I move
          the vault?
        answer: |
          No. See [the guide](move.md).

          - One
          - Two
      - question: Unanswered?
  - questions:
      - question: How long?
        answer: 15 **days**.
"""


def test_each_question_is_a_heading_and_an_ask_of_its_answer() -> None:
    parsed = read_faq(FAQ)
    assert [(block.headings, block.text, block.asks) for block in parsed.blocks] == [
        ((), "Answers at a glance.", ()),
        (("General", "Can I move the vault?"), "No. See the guide.", ("Can I move the vault?",)),
        (("General", "Can I move the vault?"), "- One\n- Two", ()),
        (("How long?",), "15 **days**.", ("How long?",)),
    ]


def test_title_date_and_notices_are_taken_over() -> None:
    parsed = read_faq(FAQ)
    assert (parsed.title, parsed.date) == ("Questions on backup", "2023-05-01")
    assert "../x.md" in parsed.notices[0]
    assert read_faq(FAQ.replace(b"title: Questions on backup\n", b"")).title == "Short title"


def test_broken_yaml_is_refused_with_the_line() -> None:
    with pytest.raises(UnreadableDocument, match="not valid YAML at line 4") as caught:
        read_faq(b"### YamlMime:FAQ\nsections:\n  - a: [b\n c: d\n")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        b"### YamlMime:Landing\ntitle: x\n",
        b"- a\n- b\n",
        b"### YamlMime:FAQ\nsections: none\n",
        b"### YamlMime:FAQ\nsections:\n- questions:\n  - text: x\n",
        b"### YamlMime:FAQ\nsections:\n- questions:\n  - question: Q\n    answer: 5\n",
    ],
)
def test_yaml_without_answered_questions_is_refused(text: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="no questions"):
        read_faq(text)


@pytest.mark.parametrize(
    "text", [b"### YamlMime:FAQ\n" + b"a: " + b"[" * 20000, b"### YamlMime:FAQ\na: 2019-02-31\n"]
)
def test_yaml_that_breaks_its_parser_is_refused(text: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="not valid YAML"):
        read_faq(text)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"### YamlMime:FAQ\n", True),
        (b"###YamlMime: FAQ", True),
        (b"\xef\xbb\xbf### YamlMime:FAQ", True),
        (b"### YamlMime:FAQs", False),
        (b"### YamlMime:Hub", False),
        (b"", False),
    ],
)
def test_an_faq_is_known_by_its_first_line(head: bytes, expected: bool) -> None:
    assert (FAQ_MARK.match(head) is not None) is expected
