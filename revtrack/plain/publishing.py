"""Publicera: what a document tells of people and secrets, gone through before it is public."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.recipients import join_names
from revtrack.domain.publishing.gate import Finding
from revtrack.forms.publishing import ReasonWish, folder_of_copies, why_told
from revtrack.plain import sentences
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, leaving
from revtrack.services.papers import publishing as gate
from revtrack.services.papers.listing import DocumentLine, refuse_gone
from revtrack.wording import _, ngettext
from revtrack.wording.gate_texts import place_label, revealed_label


def publish(talk: Dialogue, lines: Sequence[DocumentLine]) -> tuple[Path, ...]:
    """Go through what documents tell; return the copies that were written, none where it is left.

    All are published together, and nothing is stored before all is confirmed. Of several, those
    that cannot be published are told and left out.
    """
    looked = [*_looked_through(talk, {each.path: each for each in lines})]
    if not looked:
        return ()
    talked = _GateTalk(talk, looked)
    talk.menu(talked.title, talked.options)
    return talked.published


def _looked_through(talk: Dialogue, lines: Mapping[Path, DocumentLine]) -> Iterator[gate.Looked]:
    for path, line in lines.items():
        try:
            refuse_gone(line)
            yield gate.look_at(talk.desk.store, path)
        except RevTrackError as refusal:
            if len(lines) == 1:
                raise
            reason = talk.desk.word(refusal)
            is_named = path.name in reason
            said = _("Left out: {reason}") if is_named else _("{name} is left out. {reason}")
            talk.say(said.format(name=path.name, reason=reason))


class _GateTalk:
    """The dialogue about documents before they are public."""

    def __init__(self, talk: Dialogue, looked: Sequence[gate.Looked]) -> None:
        self._talk = talk
        self._looked = looked
        self._found_in: dict[str, list[str]] = {}
        """The files in which a thing stands, by its key."""
        findings: dict[str, Finding] = {}
        for one in looked:
            for each in one.findings:
                findings.setdefault(each.key, each)
                self._found_in.setdefault(each.key, []).append(one.source.name)
        self._findings = tuple(findings.values())
        self._reasons: dict[str, str] = {}
        self.published: tuple[Path, ...] = ()

    @property
    def _left(self) -> tuple[Finding, ...]:
        return gate.unconfirmed(self._findings, self._reasons, None)

    def title(self) -> str:
        """Return what is left to do."""
        names = join_names(one.source.name for one in self._looked)
        name = _("Publish {name}").format(name=names)
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
            if len(self._looked) > 1:
                said = _(
                    "Nothing keeps them from being published. The copies are written to {folder}."
                )
            said = said.format(folder=folder_of_copies(self._looked))
        return f"{name}.\n{said}"

    def options(self) -> Sequence[Option]:
        """Return what was found, and what can be done."""
        return (*self._found(), *self._doing())

    def _found(self) -> Iterator[Option]:
        for each in self._findings:
            files = join_names(dict.fromkeys(self._found_in[each.key]))
            told = sentences.sentence(
                f"{self._state(each)}: {revealed_label(each.kind)}",
                each.text,
                place_label(each.place),
                files if len(self._looked) > 1 else None,
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
            self._looked,
            desk.today,
            folder_of_copies(self._looked),
            reasons=self._reasons,
            why=None,
        )
