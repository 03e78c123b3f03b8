"""The office's own words for codes, in place of the usual labels."""

from collections.abc import Mapping
from enum import StrEnum

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.storage.rows import add, change, remove, some, table_of
from revtrack.storage.store import Store
from revtrack.wording.vocabularies import vocabulary


def own_words(session: Session, municipality_id: int) -> Mapping[tuple[str, str], str]:
    """Return the word of each code that has one, by the vocabulary and the code."""
    columns = table_of(r.Label).c
    found = some(session, r.Label, columns.municipality_id == municipality_id)
    return {(each.vocabulary, each.code): each.text for each in found}


def set_own_word(store: Store, municipality_id: int, code: StrEnum, text: str) -> r.Label:
    """Store the word that an office writes for a code, in place of one that it had; return it."""
    columns = table_of(r.Label).c
    new = r.NewLabel(
        municipality_id=municipality_id,
        vocabulary=vocabulary(type(code)),
        code=code.value,
        text=text,
    )
    with store.wish() as session:
        found = some(
            session,
            r.Label,
            columns.municipality_id == municipality_id,
            columns.vocabulary == new.vocabulary,
            columns.code == new.code,
        )
        if not found:
            return add(session, r.Label, new)
        return found[0] if found[0].text == new.text else change(session, found[0], text=new.text)


def remove_own_word(store: Store, label: r.Label) -> None:
    """Go back to the usual label of a code."""
    with store.wish() as session:
        remove(session, label)
