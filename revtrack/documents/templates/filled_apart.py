"""Somebody's own template handed to a process of its own: to be looked through, to be filled in."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from revtrack.confined.archive import check_archive
from revtrack.confined.limits import LIMITS, MEGABYTE, Limits
from revtrack.confined.running import Stop, StoppedError, run_confined
from revtrack.documents.accessibility.finding import Finding, Flaw, Place
from revtrack.documents.office.filling import Filled
from revtrack.documents.office.shipped import is_ours
from revtrack.documents.templates.flaws import FLAWS
from revtrack.domain.codes import Severity
from revtrack.domain.errors import N_, RevTrackError
from revtrack.wording import word

_WORK = "revtrack.documents.templates.work"
_ZIP = b"PK\x03\x04"
_REFUSED = N_("The template {template} cannot be used. {what}")
_MORE_REFUSED = N_(
    "The template {template} cannot be used. {what} All that is wrong is listed by: revtrack "
    "template check. Besides this: {others}."
)
_STOPPED = {
    Stop.TIME: N_("The template {template} was given up: it takes longer than {seconds} seconds."),
    Stop.MEMORY: N_(
        "The template {template} was given up: it takes more memory than {megabytes} MB."
    ),
    Stop.DEATH: N_(
        "The template {template} cannot be used: it is damaged, or made to do what no template "
        "does. Begin anew from ours: revtrack template copy."
    ),
}


def fill_apart(
    template: bytes,
    name: str,
    plain: Mapping[str, str],
    markers: Mapping[str, str],
    columns: Mapping[str, Sequence[str]],
) -> Filled:
    """Return what `filling.fill` does, for a template that is not ours.

    Raises RevTrackError, naming the template and the place in it, where it is unsafe, has an
    unknown or broken field, holds code, or takes more time or memory than it may.
    """
    options = {
        "plain": dict(plain),
        "markers": dict(markers),
        "columns": {block: list(names) for block, names in columns.items()},
    }
    answer = _work("fill_in", template, name, options)
    if refused := [_finding(each) for each in answer.get("refused", ())]:
        first, others = refused[0], len(refused) - 1
        raise RevTrackError(
            _MORE_REFUSED if others else _REFUSED, template=name, what=first.line, others=others
        )
    return Filled(base64.b64decode(answer["document"]), tuple(answer["expected"]))


def look_through(template: bytes, name: str) -> tuple[Finding, ...]:
    """Return what is wrong with a Word template, the gravest first.

    One of ours needs no process of its own. Raises RevTrackError where it is no Word file, is
    damaged, or takes too long.
    """
    if is_ours(template):
        from revtrack.documents.templates import work  # noqa: PLC0415 - else only in that process

        return findings(work.look_through(template, name=name))
    return findings(_work("look_through", template, name, {}))


def findings(told: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Return what the other process has told of a template as findings, the gravest first."""
    order = list(Severity)
    return tuple(sorted(map(_finding, told), key=lambda each: order.index(each.severity)))


def _work(
    what: str, template: bytes, name: str, options: Mapping[str, Any], limits: Limits = LIMITS
) -> Any:  # noqa: ANN401 - whatever JSON the work gives
    if not template.startswith(_ZIP):
        raise RevTrackError(
            "The template {template} is not a Word document (.docx).", template=name
        )
    try:
        check_archive(template, limits)
    except RevTrackError as refusal:
        raise RevTrackError(_REFUSED, template=name, what=word(refusal)) from refusal
    try:
        return run_confined(f"{_WORK}:{what}", template, {"name": name, **options}, limits)
    except StoppedError as stopped:
        raise RevTrackError(
            _STOPPED[stopped.why],
            template=name,
            seconds=f"{limits.seconds:g}",
            megabytes=limits.memory // MEGABYTE,
        ) from None


def _finding(said: Mapping[str, Any]) -> Finding:
    if "flaw" in said:
        code, severity, message = said["flaw"]
        flaw = Flaw(code, Severity(severity), message)
    else:
        flaw = FLAWS[said["code"]]
    message, values = said["place"]
    return Finding(flaw, Place(message, values), said["values"])
