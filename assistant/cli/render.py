"""How an `Answer` looks in a terminal: Markdown with rich where there is one, plain text in a pipe."""

from __future__ import annotations

import sys

from assistant.answer import Answer, Citation


def citation_line(citation: Citation) -> str:
    """`[1] Document > Section (date)`, the name said once when document and section are the same."""
    name = citation.document
    if citation.section and citation.section != citation.document:
        name = f"{name} > {citation.section}"
    return f"[{citation.n}] {name}" + (f" ({citation.date})" if citation.date else "")


def plain(answer: Answer) -> str:
    """The answer and its source lines as plain text; Markdown's emphasis marks are dropped."""
    body = answer.text.replace("**", "")
    lines = [citation_line(citation) for citation in answer.citations]
    return body if not lines else body + "\n\n" + "\n".join(lines)


def show(answer: Answer) -> None:
    """Prints an answer on standard output."""
    if not sys.stdout.isatty():
        print(plain(answer), flush=True)  # noqa: T201  # this module is the terminal's voice
        return
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Markdown(_escape_references(answer.text)))
    if answer.citations:
        console.print()
    for citation in answer.citations:
        console.print(Text(citation_line(citation), style="dim"))


def show_passages(answer: Answer) -> None:
    """Prints the passages that the search found, best first, with their scores."""
    if not answer.passages:
        print("No passage was searched for this answer.")  # noqa: T201
        return
    for number, passage in enumerate(answer.passages, 1):
        ranks = (
            f"fused {passage.fused:.4f}"
            f"  lexical {_rank(passage.lexical_rank)}  vector {_rank(passage.vector_rank)}"
            + (f"  cosine {passage.similarity:.3f}" if passage.similarity is not None else "")
        )
        print(f"\n({number}) {passage.document} > {passage.section}  [{passage.collection}]")  # noqa: T201
        print(f"    {ranks}")  # noqa: T201
        print("    " + " ".join(passage.text.split())[:300])  # noqa: T201


def _rank(rank: int | None) -> str:
    return "-" if rank is None else str(rank)


def _escape_references(text: str) -> str:
    """Keeps rich from reading `[1]` as a link reference."""
    return text.replace("[", "\\[").replace("](", "](") if "](" not in text else text
