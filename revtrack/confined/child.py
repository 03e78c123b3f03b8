"""The process that works on one file: ``python -m revtrack.confined.child MODULE:FUNCTION``.

Standard input holds a line of JSON with the limits and the function's options, then the file's
bytes; standard output gets one JSON document: ``{"result": …}``, ``{"refusal": sentence, "values":
…}`` or ``{"memory": true}``, after lines that tell how far the work has come. Little is imported
before the work, so that it starts fast.
"""

import json
import os
import sys
from importlib import import_module
from typing import Any

from revtrack.confined.telling import begin
from revtrack.domain.errors import RevTrackError

FORBIDDEN = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"),
    *("socket.gethostbyname", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"),
    *("os.spawn", "os.fork", "os.forkpty", "os.startfile", "os.remove", "os.rename", "os.rmdir"),
)
"""What no such work does: reach out, start programs, change files."""
_WRITING = frozenset("wax+")
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(place: str) -> int:
    """Work on what stands on standard input with the function at this place; 0 if it answered."""
    header = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    _limit_memory(header["memory"])
    begin(sys.stdout.buffer)
    try:
        said = json.dumps(_answer(place, content, header["options"])).encode()
    except MemoryError:
        said = b'{"memory": true}'
    sys.stdout.buffer.write(said)
    return 0


def _answer(place: str, content: bytes, options: dict[str, Any]) -> dict[str, Any]:
    module, _sign, function = place.partition(":")
    try:
        work = getattr(import_module(module), function)
        sys.addaudithook(_hold)
        return {"result": work(content, **options)}
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
    """Stop the process where the work is made to do what no such work does."""
    if event in FORBIDDEN or (event == "open" and _is_writing(*arguments[1:3])):
        raise PermissionError(event)


def _is_writing(mode: str | None, flags: int) -> bool:
    return bool(_WRITING & set(mode or "") or flags & _WRITING_FLAGS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
