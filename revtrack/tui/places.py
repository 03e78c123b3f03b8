"""The screens that a function key leads to from wherever the register is worked with."""

from collections.abc import Mapping
from importlib import import_module

from revtrack.forms.desk import Desk
from revtrack.tui.base import RevTrackScreen

PLACES: Mapping[str, str] = {
    "agenda": "overview.agenda:AgendaScreen",
    "problems": "finding.all_checks:AllChecksScreen",
    "history": "finding.register_history:HistoryScreen",
    "bodies": "bodies.municipalities:MunicipalitiesScreen",
    "packages": "exchange.packages:PackagesScreen",
    "reminders": "papers.reminders:RemindersScreen",
    "search": "finding.search:SearchScreen",
    "settings": "settings.settings:SettingsScreen",
    "statistics": "finding.statistics:StatisticsScreen",
}
"""Screens by the name that their binding opens them with: ``app.open('statistics')``.

Each is loaded when it is opened: many take long to load, and few are opened in one sitting.
"""


def place(name: str, desk: Desk) -> RevTrackScreen[None]:
    """Return the screen of this name, with the id by which it is found again."""
    module, screen = PLACES[name].split(":")
    made = getattr(import_module(f"revtrack.tui.screens.{module}"), screen)(desk)
    if not isinstance(made, RevTrackScreen):
        raise TypeError(name)
    made.id = place_id(name)
    return made


def place_id(name: str) -> str:
    """Return the id of the screen of this name."""
    return f"place-{name}"
