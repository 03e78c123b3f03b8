"""What a reply says on each recommendation, as written on the command line or in JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from revtrack.cli.frame.entered import made
from revtrack.domain.case import AuditCase
from revtrack.domain.entries import ActionEntry, AnswerEntry
from revtrack.domain.errors import UsageError
from revtrack.domain.records import Addressee, Committee
from revtrack.domain.texts.prose import name_key

ANSWER_FORM = "R1=agrees:planned"
ACTION_FORM = "R1,R2=TEXT|RESPONSIBLE|2023-06"
JSON_FORM = (
    '[{"recommendation": "R1", "position": "agrees", "progress": "planned", "quote": "…", '
    '"actions": [{"text": "…", "responsible": "…", "due": "2023-06"}]}]'
)
_FIELDS = frozenset({"recommendation", "position", "progress", "quote", "actions"})
_OF_OTHERS = frozenset({"committee", "asked", "verdict", "basis", "standing"})
"""What ``show --json`` says besides of an addressee; it is not for the reply to say."""


@dataclass
class Answers:
    """The answers of one reply while they are gathered, by recommendation."""

    case: AuditCase
    committees: Sequence[Committee]
    fields: dict[int, dict[str, Any]] = field(default_factory=dict)
    """By addressee: position, progress, quote."""
    actions: list[ActionEntry] = field(default_factory=list)

    def addressees(self, numbers: str) -> list[Addressee]:
        """Return the recommendations with these numbers as put to the replying committees."""
        typed = dict.fromkeys(number.strip() for number in numbers.split(","))
        found = [each for number in typed for each in self._addressees(number)]
        return list({each.id: each for each in found}.values())

    def _addressees(self, number: str) -> list[Addressee]:
        case = self.case
        ids = {
            each.id
            for each in case.recommendations
            if name_key(case.number_of(each)) == name_key(number)
        }
        if not ids:
            raise UsageError(
                "{reference} has no recommendation {number}. Its numbers: {numbers}.",
                reference=case.audit.reference,
                number=number,
                numbers=", ".join(case.number_of(each) for each in case.recommendations),
            )
        theirs = {committee.id for committee in self.committees}
        found = [
            each
            for each in case.addressees
            if each.recommendation_id in ids and each.committee_id in theirs
        ]
        if not found:
            raise UsageError(
                "{number} has not been put to {committee}.",
                number=number,
                committee=", ".join(committee.name for committee in self.committees),
            )
        return found

    def put(self, numbers: str, **said: str | None) -> None:
        """Keep what is said on the recommendations with these numbers."""
        for addressee in self.addressees(numbers):
            known = self.fields.setdefault(addressee.id, {})
            known |= {name: value for name, value in said.items() if value is not None}

    def put_action(
        self, numbers: str, text: str, responsible: str | None = None, due: str | None = None
    ) -> None:
        """Keep an action that answers to the recommendations with these numbers."""
        ids = tuple(addressee.id for addressee in self.addressees(numbers))
        self.actions.append(
            made(
                ActionEntry,
                text=text,
                responsible=responsible or None,
                due=due or None,
                addressee_ids=ids,
            )
        )

    def entries(self) -> tuple[AnswerEntry, ...]:
        """Return the answers as the service takes them."""
        return tuple(
            made(AnswerEntry, addressee_id=addressee_id, **said)
            for addressee_id, said in self.fields.items()
        )


def put_typed(
    answers: Answers,
    positions: Sequence[tuple[str, str]],
    quotes: Sequence[tuple[str, str]],
    actions: Sequence[tuple[str, str]],
) -> None:
    """Keep what --answer, --quote and --action say."""
    for numbers, said in positions:
        position, _sign, progress = said.partition(":")
        answers.put(numbers, position=position or None, progress=progress or None)
    for numbers, quote in quotes:
        answers.put(numbers, quote=quote)
    for numbers, said in actions:
        parts = [part.strip() for part in said.split("|")]
        if len(parts) > len(("text", "responsible", "due")):
            raise UsageError("{input} is not of the form {form}.", input=said, form=ACTION_FORM)
        answers.put_action(numbers, *parts)


def put_json(answers: Answers, text: str) -> None:
    """Keep what a JSON document says: a list of answers, of the shape that ``show`` gives."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UsageError(
            "The answers are not whole JSON. They are written so: {form}", form=JSON_FORM
        ) from fault
    if not isinstance(said, list) or not all(_is_answer(each) for each in said):
        raise UsageError("The answers are written so: {form}", form=JSON_FORM)
    for each in said:
        _put_object(answers, each)


def _is_answer(each: object) -> bool:
    return (
        isinstance(each, dict)
        and isinstance(each.get("recommendation"), str)
        and each.keys() <= _FIELDS | _OF_OTHERS
        and isinstance(each.get("actions") or [], list)
        and all(
            isinstance(action, dict) and "text" in action for action in each.get("actions") or []
        )
    )


def _put_object(answers: Answers, each: Mapping[str, Any]) -> None:
    number = each["recommendation"]
    answers.put(number, **{name: each.get(name) for name in ("position", "progress", "quote")})
    for action in each.get("actions") or []:
        answers.put_action(number, action["text"], action.get("responsible"), action.get("due"))
