"""What the standard library raises for a zip that it cannot read."""

from __future__ import annotations

import zipfile
import zlib

READ_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""`NotImplementedError` is how `zipfile` says that a part is packed in a way that it does not know."""
