"""What a refusal says to who types no commands: a key, or what is chosen in a menu."""

import re
from datetime import date
from pathlib import Path

from babel.messages.extract import extract_from_dir

import revtrack
from revtrack.domain.errors import RevTrackError
from revtrack.forms.committees import SuccessionWish
from revtrack.forms.desk import Desk
from revtrack.forms.refusals import WITHOUT_COMMANDS
from revtrack.plain import doing
from revtrack.services.find import list_municipalities
from revtrack.storage.store import Store
from revtrack.tui.keys import key_of
from revtrack.tui.refusals import word_here
from revtrack.wording import _
from revtrack.wording.catalogue import KEYWORDS

COMMAND = re.compile(r"revtrack [a-z]|--[a-z]|\bREVTRACK_")
ROOMS = ("domain", "services", "storage", "reading", "confined", "documents", "forms", "wording")
TYPED_ONLY = (
    "templates are looked after by commands alone:",
    "There is no field {field}.",
    "No template is called so",
    "The template {template} cannot be used",
    "a register that cannot be opened is told of after the screen:",
    "There is no database at {path}.",
    "{path} was made by an earlier version",
    "A change of {path} was interrupted",
    "only commands get there:",
    "Write --map as COLUMN=FIELD",
    "A sheet would have more than {most} rows",
    "A recommendation is closed as merged by saying",
    "and merged it is not counted so",
    "{kind} does not tell what is new",
    "{name} is registered already; leave out --new.",
    "Choose one of --replaces and --supplement.",
)
"""Why some name a command still, and how they begin or what they hold."""


def test_no_refusal_names_a_command_to_who_types_none() -> None:
    for message in WITHOUT_COMMANDS:
        assert COMMAND.search(message), message
        assert _(message) != message, "the refusal is another sentence now"
        values = dict.fromkeys(re.findall(r"{(\w+)}", message), "KS")
        for told_at in (word_here, doing.word_here):
            told = told_at(RevTrackError(message, **values))
            assert not COMMAND.search(told), told
            assert "{" not in told


def test_every_sentence_that_names_a_command_is_said_otherwise_elsewhere() -> None:
    """A new refusal that names a command is missed here until screen and lines can say it."""
    root = revtrack.__path__[0]
    said = {
        sentence
        for room in ROOMS
        for _file, _line, found, *_rest in extract_from_dir(
            f"{root}/{room}", [("**.py", "python")], keywords=KEYWORDS
        )
        for sentence in ([found] if isinstance(found, str) else found)
        if sentence and COMMAND.search(sentence)
    }
    left = {
        sentence
        for sentence in said - set(WITHOUT_COMMANDS)
        if not any(known in sentence for known in TYPED_ONLY)
    }
    assert left == set()


def test_a_key_or_a_line_of_a_menu_stands_where_a_command_stood() -> None:
    refusal = RevTrackError(
        "In {reference} no more time is registered for {committee}. Register it first, "
        "with: revtrack extend",
        reference="ALV-2025-1",
        committee="kommunstyrelsen",
    )
    said = (
        "I ALV-2025-1 är ingen förlängd svarstid registrerad för kommunstyrelsen. Registrera "
        "den först, i granskningen, med {way}."
    )
    assert word_here(refusal) == said.format(way="e")
    assert doing.word_here(refusal) == said.format(way="”Anstånd med svaret”")


def test_a_form_foretells_a_refusal_without_commands(awaiting_store: Store, tmp_path: Path) -> None:
    said = "Ingen nämnd heter Xnämnden. Namnen står bland kommunerna ({way})."
    (town,) = list_municipalities(awaiting_store)
    for called, way in ((key_of, "F4"), (doing.called, "”Kommuner och nämnder”")):
        desk = Desk(awaiting_store, date(2026, 2, 20), tmp_path, called=called)
        wish = SuccessionWish(desk, town, (), ())
        typed = wish.typed_at_first()
        for name, text in {"old": "Xnämnden", "new": "Ynämnden", "on": "2027-01-01"}.items():
            typed.put(name, text)
        assert wish.told(typed) == said.format(way=way)
