from __future__ import annotations

import datetime
import io
import itertools
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.documents import Block
from ingest.errors import UnreadableDocument
from ingest.readers.docx import read_docx
from ingest.readers.parsed import Parsed
from ingest.tables import parse_table


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(build: Callable[[Any], object]) -> Parsed:
    document = docx.Document()
    build(document)
    return read_docx(saved(document))


def zipped(members: Mapping[str, bytes], data: bytes = b"") -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


SMALL = saved(docx.Document())
NOISE = bytes((n * n) % 251 for n in range(900_000))


class TestContent:
    def test_headings_paragraphs_lists_and_tables_come_in_order(self) -> None:
        def build(document: Any) -> None:
            document.add_heading("The title", 0)
            document.add_paragraph("Intro.")
            document.add_heading("Part", 1)
            document.add_paragraph("First", style="List Number")
            document.add_paragraph("Second", style="List Number")
            document.add_heading("Sub", 2)
            table = document.add_table(2, 2)
            for cell, text in zip(table._cells, ["A", "B", "1", "2"], strict=True):
                cell.text = text
            document.add_paragraph("After.")

        parsed = read(build)
        assert parsed.title == "The title"
        assert parsed.blocks == (
            Block("prose", (), "Intro."),
            Block("list", ("Part",), "1. First\n2. Second"),
            Block("table", ("Part", "Sub"), "| A | B |\n| --- | --- |\n| 1 | 2 |"),
            Block("prose", ("Part", "Sub"), "After."),
        )

    def test_a_single_first_level_heading_is_the_title(self) -> None:
        def build(document: Any) -> None:
            document.add_heading("Only one", 1)
            document.add_paragraph("Text.")

        parsed = read(build)
        assert (parsed.title, parsed.blocks[0].headings) == ("Only one", ())

    def test_several_first_level_headings_are_sections(self) -> None:
        def build(document: Any) -> None:
            for name in ("One", "Two"):
                document.add_heading(name, 1)
                document.add_paragraph("Text.")

        parsed = read(build)
        assert (parsed.title, [block.headings for block in parsed.blocks]) == ("", [("One",), ("Two",)])

    def test_title_and_date_come_from_the_properties(self) -> None:
        def build(document: Any) -> None:
            document.core_properties.title = "From properties"
            document.core_properties.modified = datetime.datetime(2023, 5, 1, tzinfo=datetime.UTC)
            document.add_paragraph("Text.")

        parsed = read(build)
        assert (parsed.title, parsed.date) == ("From properties", "2023-05-01")

    def test_bullets_and_levels(self) -> None:
        def build(document: Any) -> None:
            document.add_paragraph("One", style="List Bullet")
            inner = document.add_paragraph("In", style="List Bullet")
            properties = inner._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 1
            properties.get_or_add_numId().val = 3
            document.add_paragraph("Not in it")

        assert [block.text for block in read(build).blocks] == ["- One\n  - In", "Not in it"]

    def test_runs_become_markdown(self) -> None:
        def build(document: Any) -> None:
            paragraph = document.add_paragraph("Select ")
            paragraph.add_run("Ne").bold = True
            paragraph.add_run("xt ").bold = True
            paragraph.add_run("now")
            paragraph.add_run().add_break()
            paragraph.add_run("here\ttab")

        assert read(build).blocks[0].text == "Select **Next** now\nhere tab"

    def test_links_keep_external_targets(self) -> None:
        def build(document: Any) -> None:
            paragraph = document.add_paragraph("See ")
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
            name = document.part.relate_to("https://example.org/a", kind, is_external=True)
            for attribute, text in ((f'r:id="{name}"', "out"), ('w:anchor="x"', " in")):
                run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
                xml = f"<w:hyperlink {nsdecls('w', 'r')} {attribute}>{run}</w:hyperlink>"
                paragraph._p.append(parse_xml(xml))

        assert read(build).blocks[0].text == "See [out](https://example.org/a)in"

    def test_inserted_text_counts_and_deleted_text_does_not(self) -> None:
        def build(document: Any) -> None:
            paragraph = document.add_paragraph("Keep ")
            paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>new</w:t></w:r></w:ins>"))
            paragraph._p.append(
                parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>old</w:delText></w:r></w:del>")
            )

        assert read(build).blocks[0].text == "Keep new"

    def test_content_controls_are_read(self) -> None:
        def build(document: Any) -> None:
            inner = "<w:sdtContent><w:p><w:r><w:t>Inside</w:t></w:r></w:p></w:sdtContent>"
            document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{inner}</w:sdt>"))

        assert [block.text for block in read(build).blocks] == ["Inside"]

    def test_a_table_in_a_cell_stays_in_its_cell(self) -> None:
        def build(document: Any) -> None:
            table = document.add_table(1, 2)
            table.cell(0, 0).text = "Outer"
            table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "Inner"

        (block,) = read(build).blocks
        assert parse_table(block.text).header == ("Outer", "Inner")

    def test_several_paragraphs_of_a_cell_are_lines(self) -> None:
        def build(document: Any) -> None:
            cell = document.add_table(1, 1).cell(0, 0)
            cell.text = "One"
            cell.add_paragraph("Two")

        assert parse_table(read(build).blocks[0].text).header == ("One\nTwo",)

    def test_a_style_based_on_a_heading_is_one(self) -> None:
        def build(document: Any) -> None:
            style = document.styles.add_style("House heading", 1)
            style.base_style = document.styles["Heading 2"]
            document.add_paragraph("Part", style=style)
            document.add_paragraph("Text.")

        assert read(build).blocks == (Block("prose", ("Part",), "Text."),)


