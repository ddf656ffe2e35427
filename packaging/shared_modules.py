"""Runs first in both built programs: their modules come from one archive in the program's folder.

PyInstaller would put a whole copy into each program; ten megabytes that an old laptop need not carry twice.
"""

import sys

import pyimod01_archive  # type: ignore[import-not-found]  # PyInstaller's own
import pyimod02_importers  # type: ignore[import-not-found]  # PyInstaller's own

SHARED = "modules.pyz"

pyimod02_importers.pyz_archive = pyimod01_archive.ZlibArchiveReader(
    # Nothing but what is built in can be imported yet, pathlib neither.
    f"{sys._MEIPASS}/{SHARED}",  # type: ignore[attr-defined]  # noqa: SLF001  where PyInstaller says the program lies
    check_pymagic=True,
)
# Finders that looked into the program's own, empty archive are made anew.
for place, finder in list(sys.path_importer_cache.items()):
    if isinstance(finder, pyimod02_importers.PyiFrozenFinder):
        del sys.path_importer_cache[place]
