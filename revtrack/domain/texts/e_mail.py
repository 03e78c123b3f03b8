"""What an e-mail address is, and which of them a mail can be sent to."""

import re

_E_MAIL = re.compile(r"[^\s<>,;:@\"]+@[^\s<>,;:@\"]+\.[^\s<>,;:@\"]+[^\s<>,;:@\".]")


def e_mail_in(text: str | None) -> str | None:
    """Return the first e-mail address in an address as it is registered, None where it has none."""
    found = _E_MAIL.search(text or "")
    return found[0] if found else None


def sendable(address: str) -> str | None:
    """Return an address as it may stand in a mail's head, its domain in ASCII; None if it may not.

    Only letters of ASCII may stand before the @ of an address that every mail system takes.
    """
    name, _at, domain = address.rpartition("@")
    try:
        host = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return (
        f"{name}@{host}"
        if name.isascii() and re.fullmatch(r"[\w.!#$%&'*+/=?^`{|}~-]+", name)
        else None
    )
