"""Checks a package wherever it is closed or open; a closed one first by its sum, then by opening it.

Its bytes are compared with the sum beside it before any password is tried, so damage is told as damage and a
wrong password as a wrong password, never one for the other (reliability.md G26, G27).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.common.progress import Progress
from app.domain.handing_in import HandedInAs
from app.package import bag, closed, failures, names, sign
from app.package.memory_files import MemoryFiles
from app.package.plan import READ_ME
from app.package.port import FileOps
from app.package.tree import is_harmless, sum_of
from app.package.verdict import Answer, Fault, SignatureState, Verdict, WrongFile
from app.package.verify import verify_package

_LARGEST = 512 * 1024 * 1024
_SMALL = 64 * 1024


def verify_any(
    files: FileOps, place: Path, known_keys: Mapping[str, str], progress: Progress, opener: closed.Opener
) -> Verdict:
    """Return what is true of the package in the folder `place`, or of the closed file `place`.

    Raises as `verify_package`, and what `opener` raises for a closed package that is as it was written.
    """
    try:
        folder = place.parent if closed.form_of(place.name) else place
        found = _closed_in(files, folder)
        if found is None:
            return verify_package(files, place, known_keys, progress)
        return _ClosedCheck(files, found, known_keys, progress).run(opener)
    except OSError as error:
        raise failures.while_reading() from error


@dataclass(frozen=True, slots=True)
class _Closed:
    folder: Path
    name: str
    form: HandedInAs
    size: int
    beside: frozenset[str]
    """Every other name in the folder."""


def _closed_in(files: FileOps, folder: Path) -> _Closed | None:
    """Return the closed file of a folder, None when there is none or more than one."""
    try:
        entries = files.entries(folder)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise failures.not_a_package() from error
    found = [(one, form) for one in entries if one.kind == "file" and (form := closed.form_of(one.name))]
    if len(found) != 1 or bag.MANIFEST in {one.name for one in entries}:
        return None
    entry, form = found[0]
    beside = frozenset(one.name for one in entries if one.name != entry.name)
    return _Closed(folder, entry.name, form, entry.size, beside)


class _ClosedCheck:
    """One check of one closed file and what lies beside it."""

    def __init__(
        self, files: FileOps, found: _Closed, known_keys: Mapping[str, str], progress: Progress
    ) -> None:
        self._files = files
        self._found = found
        self._known = known_keys
        self._progress = progress
        self._sum_name = found.name + closed.SUM_ENDING
        self._signature_name = found.name + closed.SIGNATURE_ENDING

    def run(self, opener: closed.Opener) -> Verdict:
        found = self._found
        if found.folder.absolute().name.startswith(names.STAGING_PREFIX):
            return Verdict(Answer.UNFINISHED, SignatureState.ABSENT)
        if self._signature_name not in found.beside:
            missing = WrongFile(self._signature_name, Fault.MISSING)
            return Verdict(Answer.UNFINISHED, SignatureState.ABSENT, (missing,))
        wrong = self._wrong_files()
        if wrong:
            return Verdict(Answer.WRONG, SignatureState.UNKNOWN, wrong, self._harmless())
        data = self._content(found.name, _LARGEST)
        return self._opened(data, opener(found.form, data))

    def _wrong_files(self) -> tuple[WrongFile, ...]:
        """Return what differs from the sums beside the file; a lost or torn list is itself what is wrong."""
        found = self._found
        if self._sum_name not in found.beside:
            return (WrongFile(self._sum_name, Fault.MISSING),)
        try:
            sums = bag.parse_manifest(self._content(self._sum_name, _SMALL))
        except bag.BadManifest:
            sums = {}
        if set(sums) != {found.name, READ_ME}:
            return (WrongFile(self._sum_name, Fault.CHANGED),)
        wrong = [self._judged(name, expected) for name, expected in sums.items()]
        own = {READ_ME, self._sum_name, self._signature_name}
        extra = [name for name in sorted(found.beside - own) if not is_harmless(name)]
        return (*(one for one in wrong if one), *(WrongFile(name, Fault.EXTRA) for name in extra))

    def _judged(self, name: str, expected: str) -> WrongFile | None:
        if name == READ_ME and name not in self._found.beside:
            return WrongFile(name, Fault.MISSING)
        path = self._found.folder / name
        same = sum_of(self._files, path, past_cache=True, read=self._read) == expected
        return None if same else WrongFile(name, Fault.CHANGED)

    def _read(self, count: int) -> None:
        self._progress.step(min(count, self._found.size), self._found.size, "package.checking")

    def _opened(self, data: bytes, parts: list[tuple[str, bytes]]) -> Verdict:
        """Return what the inside says, together with the signature outside."""
        if self._found.form is HandedInAs.PROTECTED_PDF:
            info = bag.parse_info(dict(parts).get(bag.INFO, b""))
            inner = Verdict(Answer.UNKNOWN_KEY, SignatureState.UNKNOWN, info=info)
        else:
            root = Path(parts[0][0].partition("/")[0]) if parts else Path("x")
            inner = verify_package(MemoryFiles(dict(parts)), root, self._known, self._progress)
            if not inner.answer.is_whole:
                return inner
        state = self._state(data, inner.info)
        listed = inner.listed_sha256 or inner.info.get("X-Manifest-SHA256", "")
        if state in {SignatureState.BAD, SignatureState.OTHER_KEY}:
            blamed = (WrongFile(self._signature_name, Fault.CHANGED),)
            return Verdict(Answer.WRONG, state, blamed, self._harmless(), inner.info, listed)
        answer = Answer.WHOLE if state is SignatureState.KNOWN else Answer.UNKNOWN_KEY
        return Verdict(answer, state, (), self._harmless(), inner.info, listed)

    def _state(self, data: bytes, info: Mapping[str, str]) -> SignatureState:
        known, declared = self._known.get(info.get("X-Cell-Id", "")), info.get("X-Signing-Key", "")
        if known and self._covers(data, known):
            return SignatureState.KNOWN
        if self._covers(data, declared):
            return SignatureState.OTHER_KEY if known else SignatureState.UNKNOWN
        return SignatureState.BAD

    def _covers(self, data: bytes, key: str) -> bool:
        try:
            signature = sign.parse_signature(self._content(self._signature_name, _SMALL))
            return signature.covers(data, sign.parse_public_key(key))
        except sign.BadSignatureFile:
            return False

    def _harmless(self) -> tuple[str, ...]:
        return tuple(sorted(name for name in self._found.beside if is_harmless(name)))

    def _content(self, name: str, most: int) -> bytes:
        data = bytearray()
        for piece in self._files.pieces(self._found.folder / name):
            data += piece
            if len(data) > most:
                raise failures.not_a_package()
        return bytes(data)
