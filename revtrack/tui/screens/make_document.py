"""Framställ handling: for whom, as what and where to; it is made while one may still stop it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

from textual.message import Message

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.outcome.scope import is_under_way
from revtrack.domain.records import Committee, Municipality
from revtrack.services.completing import typed_path
from revtrack.services.papers.making import Made, Ordered, make
from revtrack.services.papers.municipal_makers import OF_A_YEAR, OF_THE_REGISTER, WITH_NEWS
from revtrack.services.papers.offers import Group, Offer
from revtrack.services.papers.pdf import PDF, WORD, libreoffice
from revtrack.services.papers.places import office_template
from revtrack.services.papers.placing import GivenUpError
from revtrack.services.papers.stopping import StoppedError
from revtrack.tui import document_words, words
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _, ngettext, word
from revtrack.wording.labels import label

FOR_ALL, EACH, REGISTER = "all", "each", "register"
OWN, OURS = "own", "ours"
SENT, WORKING = "sent", "working"
MAKING = "make"
"""Work that no key waits for, so that it can be stopped."""
PARTED = "+"


class DocumentForm(Form[Made]):
    """One kind of document; closes with its files, made now or lying there already."""

    @dataclass
    class Came(Message):
        """So many of so many documents are made."""

        done: int
        of: int

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
        """Make the form for a kind; ``has_others`` tells that there are more municipalities."""
        about = case.audit.reference if case and offer.group in _OF_AUDIT else municipality.name
        super().__init__(desk, f"{label(offer.kind)} – {about}")
        self._offer = offer
        self._municipality = municipality
        self._case = case if offer.group in _OF_AUDIT else None
        self._committee = committee
        self._has_others = has_others
        self._stop = Event()

    # ---- what is asked

    def fields(self) -> Iterable[FormField]:
        """Return for whom, as what, with what template and where to, as far as one may choose."""
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

    def _days(self, kind: DocumentKind) -> Iterable[FormField]:
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
            said = _("Each recipient, one document each ({n})")
            if offer.group is Group.OCCASION:
                said = ngettext("The one it concerns now", "Each it concerns now ({n})", offer.each)
            found.append((EACH, said.format(n=offer.each)))
        return (*found, *((str(each.id), words.name(each)) for each in offer.committees))

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

    def on_mount(self) -> None:
        """Say what stops it, and with which template it is made where there is no choice."""
        told = [document_words.stopped_told(self._offer.problems)]
        if self._offer.template and self._own_template() is None:
            told.append(_("It is made with RevTrack's template."))
        self.tell_here("\n".join(filter(None, told)))

    # ---- making it

    def action_save(self) -> None:
        """Make it, unless it is being made already; keys are obeyed meanwhile."""
        if not self._is_saving and self.may_write():
            self._is_saving = True
            self._stop = Event()
            self.run_worker(self._save(), group=MAKING, exit_on_error=False)

    def action_back(self) -> None:
        """Stop what is being made, or close the form."""
        if self._is_saving and not self._stop.is_set():
            self._stop.set()
            self.tell_here(_("Being given up …"))
        else:
            super().action_back()

    def _follow(self, done: int, of: int) -> None:
        """Tell how far it has come, from the thread that makes it, or give it up."""
        if self._stop.is_set():
            raise GivenUpError
        self.post_message(self.Came(done, of))

    def on_document_form_came(self, event: Came) -> None:
        """Show how far it has come."""
        if self._is_saving and not self._stop.is_set():
            said = _("Making {n} of {all} … {key} gives it up.")
            place = min(event.done + 1, event.of)
            self.tell_here(said.format(n=place, all=event.of, key="Esc"))

    async def carry_out(self) -> Made:
        """Make the document and return its files."""
        folder = typed_path(self.text("folder")) or self.desk.documents_folder
        desk = self.desk
        try:
            return await self.ask(
                make, desk.store, self._ordered(), desk.today, folder.absolute(), self._follow
            )
        except StoppedError as stopped:
            raise RevTrackError(
                "The document was not made: {problems}",
                problems=document_words.stopped_told(stopped.problems),
            ) from stopped
        except GivenUpError as given_up:
            self.tell_here("")
            raise RevTrackError(word(given_up)) from given_up

    def _ordered(self) -> Ordered:
        formats = self._chosen("formats", PARTED.join(self._offer.formats)).split(PARTED)
        audience = self._chosen("audience", self._audiences()[0][0] if self._audiences() else "")
        committees = {str(each.id): each for each in self._offer.committees}
        is_of_audit = self._case is not None
        return Ordered(
            kind=self._offer.kind,
            audit_id=self._case.audit.id if self._case else None,
            municipality=None if is_of_audit or audience == REGISTER else self._municipality,
            committee=committees.get(audience),
            per_committee=audience == EACH and self._offer.is_for_all,
            is_working=self._chosen("version", SENT) == WORKING,
            formats=frozenset(formats) - {PDF},
            pdf=PDF in formats,
            is_ours=self._chosen("template", OWN) == OURS,
            year=self._year(),
            since=self._day_if_asked("since"),
            due_on=self._day_if_asked("due_on"),
        )

    def _chosen(self, name: str, otherwise: str) -> str:
        return self.text(name) if self.query(f"#row-{name}") else otherwise

    def _day_if_asked(self, name: str) -> date | None:
        return self.day(name) if self.query(f"#row-{name}") else None

    def _year(self) -> int | None:
        typed = self._chosen("year", "").strip()
        if typed and not typed.isdecimal():
            raise UsageError("{year} is no year. Write it as 2023.", year=typed)
        return int(typed) if typed else None


_OF_AUDIT = frozenset({Group.AUDIT, Group.OCCASION, Group.CLERK})
