"""Why there is nobody to make a document for, and which key to press first."""

from collections.abc import Callable, Mapping

from revtrack.domain.codes import DocumentKind as Kind
from revtrack.tui.keys import key_of
from revtrack.wording import _

_MISSING: Mapping[Kind, Callable[[], str]] = {
    Kind.REMINDER: lambda: _("No reply and no supplement is awaited."),
    Kind.SUPPLEMENT_REQUEST: lambda: _(
        "No supplement is asked for by a day that lies ahead. Return a reply first: {key} in the "
        "tab {tab}."
    ).format(key=key_of("audit.return"), tab=_("Replies and due days")),
    Kind.EXTENSION_NOTICE: lambda: _(
        "No more time is registered for a committee that has not replied. Register it first: "
        "{key} in the tab {tab}."
    ).format(key=key_of("audit.extension"), tab=_("Replies and due days")),
}


def missing_occasion(kind: Kind) -> str:
    """Return why there is nobody to make a document for, and what to do first."""
    told = _MISSING.get(kind)
    return told() if told else _("There is no committee to make it for.")
