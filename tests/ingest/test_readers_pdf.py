from __future__ import annotations

import io
import logging
from collections.abc import Sequence

import pypdf
import pytest

from ingest.errors import UnreadableDocument
from ingest.readers.pdf import read_pdf


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with the given lines on each page, written by hand."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td {shown} ET"
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
        objects.append(f"<< {page} /Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return assemble(objects)


def assemble(objects: Sequence[str]) -> bytes:
    data, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start, size = len(data), len(objects) + 1
    data += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    data += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return data.encode("latin-1")


def rewritten(data: bytes, *, password: str | None = None, owner: str = "", title: str = "") -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    if title:
        writer.add_metadata({"/Title": title, "/ModDate": "D:20230501101112Z"})
    if password is not None:
        writer.encrypt(password, owner or "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


PLAIN = pdf(["Backup Server needs", "two processor cores."], ["1. Open the page", "2. Close it"])


def test_each_page_is_a_heading() -> None:
    parsed = read_pdf(PLAIN)
    assert [(block.headings, block.kind, block.text) for block in parsed.blocks] == [
        (("page 1",), "prose", "Backup Server needs two processor cores."),
        (("page 2",), "list", "1. Open the page\n2. Close it"),
    ]
    assert parsed.notices == ()


def test_title_and_date_come_from_the_properties() -> None:
    parsed = read_pdf(rewritten(PLAIN, title="  The guide "))
    assert (parsed.title, parsed.date) == ("The guide", "2023-05-01")


def test_a_password_to_open_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="protected by a password") as caught:
        read_pdf(rewritten(PLAIN, password="secret"))
    assert "without password" in caught.value.remedy


def test_a_password_to_edit_only_is_no_obstacle() -> None:
    assert len(read_pdf(rewritten(PLAIN, password="", owner="secret")).blocks) == 2


def test_pages_without_text_are_told() -> None:
    assert "page 2;" in read_pdf(pdf(["Text"], [])).notices[0]


def test_a_scan_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="only pictures"):
        read_pdf(pdf([], []))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n%%EOF", b"%PDF-1.4" + b"\n1 0 obj" * 99, PLAIN[:200], b"%PDF-9.9"]
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(data)
    assert caught.value.remedy


@pytest.mark.parametrize("step", range(0, len(PLAIN), 37))
def test_a_file_with_a_hole_is_read_or_refused(step: int) -> None:
    remedy = ""
    try:
        blocks = read_pdf(PLAIN[:step] + b"\0" * 37 + PLAIN[step + 37 :]).blocks
    except UnreadableDocument as error:
        blocks, remedy = (), error.remedy
    assert blocks or remedy


def test_another_format_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="not a PDF"):
        read_pdf(b"PK\x03\x04 something")


def test_complaints_of_the_parser_become_one_notice(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = PLAIN.replace(b"startxref\n", b"startxref\n9")
    with caplog.at_level(logging.DEBUG):
        parsed = read_pdf(broken)
    assert len(parsed.blocks) == 2
    assert len(parsed.notices) == 1
    assert "may be incomplete" in parsed.notices[0]
    assert capfd.readouterr() == ("", "")
    assert not [record for record in caplog.records if record.name.startswith("pypdf")]


def test_pages_that_refer_to_themselves_end() -> None:
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]
    with pytest.raises(UnreadableDocument):
        read_pdf(assemble(objects))
