"""A program of its own that writes wishes of two rows each and says when each is kept.

Run as: python -m tests.storage.writer DATABASE NAME COUNT
"""

import sys
from datetime import date
from pathlib import Path

from revtrack.domain import records as r
from revtrack.services.database.opening import open_store
from revtrack.storage.rows import add
from revtrack.storage.store import Person


def main() -> None:
    """Write the wishes, one line on standard output for each that has been kept."""
    path, name, count = sys.argv[1:]
    store = open_store(Path(path), Person(name))
    for number in range(int(count)):
        with store.wish(f"nummer {number}") as session:
            new = r.NewMunicipality(name=f"{name} {number}")
            town = add(session, r.Municipality, new)
            day = r.NewAuditorsMeeting(municipality_id=town.id, held_on=date(2023, 3, 20))
            add(session, r.AuditorsMeeting, day)
        sys.stdout.write(f"{name} {number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
