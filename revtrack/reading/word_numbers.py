"""The numbers and bullets that Word computes before the items of its lists."""

from dataclasses import dataclass, field

from revtrack.reading.word_xml import Element, Package, W, value

MAX_LEVELS = 9
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
BULLET = "•"


@dataclass
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: bool = True


@dataclass
class _List:
    """A list of the document: its levels, and the counter it shares with lists of its kind."""

    kind: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)
    """By level, where this list starts anew."""


class Numbering:
    """Counts the items of a document's lists in the order in which they are met."""

    def __init__(self, package: Package) -> None:
        """Read the lists that the document defines."""
        self._lists = _lists(package.beside("numbering.xml"))
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def marker(self, number: str, level: int) -> str | None:
        """Return what stands before the next item of a list at this level: "1.", "b)", "•".

        None where the list is unknown or shows nothing.
        """
        found = self._lists.get(number)
        shape = found.levels.get(level) if found else None
        if found is None or shape is None:
            return None
        counters = self._counters.setdefault(found.kind, {})
        if level in found.starts and (number, level) not in self._begun:
            counters[level] = found.starts[level]
        else:
            counters[level] = counters.get(level, shape.start - 1) + 1
        self._begun.add((number, level))
        for deeper in [each for each in counters if each > level]:
            if found.levels.get(deeper, shape).restarts:
                del counters[deeper]
        return _shown(found, level, counters)


def _shown(found: _List, level: int, counters: dict[int, int]) -> str | None:
    shape = found.levels[level]
    if shape.form == "bullet":
        return BULLET
    text = shape.text
    for each in range(MAX_LEVELS):
        sign = f"%{each + 1}"
        if sign in text:
            of = found.levels.get(each, shape)
            text = text.replace(sign, _counted(counters.get(each, of.start), of.form))
    return text.strip() or None


def _counted(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letter = _LETTERS[(count - 1) % len(_LETTERS)] * ((count - 1) // len(_LETTERS) % 9 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 40:  # noqa: PLR2004 - no list is longer
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    said = ""
    for size, sign in _ROMAN:
        while count >= size:
            said += sign
            count -= size
    return said


def _lists(root: Element | None) -> dict[str, _List]:
    if root is None:
        return {}
    kinds = {
        str(each.get(f"{W}abstractNumId")): _levels(each)
        for each in root.findall(f"{W}abstractNum")
    }
    linked = {
        style: str(each.get(f"{W}abstractNumId"))
        for each in root.findall(f"{W}abstractNum")
        if (style := value(each, "styleLink"))
    }
    borrowed = {
        str(each.get(f"{W}abstractNumId")): linked[style]
        for each in root.findall(f"{W}abstractNum")
        if (style := value(each, "numStyleLink")) in linked
    }
    lists = {}
    for each in root.findall(f"{W}num"):
        kind = value(each, "abstractNumId") or ""
        kind = borrowed.get(kind, kind)
        levels = kinds.get(kind, {}) | _overridden(each)
        lists[str(each.get(f"{W}numId"))] = _List(kind, levels, _starts(each))
    return lists


def _levels(kind: Element) -> dict[int, _Level]:
    return {_number(each.get(f"{W}ilvl")): _level(each) for each in kind.findall(f"{W}lvl")}


def _level(element: Element) -> _Level:
    return _Level(
        start=_number(value(element, "start"), 1),
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restarts=value(element, "lvlRestart") != "0",
    )


def _overridden(found: Element) -> dict[int, _Level]:
    return {
        _number(each.get(f"{W}ilvl")): _level(level)
        for each in found.findall(f"{W}lvlOverride")
        if (level := each.find(f"{W}lvl")) is not None
    }


def _starts(found: Element) -> dict[int, int]:
    return {
        _number(each.get(f"{W}ilvl")): _number(start)
        for each in found.findall(f"{W}lvlOverride")
        if (start := value(each, "startOverride")) is not None
    }


def _number(text: str | bytes | None, default: int = 0) -> int:
    said = text.decode() if isinstance(text, bytes) else text or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= MAX_LEVELS else default
