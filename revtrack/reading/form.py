"""An answer form as it came back, in Word or in Excel."""

import io
import zipfile
from typing import Any

from revtrack.reading.form_word import DOCUMENT, read_form_word


def read_form(content: bytes) -> dict[str, Any]:
    """Return what stands in the form: its keys, and the texts of its fields by uid and code.

    ``{"keys": [...], "odd": [...], "fields": [{"uid", "field", "text"}]}``; ``odd`` are names that
    begin as a field's and are none.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        is_word = DOCUMENT in archive.namelist()
    if is_word:
        return read_form_word(content)
    # A third of a second that a form in Word need not wait for.
    from revtrack.reading.form_excel import read_form_excel  # noqa: PLC0415

    return read_form_excel(content)
