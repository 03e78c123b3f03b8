"""Making a case package of an audit: what the receiver may have, signed, and a base to merge by."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import ExchangeDirection
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.exchange.exporting import audits_as_tree
from revtrack.services.exchange.packages.container import (
    Manifest,
    Unsettled,
    own_public_key,
    part_sums,
    parts_of,
    sealed,
    stored_case,
)
from revtrack.services.exchange.packages.flat import Tree, content_hash, flat
from revtrack.services.exchange.packages.keys import fingerprint, own_key, public_part
from revtrack.services.exchange.packages.ledger import Ledger, Past, keep, ledger_of
from revtrack.services.exchange.packages.views import Audience, viewed
from revtrack.services.papers.files import written
from revtrack.storage import exchange
from revtrack.storage.rows import one
from revtrack.storage.store import Store

SUFFIXES = (".rtpaket", ".zip")


@dataclass(frozen=True)
class Wanted:
    """What package is wanted."""

    audit_id: int
    partner: str | None = None
    """Whom it is for, in the sender's words."""
    audience: Audience = Audience.CLERK


@dataclass(frozen=True)
class MadePackage:
    """A package that was written."""

    path: Path
    manifest: Manifest
    signer: str
    """Fingerprint of the key that signed it."""
    is_new: bool
    """Whether it says anything that was not exchanged before."""
    missing_files: tuple[str, ...]
    """Names of attached files whose bytes the register does not have."""


def make_package(
    store: Store, wanted: Wanted, path: Path, today: date, key_file: Path
) -> MadePackage:
    """Write a package of an audit as it stands and keep what was sent, as one wish.

    The same register, receiver, key and day give the same bytes, which are kept once. Raises
    UsageError where the file is called something else than a package, RevTrackError where it is
    there already or cannot be written, or where the audit is not for the receiver yet.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(
            "{file} does not end in .rtpaket or .zip, as a case package does.", file=path.name
        )
    if store.is_read_only:
        raise RevTrackError(
            "The register is open for reading only, so nothing can be changed. "
            "Open it again without --read-only."
        )
    key = own_key(key_file)
    signer = fingerprint(public_part(key))
    with store.reading() as session:
        draft = _Draft(session, store, wanted, today)
    content = draft.sealed(key)
    with written(path.parent, {path.name: content}, is_private=True):
        if not draft.is_kept:
            with store.wish() as session:
                keep(session, draft.exchange(content, signer), content)
    return MadePackage(path, draft.manifest(key), signer, draft.is_new, draft.missing)


class _Draft:
    """What goes into a package."""

    def __init__(self, session: Session, store: Store, wanted: Wanted, today: date) -> None:
        self.audit = one(session, r.Audit, wanted.audit_id)
        self.wanted, self.today, self._person = wanted, today, store.person
        tree = audits_as_tree(session, [self.audit.uid])
        self._tree = viewed(tree, wanted.audience, self.audit.uid)
        self._town = tree["municipalities"][0]["name"]
        self.ledger = ledger_of(session, self.audit.uid)
        self.content = content_hash(self._tree)
        named = _attached(self._tree)
        files = exchange.contents_of(session, named)
        self.missing = tuple(name for key, name in named.items() if key not in files)
        base = self._base_tree()
        self._shown = flat(self._tree).records
        self._shown_before = flat(base).records if base else {}
        self._parts = parts_of(_text(self._tree), _text(base) if base else None, files)

    @property
    def is_new(self) -> bool:
        """Whether it says anything else than the last package, whichever way that went."""
        packages = self.ledger.packages
        return not packages or packages[0].manifest.content != self.content

    @property
    def is_kept(self) -> bool:
        """Whether the same content was the last that was sent to the same receiver."""
        last = _last_sent(self.ledger)
        return (
            last is not None
            and not self.is_new
            and last.manifest.content == self.content
            and last.manifest.audience is self.wanted.audience
            and last.exchange.partner == self.wanted.partner
        )

    def exchange(self, content: bytes, signer: str) -> r.NewExchange:
        """Return what is kept of the package when it is sent."""
        return r.NewExchange(
            audit_id=self.audit.id,
            direction=ExchangeDirection.SENT,
            partner=self.wanted.partner,
            signer=signer,
            sha256=hashlib.sha256(content).hexdigest(),
            exchanged_on=self.today,
        )

    def _earlier(self) -> list[Past]:
        return [past for past in self.ledger.packages if past.manifest.content != self.content]

    def _base(self) -> Past | None:
        return next(iter(self._earlier()), None)

    def _base_tree(self) -> Tree | None:
        """Return the base as far as it is for the receiver, who need not be whom it was made for.

        None where there is none, or where all of it was still the auditors' working material.
        """
        base = self._base()
        if base is None:
            return None
        try:
            return viewed(stored_case(base.content), self.wanted.audience, self.audit.uid)
        except RevTrackError:
            return None

    def _unsettled(self) -> Iterator[Unsettled]:
        """Yield what is unsettled of that which the receiver may see."""
        for each in self.ledger.unsettled:
            here, before = self._shown.get(each.uid, {}), self._shown_before.get(each.uid, {})
            if each.field is not None and each.field in here:
                yield Unsettled(uid=each.uid, field=each.field, base=each.base)
            elif each.field is None and (here or before):
                known = here or before
                agreed = each.base and {key: each.base[key] for key in each.base if key in known}
                yield Unsettled(uid=each.uid, base=agreed)

    def manifest(self, key: Ed25519PrivateKey) -> Manifest:
        """Return what the package says of itself."""
        base = self._base()
        return Manifest(
            reference=self.audit.reference,
            title=self.audit.title,
            audit=self.audit.uid,
            municipality=self._town,
            sender=self._person.name,
            role=self._person.role.value,
            partner=self.wanted.partner,
            audience=self.wanted.audience,
            made_on=self.today,
            content=self.content,
            base=base.manifest.content if base else None,
            seen=tuple(dict.fromkeys(past.manifest.content for past in self._earlier())),
            unsettled=tuple(self._unsettled()),
            parts=part_sums(self._parts),
            key=own_public_key(key),
        )

    def sealed(self, key: Ed25519PrivateKey) -> bytes:
        """Return the bytes of the package."""
        return sealed(self.manifest(key), self._parts, key)


def _last_sent(ledger: Ledger) -> Past | None:
    sent = (past for past in ledger.packages if past.exchange.direction is ExchangeDirection.SENT)
    return next(sent, None)


def _attached(tree: Tree) -> dict[str, str]:
    """Return the names of the attached files that a package speaks of, by their sha-256."""
    return {
        each["sha256"]: each["name"]
        for town in tree["municipalities"]
        for audit in town.get("audits", ())
        for each in audit.get("attachments", ())
    }


def _text(tree: Tree) -> bytes:
    return f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode()
