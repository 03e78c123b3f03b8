import hashlib
import json
from typing import Any

import pytest

from tests.corpus.making.expected import EMPTY, expected
from tests.corpus.making.source import read_source
from tests.corpus.making.text import make_text
from tests.corpus.scoring import CORPUS, compare, papers

LARGEST = 18_000_000
FOLDERS = sorted(path.parent for path in CORPUS.glob("*/*/source.txt"))
CODES = {
    "grade": {"yes", "mostly", "partly", "limited", "no", "not_assessable", "not_answered"},
    "kind": {"draft", "decision", "delegated_decision", "statement", "joint", "supplement"},
    "position": {"agrees", "agrees_partly", "disagrees", "already_met", "noted", "unclear"},
    "progress": {"not_started", "planned", "under_way", "done", "will_not"},
    "document_type": {
        "report",
        "cover_letter",
        "response",
        "council_decision",
        "follow_up_report",
        "annual_report",
        "list",
        "bundle",
        "other",
        "not_audit",
    },
}


def test_chance_decides_which_third_lies_aside() -> None:
    for folder in FOLDERS:
        number = int(hashlib.sha256(folder.name.encode()).hexdigest(), 16)
        assert folder.parent.name == ("known" if number % 3 else "aside"), folder.name


def test_there_are_papers_of_each_format_on_both_sides() -> None:
    for part, fewest in (("known", 40), ("aside", 20)):
        read = papers(part)
        assert len(read) >= fewest
        assert {file.suffix for _, file, _ in read} == {".docx", ".pdf", ".txt"}


def test_the_corpus_stays_small() -> None:
    assert sum(path.stat().st_size for path in CORPUS.glob("*/*/*")) < LARGEST


@pytest.mark.parametrize("part", ["known", "aside"])
def test_what_is_expected_uses_the_codes_of_the_contract(part: str) -> None:
    scored = set(compare({"document_type": "bundle"}, {}))
    for name, _, found in papers(part):
        assert set(EMPTY) | {"unscored"} == set(found), name
        assert set(found["unscored"]) <= scored, name
        for key, value in _leaves(found):
            assert key not in CODES or value is None or value in CODES[key], (name, key, value)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_text_file_is_what_its_source_makes(folder: Any) -> None:  # noqa: ANN401
    source = read_source(folder)
    if source.looks["format"] != "txt":
        return
    content, places = make_text(source)
    assert (folder / "paper.txt").read_bytes() == content
    written = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    assert written == expected(source, places)


def _leaves(value: Any, key: str = "") -> list[tuple[str, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        return [leaf for name, one in value.items() for leaf in _leaves(one, name)]
    if isinstance(value, list):
        return [leaf for one in value for leaf in _leaves(one, key)]
    return [(key, value)]
