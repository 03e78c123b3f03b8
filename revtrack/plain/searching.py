"""Sök: recommendations and texts of the whole register, read as sentences; filters saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.filtering import Filter, parse_filter
from revtrack.domain.records import SavedView
from revtrack.domain.searching import FoundLine, Hit, snippet
from revtrack.domain.texts.prose import name_key
from revtrack.forms.saved_view import SaveViewWish
from revtrack.plain import sentences
from revtrack.plain.changing import is_confirmed, row_orders
from revtrack.plain.console import Order, order_of
from revtrack.plain.doing import SAVE_FILTER, done_by, word_here
from revtrack.plain.filling import fill
from revtrack.plain.following import follow
from revtrack.plain.menu import Dialogue, Option, RemovedError, RowOrder
from revtrack.plain.moments import day_told
from revtrack.plain.overview import open_audit
from revtrack.services.changing.subjects import Kind, Subject, subject_found
from revtrack.services.saved_views import RECOMMENDATIONS, TEXTS, list_views, remove_view
from revtrack.services.searching import Register, words_of
from revtrack.wording import _
from revtrack.wording.filter_names import filter_names
from revtrack.wording.labels import label
from revtrack.wording.searching import found_in
from revtrack.wording.standings import standing_label

MOST = 2_000
"""Rows that are found at most; more words find fewer."""
ALL = N_("all|every")


def search(talk: Dialogue) -> None:
    """Let recommendations or texts be looked for, or a saved filter be recalled."""
    register = Register(talk.desk.store)
    seeking = _Seeking(talk, register)

    def options() -> Sequence[Option]:
        views = list_views(talk.desk.store)
        return (
            Option(_("Recommendations"), partial(seeking.ask, RECOMMENDATIONS)),
            Option(_("Texts: all that is written"), partial(seeking.ask, TEXTS)),
            Option(f"{_('Saved views')}: {len(views)}", seeking.read_views),
        )

    try:
        register.prepare()
        talk.menu(lambda: f"{_('Search in all audits')}.", options)
    finally:
        register.close()


@dataclass
class _Seeking:
    """One person's searches."""

    talk: Dialogue
    register: Register

    def ask(self, what: str) -> None:
        """Ask what to look for, and read what is found, until somebody backs out."""
        while typed := _asked(self.talk, what):
            self.read(what, typed)

    def read(self, what: str, typed: str) -> None:
        """Read what is found; a filter that cannot be read is refused with a sentence."""
        try:
            self._read(what, typed)
        except RevTrackError as refusal:
            self.talk.say(word_here(refusal))

    def _read(self, what: str, typed: str) -> None:
        talk, find = self.talk, self._lines if what == RECOMMENDATIONS else self._texts
        is_all = name_key(typed) in {name_key(each) for each in _(ALL).split("|")}
        asked = Filter() if is_all else parse_filter(typed, filter_names())
        count = len(find(asked))
        title = {
            RECOMMENDATIONS: _("Recommendations that fit “{filter}”."),
            TEXTS: _("Texts with “{filter}”."),
        }[what].format(filter=typed)
        if count == MOST:
            title += " " + _("Only the first {n} are read.").format(n=MOST)
        nothing = {
            RECOMMENDATIONS: _("No recommendation fits “{filter}”."),
            TEXTS: _("No text has all of “{filter}”."),
        }[what].format(filter=typed)
        save = () if is_all else (self._saving(what, typed),)
        talk.browse(title, partial(find, asked), nothing, (*row_orders(talk), *save))

    def _lines(self, asked: Filter) -> Sequence[Option]:
        self.register.prepare()  # rows that were changed in the list are read anew
        today = self.talk.desk.today
        found = self.register.lines(self.register.find_lines(asked, today, MOST))
        return tuple(
            Option(
                found_told(self.talk, each),
                partial(follow, self.talk, each.audit_id, each.addressee_id),
                found_by=f"{each.title} {each.abbreviation or ''}",
                subject=Subject(Kind.ADDRESSEE, each.audit_id, each.addressee_id),
            )
            for each in found
        )

    def _texts(self, asked: Filter) -> Sequence[Option]:
        hits = self.register.hits(self.register.find_texts(asked, MOST))
        return tuple(
            Option(
                _hit_told(each, words_of(asked)),
                partial(open_audit, self.talk, each.audit_id),
                found_by=f"{each.title} {' '.join(each.abbreviations)}",
                subject=subject_found(each.kind, each.audit_id, each.id),
            )
            for each in hits
        )

    # ---- saved views

    def _saving(self, what: str, typed: str) -> RowOrder:
        """Return the order that saves the filter of a list under a name."""

        def save(_typed: str, _rows: Sequence[Option]) -> None:
            if self.talk.may_write():
                known = list_views(self.talk.desk.store)
                view = fill(self.talk, SaveViewWish(self.talk.desk, what, typed, known))
                self.talk.say(_("The view {name} is saved.").format(name=view.name))

        told = f"{done_by('search.save_view')}: {_('Save the filter as a view')}."
        return RowOrder(SAVE_FILTER, "", told, save)

    def read_views(self) -> None:
        """Read the saved filters, and let one be recalled or removed."""

        def options() -> Sequence[Option]:
            return tuple(
                Option(_view_told(each), partial(self._open_view, each))
                for each in list_views(self.talk.desk.store)
            )

        self.talk.browse(f"{_('Saved views')}.", options, _("No view is saved yet."))

    def _open_view(self, view: SavedView) -> None:
        recall: Callable[[], None] = partial(self.read, view.screen, view.filter_text)
        options = (
            Option(_("Read what fits it"), recall),
            Option(done_by("views.remove"), partial(self._remove, view)),
        )
        self.talk.menu(lambda: _view_told(view), lambda: options)

    def _remove(self, view: SavedView) -> None:
        said = _("The view {name}: {filter}").format(name=view.name, filter=view.filter_text)
        if self.talk.may_write() and is_confirmed(self.talk, said):
            remove_view(self.talk.desk.store, view.id)
            self.talk.say(_("The view {name} is removed.").format(name=view.name))
            raise RemovedError


