"""Lines that name each question briefly, with its step: "Aktuella riktlinjer: uppfyllt"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.judging.grading import graded_cell
from revtrack.domain.proposals.judging.judged import Judged, are_in_turn
from revtrack.domain.proposals.judging.questions import Asked
from revtrack.domain.proposals.judging.step_words import IS_STEP
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences

_NAMED = re.compile(r"^(?P<name>[^:–]{3,80}?)\s*(?::|\s[–-])\s*(?P<said>\S.{0,200})$")


def brief_lines(passages: Passages, questions: Sequence[Asked]) -> Iterator[Judged]:
    """Give what lines under one heading judge, where there is one for each question in turn."""
    lines: dict[int, list[tuple[Passage, re.Match[str]]]] = defaultdict(list)
    for passage in passages:
        for said in sentences(passage.text) if isinstance(passage, Passage) else ():
            match = _NAMED.match(said)
            if isinstance(passage, Passage) and match and IS_STEP.match(match["said"]):
                lines[passage.run].append((passage, match))
    headed = [each for found in lines.values() for each in found if each[0].is_heading]
    for found in (*lines.values(), headed):
        if len(found) == len(questions) and are_in_turn([m["name"] for _, m in found], questions):
            for number, (passage, match) in enumerate(found):
                step = graded_cell(match["said"])
                if step is not None:
                    place, section = passage.place, passage.section
                    made = Judged(number, step.grade, step.words, place, section, (), 1.07)
                    yield replace(made, run=passage.run)
