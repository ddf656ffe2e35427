"""What passes between the program and its child: a kind, a length, and that many bytes."""

from __future__ import annotations

import datetime as dt
import json
import struct
from enum import IntEnum
from typing import Any, BinaryIO

from app import errors
from app.errors import AppError, Invalid, Problem

_HEAD = struct.Struct(">BQ")
_LONGEST = 1 << 30

_ERRORS: dict[str, type[AppError]] = {
    kind.__name__: kind
    for kind in (
        errors.AppError,
        errors.NotFound,
        errors.ChangedElsewhere,
        errors.Refused,
        errors.EnvironmentFailed,
    )
}


class Kind(IntEnum):
    """What a frame holds."""

    JOB = 1
    PAYLOAD = 2
    STEP = 3
    RESULT = 4
    ERROR = 5
    """An `AppError` of the job."""
    BUG = 6
    """Where in the code an unforeseen error arose, without its message, which may hold a name."""
    NO_MEMORY = 7


class Torn(EOFError):
    """The stream ended, or what came is no frame."""


def send(stream: BinaryIO, kind: Kind, body: bytes) -> None:
    """Write one frame and flush it."""
    stream.write(_HEAD.pack(kind, len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Kind, bytes]:
    """Return the next frame; raises `Torn`."""
    number, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if length > _LONGEST or number not in set(Kind):
        raise Torn
    return Kind(number), _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise Torn
    return data


def step_to_bytes(done: int, total: int, label: str) -> bytes:
    """Return the body of a `STEP`."""
    return json.dumps([done, total, label]).encode()


def step_from_bytes(body: bytes) -> tuple[int, int, str]:
    """Return done, total and label of a `STEP`."""
    done, total, label = json.loads(body)
    return done, total, label


def error_to_bytes(error: AppError) -> bytes:
    """Return an error as JSON that `error_from_bytes` reads."""
    problems = error.problems if isinstance(error, Invalid) else []
    value = {
        "kind": type(error).__name__,
        "code": error.code,
        "params": error.params,
        "problems": [[p.field, p.code, p.params, p.severity] for p in problems],
    }
    return json.dumps(value, default=_plain).encode()


def error_from_bytes(data: bytes) -> AppError:
    """Return the error that the job raised, with dates as dates again."""
    value = json.loads(data, object_hook=_with_dates)
    if value["kind"] == Invalid.__name__:
        return Invalid([Problem(*problem) for problem in value["problems"]])
    return _ERRORS[value["kind"]](value["code"], **value["params"])


def _plain(value: object) -> object:
    # Sentences show a date in their own way, so it must arrive as one; all else is shown by `str`.
    return {"$date": value.isoformat()} if type(value) is dt.date else str(value)


def _with_dates(value: dict[str, Any]) -> object:
    return dt.date.fromisoformat(value["$date"]) if value.keys() == {"$date"} else value
