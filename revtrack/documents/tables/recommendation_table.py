"""Rekommendationstabell: what is recommended to whom, and until when a reply is due."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents import fields, phrases
from revtrack.documents.letters.letter_facts import LetterFacts, table_title, wording
from revtrack.documents.office import excel
from revtrack.documents.office.blocks import Block, Bullets, Column, Heading, Item, Paragraph, Table
from revtrack.documents.tables.table_document import Blocks, table_document
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Relation
from revtrack.domain.days import deadlines
from revtrack.domain.outcome.parts import is_part
from revtrack.domain.records import Committee, Recommendation
from revtrack.domain.texts.wordings import is_same_wording
from revtrack.wording.words import capitalise_first

WORKING = "Arbetsversion"
NOT_IN_LETTER = "Ej i missivet"
WORDING_DIFFERS = "Ordalydelsen skiljer sig från rapporten."
NO_REPLY_ASKED = "Svar ej begärt"


@dataclass(frozen=True)
class Listed(LetterFacts):
    """What one table lists; ``is_working`` adds what only the auditors' own version shows."""

    is_working: bool = False

    @cached_property
    def extended(self) -> dict[int, date]:
        """The days that extensions have moved, by committee."""
        days = {}
        for each in self.case.reply_cases:
            granted = [
                extension
                for extension in self.case.extensions
                if extension.reply_case_id == each.id
            ]
            day = deadlines.extended_to(granted)
            if day:
                days[each.committee_id] = day
        return days

    def committees_of(self, recommendation: Recommendation) -> tuple[Committee, ...]:
        """Return the committees of this table that a recommendation goes to."""
        to = self.recipients_of(recommendation.id)
        return (self.committee,) if self.committee else to

    @cached_property
    def pair_count(self) -> int:
        """How many the recommendations are, counted per recipient."""
        return sum(len(self.committees_of(each)) for each in self.chosen)

    @cached_property
    def omitted(self) -> tuple[tuple[Recommendation, tuple[Committee, ...]], ...]:
        """What the report recommends and the letter leaves out, wholly or for some committees."""
        found = []
        for each in self.case.recommendations:
            if each.relation is Relation.ADDED or is_part(self.case, each):
                continue
            sent = self.recipients_of(each.id) if each.id in self.numbers else ()
            lost = tuple(
                committee
                for committee in self.case.committees_of(each.id)
                if committee not in sent and self.committee in {None, committee}
            )
            if lost:
                found.append((each, lost))
        return tuple(found)


def recommendation_table(
    case: AuditCase,
    template: bytes,
    *,
    today: date,
    stamp: str,
    committee: Committee | None = None,
    working: bool = False,
) -> bytes:
    """Return the table as a Word document: one row per recommendation, its recipients one a line.

    The working version also shows what the letter omits and where its wording differs.
    """
    listed = Listed(case, today, committee, is_working=working)
    title = table_title(listed)
    parts: dict[str, str | Blocks] = {
        "utkast": _draft_line(listed),
        "underlag": _basis(case),
        "antal": _counts(listed),
        "tabell": _table(listed),
        "forkortningar": _abbreviations(listed),
        "arbetsnoteringar": _notes(listed) if working else (),
    }
    return table_document(
        case, template, fields.RECOMMENDATION_TABLE, parts, title=title, today=today, stamp=stamp
    )


def recommendation_workbook(
    case: AuditCase,
    *,
    today: date,
    stamp: str,
    committee: Committee | None = None,
    working: bool = False,
) -> bytes:
    """Return the table as a workbook: one row per recommendation and committee, with real days."""
    listed = Listed(case, today, committee, is_working=working)
    title = table_title(listed)
    about = [
        ("Innehåll", title),
        ("Underlag", _basis(case)),
        ("Antal", _counts(listed)),
        ("Framställd", phrases.stamp_note(today, stamp)),
    ]
    if _draft_line(listed):
        about.insert(0, ("Status", _draft_line(listed)))
    sheets = [
        excel.Sheet(
            capitalise_first(phrases.term_of(listed.chosen).several),
            _sheet_columns(listed),
            _sheet_rows(listed),
        ),
        excel.Sheet(
            "Om tabellen",
            (excel.Column("Uppgift", 18), excel.Column("Innehåll", 100)),
            about,
            is_list=False,
        ),
    ]
    properties = excel.Properties(
        title=f"{title}. {case.audit.title}",
        author=phrases.office(case.municipality),
        on=today,
        footer=" · ".join(filter(None, (_draft_line(listed), phrases.stamp_note(today, stamp)))),
    )
    return excel.workbook(sheets, properties)


