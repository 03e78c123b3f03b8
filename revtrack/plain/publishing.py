"""Publicera: what a document tells of people and secrets, gone through before it is public."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from revtrack.domain.publishing.gate import Finding
from revtrack.forms.publishing import ReasonWish, folder_of_copies, why_told
from revtrack.plain import sentences
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, leaving
from revtrack.services.papers import publishing as gate
from revtrack.wording import _, ngettext
from revtrack.wording.gate_texts import place_label, revealed_label


def publish(talk: Dialogue, path: Path) -> tuple[Path, ...]:
    """Go through what a document tells; return the copies that were written, none where it is left.

    Nothing is stored before all is confirmed.
    """
    talked = _GateTalk(talk, gate.look_at(talk.desk.store, path))
    talk.menu(talked.title, talked.options)
    return talked.published


class _GateTalk:
    """The dialogue about one document before it is public."""

    def __init__(self, talk: Dialogue, looked: gate.Looked) -> None:
        self._talk = talk
        self._looked = looked
        self._reasons: dict[str, str] = {}
        self.published: tuple[Path, ...] = ()

    @property
    def _left(self) -> tuple[Finding, ...]:
        return self._looked.unconfirmed(self._reasons, None)

    def title(self) -> str:
        """Return what is left to do."""
        name = _("Publish {name}").format(name=self._looked.source.name)
        if left := len(self._left):
            said = ngettext(
                "{n} thing may not be for everybody. Go through it, and confirm it with a reason "
                "or take it out of the document.",
                "{n} things may not be for everybody. Go through them, and confirm each with a "
                "reason or take it out of the document.",
                left,
            ).format(n=left)
        else:
            said = _("Nothing keeps it from being published. The copy is written to {folder}.")
            said = said.format(folder=folder_of_copies([self._looked]))
        return f"{name}.\n{said}"

    def options(self) -> Sequence[Option]:
        """Return what was found, and what can be done."""
        return (*self._found(), *self._doing())

    def _found(self) -> Iterator[Option]:
        for each in self._looked.findings:
            told = sentences.sentence(
                f"{self._state(each)}: {revealed_label(each.kind)}",
                each.text,
                place_label(each.place),
            )
            yield Option(told, partial(self._look, each))

    def _doing(self) -> Iterator[Option]:
        left = self._left
        if left:
            yield Option(_("Confirm all that are left"), partial(self._confirm, left))
        else:
            yield Option(done_by("audit.publish"), leaving(self._publish))

    def _state(self, each: Finding) -> str:
        if each.is_notice:
            return _("told only").capitalize()
        return (_("confirmed") if each.key in self._reasons else _("to look at")).capitalize()

    def _look(self, each: Finding) -> None:
        """Read the words around what was found, and ask why it may be public."""
        self._talk.say(sentences.quoted(f"… {each.quote} …"))
        if each.is_notice:
            self._talk.say(why_told(each))
        else:
            self._confirm((each,))

    def _confirm(self, findings: Sequence[Finding]) -> None:
        reason = fill(self._talk, ReasonWish(self._talk.desk, findings), at_once=True)
        self._reasons |= {each.key: reason for each in findings}

    def _publish(self) -> None:
        desk = self._talk.desk
        self.published = gate.publish(
            desk.store,
            [self._looked],
            desk.today,
            folder_of_copies([self._looked]),
            reasons=self._reasons,
            why=None,
        )
