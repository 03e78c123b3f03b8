"""Kom i gång: what one can begin with in a register without audits, as a short list."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from revtrack.domain.records import Committee, Municipality
from revtrack.tui import keys
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext

WIDE = 100


class Beginning(StrEnum):
    """What one begins with; each is the name of an action of the overview or of the app."""

    MUNICIPALITY = "set_up"
    DEMO = "app.show_demo"
    FILE = "read_file"
    PAPER = "read_form"
    LETTER = "new_letter"
    AUDIT = "new_audit"
    BODIES = "app.open('bodies')"


@dataclass(frozen=True)
class BeginningKey:
    """A row that begins something."""

    beginning: Beginning


def beginnings(bodies: Sequence[tuple[Municipality, Sequence[Committee]]]) -> tuple[Section, ...]:
    """Return what can be begun with; ``bodies`` are the municipalities with their committees."""
    first = _after_set_up() if bodies else _from_nothing()
    columns = (Column(most=44), Column(grows=True), Column())
    rows = tuple(
        Row((what, told, key), BeginningKey(beginning)) for beginning, what, told, key in first
    )
    return (
        Section(_heading(bodies), columns, rows, hides_titles=True),
        Section(
            note=_(
                "Choose with the arrows and press Enter. F1 shows all keys, Esc goes back, and "
                "Ctrl+Z undoes what you did last."
            )
        ),
    )


def _heading(bodies: Sequence[tuple[Municipality, Sequence[Committee]]]) -> str:
    if not bodies:
        return _("The register is empty. What do you want to begin with?")
    if len(bodies) == 1:
        town, committees = bodies[0]
        told = ngettext(
            "{municipality} is set up with {n} committee. What comes next?",
            "{municipality} is set up with {n} committees. What comes next?",
            len(committees),
        )
        return told.format(municipality=town.name, n=len(committees))
    told = _("{n} municipalities are set up, and no audit is registered. What comes next?")
    return told.format(n=len(bodies))


_Line = tuple[Beginning, str, str, str]


def _from_nothing() -> tuple[_Line, ...]:
    return (
        (
            Beginning.MUNICIPALITY,
            _("Set up a municipality and its committees"),
            _("three short steps; only the name has to be filled in"),
            "",
        ),
        _demo(),
        _file(),
        _paper(),
        *_letter_and_audit(),
    )


def _after_set_up() -> tuple[_Line, ...]:
    return (
        *_letter_and_audit(),
        _file(),
        _paper(),
        (
            Beginning.BODIES,
            _("See or change committees and auditors"),
            _("names, addresses, meetings, and who signs"),
            keys.key_of("place.bodies"),
        ),
        _demo(),
    )


def _letter_and_audit() -> tuple[_Line, ...]:
    return (
        (
            Beginning.LETTER,
            _("Register a letter that has been sent"),
            _("five fields, and the replies are watched"),
            keys.key_of("overview.letter"),
        ),
        (
            Beginning.AUDIT,
            _("Register an audit from its report"),
            _("questions, assessments and recommendations, before there is a letter"),
            keys.key_of("overview.audit"),
        ),
    )


def _demo() -> _Line:
    return (
        Beginning.DEMO,
        _("Look at a demonstration"),
        _("a real audit in a register of its own; nothing that you do there is kept"),
        "",
    )


def _paper() -> _Line:
    return (
        Beginning.PAPER,
        _("Read a report, a letter or a reply"),
        _("Word, PDF or text; you take what is right of it, line by line"),
        keys.key_of("overview.read_form"),
    )


def _file() -> _Line:
    return (
        Beginning.FILE,
        _("Read in a file"),
        _("a case file from somebody else, or your own list in Excel; it is tried first"),
        keys.key_of("overview.read_file"),
    )
