"""A municipality's settings, in words and as they are typed."""

from revtrack.domain.replies.reminders import parse_steps
from revtrack.wording.record_names import worded_value
from revtrack.wording.town_settings import steps_typed


def test_reminder_steps_are_told_and_typed_in_swedish() -> None:
    stored = "-14 mail, 7 mail, 21 letter"
    assert steps_typed(stored) == "-14 mejl, 7 mejl, 21 brev"
    assert parse_steps(steps_typed(stored)) == parse_steps(stored)
    assert steps_typed("-") == "-"
    assert steps_typed("someday") == "someday"
    assert worded_value("municipality", "reminder_steps", stored) == "-14 mejl, +7 mejl, +21 brev"
