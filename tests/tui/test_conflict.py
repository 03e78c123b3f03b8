"""Two people change the same: mine, theirs and the original are seen, and nothing is lost."""

from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.database.opening import open_store
from revtrack.services.find import read_case
from revtrack.storage.store import Person, Store
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2023, 3, 21)


def case_of(store: Store) -> AuditCase:
    return read_case(store, 1)


def somebody_else_changes(store: Store, **stated: object) -> None:
    """Let another person, in a sitting of her own, change the audit meanwhile."""
    other = open_store(store.path, Person("Alex Berg"))
    change_facts(other, 1, [Edit(case_of(other).audit, stated)], TODAY)
    other.close()


async def _open_and_type(user: User, title: str) -> None:
    await user.press("end", "E")
    assert "╭─ Ändra granskningen – ESK-2022-1" in user.screen
    await user.press("home", "shift+end")
    await user.type(title)


async def test_mine_theirs_and_the_original_are_chosen_between(
    awaiting_store: Store, sit_down: Opened
) -> None:
    before = case_of(awaiting_store).audit
    async with sit_down(awaiting_store, TODAY, (120, 40)) as user:
        await _open_and_type(user, "Mitt förslag till titel")
        somebody_else_changes(awaiting_store, title="Hennes titel [/]", firm="Annan byrå")
        await user.press("ctrl+s")
        assert "Ändrat av någon annan under tiden" in user.screen
        assert "Alex Berg" in user.words
        for said in ("○ Mitt", "○ Deras", "○ Före", "Mitt förslag", "Hennes titel [/]"):
            assert said in user.screen
        assert "● Deras" in user.screen
        assert "Annan byrå" in user.screen
        assert case_of(awaiting_store).audit.title == "Hennes titel [/]"
        await user.press("ctrl+s")
        assert "Välj också här vilken text som ska gälla" in user.words
        await user.press("m", "ctrl+s")
        audit = case_of(awaiting_store).audit
        assert audit.title == "Mitt förslag till titel"
        assert audit.firm == "Annan byrå"
        assert audit.version == before.version + 2
        assert "╭─" not in user.screen


async def test_what_is_not_decided_stays_in_the_form(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY, (80, 24)) as user:
        await _open_and_type(user, "Mitt förslag")
        somebody_else_changes(awaiting_store, title="Hennes titel")
        await user.press("ctrl+s", "escape")
        assert "Mitt förslag" in user.screen
        assert case_of(awaiting_store).audit.title == "Hennes titel"
        await user.press("ctrl+s")
        assert "Ändrat av någon annan under tiden" in user.screen
        await user.press("d", "ctrl+s")
        assert "Det som den andre har sparat gäller." in user.notices[-1]
        assert case_of(awaiting_store).audit.title == "Hennes titel"


async def test_what_others_changed_elsewhere_is_kept_without_a_question(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await _open_and_type(user, "Mitt förslag")
        somebody_else_changes(awaiting_store, firm="Annan byrå")
        await user.press("ctrl+s", "ctrl+s")
        audit = case_of(awaiting_store).audit
        assert (audit.title, audit.firm) == ("Mitt förslag", "Annan byrå")
