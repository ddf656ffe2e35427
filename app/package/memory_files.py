"""The reading half of the file port over files in memory: what was in a closed package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.package.port import Entry


class MemoryFiles:
    """Files by their path with slashes; nothing can be written."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents

    def entries(self, folder: Path) -> list[Entry]:
        """Return what lies in a folder, sorted by name."""
        prefix = f"{folder.as_posix()}/"
        inside = [path.removeprefix(prefix) for path in self._contents if path.startswith(prefix)]
        folders = {rest.partition("/")[0] for rest in inside if "/" in rest}
        files = [
            Entry(rest, "file", len(self._contents[prefix + rest])) for rest in inside if "/" not in rest
        ]
        return sorted([*files, *(Entry(name, "folder") for name in folders)], key=lambda entry: entry.name)

    def pieces(self, path: Path, *, past_cache: bool = False) -> Iterator[bytes]:  # noqa: ARG002  the port's
        """Yield a file whole."""
        yield self._contents[path.as_posix()]
