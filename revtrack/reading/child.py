"""The process that reads one file: ``python -m revtrack.reading.child MODULE:FUNCTION``.

Standard input holds a line of JSON with the limits and the reader's options, then the file's bytes;
standard output gets one JSON document: ``{"result": …}`` or ``{"refusal": sentence, "values": …}``.
Little is imported before the file is read, so that it starts fast.
"""

import json
import os
import sys
from importlib import import_module
from typing import Any

from revtrack.domain.errors import N_, RevTrackError

MEMORY = N_("The file was not read: it takes more memory than {megabytes} MB.")
FORBIDDEN = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"),
    *("socket.gethostbyname", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"),
    *("os.spawn", "os.fork", "os.forkpty", "os.startfile", "os.remove", "os.rename", "os.rmdir"),
)
"""What no reader does: reach out, start programs, change files."""
_WRITING = frozenset("wax+")
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(place: str) -> int:
    """Read what stands on standard input with the reader at this place; 0 where it answered."""
    header = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    _limit_memory(header["memory"])
    try:
        said = json.dumps(_answer(place, content, header["options"])).encode()
    except MemoryError:
        megabytes = header["memory"] >> 20
        said = json.dumps({"refusal": MEMORY, "values": {"megabytes": megabytes}}).encode()
    sys.stdout.buffer.write(said)
    return 0


def _answer(place: str, content: bytes, options: dict[str, str]) -> dict[str, Any]:
    module, _sign, function = place.partition(":")
    try:
        read = getattr(import_module(module), function)
        sys.addaudithook(_hold)
        return {"result": read(content, **options)}
    except RevTrackError as refusal:
        return {"refusal": refusal.message, "values": refusal.values}


def _limit_memory(size: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        try:
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
        except (ValueError, OSError):  # macOS knows the limit but does not take it
            return


def _hold(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop the process where a reader is made to do what no reader does."""
    if event in FORBIDDEN or (event == "open" and _is_writing(*arguments[1:3])):
        raise PermissionError(event)


def _is_writing(mode: str | None, flags: int) -> bool:
    return bool(_WRITING & set(mode or "") or flags & _WRITING_FLAGS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
