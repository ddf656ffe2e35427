"""Sticks that are folders: plugged in, pulled out, let go or held back as a test wants."""

from dataclasses import replace
from pathlib import Path

from app.package.port import Volume
from tests.package.ports import WatchedPort


class Sticks(WatchedPort):
    """`roots` are plugged in; `may_eject` is the system's answer when one is to be released."""

    def __init__(self, *roots: Path, may_eject: bool = True) -> None:
        super().__init__()
        self.roots = list(roots)
        self.may_eject = may_eject
        self.ejected: list[Path] = []

    def drives(self) -> list[Volume]:
        """Return a volume for each stick."""
        return [
            replace(self.inner.volume(root), root=root, label=root.name, is_removable=True)
            for root in self.roots
        ]

    def eject(self, volume: Volume) -> bool:
        """Release a stick, or not."""
        if self.may_eject:
            self.ejected.append(volume.root)
        return self.may_eject
