"""The text of a mail held against the fields that it can have."""

import re
from collections.abc import Iterator

from revtrack.documents.accessibility.finding import Finding, Place
from revtrack.documents.templates import flaws
from revtrack.documents.templates.names import fields_of_template, holders, nearest, written
from revtrack.documents.templates.spots import IN_FILE
from revtrack.documents.templates.tokens import Sort, Token, tokens
from revtrack.domain.errors import N_

_SUBJECT = re.compile(r"(?:Ämne|Subject)\s*:.*", re.IGNORECASE)


def check_mail(name: str, content: bytes) -> tuple[Finding, ...]:
    """Return what is wrong with the text of a mail, line by line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return (Finding(flaws.NOT_UTF8, IN_FILE),)
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if not line.startswith("#")
    ]
    first = next(((number, line) for number, line in lines if line.strip()), (1, ""))
    found = [] if _SUBJECT.fullmatch(first[1].strip()) else [Finding(flaws.NO_SUBJECT, IN_FILE)]
    for number, line in lines:
        place = Place(N_("Line {line}"), {"line": number})
        for token in tokens(line):
            found += _of_token(token, place, name)
    return tuple(found)


def _of_token(token: Token, place: Place, name: str) -> Iterator[Finding]:
    known = {field.name for field in fields_of_template(name)}
    near = nearest(token.name, known) if token.name else None
    if token.sort is Sort.CODE:
        yield Finding(flaws.CODE, place, {"text": token.text})
    elif token.sort is Sort.BROKEN:
        if near or "{{" in token.text or "}}" in token.text:
            values = {"text": token.text, "nearest": written(near or "kommun")}
            yield Finding(flaws.BROKEN_FIELD, place, values)
    elif token.name not in known:
        if others := holders(token.name, name):
            values = {"field": written(token.name), "templates": ", ".join(others)}
            yield Finding(flaws.FOREIGN_FIELD, place, values)
        elif near:
            values = {"field": written(token.name), "nearest": written(near)}
            yield Finding(flaws.UNKNOWN_FIELD, place, values)
        else:
            values = {"field": written(token.name), "kind": name.rpartition(".")[0]}
            yield Finding(flaws.STRANGE_FIELD, place, values)