def refusal(data: bytes, **options: int) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(data, **options)
    assert caught.value.remedy
    return caught.value


class TestBadFiles:
    @pytest.mark.parametrize("data", [b"plain text", b"PK\x03\x04" + b"x" * 99, SMALL[:-40], SMALL[:500]])
    def test_what_is_no_zip_is_refused(self, data: bytes) -> None:
        assert "damaged or no DOCX" in refusal(data).message

    def test_an_encrypted_or_old_file_is_refused(self) -> None:
        data = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
        assert "password or in the old .doc format" in refusal(data).message

    def test_a_zip_with_a_password_is_refused(self) -> None:
        data = bytearray(zipped({"a.xml": b"x"}))
        for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
            data[data.index(mark) + offset] |= 1
        assert "password" in refusal(bytes(data)).message

    @pytest.mark.parametrize(
        "members",
        [{"a.txt": b"x"}, {"[Content_Types].xml": b"<broken"}, {"word/document.xml": b"<w:document/>"}],
    )
    def test_a_zip_that_is_no_document_is_refused(self, members: Mapping[str, bytes]) -> None:
        assert "damaged" in refusal(zipped(members)).message

    def test_a_document_with_broken_xml_is_refused(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(SMALL)) as source, zipfile.ZipFile(out, "w") as target:
            for name in source.namelist():
                target.writestr(name, b"<broken" if name == "word/document.xml" else source.read(name))
        assert "damaged" in refusal(out.getvalue()).message

    def test_entities_that_multiply_stay_small(self) -> None:
        names = "abcdefghij"
        entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(names))
        bomb = (
            f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "boom">{entities}]>'
            f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
        )
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(SMALL)) as source, zipfile.ZipFile(out, "w") as target:
            for name in source.namelist():
                target.writestr(name, bomb if name == "word/document.xml" else source.read(name))
        try:
            blocks = read_docx(out.getvalue()).blocks
        except UnreadableDocument:
            blocks = ()
        assert sum(len(block.text) for block in blocks) < 1000


class TestZipBombs:
    def test_a_member_that_grows_beyond_measure_is_refused(self) -> None:
        data = zipped({"word/media/a.bin": bytes(20 * 1024 * 1024)}, SMALL)
        assert len(data) < 100_000
        assert "zip bomb" in refusal(data).message

    def test_a_bomb_is_refused_before_anything_is_unpacked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        data = zipped({"a.bin": bytes(2 * 1024 * 1024)}, SMALL)
        monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("a member was opened"))
        assert "zip bomb" in refusal(data).message

    def test_members_that_are_too_much_together_are_refused(self) -> None:
        data = zipped({f"word/media/{n}.bin": NOISE for n in range(4)}, SMALL)
        assert read_docx(data, size_limit=len(NOISE) * 2).blocks == ()
        assert "zip bomb" in refusal(data, size_limit=len(NOISE)).message

    def test_xml_above_the_size_limit_is_refused(self) -> None:
        limit = len(NOISE) - 1
        assert "zip bomb" in refusal(zipped({"word/x.xml": NOISE}, SMALL), size_limit=limit).message
        assert read_docx(zipped({"word/x.bin": NOISE}, SMALL), size_limit=limit).blocks == ()

    def test_very_many_members_are_refused(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for number in range(10_001):
                archive.writestr(f"{number}", b"")
        assert "zip bomb" in refusal(out.getvalue()).message

    def test_a_member_that_lies_about_its_size_is_refused(self) -> None:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(SMALL)) as source,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for name in source.namelist():
                target.writestr(name, bytes(5_000_000) if name == "word/document.xml" else source.read(name))
        data = bytearray(out.getvalue())
        for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            place = data.rindex(mark, 0, data.rindex(b"word/document.xml") + 1) if offset == 24 else None
            if place is not None:
                data[place + offset : place + offset + 4] = (1000).to_bytes(4, "little")
        assert "damaged" in refusal(bytes(data)).message

    def test_a_zip_inside_is_not_unpacked(self) -> None:
        inner = zipped({"a.bin": bytes(50 * 1024 * 1024)})
        assert read_docx(zipped({"word/embeddings/a.zip": inner}, SMALL)).blocks == ()
