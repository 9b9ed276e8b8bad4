"""The command line: names, options and exit codes. What a command does lives in the module of its name.

Exit codes: 0 done, 1 a fault of the installation or the machine, 2 unusable input, 3 `ask` or `error` had
nothing to say, 130 interrupted. `preflight`: 0 ready, 1 not ready, 3 not settled.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.evals import eval_app
from assistant.cli.quick import WORDS, QuickCommand, QuickGroup
from ingest.errors import InputError, MabsError, reason_of

EXIT_INTERRUPTED = 130
EXIT_ABSTAINED = 3

app = typer.Typer(
    name="mabs",
    cls=QuickGroup,
    help="Answers questions about Azure Backup Server (MABS) on Azure Stack, with sources, offline.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,  # its two options alone would import pydantic at every start
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"mabs-assistant {version('mabs-assistant')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Answers questions about Azure Backup Server (MABS) on Azure Stack, with sources, offline."""


def _leave_with(code: int) -> None:
    if code:
        raise typer.Exit(code)


@app.command()
def ask(
    question: Annotated[
        list[str], typer.Argument(help="The question; `-` reads it from standard input.", metavar="QUESTION")
    ],
    json: Annotated[bool, typer.Option("--json", help="Print the whole answer as JSON.")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="Show the passages found, with scores.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what was understood, from which words.")
    ] = False,
    collection: Annotated[
        list[str] | None, typer.Option("--collection", "-c", help="Search these collections only.")
    ] = None,
) -> None:
    """Answer one question. Exit code 3 when the knowledge base does not say."""
    from assistant.cli.ask import run_ask

    status = run_ask(
        " ".join(question), as_json=json, sources=sources, explain=explain, collections=collection
    )
    _leave_with(EXIT_ABSTAINED if status == "abstained" else 0)


@app.command()
def chat(
    resume: Annotated[
        str, typer.Option("--resume", help="Go on with a conversation: its id, or `last`.", metavar="ID")
    ] = "",
    list_: Annotated[bool, typer.Option("--list", help="List the latest conversations and leave.")] = False,
) -> None:
    """Talk in the terminal; in a pipe, answer one question a line."""
    from assistant.cli.chat import run_chat

    _leave_with(run_chat(resume=resume, list_only=list_))


@app.command()
def batch(
    questions: Annotated[
        Path,
        typer.Argument(
            help='A table (.csv, .tsv, .xlsx) with a column "question", text (.txt) with a question a line, '
            'or JSON lines of {"id", "question"} or {"id", "turns"}.'
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Where the answers go: .jsonl, .csv or .xlsx.")
    ],
) -> None:
    """Answer a file of questions."""
    from assistant.cli.batch import run_batch

    run_batch(questions, output)


@app.command()
def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; none: the shipped guide.", metavar="PATH")
    ] = None,
    collection: Annotated[
        str, typer.Option("--collection", "-c", help="Name of the collection the documents go into.")
    ] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Remove the collection instead.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, change nothing.")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read every file again, changed or not.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 2 when a document was skipped.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read documents into the index.

    Markdown, plain text, HTML, PDF, DOCX and FAQ YAML; folders are gone through whole.
    """
    from assistant.cli.ingest import run_ingest

    _leave_with(
        run_ingest(
            paths or [],
            collection,
            remove=remove,
            dry_run=dry_run,
            rebuild=rebuild,
            strict=strict,
            as_json=json,
        )
    )


@app.command()
def status(json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False) -> None:
    """Show what is indexed: collections, documents, encoder, size."""
    from assistant.cli.status import run_status

    run_status(as_json=json)


@app.command()
def doctor(json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False) -> None:
    """Check the installation and say how to mend it."""
    from assistant.cli.status import run_doctor

    _leave_with(run_doctor(as_json=json))


@app.command(options_metavar="[NAME] [OPTIONS]", context_settings=WORDS, cls=QuickCommand)
def table(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Print a decision table whole, or the list of tables.

    NAME is one of the list; a table is printed as the guide has it.
    """
    from assistant.cli.tables import run_table

    run_table(_one(context.args, "NAME") if context.args else "", as_json=json)


