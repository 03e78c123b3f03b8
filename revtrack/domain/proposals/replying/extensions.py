"""More time for a reply, as papers say that it was given: "förlängd svarstid till", "anstånd till".

What was only asked for is no extension, but in the paper that asks for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from revtrack.domain.codes import CommitteeKind, ExtensionDecision
from revtrack.domain.days.written_days import WrittenDay, days_in
from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.front.loose_days import loose_days_in
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.proposal import ProposedExtension
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Paper, Table
from revtrack.domain.texts.prose import name_key

REQUESTED = ExtensionDecision.REQUESTED
_MORE_TIME = AnyCase(
    r"\b(?:förläng(?:d|t|as|s|es|er|ts|des|ning)\w*|anstånd|respit|uppskov"
    r"|(?:längre|mer|ytterligare|utökad) (?:svars?)?tid|tid på (?:oss|sig) till|senarelagd svarsdag"
    r"|ny(?:tt|a)? (?:svarsdag|svarsdatum|svarsfrist|svarstid|sista dag|tid\w* för svar)"
    r"|flytta\w* (?:fram|från))\b",
)
_LONGER = re.compile(r"(?:längre|mer|ytterligare|utökad) tid", re.IGNORECASE)
"""Words that are more time for a reply only where they say that it is given."""
_OF_TIME = re.compile(
    r"svar|yttrande|\btid|frist|anstånd|respit|uppskov|sista dag|inlämning|\bdag\b", re.IGNORECASE
)
"""What more time is given for: an agreement that is prolonged is none of it."""
_GIVEN = re.compile(
    r"\b(?:får|fått|fick|förlänger|medge\w*|medgav|medgett|bevilja\w*|godkän\w*|ges|getts|givits|lämnas"
    r"|har förlängts|förlängs|förlängdes|tillstyrk\w*|tillåts|bifall\w*|bifölls|går med på"
    r"|gått med på|gick med på|accepterar|accepterat)\b",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"\b(?:medge[rs]?|medgett|medgav|bevilja[rtsd]\w*|godkän(?:ner|t|ts|ns|de)|bifall(?:er|it|s|its)"
    r"|biföll\w*|gå(?:r|tt) med på|accepterar|accepterat|godta[rs]|godtagit"
    r"|(?:det )?går bra(?! att (?!(?:\w+ ){0,4}?(?:svar|yttra|lämna|inkom|vänta)\w*))"
    r"|(?:ni|nämnden|styrelsen|bolaget) får (?:\w+ ){0,3}?(?:till|tid))\b",
    re.IGNORECASE,
)
"""Words by which the auditors say yes to what was asked for."""
_DECIDES = re.compile(
    r"\b(?:medger|beviljar|godkänner|bifaller|tillstyrker|förlänger|går med på|accepterar|godtar"
    r"|beslutar|beviljas|medges|(?:ni|nämnden|styrelsen|bolaget) får)\b",
    re.IGNORECASE,
)
"""Words by which a paper gives more time itself, on its own day."""
_REFUSED = re.compile(
    r"\bavslå\w*|\bavslog\w*|\bavslag\b|\b(?:inte|ej)\b[^.]{0,25}\b(?:bevilja|medge|godkän|bifall"
    r"|få|förläng)\w*|\b(?:bevilja|medge|godkän|förläng)\w* (?:\w+ )?(?:inte|ej)\b",
    re.IGNORECASE,
)
_TILL = re.compile(r"\bfår (?:\w+ ){0,3}?(?:till|tid)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:begär\w*|förfråg\w*|ansök\w*|bett|ber(?: \w+)? (?:om|att|få)|önska\w*"
    r"|hemställ\w*|anhåll\w*|behöver"
    r"|(?:vill|vilja|skulle|kan|får) (?:\w+ ){0,2}?(?:ha|få|lämna)|undrar|möjligt att)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\b(?:till|t\.o\.m\.|senast|till och med)(?: (?:sitt |nämndens |nästa )?(?:sammanträdet?"
    r"|mötet|måndagen|tisdagen|onsdagen|torsdagen|fredagen))?"
    r"|\b(?:lämnas|lämna|inkommer|inkomma|svarar?|avges?|skickas?)(?:\s(?:mån|tis|ons|tors|fre)dagen)?"
    r"|\bföre|\bny(?:tt|a)? [^.]{3,25} (?:är|blir|:)|\bi stället)\s+(?:och med\s+)?(?:den\s+)?$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\bi stället för\b|\bny(?:tt|a)? (?:svar|sista|tid|dat)", re.IGNORECASE)
_REPLY = re.compile(r"\b\w*(?:svar|yttrande)\w*\b", re.IGNORECASE)
_TILL_THEN = re.compile(r"\b(?:till dess|till denna dag|till då)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:har (?:\w+ ){0,3}?(?:begärt|ansökt|bett(?! mig| oss)|anhållit|hemställt)"
    r"|begärde|ansökte|bad)\b",
    re.IGNORECASE,
)
"""How others tell that more time was asked for, as a reminder does."""
_EACH = re.compile(r"^(?:[–•-]\s*|\d{1,2}[.)]\s*)?(?:[\w,-]+ ){1,6}?ska\b", re.IGNORECASE)
"""A line that says what one of several is to do: "– Socialnämnden ska lämna sitt svar …"."""
_FORMER = re.compile(
    r"\b(?:skulle(?! (?:\w+ )?(?:vilja|behöva|önska))|ursprunglig\w*|enligt missivet|tidigare"
    r"|i stället för|har begärt\b[^.]{0,80}\bska)\b",
    re.IGNORECASE,
)
_NEW_DAY = re.compile(
    r"(?:ny(?:tt|a)?\s(?:svars\w+|sista \w+|(?:dag|datum|tid)\w* för \w*(?:svar|yttrande)\w*"
    r"|(?:dag|tid)$)|(?:anstånd|förläng\w+)(?:\s\w+)?\still)\b",
    re.IGNORECASE,
)
"""How a column is headed that has the days till which more time was given."""
_THEIRS = re.compile(r"\s*(?:begäran|ansökan|svar|yttrande|tid|frist|önskemål)", re.IGNORECASE)
_NOT_ASKED = frozenset((CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM))
"""Those whom no auditors ask for a reply."""
_ASKED_ONLY = 0.6
NEAR = 90
"""In signs, how far before a day the words may stand that say till when."""


def tells_of_more_time(paper: Paper) -> bool:
    """Tell whether a paper has any word of more time in it."""
    return any(_MORE_TIME.search(line.text) for line in lines_of(paper))


def gives_more_time(paper: Paper) -> bool:
    """Tell whether a paper gives more time itself, and does not only tell that it was given."""
    return any(
        _DECIDES.search(sentence) and (_MORE_TIME.search(sentence) or _TILL.search(sentence))
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
    found: dict[tuple[str, object], ProposedExtension] = {}
    asked: dict[tuple[str, object], ProposedExtension] = {}
    walk = _Walk((committee,) if committee else ())
    for line in lines_of(paper):
        for sentence in sentences(" ".join(line.text.split())):
            walk.spoken, before = _named(sentence, bodies) or walk.spoken, walk.asked
            for day, sure in walk.days(sentence):
                for each in walk.whose(day, sentence, bodies):
                    made = ProposedExtension(display_name(each), day.day, line.place, sure)
                    found.setdefault((name_key(made.committee), made.due_on), made)
            is_own = walk.asked is not before and not _TOLD.search(sentence)
            for day in walk.asked if is_own else ():
                for each in walk.whose(day, sentence, bodies):
                    made = ProposedExtension(
                        display_name(each), day.day, line.place, _ASKED_ONLY, REQUESTED
                    )
                    asked.setdefault((name_key(made.committee), made.due_on), made)
    for made in _tabled(paper, bodies):
        found.setdefault((name_key(made.committee), made.due_on), made)
    is_request = may_ask and not found and not walk.is_answered
    return tuple((asked if is_request else found).values())


def _tabled(paper: Paper, bodies: PaperBodies) -> Iterator[ProposedExtension]:
    """Give the extensions of tables that have a column of new days."""
    for table in (each for each in paper.blocks if isinstance(each, Table) and each.rows):
        heads = [each.text for each in table.rows[0].cells]
        at = next((n for n, head in enumerate(heads) if _NEW_DAY.match(head.strip())), -1)
        for row in table.rows[1:] if at >= 0 else ():
            days = [*days_in(row.cells[at].text)] if len(row.cells) > at else []
            named = bodies.named_in(row.cells[0].text) if days else ()
            for each in named:
                yield ProposedExtension(display_name(each), days[0].day, row.place, 0.9)


def _named(sentence: str, bodies: PaperBodies) -> tuple[Committee, ...]:
    said = [
        each.committee
        for each in bodies.mentions(sentence)
        if each.committee.kind not in _NOT_ASKED
        and (not each.is_genitive or _THEIRS.match(sentence[each.end :]))
    ]
    return tuple({each.id: each for each in said}.values())


@dataclass
class _Walk:
    """The way through a paper: of whom it speaks, what was asked for and what was given."""

    spoken: Sequence[Committee]
    asked: list[WrittenDay] = field(default_factory=list)
    """The days till which more time was asked for, which may be granted further on."""
    is_about: bool = False
    """Whether it has spoken of more time."""
    is_given: bool = False
    """Whether more time was given, till a day that has not been told yet."""
    is_answered: bool = False
    """Whether anything was given or refused."""

    told: dict[date, tuple[Committee, ...]] = field(default_factory=dict)
    """Who asked for more time till each of the days."""

    def whose(self, day: WrittenDay, sentence: str, bodies: PaperBodies) -> Sequence[Committee]:
        """Return whom a day is for: those that its sentence names before it, behind the last."""
        if len(_until(sentence)) <= 1:
            return self.spoken
        others = [each.end for each in days_in(sentence) if each.end < day.start]
        return _named(sentence[max(others, default=0) : day.start], bodies) or self.spoken

    def days(self, sentence: str) -> Iterator[tuple[WrittenDay, float]]:
        """Give the day till which a sentence says that more time is given, with how sure it is."""
        until = _until(sentence)
        is_of_time = _MORE_TIME.search(sentence) and _OF_TIME.search(sentence)
        self.is_about = self.is_about or is_of_time is not None
        self.is_answered = self.is_answered or _answers(sentence)
        if _REFUSED.search(sentence):
            self.is_given, self.asked = False, []
        elif _gives(sentence):
            yield from ((each, 0.9) for each in until[-1:])
            self.is_given = not until
        elif _asks(sentence) or (self.is_about and until and _asks_to_reply(sentence)):
            self.asked = until if len(self.spoken) > 1 else until[-1:]
            self.told.update((each.day, tuple(self.spoken)) for each in self.asked)
        elif self.is_about and _GRANTED.search(sentence):
            is_till = _REPLY.search(sentence) or _TILL.search(sentence)
            chosen = until[-1:] if is_till else []
            yield from ((each, 0.8) for each in chosen or self._asked_by_those())
        elif self.is_given and until and (_REPLY.search(sentence) or _INSTEAD.search(sentence)):
            yield until[-1], 0.8
            self.is_given = _EACH.match(sentence) is not None

    def _asked_by_those(self) -> Sequence[WrittenDay]:
        """Return the days till which those who are spoken of have asked for more time."""
        own = [day for day, whom in self.told.items() if whom == tuple(self.spoken)]
        return [WrittenDay(each, 0, 0) for each in own[-1:]] or self.asked


def _gives(sentence: str) -> bool:
    """Tell whether a sentence says that more time was given."""
    cue = _MORE_TIME.search(sentence)
    if cue is None or _OF_TIME.search(sentence) is None:
        return False
    is_longer = _LONGER.match(cue[0]) is not None
    if is_longer and _REPLY.search(sentence) is None:
        return False
    is_plain = _ASKED.search(sentence) is None and not is_longer
    return is_plain or _GIVEN.search(sentence) is not None


def _answers(sentence: str) -> bool:
    return any(each.search(sentence) for each in (_REFUSED, _GRANTED)) or _gives(sentence)


def _asks(sentence: str) -> bool:
    return _MORE_TIME.search(sentence) is not None and _ASKED.search(sentence) is not None


def _asks_to_reply(sentence: str) -> bool:
    return _ASKED.search(sentence) is not None and _REPLY.search(sentence) is not None


def _until(sentence: str) -> list[WrittenDay]:
    """Return the days until which a sentence says that something may last."""
    found, end = [], 0
    is_then = _TILL_THEN.search(sentence) is not None
    loose = loose_days_in(sentence, None)
    for each in (WrittenDay(one.day, one.start, one.end) for one in loose):
        before = sentence[max(each.start - NEAR, end) : each.start]
        if is_then or (_UNTIL.search(before) and not _FORMER.search(before)):
            found.append(each)
        end = each.end
    return found
