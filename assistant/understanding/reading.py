"""The `Reading`: what was understood of one question, each field with the words it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from assistant.decisions.reading.durations import Duration
from assistant.decisions.states.connectivity_rules import Connectivity, Operation, Subscription
from assistant.understanding.other_platforms import Elsewhere


class QuestionKind(StrEnum):
    """The form of the question, from its words and order."""

    YES_NO = "yes_no"
    WHAT = "what"
    HOW = "how"
    HOW_MANY = "how_many"
    WHERE = "where"
    WHY = "why"
    STATEMENT = "statement"


class Intent(StrEnum):
    """The rooms that a question can be meant for, and the two in which there is no answer."""

    MATRIX = "matrix"
    CONNECTIVITY = "connectivity"
    LIMITS = "limits"
    PREREQUISITES = "prerequisites"
    NETWORK = "network"
    FAULT = "fault"
    GUIDE = "guide"
    SILENT = "silent"
    OUTSIDE = "outside"


class Sense(StrEnum):
    """What a "yes" would say: that all of it holds, or that any of it does.

    REVERSED: that it doesn't hold ("it is stopped, right?", "is it untrue that it works?"). OPEN: no yes or
    no is asked for, or in reverse ("is it blocked?"), or what it would say is not sure.
    """

    PLAIN = "plain"
    ANY_HOLDS = "any holds"
    REVERSED = "reversed"
    OPEN = "open"


class Role(StrEnum):
    """The part that a named thing plays for the backup server: what it protects, the system of its machine,
    its own database, or another job of that machine."""

    PROTECTED = "protected"
    HOST = "host"
    DATABASE = "database"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that a field was understood from and the rule that read them.

    `carried` is true when the value comes from an earlier turn.
    """

    field: str
    value: str
    words: str
    rule: str
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Product:
    """A product with its version as told. `family` is a gazetteer key; `version` "2012 R2" or empty;
    `service_pack` 1 for SP1, None when not told; `words` as written."""

    family: str
    version: str = ""
    service_pack: int | None = None
    edition: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `kind` is size (GB), duration (days), rate (Mbps), count or percent."""

    kind: str
    value: float
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One question, understood. Empty fields were not told.

    `subscription` holds every state that the words allow: "cancelled" is not one of the guide's states and
    leaves two. `previous_subscription` is set when the question is about a change of state; `unclear` when
    the connection is told in words that leave open what it is, or how long it has been so.
    `text` is as typed, `plain` with its spelling mended; `previous` is what the last turn left. `intents` has
    the probability of each intent where the encoder was asked, else nothing.
    """

    text: str
    plain: str
    followup: bool = False
    kind: QuestionKind = QuestionKind.STATEMENT
    products: tuple[Product, ...] = ()
    connectivity: Connectivity | None = None
    outage: Duration | None = None
    subscription: frozenset[Subscription] = frozenset()
    previous_subscription: frozenset[Subscription] = frozenset()
    unclear: bool = False
    operations: frozenset[Operation] = frozenset()
    levels: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    vm_sizes: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    hosts: tuple[str, ...] = ()
    sense: Sense = Sense.PLAIN
    fault: bool = False
    role: Role | None = None
    elsewhere: Elsewhere | None = None
    intents: Mapping[Intent, float] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    previous: Mapping[str, Any] = field(default_factory=dict)

    @property
    def no_yes_or_no(self) -> bool:
        """Whether a bare yes or no would mislead: another form of question, or one put in reverse."""
        return self.sense in (Sense.OPEN, Sense.REVERSED)

    @property
    def is_scrap(self) -> bool:
        """Whether nothing but its mark makes a question of it: "restore from disk?"."""
        return self.kind is QuestionKind.STATEMENT and self.plain.rstrip().endswith("?")

    @property
    def only_subscription(self) -> Subscription | None:
        """The state of the subscription, where the words allow one alone."""
        return next(iter(self.subscription)) if len(self.subscription) == 1 else None

    @property
    def named_products(self) -> list[Product]:
        """The products that are named by words of their own."""
        return [product for product in self.products if product.words]

    @property
    def names_matter(self) -> bool:
        """Whether a topic, product or part, subscription, operation, machine or figure is told."""
        things = self.topics or self.products or self.levels or self.vm_sizes
        return bool(things or self.subscription or self.operations or self.quantities)

    def carries(self, *fields: str) -> bool:
        """Whether one of the fields was taken over from an earlier turn."""
        return any(mention.carried and mention.field in fields for mention in self.mentions)

    def tells(self, *fields: str) -> bool:
        """Whether one of the fields was read from the question itself."""
        return any(mention.field in fields and not mention.carried for mention in self.mentions)

    def amounts(self, kind: str) -> tuple[Quantity, ...]:
        """The quantities of one kind, in the order told."""
        return tuple(quantity for quantity in self.quantities if quantity.kind == kind)
