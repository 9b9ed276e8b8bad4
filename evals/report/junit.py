"""JUnit XML, which CI systems show: a suite for each kind, a test for each case."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from evals.results import Result, Timing

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(results: Sequence[Result], timings: Sequence[Timing]) -> str:
    """The run as JUnit XML. A case that fails is a failure; one without an answer is an error."""
    seconds = {timing.id: timing.milliseconds / 1000 for timing in timings}
    root = ET.Element("testsuites", {"name": "mabs eval", **_counts(results)})
    for kind in sorted({result.kind for result in results}):
        members = [result for result in results if result.kind == kind]
        suite = ET.SubElement(root, "testsuite", {"name": _clean(kind), **_counts(members)})
        for result in members:
            _test(suite, result, seconds.get(result.id, 0.0))
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _counts(results: Sequence[Result]) -> dict[str, str]:
    errors = sum(bool(result.error) for result in results)
    failed = sum(not result.passed for result in results) - errors
    return {"tests": str(len(results)), "failures": str(failed), "errors": str(errors)}


def _test(suite: ET.Element, result: Result, seconds: float) -> None:
    name = {"classname": _clean(result.kind), "name": _clean(result.id), "time": f"{seconds:.3f}"}
    test = ET.SubElement(suite, "testcase", name)
    if result.passed:
        return
    message = _clean(result.failures[0] if result.failures else "failed")
    problem = ET.SubElement(test, "error" if result.error else "failure", message=message)
    said = [*result.turns, "", str(result.answer.get("text", "")), "", *result.failures]
    problem.text = _clean("\n".join(said))


def _clean(text: str) -> str:
    """Without the characters that XML can't carry, which pasted logs may hold."""
    return _NOT_XML.sub("\ufffd", text)
