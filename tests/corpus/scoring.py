"""How well a paper was read: what was found, missed and invented, field by field.

Both sides are the JSON of ``read --json``; the expected one may hold a list where several values
are right, and ``unscored``, the fields that are not counted for this paper (see README.md).
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

CORPUS = Path(__file__).parent
TEXT_LIKENESS = 92.0
PART_LIKENESS = 95.0
SHORTEST_PART = 0.5
LINES_OFF = 3
ALL = "*"
"""Stands for the committees of an assessment that is said of all."""

Facts = Mapping[str, Any]
Item = tuple[Any, ...]
Alike = Callable[[Any, Any], bool]


@dataclass(frozen=True)
class Count:
    """How many facts were found, missed and invented."""

    hits: int = 0
    missed: int = 0
    invented: int = 0

    def __add__(self, other: "Count") -> "Count":
        """Return both together."""
        return Count(
            self.hits + other.hits, self.missed + other.missed, self.invented + other.invented
        )

    @property
    def precision(self) -> float | None:
        """How much of what was found is right; None where nothing was found."""
        found = self.hits + self.invented
        return self.hits / found if found else None

    @property
    def recall(self) -> float | None:
        """How much of what stands there was found; None where nothing stands there."""
        there = self.hits + self.missed
        return self.hits / there if there else None


@dataclass(frozen=True)
class Compared:
    """The two sides of a field, and how their facts are held against each other."""

    expected: Sequence[Item]
    found: Sequence[Item]
    alike: Sequence[Alike]


@dataclass(frozen=True)
class Outcome:
    """A field's count, with the facts that were missed and invented."""

    count: Count
    missed: tuple[Item, ...]
    invented: tuple[Item, ...]


def plain(text: object) -> str:
    """Return a text without what does not matter: case, spaces, "att" before and stop after."""
    words = unicodedata.normalize("NFC", str(text)).casefold().replace("\u00ad", "")
    words = re.sub(r"\s+", " ", re.sub("[”“’‘\"']", "", words)).replace("–", "-").strip()
    words = re.sub(r"^(?:att|§) ?(?=\S)", "", words)
    words = re.sub(r"(?:,? (?:och|samt))?[ .,;:]*$", "", words)
    return words.strip()


def options(value: object) -> tuple[object, ...]:
    """Return the values that are right."""
    if isinstance(value, (list, tuple)):
        return tuple(one for one in value if one is not None)
    return () if value is None else (value,)


def either(alike: Callable[[object, object], bool]) -> Alike:
    """Return a comparison that holds when any of the right values is met."""

    def compared(expected: object, found: object) -> bool:
        return any(alike(one, other) for one in options(expected) for other in options(found))

    return compared


def is_same(expected: object, found: object) -> bool:
    """Whether two short facts are the same: names, days, numbers."""
    return plain(expected).replace(" ", "") == plain(found).replace(" ", "")


def is_like(expected: object, found: object) -> bool:
    """Whether two texts say the same, but for slips of the pen."""
    return fuzz.ratio(plain(expected), plain(found)) >= TEXT_LIKENESS


def is_same_demand(expected: object, found: object) -> bool:
    """Tell whether two recommendations are alike, with or without "Nämnden bör" before them."""
    who = re.compile(
        r"^(?:[\w,-]+ ){0,4}?[\w-]*(?:nämnden|nämnderna|styrelsen|styrelserna|bolaget"
        r"|direktionen|förbundet|regionen|kommunen) (?:bör|ska|skall|behöver|måste) "
    )
    return is_like(who.sub("", plain(expected)), who.sub("", plain(found)))


def is_same_title(expected: object, found: object) -> bool:
    """Whether two titles are alike, whoever is said to have made the audit."""
    whose = re.compile(r"^(?:kommun|region)?revis(?:ion(?:en)?|orerna)s ")
    return is_like(whose.sub("", plain(expected)), whose.sub("", plain(found)))


def is_part(expected: object, found: object) -> bool:
    """Whether two texts are alike, or one is the greater part of the other."""
    one, other = plain(expected), plain(found)
    shorter, longer = sorted((len(one), len(other)))
    return is_like(one, other) or (
        shorter >= SHORTEST_PART * longer and fuzz.partial_ratio(one, other) >= PART_LIKENESS
    )


def is_near(expected: object, found: object) -> bool:
    """Whether two lines are the same, or nearly."""
    return abs(int(str(expected)) - int(str(found))) <= LINES_OFF


def any_if_silent(alike: Alike) -> Alike:
    """Return a comparison that also holds when nothing is expected."""
    return lambda expected, found: not options(expected) or alike(expected, found)


