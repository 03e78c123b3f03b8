"""The key that signs a person's packages, and how a key is told from another.

A signature shows that the package is as its maker left it and that the same key made the last one.
Whose key it is, people tell each other: by reading the fingerprint over the telephone.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from revtrack.domain.errors import N_, RevTrackError

_DIGITS = 32
_GROUP = 4
_OWNER_ONLY = 0o600


def fingerprint(public_key: bytes) -> str:
    """Return the key's fingerprint in groups of four, as people read it to each other."""
    digits = hashlib.sha256(public_key).hexdigest()[:_DIGITS]
    return " ".join(digits[start : start + _GROUP] for start in range(0, _DIGITS, _GROUP))


def is_same_fingerprint(one: str, other: str) -> bool:
    """Tell whether two fingerprints are the same, however they are grouped."""
    bare = [
        "".join(each.split()).replace("-", "").replace(":", "").lower() for each in (one, other)
    ]
    return bare[0] == bare[1] != ""


def own_key(path: Path) -> Ed25519PrivateKey:
    """Return the person's key, made at its first use in a file that only the person may read.

    Raises RevTrackError where the file cannot be written or holds no such key.
    """
    try:
        if not path.exists():
            _make(path)
        key = load_pem_private_key(path.read_bytes(), None)
    except OSError as fault:
        raise RevTrackError(
            "The key that signs packages could not be read or made in {path}: {reason}.",
            path=path,
            reason=fault,
        ) from fault
    except (ValueError, TypeError) as fault:
        raise RevTrackError(_NO_KEY, path=path) from fault
    if not isinstance(key, Ed25519PrivateKey):
        raise RevTrackError(_NO_KEY, path=path)
    return key


_NO_KEY = N_(
    "{path} holds no key that signs packages. Put the right file back, or remove it: a new key is "
    "made then, and whoever reads your packages must accept it."
)


def _make(path: Path) -> None:
    """Write a new key whole; where somebody else has just done so, theirs stays."""
    content = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = mkstemp(dir=path.parent, prefix=".", suffix=".tmp")  # the owner's alone
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_OWNER_ONLY)
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)


def public_part(key: Ed25519PrivateKey) -> bytes:
    """Return what others know the key by."""
    return key.public_key().public_bytes_raw()


def is_signed(public_key: bytes, signature: bytes, content: bytes) -> bool:
    """Tell whether the key has signed exactly these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
