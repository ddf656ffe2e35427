"""How much memory the child may take, so that a malicious file ends the child and not the laptop."""

from __future__ import annotations

import sys

MEMORY_LIMIT = 1536 * 1024 * 1024
"""Bytes of address space. A package of 60 members takes a fifth of it; the laptop has 4 GB."""


SPARE = 48 * 1024 * 1024
"""Bytes that a child at work has left; the largest library that it loads takes less."""


def is_short() -> bool:
    """Return whether the system refuses this process what little more it would need."""
    try:
        bytearray(SPARE)
    except MemoryError:
        return True
    return False


def limit_memory(limit: int = MEMORY_LIMIT) -> None:
    """Have the system refuse this process more than `limit` bytes; `MemoryError` says so then."""
    if sys.platform == "win32":
        _limit_by_job_object(limit)
    else:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _EXTENDED_LIMITS = 9

    class _Counters(ctypes.Structure):
        _fields_ = tuple((f"count_{i}", ctypes.c_ulonglong) for i in range(6))

    class _BasicLimits(ctypes.Structure):
        # JOBOBJECT_BASIC_LIMIT_INFORMATION
        _fields_ = (
            ("process_time", ctypes.c_longlong),
            ("job_time", ctypes.c_longlong),
            ("flags", wintypes.DWORD),
            ("least_set", ctypes.c_size_t),
            ("most_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Limits(ctypes.Structure):
        # JOBOBJECT_EXTENDED_LIMIT_INFORMATION
        _fields_ = (
            ("basic", _BasicLimits),
            ("io", _Counters),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process", ctypes.c_size_t),
            ("peak_job", ctypes.c_size_t),
        )

    def _limit_by_job_object(limit: int) -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        limits = _Limits()
        limits.basic.flags, limits.process_memory = _PROCESS_MEMORY, limit
        # The handle is never closed: the job lives as long as this process.
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        # A Windows older than 8 refuses a second job; the child then works without a limit.
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))