def _view_told(view: SavedView) -> str:
    of = _("Texts") if view.screen == TEXTS else _("Recommendations")
    return sentences.sentence(view.name, f"{of}: {view.filter_text}")


def _asked(talk: Dialogue, what: str) -> str:
    """Return what is looked for; empty where somebody backs out."""
    prompt = {
        RECOMMENDATIONS: _(
            "Search, for example committee:KS status:open late (? help, empty line: back):"
        ),
        TEXTS: _("Words to look for in all texts (? help, empty line: back):"),
    }[what]
    while True:
        answer = talk.console.read(prompt)
        order = order_of(answer)
        if order in {Order.BACK, Order.CANCEL}:
            return ""
        if order is None:
            return answer
        talk.obey(order, _help(what))


def _help(what: str) -> str:
    if what == TEXTS:
        return _("All of the words have to stand in the same text. A minus before a word excludes.")
    return _(
        "Words that the recommendation, the committee or the audit has, and fields with a value. "
        "A minus before a part keeps what does not fit it. {all} shows all. The fields are "
        "{fields}."
    ).format(all=_(ALL).split("|")[0], fields=", ".join(filter_names()))


def found_told(talk: Dialogue, line: FoundLine) -> str:
    """Return a recommendation to a committee as it is read in a list over all audits."""
    awaited = line.awaited_on
    late = line.is_late(talk.desk.today)
    return sentences.sentence(
        _("{number} to {committee}").format(number=line.number, committee=line.committee),
        line.audit,
        sentences.short_text(line.text),
        _("state: {state}").format(state=standing_label(line.standing).lower()),
        _("position: {position}").format(position=label(line.position).lower())
        if line.position
        else "",
        _("awaited by {day}").format(day=day_told(awaited)) if awaited and not late else "",
        _("late since {day}").format(day=day_told(awaited)) if late else "",
        line.municipality,
    )


def _hit_told(hit: Hit, asked: tuple[str, ...]) -> str:
    return sentences.sentence(
        found_in(hit.kind),
        hit.audit,
        hit.number,
        ", ".join(hit.committees),
        snippet(hit.text, asked, sentences.LONGEST),
        hit.municipality,
    )
