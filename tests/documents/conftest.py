"""The sample cases as values, read from their case files without a store."""

import json
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from revtrack.domain import records
from revtrack.domain.case import AuditCase

SAMPLES = Path(__file__).parents[2] / "sample_data"
TEMPLATES = Path(__file__).parents[2] / "templates"


class CaseFile:
    """Gives each record of a case file a number and turns its references into numbers."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content
        self.ids: dict[str, int] = {}
        self.numbers = count(1)
        self._number(content)
        for municipality in content["municipalities"]:
            for committee in municipality["committees"]:
                for key in ("name", "abbreviation"):
                    self.ids.setdefault(committee.get(key), self.ids[committee["uid"]])
            for audit in municipality["audits"]:
                self.ids[audit["reference"]] = self.ids[audit["uid"]]

    def _number(self, node: Any) -> None:
        if isinstance(node, dict):
            if "uid" in node:
                self.ids[node["uid"]] = next(self.numbers)
            for each in node.values():
                self._number(each)
        elif isinstance(node, list):
            for each in node:
                self._number(each)

    def make(self, kind: type[records.Record], node: dict[str, Any], **parents: int) -> Any:
        """Return the stored record of a node, its references as numbers."""
        fields: dict[str, Any] = {"id": self.ids[node["uid"]], "uid": node["uid"], "version": 1}
        for name in kind.model_fields:
            if name in parents:
                fields[name] = parents[name]
            elif name.endswith("_id") and name.removesuffix("_id") in node:
                reference = node[name.removesuffix("_id")]
                fields[name] = None if reference is None else self.ids[reference]
            elif name in node and name not in fields:
                fields[name] = node[name]
        return kind(**fields)

    def link(self, kind: type[records.Record], **ids: int) -> Any:
        """Return a stored link."""
        number = next(self.numbers)
        uid = f"00000000-0000-4000-8000-{number:012d}"
        return kind(id=number, uid=uid, version=1, **ids)

    def case(self, municipality: dict[str, Any], audit: dict[str, Any]) -> AuditCase:
        """Return one audit with all that hangs on it."""
        place, here = self.ids[municipality["uid"]], self.ids[audit["uid"]]
        found: dict[str, list[Any]] = {}

        def add(field: str, kind: type[records.Record], nodes: Any, **parents: int) -> None:
            found.setdefault(field, []).extend(
                self.make(kind, node, **parents) for node in nodes or []
            )

        add(
            "officeholders",
            records.Officeholder,
            municipality.get("officeholders"),
            municipality_id=place,
        )
        add("committees", records.Committee, municipality["committees"], municipality_id=place)
        for field, key, kind in [
            ("overall", "overall", records.OverallConclusion),
            ("audit_committees", "committees", records.AuditCommittee),
            ("questions", "questions", records.Question),
            ("assessments", "assessments", records.Assessment),
            ("recommendations", "recommendations", records.Recommendation),
            ("letters", "letters", records.Letter),
            ("reply_cases", "reply_cases", records.ReplyCase),
            ("responses", "responses", records.Response),
            ("actions", "actions", records.Action),
            ("progress_reports", "progress_reports", records.ProgressReport),
            ("verdicts", "verdicts", records.Verdict),
            ("council_decisions", "council_decisions", records.CouncilDecision),
            ("attachments", "attachments", records.Attachment),
            ("confirmations", "confirmations", records.Confirmation),
        ]:
            add(field, kind, audit.get(key), audit_id=here)
        for node in audit.get("recommendations", []):
            parent = {"recommendation_id": self.ids[node["uid"]]}
            add("wordings", records.RecommendationWording, node.get("wordings"), **parent)
            add("restatements", records.Restatement, node.get("restatements"), **parent)
            add("addressees", records.Addressee, node.get("addressees"), **parent)
        for node in audit.get("letters", []):
            add(
                "letter_recipients",
                records.LetterRecipient,
                node.get("recipients"),
                letter_id=self.ids[node["uid"]],
            )
        for node in audit.get("reply_cases", []):
            parent = {"reply_case_id": self.ids[node["uid"]]}
            add("notes", records.ReplyCaseNote, node.get("notes"), **parent)
            add("reminders", records.Reminder, node.get("reminders"), **parent)
            add("extensions", records.Extension, node.get("extensions"), **parent)
        for node in audit.get("responses", []):
            add("answers", records.Answer, node.get("answers"), response_id=self.ids[node["uid"]])
        for field, key, nested, kind, owner, other in [
            (
                "recommendation_questions",
                "recommendations",
                "questions",
                records.RecommendationQuestion,
                "recommendation_id",
                "question_id",
            ),
            (
                "assessment_questions",
                "assessments",
                "questions",
                records.AssessmentQuestion,
                "assessment_id",
                "question_id",
            ),
            (
                "assessment_committees",
                "assessments",
                "committees",
                records.AssessmentCommittee,
                "assessment_id",
                "committee_id",
            ),
            (
                "response_cases",
                "responses",
                "reply_cases",
                records.ResponseCase,
                "response_id",
                "reply_case_id",
            ),
            (
                "action_addressees",
                "actions",
                "addressees",
                records.ActionAddressee,
                "action_id",
                "addressee_id",
            ),
        ]:
            found[field] = [
                self.link(kind, **{owner: self.ids[node["uid"]], other: self.ids[reference]})
                for node in audit.get(key, [])
                for reference in node.get(nested, [])
            ]
        found["followed"] = [
            self.link(records.FollowedAudit, audit_id=here, followed_id=self.ids[reference])
            for reference in audit.get("followed", [])
        ]
        return AuditCase(
            municipality=self.make(records.Municipality, municipality),
            audit=self.make(records.Audit, audit, municipality_id=place),
            **{field: tuple(rows) for field, rows in found.items()},
        )


@lru_cache(maxsize=8)
def load(name: str) -> dict[str, AuditCase]:
    """Return the audits of a sample file by reference."""
    content = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    file = CaseFile(content)
    return {
        audit["reference"]: file.case(municipality, audit)
        for municipality in content["municipalities"]
        for audit in municipality["audits"]
    }


@pytest.fixture(scope="session")
def eskilstuna() -> AuditCase:
    return load("eskilstuna_2022.json")["ESK-2022-1"]


@pytest.fixture(scope="session")
def awaiting() -> AuditCase:
    return load("eskilstuna_2022_awaiting.json")["ESK-2022-1"]


@pytest.fixture(scope="session")
def alvsunda() -> dict[str, AuditCase]:
    return load("alvsunda.json")
