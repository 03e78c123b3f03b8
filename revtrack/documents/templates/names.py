"""The names of fields, and the right name nearest to a wrong one."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from revtrack.documents import fields
from revtrack.documents.fields.field import Field

LIKE_ENOUGH = 62
"""Of 100: how like a name must be to be proposed."""
_PLAIN_LETTERS = str.maketrans("åäöéü", "aaoeu")


def fields_of_template(name: str) -> tuple[Field, ...]:
    """Return the fields of a template or a mail's text by its file name."""
    return fields.FIELDS.get(name) or fields.MAIL_FIELDS.get(name) or ()


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a wrong one; None where none is like it."""
    plain = re.sub(r"[\W_]+", "_", wrong.casefold().translate(_PLAIN_LETTERS)).strip("_")
    found = process.extractOne(plain, sorted(known), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
    return found[0] if found else None


def holders(name: str, but: str) -> list[str]:
    """Return the templates that have a field of this name, without one of them."""
    return [
        template
        for template, listed in {**fields.FIELDS, **fields.MAIL_FIELDS}.items()
        if template != but and any(field.name == name for field in listed)
    ]


def written(name: str) -> str:
    """Return a field as it is written in a template."""
    return f"{{{{ {name} }}}}"
