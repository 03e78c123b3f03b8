"""The year that a paper most likely audits, where no set words tell it: by what stands around."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.year_words import MONTH, OTHERS, SEASON
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.outline import TablePassage
from revtrack.domain.texts.paper import Line, Place

_YEAR = re.compile(
    r"(?<!\d[–/:.-])(?<![–/-]\s)(?<!\d\d\d\d)(?<!\d\soch\s)(?P<year>20\d{2})"
    r"(?![–/:-]\d|\s?[–-]\s?\d|\soch\s(?:19|20)\d|\d|:)\b"
)
_SIGNS = (
    (re.compile(r"\b\w*revis(?:ion(?:en|ens|sår\w*)?|orerna)\b", re.IGNORECASE), 2),
    (re.compile(r"\b\w*gransk(?:at|ning\w*|ar|ad|as)\b|\buppdrag\b", re.IGNORECASE), 2),
    (
        re.compile(
            r"\b(?:plan(?:en|ering\w*)?|\w+plan(?:en)?|ram(?:en)?|ingår|led|valt|valde|prioriter\w*"
            r"|beslut(?:at|ade)|inom|avser|delårs\w+|årsredovisning\w*|bokslut\w*)\b",
            re.IGNORECASE,
        ),
        1,
    ),
    (re.compile(rf"\b(?:under|år|året|inför|för|{SEASON}|{MONTH})\s$", re.IGNORECASE), 1),
    (
        re.compile(
            r"\b(?:antog\w*|antag\w+|lag(?:en)?|förordning\w*|träd\w*|statistik\w*|uppgick|kost\w*"
            r"|mål(?:et|en)?|jämfö\w+|redan|sedan|senast|tidigare|förra|dess|policy\w*|riktlinje\w*"
            r"|reviderad\w*|budget\w*|till och med|fram till"
            r"|(?:nämndens|styrelsens|kommunens|bolagets|förvaltningens|förbundets|regionens)\s\w*plan)\b",
            re.IGNORECASE,
        ),
        -3,
    ),
    (
        re.compile(
            r"\b\w*(?:nämnden|styrelsen|förvaltningen|bolaget|kommunen|fullmäktige)\s"
            r"(?:har|hade|fick|tog|antog|beslutade|genomförde)\b",
            re.IGNORECASE,
        ),
        -2,
    ),
)
"""What a clause says, or what stands right before the year, and what it speaks for or against."""
_PERIOD = re.compile(
    r"^(?:\w*gransknings?|uppdragets?|granskad)?\s?(?:period|tid|tidsperiod|år)(?:en)?\b",
    re.IGNORECASE,
)
_OF_DAY = re.compile(rf"(?<!per den )\b\d{{1,2}}(?::?e)? {MONTH}\s$", re.IGNORECASE)
"""What stands before the year of a day; not of one that a report is as of: "per den 31 augusti"."""
_ENOUGH, _OF_PERIOD = 4, 4
_LABEL = re.compile(r"\s*[:|\t]\s*")


def likely_year_in(
    head: Head, said: Sequence[tuple[Line, str]], own: int | None
) -> Found[int] | None:
    """Return the year that most speaks for; None where little does.

    ``own``: the year of the paper's own day; only that year and the one before it come into
    question, and none where it has no day.
    """
    if own is None:
        return None
    weighed: Counter[int] = Counter()
    places: dict[int, Place] = {}
    for year, weight, place in (*_told(said), *_of_periods(head)):
        if own - 1 <= year <= own and weight > weighed[year]:
            weighed[year], places[year] = weight, place
    best = weighed.most_common(2)
    is_clear = bool(best) and best[0][1] >= _ENOUGH and (len(best) == 1 or best[0][1] > best[1][1])
    return Found(best[0][0], places[best[0][0]], 0.5) if is_clear else None


def _told(said: Sequence[tuple[Line, str]]) -> Iterator[tuple[int, int, Place]]:
    for line, sentence in said:
        for clause in OTHERS.split(sentence):
            for match in _YEAR.finditer(clause):
                before = clause[: match.start()]
                if _OF_DAY.search(before):
                    continue
                weight = sum(
                    weight
                    for shape, weight in _SIGNS
                    if shape.search(before if shape.pattern.endswith(r"\s$") else clause)
                )
                yield int(match["year"]), weight, line.place


def _of_periods(head: Head) -> Iterator[tuple[int, int, Place]]:
    """Give the years that stand beside a label for the time that is examined."""
    lines = ((line.text, line.place) for line in head.first)
    rows = (
        ("|".join(cell.text for cell in row.cells), row.place)
        for each in head.passages
        if isinstance(each, TablePassage)
        for row in each.table.rows
    )
    for text, place in (*lines, *rows):
        label, *rest = _LABEL.split(text, maxsplit=1)
        if rest and _PERIOD.match(label.strip()):
            years = {int(match["year"]) for match in _YEAR.finditer(rest[0])}
            for year in years if len(years) == 1 else ():
                yield year, _OF_PERIOD, place
