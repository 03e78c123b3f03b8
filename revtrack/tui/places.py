"""The screens that a function key leads to from wherever the register is worked with."""

from collections.abc import Callable, Mapping

from revtrack.tui.base import RevTrackScreen
from revtrack.tui.desk import Desk
from revtrack.tui.screens.agenda import AgendaScreen
from revtrack.tui.screens.all_checks import AllChecksScreen
from revtrack.tui.screens.municipalities import MunicipalitiesScreen
from revtrack.tui.screens.register_history import HistoryScreen
from revtrack.tui.screens.reminders import RemindersScreen
from revtrack.tui.screens.search import SearchScreen
from revtrack.tui.screens.settings import SettingsScreen
from revtrack.tui.screens.statistics import StatisticsScreen


def _packages(desk: Desk) -> RevTrackScreen[None]:
    # What signs packages takes long to load; only who exchanges them waits for it.
    from revtrack.tui.screens.packages import PackagesScreen  # noqa: PLC0415

    return PackagesScreen(desk)


PLACES: Mapping[str, Callable[[Desk], RevTrackScreen[None]]] = {
    "agenda": AgendaScreen,
    "problems": AllChecksScreen,
    "history": HistoryScreen,
    "bodies": MunicipalitiesScreen,
    "packages": _packages,
    "reminders": RemindersScreen,
    "search": SearchScreen,
    "settings": SettingsScreen,
    "statistics": StatisticsScreen,
}
"""Screens by the name that their binding opens them with: ``app.open('statistics')``."""
