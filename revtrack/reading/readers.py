"""The readers by name; a reader's module is loaded only in the process that reads."""

from dataclasses import dataclass

from revtrack.reading.kinds import Kind


@dataclass(frozen=True)
class Reader:
    """Where a reader is, and what it takes."""

    place: str
    """``module:function``; called with the file's bytes and the options, each a text, it gives
    back what JSON can hold. It may raise RevTrackError with texts and numbers as values."""
    kinds: tuple[Kind, ...]
    """The kinds of files that it reads."""


READERS: dict[str, Reader] = {
    "answer_form": Reader("revtrack.reading.form:read_form", (Kind.WORD, Kind.EXCEL)),
    "any_paper": Reader("revtrack.reading.any_paper:read_paper", (Kind.WORD, Kind.PDF, Kind.TEXT)),
    "case_package": Reader("revtrack.reading.case_package:read_package", (Kind.ARCHIVE,)),
    "case_table": Reader("revtrack.reading.case_sheet:read_table", (Kind.TEXT,)),
    "case_workbook": Reader("revtrack.reading.case_sheet:read_workbook", (Kind.EXCEL,)),
    "follow_up_workbook": Reader(
        "revtrack.reading.follow_up_workbook:read_workbook", (Kind.EXCEL,)
    ),
    "meetings_calendar": Reader("revtrack.reading.meetings_calendar:read_calendar", (Kind.TEXT,)),
    "meetings_workbook": Reader("revtrack.reading.meetings_workbook:read_workbook", (Kind.EXCEL,)),
    "workbook_text": Reader("revtrack.reading.workbook_text:read_rows", (Kind.EXCEL,)),
    "word_text": Reader("revtrack.reading.word_text:read_word", (Kind.WORD,)),
}
"""Every reader that ``read_guarded`` knows."""
