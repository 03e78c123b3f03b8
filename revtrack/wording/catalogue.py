"""Keeps the catalogues in step with the code: ``python -m revtrack.wording.catalogue``.

Without an argument the sentences are gathered from the code, the catalogues brought up to date and
compiled; what still lacks Swedish is printed as a catalogue to fill in, which ``--fill FILE`` reads
back. ``--check`` changes nothing and exits 1 where a sentence is missing, fuzzy, left over or not
compiled. No place and no day is written, so that a new sentence is a diff of two lines.
"""

import argparse
import io
import string
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from revtrack.wording.check_names import CHECK_NAMES
from revtrack.wording.check_names import CONTEXT as OF_CHECKS
from revtrack.wording.fields import FIELDS, RECORDS, SPECIAL_FIELDS
from revtrack.wording.language import DEFAULT, LANGUAGES, LOCALE
from revtrack.wording.stances import ALREADY, CONTEXT, SAYS, WITHOUT_WORDS
from revtrack.wording.vocabularies import ABSENT, LABELS, NOT_STATED, vocabulary

PACKAGE = LOCALE.parent.parent
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "NN_": (1, 2),
    "ngettext": (1, 2),
    "RevTrackError": None,
    "UsageError": None,
}
COMMENT = "Translators:"
LIKE_ENOUGH = 0.75
WIDTH = 100

_HEADER = """\
# Words of RevTrack ({language}), kept in step by python -m revtrack.wording.catalogue.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


# ---- gathering -------------------------------------------------------------------------------


def _add_sentences(catalog: Catalog, source: Path) -> None:
    with source.open("rb") as file:
        for _line, message, comments, _context in extract(
            "python", file, keywords=KEYWORDS, comment_tags=(COMMENT,)
        ):
            catalog.add(message, auto_comments=comments)


def _add_terms(catalog: Catalog) -> None:
    for code_class, labels in LABELS.items():
        for text in labels.values():
            catalog.add(text, context=vocabulary(code_class))
    for text in (*FIELDS.values(), *SPECIAL_FIELDS.values()):
        catalog.add(text, context="field")
    for forms in RECORDS.values():
        catalog.add(forms, context="record")
    for text in CHECK_NAMES.values():
        catalog.add(text, context=OF_CHECKS)
    for text in (*ABSENT.values(), NOT_STATED):
        catalog.add(text, context="absent")
    for text in ("yes", "no"):
        catalog.add(text, context="truth")
    for text in (*SAYS.values(), *ALREADY.values(), WITHOUT_WORDS):
        catalog.add(text, context=CONTEXT)


def gather(package: Path = PACKAGE) -> Catalog:
    """Return a catalogue of all that the code may say, without translations."""
    catalog = Catalog(fuzzy=False)
    for source in sorted(package.rglob("*.py")):
        _add_sentences(catalog, source)
    _add_terms(catalog)
    return catalog


# ---- reading and writing ---------------------------------------------------------------------


def _path(locale: Path, language: str, suffix: str) -> Path:
    return locale / language / "LC_MESSAGES" / f"revtrack{suffix}"


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _key(message: Message) -> tuple[str, str]:
    context = message.context or ""
    if isinstance(context, bytes):  # as Babel reads it from a compiled catalogue
        context = context.decode()
    return context, _forms(message.id)[0]


def read(locale: Path, language: str) -> Catalog:
    """Return a language's catalogue as it is kept in text; an empty one where there is none."""
    path = _path(locale, language, ".po")
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def _text(catalog: Catalog, language: str) -> bytes:
    out = io.BytesIO()
    write_po(out, catalog, WIDTH, no_location=True, omit_header=True, sort_output=True)
    return _HEADER.format(language=language).encode() + out.getvalue().lstrip(b"\n")


def _translations(catalog: Catalog) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what a compiled catalogue holds, or what it should hold if compiled from this one."""
    return {
        _key(message): _forms(message.string)
        for message in _messages(catalog)
        if any(_forms(message.string)) and not message.fuzzy
    }


def _compiled(locale: Path, language: str) -> dict[tuple[str, str], tuple[str, ...]] | None:
    path = _path(locale, language, ".mo")
    if not path.exists():
        return None
    with path.open("rb") as file:
        return _translations(read_mo(file))


def write(catalog: Catalog, locale: Path, language: str) -> None:
    """Write a language's catalogue as text and compiled; a file that would say the same stays."""
    path = _path(locale, language, ".po")
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _text(catalog, language)
    if not path.exists() or path.read_bytes() != text:
        path.write_bytes(text)
    if _compiled(locale, language) != _translations(catalog):
        kept = read(locale, language)
        for message in _messages(kept):
            if not any(_forms(message.string)):
                kept.delete(_forms(message.id)[0], message.context)
        compiled = io.BytesIO()
        write_mo(compiled, kept)
        new = _path(locale, language, ".mo.new")
        new.write_bytes(compiled.getvalue())
        new.replace(_path(locale, language, ".mo"))  # a program that reads it never sees half


