"""The language is chosen once and changes every word."""

import subprocess
import sys

import pytest

from revtrack.domain.codes import Grade
from revtrack.domain.errors import UsageError
from revtrack.wording import _, language, ngettext, use_language
from revtrack.wording.labels import label, record_label


def test_swedish_is_the_language_until_another_is_chosen() -> None:
    assert language() == "sv"
    assert _("the number is too large.") == "talet är för stort."
    use_language("en")
    assert language() == "en"
    assert _("the number is too large.") == "the number is too large."
    assert label(Grade.YES) == "Yes"


def test_a_sentence_outside_the_catalogue_is_shown_as_it_is() -> None:
    assert _("No such sentence.") == "No such sentence."
    assert _("") == ""
    assert ngettext("one thing", "{count} things", 3) == "{count} things"


def test_a_language_nobody_has_written_is_refused() -> None:
    with pytest.raises(UsageError, match="There is no language de"):
        use_language("de")
    assert language() == "sv"


def test_the_number_chooses_the_form_in_both_languages() -> None:
    assert [record_label("question", n) for n in (0, 1, 2)] == [
        "revisionsfrågor",
        "revisionsfråga",
        "revisionsfrågor",
    ]
    use_language("en")
    assert record_label("question", 1) == "audit question"


def test_words_are_ready_without_the_libraries_that_are_slow_to_load() -> None:
    asked = (
        "import sys; from revtrack.wording import _; _('x'); "
        "print({'babel', 'pydantic'} & set(sys.modules))"
    )
    answer = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "set()"
