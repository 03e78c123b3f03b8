"""What is being typed in a form, kept on this computer until it is saved or thrown away.

A draft is no fact: it lies outside the register, in a folder that only the person may read.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp

from pydantic import BaseModel, ConfigDict, ValidationError

from revtrack.domain.errors import N_, RevTrackError

FORMAT = 1
MOST_BYTES = 20_000_000
_DIGITS = 32
_OWNER_ONLY_FOLDER = 0o700
_SET_ASIDE = ".damaged"


@dataclass(frozen=True)
class Draft:
    """What was typed in a form, and what stood there before."""

    kept_at: datetime
    typed: Mapping[str, str]
    """What stands in each field, by its name."""
    first: Mapping[str, str]
    """What stood in each when the form was opened."""

    @property
    def changed(self) -> dict[str, str]:
        """What was typed or chosen: the fields that say something else than at first."""
        return {name: text for name, text in self.typed.items() if text != self.first.get(name, "")}


class _Written(BaseModel):
    """A draft as it lies in its file."""

    model_config = ConfigDict(strict=True, extra="forbid")

    format: int
    about: str
    kept_at: str
    typed: dict[str, str]
    first: dict[str, str]


@dataclass(frozen=True)
class DraftBox:
    """The drafts of one person in one register."""

    folder: Path
    register: str
    """Where the register lies."""
    person: str
    clock: Callable[[], datetime]
    """Tells the time; asked when a draft is kept."""

    def keep(self, about: str, typed: Mapping[str, str], first: Mapping[str, str]) -> None:
        """Keep what is typed in the form about this, whole or not at all, for its person alone.

        Raises RevTrackError where it cannot be written.
        """
        at = self.clock().isoformat(timespec="seconds")
        written = _Written(
            format=FORMAT, about=about, kept_at=at, typed=dict(typed), first=dict(first)
        )
        content = json.dumps(written.model_dump(), ensure_ascii=True).encode()
        try:
            self._make_folder()
            _write_whole(self._place(about), content)
        except OSError as fault:
            raise RevTrackError(
                N_("What you type could not be kept as a draft in {path}: {reason}."),
                path=self.folder,
                reason=fault,
            ) from fault

    def find(self, about: str) -> Draft | None:
        """Return the draft of the form about this; None where there is none.

        Raises RevTrackError where it cannot be read; a damaged one is set aside, and said so.
        """
        place = self._place(about)
        try:
            with place.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            return _read(content, about)
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise RevTrackError(
                N_("The draft {path} could not be read: {reason}."), path=place, reason=fault
            ) from fault
        except (ValueError, RecursionError) as fault:
            aside = place.with_suffix(_SET_ASIDE)
            with suppress(OSError):
                place.replace(aside)
            raise RevTrackError(
                N_("A draft of this form was damaged and has been set aside: {path}."), path=aside
            ) from fault

    def drop(self, about: str) -> None:
        """Throw the draft away, where there is one."""
        with suppress(OSError):
            self._place(about).unlink()

    def _place(self, about: str) -> Path:
        key = f"{self.register}\n{self.person}\n{about}"
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self.folder / f"{digest[:_DIGITS]}.json"

    def _make_folder(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(_OWNER_ONLY_FOLDER)


def _read(content: bytes, about: str) -> Draft:
    """Return the draft that a file holds; raise ValueError where it holds none."""
    try:
        written = _Written.model_validate(json.loads(content))
    except ValidationError as fault:
        raise ValueError(about) from fault
    kept_at = datetime.fromisoformat(written.kept_at)
    if written.format != FORMAT or written.about != about or len(content) > MOST_BYTES:
        raise ValueError(about)
    return Draft(kept_at, written.typed, written.first)


def _write_whole(place: Path, content: bytes) -> None:
    """Put the content in place of what lay there; the file is its owner's alone."""
    descriptor, name = mkstemp(dir=place.parent, prefix=".", suffix=".tmp")  # the owner's alone
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.replace(place)
    finally:
        written.unlink(missing_ok=True)
