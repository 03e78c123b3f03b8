"""The catalogues say all that the code may say, and the tool keeps them so."""

import ast
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from revtrack.wording.catalogue import (
    KEYWORDS,
    PACKAGE,
    faults,
    filled,
    gather,
    placeholders,
    read,
    unfinished,
    updated,
    write,
)
from revtrack.wording.language import LANGUAGES, LOCALE

SAME_IN_BOTH = {
    *(
        "Agenda",
        "Filter: {filter}",
        "Median",
        "TEXT",
        "median",
        "median {n}",
        "version {n}",
        "{kind}: {field}",
    ),
    *("Demo", "Filter", "Filter:", "Form", "Presidium", "Region", "Text", "Version"),
    *("Presidium {day}.", "text", "{kind}: {text} ({place})", "{period}: {count}"),
    "{place}: {about}, {field}: {old} → {new}",
}


@cache
def ours() -> Catalog:
    """Gather the words of the program once for all that looks at them."""
    return gather()


def template(source: str, folder: Path) -> Catalog:
    folder.mkdir(exist_ok=True)
    (folder / "code.py").write_text(source, encoding="utf-8")
    return gather(folder)


def answered(**translations: str) -> Catalog:
    catalog = Catalog(locale="sv")
    for message, translation in translations.items():
        catalog.add(message.replace("_", " "), translation)
    return catalog


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_fuzzy_left_over_or_uncompiled(language: str) -> None:
    assert faults(language, ours()) == ()


def test_no_swedish_word_is_english_but_for_those_that_are_the_same_in_both() -> None:
    alike = {message.id for message in read(LOCALE, "sv") if message.id == message.string}
    assert alike - {""} <= SAME_IN_BOTH


def test_every_way_of_saying_something_is_found(tmp_path: Path) -> None:
    source = """
raise RevTrackError("Refused {field}.", field=1)
raise UsageError("Put " "wrongly.")
say = _("A sentence"), N_("Marked"), ngettext("{count} reply", "{count} replies", 2)
"""
    found = {message.id for message in template(source, tmp_path) if message.context is None}
    assert found >= {"Refused {field}.", "Put wrongly.", "A sentence", "Marked"}
    assert ("{count} reply", "{count} replies") in found


def test_no_sentence_stands_where_gathering_does_not_see_it() -> None:
    found = {each.id if isinstance(each.id, str) else each.id[0] for each in ours() if each.id}
    unseen = [
        f"{source.name}:{call.lineno}: {ast.unparse(call)}"
        for source in PACKAGE.rglob("*.py")
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value not in found
    ]
    assert unseen == [], "a sentence within an f-string is not gathered"


def test_a_new_sentence_is_asked_for_and_its_answer_taken_in(tmp_path: Path) -> None:
    wanted = template('_("Three words here")', tmp_path / "code")
    catalog = updated(Catalog(locale="sv"), wanted, "sv")
    assert "Three words here" in {message.id for message in unfinished(catalog)}
    catalog = filled(catalog, answered(Three_words_here="Tre ord här"))
    assert "Three words here" not in {message.id for message in unfinished(catalog)}


def test_a_changed_sentence_keeps_its_translation_until_someone_has_looked(tmp_path: Path) -> None:
    old = answered(Three_words_here="Tre ord här")
    catalog = updated(old, template('_("Three words there")', tmp_path), "sv")
    message = catalog.get("Three words there")
    assert message is not None
    assert (message.string, message.fuzzy) == ("Tre ord här", True)
    assert catalog.get("Three words here") is None
    again = updated(catalog, template('_("Three words there")', tmp_path), "sv")
    assert "Three words there" in {message.id for message in unfinished(again)}


def test_each_fault_is_named(tmp_path: Path) -> None:
    before = template('_("Old words"), _("Say {this}")', tmp_path / "code")
    catalog = updated(Catalog(locale="sv"), before, "sv")
    write(filled(catalog, answered(**{"Say_{this}": "Säg {det}"})), tmp_path, "sv")
    found = faults("sv", template('_("New words"), _("Say {this}")', tmp_path / "code"), tmp_path)
    assert "sv: missing: New words" in found
    assert "sv: left over: Old words" in found
    assert "sv: untranslated: Old words" in found
    assert "sv: other {fields} than the sentence: Say {this}" in found
    (tmp_path / "sv" / "LC_MESSAGES" / "revtrack.mo").unlink()
    assert "sv: the compiled catalogue does not say the same as the text" in faults(
        "sv", before, tmp_path
    )


def test_writing_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    catalog = updated(read(tmp_path, "sv"), ours(), "sv")
    write(catalog, tmp_path, "sv")
    files = sorted((tmp_path / "sv" / "LC_MESSAGES").iterdir())
    before = [file.read_bytes() for file in files]
    write(updated(read(tmp_path, "sv"), ours(), "sv"), tmp_path, "sv")
    assert [file.read_bytes() for file in files] == before
    assert b"POT-Creation-Date" not in before[1]
    assert b"#:" not in before[1]


def test_fields_are_told_from_other_braces() -> None:
    assert placeholders("{count} of {total:>3}") == {"count", "total"}
    assert placeholders("a { b") == frozenset()
