"""docs/kontroller.md cannot fall behind: every check and every trap stands there, and no other."""

import re

from revtrack.domain.checks import TROUBLES
from revtrack.wording.labels import label
from tests.domain.test_traps import TRAPS
from tests.test_guide import ROOT, rows, section

PAGE = (ROOT / "docs" / "kontroller.md").read_text(encoding="utf-8")
IN_CASE, IN_READING = "## Fällor i ett verkligt ärende", "De övriga fällorna"
LAST_TRAP = 39


def _traps() -> tuple[list[list[str]], list[list[str]]]:
    found, others = section(IN_CASE, PAGE).split(IN_READING)
    return rows(found), rows(others)


def test_every_check_stands_on_the_page_with_its_severity() -> None:
    told = [row[:2] for row in rows(PAGE.split(f"\n{IN_CASE}\n")[0])]
    known = {(f"`{each.code}`", label(each.severity)) for each in TROUBLES}
    assert sorted(map(tuple, told)) == sorted(known)
    assert all(row[2] and row[3] for row in rows(PAGE.split(f"\n{IN_CASE}\n")[0]))


def test_every_trap_stands_on_the_page_with_its_codes_and_its_test() -> None:
    found, others = _traps()
    numbers = [int(row[0]) for row in (*found, *others)]
    assert sorted(numbers) == list(range(1, LAST_TRAP + 1))
    told = {int(row[0]): re.findall(r"`(\w+)`", row[2]) for row in found}
    for trap, keys in TRAPS.items():
        assert told[trap] == list(dict.fromkeys(key.split(":")[0] for key in keys))
    codes = {each.code for each in TROUBLES}
    for row in found:
        test = (ROOT / row[3].strip("`")).read_text(encoding="utf-8")
        assert codes.issuperset(told[int(row[0])])
        assert all(code in test for code in told[int(row[0])])
