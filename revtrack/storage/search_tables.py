"""The tables that searching rests on: what stands where, and how far each recommendation has come.

``search_word`` holds the words of every text, ``search_part`` all that stands inside them; triggers
keep both true, whoever writes. ``search_line`` holds a line for each recommendation to a committee,
made by the rules of the domain; ``search_stale`` names the audits whose lines are to be made anew.
Nothing here is a fact: all of it can be made again from the other tables. It has no history.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from revtrack.domain.searching import FoundIn

TEXT_TABLES = ("search_word", "search_part")
_KIND_BITS = 40
_TRIGRAM = 3
"""Letters from which a word is found inside others."""


@dataclass(frozen=True)
class Source:
    """A table whose texts are searched."""

    table: str
    columns: tuple[str, ...]
    same: tuple[str, str] | None = None
    """A column that is left out where it says the same as another."""

    def text(self, row: str = "") -> str:
        """Return the SQL expression of a row's text, its columns on lines of their own."""
        dot = f"{row}." if row else ""
        parts = [f"coalesce({dot}{name}, '')" for name in self.columns]
        if self.same:
            left_out, other = self.same
            place = self.columns.index(left_out)
            is_same = f"{dot}{left_out} IS {dot}{other}"
            parts[place] = f"CASE WHEN {is_same} THEN '' ELSE {parts[place]} END"
        return f"trim({' || char(10) || '.join(parts)}, char(10))"


SOURCES: Mapping[FoundIn, Source] = {
    FoundIn.AUDIT: Source("audit", ("reference", "title", "aliases", "purpose")),
    FoundIn.RECOMMENDATION: Source(
        "recommendation",
        ("heading", "letter_text", "report_text"),
        same=("report_text", "letter_text"),
    ),
    FoundIn.QUESTION: Source("question", ("text", "parts")),
    FoundIn.ASSESSMENT: Source("assessment", ("phrase", "quote", "explanation")),
    FoundIn.ANSWER: Source("answer", ("quote",)),
    FoundIn.RESPONSE: Source("response", ("decision_text", "text", "conditions", "remarks")),
    FoundIn.ACTION: Source("action", ("text", "responsible")),
    FoundIn.VERDICT: Source("verdict", ("comment", "method", "evidence")),
    FoundIn.NOTE: Source("reply_case_note", ("text",)),
}
"""Where the texts are; the auditors' own notes on answers are not among them, clerks search too."""

_OF_ADDRESSEE = (
    "SELECT r.audit_id FROM addressee AS a JOIN recommendation AS r ON r.id = a.recommendation_id "
    "WHERE a.id = {row}.addressee_id"
)
_OF_RESPONSE = "SELECT audit_id FROM response WHERE id = {row}.response_id"
_AUDIT_OF: Mapping[str, str] = {
    "audit": "SELECT {row}.id AS audit_id",
    "recommendation": "SELECT {row}.audit_id",
    "addressee": "SELECT audit_id FROM recommendation WHERE id = {row}.recommendation_id",
    "reply_case": "SELECT {row}.audit_id",
    "extension": "SELECT audit_id FROM reply_case WHERE id = {row}.reply_case_id",
    "response": "SELECT {row}.audit_id",
    "response_case": _OF_RESPONSE,
    "answer": _OF_RESPONSE,
    "action": "SELECT {row}.audit_id",
    "action_addressee": "SELECT audit_id FROM action WHERE id = {row}.action_id",
    "progress_report": _OF_ADDRESSEE,
    "verdict": _OF_ADDRESSEE,
}
"""The tables that a line is made from, each with the audit of its row."""


def first_number(kind: FoundIn) -> int:
    """Return what the numbers of a kind of text begin after; the first kind has the highest."""
    kinds = list(FoundIn)
    return (len(kinds) - kinds.index(kind)) << _KIND_BITS


