"""Lines of a paper beside the register, told to a person, and what became of them."""

from collections.abc import Collection, Iterable
from itertools import groupby

from revtrack.cli.frame.output import note, say, say_wrapped
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.proposals.proposal import Doubt
from revtrack.domain.texts.paper import Place
from revtrack.services.reading_in.about_letter import LETTER_ON
from revtrack.services.reading_in.as_json import warnings
from revtrack.services.reading_in.ground import makes_audit
from revtrack.services.reading_in.lines import (
    Accepted,
    Comparison,
    Form,
    ProposalLine,
    Standing,
    Value,
)
from revtrack.services.reading_in.read_file import SURE
from revtrack.services.reading_in.told import shown_value, why_left
from revtrack.services.reading_in.values import CODES, value_of
from revtrack.wording import _, ngettext, word
from revtrack.wording.labels import label

INDENT = 2


def tell_comparison(seen: Comparison) -> None:
    """Say what is new, what differs and what cannot be saved, each by its key."""
    if seen.audit is not None:
        say(f"{seen.audit.reference}  {seen.audit.title}")
    elif seen.followed is not None:
        followed = f"{seen.followed.reference}  {seen.followed.title}"
        say_wrapped(_("A new follow-up of {audit}").format(audit=followed))
    elif not makes_audit(seen.proposal):
        say(_("No audit is chosen yet; name it with --into AUDIT."))
    else:
        town = seen.municipality.name if seen.municipality else "–"
        say(_("A new audit of {municipality}").format(municipality=town))
    if seen.elsewhere:
        say_wrapped(seen.elsewhere)
    headings = {
        Standing.NEW: _("New"),
        Standing.DIFFERS: _("Otherwise than the register"),
        Standing.CANNOT: _("Cannot be saved as it is"),
    }
    for standing, heading in headings.items():
        _tell(heading, [each for each in seen.lines if each.standing is standing])
    same = sum(each.standing is Standing.SAME for each in seen.lines)
    said = ngettext(
        "The register has {n} line already.", "The register has {n} lines already.", same
    )
    if same:
        say()
        say(said.format(n=same))
    tell_doubts(seen.doubts)
    note(_("Nothing was saved."))


def _tell(heading: str, lines: Collection[ProposalLine]) -> None:
    if not lines:
        return
    say()
    say(f"{heading} ({len(lines)})")
    for why, members in groupby(lines, key=_why_not):
        if why is not None:
            say_wrapped(why, indent=INDENT, hanging=INDENT)
        for each in members:
            _say_whole(each, indent=INDENT if why is None else 2 * INDENT)


def _why_not(line: ProposalLine) -> str | None:
    """Return why a line cannot be saved, which is said once of all to which it applies."""
    return line.reason if line.standing is Standing.CANNOT else None


def _say_whole(line: ProposalLine, indent: int) -> None:
    """Say a line, what the register has in its place, and what a person should know of it."""
    _say_line(line, indent)
    if line.registered is not None:
        said = _("In the register: {registered}")
        told = said.format(registered=shown_value(line.registered))
        say_wrapped(told, indent=indent + INDENT, hanging=INDENT)
    if line.reason and _why_not(line) is None:
        say_wrapped(line.reason, indent=indent + INDENT, hanging=INDENT)


def _say_line(line: ProposalLine, indent: int) -> None:
    quote = f"”{line.quote}”" if line.quote else ""
    value = " – ".join(filter(None, (shown_value(line.value) or _untold(line), quote)))
    said = f"{line.key}  {line.label}: {value}{where_told(line.place, line.confidence)}"
    say_wrapped(said, indent=indent, hanging=INDENT)


def _untold(line: ProposalLine) -> str:
    """Return what stands for a value that the paper does not give."""
    return _("not graded") if line.form is Form.GRADE else _("not stated")


def where_told(place: Place, confidence: float) -> str:
    """Return the line in brackets, with a question mark where a person should look."""
    doubt = " ?" if confidence < SURE else ""
    said = _(" (line {line}{doubt})") if place.line else "{doubt}"
    return said.format(line=place.line, doubt=doubt)


def value_typed(seen: Comparison, key: str, text: str) -> Value:
    """Return what is typed as the value of a line; raise UsageError where it cannot be."""
    line = seen.line(key)
    if line is None:
        raise UsageError("The paper has no line {key}.", key=key)
    if line.form is Form.FIXED:
        raise UsageError("{key} is accepted as it is, or left.", key=key)
    try:
        return value_of(line.form, text, seen.committees)
    except RevTrackError as fault:
        raise UsageError("{key} cannot be read: {reason}", key=key, reason=word(fault)) from fault
    except ValueError as fault:
        codes = CODES.get(line.form)
        if codes is None:
            raise UsageError(
                "{input} is no day in the calendar; write YYYY-MM-DD.", input=text
            ) from fault
        raise UsageError(
            "{key}: choose one of {codes}.",
            key=key,
            codes=", ".join(f"{code.value} ({label(code)})" for code in codes),
        ) from fault


def tell_accepted(seen: Comparison, done: Accepted, *, tells_left: bool) -> None:
    """Say what was saved and, where that is asked for, what was left and why."""
    reference = done.audit.reference
    told = seen.lines if tells_left else ()
    left = [(each, why) for each in told if (why := why_left(seen, each, done.keys))]
    if not done.keys and (left or seen.doubts):
        note(_("Nothing was saved in {reference}.").format(reference=reference))
    elif not done.keys:
        note(_("{reference} has it already; nothing was saved.").format(reference=reference))
    elif done.is_new_audit:
        note(_("{reference} is registered as a new audit.").format(reference=reference))
    if left:
        say(_("Left ({n})").format(n=len(left)))
    for why, lines in groupby(left, key=lambda each: each[1]):
        say_wrapped(why, indent=INDENT, hanging=INDENT)
        for each, _why in lines:
            _say_line(each, 2 * INDENT)
    if any(each.key == LETTER_ON for each, _why in left):
        say_wrapped(
            _("The letter itself is not registered: no reply is awaited yet, and none can be read.")
        )
    if done.keys:
        said = ngettext(
            "{n} line was saved in {reference}.",
            "{n} lines were saved in {reference}.",
            len(done.keys),
        )
        note(said.format(n=len(done.keys), reference=reference))
    if done.is_attached:
        note(_("The file is attached as it came."))
    tell_doubts(seen.doubts)


def tell_doubts(doubts: Iterable[Doubt]) -> None:
    """Say what a person should look at, each with its line."""
    listed = warnings(doubts)
    if not listed:
        return
    say()
    say(_("To look at"))
    for each in listed:
        place = _(" (line {line})").format(line=each["line"]) if each["line"] else ""
        say_wrapped(f"{each['message']}{place}", indent=INDENT, hanging=INDENT)
