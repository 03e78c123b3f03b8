"""How a file that has been written under a draft's name gets its own, and never another's."""

import os
from contextlib import suppress
from pathlib import Path


def give_name(draft: Path, path: Path) -> None:
    """Give the draft its name; raise FileExistsError where something has it, whoever made it.

    Where the disk knows no second name of a file, as on many sticks and network drives, the name
    is taken with an empty file first. A draft that has got its name may be left under its own too.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("xb"):
            pass
        try:
            os.replace(draft, path)  # noqa: PTH105 - the one call that swaps files whole
        except OSError:
            with suppress(OSError):  # what made it necessary is told of
                path.unlink(missing_ok=True)
            raise
