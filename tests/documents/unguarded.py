"""Filling in a template without looking it through first, to see that the process holds.

Not even that only fields are known is left.
"""

from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from revtrack.documents.office import filling


def fill_in(content: bytes, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - plain values
    filling.FieldsOnly.from_string = ImmutableSandboxedEnvironment.from_string  # type: ignore[method-assign]
    return {"expected": list(filling.fill(content, **options).expected)}
