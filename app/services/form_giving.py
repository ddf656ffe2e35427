"""Puts the forms of members into a folder, each whole, and says how far it came where it could not go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.common.files import told, write_whole
from app.common.messages import message
from app.common.progress import Progress
from app.errors import AppError, Cancelled, EnvironmentFailed, Refused
from app.package import names

_OURS = frozenset({".docx", ".pdf"})


@dataclass(frozen=True, slots=True)
class FormToGive:
    """The files of one member: how they are called, and their content by ending."""

    member: str
    stem: str
    files: Mapping[str, bytes]


@dataclass(slots=True)
class FormFolder:
    """The folder that forms are put into; a file that is there stays as it is."""

    folder: Path
    members: list[str] = field(default_factory=list)
    """Those whose files are there whole."""
    paths: list[Path] = field(default_factory=list)
    _stems: set[str] = field(default_factory=set)
    """Of what was there before."""

    def open(self) -> None:
        """Make the folder where it is missing; raises `EnvironmentFailed` (L-103, L-104, L-107)."""
        with told():
            self.folder.mkdir(parents=True, exist_ok=True)
            there = list(self.folder.iterdir())
        self._stems = {path.stem for path in there if path.suffix.lower() in _OURS}

    def put_all(self, forms: list[FormToGive], progress: Progress) -> None:
        """Write the forms one by one.

        Raises `EnvironmentFailed` L-315 where one could not be written, `Refused` L-316 where it was stopped
        between two: those of `members` are there whole then.
        """
        try:
            for done, form in enumerate(forms):
                progress.step(done, len(forms), "form.writing")
                self._put(form)
        except Cancelled as stopped:
            if not self.members:
                raise
            raise Refused("L-316", **self._so_far(forms)) from stopped
        except AppError as error:
            raise EnvironmentFailed("L-315", why=message(error).what, **self._so_far(forms)) from error

    def _so_far(self, forms: list[FormToGive]) -> dict[str, int]:
        return {"count": len(self.members), "left": len(forms) - len(self.members)}

    def _put(self, form: FormToGive) -> None:
        """Write the files of a member; what is there already, the same to the byte, is not written again."""
        with told():
            stem = form.stem if self._has_same(form) else names.unique(form.stem, self._stems)
            for ending, content in form.files.items():
                path = self.folder / f"{stem}.{ending}"
                if not path.exists():
                    write_whole(path, content)
                self.paths.append(path)
        self._stems.add(stem)
        self.members.append(form.member)

    def _has_same(self, form: FormToGive) -> bool:
        """Return whether all that has the name of these files is what they would be."""
        there = [self.folder / f"{form.stem}{ending}" for ending in _OURS]
        return all(
            path.is_file() and path.read_bytes() == form.files.get(path.suffix[1:])
            for path in there
            if path.exists()
        )
