"""Faults of the disk at the n-th call of the system or change of the database, for every n."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

_CALLS = ("mkdir", "open", "fsync", "chmod", "link", "replace")
_CHANGES = ("INSERT", "UPDATE", "DELETE", "COMMIT")


class Faults:
    """Counts what could fail and lets one of it fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Watch the calls by which files are made."""
        self._left = 0
        self._has_struck = False
        self.met: set[str] = set()
        """What has failed so far."""
        for name in _CALLS:
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    def watch(self, engine: Engine) -> None:
        """Watch the changes of a database and their commit too."""

        @event.listens_for(engine, "before_cursor_execute")
        def _change(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            word = statement.split(maxsplit=1)[0].upper()
            if word in _CHANGES:
                self._meet_in_database(word, statement)

        @event.listens_for(engine, "commit")
        def _commit(_connection: object) -> None:
            self._meet_in_database("COMMIT", "COMMIT")

    def one_after_another(self) -> Iterator[AbstractContextManager[None]]:
        """Give blocks in which the first call fails, the second …, until one meets no fault."""
        number = 0
        self._has_struck = True
        while self._has_struck:
            number += 1
            yield self._armed(number)

    @contextmanager
    def _armed(self, number: int) -> Iterator[None]:
        self._left, self._has_struck = number, False
        try:
            yield
        finally:
            self._left = 0

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the call takes
            if self._strikes(name):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return call(*args, **kwargs)

        return watched

    def _meet_in_database(self, name: str, statement: str) -> None:
        if self._strikes(name):
            raise OperationalError(statement, None, sqlite3.OperationalError("disk I/O error"))

    def _strikes(self, name: str) -> bool:
        self._left -= 1
        if self._left != 0:
            return False
        self._has_struck = True
        self.met.add(name)
        return True
