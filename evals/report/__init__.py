"""The files of a run: summary.json, report.md, junit.xml and report.html."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.report.html import html_report
from evals.report.junit import junit_xml
from evals.report.markdown import markdown_report
from evals.results import Result, Timing
from ingest.errors import StorageFault, reason_of

SUMMARY = "summary.json"


def write_reports(
    folder: Path, summary: Mapping[str, Any], results: Sequence[Result], timings: Sequence[Timing]
) -> None:
    """Writes all reports of a run into its folder. Raises StorageFault when that can't be done."""
    texts = {
        SUMMARY: json.dumps(summary, ensure_ascii=False, indent=1) + "\n",
        "report.md": markdown_report(summary, results),
        "junit.xml": junit_xml(results, timings),
        "report.html": html_report(summary, results, timings),
    }
    try:
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StorageFault(f"The reports can't be written to {folder}: {reason_of(error)}.") from error
