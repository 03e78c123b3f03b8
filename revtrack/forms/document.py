"""Framställ handling: for whom, as what and where to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.outcome.scope import is_under_way
from revtrack.domain.records import Committee, Municipality
from revtrack.forms import document_words, said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import typed_path
from revtrack.services.papers.making import Made, Ordered, make
from revtrack.services.papers.municipal_makers import OF_A_YEAR, OF_THE_REGISTER, WITH_NEWS
from revtrack.services.papers.offers import Group, Offer
from revtrack.services.papers.pdf import PDF, WORD, libreoffice
from revtrack.services.papers.places import office_template
from revtrack.services.papers.placing import Told
from revtrack.services.papers.stopping import StoppedError
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

FOR_ALL, EACH, REGISTER = "all", "each", "register"
OWN, OURS = "own", "ours"
SENT, WORKING = "sent", "working"
PARTED = "+"
_OF_AUDIT = frozenset({Group.AUDIT, Group.OCCASION, Group.CLERK})


class DocumentWish(Wish[Made]):
    """One kind of document; ends with its files, made now or lying there already."""

    def __init__(
        self,
        desk: Desk,
        offer: Offer,
        municipality: Municipality,
        case: AuditCase | None,
        committee: Committee | None = None,
        *,
        has_others: bool = False,
    ) -> None:
        """Take a kind; ``has_others`` tells that there are more municipalities."""
        about = case.audit.reference if case and offer.group in _OF_AUDIT else municipality.name
        super().__init__(desk, f"{label(offer.kind)} – {about}")
        self._offer = offer
        self._municipality = municipality
        self._case = case if offer.group in _OF_AUDIT else None
        self._committee = committee
        self._has_others = has_others
        self.follow: Told | None = None
        """Is told how far it has come, and may give it up."""

    # ---- what is asked

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("Create")

    def fields(self) -> Sequence[FormField]:
        """Return for whom, as what, with what template and where to, as far as one may choose."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[FormField]:
        kind = self._offer.kind
        if len(choices := self._audiences()) > 1:
            proposed = str(self._committee.id) if self._committee else ""
            yield FormField("audience", _("For"), Kind.CHOICE, value=proposed, choices=choices)
        if kind is DocumentKind.RECOMMENDATION_TABLE:
            yield FormField(
                "version",
                _("Version"),
                Kind.CHOICE,
                choices=(
                    (SENT, _("The one that is sent")),
                    (WORKING, _("Working version: also what the letter leaves out")),
                ),
            )
        yield from self._days(kind)
        if len(formats := self._formats()) > 1:
            yield FormField("formats", _("Made as"), Kind.CHOICE, choices=formats)
        if self._own_template() is not None:
            yield FormField(
                "template",
                _("Template"),
                Kind.CHOICE,
                choices=((OWN, _("Your office's own")), (OURS, _("RevTrack's"))),
            )
        yield FormField(
            "folder",
            _("Folder"),
            Kind.PATH,
            str(self.desk.documents_folder.absolute()),
            hint=_("is made if it is not there"),
            is_required=True,
        )

    def _days(self, kind: DocumentKind) -> Iterator[FormField]:
        if kind in OF_A_YEAR:
            yield FormField("year", _("Audit year"), hint=_("empty: the latest"))
        if kind in WITH_NEWS:
            yield FormField(
                "since",
                _("New since"),
                Kind.DAY,
                hint=_("empty: since the auditors last met"),
                towards=Towards.PAST,
            )
        if self._is_request:
            yield FormField(
                "due_on",
                _("Answer by"),
                Kind.DAY,
                hint=_("empty: a month from today"),
                towards=Towards.FUTURE,
            )

    @property
    def _is_request(self) -> bool:
        """Whether it is what a follow-up under way asks committees with."""
        is_form = self._offer.kind is DocumentKind.RESPONSE_FORM
        return is_form and self._case is not None and is_under_way(self._case)

    def _audiences(self) -> tuple[tuple[str, str], ...]:
        offer = self._offer
        found: list[tuple[str, str]] = []
        if offer.is_for_all and offer.each:
            found.append((FOR_ALL, _("All recipients together")))
        if offer.kind in OF_THE_REGISTER and self._has_others:
            found.append((FOR_ALL, self._municipality.name))
            found.append((REGISTER, _("All municipalities of the register")))
        if offer.each:
            text = _("Each recipient, one document each ({n})")
            if offer.group is Group.OCCASION:
                text = ngettext("The one it concerns now", "Each it concerns now ({n})", offer.each)
            found.append((EACH, text.format(n=offer.each)))
        return (*found, *((str(each.id), said.name(each)) for each in offer.committees))

    def _formats(self) -> tuple[tuple[str, str], ...]:
        made = self._offer.formats
        sets: list[tuple[str, ...]] = [made]
        sets += [(each,) for each in made] if len(made) > 1 else []
        if WORD in made and libreoffice() is not None:
            sets.append((WORD, PDF))
        return tuple((PARTED.join(each), document_words.formats_told(each)) for each in sets)

    def _own_template(self) -> Path | None:
        name, folder = self._offer.template, self.desk.store.templates
        if not name or folder is None:
            return None
        try:
            return office_template(name, folder)
        except RevTrackError:  # told when it is made; ours may be chosen until then
            return folder

    def told(self, typed: Typed) -> str:
        """Say what stops it, and with which template it is made where there is no choice."""
        del typed
        told = [document_words.stopped_told(self._offer.problems)]
        if self._offer.template and self._own_template() is None:
            told.append(_("It is made with RevTrack's template."))
        return "\n".join(filter(None, told))

    # ---- making it

    def carry_out(self, typed: Typed) -> Made:
        """Make the document and return its files."""
        desk = self.desk
        folder = typed_path(typed.text("folder")) or desk.documents_folder
        try:
            return make(
                desk.store, self._ordered(typed), desk.today, folder.absolute(), self.follow
            )
        except StoppedError as stopped:
            raise RevTrackError(
                "The document was not made: {problems}",
                problems=document_words.stopped_told(stopped.problems),
            ) from stopped

    def _ordered(self, typed: Typed) -> Ordered:
        formats = (typed.text("formats") or PARTED.join(self._offer.formats)).split(PARTED)
        audiences = self._audiences()
        audience = typed.text("audience") or (audiences[0][0] if audiences else "")
        committees = {str(each.id): each for each in self._offer.committees}
        is_of_audit = self._case is not None
        return Ordered(
            kind=self._offer.kind,
            audit_id=self._case.audit.id if self._case else None,
            municipality=None if is_of_audit or audience == REGISTER else self._municipality,
            committee=committees.get(audience),
            per_committee=audience == EACH and self._offer.is_for_all,
            is_working=typed.text("version") == WORKING,
            formats=frozenset(formats) - {PDF},
            pdf=PDF in formats,
            is_ours=typed.text("template") == OURS,
            year=_year(typed.text("year").strip()),
            since=typed.day("since"),
            due_on=typed.day("due_on"),
        )


def _year(text: str) -> int | None:
    if text and not text.isdecimal():
        raise UsageError("{year} is no year. Write it as 2023.", year=text)
    return int(text) if text else None
