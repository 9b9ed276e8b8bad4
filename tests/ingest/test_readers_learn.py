"""What Microsoft Learn adds to Markdown."""

from __future__ import annotations

import pytest

from ingest.documents import Block
from ingest.readers.markdown import read_markdown


def blocks(text: str) -> tuple[Block, ...]:
    return read_markdown(text.encode()).blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


@pytest.mark.parametrize("name", ["NOTE", "Note", "note"])
def test_alerts_begin_with_their_label(name: str) -> None:
    assert texts(f"> [!{name}]\n> Join the domain **first**.") == ["Note: Join the domain **first**."]


@pytest.mark.parametrize("name", ["TIP", "IMPORTANT", "WARNING", "CAUTION"])
def test_each_kind_of_alert_has_its_label(name: str) -> None:
    assert texts(f"> [!{name}]\n>\n> Text.") == [f"{name.capitalize()}: Text."]


def test_an_alert_that_is_a_list_keeps_its_label_before_it() -> None:
    assert blocks("> [!NOTE]\n>\n> - One\n> - Two") == (
        Block("prose", (), "Note:"),
        Block("list", (), "- One\n- Two"),
    )


def test_an_alert_in_a_list_item_stays_in_it() -> None:
    assert texts("1. Step\n\n   > [!NOTE]\n   > Wait.\n\n2. Next") == ["1. Step\n   Note: Wait.\n2. Next"]


def test_layout_alerts_have_no_label() -> None:
    assert texts('> [!div class="checklist"]\n> Learn it.') == ["Learn it."]
    assert texts("> [!VIDEO https://example.org/v]\n\nText.") == ["Text."]


def test_an_empty_alert_leaves_nothing() -> None:
    assert texts("> [!NOTE]\n\nText.") == ["Text."]


def test_includes_are_dropped_and_told_once() -> None:
    parsed = read_markdown(
        b"Text with [!INCLUDE [name](~/includes/name.md)] inside.\n\n"
        b"[!INCLUDE [Help](../includes/help.md)]\n\n[!include[Help](../includes/help.md)]\n"
    )
    assert [block.text for block in parsed.blocks] == ["Text with inside."]
    (notice,) = parsed.notices
    assert "~/includes/name.md, ../includes/help.md." in notice


def test_images_keep_their_description() -> None:
    source = ':::image type="content" source="a.png" alt-text="The **Setup** page." border="false":::'
    assert texts(source) == ["(image: The **Setup** page.)"]
    assert texts("""::: image source='a.png' alt-text='Single' lightbox="b.png" :::""") == ["(image: Single)"]


def test_images_that_say_nothing_are_dropped() -> None:
    assert texts('Text\n\n:::image type="icon" source="a.svg" border="false":::') == ["Text"]


def test_a_complex_image_keeps_its_long_description() -> None:
    source = ':::image type="complex" alt-text="Short":::\nLong description.\n:::image-end:::\nAfter.'
    assert texts(source) == ["(image: Short)", "Long description.", "After."]


def test_an_image_in_a_list_item_stays_in_it() -> None:
    source = '1. Open it.\n\n    :::image source="a.png" alt-text="Opened page":::\n\n2. Close it.'
    assert texts(source) == ["1. Open it.\n   (image: Opened page)\n2. Close it."]


def test_an_image_inside_a_sentence_stays_there() -> None:
    source = (
        'Select :::image source="a.png" alt-text="Gear button"::: and the :::no-loc text="Add":::ed name.'
    )
    assert texts(source) == ["Select (image: Gear button) and the Added name."]


def test_rows_columns_zones_and_monikers_leave_their_content() -> None:
    source = """\
:::row:::
:::column span="2":::
Left.
:::column-end:::
   :::column:::
   Right.
   :::column-end:::
:::row-end:::
::: zone pivot="a"
In the zone.
::: zone-end
:::moniker range=">=azs-1908"
## Heading
In the moniker.
::: moniker-end
"""
    assert texts(source) == ["Left.", "Right.", "In the zone.", "In the moniker."]


def test_code_from_elsewhere_is_told() -> None:
    parsed = read_markdown(b'Text\n\n:::code language="json" source="~/samples/a.json":::\n')
    assert "~/samples/a.json" in parsed.notices[0]


def test_colons_in_prose_and_code_stay() -> None:
    assert texts("Use the prefix :::: here") == ["Use the prefix :::: here"]
    assert texts("```\n:::row:::\n```") == ["```\n:::row:::\n```"]


def test_tabs_are_headings_below_the_current_one() -> None:
    source = """\
# Title

## Create a vault

# [Azure portal](#tab/portal)

1. Click.

### Details

Portal details.

# [PowerShell](#tab/powershell)

Run it.

---

After the tabs.
"""
    assert [(block.headings, block.text) for block in blocks(source)] == [
        (("Create a vault", "Azure portal"), "1. Click."),
        (("Create a vault", "Azure portal", "Details"), "Portal details."),
        (("Create a vault", "PowerShell"), "Run it."),
        (("Create a vault",), "After the tabs."),
    ]


def test_a_tab_may_come_first() -> None:
    found = blocks("# [Portal](#tab/portal)\n\nOne.\n\n# [CLI](#tab/cli)\n\nTwo.\n\n---\n\n## H\n\nThree.")
    assert [block.headings for block in found] == [("Portal",), ("CLI",), ("H",)]


def test_a_heading_above_the_tabs_ends_them() -> None:
    found = blocks("# T\n## A\n#### [Portal](#tab/portal)\nOne.\n## B\nTwo.")
    assert [block.headings for block in found] == [("A", "Portal"), ("B",)]


def test_anchors_are_dropped() -> None:
    found = blocks('# T\n\n<a name="where"></a>\n\n## <a id="x"></a>Where\n\n<a name="y"></a>Text.')
    assert found == (Block("prose", ("Where",), "Text."),)
