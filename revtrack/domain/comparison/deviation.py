"""A deviation of a paper from the register, and the sentences that say what to do about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Severity
from revtrack.domain.errors import N_
from revtrack.domain.names.addressing import Addressed
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Place


@dataclass(frozen=True, kw_only=True)
class Deviation:
    """Where a letter or report and the register differ."""

    code: str
    severity: Severity
    message: str
    """An English sentence of the catalogue: what differs and what to do."""
    values: Mapping[str, Any] = field(default_factory=dict)
    number: str | None = None
    """Of the recommendation it is about, as papers call it; None: of the paper as a whole."""
    committee: Committee | None = None
    """The committee it is about, where it is one."""
    place: Place | None = None
    """Where in the paper; None where it is not there."""
    expected: str | None = None
    found: str | None = None


MISSING = "missing"
EXTRA = "extra"
REWORDED_IN_FORM = "reworded_in_form"
REWORDED_IN_MEANING = "reworded_in_meaning"
RENUMBERED = "renumbered"
WRONG_RECIPIENT = "wrong_recipient"
WRONG_DATE = "wrong_date"
DATE_MISSING = "date_missing"
REPLY_NOT_ASKED = "reply_not_asked"
UNNUMBERED = "unnumbered"
OTHER_TITLE = "other_title"
OTHER_ASSESSMENT = "other_assessment"
OTHER_PAPER = "other_paper"

SEVERITIES: Mapping[str, Severity] = {
    MISSING: Severity.ERROR,
    EXTRA: Severity.ERROR,
    REWORDED_IN_MEANING: Severity.WARNING,
    REWORDED_IN_FORM: Severity.NOTICE,
    RENUMBERED: Severity.WARNING,
    WRONG_RECIPIENT: Severity.ERROR,
    WRONG_DATE: Severity.ERROR,
    DATE_MISSING: Severity.WARNING,
    REPLY_NOT_ASKED: Severity.ERROR,
    UNNUMBERED: Severity.WARNING,
    OTHER_TITLE: Severity.WARNING,
    OTHER_ASSESSMENT: Severity.WARNING,
    OTHER_PAPER: Severity.ERROR,
}
"""Every kind of deviation and how serious it is."""

IS_MISSING = N_("{number} is missing. Put it in again, or register that it is left out.")
IS_EXTRA = N_("This is not in the register. Take it out, or register it as a recommendation.")
IS_REWORDED_IN_MEANING = N_(
    "{number} is worded otherwise and may mean something else. Take back the registered wording, "
    "or register the new one."
)
IS_REWORDED_IN_FORM = N_(
    "{number} is worded otherwise, but only in form. Take back the registered wording, or correct "
    "it in the register too."
)
IS_RENUMBERED = N_(
    "{number} has got the number {found}. Change it back, since later papers use the number."
)
GOES_TO_OTHERS = N_(
    "{number} is put to {added} instead of {lost}. Correct the paper or the register."
)
DOES_NOT_GO_TO = N_(
    "{number} is not put to {lost}, as it is in the register. Correct the paper or the register."
)
GOES_ALSO_TO = N_(
    "{number} is put to {added} too, to whom it does not go in the register. Correct the paper or "
    "the register."
)
GOES_TO = (DOES_NOT_GO_TO, GOES_ALSO_TO, GOES_TO_OTHERS)
"""Of a recommendation whose recipients lack somebody, have somebody else too, or both."""

IS_ADDRESSED_TO = (
    N_(
        "The letter is not addressed to {lost}, as it is in the register. Correct the letter or "
        "the register."
    ),
    N_(
        "The letter is addressed to {added} too, who are not its recipients in the register. "
        "Correct the letter or the register."
    ),
    N_("The letter is addressed to {added} instead of {lost}. Correct the letter or the register."),
)
"""Of the letter's own recipients, as above."""

ASKS = (
    N_(
        "The letter does not ask {lost} for a reply, as the register does. Correct the letter or "
        "the register."
    ),
    N_(
        "The letter asks {added} for a reply too, who are not asked in the register. Correct the "
        "letter or the register."
    ),
    N_(
        "The letter asks {added} for a reply instead of {lost}. Correct the letter or the register."
    ),
)
"""Of those who are asked for a reply, as above."""

