"""What commands tell of a file edited by hand: that it was left, and what it says otherwise."""

from revtrack.cli.compare import deviation_as_json
from revtrack.cli.frame.output import note
from revtrack.cli.list_contracts import Json
from revtrack.services.papers.edited import Edits, edits_beside
from revtrack.services.papers.edits_told import edits_told
from revtrack.services.papers.placing import Produced
from revtrack.storage.store import Store
from revtrack.wording import _, word


def produced_as_json(made: Produced, edits: Edits | None) -> Json:
    """Return a made document, and the edited file beside it, for other programs."""
    return {
        "kind": made.kind.value,
        "path": str(made.path),
        "committee": made.committee.name if made.committee else None,
        "is_new": made.is_new,
        "edited": str(made.edited) if made.edited else None,
        "differences": edits_as_json(edits) if edits else None,
    }


def edits_as_json(edits: Edits) -> Json:
    """Return the differences of an edited file for other programs."""
    return {
        "deviations": [deviation_as_json(each) for each in edits.deviations],
        "only_in_file": list(edits.lines.only_first),
        "only_in_register": list(edits.lines.only_second),
        "refusal": word(edits.refusal) if edits.refusal else None,
    }


def edits_of_each(
    store: Store, made: tuple[Produced, ...], audit_id: int | None
) -> tuple[Edits | None, ...]:
    """Return what the file that each was made beside says otherwise; None where there is none."""
    return tuple(edits_beside(store, each, audit_id) for each in made)


def tell_beside(made: Produced, edits: Edits | None) -> None:
    """Tell that a new edition was made because a file was edited by hand, and how it differs."""
    if made.edited is None:
        return
    said = _("{name} was edited by hand and is left as it is; {new} is a new edition beside it.")
    note(said.format(name=made.edited.name, new=made.path.name))
    if edits is not None:
        tell_edits(edits)


def tell_edits(edits: Edits) -> None:
    """Tell the differences of an edited file."""
    for each in edits_told(edits):
        note("  " + each)
