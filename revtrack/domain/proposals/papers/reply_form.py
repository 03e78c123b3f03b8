"""The labelled fields of a reply form: who replies, with what number, when it was decided, on what.

Auditors who send a form get it back with a label to the left and the value to the right, or with
both on one line ("Nämnd: Socialnämnden"). A label that stands twice in a paper is a list's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.paper import Line, Paper, Place, Table


class Field(StrEnum):
    """What a labelled field of a reply form holds."""

    COMMITTEE = "committee"
    NUMBER = "number"
    AUDITORS_NUMBER = "auditors_number"
    DECIDED = "decided"
    PARAGRAPH = "paragraph"
    TITLE = "title"


_BODIES = r"nämnd(?:en)?|styrelse(?:n)?|bolag(?:et)?|organ(?:et)?|direktion(?:en)?|enhet"
_BODY = f"(?:{_BODIES})"
_NUMBER = r"(?:dnr|d\.nr|diarienummer|diarienr|ärendenummer|ärendenr|diariebeteckning)"
_DAY = r"(?:datum|dag|sammanträdesdatum|beslutsdatum|beslutsdag|sammanträde)"
_SHAPES = {
    Field.COMMITTEE: re.compile(
        rf"(?:granskad |svarande |berörd |ansvarig )?{_BODY}(?:(?:/| eller | och |, )"
        rf"(?:granskad )?{_BODY})*(?: som (?:svarar|lämnar svaret?|granskats|yttrar sig))?"
        r"|(?:svar(?:et)?|yttrande) (?:lämnas av|från|avges av)|svarande|avgivet av|vem som svarar"
        rf"|namn på {_BODY}(?:(?:/| eller ){_BODY})*|{_BODY}s namn"
    ),
    Field.AUDITORS_NUMBER: re.compile(
        rf"(?:\w*revis(?:ionen|orerna)s?|granskningens|rapportens|ert|er) {_NUMBER}"
        rf"|{_NUMBER} (?:hos|för) (?:\w*revis(?:ionen|orerna)|granskningen)"
    ),
    Field.NUMBER: re.compile(
        rf"(?:(?:{_BODIES})s |vårt |eget |svarets )?{_NUMBER}"
        rf"(?: (?:för svaret|hos {_BODY}|i {_BODY}))?"
    ),
    Field.DECIDED: re.compile(
        rf"(?:{_DAY}|(?:{_BODIES})s (?:beslut|behandling|sammanträde))"
        r"(?:(?: och | samt |, | & | )(?:§|paragraf\w*|beslutsparagraf)(?: i protokoll\w*)?)?"
        rf"(?: för (?:(?:{_BODIES})s )?(?:beslut(?:et)?|sammanträdet|svaret))?"
        r"|(?:beslut(?:ad|at|et)?|antag(?:en|et)|fastställ[dt]|behandla[dt]"
        rf"|svaret (?:beslutat|antaget|fastställt))(?: av {_BODY}| i {_BODY})?"
        r"(?: \(datum(?: och|,) §\)|,? datum(?:,| och) §)?"
    ),
    Field.PARAGRAPH: re.compile(
        r"(?:beslutets |protokolls)?(?:§|paragraf\w*)(?: i protokoll\w*)?|beslutsparagraf"
    ),
    Field.TITLE: re.compile(
        r"gransknings?(?:en|ens)? (?:namn|titel|benämning)|namn på granskningen|granskning(?:en)?"
        r"|granskningsrapport(?:en)?|rapport(?:en)?|rapportens (?:namn|titel)"
        r"|(?:svaret )?avser(?: granskning(?:en)?)?"
    ),
}
_LINE = re.compile(r"(?P<label>[^:]{2,60}):\s+(?P<value>\S.*)")
_ADVICE = re.compile(r"\W*(?:\d\W*)?rekommendation(?:en|er|erna)?\b(?! till)", re.IGNORECASE)
"""How a line or a cell begins where what is replied to begins, and the fields of the head end."""
_FORM = re.compile(r"^\W*svars(?:blankett|formulär|mall)(?:en)?\b", re.IGNORECASE)
_ONE_ADVISED = re.compile(
    r"^\W*(?:rekommendation(?:en|er|erna)?|rek\.?)\s*(?:nr\.?\s*)?(?:R?\d|:|$)", re.IGNORECASE
)
_SOON = 4
"""So many lines from the top a form says that it is one."""
_LONGEST = 140
_FEWEST = 2
"""So many other fields beside whose it is make a form."""


@dataclass(frozen=True)
class _Labelled:
    label: str
    value: str
    place: Place


def form_fields(paper: Paper) -> dict[Field, Found[str]]:
    """Return the fields of a reply form by what they hold; none where a paper is no form.

    A form has a field for who replies, filled in, and at least two others.
    """
    found: dict[Field, Found[str]] = {}
    twice: set[Field] = set()
    for each in takewhile(lambda one: not _ADVICE.match(one.label), _labelled(paper)):
        field = _field_of(each.label)
        if field in found:
            twice.add(field)
        if field is not None and each.value and len(each.value) < _LONGEST:
            found.setdefault(field, Found(each.value, each.place, 0.95))
    is_form = Field.COMMITTEE in found and len(found) > _FEWEST and Field.COMMITTEE not in twice
    return {field: value for field, value in found.items() if field not in twice} if is_form else {}


def is_form_on_advice(lines: Sequence[Line]) -> bool:
    """Tell whether a paper calls itself a form for replies, and goes through recommendations."""
    is_form = any(_FORM.match(line.text) for line in lines[:_SOON])
    return is_form and any(_ONE_ADVISED.match(line.text) for line in lines)


def _field_of(label: str) -> Field | None:
    key = " ".join(label.casefold().split()).rstrip(": ")
    return next((field for field, shape in _SHAPES.items() if shape.fullmatch(key)), None)


def _labelled(paper: Paper) -> Iterator[_Labelled]:
    """Give the labels with their values: of lines, and of rows of two cells or of four."""
    for block in paper.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                cells = [cell.text.strip() for cell in row.cells if not cell.is_merged]
                paired = cells if len(cells) in {2, 4} else [*cells[:1], ""]
                for label, value in zip(paired[::2], paired[1::2], strict=True):
                    yield _Labelled(label, value, row.place)
        else:
            text = block.text.strip()
            match = _LINE.fullmatch(text)
            label, value = (match["label"], match["value"]) if match else (text, "")
            yield _Labelled(label, value, block.place)