# ---- bringing up to date ---------------------------------------------------------------------


def _is_translated(message: Message | None) -> bool:
    return message is not None and all(_forms(message.string)) and not message.fuzzy


def _similar(wanted: Message, gone: Iterable[Message]) -> Message | None:
    """Return the sentence no longer used that this one probably replaces."""
    own = _forms(wanted.id)[0]
    likely = [
        (SequenceMatcher(None, own, _forms(message.id)[0]).ratio(), _key(message), message)
        for message in gone
        if message.pluralizable == wanted.pluralizable and any(_forms(message.string))
    ]
    best = max(likely, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] >= LIKE_ENOUGH else None


def updated(old: Catalog, template: Catalog, language: str) -> Catalog:
    """Return the catalogue with the sentences of the code and the translations that it had.

    A changed sentence keeps its translation, marked fuzzy, until a person has looked at it.
    """
    new = Catalog(locale=language, fuzzy=False)
    gone = [one for one in _messages(old) if template.get(_forms(one.id)[0], one.context) is None]
    for wanted in _messages(template):
        known = old.get(_forms(wanted.id)[0], wanted.context)
        source: Message | None
        if known and known.pluralizable == wanted.pluralizable and any(_forms(known.string)):
            source, flags = known, known.flags & {"fuzzy"}
        else:
            source, flags = _similar(wanted, gone), {"fuzzy"}
        new.add(
            wanted.id,
            source.string if source else "",
            flags=flags if source else (),
            auto_comments=wanted.auto_comments,
            context=wanted.context,
        )
    return new


def filled(catalog: Catalog, answers: Catalog) -> Catalog:
    """Return the catalogue with the translations of another one put in, no longer fuzzy."""
    for answer in _messages(answers):
        message = catalog.get(_forms(answer.id)[0], answer.context)
        if message and _is_translated(answer):
            message.string = answer.string
            message.flags.discard("fuzzy")
    return catalog


def unfinished(catalog: Catalog) -> Catalog:
    """Return the part of a catalogue that a person must see to: untranslated or fuzzy."""
    rest = Catalog(locale=catalog.locale, fuzzy=False)
    for message in _messages(catalog):
        if not _is_translated(message):
            rest.add(message.id, message.string, flags=message.flags, context=message.context)
    return rest


# ---- checking --------------------------------------------------------------------------------


def placeholders(text: str) -> frozenset[str]:
    """Return the names of the fields in a sentence; none where its braces are no fields."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
    except ValueError:
        return frozenset()


def _has_right_fields(message: Message) -> bool:
    """Tell whether a translation has its sentence's fields; the singular may leave some out."""
    ids, strings = _forms(message.id), _forms(message.string)
    wanted = placeholders(ids[-1])
    return placeholders(strings[-1]) == wanted and all(
        placeholders(text) <= wanted | placeholders(ids[0]) for text in strings
    )


def _faults_of(message: Message, language: str) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    elif language == DEFAULT and not all(_forms(message.string)):
        yield "untranslated"
    if any(_forms(message.string)) and not _has_right_fields(message):
        yield "other {fields} than the sentence"


def faults(language: str, template: Catalog, locale: Path = LOCALE) -> tuple[str, ...]:
    """Return what is wrong with a language's catalogue, one line each; none where all is well."""
    catalog = read(locale, language)
    wanted = {_key(message) for message in _messages(template)}
    kept = {_key(message) for message in _messages(catalog)}
    found = [("missing", key) for key in wanted - kept]
    found += [("left over", key) for key in kept - wanted]
    for message in _messages(catalog):
        found += [(fault, _key(message)) for fault in _faults_of(message, language)]
    lines = [
        f"{language}: {fault}: {' | '.join(filter(None, key))}" for fault, key in sorted(found)
    ]
    if _compiled(locale, language) != _translations(catalog):
        lines.append(f"{language}: the compiled catalogue does not say the same as the text")
    return tuple(lines)


# ---- the command -----------------------------------------------------------------------------


def _check(template: Catalog) -> int:
    found = [line for language in LANGUAGES for line in faults(language, template)]
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


def _update(template: Catalog, answers: Path | None) -> int:
    for language in LANGUAGES:
        catalog = updated(read(LOCALE, language), template, language)
        if answers and language == DEFAULT:
            with answers.open("rb") as file:
                catalog = filled(catalog, read_po(file, locale=language, charset="utf-8"))
        write(catalog, LOCALE, language)
        if language == DEFAULT and (rest := unfinished(catalog)):
            sys.stdout.write(_text(rest, language).decode())
            sys.stderr.write(
                f"{len(rest)} to translate: fill in the above, take away “#, fuzzy” where the old "
                "words are right or mended, then --fill FILE\n"
            )
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m revtrack.wording.catalogue")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 if not in step"
    )
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take in translations (.po)")
    chosen = parser.parse_args(arguments)
    template = gather()
    return _check(template) if chosen.check else _update(template, chosen.fill)


if __name__ == "__main__":
    sys.exit(main())
