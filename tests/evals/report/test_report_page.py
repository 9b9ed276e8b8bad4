"""The report in a real browser: no error on the console, no overflow at either width, filter and detail work.

The page is driven from outside by a script appended to it, whose findings end up in the document's title.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.report.html import html_report
from evals.results import Result, Timing
from evals.summary import summarize

_PROBE = """
<script>
window.addEventListener("load", () => {
  const set = (id, value) => {
    document.getElementById(id).value = value;
    document.getElementById("filters").dispatchEvent(new Event("input"));
  };
  const count = () => document.querySelectorAll(".case").length;
  const found = { width: innerWidth, scrolls: document.documentElement.scrollWidth, all: count() };
  set("outcome", "failed"); found.failed = count(); set("outcome", "");
  set("search", "poem"); found.searched = count();
  const button = document.querySelector(".case > button");
  button.click();
  found.detail = document.querySelector(".detail").textContent;
  found.expanded = button.getAttribute("aria-expanded");
  button.click();
  found.closed = document.querySelector(".detail") === null;
  set("search", ""); set("kind", "table"); found.kind = count();
  document.documentElement.dataset.found = JSON.stringify(found);
});
</script>
"""


@pytest.fixture
def browser() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("MABS_REQUIRE_TOOLS"):
        pytest.fail("chromium is not installed")
    return found or pytest.skip("chromium is not installed")


@pytest.fixture
def page(tmp_path: Path, results: list[Result]) -> Path:
    """A report of twelve cases, one of them failed, one with a very long word, with the probe in it."""
    failed = replace(results[0], scores={**results[0].scores, "passed": 0.0}, failures=("missing fact: x",))
    long = replace(results[1], turns=("0x" + "F" * 400,))
    shown = [failed, long, *results[2:]]
    timings = [Timing(result.id, 3.0 + number) for number, result in enumerate(shown)]
    summary = summarize(shown, timings, {"system": "local", "set": "example"}, {"memory_mb": 200.0})
    text = html_report(summary, shown, timings)
    path = tmp_path / "report.html"
    path.write_text(text.replace("</body>", _PROBE + "</body>"), encoding="utf-8")
    return path


def _open(browser: str, page: Path, width: int) -> tuple[dict[str, Any], str]:
    """What the probe found in a window `width` wide, and the browser's console."""
    frame = page.with_name("frame.html")  # windows can't be narrower than 500 pixels, frames can
    frame.write_text(
        f'<iframe src="report.html" style="width:{width}px;height:900px;border:0"></iframe>', "utf-8"
    )
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
         "--enable-logging=stderr", "--v=0", "--window-size=1400,1000",
         f"--user-data-dir={page.parent / f'profile{width}'}", "--dump-dom", _dumper(frame).as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    match = re.search(r'data-found="([^"]*)"', done.stdout)
    assert match is not None, done.stdout[-500:]
    console = "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)
    return json.loads(html.unescape(match[1])), console


def _dumper(frame: Path) -> Path:
    """The frame with a script that lifts the probe's findings into the outer document.

    The browser dumps the document after its `load`, which waits for the frame's: no timer, no budget of time.
    """
    script = """<script>
      addEventListener("load", () => {
        const { dataset } = document.querySelector("iframe").contentDocument.documentElement;
        document.documentElement.dataset.found = dataset.found;
      });
    </script>"""
    frame.write_text(frame.read_text("utf-8") + script, encoding="utf-8")
    return frame


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_works_in_a_browser(browser: str, page: Path, width: int) -> None:
    found, console = _open(browser, page, width)
    assert console == ""
    assert found["width"] == width
    assert found["scrolls"] <= width
    assert (found["all"], found["failed"], found["searched"], found["kind"]) == (12, 1, 1, 4)
    assert found["expanded"] == "true"
    assert found["closed"]
    assert "write a poem" in found["detail"]
