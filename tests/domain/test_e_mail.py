"""E-mail addresses as they are registered, and as a mail can be sent to them."""

import pytest

from revtrack.domain.texts.e_mail import e_mail_in, sendable


@pytest.mark.parametrize(
    ("registered", "address"),
    [
        ("Nämnden, Box 1, 632 20 Eskilstuna", None),
        (None, None),
        ("Kultur <kultur@kommun.se>, tel 016-1", "kultur@kommun.se"),
        ("kultur@kommun.se.", "kultur@kommun.se"),
        ("registrator@älvsunda.se", "registrator@xn--lvsunda-4wa.se"),
        ("nämnd@kommun.se", None),  # no mail system is sure to take it
    ],
)
def test_an_address_is_found_in_what_is_registered(
    registered: str | None, address: str | None
) -> None:
    found = e_mail_in(registered)
    assert (sendable(found) if found else None) == address
