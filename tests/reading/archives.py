"""Word documents made by hand, sound and hostile."""

import io
import warnings
import zipfile
from collections.abc import Iterable

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
)
DOCUMENT = '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"/>'

Part = tuple[str, str | bytes]


def archive(*parts: Part, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of these parts, in order, whatever their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a name that is there twice
        for name, data in parts:
            opened.writestr(name, data)
    return made.getvalue()


def word(parts: Iterable[Part] = (), document: str | bytes = DOCUMENT) -> bytes:
    """Return what passes for a Word document, with these parts besides."""
    return archive(("[Content_Types].xml", CONTENT_TYPES), ("word/document.xml", document), *parts)
