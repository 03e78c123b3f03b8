"""The tables of a response summary: a row per reply, and a row per answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from revtrack.documents import answers, phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office import excel
from revtrack.documents.office.blocks import Block, Column, Heading, Paragraph, Table
from revtrack.documents.office.column_widths import fitted
from revtrack.documents.supplements import review_of_answer
from revtrack.documents.tables.response_facts import Summed
from revtrack.domain.codes import ReplyState
from revtrack.domain.days.dates import check_coarse
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.records import Response
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]


def replies(summed: Summed) -> Blocks:
    """Return when and how each committee has replied, its supplements included."""
    if not summed.replies:
        return ()
    columns = (
        Column("Nämnd", 46, "namnd"),
        Column("Dnr", 29, "dnr"),
        Column("§ och datum", 46, "paragraf_och_datum"),
        Column("Svar senast", 30, "svar_senast"),
        Column("Svar inkom", 32, "svar_inkom"),
        Column("I tid", 32, "i_tid"),
        Column("Revisorernas bedömning av svaret", 32, "bedomning_av_svaret"),
    )
    return (
        Heading("Svar per nämnd", 2),
        Table(
            "När och hur nämnderna har svarat",
            "En rad per nämnd, i kommunens ordning.",
            columns,
            [_reply_cells(summed, reply) for reply in summed.replies],
        ),
    )


def _reply_cells(summed: Summed, reply: ReplyLine) -> list[str]:
    """Return a reply's row on paper: its supplements stand under the decision, line by line."""
    name, diary, _, due, received, in_time, _, review = map(_shown, reply_row(summed, reply))
    decided = list(_decided(summed, reply))
    came = [received]
    for each in answers.supplements(reply):
        first, *others = answers.where_decided(summed.case, each, reply.committee)
        decided += [f"Komplettering: {first}", *others]
        came.append(f"Komplettering: {each.received_on or answers.NO_DAY}")
    where = "\n".join(map(phrases.unbroken_number, decided))
    return [name, phrases.unbroken(diary), where, due, "\n".join(came), in_time, review]


def _decided(summed: Summed, reply: ReplyLine) -> tuple[str, ...]:
    """Return where and by whom the reply was decided, and that reservations were made."""
    decision = reply.decision
    where = answers.where_decided(summed.case, decision, reply.committee)
    return (*where, *answers.reservations(decision))


def _supplement(summed: Summed, reply: ReplyLine, each: Response) -> str:
    where = "; ".join(answers.where_decided(summed.case, each, reply.committee))
    came = f"inkom {each.received_on}" if each.received_on else "inkom, " + answers.NO_DAY
    return f"{where}; {came}; {swedish_label(each.review).lower()}"


def _shown(value: excel.Value) -> str:
    if isinstance(value, excel.ExtendedDay):
        return f"{value.day.isoformat()} (förlängt)"
    return value.isoformat() if isinstance(value, date) else str(value)


def reply_row(summed: Summed, reply: ReplyLine) -> list[excel.Value]:
    """Return a reply's row in the workbook, its days as real days."""
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
        "\n".join(_decided(summed, reply)),
        due,
        received,
        answers.timeliness(reply),
        "\n".join(_supplement(summed, reply, each) for each in answers.supplements(reply))
        or "Ingen",
        answers.review(reply, decision),
    ]


REPLY_SHEET = (
    excel.Column("Nämnd", 28),
    excel.Column("Dnr", 18),
    excel.Column("§ och datum", 26),
    excel.Column("Svar senast", 21),
    excel.Column("Svar inkom", 18),
    excel.Column("I tid", 22),
    excel.Column("Komplettering", 34),
    excel.Column("Revisorernas bedömning av svaret", 34),
)
ANSWER_SHEET = (
    excel.Column("Nr", 6),
    excel.Column("Rekommendation", 32),
    excel.Column("Nämnd", 24),
    excel.Column("Ställningstagande", 20),
    excel.Column("Nämndens svar", 33),
    excel.Column("Åtgärd", 24),
    excel.Column("Ansvarig", 14),
    excel.Column("Klart senast", 12),
    excel.Column("Dnr", 14),
    excel.Column("§ och datum", 14),
    excel.Column("Revisorernas bedömning av svaret", 18),
)
_ANSWER_COLUMNS = (
    Column("Nämnd", 41, "namnd"),
    Column("Ställningstagande", 32, "stallningstagande"),
    Column("Nämndens svar", 50, "namndens_svar"),
    Column("Åtgärd", 38, "atgard"),
    Column("Ansvarig", 18, "ansvarig"),
    Column("Klart senast", 17, "klart_senast"),
    Column("Dnr, § och datum", 27, "beslut"),
    Column("Revisorernas bedömning av svaret", 24, "bedomning_av_svaret"),
)


def answer_row(summed: Summed, line: AddresseeLine) -> list[excel.Value]:
    """Return an answer's row in the workbook, a stated day as a real day."""
    due, reply = answers.due_text(line.actions), summed.reply_of(line)
    real_day = len(due) == answers.EXACT_DAY and due[:1].isdecimal() and check_coarse(due)
    return [
        summed.number(line),
        wording(line.recommendation),
        phrases.capital_name(line.committee),
        answers.stance_or_state(summed.case, line, reply),
        answers.words_of(line),
        answers.actions_text(summed.case, line),
        answers.responsible_text(line.actions),
        date.fromisoformat(due) if real_day else due,
        answers.diary_number(line.response, reply),
        "\n".join(answers.where_decided(summed.case, line.response, line.committee)),
        review_of_answer(summed.case, reply, line),
    ]


def answers_by_number(summed: Summed) -> Blocks:
    """Return a section per recommendation: eleven columns would be unreadable on a page."""
    if all(line.response is None for line in summed.lines):
        return ()
    blocks: list[Block] = [Heading(f"Svar per {summed.term.one}", 2)]
    cells = {line.addressee.id: _answer_cells(summed, line) for line in summed.lines}
    columns = _same_widths(_ANSWER_COLUMNS, list(cells.values()))
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
                f"En rad per nämnd som {summed.term.the_one} är riktad till, i kommunens ordning.",
                columns,
                [cells[line.addressee.id] for line in lines],
            ),
        ]
    return tuple(blocks)


def _same_widths(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Return the columns as wide in every table as the longest word of all tables asks for."""
    return tuple(
        replace(column, width=width)
        for column, width in zip(columns, fitted(columns, rows), strict=True)
    )


def _answer_cells(summed: Summed, line: AddresseeLine) -> list[str]:
    values = [_shown(value) for value in answer_row(summed, line)]
    _, _, committee, stance, words, action, responsible, due, diary, paragraph, review = values
    first, *others = paragraph.split("\n")
    joint = [line.split(" med ")[0] for line in others]
    where = "\n".join([*map(phrases.unbroken, [diary, *first.rsplit(", ", 1)]), *joint])
    return [committee, stance, words, action, responsible, due, where, review]
