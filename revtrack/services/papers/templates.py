"""The office's own templates: which there are, copies of ours, how they are, how they look."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from revtrack.documents import fields
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.opened import parts_of, title_of
from revtrack.documents.fields.field import Field
from revtrack.documents.office.mail import mail_draft, mail_text
from revtrack.documents.office.shipped import templates_folder
from revtrack.documents.templates import flaws
from revtrack.documents.templates.filled_apart import look_through
from revtrack.documents.templates.mail_check import check_mail
from revtrack.documents.templates.names import fields_of_template
from revtrack.documents.templates.sample import sample_document
from revtrack.documents.templates.spots import IN_FILE
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.demo import make_demo
from revtrack.services.papers.clerk_makers import in_role_for
from revtrack.services.papers.files import written
from revtrack.services.papers.makers import MAKERS, ON_OCCASION
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import MUNICIPAL, PER_COMMITTEE
from revtrack.services.papers.places import office_template, read_template
from revtrack.services.papers.produce import produce
from revtrack.storage.audits import load_case
from revtrack.storage.store import Person

NAMES = (*fields.FIELDS, *fields.MAIL_FIELDS)
"""The file names of all templates."""
WORD = ".docx"

_USED: dict[DocumentKind, str] = {
    **{kind: formats[WORD][1] for kind, formats in MAKERS.items() if WORD in formats},
    **{kind: formats[WORD][1] for kind, formats in MUNICIPAL.items() if WORD in formats},
}
"""The template of each kind of document that is made in Word."""


@dataclass(frozen=True)
class TemplateLine:
    """A template as it is used now."""

    name: str
    """Of its file."""
    title: str
    path: Path | None
    """The office's own; None: ours is used."""
    changed_on: date | None
    """The day on which the office's own was last saved."""
    is_changed: bool
    """Whether it differs from ours."""

    @property
    def kind(self) -> str:
        """What the template is called in commands: its file name without the ending."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True)
class Checked:
    """A template that was looked through."""

    path: Path
    findings: tuple[Finding, ...]


def template_named(kind: str) -> str:
    """Return the file name of the template that a kind names: its own, or a document's.

    Raises UsageError where there is none.
    """
    wanted = kind.casefold()
    for name in NAMES:
        if wanted in {name, name.rpartition(".")[0]}:
            return name
    for code, name in _USED.items():
        if code.value == wanted:
            return name
    raise UsageError(
        "There is no template {kind}. There are: {names}.",
        kind=kind,
        names=", ".join(name.rpartition(".")[0] for name in NAMES),
    )


def fields_of(kind: str) -> tuple[Field, ...]:
    """Return the fields of the template that a kind names."""
    return fields_of_template(template_named(kind))


def list_templates(folder: Path | None) -> tuple[TemplateLine, ...]:
    """Return all templates, each with the office's own where its folder holds one."""
    return tuple(_line(name, folder) for name in NAMES)


def _line(name: str, folder: Path | None) -> TemplateLine:
    ours = read_template(name, None)
    title = title_of(parts_of(ours)) if name.endswith(WORD) else _first_words(ours)
    path = office_template(name, folder)
    if path is None:
        return TemplateLine(name, title, None, None, is_changed=False)
    own = read_template(name, folder)
    day = date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - the day where the person sits
    return TemplateLine(name, title, path, day, is_changed=own != ours)


def _first_words(mail: bytes) -> str:
    """Return what a mail's text says that it is, in its first line."""
    first = mail.decode().partition("\n")[0].removeprefix("#").strip()
    return first.partition(".")[0]


def copy_templates(folder: Path, kinds: Sequence[str]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Copy ours, or these of them, into a folder; return the copies, and what lay there already.

    A template that is there is never written over. Raises UsageError where a kind is unknown,
    RevTrackError where the folder cannot be written.
    """
    names = [template_named(kind) for kind in kinds] or list(NAMES)
    there = tuple(folder / name for name in names if (folder / name).exists())
    missing = {name: read_template(name, None) for name in names if folder / name not in there}
    with written(folder, missing) as paths:
        return paths, there


def check_templates(folder: Path | None, files: Iterable[Path]) -> tuple[Checked, ...]:
    """Look through these files, or all in the office's folder, or else all of ours."""
    chosen = list(files)
    if chosen:
        return tuple(Checked(path, _findings(path, _content(path))) for path in chosen)
    found = [line.path or templates_folder() / line.name for line in list_templates(folder)]
    found += _strangers(folder)
    return tuple(Checked(path, _findings(path, _content(path))) for path in found)


def _strangers(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.name not in NAMES and not path.name.startswith((".", "~$")):
                yield path


def _findings(path: Path, content: bytes) -> tuple[Finding, ...]:
    if path.name not in NAMES:
        return (Finding(flaws.UNUSED_FILE, IN_FILE),)
    if path.suffix != WORD:
        return check_mail(path.name, content)
    return look_through(content, path.name)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def preview(kind: str, templates: Path | None, today: date, out: Path) -> Path:
    """Write a template filled in with sample data, and return its file.

    It is filled with the documents of the demo where they use it, and else with the examples of its
    fields. Raises UsageError where the kind is unknown, RevTrackError where the template is faulty.
    """
    name = template_named(kind)
    stem = f"forhandsvisning_{name.rpartition('.')[0]}"
    if name in fields.MAIL_FIELDS:
        content, suffix = _mail(name, templates, today), ".eml"
    else:
        content, suffix = _document(name, templates, today), WORD
    edition, path = 1, out / f"{stem}{suffix}"
    while path.exists():
        edition += 1
        path = out / f"{stem}_{edition}{suffix}"
    with written(out, {path.name: content}) as (made,):
        return made


def _mail(name: str, templates: Path | None, today: date) -> bytes:
    values = {field.name: field.example for field in fields_of_template(name)}
    text = mail_text(read_template(name, templates), values, name)
    return mail_draft(text, to=None, on=today)


def _document(name: str, templates: Path | None, today: date) -> bytes:
    kind = _kind_with(name)
    if kind is not None:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return _of_demo(kind, templates, Path(folder))
    return sample_document(read_template(name, templates), name, today)


def _kind_with(name: str) -> DocumentKind | None:
    """Return a kind of document that the demo can make with a template."""
    kinds = (kind for kind, used in _USED.items() if used == name and kind not in ON_OCCASION)
    return next(kinds, None)


def _of_demo(kind: DocumentKind, templates: Path | None, folder: Path) -> bytes:
    demo = make_demo(folder, Person("RevTrack"))
    try:
        store = in_role_for(replace(demo.store, templates=templates), kind)
        if kind in MAKERS:
            made = produce(store, kind, demo.audit.id, demo.today, folder, formats={WORD})
        else:
            with store.reading() as session:
                case = load_case(session, demo.audit.id)
            committee = case.committees[0] if kind in PER_COMMITTEE else None
            made = produce_municipal(
                store,
                kind,
                case.municipality,
                demo.today,
                folder,
                committee=committee,
                formats={WORD},
            )
        return made[0].path.read_bytes()
    finally:
        demo.store.close()
