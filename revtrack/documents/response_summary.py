"""Svarssammanställning: what each committee has answered on each recommendation, and who has not.

Made for the auditors' own meeting and for the executive board and the council; the auditors' notes
on single answers are therefore never in it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents import answers, excel, fields, phrases, word
from revtrack.documents.blocks import Block, Column, Heading, Paragraph, Table, bullets
from revtrack.documents.letter_facts import number_key, wording
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind, Position, ReplyState
from revtrack.domain.dates import check_coarse
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.recipients import join_names, planned_numbers
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

TITLE = "Svarssammanställning"
DAY_LENGTH = 10

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Summed:
    """The replies of one audit, gathered once."""

    case: AuditCase
    today: date

    @cached_property
    def numbers(self) -> dict[int, str]:
        """The public numbers by recommendation."""
        return planned_numbers(self.case)

    @cached_property
    def lines(self) -> tuple[AddresseeLine, ...]:
        """What the letter puts to the committees, in the order of its numbers."""
        asked = [
            line
            for line in addressee_lines(self.case)
            if line.addressee.asked is not False and line.recommendation.id in self.numbers
        ]
        return tuple(sorted(asked, key=lambda line: number_key(self.number(line))))

    @cached_property
    def replies(self) -> tuple[ReplyLine, ...]:
        """One line per reply case."""
        return reply_lines(self.case, self.today)

    @cached_property
    def reply_by_committee(self) -> dict[int, ReplyLine]:
        """The reply cases by committee."""
        return {reply.committee.id: reply for reply in self.replies}

    def number(self, line: AddresseeLine) -> str:
        """Return a line's public number."""
        return self.numbers[line.recommendation.id]

    def reply_of(self, line: AddresseeLine) -> ReplyLine | None:
        """Return the reply case that a line belongs to."""
        return self.reply_by_committee.get(line.committee.id)

    def with_position(self, position: Position | None) -> dict[str, list[AddresseeLine]]:
        """Return the answered lines with this position, by number."""
        found: dict[str, list[AddresseeLine]] = {}
        for line in self.lines:
            if line.response is not None and line.position is position:
                found.setdefault(self.number(line), []).append(line)
        return found


def response_summary(case: AuditCase, template: bytes, *, today: date, stamp: str) -> bytes:
    """Return the summary as a Word document: first who has not answered what, then every answer."""
    summed = Summed(case, today)
    context: dict[str, str | Blocks] = {
        "kommun": case.municipality.name,
        "utkast": "" if case.is_handed_over else phrases.DRAFT,
        "datum": today.isoformat(),
        "rubrik": TITLE,
        "underlag": _basis(case),
        "sammanfattning": (Heading("Sammanfattning", 2), *_summary(summed), *_counts(summed)),
        "svar_per_namnd": _replies(summed),
        "svar_per_rekommendation": _answers(summed),
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=fields.RESPONSE_SUMMARY,
        title=f"{TITLE}. {case.audit.title}",
        author=phrases.office(case.municipality),
        on=today,
    )
    return word.render(template, context, properties)


def response_workbook(case: AuditCase, *, today: date, stamp: str) -> bytes:
    """Return the summary as a workbook: answers, replies per committee, who has not answered."""
    summed = Summed(case, today)
    sheets = [
        excel.Sheet("Svar", _ANSWER_SHEET, [_answer_row(summed, line) for line in summed.lines]),
        excel.Sheet("Svar per nämnd", _REPLY_SHEET, [_reply_row(each) for each in summed.replies]),
        excel.Sheet(
            "Sammanfattning",
            (excel.Column(TITLE, 120),),
            [(text,) for text in _about(summed, stamp)],
            is_list=False,
        ),
    ]
    draft = "" if case.is_handed_over else f"{phrases.DRAFT} · "
    properties = excel.Properties(
        title=f"{TITLE}. {case.audit.title}",
        author=phrases.office(case.municipality),
        on=today,
        footer=f"{draft}{phrases.stamp_note(today, stamp)}",
    )
    return excel.workbook(sheets, properties)


