"""What a refusal says at a screen, where a command is told of elsewhere."""

import re

from revtrack.domain.errors import RevTrackError
from revtrack.tui.refusals import AT_A_SCREEN, word_here
from revtrack.wording import _

COMMAND = re.compile(r"revtrack [a-z]|--[a-z]")


def test_no_refusal_names_a_command_at_a_screen() -> None:
    for message in AT_A_SCREEN:
        assert COMMAND.search(message), message
        assert _(message) != message, "the refusal is another sentence now"
        values = dict.fromkeys(re.findall(r"{(\w+)}", message), "KS")
        told = word_here(RevTrackError(message, **values))
        assert not COMMAND.search(told), told
        assert "{" not in told


def test_a_key_stands_where_a_command_stood() -> None:
    refusal = RevTrackError(
        "In {reference} no more time is registered for {committee}. Register it first, "
        "with: revtrack extend",
        reference="ALV-2025-1",
        committee="kommunstyrelsen",
    )
    assert word_here(refusal) == (
        "I ALV-2025-1 är ingen förlängd svarstid registrerad för kommunstyrelsen. Registrera "
        "den först, i granskningen, med e."
    )
