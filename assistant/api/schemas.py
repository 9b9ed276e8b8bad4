"""What goes into the API and what comes out of it. A test holds the output to the types of the assistant."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.answer import Status
from assistant.answer_styles import Style

_ID, _SOME_ID = r"^[0-9a-f]{32}$", "0f8fad5bd9cb469fa16570867728950e"
Id = Annotated[str, Field(pattern=_ID, examples=[_SOME_ID])]
PathId = Annotated[str, Path(pattern=_ID, examples=[_SOME_ID])]
"""An `Id` within the address."""

History = Literal["kept", "off", "unavailable"]


def _without_nul(text: str) -> str:
    """PostgreSQL can't keep NUL in a text, and nobody means it."""
    return text.replace("\x00", "")


Text = Annotated[str, AfterValidator(_without_nul)]
Collection = Annotated[str, Field(pattern=r"^[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])?$", examples=["guide"])]


class Input(BaseModel):
    """A body: unknown fields are refused, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid")


class AskRequest(Input):
    """A question."""

    question: Text = Field(
        min_length=1, examples=["Our subscription expired, does the disk backup still run?"]
    )
    conversation_id: Id | None = Field(
        None, description="Goes on with a conversation; without it a new one begins."
    )
    collections: list[Collection] | None = Field(
        None, max_length=50, description="Search these collections only.", examples=[["guide"]]
    )
    style: Style = Field(
        "full", description="`short`: the verdict; `steps`: numbered; `ticket_note`: plain text."
    )
    trace: bool = Field(False, description="Whether to tell what was understood, consulted and scored.")


class CitationOut(BaseModel):
    """A source; the text refers to it as `[n]`."""

    id: str = Field(description="Stable id of the section cited.")
    n: int
    document: str
    section: str
    date: str = Field(description="ISO date of the source, or empty.")
    source: str = Field(description="Repository path, file path or URL.")
    url: str | None = Field(description="Where it can be opened, when that is known.")
    excerpt: str


class VerdictOut(BaseModel):
    """What a decision table or calculator settled."""

    table: str
    inputs: dict[str, str]
    outcome: str
    rule: str


class ChoiceOut(BaseModel):
    """A value that a missing input can take, and what it would mean."""

    value: str
    meaning: str


class MissingOut(BaseModel):
    """An input that is needed to settle the question."""

    name: str
    question: str
    choices: list[ChoiceOut]


class PassageOut(BaseModel):
    """A retrieved passage with its ranks and scores."""

    chunk_id: str
    document: str
    section: str
    collection: str
    text: str
    fused: float
    lexical_rank: int | None
    vector_rank: int | None
    similarity: float | None


class TraceOut(BaseModel):
    """How the answer came about."""

    understood: dict[str, Any]
    consulted: list[str]
    withheld: list[str] = Field(description="Statements left out because their source didn't bear them out.")
    passages: list[PassageOut]


class AnswerOut(BaseModel):
    """An answer."""

    id: str | None = Field(description="Id for feedback; null when the answer isn't kept.")
    conversation_id: str | None = Field(
        description="Id to go on with; null when the conversation isn't kept."
    )
    question: str
    text: str = Field(description="Markdown; plain text in the style `ticket_note`.")
    status: Status
    abstained: bool = Field(description="Whether the knowledge base does not say.")
    verdicts: list[VerdictOut]
    citations: list[CitationOut]
    missing: list[MissingOut]
    suggestions: list[str]
    confidence: float = Field(ge=0, le=1)
    timings: dict[str, float] = Field(description="Milliseconds by stage.")
    history: History = Field(
        description="`off`: by setting; `unavailable`: the database is down, so earlier turns were not known."
    )
    notices: list[str] = Field(description="What the user should be told of how the answer was found.")
    trace: TraceOut | None = None


class ConversationIn(Input):
    """A conversation to be started or renamed."""

    title: Text = Field("", max_length=200, examples=["Ticket 4711: cloud backup fails"])


class ConversationOut(BaseModel):
    """A conversation's head line."""

    id: Id
    title: str
    created: datetime
    updated: datetime
    messages: int


class MessageOut(BaseModel):
    """A message of a conversation."""

    id: Id
    created: datetime
    question: str
    answer: AnswerOut


class ConversationWithMessages(ConversationOut):
    """A conversation with all its messages."""

    turns: list[MessageOut]


class ConversationList(BaseModel):
    """A page of conversations, newest first."""

    conversations: list[ConversationOut]


class FeedbackIn(Input):
    """What somebody thinks of an answer."""

    answer_id: Id
    rating: Literal["up", "down"]
    comment: Text = Field("", max_length=10_000, examples=["The figure is from an older release."])
    corrected_answer: Text = Field("", max_length=50_000)


class Created(BaseModel):
    """The id of what was made."""

    id: Id


class SearchOut(BaseModel):
    """Passages, best first."""

    query: str
    mode: Literal["fused", "words"] = Field(
        description="`words`: searching by meaning is not possible right now."
    )
    passages: list[PassageOut]
