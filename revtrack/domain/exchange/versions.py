"""Files of one name: a later one is a new version, and the earlier stays beside it."""

from collections.abc import Iterable

from revtrack.domain.records import Attachment
from revtrack.domain.texts.prose import name_key


def file_versions(attachments: Iterable[Attachment]) -> dict[int, int]:
    """Return which version each file is, from 1, by its id.

    Files are versions of one another where they are of the same response, or of none, and of the
    same name.
    """
    counts: dict[tuple[int | None, str], int] = {}
    found = {}
    for each in sorted(attachments, key=lambda attachment: attachment.id):
        key = each.response_id, name_key(each.name)
        counts[key] = counts.get(key, 0) + 1
        found[each.id] = counts[key]
    return found
