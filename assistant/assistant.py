"""`Assistant.ask`: the one way in. Reads the question, consults the specialists, composes and verifies."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from assistant.answer import Answer, Finding, Passage, Statement
from assistant.clarifying_question import with_question
from assistant.codes.code_wording import NAME as CODES
from assistant.codes.specialist import TABLE as ERROR_TABLE
from assistant.compose import compose
from assistant.consult import consult
from assistant.consulted import Consulted
from assistant.conversation import Conversation, Turn
from assistant.decisions.readiness.prerequisites import SQL_INSTANCE
from assistant.dialogue import answer_items, carried_subject, named_items
from assistant.dialogue.turn_meaning import keeps_open
from assistant.guide_search import ROOT, beginnings
from assistant.knowledge import Knowledge
from assistant.settings import Settings
from assistant.specialists import last_answer, limits, screens
from assistant.specialists.errors import error_acts
from assistant.specialists.matrix import answered_family, protection
from assistant.specialists.passages import guide
from assistant.specialists.passages.guide import abstention
from assistant.specialists.refusals import conduct, untold_figures
from assistant.specialists.refusals.conduct import refuse
from assistant.specialists.refusals.injection import without_instructions
from assistant.troubleshooting import specialist as troubleshooting
from assistant.understanding.message.characters import in_plain_characters
from assistant.understanding.message.framing import without_framing
from assistant.understanding.message.gist import gist_of
from assistant.understanding.message.shorthand import written_out
from assistant.understanding.product.product_role import ROLE
from assistant.understanding.read import facts_of
from assistant.understanding.reading import Role
from assistant.understanding.turns import portal_place, replies
from assistant.understanding.turns.bare_verdicts import asks_verdict
from assistant.understanding.turns.corrections import QUESTION
from assistant.understanding.turns.dialogue_acts import act_of
from assistant.understanding.turns.ellipsis import OF_OUTAGE
from assistant.understanding.turns.followup import ASKED
from assistant.understanding.turns.interludes import INTERLUDE, is_interlude
from assistant.understanding.turns.topic_return import TOLD
from assistant.verify import unsupported
from ingest.errors import InputError
from ingest.report import Progress, silent

# How the guide begins on a time offline; a number behind it is another one.
_OF_OUTAGE = re.compile(r"\W*Lost connectivity for more than 15 days")


class Assistant:
    """Answers questions. The index and the encoder are opened when a question first needs a search."""

    def __init__(self, settings: Settings, progress: Progress = silent) -> None:
        """`progress` hears of the build when the shipped index has to be made first."""
        self._settings = settings
        self.knowledge = Knowledge(settings, progress)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives index and encoder back."""
        self.knowledge.close()

    def ask(
        self,
        question: str,
        conversation: Conversation | None = None,
        *,
        collections: Sequence[str] | None = None,
    ) -> Answer:
        """The answer to `question`, which is appended to `conversation` where one is given.

        Raises InputError for an empty or overlong question, IndexFault or ModelFault when a search is needed
        and can't be made.
        """
        self._check(question)
        started = time.perf_counter()
        previous: Mapping[str, Any] = conversation.facts if conversation else {}
        told = without_framing(written_out(in_plain_characters(question)))
        gist = gist_of(told)
        guided = troubleshooting.handle(gist, previous)
        in_talk = bool(conversation and conversation.turns)
        of_talk = in_talk and bool(
            act_of(gist) or keeps_open(gist, previous) or (previous and asks_verdict(gist))
        )
        refusal = None if guided or of_talk else refuse(gist)
        if guided:
            consulted = Consulted.of(replace(guided.finding, fitted=True))
        elif refusal:
            consulted = Consulted.of(refusal)
        else:
            asked = gist if of_talk else without_instructions(gist)
            pasted = question if gist != told else ""
            consulted = consult(asked, previous, conversation, self.knowledge, collections, pasted=pasted)
            consulted = with_question(
                consulted, [turn.question for turn in conversation.turns] if conversation else []
            )
        findings, withheld = _verified(consulted.findings, question)
        answer = compose(question, findings or [abstention(())])
        answer = replace(
            answer,
            passages=_passages(consulted),
            trace=_trace(consulted, withheld),
            timings={"total": round((time.perf_counter() - started) * 1000, 3)},
        )
        if conversation is not None:
            running = guided.state if guided else troubleshooting.waiting(previous)
            facts = _facts(consulted, answer, previous, running)
            asked = consulted.reading.text if consulted.reading else question
            facts[QUESTION] = asked
            facts[TOLD] = beginnings(consulted.findings)
            if consulted.reading:
                follows = consulted.reading.followup and previous.get(ROOT)
                facts[ROOT] = follows or consulted.reading.plain
                facts[carried_subject.SUBJECT] = carried_subject.left_by(
                    consulted.reading, facts["specialist"], answer.text, previous
                )
            explained = [v.inputs["code"] for v in answer.verdicts if v.table == ERROR_TABLE]
            listed = (
                answer_items.told_in(answer.text) if answer.status == "answered" and not explained else ()
            )
            facts |= named_items.left_by(asked, previous, self.knowledge.reference(), explained, listed)
            if previous and _leaves_talk(consulted):
                facts = {**previous, INTERLUDE: True}  # as if it had not been said
            conversation.turns.append(Turn(question, answer, facts))
        return answer

    def _check(self, question: str) -> None:
        if not question.strip():
            raise InputError("The question is empty.")
        if len(question) > self._settings.max_question_chars:
            raise InputError(
                f"The question has {len(question):,} characters; {self._settings.max_question_chars:,} are "
                f"the limit.",
                "Paste the lines around the error, or raise MABS_MAX_QUESTION_CHARS.",
            )


