"""More time for a reply, as papers say that it was given: "förlängd svarstid till", "anstånd till".

What was only asked for is no extension, but in the paper that asks for it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from revtrack.domain.codes import CommitteeKind, ExtensionDecision
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.front.loose_days import LooseDay, loose_days_in
from revtrack.domain.proposals.papers.more_time import (
    Mood,
    answers,
    may_speak_of_it,
    mood_of,
    names_reply,
    parts_of,
    speaks_of_more_time,
    without_reasons,
)
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.proposal import ProposedExtension
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, Paper, Table
from revtrack.domain.texts.prose import name_key

REQUESTED, GRANTED = ExtensionDecision.REQUESTED, ExtensionDecision.GRANTED
_DECIDES = re.compile(
    r"\b(?:medger|beviljar|godkänner|bifaller|tillstyrker|förlänger|går med på|accepterar|godtar"
    r"|beslutar|beviljas|medges|(?:ni|nämnden|styrelsen|bolaget) får)\b",
    re.IGNORECASE,
)
"""Words by which a paper gives more time itself, on its own day."""
_WEEKDAY = r"(?:\s(?:mån|tis|ons|tors|fre)dagen)?"
_UNTIL = re.compile(
    r"(?:\b(?:till|t\.\s?o\.\s?m\.|senast|före|tidigast|först|är|blir|gäller|nu|handa|hos oss"
    r"|till och med|med på|godtar|godtas|accepterar|medger|beviljar)"
    r"(?: (?:sitt |nämndens |nästa )?(?:sammanträdet?|mötet))?"
    r"|\b(?:svar|yttrande)\w*(?: in| oss)?|\b(?:lämna|inkomma|avge|skicka|svara|yttra sig)s?"
    r"|\b(?:kommer|komma|kommit) in|\b(?:inkommer|svarar|kommer|yttrar sig)"
    r"|\b(?:i stället|istället)|\bföreslå[rs]|(?:tid\w*|datum\w*|dag\w*|frist\w*|svar(?:et)?"
    r"|senast)[,:]"
    rf"){_WEEKDAY}\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_AS_NEW = re.compile(r"\s*som (?:ny|sista)", re.IGNORECASE)
"""What follows a day that is named before it is said what it is."""
_TILL_THEN = re.compile(r"\b(?:till dess|till denna dag|till då)\b", re.IGNORECASE)
_EACH = re.compile(r"^(?:[–•-]\s*|\d{1,2}[.)]\s*)?(?:[\w,-]+ ){1,6}?ska\b", re.IGNORECASE)
"""A line that says what one of several is to do: "– Socialnämnden ska lämna sitt svar …"."""
_FORMER = re.compile(
    r"\b(?:skulle (?!(?:\w+ )?(?:vilja|behöva|önska|uppskatta))(?:\w+ ){0,6}?(?:ha|lämnas?|svara"
    r"|svarat|inkomma|vara|avges|besvaras)|ursprunglig\w*|tidigare"
    r"|mot(?= (?:den )?$)|enligt (?:\w+ )?missiv\w*|(?:i stället|istället) för|från|och inte"
    r"|gick ut"
    r"|löp(?:er|te) ut|begärt\b[^.]{0,80}\bska)\b",
    re.IGNORECASE,
)
"""What stands before the day that the auditors set first."""
_NEW_DAY = re.compile(
    r"(?:ny(?:tt|a)?\s(?:svars\w+|sista \w+|(?:dag|datum|tid)\w* för \w*(?:svar|yttrande)\w*"
    r"|(?:dag|tid)$)|(?:anstånd|förläng\w+)(?:\s\w+)?\still)\b",
    re.IGNORECASE,
)
"""How a column is headed that has the days till which more time was given."""
_THEIRS = re.compile(r"\s*(?:begäran|ansökan|svar|yttrande|tid|frist|önskemål)", re.IGNORECASE)
_NOT_ASKED = frozenset((CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM))
"""Those whom no auditors ask for a reply."""
_ASKED_ONLY, _LIKELY, _TOLD_APART, _GIVEN = 0.6, 0.65, 0.8, 0.9
"""How sure a day is: only asked for, told of, told apart from the grant, granted."""
_NEAR = 90
"""In signs, how far before a day the words may stand that say till when."""
_PAST = timedelta(days=120)
"""So long before a paper's own day a day without a year may be."""


