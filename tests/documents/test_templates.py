from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from revtrack.documents import fields
from revtrack.documents.accessibility.opened import tree
from revtrack.documents.office.blocks import Style
from revtrack.documents.office.package import read_parts
from revtrack.documents.templates.field_check import names_used
from templates.design import built
from tests.documents.conftest import TEMPLATES


@pytest.mark.parametrize("name", fields.FIELDS)
def test_the_script_builds_the_same_template_again(name: str) -> None:
    assert built(name) == (TEMPLATES / name).read_bytes()


@pytest.mark.parametrize("name", fields.FIELDS)
def test_a_template_uses_every_field_of_its_document_and_no_other(name: str) -> None:
    parts = read_parts((TEMPLATES / name).read_bytes())
    listed = fields.FIELDS[name]
    columns = {column for field in listed for kind in field.tables for column in kind.names}
    used = names_used({part: tree(parts[part]) for part in parts if part.endswith(".xml")})
    assert used == {field.name for field in listed} | columns


@pytest.mark.parametrize("name", fields.FIELDS)
def test_a_template_has_every_style_that_blocks_use(name: str) -> None:
    styles = {style.name for style in Document(BytesIO((TEMPLATES / name).read_bytes())).styles}
    lowered = {(style or "").lower() for style in styles}
    assert {style.lower() for style in Style} <= lowered
    assert {"heading 1", "heading 2", "heading 3", "toc 1", "toc 2"} <= lowered


def test_every_field_says_what_it_means_with_an_example() -> None:
    for listed in fields.FIELDS.values():
        assert len({field.name for field in listed}) == len(listed)
        assert all(field.meaning and field.example for field in listed)


def test_no_table_is_wider_than_a_page_lying_down() -> None:
    for name, listed in fields.FIELDS.items():
        for table in (table for field in listed for table in field.tables):
            assert sum(column.width for column in table.columns) <= 247, (name, table.title)


def test_pages_are_a4_with_margins_of_25_millimetres() -> None:
    for path in Path(TEMPLATES).glob("*.docx"):
        for section in Document(str(path)).sections:
            assert section.page_width is not None
            assert section.page_height is not None
            sides = sorted((round(section.page_width.mm), round(section.page_height.mm)))
            assert sides == [210, 297]
            margins = (section.left_margin, section.right_margin, section.top_margin)
            assert [round(each.mm) for each in margins if each] == [25, 25, 25]
