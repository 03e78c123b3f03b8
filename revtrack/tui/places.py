"""The screens that a function key leads to from wherever the register is worked with."""

from collections.abc import Callable, Mapping

from revtrack.tui.base import RevTrackScreen
from revtrack.tui.desk import Desk
from revtrack.tui.screens.agenda import AgendaScreen
from revtrack.tui.screens.all_checks import AllChecksScreen
from revtrack.tui.screens.municipalities import MunicipalitiesScreen
from revtrack.tui.screens.reminders import RemindersScreen
from revtrack.tui.screens.search import SearchScreen
from revtrack.tui.screens.statistics import StatisticsScreen

PLACES: Mapping[str, Callable[[Desk], RevTrackScreen[None]]] = {
    "agenda": AgendaScreen,
    "problems": AllChecksScreen,
    "bodies": MunicipalitiesScreen,
    "reminders": RemindersScreen,
    "search": SearchScreen,
    "statistics": StatisticsScreen,
}
"""Screens by the name that their binding opens them with: ``app.open('statistics')``."""