def tells_of_more_time(paper: Paper) -> bool:
    """Tell whether a paper has any word of more time in it."""
    return any(may_speak_of_it(line.text) for line in lines_of(paper))


def gives_more_time(paper: Paper) -> bool:
    """Tell whether a paper gives more time itself, and does not only tell that it was given."""
    return any(
        _DECIDES.search(sentence) and (speaks_of_more_time(sentence) or names_reply(sentence))
        for line in lines_of(paper)
        for sentence in sentences(" ".join(line.text.split()))
    )


def extensions_in(
    paper: Paper,
    bodies: PaperBodies,
    committee: Committee | None = None,
    *,
    may_ask: bool = False,
) -> tuple[ProposedExtension, ...]:
    """Return the extensions that a paper tells of; ``committee`` is whom "nämnden" means in it.

    ``may_ask``: the paper may be the request itself, where nothing in it is given or refused.
    """
    only = [each for each in bodies.found if each.kind not in _NOT_ASKED]
    meant = (committee,) if committee else tuple(only) if len(only) == 1 else ()
    walk = _Walk(meant, bodies, _own_day(paper), is_letter=may_ask)
    told = [each for line in lines_of(paper) for each in walk.told_in(line)]
    given = _once((*(each for each in told if each.confidence > _ASKED_ONLY), *walk.granted))
    given = _once((*given, *_tabled(paper, bodies)))
    if given or not may_ask or walk.is_refused:
        return given
    return _once(told) or _once(walk.likely) if not walk.is_answered else _once(walk.likely)


def _once(told: Iterable[ProposedExtension]) -> tuple[ProposedExtension, ...]:
    found: dict[tuple[str, date], ProposedExtension] = {}
    for each in told:
        found.setdefault((name_key(each.committee), each.due_on), each)
    return tuple(found.values())


def _own_day(paper: Paper) -> date | None:
    """Return the first day that a paper writes, which tells the years of others."""
    days = (each.day for line in lines_of(paper) for each in days_in(line.text))
    return next(days, None)


def _tabled(paper: Paper, bodies: PaperBodies) -> Iterator[ProposedExtension]:
    """Give the extensions of tables that have a column of new days."""
    for table in (each for each in paper.blocks if isinstance(each, Table) and each.rows):
        heads = [each.text for each in table.rows[0].cells]
        at = next((n for n, head in enumerate(heads) if _NEW_DAY.match(head.strip())), -1)
        for row in table.rows[1:] if at >= 0 else ():
            days = [*days_in(row.cells[at].text)] if len(row.cells) > at else []
            named = bodies.named_in(row.cells[0].text) if days else ()
            for each in named:
                yield ProposedExtension(display_name(each), days[0].day, row.place, _GIVEN)