@app.command(options_metavar="NAME [KEY=VALUE]... [OPTIONS]", context_settings=WORDS, cls=QuickCommand)
def decide(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Ask a decision table directly.

    `mabs table NAME` shows the inputs of a table.

    Example: mabs decide connectivity connectivity=lost duration="3 weeks" subscription=Expired
    """
    from assistant.cli.tables import run_decide

    if not context.args:
        raise InputError("Which table is asked?", "`mabs table` lists them.")
    run_decide(context.args[0], context.args[1:], as_json=json)


@app.command(options_metavar="[FILE] [FACT=VALUE]... [OPTIONS]", context_settings=WORDS, cls=QuickCommand)
def preflight(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Check a described machine.

    FILE holds its facts as JSON (`-`: standard input); single facts may follow, or stand alone.

    Exit code 0 ready, 1 not ready, 3 not settled, 2 unusable input.

    Example: mabs preflight cores=2 memory_gb=8
    """
    from assistant.cli.tables import run_preflight

    words = context.args
    file = words[0] if words and "=" not in words[0] else ""
    _leave_with(run_preflight(file, words[1:] if file else words, as_json=json))


@app.command(options_metavar="CODE [OPTIONS]", context_settings=WORDS, cls=QuickCommand)
def error(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print the whole answer as JSON.")] = False,
) -> None:
    """Explain an error code.

    CODE may have any spelling, or stand inside a pasted line. Exit code 3 when it is not known.
    """
    from assistant.cli.error import run_error

    if not context.args:
        raise InputError("Which code is it?", "Try: mabs error 0x186D2")
    _leave_with(EXIT_ABSTAINED if run_error(" ".join(context.args), json) == "abstained" else 0)


@app.command()
def troubleshoot(
    name: Annotated[
        str | None, typer.Argument(help="A tree's name, or the trouble in a few words.", metavar="[NAME]")
    ] = None,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="Draw the tree as a Mermaid chart.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the trees and leave.")] = False,
) -> None:
    """Find a fault question by question."""
    from assistant.cli.troubleshoot import run_troubleshoot

    run_troubleshoot(name, mermaid, list_)


@app.command()
def serve(
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen on; default: MABS_SERVE_HOST.")
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", help="Port to listen on; default: MABS_SERVE_PORT.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", help="Server processes; default: MABS_SERVE_WORKERS.")
    ] = None,
) -> None:
    """Serve the HTTP API until stopped."""
    from assistant.cli.serve import run_serve

    run_serve(host=host, port=port, workers=workers)


@app.command()
def backup(
    folder: Annotated[Path, typer.Argument(help="A new folder for the copy.")],
    json: Annotated[bool, typer.Option("--json", help="Print what was copied as JSON.")] = False,
) -> None:
    """Copy the data folder, also while a server runs."""
    from assistant.cli.backup import run_backup

    run_backup(folder, as_json=json)


keys_app = typer.Typer(
    name="keys", help="Make, list and revoke API keys of the server.", no_args_is_help=True
)


@keys_app.command("create")
def keys_create(
    name: Annotated[str, typer.Argument(help="Who uses the key.")],
    role: Annotated[str, typer.Option("--role", help="ask or admin.")] = "ask",
    days: Annotated[int | None, typer.Option("--days", help="Days until it expires; default: never.")] = None,
) -> None:
    """Make a key and print its token, this once."""
    from assistant.cli.keys import run_keys_create

    run_keys_create(name, role=role, days=days)


@keys_app.command("list")
def keys_list(json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False) -> None:
    """List the keys, without their secrets."""
    from assistant.cli.keys import run_keys_list

    run_keys_list(as_json=json)


@keys_app.command("revoke")
def keys_revoke(key: Annotated[str, typer.Argument(help="The key's id, from `mabs keys list`.")]) -> None:
    """Take a key back."""
    from assistant.cli.keys import run_keys_revoke

    run_keys_revoke(key)


app.add_typer(keys_app)
app.add_typer(eval_app, short_help="Measure whether answers are right.")


def _one(words: list[str], name: str) -> str:
    if len(words) > 1:
        raise InputError(f"One {name} at a time, please: {' '.join(words)}.")
    return words[0]


def main() -> None:
    """Entry point of the `mabs` command: runs it and turns errors into a message and an exit code."""
    _use_utf8()
    # pydantic would look through every installed package for plugins, which takes longer than an ingest of
    # unchanged files
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # a reader that left, or a full disk, shows here and not when Python ends
    except MabsError as error:
        typer.echo(f"mabs: {error}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("interrupted", err=True)
        sys.exit(EXIT_INTERRUPTED)
    except OSError as error:
        _drop_output()
        if not isinstance(error, BrokenPipeError):  # else the reader of our output left, as `head` does
            named = f": {error.filename}" if error.filename else ""
            typer.echo(f"mabs: {reason_of(error)}{named}", err=True)
        sys.exit(1)


def _drop_output() -> None:
    """What is still buffered goes nowhere: the interpreter would try to write it once more and complain."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # lives as long as the process


def _use_utf8() -> None:
    """Windows consoles and `LANG=C` default to narrow encodings; answers carry characters beyond them."""
    import io

    for stream in (sys.stdout, sys.stderr):
        if (
            isinstance(stream, io.TextIOWrapper)
            and (stream.encoding or "").lower().replace("-", "") != "utf8"
        ):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
