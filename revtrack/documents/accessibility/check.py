"""Any file looked through, by the ending of its name."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from revtrack.documents.accessibility.excel import check_excel
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.html import check_html
from revtrack.documents.accessibility.word import check_word
from revtrack.domain.errors import RevTrackError

CHECKED: Mapping[str, Callable[[bytes], tuple[Finding, ...]]] = {
    ".docx": check_word,
    ".xlsx": check_excel,
    ".html": check_html,
    ".htm": check_html,
}
"""What looks through a file, by the ending of its name."""


def check_file(name: str, content: bytes) -> tuple[Finding, ...]:
    """Return what keeps somebody from reading a file; nothing where nothing was found.

    Raises RevTrackError where the file is damaged, or of a kind that nobody looks through here. A
    file that others have sent is to be weighed first: this opens it as it is.
    """
    checker = CHECKED.get(PurePath(name).suffix.lower())
    if checker is None:
        raise RevTrackError(
            "{name} is not of a kind that can be looked through: {endings}.",
            name=name,
            endings=tuple(CHECKED),
        )
    return checker(content)
