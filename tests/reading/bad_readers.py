"""Readers that go wrong, each in its way, to see what the guard makes of it."""

import os
import socket
import time
from pathlib import Path
from typing import Any

from revtrack.confined.telling import tell
from revtrack.domain.errors import RevTrackError


def count(content: bytes, **options: str) -> dict[str, Any]:
    return {"bytes": len(content), "options": options, "text": "å\u2028\ud800"}


def refuse(content: bytes) -> None:
    raise RevTrackError("The file is larger than {megabytes} MB.", megabytes=len(content))


def hang(content: bytes) -> None:
    time.sleep(60 + len(content))


def eat(content: bytes) -> int:
    return len(content * (1 << 30))


def crash(content: bytes) -> None:
    raise KeyError(content)


def abort(content: bytes) -> None:
    os.kill(os.getpid(), 6 if content else 9)


def write(content: bytes, path: str) -> None:
    Path(path).write_bytes(content)


def call(content: bytes) -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=len(content))


def start(content: bytes) -> int:
    return os.system("true" if content else "false")  # noqa: S605 - what the guard stops


def say(content: bytes) -> str:
    return "x" * (2 << 20) if content else ""


def go_on(content: bytes) -> str:
    tell(1, 2)
    tell(2, 2)
    return "done" if content else ""


def tell_for_ever(content: bytes) -> None:
    while content:
        tell(1, 2)


def flood(content: bytes) -> None:
    while content:
        os.write(1, bytes(1 << 16))
