"""Every secret at once, in a document of our own."""

from revtrack.documents.office.package import read_parts, write_parts
from tests.documents.publishing.planting import DOCUMENT
from tests.documents.publishing.word_secrets import UNSEEN, WORD

_SHOWN_THERE = frozenset(
    {"header of a first page", "footer of even pages", "white by a table's style"}
)
"""What is shown by a document that has such pages, and a colour for all its text."""


def planted(content: bytes) -> bytes:
    """Return a Word document of ours with the secrets that its parts have room for."""
    parts = read_parts(content)
    planters = {**WORD, **UNSEEN}
    assert DOCUMENT in parts
    done = 0
    for place in [each for each in planters if each not in _SHOWN_THERE]:
        tried = dict(parts)
        try:
            planters[place](tried)
        except (AssertionError, KeyError):
            continue
        parts, done = tried, done + 1
    assert done >= 80
    return write_parts(parts)
