"""Filling in a template without looking it through first, to see that the process holds."""

from typing import Any

from revtrack.documents.office import filling


def fill_in(content: bytes, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - plain values
    return {"expected": list(filling.fill(content, **options).expected)}
