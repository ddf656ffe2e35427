"""What a check of a package can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Answer(StrEnum):
    """The four answers of reliability.md 5.5."""

    WHOLE = "whole"
    """Nguyên vẹn, đúng chữ ký."""
    UNKNOWN_KEY = "whole_unknown_key"
    """Nguyên vẹn, không kiểm được chữ ký."""
    WRONG = "wrong_files"
    """Có tệp sai."""
    UNFINISHED = "unfinished"
    """Chưa ghi xong."""

    @property
    def is_whole(self) -> bool:
        """Return whether every file is as it was written (`verify` then ends with 0)."""
        return self in {Answer.WHOLE, Answer.UNKNOWN_KEY}


class Fault(StrEnum):
    """What is wrong with one file."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    RENAMED = "renamed"


class SignatureState(StrEnum):
    """What the signature says (decisions.md 8.5)."""

    KNOWN = "known"
    """Right, by the key that is known here for this cell."""
    UNKNOWN = "unknown"
    """Right by a key that nobody here knows, or by a key that cannot be read."""
    OTHER_KEY = "other_key"
    """By another key than the one known for this cell."""
    BAD = "bad"
    """It does not belong to these files."""
    ABSENT = "absent"
    """There is none: the last file that is written was not."""


@dataclass(frozen=True, slots=True)
class WrongFile:
    """One file at fault; a renamed one stands under its right name, `found_as` is the wrong one."""

    path: str
    kind: Fault
    found_as: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; `info` holds the fields of ``bag-info.txt`` as far as they can be read."""

    answer: Answer
    signature: SignatureState
    wrong: tuple[WrongFile, ...] = ()
    harmless: tuple[str, ...] = ()
    """Files of Windows or Word that lie beside ours and change nothing."""
    info: Mapping[str, str] = field(default_factory=dict)
    listed_sha256: str = ""
    """The SHA-256 of the list of files, by which the register knows the package."""
