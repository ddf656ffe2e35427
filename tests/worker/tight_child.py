"""The program's own child with the jobs of the program and less memory than they need.

``python -m tests.worker.tight_child MEGABYTES``: so much more than the process has at its start.
"""

import os
import sys
from pathlib import Path

from app.worker import child, limits

_PAGE = os.sysconf("SC_PAGE_SIZE")


def taken() -> int:
    """Return the bytes of address space that this process has."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * _PAGE


def tight() -> None:
    limits.limit_memory(taken() + int(sys.argv[1]) * (1 << 20))


if __name__ == "__main__":
    child.limit_memory = tight
    sys.exit(child.serve())
