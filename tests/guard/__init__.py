"""No network, in the tests and in every process that they start.

`sitecustomize` is loaded by each child through ``PYTHONPATH``, `kernel` holds what is not Python. Nothing of
this is in the program.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRIED = "SOCHIBO_SOCKETS"
"""The environment variable that names the file for attempts; see `sitecustomize`."""
LOADED = "SOCHIBO_NETWORK_MODULES"
"""The environment variable that names the file for network modules that were loaded, if anyone asks."""

NETWORK = frozenset(
    {
        *("socket", "ssl", "asyncio", "socketserver", "multiprocessing.connection", "webbrowser"),
        *("http", "http.client", "http.server", "urllib.request", "xmlrpc", "wsgiref"),
        *("ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib"),
        *("requests", "httpx", "urllib3", "aiohttp"),
        *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtHttpServer", "PySide6.QtWebEngineCore"),
    }
)
"""Modules by which a program reaches a network."""


def search_path() -> str:
    """Return the ``PYTHONPATH`` with which a child has the guard and the program."""
    return os.pathsep.join([str(ROOT / "tests" / "guard"), str(ROOT)])


def bare_environment(**more: str) -> dict[str, str]:
    """Return an environment without the caller's settings, in which a child is guarded all the same."""
    return {"PATH": "", "PYTHONPATH": search_path(), TRIED: os.environ[TRIED], **more}
