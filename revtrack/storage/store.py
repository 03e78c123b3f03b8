"""The open database: readings, and wishes that are carried out whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, IntegrityError, NoResultFound
from sqlmodel import Session

from revtrack.domain.codes import PersonRole
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.undoing import Turn, turn_named
from revtrack.storage.engine import WRITES, trust_schema
from revtrack.storage.faults import refusal_of
from revtrack.storage.history import begin_wish, end_wish


@dataclass(frozen=True)
class Person:
    """Who works with the register; stated, not proved, on a local file."""

    name: str
    role: PersonRole = PersonRole.EXPERT


@dataclass(frozen=True)
class Store:
    """An open database and the person who works with it."""

    engine: Engine
    path: Path
    person: Person
    is_read_only: bool = False
    why: str | None = None
    """The reason kept with each wish that gives none of its own."""
    copy: Path | None = None
    """The register as it was before this opening brought it up to date; None: it already was."""
    templates: Path | None = None
    """The folder of the templates of the office that opened it, for its documents; None: ours."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session on one unchanging view of the data; nothing can be written in it."""
        with self._faults_told(), Session(self.engine, expire_on_commit=False) as session:
            session.connection().exec_driver_sql("PRAGMA query_only = ON")
            yield session

    @contextmanager
    def wish(self, why: str | None = None) -> Iterator[Session]:
        """Give a session in which one wish is carried out: committed whole, or nothing at all.

        Raises RevTrackError where the database is read-only or another program keeps it busy,
        UsageError where the reason is one of those by which the history tells what was undone.
        """
        reason = why or self.why
        if turn_named(reason):
            raise UsageError("“{reason}” is no reason. Say why in words.", reason=reason)
        with self._carried_out(reason) as session:
            yield session

    @contextmanager
    def preparing(self) -> Iterator[Session]:
        """Give a session that makes again what is no fact; the history tells nothing of it."""
        engine = self.engine.execution_options(**{WRITES: True})
        with (
            self._faults_told(),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def turning(self, turn: Turn) -> Iterator[Session]:
        """Give a session in which an earlier wish is undone or redone, named in the history."""
        with self._carried_out(turn.reason) as session:
            yield session

    @contextmanager
    def _carried_out(self, why: str | None) -> Iterator[Session]:
        if self.is_read_only:
            raise RevTrackError(
                "The register is open for reading only, so nothing can be changed. "
                "Open it again without --read-only."
            )
        engine = self.engine.execution_options(**{WRITES: True})
        with (
            self._faults_told(),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            connection = session.connection()
            trust_schema(connection)
            begin_wish(connection, self.person.name, self.person.role.value, why)
            yield session
            session.flush()
            end_wish(connection)

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        """Turn what goes wrong with the file or with what is in it into a refusal."""
        try:
            yield
        except (IntegrityError, NoResultFound) as fault:
            raise GoneError from fault
        except DatabaseError as fault:
            raise refusal_of(fault, self.path, read_only=self.is_read_only) from fault

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()
