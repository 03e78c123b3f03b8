"""What checks are called where a confirmation is told."""

from revtrack.domain.checks import TROUBLES
from revtrack.domain.names.record_names import RecordName
from revtrack.wording.check_names import CHECK_NAMES, check_name
from revtrack.wording.record_names import owner_of, worded_value

RESTING = "time_unknown@4b0fcb7f-5f0c-4b12-8d4f-0e0f6f6d2c11"


def test_every_check_has_a_name_and_no_two_the_same() -> None:
    assert {each.code for each in TROUBLES} == set(CHECK_NAMES)
    names = [check_name(code) for code in CHECK_NAMES]
    assert len(set(names)) == len(names)


def test_a_confirmation_is_told_by_what_its_check_is_called() -> None:
    assert check_name("not_addressed") == "Besvaras inte i svaret"
    assert worded_value("confirmation", "code", RESTING) == "Okänt om svaret kom i tid"
    assert check_name("a_check_of_a_later_version@1") == "a_check_of_a_later_version"
    name = RecordName("confirmation", audit="ESK-2022-1", own=RESTING, own_field="code")
    assert owner_of(name) == "ESK-2022-1 (Okänt om svaret kom i tid)"
