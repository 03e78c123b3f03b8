"""The language that a Word document says it is in: a screen reader speaks it with that voice."""

from collections.abc import Iterator

from revtrack.documents.accessibility import flaws
from revtrack.documents.accessibility.finding import Finding, Place
from revtrack.documents.accessibility.word_file import WHOLE, WordFile, shortened, text_of
from revtrack.documents.accessibility.word_styles import VAL, W, looks_of
from revtrack.domain.errors import N_

SWEDISH = "sv-SE"


def languages(file: WordFile) -> Iterator[Finding]:
    """Yield a default, styles and texts in another language than Swedish."""
    if file.styles.defaults.language != SWEDISH:
        yield Finding(flaws.NO_LANGUAGE, WHOLE)
    yield from _styles(file)
    yield from _texts(file)


def _styles(file: WordFile) -> Iterator[Finding]:
    for each in file.styles.elements.values():
        language = looks_of(each.find(f"{W}rPr")).language
        if language not in {None, SWEDISH}:
            name = each.find(f"{W}name")
            place = Place(
                N_("The style {style}"), {"style": name.get(VAL) if name is not None else None}
            )
            yield Finding(flaws.STYLE_IN_OTHER_LANGUAGE, place, {"language": language})


def _texts(file: WordFile) -> Iterator[Finding]:
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            language = looks_of(run.find(f"{W}rPr")).language
            text = text_of(run)
            if language not in {None, SWEDISH} and text.strip():
                values = {"text": shortened(text), "language": language}
                yield Finding(flaws.TEXT_IN_OTHER_LANGUAGE, paragraph.place, values)
