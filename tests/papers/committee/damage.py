"""What becomes of a form on its way: saved by other programs, cut off, taken apart, made odd."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

Change = Callable[[bytes], bytes]


def resaved(data: bytes, ending: str, through: tuple[str, ...], folder: Path) -> bytes:
    """Return a file as LibreOffice saves it, through other formats on the way."""
    program = shutil.which("soffice")
    assert program, "soffice is missing: install libreoffice-writer-nogui and libreoffice-calc-nogui"
    folder.mkdir(parents=True, exist_ok=True)
    present = folder / f"form.{ending}"
    present.write_bytes(data)
    for place, step in enumerate(through):
        out = folder / f"step{place}"
        home = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, home, "--headless", "--convert-to", step, "--outdir", str(out), str(present)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        present = out / f"form.{step.partition(':')[0]}"
    return present.read_bytes()


def edited(name: str, change: Callable[[str], str]) -> Change:
    """Return what changes the text of one part."""

    def act(data: bytes) -> bytes:
        return _packed(data, {name: lambda part: change(part.decode()).encode()}, ())

    return act


def without(*names: str) -> Change:
    """Return what takes parts out of a file."""
    return lambda data: _packed(data, {}, names)


def with_part(name: str, content: bytes) -> Change:
    """Return what puts a part into a file."""

    def act(data: bytes) -> bytes:
        out = io.BytesIO(data)
        with zipfile.ZipFile(out, "a") as file:
            file.writestr(name, content)
        return out.getvalue()

    return act


def replaced(pattern: str, by: str) -> Callable[[str], str]:
    """Return what replaces a pattern in a text."""
    return lambda text: re.sub(pattern, by, text, flags=re.DOTALL)


def stored(data: bytes) -> bytes:
    """Return the file with its parts unpacked, as some programs write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    return out.getvalue()


def flipped(data: bytes) -> bytes:
    """Return the file with one byte of its packed text changed."""
    at = data.index(b"document.xml" if b"word/document.xml" in data else b"sheet1.xml") + 400
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _packed(data: bytes, parts: dict[str, Change], gone: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in gone:
                content = old.read(name)
                new.writestr(name, parts[name](content) if name in parts else content)
    return out.getvalue()
