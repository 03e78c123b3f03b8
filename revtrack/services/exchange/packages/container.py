"""The file of a case package: its parts, its manifest and the signature, bytes in and bytes out."""

import base64
import binascii
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import Field, ValidationError

from revtrack.confined.archive import DAMAGED
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.records import Record, Uid
from revtrack.domain.texts.prose import Line
from revtrack.reading.guard import read_guarded
from revtrack.services.exchange.packages.flat import Tree
from revtrack.services.exchange.packages.keys import fingerprint, is_signed, public_part
from revtrack.services.exchange.packages.views import Audience

FORMAT, FORMAT_VERSION = "revtrack-case-package", 1
MANIFEST, SIGNATURE, CASE, BASE = "manifest.json", "signature", "case.json", "base.json"
FILES = "files/"
"""Before the sha-256 of an attached file, whose part holds its bytes as base64."""
MAX_BYTES = 50 << 20

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o644 << 16
_UNIX = 3

_CHANGED = N_(
    "{source} is not as it was when it was signed, so nothing was read in. Ask for it to be sent "
    "again."
)

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Unsettled(Record):
    """A field, or a whole record, that both sides have changed and nobody has settled yet."""

    uid: Uid
    field: str | None = None
    base: Any = None
    """What both sides last agreed on."""


class Manifest(Record):
    """What a package says of itself; the signature is put under it and it answers for all parts."""

    format: Literal["revtrack-case-package"] = "revtrack-case-package"
    format_version: Literal[1] = 1
    reference: Line
    title: Line
    audit: Uid
    municipality: Line
    sender: Line
    role: Line
    partner: Line | None = None
    """Whom it is made for, as the sender calls them."""
    audience: Audience
    made_on: date
    content: Sha256
    """Of what the case file says, whatever the order in it."""
    base: Sha256 | None = None
    """The same of what both sides last exchanged, which the package holds too."""
    seen: tuple[Sha256, ...] = ()
    """The same of all that the sender has sent or read in of this audit, the newest first."""
    unsettled: tuple[Unsettled, ...] = ()
    parts: Mapping[str, Sha256]
    """The sha-256 of the bytes of each other part."""
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """The public key of the signature."""


@dataclass(frozen=True)
class Package:
    """A package whose signature and parts have been found in order."""

    manifest: Manifest
    case: bytes
    base: bytes | None
    files: Mapping[str, bytes]
    """Attached files by their sha-256."""

    @property
    def signer(self) -> str:
        """Fingerprint of the key that signed it."""
        return fingerprint(bytes.fromhex(self.manifest.key))


def part_sums(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the sha-256 of each part."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}


def parts_of(case: bytes, base: bytes | None, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order."""
    parts = {CASE: case}
    if base is not None:
        parts[BASE] = base
    return parts | {f"{FILES}{key}": base64.b64encode(files[key]) for key in sorted(files)}


def sealed(manifest: Manifest, parts: Mapping[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """Return the bytes of a package: the same for the same content, maker and day."""
    told = json.dumps(manifest.model_dump(mode="json"), ensure_ascii=False, indent=1)
    signed = f"{told}\n".encode()
    content = _packed({MANIFEST: signed, SIGNATURE: key.sign(signed).hex().encode(), **parts})
    if len(content) > MAX_BYTES:
        raise RevTrackError(
            "The package would be larger than the 50 MB that can be read in. Send the attached "
            "files in another way."
        )
    return content


def own_public_key(key: Ed25519PrivateKey) -> str:
    """Return the public part of a key as manifests hold it."""
    return public_part(key).hex()


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of the parts, not compressed: so that it is the same everywhere."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.create_system, entry.external_attr = _UNIX, _READABLE_BY_ALL
            archive.writestr(entry, content)
    return made.getvalue()


def opened(content: bytes, source: str) -> Package:
    """Return the package in a file's bytes; ``source`` is its name, as refusals say it.

    Raises RevTrackError where it is no package, is of a newer kind, or where one byte is another
    than when it was signed.
    """
    parts = _parts(content, source)
    if MANIFEST not in parts or SIGNATURE not in parts:
        raise RevTrackError("{source} is no case package.", source=source)
    manifest = _manifest(parts[MANIFEST], source)
    rest = {name: each for name, each in parts.items() if name not in {MANIFEST, SIGNATURE}}
    is_whole = (
        _is_signed(manifest, parts)
        and part_sums(rest) == dict(manifest.parts)
        and CASE in rest
        and _packed(parts) == content
    )
    if not is_whole:
        raise RevTrackError(_CHANGED, source=source)
    return Package(manifest, rest[CASE], rest.get(BASE), _files(rest, source))


def _parts(content: bytes, source: str) -> dict[str, bytes]:
    try:
        texts = read_guarded("case_package", content)
    except RevTrackError as fault:
        if fault.message != DAMAGED:
            raise
        raise RevTrackError(
            "{source} is damaged or not whole, so nothing was read in. Ask the sender for a new "
            "package.",
            source=source,
        ) from fault
    return {name: text.encode() for name, text in texts.items()}


def _manifest(text: bytes, source: str) -> Manifest:
    try:
        told = json.loads(text)
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise RevTrackError("{source} is no case package.", source=source)
        if told.get("format_version") != FORMAT_VERSION:
            raise RevTrackError(
                "{source} was made by a newer version of RevTrack. "
                "Install that version to read it.",
                source=source,
            )
        return Manifest.model_validate(told)
    except (ValueError, ValidationError, RecursionError) as fault:
        raise RevTrackError(_CHANGED, source=source) from fault


def _is_signed(manifest: Manifest, parts: Mapping[str, bytes]) -> bool:
    try:
        signature = bytes.fromhex(parts[SIGNATURE].decode())
    except ValueError:
        return False
    return is_signed(bytes.fromhex(manifest.key), signature, parts[MANIFEST])


def _files(parts: Mapping[str, bytes], source: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, text in parts.items():
        if name.startswith(FILES):
            key = name.removeprefix(FILES)
            try:
                found[key] = base64.b64decode(text, validate=True)
            except binascii.Error as fault:
                raise RevTrackError(_CHANGED, source=source) from fault
            if hashlib.sha256(found[key]).hexdigest() != key:
                raise RevTrackError(_CHANGED, source=source)
    return found


def tree_of(content: bytes) -> Tree:
    """Return the tree of a case file whose text has been checked before."""
    tree: Tree = json.loads(content)
    return tree


def stored_manifest(content: bytes) -> Manifest:
    """Return the manifest of a package that this register keeps."""
    return Manifest.model_validate_json(_stored_part(content, MANIFEST))


def stored_case(content: bytes) -> Tree:
    """Return what a package that this register keeps says."""
    return tree_of(_stored_part(content, CASE))


def _stored_part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)
