"""Every hostile text in every text field: it comes out as it went in, in every kind of document."""

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree, html

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind, Review
from revtrack.services.database.opening import open_store
from revtrack.services.papers.clerk_makers import in_role_for
from revtrack.services.papers.handover import make_handover
from revtrack.services.papers.makers import MAKERS, ON_OCCASION, ONLY_PER_COMMITTEE
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import MUNICIPAL, PER_COMMITTEE
from revtrack.services.papers.produce import produce
from revtrack.services.papers.public_page import draw_pages
from revtrack.services.reminding.calendar import make_calendar
from revtrack.services.reminding.remind import remind
from revtrack.storage.audits import list_audits, list_municipalities, load_case
from revtrack.storage.rows import change, some, table_of
from revtrack.storage.store import Store
from tests.conftest import TESTER, TODAY
from tests.services.papers import hostile

TOKEN = re.compile(r"Ω(\d+);")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
PAGE_ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "a", "nav", "main", "h1", "h2", "h3", "p"),
    *("ul", "li", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "footer"),
    *("dl", "dt", "dd", "span", "section"),
}
MAILS_ARE_DUE = date(2025, 12, 19)
FOLLOWED, FOLLOW_UP, AWAITED = "ALV-2022-1", "ALV-2024-3", "ALV-2025-2"


@pytest.fixture(scope="module")
def store(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A register with a hostile text in every field; what is made of it changes nothing there."""
    path = tmp_path_factory.mktemp("hostile") / "register.db"
    shutil.copyfile(demo_database, path)
    opened = open_store(path, TESTER)
    hostile.make_hostile(opened)
    with opened.wish() as session:
        asked = table_of(r.Response).c.review == Review.SUPPLEMENT_REQUESTED
        for each in some(session, r.Response, asked):
            change(session, each, supplement_due_on=TODAY + timedelta(days=30))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def audits(demo_database: Path) -> dict[str, int]:
    """The audits' ids by the references that they had."""
    opened = open_store(demo_database, TESTER, read_only=True)
    with opened.reading() as session:
        found = {each.reference: each.id for each in list_audits(session)}
    opened.close()
    return found


@pytest.fixture(scope="module")
def town(store: Store, audits: dict[str, int]) -> r.Municipality:
    """The municipality of the invented audits."""
    with store.reading() as session:
        own = load_case(session, audits[FOLLOWED]).municipality.id
        return next(each for each in list_municipalities(session) if each.id == own)


def assert_unharmed(files: dict[str, bytes]) -> None:
    """Check that each text stands whole wherever it begins, and that none of it does anything."""
    assert files
    for name, content in files.items():
        told = "\n".join(hostile.told_by(name, content)).replace("\u00a0", " ")
        places = list(TOKEN.finditer(told))
        assert places, name
        for found in places:
            whole = hostile.text(int(found[1])).replace("\u00a0", " ")
            begin = found.start() - whole.index(found[0]) + 1  # a capital may begin it
            assert told[begin : begin + len(whole) - 1] == whole[1:], name
        assert not CONTROL.search(told), name
        if name.endswith((".docx", ".xlsx")):
            assert_plain(name, content)


def assert_plain(name: str, content: bytes) -> None:
    """Check that no formula, field, link or name of a workbook holds a text from the register."""
    for part, root in hostile.parts_of(content):
        for element in root.iter():
            kind = etree.QName(element).localname
            if kind in {"f", "instrText", "definedName"}:
                assert "Ω" not in (element.text or ""), (name, part)
            if kind in {"Relationship", "fldSimple"}:
                assert not any("Ω" in str(value) for value in element.attrib.values()), (name, part)
            if kind == "c" and any("Ω" in each for each in element.itertext()):
                assert element.get("t") in {"s", "inlineStr"}, (name, part)


def made(paths: Iterator[Path]) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in paths}


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_of_an_audit(
    store: Store, audits: dict[str, int], tmp_path: Path, kind: DocumentKind
) -> None:
    audit = audits[AWAITED if kind in ON_OCCASION else FOLLOWED]
    with store.reading() as session:
        asked = load_case(session, audit).reply_cases[0].committee_id
    one = asked if kind in ONLY_PER_COMMITTEE else None
    files = produce(in_role_for(store, kind), kind, audit, TODAY, tmp_path, committee_id=one)
    assert {each.path.suffix for each in files} >= {*MAKERS[kind]}
    assert_unharmed(made(each.path for each in files))


@pytest.mark.parametrize("kind", [DocumentKind.FOLLOW_UP_REPORT, DocumentKind.FOLLOW_UP_WORKBOOK])
def test_what_tells_of_several_audits(
    store: Store, audits: dict[str, int], tmp_path: Path, kind: DocumentKind
) -> None:
    files = produce(store, kind, audits[FOLLOW_UP], TODAY, tmp_path)
    assert_unharmed(made(each.path for each in files))


@pytest.mark.parametrize("kind", MUNICIPAL)
def test_every_kind_of_a_municipality(
    store: Store, audits: dict[str, int], town: r.Municipality, tmp_path: Path, kind: DocumentKind
) -> None:
    with store.reading() as session:
        committee = load_case(session, audits[FOLLOWED]).committees[0]
    about = committee if kind in PER_COMMITTEE else None
    files = produce_municipal(store, kind, town, TODAY, tmp_path, committee=about)
    assert {each.path.suffix for each in files} == {*MUNICIPAL[kind]}
    assert_unharmed(made(each.path for each in files))


def test_the_public_page_and_its_data(store: Store, town: r.Municipality, tmp_path: Path) -> None:
    files = draw_pages(store, town, 2022, TODAY, tmp_path).files
    assert_unharmed(dict(files))
    for name in ("2022.html", "index.html"):
        page = html.fromstring(files[name])
        assert {each.tag for each in page.iter()} <= PAGE_ELEMENTS
        leads = {each.get("href") for each in page.iter("a")}
        assert leads <= {"#innehall", "index.html", "2022.html", "2022.csv"}
        assert not [
            key for each in page.iter() for key in map(str, each.attrib) if key.startswith("on")
        ]
    cells = re.findall(r'(?:^|,)"(.)', files["2022.csv"].decode("utf-8-sig"), re.MULTILINE)
    assert not {"=", "+", "-", "@", "\t"} & set(cells)


def test_what_is_handed_over(store: Store, town: r.Municipality, tmp_path: Path) -> None:
    paths = make_handover(store, town, TODAY, tmp_path / "ut")
    assert {each.suffix for each in paths} >= {".json", ".xlsx"}
    assert_unharmed({each.name: each.read_bytes() for each in paths if each.suffix != ".txt"})


def test_the_mails_that_remind(store: Store, tmp_path: Path) -> None:
    reminders, _plan = remind(store, MAILS_ARE_DUE, tmp_path)
    files = made(path for each in reminders for path in each.paths)
    assert any(name.endswith(".eml") for name in files)
    assert_unharmed(files)
    for name, content in files.items():
        if name.endswith(".eml"):
            heads = content.partition(b"\r\n\r\n")[0].split(b"\r\n")
            assert not [line for line in heads if line.lower().startswith(b"bcc")], name


def test_the_calendar(store: Store) -> None:
    content, _days = make_calendar(store, TODAY)
    assert_unharmed({"kalender.ics": content})
    lines = [line for line in content.decode().split("\r\n") if not line.startswith(" ")]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 1
    assert all(re.match(r"[A-Z0-9-]+[;:]|$", line) for line in lines)
