"""Why the operating system refused something, as a clause that may stand in a sentence."""

import errno
from collections.abc import Mapping

from revtrack.domain.errors import N_
from revtrack.wording.language import _

_NO_RIGHT = N_("you have no right to it")
_FULL = N_("the disk is full")
_IN_USE = N_("another program is using it")

_REASONS: Mapping[int, str] = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EEXIST: N_("something of that name is there already"),
    errno.EISDIR: N_("it is a folder, not a file"),
    errno.ENOTDIR: N_("a part of the path is a file, not a folder"),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: N_("the disk can only be read"),
    errno.EIO: N_("the disk could not be read or written"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
}
"""What each number of the operating system means; what is rare is told in the system's words."""


def reason_of(fault: OSError) -> str:
    """Return why a file or folder could not be used, in the language in use."""
    known = _REASONS.get(fault.errno or 0)
    return _(known) if known else fault.strerror or str(fault)
