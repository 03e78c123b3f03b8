"""The one way in for other people's files.

A file is weighed, its kind told by its first bytes, an archive looked through, and only then read,
in a process of its own that has little time, little memory and no network. Whatever it holds, the
program goes on: what cannot be read is one plain sentence.
"""

from typing import Any

from revtrack.confined.archive import DAMAGED, check_archive
from revtrack.confined.limits import LIMITS, MEGABYTE, Limits
from revtrack.confined.running import OnProgress, Stop, StoppedError, run_confined
from revtrack.domain.errors import RevTrackError
from revtrack.reading.kinds import Kind, is_zip, kind_of, refuse_what_nobody_reads
from revtrack.reading.readers import READERS, Reader


def read_guarded(
    reader: str,
    content: bytes,
    *,
    limits: Limits = LIMITS,
    on_progress: OnProgress | None = None,
    **options: str,
) -> Any:  # noqa: ANN401 - whatever JSON the reader gives
    """Return what the reader of this name makes of a file: plain values, as JSON holds them.

    ``options`` are handed to the reader; ``on_progress`` is called with how many of so many pages
    are read, where the reader tells it. Raises RevTrackError with one sentence that says why, and
    what to do, where the file is too large, of another kind than the reader takes, damaged, made to
    do harm, or more than the reader manages within the limits. Nothing is written.
    """
    _check(READERS[reader], content, limits)
    try:
        return run_confined(READERS[reader].place, content, options, limits, on_progress)
    except StoppedError as stopped:
        raise _given_up(stopped.why, limits) from None


def kind_told(content: bytes, limits: Limits = LIMITS) -> Kind:
    """Return what kind of file some bytes are, weighed and looked through as when it is read.

    Raises RevTrackError where nobody reads such a file, or it is too large or made to do harm.
    """
    if not content:
        raise RevTrackError("The file is empty.")
    if len(content) > limits.size:
        raise RevTrackError(
            "The file is larger than {megabytes} MB. Save it without pictures, or in parts.",
            megabytes=limits.size // MEGABYTE,
        )
    refuse_what_nobody_reads(content)
    names = check_archive(content, limits) if is_zip(content) else None
    return kind_of(content, names)


def _check(reader: Reader, content: bytes, limits: Limits) -> None:
    if kind_told(content, limits) not in reader.kinds:
        raise RevTrackError(
            "The file is not of the kind that is wanted here: {endings}.",
            endings=tuple(each.value for each in reader.kinds),
        )


def _given_up(why: Stop, limits: Limits) -> RevTrackError:
    if why is Stop.TIME:
        return RevTrackError(
            "The file was not read: it takes longer than {seconds} seconds. "
            "Save it anew, or in parts.",
            seconds=f"{limits.seconds:g}",
        )
    if why is Stop.MEMORY:
        return RevTrackError(
            "The file was not read: it takes more memory than {megabytes} MB.",
            megabytes=limits.memory // MEGABYTE,
        )
    if why is Stop.LENGTH:
        return RevTrackError(
            "The file was not read: what stands in it is more than {megabytes} MB. "
            "Save it in parts.",
            megabytes=limits.answer // MEGABYTE,
        )
    return RevTrackError(DAMAGED)
