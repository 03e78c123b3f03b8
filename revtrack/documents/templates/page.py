"""The fields as they stand in docs/mallar.md: ``python -m revtrack.documents.templates.page``.

Run by hand after a field is added or changed; a test holds the page to it.
"""

from collections.abc import Iterator
from pathlib import Path

from revtrack.documents import fields
from revtrack.documents.fields.field import Field

BEGINS = "<!-- Fälten: skrivs av python -m revtrack.documents.templates.page -->"
PAGE = Path(__file__).resolve().parents[3] / "docs" / "mallar.md"


def fields_page() -> str:
    """Return the list of all templates' fields as Markdown, in Swedish."""
    listed = {**fields.FIELDS, **fields.MAIL_FIELDS}
    return "\n".join(line for name, found in listed.items() for line in _template(name, found))


def _template(name: str, listed: tuple[Field, ...]) -> Iterator[str]:
    yield from ("", f"### {name}", "")
    yield from ("| Fält | Vad som kommer där | Exempel, eller blockets delar |", "|---|---|---|")
    for field in listed:
        name = f"`{{{{ {field.name} }}}}`" + (" (block)" if field.is_block else "")
        yield f"| {name} | {_cell(field.meaning)} | {_cell(field.example)} |"
    for field in listed:
        for table in field.tables:
            yield from ("", f"Kolumner i `{{{{ {field.name} }}}}`, tabellen ”{table.title}”:", "")
            yield from ("| Kolumn | Rubrik i vår mall | Vad som kommer där |", "|---|---|---|")
            for each in table.columns:
                yield f"| `{{{{ {each.name} }}}}` | {_cell(each.heading)} | {_cell(each.meaning)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def brought_up_to_date(page: str) -> str:
    """Return the page with the list of fields as it is now."""
    return f"{page.partition(BEGINS)[0]}{BEGINS}\n{fields_page()}\n"


if __name__ == "__main__":
    PAGE.write_text(brought_up_to_date(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
