"""How well others' papers are read: precision and recall per field, on the corpus in ``tests``.

``python -m benchmarks.reading`` prints a table of the papers that the rules were written by and of
those that lay aside meanwhile; ``--write`` puts it into ``README.md``. ``--papers`` prints a line
for each known paper, and ``--paper NAME`` what was missed and invented in one. Of a paper that lies
aside nothing but the sums is told: who looks at it while mending a rule measures no longer what is
read of papers never seen.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.measure import ROUNDS, Figure, medians
from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals.as_put import Put
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.reading.paper import read_any_paper
from revtrack.services.reading_in.as_json import as_json
from revtrack.services.reading_in.ground import makes_audit
from tests.corpus.scoring import Count, differences, papers, score, table, total

README = Path(__file__).with_name("README.md")
START, END = "<!-- the reading of papers -->\n", "<!-- end of the reading of papers -->"
PAGES, SHORT = 500, 25
PAGE_GOAL, SHORT_GOAL = 10.0, 1.0
ANSWERS = ("answers.position", "answers.progress")
PARTS = {"known": "known to whoever wrote the rules", "aside": "never looked at by them"}


def found_in(file: Path) -> dict[str, Any]:
    """Return what is proposed of a paper, in the words of ``read --json``; no audit if refused."""
    try:
        return as_json(read_proposal(file.read_bytes()))
    except RevTrackError:
        return {"document_type": "not_audit"}


def read_proposal(content: bytes) -> Proposal:
    """Return what is proposed of a file, read without a register."""
    return propose(read_any_paper(content))


def scores(part: str) -> dict[str, Mapping[str, Count]]:
    """Return the counts of each paper of ``known`` or ``aside``."""
    return {name: score(expected, found_in(file)) for name, file, expected in papers(part)}


def scores_beside(part: str) -> dict[str, Mapping[str, Count]]:
    """Return the counts of what replies say, each read beside what was put to its committee.

    That is what is expected of the paper itself, as a register would have it.
    """
    counted: dict[str, Mapping[str, Count]] = {}
    for name, file, expected in papers(part):
        counts = score(expected, _found_beside(file, expected))
        counted[name] = {each: counts[each] for each in ANSWERS if each in counts}
    return counted


def _found_beside(file: Path, expected: Mapping[str, Any]) -> dict[str, Any]:
    try:
        paper = read_any_paper(file.read_bytes())
        made = propose(paper)
        if makes_audit(made):
            return as_json(made)
        whom = tuple(each.committee for each in made.responses)
        return as_json(propose(paper, (), tuple(_put(expected, whom))))
    except RevTrackError:
        return {"document_type": "not_audit"}


def _put(expected: Mapping[str, Any], whom: tuple[str, ...]) -> Iterator[Put]:
    for place, each in enumerate(expected.get("recommendations") or (), start=1):
        said = (each.get("letter_text"), each.get("text"))
        texts = tuple(one[0] if isinstance(one, list) else one for one in said if one)
        if texts:
            yield Put(str(each.get("number") or place), texts, whom)


def figures(pages: int = PAGES, rounds: int = ROUNDS) -> tuple[Figure, ...]:
    """Measure how long a report of so many pages takes, from its bytes to a proposal."""
    long, short = _report(pages), _report(SHORT)
    taken = medians(
        {"long": lambda: read_proposal(long), "short": lambda: read_proposal(short)}, rounds
    )
    return (
        Figure(f"A report of {SHORT} pages read", taken["short"], SHORT_GOAL, "s"),
        Figure(f"A report of {pages} pages read", taken["long"], PAGE_GOAL, "s"),
    )


def _report(pages: int) -> bytes:
    chapters = [
        f"3.{number} Område {number}\n\n"
        + "Nämnden antog en plan 2021-03-04, § 17. Förvaltningen uppger att den är känd.\n\n" * 14
        + f"3.{number}.1 Bedömning\n\nVi bedömer att område {number} delvis är ordnat.\n\n"
        for number in range(1, pages + 1)
    ]
    head = "Granskning av ordning\n\nExempels kommun\n2022-05-05\n\n3 Resultat\n\n"
    asked = "4 Rekommendationer\n\nVi rekommenderar kommunstyrelsen att:\n\n- Ordna områdena\n"
    return f"{head}{''.join(chapters)}{asked}".encode()


def _lines_of_papers() -> list[str]:
    lines = []
    for name, counts in scores("known").items():
        count = total([counts])["all"]
        lines.append(
            f"{name:<44}{count.hits:>6} hit{count.missed:>5} missed{count.invented:>5} invented"
        )
    return lines


def _of_one(name: str) -> list[str]:
    for known, file, expected in papers("known"):
        if known == name:
            return differences(expected, found_in(file)) or ["nothing missed, nothing invented"]
    raise SystemExit(f"no known paper is called {name}")


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", action="store_true")
    parser.add_argument("--paper")
    parser.add_argument("--write", action="store_true")
    said = parser.parse_args()
    if said.paper:
        lines = _of_one(said.paper)
    elif said.papers:
        lines = _lines_of_papers()
    else:
        lines = _table()
    if said.write:
        _write("\n".join(lines))
    sys.stdout.write("\n".join(lines) + "\n")


def _table() -> list[str]:
    counted = {part: scores(part) for part in PARTS}
    beside = {part: scores_beside(part) for part in PARTS}
    return [
        *(f"{part}: {len(counts)} papers, {PARTS[part]}" for part, counts in counted.items()),
        "",
        table({part: total(counts.values()) for part, counts in counted.items()}),
        "",
        "the replies, each read beside what was put to its committee",
        "",
        table({part: total(counts.values()) for part, counts in beside.items()}),
    ]


def _write(text: str) -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{START}```\n{text}\n```\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