def _facts(
    consulted: Consulted, answer: Answer, previous: Mapping[str, Any], running: Mapping[str, Any] | None
) -> dict[str, Any]:
    """What the next turn may carry over: from this reading, or from before when nothing was read."""
    facts = (
        facts_of(consulted.reading, consulted.findings[0].specialist, _sections(answer))
        if consulted.reading and consulted.findings
        else dict(previous)
    )
    if consulted.reading and consulted.findings:
        facts |= limits.left_by(consulted.reading, consulted.findings, previous)
        facts |= screens.left_by(consulted.reading, consulted.findings[0], previous)
    if facts.get("specialist") == guide.NAME and _OF_OUTAGE.match(answer.text):
        facts[OF_OUTAGE] = True
    if answered_family.is_of_matrix(answer) and facts.get("families"):
        facts["specialist"] = protection.NAME
    tables = {verdict.table for verdict in answer.verdicts}
    if SQL_INSTANCE.id in tables and protection.NAME not in tables:
        facts[ROLE] = facts.get(ROLE) or str(Role.DATABASE)
    if facts.get("specialist") == protection.NAME and not facts.get("families"):
        facts["families"] = answered_family.families_of(answer.verdicts)
    entries = [verdict.outcome for verdict in answer.verdicts if verdict.table == ERROR_TABLE]
    if not entries and facts.get("specialist") in (CODES, last_answer.NAME):
        entries = list(previous.get("entries", ()))
    facts |= error_acts.left_by(entries, previous, answer.confidence)
    facts[ASKED] = [item.name for item in answer.missing]
    facts.pop(replies.PENDING, None)
    if first := next((item for item in answer.missing if item.choices), None):
        facts[replies.PENDING] = replies.pending(first.name, [choice.value for choice in first.choices])
    facts.pop(troubleshooting.KEY, None)
    return {**facts, troubleshooting.KEY: running} if running else facts


def _leaves_talk(consulted: Consulted) -> bool:
    """Whether the talk stays where it was: the turn was on an answer itself, or said nothing at all."""
    if consulted.reading is None:
        return False
    if consulted.reading.text == portal_place.STATE:
        return True  # "which portal?": what was told of the state still holds
    first = next(iter(consulted.findings), None)
    if first and first.specialist in (last_answer.NAME, conduct.NAME):
        return True
    if first and first.status == "abstained" and untold_figures.is_asked(consulted.reading):
        return True  # a price: nobody goes on with that
    settled = any(finding.verdicts for finding in consulted.findings)
    return not settled and is_interlude(consulted.reading)


def _verified(findings: Sequence[Finding], question: str) -> tuple[list[Finding], list[str]]:
    """The findings without statements that their evidence does not bear out, and what was withheld."""
    withheld: list[str] = []
    kept = []
    for finding in findings:
        good: list[Statement] = []
        for statement in finding.statements:
            missing = unsupported(
                statement, [question, *(value for v in finding.verdicts for value in v.inputs.values())]
            )
            if missing:
                withheld.append(f"{statement.text} ({', '.join(sorted(missing))})")
            else:
                good.append(statement)
        if good:
            whole = len(good) == len(finding.statements)
            kept.append(finding if whole else replace(finding, statements=tuple(good)))
    return kept, withheld


def _passages(consulted: Consulted) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            chunk_id=found.id,
            document=found.stored.document.document,
            section=found.stored.chunk.section,
            collection=found.stored.document.collection,
            text=found.text,
            fused=round(found.fused, 6),
            lexical_rank=found.lexical_rank,
            vector_rank=found.vector_rank,
            similarity=None if found.similarity is None else round(found.similarity, 4),
        )
        for found in consulted.retrieved
    )


def _sections(answer: Answer) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.section for citation in answer.citations))


def _trace(consulted: Consulted, withheld: Sequence[str]) -> dict[str, Any]:
    understood: dict[str, Any] = {}
    if consulted.reading:
        understood = {
            "question": consulted.reading.plain,
            "kind": str(consulted.reading.kind),
            "followup": consulted.reading.followup,
            "mentions": [
                {"field": m.field, "value": m.value, "words": m.words, "rule": m.rule, "carried": m.carried}
                for m in consulted.reading.mentions
            ],
            "products": [f"{p.family} {p.version}".strip() for p in consulted.reading.products],
            "operations": sorted(consulted.reading.operations),
        }
    return {
        "understood": understood,
        "consulted": [finding.specialist for finding in consulted.findings],
        "withheld": list(withheld),
    }
