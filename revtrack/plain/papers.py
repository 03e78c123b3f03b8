"""Handlingar: what can be made of an audit, made; and noted as sent."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Document
from revtrack.forms import document_words
from revtrack.forms.document import DocumentWish
from revtrack.forms.issue import IssueWish
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option
from revtrack.services.find import list_municipalities
from revtrack.services.papers.listing import list_documents
from revtrack.services.papers.offers import Offer, offers_of_audit, offers_of_municipality
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label


def make_of_audit(talk: Dialogue, case: AuditCase) -> None:
    """Read which documents can be made of an audit and its municipality, and make those chosen."""
    desk = talk.desk

    def options() -> Sequence[Option]:
        offers = (
            *offers_of_audit(desk.store, case.audit.id, desk.today),
            *offers_of_municipality(desk.store, case.municipality.id),
        )
        return tuple(
            Option(_offer_told(each), partial(_make, talk, case, each))
            for each in offers
            if each.has_occasion and each.refusal is None
        )

    talk.browse(_("Make a document."), options, _("No document can be made now."))


def _offer_told(offer: Offer) -> str:
    said = _("{kind}: {purpose}, in {formats}.").format(
        kind=label(offer.kind),
        purpose=document_words.purpose(offer.kind),
        formats=document_words.formats_told(offer.formats),
    )
    return f"{said} {_('It is stopped.')}" if offer.problems else said


def _make(talk: Dialogue, case: AuditCase, offer: Offer) -> None:
    if not talk.may_write():
        return
    is_alone = len(list_municipalities(talk.desk.store)) == 1
    wish = DocumentWish(talk.desk, offer, case.municipality, case, has_others=not is_alone)
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


def send(talk: Dialogue, document: Document) -> None:
    """Note a document as sent or handed over."""
    if not talk.may_write():
        return
    desk = talk.desk
    lines = list_documents(desk.store, desk.documents_folder)
    line = next((each for each in lines if each.document.id == document.id), None)
    if line is None:
        raise RevTrackError("There is no such document any more.")
    fill(talk, IssueWish(desk, line))
    talk.say(_("It is noted as sent."))
