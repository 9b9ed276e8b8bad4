"""How an `Answer` looks: Markdown with rich on a terminal, plain text in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any

from assistant.answer import Answer, Passage
from assistant.answer_styles import citation_line
from assistant.cli.terminal import folded, say

PASSAGE_CHARS = 300
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")


def plain(answer: Answer) -> str:
    """The answer and its source lines as plain text; Markdown's emphasis marks are dropped."""
    body = _EMPHASIS.sub(r"\1", answer.text.replace("**", ""))
    lines = [citation_line(citation) for citation in answer.citations]
    return body if not lines else body + "\n\n" + "\n".join(lines)


def show(answer: Answer) -> None:
    """Prints an answer on standard output."""
    if not sys.stdout.isatty():
        say(plain(answer))
        return
    _print_markdown(answer.text)
    if answer.citations:
        say()
    for citation in answer.citations:
        mark, _, name = citation_line(citation).partition(" ")
        _print_dim(folded(name, f"{mark} "))


def show_passages(answer: Answer) -> None:
    """Prints the passages that the search found, best first, with their scores."""
    if not answer.passages:
        say("No passage was searched for this answer.")
    for number, passage in enumerate(answer.passages, 1):
        place = (
            passage.section
            if passage.section == passage.document
            else f"{passage.document} > {passage.section}"
        )
        say()
        say(folded(f"{place}  [{passage.collection}]", f"({number}) "))
        say(folded(_scores(passage), "    "))
        text = " ".join(passage.text.replace("**", "").split())
        say(folded(text[:PASSAGE_CHARS].rstrip() + (" ..." if len(text) > PASSAGE_CHARS else ""), "    "))


def show_trace(trace: Mapping[str, Any]) -> None:
    """Prints what was understood from which words, who was consulted, and what the verifier held back."""
    understood = trace.get("understood", {})
    say("\nUnderstood" + ("" if understood else ": nothing was read from this question"))
    for mention in understood.get("mentions", []):
        carried = ", carried over" if mention["carried"] else ""
        said = (
            f"{mention['field']} = {mention['value']}, from {mention['words']!r} ({mention['rule']}{carried})"
        )
        say(folded(said, "  "))
    for name, value in understood.items():
        if name != "mentions" and value:
            say(folded(_listed(value), f"  {name}: "))
    say(folded(_listed(trace.get("consulted", [])) or "nobody", "Consulted: "))
    for text in trace.get("withheld", []):
        say(folded(text, "Withheld: "))


def spaced(markdown: str) -> str:
    """Puts an empty line wherever a line of its own would run into the one before it when rendered."""
    lines: list[str] = []
    in_code = False
    for line in markdown.split("\n"):
        fence = line.startswith("```")
        if not in_code and lines and line.strip() and lines[-1].strip() and not _belongs(lines[-1], line):
            lines.append("")
        lines.append(line)
        in_code ^= fence
    return "\n".join(lines)


def _belongs(before: str, line: str) -> bool:
    """Whether a line goes on with the block before it: items with items, table rows, indented text."""
    if _ITEM.match(line):
        return bool(_ITEM.match(before)) or before.startswith((" ", "\t"))
    return line.startswith((" ", "\t", "|"))


def _print_markdown(text: str) -> None:
    from markdown_it import MarkdownIt
    from rich.console import Console
    from rich.markdown import Markdown

    markdown = Markdown("", hyperlinks=False)  # an address is read and copied: it must stand there
    # rich's own parser takes `<name>` for HTML and drops it
    markdown.parsed = MarkdownIt("commonmark", {"html": False}).enable("table").parse(spaced(text))
    Console(highlight=False).print(markdown)


def _print_dim(text: str) -> None:
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False, soft_wrap=True).print(Text(text, style="dim"))


def _scores(passage: Passage) -> str:
    scores = (
        f"fused {passage.fused:.4f}"
        f"  lexical {_rank(passage.lexical_rank)}  vector {_rank(passage.vector_rank)}"
    )
    return scores if passage.similarity is None else f"{scores}  cosine {passage.similarity:.3f}"


def _rank(rank: int | None) -> str:
    return "-" if rank is None else str(rank)


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
