"""docs/mallar.md cannot fall behind: every field and column stands there, and no other."""

from revtrack.documents.templates.page import PAGE, brought_up_to_date


def test_the_page_lists_the_fields_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert brought_up_to_date(page) == page
