"""Sparade vyer: filters with names, on the screen and with ``search --view``."""

from revtrack.domain.errors import N_, UsageError
from revtrack.domain.records import NewSavedView, SavedView
from revtrack.domain.texts.prose import name_key
from revtrack.storage.rows import add, change, one, remove, some
from revtrack.storage.store import Store

RECOMMENDATIONS, TEXTS = "recommendations", "texts"
"""What a view can be of."""


def list_views(store: Store) -> tuple[SavedView, ...]:
    """Return all saved views of recommendations and texts, in order of their names."""
    with store.reading() as session:
        views = some(session, SavedView)
    known = (each for each in views if each.screen in {RECOMMENDATIONS, TEXTS})
    return tuple(sorted(known, key=lambda each: name_key(each.name)))


def find_view(store: Store, name: str) -> SavedView:
    """Return the view with this name; raises UsageError where there is none, naming those known."""
    views = list_views(store)
    found = next((each for each in views if name_key(each.name) == name_key(name)), None)
    if found is not None:
        return found
    if not views:
        raise UsageError(N_("No view is saved yet."))
    raise UsageError(
        N_("No view is called {name}. Saved are: {names}."),
        name=name,
        names=", ".join(each.name for each in views),
    )


def save_view(store: Store, new: NewSavedView) -> SavedView:
    """Store a filter under a name, in place of what was saved under it, and return the view."""
    with store.wish() as session:
        same = [
            each
            for each in some(session, SavedView)
            if name_key(each.name) == name_key(new.name) and each.screen in {RECOMMENDATIONS, TEXTS}
        ]
        if not same:
            return add(session, SavedView, new)
        return change(session, same[0], **new.model_dump())


def remove_view(store: Store, view_id: int) -> None:
    """Take a view away; raises GoneError where it is gone already."""
    with store.wish() as session:
        remove(session, one(session, SavedView, view_id))
