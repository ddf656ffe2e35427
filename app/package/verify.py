"""Checks a package, ours or anyone's: signature over tag manifest → tag manifest → payload manifest → files.

Judged from the top: a list that is itself changed accuses nobody. Nothing is followed that leads out of the
folder, nothing is read whole that may be large.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.common.progress import Progress
from app.package import bag, failures, names
from app.package.authenticity import Seal, judge
from app.package.plan import YEAR_FACTS
from app.package.port import Reading
from app.package.tree import TooMuch, is_harmless, sum_of, walk
from app.package.verdict import Answer, Fault, SignatureState, Verdict, WrongFile

_SMALL = 64 * 1024
_MARKS = frozenset({bag.DECLARATION, bag.INFO, bag.MANIFEST, bag.TAG_MANIFEST, bag.SIGNATURE, YEAR_FACTS})
_SEALED = frozenset({bag.TAG_MANIFEST, bag.SIGNATURE})


def verify_package(
    files: Reading, folder: Path, known_keys: Mapping[str, str], progress: Progress
) -> Verdict:
    """Return what is true of the package in `folder`.

    `known_keys` gives the public key (`sign.PublicKey.text`) of each cell uid that is known here. Progress
    counts bytes. Raises `Refused` (L-411) when the folder is no package, `EnvironmentFailed` (L-414) when it
    cannot be read.
    """
    try:
        return _Check(files, folder, progress).run(known_keys)
    except TooMuch as error:
        raise failures.not_a_package() from error
    except OSError as error:
        raise failures.while_reading() from error


class _Check:
    """One check of one folder."""

    def __init__(self, files: Reading, folder: Path, progress: Progress) -> None:
        self._files = files
        self._folder = folder
        self._progress = progress
        self._in_staging = self._looked_at()
        everything = {found.path: found.entry for found in walk(files, folder)}
        self._found = {path: entry for path, entry in everything.items() if not is_harmless(path)}
        self._harmless = tuple(sorted(set(everything) - set(self._found)))
        self._total = sum(entry.size for entry in self._found.values())
        self._done = 0
        self._sums: dict[str, str] = {}

    def run(self, known_keys: Mapping[str, str]) -> Verdict:
        in_staging = self._in_staging
        seal = judge(self._small_root_files(), known_keys)
        if in_staging or seal.state is SignatureState.ABSENT:
            missing = () if in_staging else seal.wrong
            return Verdict(Answer.UNFINISHED, seal.state, missing, self._harmless, seal.info)
        wrong = (*seal.wrong, *self._wrong_files(seal))
        listed = self._sum(bag.MANIFEST) if bag.MANIFEST in self._found else ""
        return Verdict(_answer(seal, wrong), seal.state, wrong, self._harmless, seal.info, listed)

    def _looked_at(self) -> bool:
        """Return whether the folder is one being written, by its name; refuse what is plainly no package.

        Only the root is looked at: what lies in a stranger's folder is no concern of ours, readable or not.
        """
        name = self._folder.absolute().name
        in_staging = name.startswith(names.STAGING_PREFIX)
        try:
            root = {entry.name for entry in self._files.entries(self._folder)}
        except (FileNotFoundError, NotADirectoryError) as error:
            raise failures.not_a_package() from error
        if not (in_staging or names.is_package_folder(name) or _MARKS & root):
            raise failures.not_a_package()
        return in_staging

    def _small_root_files(self) -> dict[str, bytes]:
        return {
            path: self._content(path)
            for path, entry in self._found.items()
            if "/" not in path and entry.kind == "file" and entry.size <= _limit_of(path)
        }

    def _wrong_files(self, seal: Seal) -> list[WrongFile]:
        if seal.sums is None:
            return []
        sums = dict(seal.sums)
        try:
            payload, unlisted = self._payload_sums(sums[bag.MANIFEST]), []
        except bag.BadManifest:
            payload, unlisted = None, [WrongFile(bag.MANIFEST, Fault.CHANGED)]
        sums.update(payload or {})
        sealed = _SEALED | {wrong.found_as for wrong in seal.wrong}
        extra = [
            path
            for path in self._found
            if path not in sums and path not in sealed and (payload is not None or "/" not in path)
        ]
        judged = [self._judged(path, sums[path], extra) for path in sums]
        named = [wrong for wrong in judged if wrong is not None]
        return [*unlisted, *named, *(WrongFile(path, Fault.EXTRA) for path in extra)]

    def _judged(self, path: str, expected: str, extra: list[str]) -> WrongFile | None:
        """Return what is wrong with a listed file; one found under another name is no longer extra."""
        if path in self._found:
            return None if self._sum(path) == expected else WrongFile(path, Fault.CHANGED)
        found_as = next((other for other in extra if self._sum(other) == expected), None)
        if found_as is None:
            return WrongFile(path, Fault.MISSING)
        extra.remove(found_as)
        return WrongFile(path, Fault.RENAMED, found_as)

    def _payload_sums(self, expected: str) -> dict[str, str] | None:
        """Return the sums of the payload, None when the list is lost or changed.

        Raises `bag.BadManifest` for a list that was signed and still is none.
        """
        named = [bag.MANIFEST] if bag.MANIFEST in self._found else [p for p in self._found if "/" not in p]
        name = next((path for path in named if self._sum(path) == expected), None)
        if name is None:
            return None
        if self._found[name].size > bag.TAG_FILE_LIMIT:
            raise bag.BadManifest(name)
        sums = bag.parse_manifest(self._content(name))
        if not all(path.startswith(bag.PAYLOAD) for path in sums):
            raise bag.BadManifest(name)
        return sums

    def _sum(self, path: str) -> str:
        """Return the sum of what was found; a link or a device has none and so fits nothing."""
        if path not in self._sums:
            is_file = self._found[path].kind == "file"
            self._sums[path] = (
                sum_of(self._files, self._folder / path, past_cache=True, read=self._advance)
                if is_file
                else ""
            )
        return self._sums[path]

    def _content(self, path: str) -> bytes:
        return b"".join(self._files.pieces(self._folder / path))

    def _advance(self, count: int) -> None:
        self._done += count
        self._progress.step(self._done, self._total, "package.checking")


def _limit_of(path: str) -> int:
    return bag.TAG_FILE_LIMIT if path in _MARKS else _SMALL


def _answer(seal: Seal, wrong: tuple[WrongFile, ...]) -> Answer:
    if wrong:
        return Answer.WRONG
    return Answer.WHOLE if seal.state is SignatureState.KNOWN else Answer.UNKNOWN_KEY