def numbers_of(kind: FoundIn) -> tuple[int, int]:
    """Return what the numbers of a kind of text begin after, and the last that they can be."""
    first = first_number(kind)
    return first, first + (1 << _KIND_BITS) - 1


def kind_of(number: int) -> tuple[FoundIn, int]:
    """Return the kind of a text by its number in the search tables, and the id of its row."""
    kinds = list(FoundIn)
    return kinds[len(kinds) - (number >> _KIND_BITS)], number & ((1 << _KIND_BITS) - 1)


def asked_of(word: str) -> tuple[str, str]:
    """Return the table that a word is looked for in, and what it is asked."""
    quoted = '"' + word.replace('"', '""') + '"'
    return ("search_part", quoted) if len(word) >= _TRIGRAM else ("search_word", f"{quoted}*")


def make_search_triggers(connection: Connection) -> None:
    """Make all triggers of the search tables anew, where the database has such tables."""
    named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search_%'"
    for name in connection.exec_driver_sql(named).scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    if not has_search_tables(connection):
        return
    for kind, source in SOURCES.items():
        for trigger in _text_triggers(kind, source):
            connection.exec_driver_sql(trigger)
    for table, audit_of in _AUDIT_OF.items():
        for action, row in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")):
            connection.exec_driver_sql(_stale_trigger(table, action, audit_of.format(row=row)))


def has_search_tables(connection: Connection) -> bool:
    """Tell whether the database has search tables: it has from the fourth schema."""
    found = "SELECT 1 FROM sqlite_master WHERE name = 'search_stale'"
    return connection.exec_driver_sql(found).first() is not None


def _text_triggers(kind: FoundIn, source: Source) -> tuple[str, ...]:
    first, table = first_number(kind), source.table
    old, new = source.text("OLD"), source.text("NEW")
    leave = " ".join(
        f"INSERT INTO {name} ({name}, rowid, text) "
        f"SELECT 'delete', {first} + OLD.id, {old} WHERE {old} <> '';"
        for name in TEXT_TABLES
    )
    enter = " ".join(
        f"INSERT INTO {name} (rowid, text) SELECT {first} + NEW.id, {new} WHERE {new} <> '';"
        for name in TEXT_TABLES
    )
    head = f'CREATE TRIGGER "search_text_{table}_{{0}}" AFTER {{1}} ON "{table}"'
    return (
        f"{head.format('insert', 'INSERT')} BEGIN {enter} END",
        f"{head.format('update', 'UPDATE')} WHEN {old} IS NOT {new} BEGIN {leave} {enter} END",
        f"{head.format('delete', 'DELETE')} BEGIN {leave} END",
    )


def _stale_trigger(table: str, action: str, audit_of: str) -> str:
    return (
        f'CREATE TRIGGER "search_stale_{table}_{action}" AFTER {action.upper()} ON "{table}" BEGIN '
        f"INSERT INTO search_stale (audit_id) SELECT found.audit_id FROM ({audit_of}) AS found "
        "WHERE found.audit_id NOT IN (SELECT audit_id FROM search_stale); END"
    )


def rebuild(connection: Connection) -> None:
    """Make the search tables anew from the others, inside the transaction that is under way.

    They are whole afterwards, and then grow by small pieces that are joined sixteen at a time: left
    to itself SQLite joins them with the large ones every few saves, and one save in fifteen takes
    eight times as long (measured with 450,000 texts).
    """
    for name in TEXT_TABLES:
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', 0)")
        for kind, source in SOURCES.items():
            connection.exec_driver_sql(
                f"INSERT INTO {name} (rowid, text) SELECT {first_number(kind)} + id, "
                f"{source.text()} FROM \"{source.table}\" WHERE {source.text()} <> ''"
            )
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
    connection.exec_driver_sql("DELETE FROM search_line")
    connection.exec_driver_sql("DELETE FROM search_stale")
    connection.exec_driver_sql("INSERT INTO search_stale (audit_id) SELECT id FROM audit")
