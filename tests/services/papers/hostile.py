"""A register in which every text that a person writes is one that has broken programs before."""

import csv
import io
import json
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import SMTP
from itertools import count
from typing import Any
from zipfile import ZipFile

from lxml import etree, html
from sqlalchemy import update

from revtrack.domain.records import Stored
from revtrack.domain.texts.prose import clean_line
from revtrack.storage.rows import ROWS, some, table_of
from revtrack.storage.store import Store

HOSTILE = tuple(
    clean_line(each)
    for each in (
        # formulas and what a spreadsheet takes for something else
        *("=1+1", "+1+1", "-2+3", "@SUM(A1)", "=cmd|'/c calc'!A1", '=HYPERLINK("http://x.se","y")'),
        *("＝1+1", "\t=1", "'=1", "#N/A", "#REF!", "TRUE", "1e5", "2023-01-01", "00123", "'", ";"),
        *('"', '""', ",", "_x000D_", "_x005F_", "%0A=1"),
        # markup
        *(
            "R&D",
            "<b>x</b>",
            "<inget>",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
        ),
        *(
            '"><svg/onload=alert(1)>',
            "</w:t></w:r>",
            "<w:p/>",
            "]]>",
            "<![CDATA[x]]>",
            "<!-- x -->",
        ),
        *("<?xml?>", "&", "&amp;", "&#x41;", "&#10;", "&lt;", "&nbsp;", "<br>", "</title>"),
        # templates and fields
        *("{{ x }}", "{{7*7}}", "{% for a in b %}", "{%p if x %}", "{# x #}", "${7*7}", "#{7*7}"),
        *("{{r x }}", "{_{ y }_}", "{%_", "{{ cycler.__init__ }}", "{0} {kommun}", "%s %d %(x)s"),
        *("{ DDEAUTO c:\\cmd }", '{INCLUDEPICTURE "x"}', "MERGEFIELD"),
        # screens and terminals
        *("[/]", "[b]x[/b]", "[@click=app.bell]x[/]", "\x1b[31m", "\x00", "\x07", "\x9b", "\ud800"),
        # signs
        *(
            "\ufffe",
            "a\x85b",
            "a\u2028b",
            "\ufeff",
            "\u202e",
            "\u200b",
            "\u00ad",
            "x\u00a0y",
            "a\r\nb",
        ),
        *("e\u0301", "İı", "ß", "ﬁ", "\U0001d11e", "\U0001f469\u200d\U0001f467", "åäö", "å" * 60),
        # places, mails, calendars, databases
        *(
            "../../etc/passwd",
            "C:\\con",
            "\\\\host\\share",
            "javascript:alert(1)",
            "http://x.se/?a&b",
        ),
        *("a\r\nBcc: x@y.se", "=?utf-8?q?x?=", "END:VEVENT", "\\n\\,", "'; DROP TABLE audit; --"),
    )
)
KEPT = {
    "uid",
    "sha256",
    "stamp",
    "content_hash",
    "number_in_letter",
    "due",
    "follow_up_planned",
    "report_back_by",
    "reminder_steps",
}
_LONGEST = 960
"""What a text on one line has room for."""


def token(number: int) -> str:
    """Return what stands in the text with this number and in no other."""
    return f"Ω{number};"


def text(number: int) -> str:
    """Return hostile strings after each other, each number beginning with another of them."""
    first = number % len(HOSTILE)
    found = " ".join((HOSTILE[first], token(number), *HOSTILE[first + 1 :], *HOSTILE[:first]))
    return clean_line(found[:_LONGEST].rsplit(" ", 1)[0])


def make_hostile(store: Store) -> int:
    """Write a hostile text in each field of each record that a person writes text in."""
    numbers = count(1)
    with store.wish() as session:
        for kind in list(ROWS):
            stored = next(e for e in Stored.__subclasses__() if kind in e.__mro__)
            for record in some(session, stored):
                own = _written(record, numbers)
                if own:
                    table = table_of(stored)
                    session.execute(update(table).where(table.c.id == record.id).values(**own))
    return next(numbers)


def _written(record: Stored, numbers: Iterator[int]) -> dict[str, str]:
    return {
        name: text(next(numbers))
        for name, value in record
        if type(value) is str and name not in KEPT
    }


def told_by(name: str, content: bytes) -> list[str]:
    """Return every text that a file shows or holds, also in its parts' attributes."""
    match name.rpartition(".")[2]:
        case "docx" | "xlsx":
            return [said for part in parts_of(content) for said in _told(*part)]
        case "html":
            return ["".join(map(str, html.fromstring(content).itertext()))]
        case "csv":
            rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
            return [cell.removeprefix("'") for row in rows for cell in row]
        case "ics":
            return [_CODED.sub(_decoded, each) for each in _unfolded(content)]
        case "eml":
            return list(_mailed(content))
        case _:
            return _strings(json.loads(content))


def parts_of(content: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Yield the parts of a Word document or workbook, and of the workbooks within it."""
    with ZipFile(io.BytesIO(content)) as opened:
        for each in opened.namelist():
            part = opened.read(each)
            if each.endswith((".xml", ".rels")):
                yield each, etree.fromstring(part)
            elif each.endswith(".xlsx"):
                yield from parts_of(part)


def _told(name: str, root: etree._Element) -> Iterator[str]:
    for said in _texts(root):
        plain = _SIGN.sub(lambda found: chr(int(found[1], 16)), said)
        yield plain if name.startswith("xl/") else said


def _texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        name, text = etree.QName(element).localname, element.text or ""
        if name in _WHOLE:
            whole = "".join(map(_shown, element.iter()))
            yield from _strings(json.loads(whole)) if whole.startswith('{"') else [whole]
        elif name in _RUNNING:
            yield "" if "…" in text else text.replace("&&", "&")
        elif name != "t":
            yield text
        yield from map(str, element.attrib.values())


_WHOLE = {"p", "si", "is"}
"""What holds texts that belong together."""
_RUNNING = {"oddHeader", "oddFooter"}
"""Lines on each page of a workbook, which are cut at a length and say so."""
_SIGN = re.compile("_x([0-9A-F]{4})_")
"""How a workbook writes a sign that XML cannot hold, and the sign that would look so."""
_CODED = re.compile(r"\\([\\;,nN])")


def _decoded(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def _shown(element: etree._Element) -> str:
    match etree.QName(element).localname:
        case "t":
            return element.text or ""
        case "br" | "tab":
            return " "
        case "noBreakHyphen":
            return "-"
        case _:
            return ""


def _mailed(content: bytes) -> Iterator[str]:
    mail = message_from_bytes(content, policy=SMTP)
    yield from (str(value) for _name, value in mail.items())
    for part in mail.walk():
        if part.get_content_type() == "text/plain":
            yield part.get_content()
        elif name := part.get_filename():
            yield from told_by(name, part.get_content())


def _strings(value: Any) -> list[str]:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [said for each in inner for said in _strings(each)]