SAME, LIKE, PART = either(is_same), either(is_like), either(is_part)
DEMAND = either(is_same_demand)
SINGLE: dict[str, Alike] = {
    "document_type": SAME,
    "municipality": SAME,
    "title": either(is_same_title),
    "firm": SAME,
    "diary_number": SAME,
    "audit_year": SAME,
    "report_on": SAME,
    "letter_on": SAME,
    "due_on": SAME,
    "purpose": PART,
}
OF_NO_AUDIT = ("document_type", "questions.text", "recommendations.text", "responses.committee")
"""What counts where a paper is none of the auditors': that nothing is proposed from it."""
OF_RESPONSES = ("kind", "paragraph", "diary_number", "decided_on", "received_on")


def compare(expected: Facts, found: Facts) -> dict[str, Compared]:
    """Return the two sides of each field that is counted for a paper."""
    fields = {
        name: Compared(_single(expected, name), _single(found, name), (alike,))
        for name, alike in SINGLE.items()
    }
    fields |= _of_reports(expected, found)
    fields |= _of_replies(expected, found)
    if "bundle" in _types(expected):
        same_line = any_if_silent(either(is_near))
        sides = (_documents(expected), _documents(found))
        fields["documents"] = Compared(*sides, (SAME, any_if_silent(SAME), same_line))
    if "not_audit" in _types(expected):
        fields = {name: fields[name] for name in OF_NO_AUDIT}
    unscored = set(expected.get("unscored", ()))
    return {name: sides for name, sides in fields.items() if name not in unscored}


def _single(paper: Facts, name: str) -> list[Item]:
    value = paper.get(name)
    return [] if value in (None, [], "") else [(value,)]


def _names(paper: Facts, name: str) -> list[Item]:
    return [(one,) for one in paper.get(name) or ()]


def _sides(
    expected: Facts, found: Facts, of: Callable[[Facts], list[Item]], *alike: Alike
) -> Compared:
    return Compared(of(expected), of(found), alike)


def _of_reports(expected: Facts, found: Facts) -> dict[str, Compared]:
    is_other = not {"report", "cover_letter", "bundle"} & set(_types(expected))
    both = partial(_sides, expected, found)
    fields = {
        "overall.grade": both(_overall, SAME),
        "committees": both(partial(_names, name="committees"), SAME),
        "for_information": both(partial(_names, name="for_information"), SAME),
        "questions.text": both(_questions, LIKE),
        "assessments.grade": Compared(*_assessments(expected, found), (LIKE, SAME, SAME)),
        "recommendations.text": both(partial(_texts, name="text", is_other=is_other), DEMAND),
        "recommendations.committees": both(partial(_pairs, name="committees"), DEMAND, SAME),
    }
    if not is_other:
        fields |= {
            "recommendations.letter_text": both(partial(_texts, name="letter_text"), DEMAND),
            "recommendations.letter_committees": both(
                partial(_pairs, name="letter_committees"), DEMAND, SAME
            ),
        }
    return fields


def _types(paper: Facts) -> tuple[object, ...]:
    return options(paper.get("document_type"))


def _overall(paper: Facts) -> list[Item]:
    grade = (paper.get("overall") or {}).get("grade")
    return [(grade,)] if grade else []


def _questions(paper: Facts) -> list[Item]:
    return [(one["text"],) for one in paper.get("questions") or ()]


def _assessments(expected: Facts, found: Facts) -> tuple[list[Item], list[Item]]:
    there = [item for one in expected.get("questions") or () for item in _judged(one)]
    for_all = [text for text, committee, _ in there if committee == ALL]
    split = [text for text, committee, _ in there if committee != ALL]
    read: list[Item] = []
    for question in found.get("questions") or ():
        text = question["text"]
        is_whole = any(LIKE(one, text) for one in for_all)
        is_whole = is_whole and not any(LIKE(one, text) for one in split)
        items = _judged(question, is_whole=is_whole)
        read += list(dict.fromkeys(items))
    return there, read


def _judged(question: Facts, *, is_whole: bool = False) -> list[Item]:
    items: list[Item] = []
    for one in question.get("assessments") or ():
        if not one.get("grade"):
            continue
        committees = [ALL] if is_whole else (one.get("committees") or [ALL])
        text = question["text"]
        text = tuple(text) if isinstance(text, list) else text
        grade = one["grade"]
        grade = tuple(grade) if isinstance(grade, list) else grade
        items += [(text, committee, grade) for committee in committees]
    return items


def _texts(paper: Facts, name: str, *, is_other: bool = False) -> list[Item]:
    found: list[Item] = []
    for one in paper.get("recommendations") or ():
        text = one.get(name)
        if is_other:
            text = one.get("text") or one.get("letter_text")
        if text:
            found.append((text,))
    return found


def _wordings(recommendation: Facts) -> tuple[object, ...]:
    return (
        *options(recommendation.get("text")),
        *options(recommendation.get("letter_text")),
    )


