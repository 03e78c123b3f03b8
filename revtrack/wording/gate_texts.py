"""What the gate before publishing finds, and where, in words."""

import re
from collections.abc import Callable, Mapping

from revtrack.domain.publishing.gate import Revealed
from revtrack.wording.language import _

_KINDS: Mapping[Revealed, Callable[[], str]] = {
    Revealed.OFFICEHOLDER: lambda: _("Officeholder"),
    Revealed.PERSON: lambda: _("Person's name"),
    Revealed.PERSONAL_NUMBER: lambda: _("Personal identity number"),
    Revealed.MISTYPED_NUMBER: lambda: _("Personal identity number (its check digit is wrong)"),
    Revealed.BIRTH: lambda: _("Day of birth"),
    Revealed.EMAIL: lambda: _("E-mail address"),
    Revealed.PHONE: lambda: _("Phone number"),
    Revealed.STREET_ADDRESS: lambda: _("Street address"),
    Revealed.POSTAL_ADDRESS: lambda: _("Postal address"),
    Revealed.PROPERTY: lambda: _("Real property"),
    Revealed.VEHICLE: lambda: _("Registration number of a vehicle"),
    Revealed.ACCOUNT: lambda: _("Bank account or giro"),
    Revealed.HEALTH: lambda: _("Somebody's health or care"),
    Revealed.SECRET: lambda: _("Secrecy"),
    Revealed.DRAFT: lambda: _("Draft"),
    Revealed.SECURITY: lambda: _("Security"),
    Revealed.NOT_SHOWN_BEFORE: lambda: _("Not shown before"),
    Revealed.UNSEEN: lambda: _("Unseen text, taken out"),
    Revealed.MAYBE_UNSEEN: lambda: _("Text that may not be seen"),
}
_PLACES: tuple[tuple[str, Callable[[], str]], ...] = (
    (r"word/document\.xml|word/charts/", lambda: _("the text")),
    (r"word/header", lambda: _("page header")),
    (r"word/footer", lambda: _("page footer")),
    (r"word/footnotes", lambda: _("footnote")),
    (r"word/endnotes", lambda: _("endnote")),
    (r"xl/sharedStrings|xl/worksheets|xl/charts|xl/tables", lambda: _("the sheets")),
    (r"xl/workbook", lambda: _("names of sheets and ranges")),
    (r"docProps/core", lambda: _("the file's properties")),
    (r".*\.html", lambda: _("the page")),
    (r".*\.csv", lambda: _("the rows")),
)


def revealed_label(kind: Revealed) -> str:
    """Return what kind of thing was found."""
    return _KINDS[kind]()


def place_label(part: str) -> str:
    """Return where it was found, for one who knows no parts of files."""
    for shape, word in _PLACES:
        if re.match(shape, part):
            return word()
    return _("part {part} of the file").format(part=part)
