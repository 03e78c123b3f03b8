"""Framställ handling: which documents there are, what each is for, and what stops one."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from rich.text import Text

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.records import Committee, Municipality
from revtrack.forms import document_words
from revtrack.forms.desk import Desk
from revtrack.services.find import list_committees, list_municipalities, read_case
from revtrack.services.papers.making import Made
from revtrack.services.papers.offers import Group, Offer, offers_of_audit, offers_of_municipality
from revtrack.tui import words
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.listing import ListDialog
from revtrack.tui.refusals import word_here
from revtrack.tui.screens.papers.made_documents import MadeScreen
from revtrack.tui.screens.papers.make_document import DocumentForm
from revtrack.tui.screens.papers.missing_occasion import missing_occasion
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _
from revtrack.wording.labels import label

WIDE = 92
MOST_TITLE = 32


@dataclass(frozen=True)
class Subject:
    """What documents are made of here."""

    municipality: Municipality
    is_alone: bool
    """Whether the register holds no other municipality."""
    case: AuditCase | None = None
    committee: Committee | None = None
    """The one that is proposed, as the row is about it."""

    @property
    def title(self) -> str:
        """What they are about, for a heading."""
        return self.case.audit.reference if self.case else self.municipality.name

    @property
    def likely(self) -> DocumentKind | None:
        """The kind that is looked for most likely; None: none more than another."""
        is_follow_up = self.case is not None and bool(self.case.followed)
        return DocumentKind.FOLLOW_UP_REPORT if is_follow_up else None


class DocumentChoice(ListDialog[Made]):
    """The kinds of document in their groups; closes with what was made."""

    def __init__(self, desk: Desk, subject: Subject, offers: Sequence[Offer]) -> None:
        """Take what can be made."""
        super().__init__(desk, _("Make a document – {subject}").format(subject=subject.title))
        self._subject = subject
        self._offers = {each.kind: each for each in offers}

    def on_mount(self) -> None:
        """Begin at the kind that is looked for most likely."""
        super().on_mount()
        if self._subject.likely:
            self.query_one(Lines).move_to(self._subject.likely)

    def sections(self) -> Iterable[Section]:
        """Return a section for each group."""
        offers = sorted(self._offers.values(), key=lambda each: list(Group).index(each.group))
        for group, found in groupby(offers, key=lambda each: each.group):
            yield Section(
                document_words.group_title(group),
                (
                    Column(_("Document"), most=MOST_TITLE),
                    Column(_("For"), grows=True, is_cut=True, from_width=WIDE),
                    Column(_("Made as"), most=18),
                    Column(_("Now"), most=22),
                ),
                tuple(self._row(each) for each in found),
                hides_titles=True,
            )

    def _row(self, offer: Offer) -> Row:
        """Return the row of a kind; all groups have columns of the same width."""
        now, look = _state(offer)
        wide = max(len(label(each)) for each in self._offers)
        made_as = [document_words.formats_told(each.formats) for each in self._offers.values()]
        return Row(
            (
                label(offer.kind).ljust(min(wide, MOST_TITLE)),
                document_words.purpose(offer.kind),
                document_words.formats_told(offer.formats).ljust(max(map(len, made_as))),
                now.ljust(max(len(_state(each)[0]) for each in self._offers.values())),
            ),
            offer.kind,
            look,
        )

    def told(self) -> str:
        """Say what the key does."""
        return _("Choose with Enter. What it is for stands below.")

    def detail(self, key: Hashable) -> Text:
        """Return what a document is for, and what stops it."""
        offer = next((each for each in self._offers.values() if each.kind == key), None)
        if offer is None:
            return Text()
        said = f"{label(offer.kind)}: {document_words.purpose(offer.kind)}."
        return paragraphs(show(said, "bold"), show(_against(offer)))

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Ask for whom and where to, or tell why it cannot be made."""
        offer = next(each for each in self._offers.values() if each.kind == event.key)
        if offer.refusal is not None:
            self.refuse(offer.refusal)
        elif not offer.has_occasion:
            self.tell(missing_occasion(offer.kind))
        else:
            subject = self._subject
            form = DocumentForm(
                self.desk,
                offer,
                subject.municipality,
                subject.case,
                subject.committee,
                has_others=not subject.is_alone,
            )
            self.app.push_screen(form, self._after_form)

    def _after_form(self, made: Made | None) -> None:
        if made is not None:
            self.dismiss(made)


def _state(offer: Offer) -> tuple[str, str]:
    if offer.refusal is not None or not offer.has_occasion:
        return words.marked(words.MARK_NONE, _("not now")), "quiet"
    if offer.problems:
        return words.marked(words.MARK_LATE, _("is stopped")), "overdue"
    return words.marked(words.MARK_DONE, _("can be made")), ""


def _against(offer: Offer) -> str:
    if offer.refusal is not None:
        return word_here(offer.refusal)
    if not offer.has_occasion:
        return missing_occasion(offer.kind)
    return document_words.stopped_told(offer.problems)


async def open_documents(
    screen: RevTrackScreen[None],
    municipality_id: int,
    audit_id: int | None = None,
    committee_id: int | None = None,
) -> None:
    """Show over a screen what can be made of an audit and of its municipality's audits.

    The committee is the one that is proposed. What was made is shown afterwards.
    """
    desk = screen.desk
    towns = await screen.ask(list_municipalities, desk.store)
    bodies = await screen.ask(list_committees, desk.store)
    case = await screen.ask(read_case, desk.store, audit_id) if audit_id is not None else None
    subject = Subject(
        next(each for each in towns if each.id == municipality_id),
        len(towns) == 1,
        case,
        next((body for _town, body in bodies if body.id == committee_id), None),
    )
    offers: list[Offer] = []
    if audit_id is not None:
        offers += await screen.ask(offers_of_audit, desk.store, audit_id, desk.today)
    offers += await screen.ask(offers_of_municipality, desk.store, municipality_id)
    screen.app.push_screen(DocumentChoice(desk, subject, offers), partial(_show_made, screen))


def _show_made(screen: RevTrackScreen[None], made: Made | None) -> None:
    if made is not None:
        screen.app.push_screen(MadeScreen(screen.desk, made))
