"""Recommendations as they are pasted from a report, with whom each of them is for.

Bullets and numbers part them, as in ``pasted_list``. A line before some bullets that names bodies
("Kommunstyrelsen", "Vi rekommenderar kommunstyrelsen att:") is for all that follow it; a row's own
recipients stand last in it, in parentheses "(KS, SN)" or in a table's last cell. What comes out is
a proposal: whoever pastes sees it before it is stored.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_names import LONGEST_ABBREVIATION, is_usual_abbreviation
from revtrack.domain.names.recipient_words import TypedRecipients, typed_recipients
from revtrack.domain.names.recipients import committee_keys, is_named_as_a_body
from revtrack.domain.records import Committee
from revtrack.domain.texts.pasted import is_item, pasted_list
from revtrack.domain.texts.prose import name_key


@dataclass(frozen=True)
class Drafted:
    """A recommendation as it was pasted."""

    text: str
    recipients: str | None
    """As the text names them; None where it names nobody."""


@dataclass(frozen=True)
class Bodies:
    """Those that a text may name: everybody that "alla" stands for, and all of them."""

    everybody: Sequence[Committee]
    committees: Sequence[Committee]

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(key for each in self.committees for key in committee_keys(each))

    def may_be_named_in(self, text: str) -> bool:
        """Tell whether it is worth while to look for bodies in a text."""
        return _HINT.search(text) is not None or name_key(text.rstrip(": ")) in self._keys

    def named_in(self, text: str) -> TypedRecipients | None:
        """Return whom a text names that names nothing else; None for other texts."""
        try:
            typed = typed_recipients(text, self.everybody, self.committees)
        except UsageError:
            return None
        is_vague = any(name_key(each) in _VAGUE for each in typed.unknown)
        is_said = typed.named and not typed.nobody and not is_vague
        return typed if is_said and all(map(_may_be_a_body, typed.unknown)) else None


_HINT = re.compile(
    r"nämnd|styrels|bolag|utskott|fullmäktig|förbund|samtlig|alla\b|övriga|rekommend"
    r"|\b(?-i:[A-ZÅÄÖ]{2,6})\b|:$",
    re.IGNORECASE,
)
"""What most lines lack that name a body; looked for first, since many lines may be pasted."""
_VAGUE = frozenset(
    ["nämnd", "nämnden", "nämnderna", "styrelse", "styrelsen", "styrelserna", "bolaget", "bolagen"]
)
"""Words for a body that do not say which."""
LONGEST_HEADING, MOST_LINES = 300, 6
_OFTEN = r"(?:\s+(?:även|också|därför|därutöver|dessutom|vidare|särskilt))*"
_BY_US = (
    rf"[^.?!:]*\brekommenderar(?:\s+(?:vi|revisorerna|revisionen))?{_OFTEN}\s+(?:att\s+)?"
    r"(?P<who>.+?)(?:\s+(?:att|bör|ska|skall))*"
)
_TO_THEM = (
    r"(?:[^.?!:]*\batt\s+)?(?P<who>.+?)\s+(?:rekommenderas|uppmanas|bör|ska|skall|behöver)"
    rf"{_OFTEN}(?:\s+att)?"
)
_TITLE = r"(?:rekommendation(?:er)?|till|för|riktade?\s+till)\s+(?:till\s+)?(?P<who>.+)"
_LEADS = tuple(re.compile(each, re.IGNORECASE) for each in (_BY_US, _TO_THEM, _TITLE))
"""How a line before some bullets says whom they are for; else it is nothing but their names."""
_LAST = re.compile(r"\s*\((?P<who>[^()]{2,200})\)\s*(?P<dot>\.?)\s*$")
_GLUE = re.compile(r"(?:\s*[,;](?:\s*(?:samt|och))?|\s+(?:samt|och))\s*$")
"""What only joins the rows of a list: ", samt"."""


@dataclass
class _Segment:
    recipients: str | None = None
    has_heading: bool = False
    lines: list[str] = field(default_factory=list)


def _may_be_a_body(text: str) -> bool:
    is_short = text.isupper() and text.isalpha() and len(text) <= LONGEST_ABBREVIATION
    return is_short or is_usual_abbreviation(text) or is_named_as_a_body(text)


def drafted_recommendations(text: str, bodies: Bodies) -> tuple[Drafted, ...]:
    """Return the recommendations of a pasted text, in its order, with whom it says they are for.

    A text that is nothing but headings is taken as it stands.
    """
    lines = [_with_last_cell(line.rstrip(), bodies) for line in text.splitlines()]
    has_marks = any(map(is_item, lines))
    found = tuple(
        _drafted(item, segment.recipients, bodies)
        for segment in _segments(lines, bodies, has_marks=has_marks)
        if segment.has_heading or not has_marks or any(map(is_item, segment.lines))
        for item in pasted_list("\n".join(segment.lines)).items
    )
    return found or tuple(Drafted(item, None) for item in pasted_list(text).items)


def _with_last_cell(line: str, bodies: Bodies) -> str:
    """Return the line of a table with the recipients of its last cell in parentheses."""
    before, _tab, last = line.rpartition("\t")
    is_cell = len(before.split()) > 1 and _is_recipients(last, bodies)
    return f"{before} ({last.strip()})" if is_cell else line


def _segments(lines: Sequence[str], bodies: Bodies, *, has_marks: bool) -> list[_Segment]:
    """Return the lines parted at each line that says whom those after it are for."""
    segments, place = [_Segment()], 0
    while place < len(lines):
        count, who = _heading_at(lines, place, bodies, has_marks=has_marks)
        if not count:
            segments[-1].lines.append(lines[place])
        elif who is not None or segments[-1].lines:
            segments.append(_Segment(who or segments[-1].recipients, has_heading=True))
        place += max(count, 1)
    return segments


def _heading_at(
    lines: Sequence[str], place: int, bodies: Bodies, *, has_marks: bool
) -> tuple[int, str | None]:
    """Return how many lines from here are a heading, 0 for none, and whom it names."""
    run = list(_unmarked(lines[place : place + MOST_LINES]))
    after = lines[place + len(run) :]
    leads_in = has_marks and len(run) < MOST_LINES and any(line.strip() for line in after[:3])
    for count in range(len(run), 0, -1):
        said = " ".join(run[:count])
        is_short = len(said) <= LONGEST_HEADING
        if not (is_short and said[0].isupper() and bodies.may_be_named_in(said)):
            continue
        is_last = count == len(run)
        bare = said.rstrip(": ")
        lead = next(filter(None, (each.fullmatch(bare) for each in _LEADS)), None)
        who = lead["who"] if lead else bare
        if _is_named(who, bodies, is_certain=said.endswith(":") or (leads_in and is_last)):
            return count, who
        if leads_in and is_last and (lead or said.endswith(":")):
            return count, None
    return 0, None


def _unmarked(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if not line.strip() or is_item(line):
            return
        yield line.strip()


def _is_named(who: str, bodies: Bodies, *, is_certain: bool) -> bool:
    """Tell whether a heading names bodies; one that is not known only where it surely is one."""
    typed = bodies.named_in(who)
    return typed is not None and (is_certain or not typed.unknown)


def _drafted(item: str, heading: str | None, bodies: Bodies) -> Drafted:
    text = _GLUE.sub("", item)
    last = _LAST.search(text)
    if last and last.start() and _is_recipients(last["who"], bodies):
        return Drafted(_GLUE.sub("", text[: last.start()]) + last["dot"], last["who"].strip())
    return Drafted(text, heading)


def _is_recipients(text: str, bodies: Bodies) -> bool:
    """Tell whether a text names bodies; "(GDPR)" is none, though it looks like an abbreviation."""
    typed = bodies.named_in(text) if text.strip() else None
    if typed is None:
        return False
    certain = [each for each in typed.unknown if is_usual_abbreviation(each) or " " in each]
    certain += [each for each in typed.unknown if not each.isupper()]
    return bool(typed.committees or certain)
