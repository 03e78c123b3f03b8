"""The checksum by which a list of keys in a file that comes back is known to be unchanged."""

import hashlib
import json
from collections.abc import Sequence


def rows_checksum(head: str, rows: Sequence[Sequence[str]]) -> str:
    """Return the checksum of a text and some rows of texts, as 64 hexadecimal digits."""
    told = json.dumps([head, *map(list, rows)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