def _draft_line(listed: Listed) -> str:
    if not listed.case.is_handed_over:
        return phrases.DRAFT
    return WORKING if listed.is_working else ""


def _basis(case: AuditCase) -> str:
    audit = case.audit
    report = f"Rapport {audit.report_on.isoformat()}" if audit.report_on else ""
    if audit.handed_over_on:
        letter = f"missiv {audit.handed_over_on.isoformat()}"
        dates = f"{report}, {letter}." if report else f"{capitalise_first(letter)}."
    else:
        dates = " ".join(
            filter(None, [f"{report}." if report else "", "Missivet har ännu inte beslutats."])
        )
    return f"{phrases.sentence(audit.title)} {dates}"


def _counts(listed: Listed) -> str:
    recipients = listed.listed_recipients
    if not listed.chosen:
        to = f" till {listed.committee.name}" if listed.committee else ""
        return f"Missivet innehåller inga {phrases.term_of(listed.all_chosen).several}{to}."
    number = len(recipients)
    to = phrases.names(recipients)
    if number > 1:
        to = f"{phrases.counts(number, len(listed.chosen))[0]} mottagare"
    how_many = phrases.counted(listed.chosen, beside=number if number > 1 else 0)
    sentences = [f"Tabellen innehåller {how_many} till {to}."]
    if len(recipients) > 1:
        sentences.append(f"Räknat per mottagare är de {phrases.counts(listed.pair_count)[0]}.")
    return " ".join([*sentences, *_due_sentence(listed)])


def _due_sentence(listed: Listed) -> list[str]:
    if not listed.due:
        undecided = listed.is_undecided or listed.via_council
        return [] if undecided else ["Inget yttrande har begärts."]
    if len(listed.listed_recipients) != 1:
        return []
    committee = listed.listed_recipients[0]
    due_on, moved = listed.due.get(committee.id), listed.extended.get(committee.id)
    if due_on is None:
        return ["Inget yttrande har begärts."]
    later = f", förlängt till {phrases.the_day(moved)}" if moved else ""
    return [f"Svar önskas senast {phrases.the_day(due_on)}{later}."]


def _abbreviations(listed: Listed) -> str:
    """Return the abbreviations that stand in the column of days, with what they stand for."""
    used = {
        committee.id: committee
        for each in listed.chosen
        for committee in _deviating(listed, listed.committees_of(each))
        if committee.abbreviation
    }
    if not used:
        return ""
    explained = ", ".join(
        f"{committee.abbreviation} = {committee.name}" for committee in listed.case.in_order(used)
    )
    return f"{'Förkortning' if len(used) == 1 else 'Förkortningar'}: {explained}."


def _day_shown(listed: Listed, committee: Committee) -> str:
    if committee.id in listed.extended:
        return f"{listed.extended[committee.id].isoformat()} (förlängt)"
    due_on = listed.due.get(committee.id)
    return due_on.isoformat() if due_on else NO_REPLY_ASKED.lower()


def _usual_day(listed: Listed, committees: Sequence[Committee]) -> str:
    days = Counter(_day_shown(listed, committee) for committee in committees)
    return max(days, key=lambda day: (days[day], "(" not in day), default=NO_REPLY_ASKED)


def _deviating(listed: Listed, committees: Sequence[Committee]) -> tuple[Committee, ...]:
    usual = _usual_day(listed, committees)
    return tuple(each for each in committees if _day_shown(listed, each) != usual)


def _due_cell(listed: Listed, committees: Sequence[Committee]) -> str:
    lines = [capitalise_first(_usual_day(listed, committees))]
    lines += [
        f"{each.abbreviation or phrases.capital_name(each)} {_day_shown(listed, each)}"
        for each in _deviating(listed, committees)
    ]
    return "\n".join(lines)


def _questions_cell(case: AuditCase, recommendation: Recommendation) -> str:
    numbers = [str(question.number) for question in case.questions_of(recommendation.id)]
    return ", ".join(numbers) or phrases.NONE_GIVEN


def _section_title(listed: Listed) -> str:
    return "Avsnitt i rapporten" if listed.case.audit.firm else "Avsnitt"


