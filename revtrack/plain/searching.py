"""Sök: all recommendations of the register by words and fields, read as sentences."""

from functools import partial

from revtrack.domain.errors import RevTrackError
from revtrack.domain.filtering import parse_filter
from revtrack.domain.searching import FoundLine
from revtrack.plain import sentences
from revtrack.plain.console import Order, order_of
from revtrack.plain.following import follow
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told
from revtrack.services.searching import Register
from revtrack.wording import _, word
from revtrack.wording.filter_names import filter_names
from revtrack.wording.labels import label
from revtrack.wording.standings import standing_label

MOST = 2_000
"""Rows that are found at most; more words find fewer."""


def search(talk: Dialogue) -> None:
    """Ask what to look for, and read what is found, until somebody backs out."""
    register = Register(talk.desk.store)
    try:
        register.prepare()
        while typed := _asked(talk):
            try:
                _read_found(talk, register, typed)
            except RevTrackError as refusal:
                talk.say(word(refusal))
    finally:
        register.close()


def _asked(talk: Dialogue) -> str:
    """Return what is looked for; empty where somebody backs out."""
    while True:
        answer = talk.console.read(
            _("Search, for example committee:KS status:open late (? help, empty line: back):")
        )
        order = order_of(answer)
        if order in {Order.BACK, Order.CANCEL}:
            return ""
        if order is None:
            return answer
        talk.obey(order, _help())


def _help() -> str:
    return _(
        "Words that the recommendation, the committee or the audit has, and fields with a value. "
        "A minus before a part keeps what does not fit it. The fields are {fields}."
    ).format(fields=", ".join(filter_names()))


def _read_found(talk: Dialogue, register: Register, typed: str) -> None:
    asked = parse_filter(typed, filter_names())
    found = register.lines(register.find_lines(asked, talk.desk.today, MOST))
    options = tuple(
        Option(
            found_told(talk, each),
            partial(follow, talk, each.audit_id, each.addressee_id),
            found_by=f"{each.title} {each.abbreviation or ''}",
        )
        for each in found
    )
    title = _("Recommendations that fit “{filter}”.").format(filter=typed)
    if len(found) == MOST:
        title += " " + _("Only the first {n} are read.").format(n=MOST)
    talk.browse(
        title, lambda: options, _("No recommendation fits “{filter}”.").format(filter=typed)
    )


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
