"""What a field of a template is, and the fields that most templates share."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ColumnField:
    """A column of a table in a block: its field, its heading and width in our template."""

    name: str
    heading: str
    width: int
    """In millimetres."""
    meaning: str


@dataclass(frozen=True)
class TableFields:
    """A kind of table in a block, with all columns that it can have, in our template's order."""

    title: str
    """What the tables of this kind are about."""
    columns: tuple[ColumnField, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of its columns' fields."""
        return frozenset(each.name for each in self.columns)


@dataclass(frozen=True)
class Field:
    """A field of a template, in Swedish: its name, what it means, and an example or the parts."""

    name: str
    meaning: str
    example: str
    is_block: bool = False
    tables: tuple[TableFields, ...] = ()
    """The kinds of tables that a block can hold."""


def block(name: str, meaning: str, example: str, *tables: TableFields) -> Field:
    """Return a field that is filled with paragraphs, lists or tables of these kinds."""
    return Field(name, meaning, example, is_block=True, tables=tables)


MUNICIPALITY = Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun")
DRAFT = Field("utkast", "Tomt när granskningen är överlämnad", "Utkast – arbetsmaterial")
DAY = Field("datum", "Dokumentets dag", "2022-12-01")
TITLE = Field("rubrik", "Dokumentets rubrik", "Granskning av kommunens digitaliseringsarbete")
STAMP = Field(
    "framstalld",
    "När och ur vilket läge i registret dokumentet är framställt",
    "Framställd 2023-04-03 ur revisorernas register, version 1.0, kontrollnummer 412-3f0c….",
)
