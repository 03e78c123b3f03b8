"""What a field of a template is, and the fields that most templates share."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A field of a template, in Swedish: its name, what it means, and an example or the parts."""

    name: str
    meaning: str
    example: str
    is_block: bool = False


def block(name: str, meaning: str, example: str) -> Field:
    """Return a field that is filled with paragraphs, lists or tables."""
    return Field(name, meaning, example, is_block=True)


MUNICIPALITY = Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun")
DRAFT = Field("utkast", "Tomt när granskningen är överlämnad", "Utkast – arbetsmaterial")
DAY = Field("datum", "Dokumentets dag", "2022-12-01")
TITLE = Field("rubrik", "Dokumentets rubrik", "Granskning av kommunens digitaliseringsarbete")
STAMP = Field(
    "framstalld",
    "När och ur vilket läge i registret dokumentet är framställt",
    "Framställd 2023-04-03 ur revisorernas register, version 1.0, kontrollnummer 412-3f0c….",
)
