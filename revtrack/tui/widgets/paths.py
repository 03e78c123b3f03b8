"""Paths to files and folders as they are typed: what is begun is completed from the disk."""

import asyncio
from collections.abc import Container
from itertools import islice
from pathlib import Path

from textual.suggester import Suggester

MOST = 5_000
"""So many names of a folder are looked at, so that a huge one does not hold up who types."""


def typed_path(text: str) -> Path:
    """Return the path that somebody typed, in quotation marks or with ~ for their own folder."""
    said = text.strip().strip("\"'”“")
    try:
        return Path(said).expanduser().absolute()
    except RuntimeError:  # nobody knows whose folder it is
        return Path(said).absolute()


class PathSuggester(Suggester):
    """Completes a path with the first name of its folder that begins as it does."""

    def __init__(self, endings: Container[str] = (), *, is_folder: bool = False) -> None:
        """Make one for files with these endings, or for folders alone."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._endings = endings
        self._is_folder = is_folder

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole path; None where nothing begins so."""
        return await asyncio.to_thread(self._completed, value)

    def _completed(self, typed: str) -> str | None:
        if not typed.strip():
            return None
        cut = max(typed.rfind("/"), typed.rfind("\\")) + 1
        before, begun = typed[:cut], typed[cut:]
        try:
            folder = typed_path(before) if before else Path.cwd()
            found = sorted(islice(folder.iterdir(), MOST))
        except (OSError, ValueError):
            return None
        for each in found:
            is_begun = each.name.casefold().startswith(begun.casefold())
            if is_begun and (begun or not each.name.startswith(".")) and self._fits(each):
                return typed + each.name[len(begun) :] + ("/" if each.is_dir() else "")
        return None

    def _fits(self, path: Path) -> bool:
        try:
            if path.is_dir():
                return True
        except OSError:
            return False
        return not self._is_folder and (not self._endings or path.suffix.lower() in self._endings)
