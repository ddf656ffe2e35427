"""The version resource of the Windows programs: what the properties page of the .exe shows."""

from __future__ import annotations

import re
from pathlib import Path

PRODUCT = "Sổ Chi bộ"
DESCRIPTIONS = {"SoChiBo": PRODUCT, "sochibo-lenh": f"{PRODUCT} – dòng lệnh"}
_VIETNAMESE, _UNICODE = 0x042A, 1200

# The words are PyInstaller's; it reads the file as a Python expression.
_FILE = """# UTF-8
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0
  ),
  kids=[
    StringFileInfo([StringTable({table!r}, [
      {strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [{language}, {charset}])]),
  ],
)
"""


def version_of(root: Path) -> str:
    """Return the version that `app/version.py` carries."""
    text = (root / "app" / "version.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("app/version.py carries no __version__")
    return found[1]


def resource(program: str, version: str) -> str:
    """Return the version resource of `program` as PyInstaller reads it."""
    numbers = [int(number) for number in re.findall(r"\d+", version)[:4]]
    strings = {
        "CompanyName": PRODUCT,
        "ProductName": PRODUCT,
        "FileDescription": DESCRIPTIONS[program],
        "InternalName": program,
        "OriginalFilename": f"{program}.exe",
        "FileVersion": version,
        "ProductVersion": version,
    }
    return _FILE.format(
        numbers=tuple(numbers + [0] * (4 - len(numbers))),
        table=f"{_VIETNAMESE:04X}{_UNICODE:04X}",
        strings=",\n      ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items()),
        language=_VIETNAMESE,
        charset=_UNICODE,
    )
