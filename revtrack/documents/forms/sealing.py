"""A form as it is sent out: its text locked, its ids where office programs keep them."""

from xml.sax.saxutils import quoteattr

from revtrack.documents.office import package, word

PROTECTION = b'<w:documentProtection w:edit="forms" w:enforcement="1"/>'
"""Only fields can be filled in; without a password, since it keeps out mistakes, not people."""
KEY_PART = "customXml/item1.xml"
_KEY_PARTS = {
    "customXml/_rels/item1.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    ),
    "customXml/itemProps1.xml": (
        '<ds:datastoreItem ds:itemID="{6F1B1C5E-0F0B-4E0C-9C55-4A2C9B6F7D11}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        '<ds:schemaRefs><ds:schemaRef ds:uri="urn:revtrack:svarsformular"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    ),
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIP = (
    b'<Relationship Id="rIdRevTrack" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/customXml" Target="../customXml/item1.xml"/></Relationships>'
)
_OVERRIDE = (
    b'<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.customXmlProperties+xml"/></Types>'
)


def sealed(document: bytes, key: str, properties: word.Properties) -> bytes:
    """Return a Word document in which only fields can be filled in, with its key in it.

    The key stands in the properties, which LibreOffice keeps, and in a part of its own.
    """
    parts = package.read_parts(document)
    settings = "word/settings.xml"
    parts[settings] = parts[settings].replace(
        b"<w:defaultTabStop", PROTECTION + b"<w:defaultTabStop", 1
    )
    parts["docProps/core.xml"] = package.core_properties(
        title=properties.title, author=properties.author, on=properties.on, identifier=key
    )
    form = f'<form xmlns="urn:revtrack:svarsformular" key={quoteattr(key)}/>'
    for name, xml in {**_KEY_PARTS, KEY_PART: form}.items():
        parts[name] = (_DECLARATION + xml).encode()
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    parts[types] = parts[types].replace(b"</Types>", _OVERRIDE)
    parts[relations] = parts[relations].replace(b"</Relationships>", _RELATIONSHIP)
    return package.write_parts(parts)