def _basis(case: AuditCase) -> str:
    audit = case.audit
    letter = (
        f"Missiv {audit.handed_over_on.isoformat()}."
        if audit.handed_over_on
        else "Missivet har ännu inte beslutats."
    )
    return f"{phrases.sentence(audit.title)} {letter}"


# ---- the opening summary ---------------------------------------------------------------------


def _summary(summed: Summed) -> Blocks:
    blocks: list[Block] = [Paragraph(_how_many(summed))]
    for opening, texts in _remarks(summed):
        blocks += [Paragraph(opening), *bullets(texts)]
    return tuple(blocks)


def _about(summed: Summed, stamp: str) -> list[str]:
    """Return the summary as lines of a sheet."""
    remarks = [text for opening, texts in _remarks(summed) for text in (opening, *texts)]
    note = phrases.stamp_note(summed.today, stamp)
    return [_basis(summed.case), _how_many(summed), *remarks, note]


def _how_many(summed: Summed) -> str:
    asked = [reply for reply in summed.replies if reply.reply_case.due_on]
    if not asked:
        return (
            "Inget yttrande har begärts."
            if summed.case.is_handed_over
            else ("Yttrande har ännu inte begärts.")
        )
    answered = [reply for reply in asked if _has_come(reply)]
    total, came, missing = phrases.counts(len(asked), len(answered), len(asked) - len(answered))
    whom = _bodies(asked)
    if len(asked) == 1:
        did = "Svar har kommit in." if answered else "Svar har inte kommit in."
        return f"Yttrande har begärts från {asked[0].committee.name}. {did}"
    first = f"Yttrande har begärts från {total} {whom}."
    if len(answered) == len(asked):
        return f"{first} Alla har svarat."
    if not answered:
        return f"{first} Ingen har svarat."
    return f"{first} {capitalise_first(came)} har svarat och {missing} har inte svarat."


def _bodies(replies: Sequence[ReplyLine]) -> str:
    kinds = {reply.committee.kind for reply in replies}
    ordinary = {CommitteeKind.COMMITTEE, CommitteeKind.EXECUTIVE_BOARD}
    return "nämnder" if kinds <= ordinary else "mottagare"


def _has_come(reply: ReplyLine) -> bool:
    return reply.decision is not None and not reply.is_open


def _remarks(summed: Summed) -> list[tuple[str, list[str]]]:
    """Return what is to be noticed: an opening, and the texts of the list under it."""
    found = [
        ("Svar som saknas:", [_missing(each) for each in summed.replies if _is_missing(each)]),
        (
            "Svar som har kommit in för sent:",
            [_came_late(each) for each in summed.replies if _has_come(each) and each.days_late],
        ),
        ("Okänt om i tid:", _unknown(summed)),
        (
            "Rekommendationer som inte besvaras:",
            [
                f"{number} besvaras inte av {_committees(lines)}"
                for number, lines in summed.with_position(Position.NOT_ADDRESSED).items()
            ],
        ),
        (
            "Oklara svar:",
            [
                f"{number} från {_committees(lines)}"
                for number, lines in summed.with_position(Position.UNCLEAR).items()
            ],
        ),
        (
            "Svar som ännu inte har gåtts igenom:",
            [
                f"{number} från {_committees(lines)}"
                for number, lines in summed.with_position(None).items()
            ],
        ),
        (
            "Svar med förbehåll:",
            [
                f"{phrases.capital_name(each.committee)}: {each.decision.conditions}"
                for each in summed.replies
                if each.decision and each.decision.conditions
            ],
        ),
    ]
    return [(opening, texts) for opening, texts in found if texts]


def _committees(lines: Sequence[AddresseeLine]) -> str:
    return join_names(line.committee.name for line in lines)


def _is_missing(reply: ReplyLine) -> bool:
    return reply.is_open or reply.state is ReplyState.NO_REPLY


