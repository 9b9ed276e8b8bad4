"""Commands that start at once.

Typer checks every value that is not given, the help option's among them, by a model of pydantic's; importing
that takes longer than a decision table takes to answer. A flag that has a default is left alone. For the same
reason the quick commands take their words from the context and not from typed arguments.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

WORDS = {"allow_extra_args": True}
"""Context settings of a command that takes its words from `context.args`."""


class QuickCommand(TyperCommand):
    """A command whose help option has a default."""

    def get_help_option(self, ctx: Any) -> Any:
        """The help option, or None; not given means False."""
        return _with_default(super().get_help_option(ctx))


class QuickGroup(TyperGroup):
    """A group whose help option has a default."""

    def get_help_option(self, ctx: Any) -> Any:
        """The help option, or None; not given means False."""
        return _with_default(super().get_help_option(ctx))


def _with_default(option: Any) -> Any:
    if option is not None:
        option.default = False
    return option
