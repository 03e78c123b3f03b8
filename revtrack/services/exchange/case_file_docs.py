"""Writes what the case file's fields mean: ``python -m revtrack.services.exchange.case_file_docs``.

The tables of ``docs/arendefil.md`` below its marker, and ``docs/arendefil.schema.json``, are made
from the records, their docstrings and the labels, so that they cannot fall behind.
"""

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_type_hints

from revtrack.domain import records
from revtrack.domain.days.dates import CoarseDay
from revtrack.domain.exchange.case_file import NODES, Node, case_file_model
from revtrack.domain.records import Record, Uid
from revtrack.domain.records.base import new_type
from revtrack.domain.texts.prose import Line
from revtrack.wording.labels import field_label, record_label, swedish_label
from revtrack.wording.places import LISTS
from revtrack.wording.words import capitalise_first

DOCS = Path(__file__).parents[3] / "docs"
PAGE, SCHEMA = "arendefil.md", "arendefil.schema.json"
MARKER = "<!-- Resten skrivs av: python -m revtrack.services.exchange.case_file_docs -->\n"


# ---- what the records say --------------------------------------------------------------------


def _text(node: ast.stmt) -> str | None:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return str(node.value.value)
    return None


@cache
def meanings() -> Mapping[tuple[str, str], str]:
    """Return the docstring under each field of each record, by class and field."""
    found: dict[tuple[str, str], str] = {}
    for name in records.__all__:
        source = ast.parse(_source(getattr(records, name))).body
        for made in source[:1]:
            body = made.body if isinstance(made, ast.ClassDef) else []
            for field, below in pairwise(body):
                said = _text(below)
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and said:
                    found[name, field.target.id] = " ".join(said.split()).replace("``", "`")
    return found


def _source(kind: object) -> str:
    return inspect.getsource(kind) if inspect.isclass(kind) else ""


def _summary(kind: type[Record]) -> str:
    return " ".join(inspect.getdoc(kind).split()).replace("``", "`")  # type: ignore[union-attr]


def _hint(node: Node, field: str) -> Any:  # noqa: ANN401 - any annotation
    hint = get_type_hints(node.new, include_extras=True)[field]
    kinds = tuple(each for each in get_args(hint) if each is not type(None))
    return kinds[0] if type(None) in get_args(hint) else hint


def _code(node: Node, field: str) -> type[StrEnum] | None:
    hint = _hint(node, field)
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else None


def _value(node: Node, field: str) -> str:
    """Return what a field's value looks like, in Swedish."""
    if field in node.references:
        target = node.references[field].target
        return f"hänvisning: {record_label(_node_name(target))}"
    if code := _code(node, field):
        return f"kod: [{code.__name__}](#{code.__name__.lower()})"
    hint = _hint(node, field)
    plain = hint.__origin__ if hasattr(hint, "__origin__") else hint
    named = {str(Line): "text på en rad", str(CoarseDay): "tid", str(Uid): "identitet"}
    if str(hint) in named:
        return named[str(hint)]
    return {bool: "ja/nej", int: "heltal", date: "dag"}.get(plain, "text")


def _node_name(kind: type[Record]) -> str:
    return next(node.name for node in NODES if node.kind is kind)


def _default(node: Node, field: str) -> str:
    info = node.new.model_fields[field]
    if info.is_required():
        return "*krävs*"
    default = info.get_default()
    if default is None:
        return ""
    return f"`{json.dumps(default, ensure_ascii=False)}`"


# ---- the page --------------------------------------------------------------------------------


def _table(node: Node) -> Iterator[str]:
    yield "| nyckel | fält | värde | förval | betydelse |"
    yield "|---|---|---|---|---|"
    for field in node.fields:
        cells = [
            f"`{node.key_of(field)}`",
            field_label(node.name, field),
            _value(node, field),
            _default(node, field),
            meanings().get((node.new.__name__, field), ""),
        ]
        yield f"| {' | '.join(cells)} |"
    labels = _list_labels(node)
    for link in node.links:
        said = _summary(new_type(link.kind))
        yield f"| `{link.key}` | {labels[link.key]} | lista av hänvisningar | | {said} |"
    for child in node.children:
        yield f"| `{child.key}` | {labels[child.key]} | lista av poster | | |"


def _list_labels(node: Node) -> dict[str, str]:
    """Return what each list of a record is called."""
    names = {link.key: LISTS[link.key] for link in node.links}
    names |= {child.key: child.name for child in node.children}
    return {key: capitalise_first(record_label(name, 2)) for key, name in names.items()}


def _section(node: Node) -> Iterator[str]:
    yield f"### {capitalise_first(record_label(node.name))}: `{node.key}`"
    yield ""
    yield _summary(node.new)
    yield ""
    yield from _table(node)
    yield ""


def _codes() -> Iterator[str]:
    used = dict.fromkeys(
        code for node in NODES for field in node.fields if (code := _code(node, field))
    )
    for code in sorted(used, key=lambda each: each.__name__):
        yield f"### {code.__name__}"
        yield ""
        yield _summary_of_code(code)
        yield ""
        yield "| kod | etikett |"
        yield "|---|---|"
        for each in code:
            yield f"| `{each.value}` | {swedish_label(each)} |"
        yield ""


def _summary_of_code(code: type[StrEnum]) -> str:
    return " ".join((inspect.getdoc(code) or "").split())


def tables() -> str:
    """Return the generated part of the page: every record with its fields, and the codes."""
    lines = [
        "",
        "## Fälten",
        "",
        "Varje post har dessutom `uid`, sin identitet. *Tid* är så noga som det sägs: `2023`,",
        "`2023-Q2`, `2023-06`, `2023-06-30` eller `inför 2024`. Betydelsen står på engelska, som i",
        "programmets egna källor.",
        "",
    ]
    for node in NODES:
        lines += _section(node)
    lines += ["## Koder", ""]
    lines += _codes()
    return "\n".join(lines).rstrip() + "\n"


def page(current: str) -> str:
    """Return the page with its generated part made anew; what stands above the marker stays."""
    return current[: current.index(MARKER)] + MARKER + tables()


# ---- the schema ------------------------------------------------------------------------------


def _describe(node: Node, properties: dict[str, Any]) -> None:
    """Put labels and meanings into a record's schema."""
    keys = {node.key_of(field): field for field in node.fields}
    lists = _list_labels(node)
    for key, made in properties.items():
        field = keys.get(key, key)
        made["title"] = lists.get(key) or field_label(node.name, field)
        if said := meanings().get((node.new.__name__, field)):
            made["description"] = said
        if field in node.required or key == "uid":
            made.pop("default", None)


def schema() -> str:
    """Return the JSON Schema of case files, whole or partial."""
    made = case_file_model().model_json_schema()
    for node in NODES:
        described = made["$defs"][node.kind.__name__]
        described["title"] = capitalise_first(record_label(node.name))
        described["description"] = _summary(node.new)
        _describe(node, described["properties"])
    made["title"] = "Ärendefil"
    made["description"] = "Ärendefil i RevTrack, hel eller delvis; se arendefil.md."
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write both files anew."""
    path = DOCS / PAGE
    path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")
    (DOCS / SCHEMA).write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    main()