IS_OTHER_LETTER_DAY = N_(
    "The letter is dated {found}; in the register {expected}. Correct the one or the other."
)
IS_OTHER_REPORT_DAY = N_(
    "The report is dated {found}; in the register {expected}. Correct the one or the other."
)
IS_OTHER_DUE_DAY = N_(
    "Replies are asked for by {found}; in the register by {expected}. Correct the one or the other."
)
HAS_NO_DUE_DAY = N_(
    "The letter does not say by when replies are asked for; in the register it is by {expected}. "
    "Write the day."
)
ASKS_FOR_NO_REPLY = N_(
    "No sentence asks {lost} for a reply by {expected}, as the register does. Put it in again, or "
    "register that no reply is asked for."
)
HAS_LOST_NUMBERS = N_(
    "{expected} stand without their numbers. Put the numbers in again, since later papers use them."
)
HAS_LOST_NUMBER = N_(
    "{expected} stands without its number. Put the number in again, since later papers use it."
)
HAS_OTHER_TITLE = N_(
    "The letter has another title than the audit has in the register. Correct the one or the other."
)
HAS_NO_TITLE = N_("The letter does not give the audit's title. Put it in again.")
ASSESSES_OTHERWISE = N_(
    "The assessment is worded otherwise and may mean something else. Take back the registered "
    "wording, or register the new one."
)
ASSESSES_OTHERWISE_IN_FORM = N_(
    "The assessment is worded otherwise, but only in form. Take back the registered wording, or "
    "register the new one."
)
LACKS_ASSESSMENT = N_(
    "A part of the assessment is missing. Put it in again, or take it out of the register."
)
INFORMS = (
    N_(
        "The letter does not go to {lost} for information, as it does in the register. Correct the "
        "letter or the register."
    ),
    N_(
        "The letter goes to {added} for information too, who do not get it in the register. "
        "Correct the letter or the register."
    ),
    N_(
        "The letter goes to {added} for information instead of {lost}. Correct the letter or the "
        "register."
    ),
)
"""Of those who get the letter for information, as above."""

IS_ANOTHER_COPY = N_(
    "The copy seems to be addressed to {found}, not to {expected}. Choose the right file, or the "
    "right committee."
)
IS_OTHER_PAPER = N_(
    "The document does not seem to be a letter, report or table of {expected}: of the register's "
    "recommendations {matched} of {count} are in it, and its title is not. Choose the right file, "
    "or the right audit."
)
HAS_TITLE_OF_OTHER_PAPER = N_(
    "The document does not seem to be a letter, report or table of {expected}, whose title is not "
    "in it. Choose the right file, or the right audit."
)


def deviation(code: str, message: str, **facts: Any) -> Deviation:  # noqa: ANN401 - its fields
    """Return a deviation of this kind with its sentence filled from its own fields."""
    values = {
        name: said
        for name in ("number", "found", "expected")
        if (said := facts.get(name)) is not None and f"{{{name}}}" in message
    }
    return Deviation(
        code=code, severity=SEVERITIES[code], message=message, **{"values": values, **facts}
    )


def wrong_recipients(
    messages: tuple[str, str, str],
    case: AuditCase,
    expected: Collection[int],
    found: Addressed,
    **facts: Any,  # noqa: ANN401 - its fields
) -> Deviation:
    """Return a deviation in recipients, worded by who is lost and who is added."""
    named = {each.id for each in found.committees}
    lost = set(expected) - named if not found.is_vague else set[int]()
    added = [*_names(case, named - set(expected)), *found.strangers]
    place = (2 if added else 0) if lost else 1
    values = {"lost": join_names(_names(case, lost)), "added": join_names(added)}
    values |= {"number": facts["number"]} if facts.get("number") else {}
    astray = case.in_order(named ^ set(expected))
    return deviation(
        WRONG_RECIPIENT,
        messages[place],
        values={name: said for name, said in values.items() if f"{{{name}}}" in messages[place]},
        committee=astray[0] if len(astray) == 1 else None,
        expected=join_names(_names(case, expected)),
        found=join_names([*_names(case, named), *found.strangers]) or None,
        **facts,
    )


def _names(case: AuditCase, committee_ids: Collection[int]) -> list[str]:
    return [each.name for each in case.in_order(committee_ids)]
