"""The program's own child with the jobs of the program and less memory than they need.

``python -m tests.worker.tight_child MEGABYTES``: so much more than the process has at its start.
"""

import os
import resource
import sys
from pathlib import Path

from app.worker.child import serve


def taken() -> int:
    """Return the bytes of address space that this process has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    # The hard limit, which the child's own wider one gives way to.
    limit = taken() + int(sys.argv[1]) * (1 << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    sys.exit(serve())
