"""Types as a STRICT table of SQLite names them: it knows no VARCHAR, DATE or BOOLEAN."""

from sqlalchemy import Boolean, Date, DateTime, String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import TypeCompiler


def name_types_strictly() -> None:
    """Let SQLAlchemy write types so that SQLite takes them in a STRICT table.

    The tables and the migrations both ask for it: a database must not look different for what else
    had been loaded when it was made.
    """
    for kind in (String, Date, DateTime):
        compiles(kind, "sqlite")(_as_text)
    compiles(Boolean, "sqlite")(_as_integer)


def _as_text(_type: object, _compiler: TypeCompiler, **_options: object) -> str:
    return "TEXT"


def _as_integer(_type: object, _compiler: TypeCompiler, **_options: object) -> str:
    return "INTEGER"