def _table(listed: Listed) -> Blocks:
    if not listed.chosen:
        return ()
    with_recipients = len(listed.listed_recipients) > 1
    with_days = bool(listed.due)
    spare = (0 if with_recipients else 46) + (0 if with_days else 42)
    spare -= 22 if listed.is_working else 0
    term = phrases.term_of(listed.chosen)
    columns = [
        Column("Nr", 12, "nr"),
        Column(capitalise_first(term.one), 97 + spare, "rekommendation"),
    ]
    columns += [Column("Mottagare", 46, "mottagare")] if with_recipients else []
    columns += [
        Column("Revisionsfråga", 28, "revisionsfraga"),
        Column(_section_title(listed), 22, "avsnitt"),
    ]
    columns += [Column("Svar senast", 42, "svar_senast")] if with_days else []
    columns += [Column("Nr i rapporten", 22, "nr_i_rapporten")] if listed.is_working else []
    rows = []
    for each in listed.chosen:
        committees = listed.committees_of(each)
        row = [listed.numbers[each.id], wording(each)]
        row += ["\n".join(map(phrases.capital_name, committees))] if with_recipients else []
        row += [_questions_cell(listed.case, each), each.section or phrases.NONE_GIVEN]
        row += [_due_cell(listed, committees)] if with_days else []
        row += [each.number_in_report or phrases.NONE_GIVEN] if listed.is_working else []
        rows.append(row)
    return (
        Table(
            f"{capitalise_first(term.several)}, mottagare och svarsdatum",
            f"En rad per {term.one}, i nummerordning.",
            tuple(columns),
            rows,
        ),
    )


def _notes(listed: Listed) -> Blocks:
    items = [
        Item(
            f"Rapportens rekommendation {each.number_in_report or each.ordinal} till "
            f"{phrases.names(committees)} finns inte i missivet.\n{each.report_text or ''}".strip()
        )
        for each, committees in listed.omitted
    ]
    items += [
        Item(f"{WORDING_DIFFERS}\nI rapporten: {each.report_text}", f"{listed.numbers[each.id]}.")
        for each in listed.chosen
        if _differs(each)
    ]
    items += [
        Item("Finns inte i rapporten.", f"{listed.numbers[each.id]}.")
        for each in listed.chosen
        if each.relation is Relation.ADDED
    ]
    what: Block = Bullets(tuple(items)) if items else Paragraph("Inga skillnader.")
    return (Heading("Skillnader mellan rapport och missiv", 2), what)


def _differs(recommendation: Recommendation) -> bool:
    """Tell whether the letter words it otherwise; outer space and a last full stop count not."""
    report, letter = recommendation.report_text, recommendation.letter_text
    return bool(report and letter) and not is_same_wording(report or "", letter or "")


def _sheet_columns(listed: Listed) -> tuple[excel.Column, ...]:
    columns = [
        excel.Column("Nr", 7),
        excel.Column(capitalise_first(phrases.term_of(listed.chosen).one), 60),
        excel.Column("Mottagare", 28),
        excel.Column("Revisionsfråga", 17),
        excel.Column(_section_title(listed), 14),
    ]
    if listed.due:
        columns.append(excel.Column("Svar senast", 21))
    if listed.is_working:
        columns += [excel.Column("Nr i rapporten", 14), excel.Column("Skillnad mot rapporten", 40)]
    return tuple(columns)


def _sheet_rows(listed: Listed) -> list[list[excel.Value]]:
    rows = [
        _sheet_row(listed, each, committee, listed.numbers[each.id], wording(each))
        for each in listed.chosen
        for committee in listed.committees_of(each)
    ]
    if listed.is_working:
        rows += [
            _sheet_row(listed, each, committee, NOT_IN_LETTER, each.report_text or "")
            for each, committees in listed.omitted
            for committee in committees
        ]
    return rows


def _sheet_row(
    listed: Listed, each: Recommendation, committee: Committee, number: str, text: str
) -> list[excel.Value]:
    row: list[excel.Value] = [
        number,
        text,
        phrases.capital_name(committee),
        _questions_cell(listed.case, each),
        each.section or phrases.NONE_GIVEN,
    ]
    if listed.due:
        row.append(_sheet_day(listed, committee, is_asked=number != NOT_IN_LETTER))
    if listed.is_working:
        row += [each.number_in_report or phrases.NONE_GIVEN, _difference(each, number)]
    return row


def _sheet_day(listed: Listed, committee: Committee, *, is_asked: bool) -> excel.Value:
    if not is_asked:
        return NO_REPLY_ASKED
    if committee.id in listed.extended:
        return excel.ExtendedDay(listed.extended[committee.id])
    return listed.due.get(committee.id) or NO_REPLY_ASKED


def _difference(each: Recommendation, number: str) -> str:
    if number == NOT_IN_LETTER:
        return "Finns inte i missivet."
    if each.relation is Relation.ADDED:
        return "Finns inte i rapporten."
    return f"{WORDING_DIFFERS} I rapporten: {each.report_text}" if _differs(each) else "Ingen"