def _missing(reply: ReplyLine) -> str:
    name = phrases.capital_name(reply.committee)
    if reply.due_on is None or reply.state is ReplyState.NO_REPLY:
        return f"{name}: svar uteblev"
    adopted = "beslutat men inte inkommet, " if reply.state is ReplyState.ADOPTED else ""
    extended = " (förlängt)" if reply.extended_to else ""
    day = phrases.the_day(reply.due_on)
    if reply.is_late:
        return f"{name}: {adopted}svar önskades senast {day}{extended}, {answers.days_late(reply)}"
    return f"{name}: {adopted}svar önskas senast {day}{extended}"


def _came_late(reply: ReplyLine) -> str:
    name = phrases.capital_name(reply.committee)
    day = answers.counted_day(reply)
    due = phrases.the_day(reply.due_on) if reply.due_on else ""
    extended = " (förlängt)" if reply.extended_to else ""
    came = f"svarade {phrases.the_day(day)}, " if day else ""
    return f"{name}: {came}{answers.days_late(reply)}; svar önskades senast {due}{extended}"


def _unknown(summed: Summed) -> list[str]:
    unknown = [
        reply for reply in summed.replies if reply.reply_case.due_on and reply.is_time_unknown
    ]
    if not unknown:
        return []
    which = "svaret" if len(unknown) == 1 else "svaren"
    named = join_names(reply.committee.name for reply in unknown)
    return [f"{capitalise_first(which)} från {named}; dagen framgår inte av {_paper(len(unknown))}"]


def _paper(count: int) -> str:
    return "handlingen" if count == 1 else "handlingarna"


def _counts(summed: Summed) -> Blocks:
    if not summed.lines:
        return (Paragraph("Missivet innehåller inga rekommendationer."),)
    stances = Counter(answers.stance_or_state(line, summed.reply_of(line)) for line in summed.lines)
    numbers = len({line.recommendation.id for line in summed.lines})
    rows = [(stance, str(count)) for stance, count in stances.most_common()]
    rows.append(("Summa", str(len(summed.lines))))
    held, pairs = phrases.counts(numbers)[0], phrases.counts(len(summed.lines))[0]
    return (
        Paragraph(
            f"Missivet innehåller {held} {phrases.recommendations(numbers)}. Räknat per mottagare "
            f"är de {pairs}."
            if len(summed.lines) != numbers
            else f"Missivet innehåller {held} {phrases.recommendations(numbers)}."
        ),
        Table(
            "Ställningstaganden",
            "En rad per slag av ställningstagande, räknat per mottagare, vanligast först. "
            "Sist en summarad.",
            (Column("Ställningstagande", 110), Column("Antal", 25)),
            rows,
            has_total=True,
            stays_together=True,
        ),
    )


# ---- replies and answers ---------------------------------------------------------------------


def _replies(summed: Summed) -> Blocks:
    if not summed.replies:
        return ()
    columns = (
        Column("Nämnd", 46),
        Column("Dnr", 29),
        Column("§ och datum", 40),
        Column("Svar senast", 36),
        Column("Svar inkom", 28),
        Column("I tid", 32),
        Column("Revisorernas bedömning av svaret", 36),
    )
    rows = [_reply_row(reply) for reply in summed.replies]
    return (
        Heading("Svar per nämnd", 2),
        Table(
            "När och hur nämnderna har svarat",
            "En rad per nämnd, i kommunens ordning.",
            columns,
            [
                [
                    phrases.unbroken_number(_shown(value)) if place in {1, 2} else _shown(value)
                    for place, value in enumerate(row)
                ]
                for row in rows
            ],
        ),
    )


def _shown(value: excel.Value) -> str:
    if isinstance(value, excel.ExtendedDay):
        return f"{value.day.isoformat()} (förlängt)"
    return value.isoformat() if isinstance(value, date) else str(value)


