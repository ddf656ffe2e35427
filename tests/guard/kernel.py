"""Has the kernel end this process at its first socket to a network, whatever language made it.

    python -m tests.guard.kernel -m app selftest

An audit hook sees Python only; Qt, SQLCipher and the libraries under them could ask the system themselves.
Linux on x86-64; children inherit it.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

ENDED_BY = 31
"""The signal (SIGSYS) that ends a process which asked for a socket."""

_X86_64 = 0xC000003E
_SOCKET_CALL = 41
_LOCAL_FAMILY = 1  # AF_UNIX: the C library asks the system's own name service by it, and no network
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER_MODE = 38, 22, 2
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000
_NUMBER_AT, _ARCHITECTURE_AT, _FAMILY_AT = 0, 4, 16


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))


def is_possible() -> bool:
    """Return whether this system is one that the filter was written for."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


def forbid_sockets() -> None:
    """End this process at its first socket to a network from now on.

    Raises `OSError` where the kernel does not let us.
    """
    code = b"".join(
        [
            _step(_LOAD, _ARCHITECTURE_AT),
            _step(_JUMP_EQUAL, _X86_64, 0, 5),
            _step(_LOAD, _NUMBER_AT),
            _step(_JUMP_EQUAL, _SOCKET_CALL, 0, 2),
            _step(_LOAD, _FAMILY_AT),
            _step(_JUMP_EQUAL, _LOCAL_FAMILY, 0, 1),
            _step(_RETURN, _ALLOW),
            _step(_RETURN, _KILL_PROCESS),
        ]
    )
    libc = ctypes.CDLL(None, use_errno=True)
    kept = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.addressof(kept))
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SET_FILTER, _FILTER_MODE, ctypes.byref(program), 0, 0)):
        if libc.prctl(*call):
            raise OSError(ctypes.get_errno(), "prctl")


def _step(operation: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("HBBI", operation, if_so, if_not, value)


if __name__ == "__main__":
    forbid_sockets()
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])  # noqa: S606  ourselves, with the filter on
