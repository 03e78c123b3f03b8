"""The screens that a function key leads to from wherever the register is worked with."""

from collections.abc import Callable, Mapping

from revtrack.tui.base import RevTrackScreen
from revtrack.tui.desk import Desk
from revtrack.tui.screens.bodies.municipalities import MunicipalitiesScreen
from revtrack.tui.screens.finding.all_checks import AllChecksScreen
from revtrack.tui.screens.finding.register_history import HistoryScreen
from revtrack.tui.screens.finding.search import SearchScreen
from revtrack.tui.screens.finding.statistics import StatisticsScreen
from revtrack.tui.screens.overview.agenda import AgendaScreen
from revtrack.tui.screens.papers.reminders import RemindersScreen
from revtrack.tui.screens.settings.settings import SettingsScreen


def _packages(desk: Desk) -> RevTrackScreen[None]:
    # What signs packages takes long to load; only who exchanges them waits for it.
    from revtrack.tui.screens.exchange.packages import PackagesScreen  # noqa: PLC0415

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