def _reply_row(reply: ReplyLine) -> list[excel.Value]:
    due: excel.Value = reply.reply_case.due_on or answers.NOT_REQUESTED
    if reply.extended_to:
        due = excel.ExtendedDay(reply.extended_to)
    decision = reply.decision
    received: excel.Value = answers.NO_REPLY
    if decision is not None and decision.is_received:
        received = decision.received_on or capitalise_first(answers.NO_DAY)
    elif decision is not None:
        received = swedish_label(ReplyState.ADOPTED)
    return [
        phrases.capital_name(reply.committee),
        answers.diary_number(decision, reply),
        answers.paragraph_and_day(decision),
        due,
        received,
        answers.timeliness(reply),
        answers.review(decision),
    ]


_REPLY_SHEET = (
    excel.Column("Nämnd", 28),
    excel.Column("Dnr", 18),
    excel.Column("§ och datum", 26),
    excel.Column("Svar senast", 21),
    excel.Column("Svar inkom", 18),
    excel.Column("I tid", 22),
    excel.Column("Revisorernas bedömning av svaret", 34),
)
_ANSWER_SHEET = (
    excel.Column("Nr", 6),
    excel.Column("Rekommendation", 40),
    excel.Column("Nämnd", 24),
    excel.Column("Ställningstagande", 24),
    excel.Column("Nämndens svar", 46),
    excel.Column("Åtgärd", 30),
    excel.Column("Ansvarig", 18),
    excel.Column("Klart senast", 13),
    excel.Column("Dnr", 16),
    excel.Column("§ och datum", 18),
    excel.Column("Revisorernas bedömning av svaret", 20),
)
_ANSWER_COLUMNS = (
    Column("Nämnd", 41),
    Column("Ställningstagande", 32),
    Column("Nämndens svar", 50),
    Column("Åtgärd", 38),
    Column("Ansvarig", 18),
    Column("Klart senast", 17),
    Column("Dnr, § och datum", 27),
    Column("Revisorernas bedömning av svaret", 24),
)


def _answer_row(summed: Summed, line: AddresseeLine) -> list[excel.Value]:
    due = answers.due_text(line.actions)
    real_day = len(due) == DAY_LENGTH and due[:1].isdecimal() and check_coarse(due)
    return [
        summed.number(line),
        wording(line.recommendation),
        phrases.capital_name(line.committee),
        answers.stance_or_state(line, summed.reply_of(line)),
        answers.words_of(line),
        answers.actions_text(line.actions),
        answers.responsible_text(line.actions),
        date.fromisoformat(due) if real_day else due,
        answers.diary_number(line.response, summed.reply_of(line)),
        answers.paragraph_and_day(line.response),
        answers.review(line.response),
    ]


def _answers(summed: Summed) -> Blocks:
    """Return a section per recommendation: eleven columns would be unreadable on a page."""
    if all(line.response is None for line in summed.lines):
        return ()
    blocks: list[Block] = [Heading("Svar per rekommendation", 2)]
    by_number: dict[str, list[AddresseeLine]] = {}
    for line in summed.lines:
        by_number.setdefault(summed.number(line), []).append(line)
    for number, lines in by_number.items():
        recommendation = lines[0].recommendation
        blocks += [
            Heading(" ".join(filter(None, (number, recommendation.heading))), 3),
            Paragraph(wording(recommendation)),
            Table(
                f"Svar på {number}",
                "En rad per nämnd som rekommendationen är riktad till, i kommunens ordning.",
                _ANSWER_COLUMNS,
                [_answer_cells(summed, line) for line in lines],
            ),
        ]
    return tuple(blocks)


def _answer_cells(summed: Summed, line: AddresseeLine) -> list[str]:
    values = [_shown(value) for value in _answer_row(summed, line)]
    _, _, committee, stance, words, action, responsible, due, diary, paragraph, review = values
    where = "\n".join(map(phrases.unbroken_number, [diary, *paragraph.split(", ")]))
    return [committee, stance, words, action, responsible, due, where, review]
