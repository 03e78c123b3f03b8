"""The language in use, and what a sentence or a label is called in it.

Only gettext of the standard library is used here, with compiled catalogues beside this file, each
read when its first sentence is asked for: choosing a language costs nothing at start.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from revtrack.domain.errors import UsageError

LANGUAGES = ("sv", "en")
DEFAULT = "sv"
LOCALE = Path(__file__).with_name("locale")


class _Choice:
    language = DEFAULT


@cache
def _catalogue(language: str) -> NullTranslations:
    compiled = LOCALE / language / "LC_MESSAGES" / "revtrack.mo"
    if not compiled.exists():
        return NullTranslations()
    with compiled.open("rb") as file:
        return GNUTranslations(file)


def use_language(language: str) -> None:
    """Choose the language of all that is worded from now on, for the whole process."""
    if language not in LANGUAGES:
        raise UsageError(
            "There is no language {language}; choose sv (Swedish) or en (English).",
            language=language,
        )
    _Choice.language = language


def language() -> str:
    """Return the language in use: ``sv`` or ``en``."""
    return _Choice.language


def _(message: str) -> str:
    """Return the sentence in the language in use, or as it is where it has no translation."""
    return _catalogue(_Choice.language).gettext(message) if message else ""


def swedish(message: str) -> str:
    """Return the sentence in Swedish whatever the language in use: documents are always Swedish."""
    return _catalogue("sv").gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the sentence that fits the number, in the language in use."""
    return _catalogue(_Choice.language).ngettext(singular, plural, n)


def term(context: str, text: str, *, in_language: str | None = None) -> str:
    """Return a short term; the context tells apart those that read alike in English."""
    return _catalogue(in_language or _Choice.language).pgettext(context, text)


def counted_term(context: str, forms: tuple[str, str], n: int) -> str:
    """Return a term in the singular or the plural, in the language in use, without the number."""
    return _catalogue(_Choice.language).npgettext(context, *forms, n)
