"""What is answered in a form is kept after each question, and offered again by the same form."""

from collections.abc import Mapping

from revtrack.domain.errors import RevTrackError
from revtrack.forms.about import about
from revtrack.forms.drafted import meanwhile_told, says_something, texts_told, when_told
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Wish
from revtrack.plain.answers import read_choice
from revtrack.plain.asking import help_told
from revtrack.plain.doing import word_here
from revtrack.plain.menu import Dialogue
from revtrack.services.drafts import Draft, DraftBox
from revtrack.wording import _

Texts = Mapping[str, str]


class Keeper:
    """The draft of one form: offered at first, kept while it is answered, thrown away at last."""

    def __init__(self, talk: Dialogue, wish: Wish[object], first: Texts) -> None:
        """Take the form; ``first`` is what stands in it before anything is answered."""
        self._talk = talk
        self._key = about(wish)
        self._first = dict(first)
        self._kept = self._first
        desk = talk.desk
        self._box: DraftBox | None = None if desk.store.is_read_only else desk.drafts

    @property
    def holds_something(self) -> bool:
        """Whether a draft is kept now."""
        return self._box is not None and self._kept != self._first

    def offer(self, fields: Mapping[str, FormField]) -> Draft | None:
        """Read the draft of an earlier time; return it where somebody goes on with it.

        Raises BackError where somebody leaves it for later.
        """
        draft = self._find()
        if self._box is None or draft is None or not says_something(draft, self._first):
            return None
        self._talk.say(when_told(draft, self._box.clock().date()))
        for label, text in texts_told(draft, fields):
            self._talk.say(f"{label}: {' '.join(text.split())}")
        words = (_("Go on with the draft"), _("Throw the draft away"))
        if read_choice(self._talk, _("The draft"), words, 0, help_told()):
            self._box.drop(self._key)
            return None
        self._kept = dict(draft.typed)
        return draft

    def put(self, draft: Draft, fields: Mapping[str, FormField], typed: Typed) -> None:
        """Answer what a draft says; say where somebody else has changed the same since."""
        for name, text in draft.changed.items():
            if name in fields:
                typed.put(name, text)
                if told := meanwhile_told(fields[name], draft, self._first):
                    self._talk.say(f"{fields[name].label}: {told}")

    def keep(self, now: Texts) -> None:
        """Keep what is answered; a box that cannot be written in is complained of once."""
        if self._box is None or now == self._kept:
            return
        self._kept = dict(now)
        try:
            if self._kept == self._first:
                self._box.drop(self._key)
            else:
                self._box.keep(self._key, self._kept, self._first)
        except RevTrackError as refusal:
            self._box = None
            self._talk.say(word_here(refusal))

    def drop(self) -> None:
        """Throw the draft away: what was answered is stored, or is not wanted."""
        if self._box is not None:
            self._box.drop(self._key)
            self._kept = self._first

    def _find(self) -> Draft | None:
        try:
            return self._box.find(self._key) if self._box is not None else None
        except RevTrackError as refusal:
            self._talk.say(word_here(refusal))
            return None