@dataclass
class _Walk:
    """The way through a paper: of whom it speaks, what was asked for and what was given."""

    spoken: Sequence[Committee]
    bodies: PaperBodies
    own_day: date | None
    is_letter: bool = False
    """Whether the paper is a letter that may be on nothing else."""
    asked: list[LooseDay] = field(default_factory=list)
    """The days till which more time was asked for, which may be granted further on."""
    former: set[date] = field(default_factory=set)
    """The days that the auditors set first."""
    is_about: bool = False
    """Whether it has spoken of more time."""
    is_given: bool = False
    """Whether more time was given, till a day that has not been told yet."""
    is_answered: bool = False
    """Whether anything was given or refused."""
    is_refused: bool = False
    likely: list[ProposedExtension] = field(default_factory=list)
    """What a letter on more time says of a later day, where nothing says that it is given."""
    told: dict[date, tuple[Committee, ...]] = field(default_factory=dict)
    """Who asked for more time till each of the days."""
    granted: list[ProposedExtension] = field(default_factory=list)
    """What was asked for and then granted, where no other day has been told yet."""

    def told_in(self, line: Line) -> Iterator[ProposedExtension]:
        """Give what a line tells of more time that is given or asked for."""
        for sentence in sentences(" ".join(line.text.split())):
            for said in parts_of(sentence):
                for day, sure in self._days(said, line):
                    whose = self._whose(day, said)
                    if sure > _ASKED_ONLY:
                        names = {display_name(each) for each in whose}
                        self.granted = [x for x in self.granted if x.committee not in names]
                    decision = REQUESTED if sure == _ASKED_ONLY else GRANTED
                    for each in whose:
                        name = display_name(each)
                        yield ProposedExtension(name, day.day, line.place, sure, decision)

    def _whose(self, day: LooseDay, said: str) -> Sequence[Committee]:
        """Return whom a day is for: those that the words name before it, behind the last."""
        days = self._days_in(said)
        if len(days) <= 1:
            return self.spoken
        others = [each.end for each in days if each.end < day.start]
        return self._named(said[max(others, default=0) : day.start]) or self.spoken

    def _days(self, said: str, line: Line) -> Iterator[tuple[LooseDay, float]]:
        """Give the days till which words say that more time is given or asked for."""
        self.spoken = self._named(said) or self.spoken
        mood, until = mood_of(said, is_about=self.is_about), self._until(said)
        self.is_about = self.is_about or speaks_of_more_time(said)
        self.is_answered = self.is_answered or mood in {Mood.REFUSES, Mood.GIVES}
        match mood:
            case Mood.REFUSES:
                self.is_given, self.asked, self.told = False, [], {}
                self.is_refused, self.likely = True, []
            case Mood.GIVES if until and (self.is_about or names_reply(said)):
                yield until[-1], _GIVEN
            case Mood.GIVES if self.is_about:
                self.is_given = True
                self.granted += [
                    ProposedExtension(display_name(each), day.day, line.place, _TOLD_APART)
                    for day in self._asked_by_those()
                    for each in self.spoken
                ]
            case Mood.ASKS | Mood.WAS_ASKED:
                self.asked = until if len(self.spoken) > 1 else until[-1:] or self.asked
                self.told.update((each.day, tuple(self.spoken)) for each in until and self.asked)
                if mood is Mood.ASKS:
                    yield from ((each, _ASKED_ONLY) for each in until and self.asked)
            case Mood.NOTHING if self.is_given and until and names_reply(said):
                yield until[-1], _TOLD_APART
                self.is_given = _EACH.match(said) is not None
            case Mood.NOTHING if self.is_letter and self.is_about and answers(said):
                last = [each for each in until if not self.former or each.day > max(self.former)]
                self.likely += [
                    ProposedExtension(display_name(each), day.day, line.place, _LIKELY)
                    for day in last[-1:]
                    for each in self.spoken
                ]
            case Mood.NOTHING | Mood.FORMER if names_reply(said):
                self.former |= {each.day for each in until}

    def _asked_by_those(self) -> Sequence[LooseDay]:
        """Return the days till which those who are spoken of have asked for more time."""
        own = [day for day, whom in self.told.items() if whom == tuple(self.spoken)]
        return [LooseDay(each, 0, 0, _TOLD_APART) for each in own[-1:]] or self.asked

    def _until(self, said: str) -> list[LooseDay]:
        """Return the days until which words say that something may last, the first set left out."""
        found, end = [], 0
        is_then = _TILL_THEN.search(said) is not None
        said = without_reasons(said)
        for each in self._days_in(said):
            before = said[max(each.start - _NEAR, end) : each.start]
            end = each.end
            if _FORMER.search(before):
                self.former.add(each.day)
            elif is_then or _UNTIL.search(before) or _AS_NEW.match(said, each.end):
                found.append(each)
        return [each for each in found if each.day not in self.former]

    def _days_in(self, said: str) -> Sequence[LooseDay]:
        return loose_days_in(said, self.own_day - _PAST if self.own_day else None)

    def _named(self, said: str) -> tuple[Committee, ...]:
        named = [
            each.committee
            for each in self.bodies.mentions(said)
            if each.committee.kind not in _NOT_ASKED
            and (not each.is_genitive or _THEIRS.match(said[each.end :]))
        ]
        return tuple({each.id: each for each in named}.values())
