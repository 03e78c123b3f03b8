"""Position and progress are told together, and nothing is put in a committee's mouth."""

import pytest

from revtrack.domain.codes import Position, Progress
from revtrack.wording import use_language
from revtrack.wording.stances import stance, swedish_stance


@pytest.mark.parametrize(
    ("position", "progress", "has_quote", "told"),
    [
        (None, None, False, "Ej genomgånget"),
        (Position.AGREES, Progress.PLANNED, True, "Avser att vidta åtgärder"),
        (Position.AGREES, Progress.UNDER_WAY, True, "Uppger att åtgärd pågår"),
        (Position.AGREES, Progress.DONE, False, "Uppger att åtgärden redan är genomförd"),
        (Position.AGREES, None, True, "Instämmer"),
        (Position.AGREES, None, False, "Uppges instämma, men svarets text är inte återgiven"),
        (Position.ALREADY_MET, Progress.DONE, True, "Uppger att åtgärden redan är genomförd"),
        (Position.ALREADY_MET, Progress.UNDER_WAY, True, "Uppger att åtgärd redan pågår"),
        (Position.ALREADY_MET, None, True, "Anser rekommendationen redan tillgodosedd"),
        (
            Position.DISAGREES,
            Progress.WILL_NOT,
            True,
            "Instämmer inte; avser inte att vidta någon åtgärd",
        ),
        (Position.NOT_ADDRESSED, None, False, "Besvaras inte"),
    ],
)
def test_a_stance_is_the_committees_own_account(
    position: Position | None, progress: Progress | None, has_quote: bool, told: str
) -> None:
    assert stance(position, progress, has_quote=has_quote) == told
    use_language("en")
    assert swedish_stance(position, progress, has_quote=has_quote) == told
    assert stance(position, progress, has_quote=has_quote) != told