def _pairs(paper: Facts, name: str) -> list[Item]:
    return [
        (_wordings(one), committee)
        for one in paper.get("recommendations") or ()
        for committee in one.get(name) or ()
    ]


def _of_replies(expected: Facts, found: Facts) -> dict[str, Compared]:
    both = partial(_sides, expected, found)
    replies = {
        f"responses.{name}": both(partial(_replies, name=name), SAME, SAME) for name in OF_RESPONSES
    }
    answers = {
        f"answers.{name}": both(partial(_answers, name=name), SAME, DEMAND, SAME)
        for name in ("position", "progress")
    }
    return {
        "responses.committee": both(_repliers, SAME),
        **replies,
        **answers,
        "extensions": both(_extensions, SAME, SAME),
    }


def _repliers(paper: Facts) -> list[Item]:
    return [(one["committee"],) for one in paper.get("responses") or ()]


def _extensions(paper: Facts) -> list[Item]:
    return [(one["committee"], one["due_on"]) for one in paper.get("extensions") or ()]


def _replies(paper: Facts, name: str) -> list[Item]:
    replies = paper.get("responses") or ()
    return [(one["committee"], one[name]) for one in replies if one.get(name)]


def _answers(paper: Facts, name: str) -> list[Item]:
    wordings = {
        str(one.get("number")): _wordings(one) for one in paper.get("recommendations") or ()
    }
    return [
        (
            response["committee"],
            wordings.get(str(answer["recommendation"])) or answer["recommendation"],
            answer[name],
        )
        for response in paper.get("responses") or ()
        for answer in response.get("answers") or ()
        if answer.get(name)
    ]


def _documents(paper: Facts) -> list[Item]:
    return [
        (one["document_type"], one.get("committee"), one.get("first_line"))
        for one in paper.get("documents") or ()
    ]


def outcome(sides: Compared) -> Outcome:
    """Return what was hit, missed and invented of a field, each fact counted once."""
    left = list(sides.found)
    missed: list[Item] = []
    for item in sides.expected:
        met = next((other for other in left if _is_met(item, other, sides.alike)), None)
        if met is None:
            missed.append(item)
        else:
            left.remove(met)
    hits = len(sides.expected) - len(missed)
    return Outcome(Count(hits, len(missed), len(left)), tuple(missed), tuple(left))


def _is_met(expected: Item, found: Item, alike: Iterable[Alike]) -> bool:
    return all(same(one, other) for one, other, same in zip(expected, found, alike, strict=True))


def score(expected: Facts, found: Facts) -> dict[str, Count]:
    """Return the counts of each field that is counted for a paper."""
    return {name: outcome(sides).count for name, sides in compare(expected, found).items()}


def differences(expected: Facts, found: Facts) -> list[str]:
    """Return a line for each fact that was missed or invented, for whoever mends a rule."""
    lines = []
    for name, sides in compare(expected, found).items():
        result = outcome(sides)
        lines += [f"missed   {name}: {_shown(item)}" for item in result.missed]
        lines += [f"invented {name}: {_shown(item)}" for item in result.invented]
    return lines


def _shown(item: Item) -> str:
    return json.dumps(item, ensure_ascii=False)


def total(scores: Iterable[Mapping[str, Count]]) -> dict[str, Count]:
    """Return the counts of many papers together, and all fields in a last one, "all"."""
    together: dict[str, Count] = {}
    for one in scores:
        for name, count in one.items():
            together[name] = together.get(name, Count()) + count
    together["all"] = sum(together.values(), Count())
    return together


def table(columns: Mapping[str, Mapping[str, Count]]) -> str:
    """Return a table as text: a line for each field, precision and recall for each column."""
    there = {name for counts in columns.values() for name in counts}
    names = [name for name in (*compare({"document_type": "bundle"}, {}), "all") if name in there]
    width = max(map(len, names), default=5) + 2
    head = "".join(f"{title:>34}" for title in columns)
    under = "".join(f"{'facts':>10}{'precision':>14}{'recall':>10}" for _ in columns)
    lines = [" " * width + head, " " * width + under]
    for name in names:
        cells = ""
        for counts in columns.values():
            count = counts.get(name, Count())
            cells += f"{count.hits + count.missed:>10}"
            cells += f"{_rate(count.precision):>14}{_rate(count.recall):>10}"
        lines.append(f"{name:<{width}}{cells}")
    return "\n".join(lines)


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def papers(part: str) -> list[tuple[str, Path, dict[str, Any]]]:
    """Return the papers of ``known`` or ``aside``: name, file, what is expected."""
    found = []
    for folder in sorted((CORPUS / part).iterdir()):
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        [file] = folder.glob("paper.*")
        found.append((folder.name, file, expected))
    return found
