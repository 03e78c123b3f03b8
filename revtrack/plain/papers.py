"""Handlingar: what can be made, made; what was made, noted as sent, opened and published."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import GoneError
from revtrack.domain.records import Committee, Document, Municipality
from revtrack.forms import document_words
from revtrack.forms.document import DocumentWish
from revtrack.forms.issue import IssueWish
from revtrack.plain import sentences
from revtrack.plain.answers import chosen_rows
from revtrack.plain.doing import PUBLISH_ROWS, done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, RowOrder
from revtrack.plain.publishing import publish
from revtrack.services.find import list_municipalities, read_case
from revtrack.services.papers.edits_told import differences_of
from revtrack.services.papers.listing import (
    DocumentLine,
    FileState,
    file_state_told,
    list_documents,
    refuse_gone,
)
from revtrack.services.papers.offers import Offer, offers_of_audit, offers_of_municipality
from revtrack.services.papers.showing import show_on_desktop
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

# ---- making them


def make_of_audit(talk: Dialogue, case: AuditCase) -> None:
    """Read which documents can be made of an audit and its municipality, and make those chosen."""
    desk = talk.desk

    def offers() -> Sequence[Offer]:
        return (
            *offers_of_audit(desk.store, case.audit.id, desk.today),
            *offers_of_municipality(desk.store, case.municipality.id),
        )

    _choose(talk, offers, partial(_make, talk, case.municipality, case, None))


def make_of_town(talk: Dialogue, town: Municipality, committee: Committee | None = None) -> None:
    """Read which documents can be made of a municipality, and make those chosen.

    The committee is the one that is proposed.
    """

    def offers() -> Sequence[Offer]:
        return offers_of_municipality(talk.desk.store, town.id)

    _choose(talk, offers, partial(_make, talk, town, None, committee))


def _choose(
    talk: Dialogue, offers: Callable[[], Sequence[Offer]], make: Callable[[Offer], None]
) -> None:
    def options() -> Sequence[Option]:
        return tuple(
            Option(_offer_told(each), partial(make, each))
            for each in offers()
            if each.has_occasion and each.refusal is None
        )

    title = f"{_('Make a document')}."
    talk.browse(title, options, _("No document can be made now."))


def _offer_told(offer: Offer) -> str:
    said = _("{kind}: {purpose}, in {formats}.").format(
        kind=label(offer.kind),
        purpose=document_words.purpose(offer.kind),
        formats=document_words.formats_told(offer.formats),
    )
    stopped = _("It is stopped.")
    return f"{said} {stopped}" if offer.problems else said


def _make(
    talk: Dialogue,
    town: Municipality,
    case: AuditCase | None,
    committee: Committee | None,
    offer: Offer,
) -> None:
    if not talk.may_write():
        return
    is_alone = len(list_municipalities(talk.desk.store)) == 1
    wish = DocumentWish(talk.desk, offer, town, case, committee, has_others=not is_alone)
    made = fill(talk, wish)
    tell_files(talk, (each.path for each in made.produced))
    for remark in made.remarks:
        talk.say(remark)


def tell_files(talk: Dialogue, paths: Iterable[Path]) -> None:
    """Say which files were made, and where they lie."""
    found = [each.absolute() for each in paths]
    said = ngettext("{n} file is ready:", "{n} files are ready:", len(found))
    talk.say(said.format(n=len(found)))
    for each in found:
        talk.say(str(each))


# ---- those that were made


def read_documents(talk: Dialogue, audit_id: int) -> None:
    """Read the documents of an audit, the latest first, and let one be opened."""

    def options() -> Sequence[Option]:
        case = read_case(talk.desk.store, audit_id)
        return tuple(
            _DocumentRow(
                sentences.document_told(case, each),
                partial(_open, talk, audit_id, each),
                document=each,
            )
            for each in reversed(case.documents)
        )

    publishing = RowOrder(
        PUBLISH_ROWS,
        _("numbers"),
        _(
            "{word} and numbers, such as {word} 1, 3-5 or {word} all, publishes those documents "
            "together, once what they tell has been gone through."
        ).format(word=_(PUBLISH_ROWS).split("|")[0]),
        partial(_publish_rows, talk),
    )
    talk.browse(_("Documents."), options, _("No document has been made yet."), (publishing,))


@dataclass(frozen=True)
class _DocumentRow(Option):
    """A document in the list of those that were made."""

    document: Document | None = None


def _publish_rows(talk: Dialogue, typed: str, rows: Sequence[Option]) -> None:
    """Publish several documents together."""
    chosen = chosen_rows(talk, typed, rows)
    documents = [each.document for each in chosen if isinstance(each, _DocumentRow)]
    wanted = {each.id for each in documents if each is not None}
    if wanted and talk.may_write():
        desk = talk.desk
        lines = list_documents(desk.store, desk.documents_folder)
        _publish(talk, *(each for each in lines if each.document.id in wanted))


def _open(talk: Dialogue, audit_id: int, document: Document) -> None:
    """Tell what has become of a document, and let it be noted as sent, published and opened."""

    def line() -> DocumentLine:
        desk = talk.desk
        lines = list_documents(desk.store, desk.documents_folder)
        found = next((each for each in lines if each.document.id == document.id), None)
        if found is None:
            raise GoneError
        return found

    def title() -> str:
        found = line()
        told = sentences.document_told(read_case(talk.desk.store, audit_id), found.document)
        state = sentences.titled(_("The file"), file_state_told(found.state))
        return "\n".join([told, state, *_differences(talk, found)])

    def options() -> Iterator[Option]:
        found = line()
        yield Option(done_by("audit.issue"), partial(_issue, talk, found))
        yield Option(done_by("audit.publish"), partial(_publish, talk, found))
        yield Option(_("Open the file"), partial(_show, found))

    talk.menu(title, lambda: tuple(options()))


def _differences(talk: Dialogue, line: DocumentLine) -> Sequence[str]:
    """Return what a file edited by hand says otherwise than the register."""
    if line.state is not FileState.EDITED:
        return ()
    return differences_of(talk.desk.store, line.document, line.path, talk.desk.today)


def _issue(talk: Dialogue, line: DocumentLine) -> None:
    if talk.may_write():
        fill(talk, IssueWish(talk.desk, line))
        talk.say(_("It is noted as sent."))


def _publish(talk: Dialogue, *lines: DocumentLine) -> None:
    if talk.may_write() and (paths := publish(talk, lines)):
        tell_files(talk, paths)


def _show(line: DocumentLine) -> None:
    refuse_gone(line)
    show_on_desktop(line.path)
