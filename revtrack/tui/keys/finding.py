"""Keys of the screens on which things are found, counted and checked over all audits."""

from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _

SEARCH = [
    quiet("search.open", "l,right", "open", _("Open the audit where it stands")),
    shown(
        "search.texts",
        "t",
        "turn_to_texts",
        _("Texts"),
        tooltip=_("Search in all texts, or list recommendations"),
    ),
    shown("search.views", "s", "views", _("Saved views"), tooltip=_("Recall a saved view")),
    shown("search.save_view", "S", "save_view", _("Save view"), tooltip=_("Save the filter")),
]

VIEWS = [shown("views.remove", "delete", "remove", _("Remove"), tooltip=_("Remove the view"))]

STATISTICS = [
    quiet("statistics.open", "l,right", "open", _("Show what the row counts")),
    shown("statistics.as_of", "ö", "as_of", _("On a day"), tooltip=_("Figures of an earlier day")),
]

PROBLEMS = [
    quiet("problems.open", "l,right", "open", _("Go to where it is mended")),
    shown("problems.confirm", "b", "confirm", _("Confirm"), tooltip=_("Confirm as intended")),
    shown(
        "problems.confirmed",
        "c",
        "show_confirmed",
        _("Confirmed ones"),
        tooltip=_("Show or hide what is confirmed"),
    ),
]

HISTORY = [
    quiet("history.open", "l,right", "open", _("Open the history of the audit")),
    shown("history.older", "o", "older", _("Older"), tooltip=_("Show older changes as well")),
    shown("history.as_of", "ö", "as_of", _("On a day"), tooltip=_("The register on a day")),
]

BEHIND = [quiet("behind.open", "l,right", "open", _("Open the audit on the row"))]
