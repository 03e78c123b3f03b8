"""Words: sentences, labels, days and numbers in Swedish and English.

The code's own sentences are English; ``locale/sv`` holds the Swedish ones, all of them.
``python -m revtrack.wording.catalogue`` keeps the catalogues in step with the code.
"""

from revtrack.wording.complaints import complaints
from revtrack.wording.language import _, language, ngettext, use_language
from revtrack.wording.refusals import sentence, word, word_problem

__all__ = [
    "_",
    "complaints",
    "language",
    "ngettext",
    "sentence",
    "use_language",
    "word",
    "word_problem",
]
