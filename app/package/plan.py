"""The plan of a package: which bytes go where, with manifests and signature. Pure: nothing is written here.

The order is fixed: what explains comes first, then the papers in dossier order, and last manifest, tag
manifest and signature, so that a folder without them is visibly unfinished (reliability.md 5.3, 5.5 P4).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.domain.cells import Cell
from app.package import bag, names, sign
from app.version import __version__

READ_ME = "00_DOC-TRUOC.txt"
INDEX = "01_MUC-LUC"
MERGED = "02_HO-SO-IN-GOP"
TOTALS = "03_TONG-HOP"
YEAR_FACTS = "nop-cap-tren.json"


class Part(StrEnum):
    """Folders of the dossier (reliability.md 5.3)."""

    COLLECTIVE = "01_TapThe"
    PERSONS = "02_CaNhan"


@dataclass(frozen=True, slots=True)
class DossierPaper:
    """A finished paper in both formats; `person` is the list number and full name of the one it concerns."""

    title: str
    part: Part
    file: bytes
    pdf: bytes
    person: tuple[int, str] | None = None
    ending: str = "docx"
    """Of the file beside the PDF: Word, or Excel for a form of the committee."""


@dataclass(frozen=True, slots=True)
class PlacedPaper:
    """A paper with its paths below ``data/``."""

    paper: DossierPaper
    file_path: str
    pdf_path: str


@dataclass(frozen=True)
class PlannedFile:
    """One file of the package; `path` is relative to its folder, with slashes."""

    path: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        """Return the SHA-256 that must be read back."""
        return bag.sha256(self.data)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a package comes from; the same origin and papers give the same bytes."""

    package_id: str
    year: int
    cell: Cell
    made_at: dt.datetime
    audit_head: str
    signing_seed: bytes
    missing: tuple[str, ...] = ()
    """Titles of what the dossier lacks; the name of its folder and its list of facts say so."""


@dataclass(frozen=True, slots=True)
class RootPapers:
    """What lies in the root: the plain text, index and merged PDF for people, the facts for the committee."""

    read_me: bytes
    index_docx: bytes
    index_pdf: bytes
    merged_pdf: bytes
    year_facts: bytes
    totals: bytes = b""
    """The workbook of the totals; empty where no summary is submitted."""


@dataclass(frozen=True)
class Package:
    """A whole package in memory, in the order in which it is written."""

    package_id: str
    folder_name: str
    files: tuple[PlannedFile, ...]
    listed_sha256: str = ""
    """For a closed package: the SHA-256 of the payload manifest inside."""
    last_begins: str = bag.MANIFEST
    """The file before which all names must be on the medium; from here on a package becomes whole."""

    @property
    def staging_name(self) -> str:
        """Return the folder's name until everything is written and read back."""
        return names.staging_folder(self.package_id)

    @cached_property
    def byte_count(self) -> int:
        """Return the bytes of all files."""
        return sum(len(file.data) for file in self.files)

    @property
    def manifest_sha256(self) -> str:
        """Return the SHA-256 of the payload manifest, which the register of submissions keeps."""
        if self.listed_sha256:
            return self.listed_sha256
        return next(file.sha256 for file in self.files if file.path == bag.MANIFEST)


def place(papers: Iterable[DossierPaper], *, practice: bool) -> tuple[PlacedPaper, ...]:
    """Return the papers, given in dossier order, with names that no other paper has."""
    placed: list[PlacedPaper] = []
    stems: set[str] = set()
    counts: dict[Part, int] = {}
    for paper in papers:
        counts[paper.part] = counts.get(paper.part, 0) + 1
        folder, head = _place_of(paper, counts[paper.part])
        stem = names.unique(names.file_stem(head, names.camel(paper.title), practice=practice), stems)
        stems.add(stem)
        base = f"{bag.PAYLOAD}{folder}/{stem}"
        placed.append(PlacedPaper(paper, f"{base}.{paper.ending}", f"{base}.pdf"))
    return tuple(placed)


def _place_of(paper: DossierPaper, count: int) -> tuple[str, str]:
    if paper.person is None:
        return paper.part.value, f"{count:02d}"
    person = names.person_code(*paper.person)
    return f"{paper.part.value}/{person}", person


def build(origin: Origin, placed: Sequence[PlacedPaper], root: RootPapers) -> Package:
    """Return the whole package: payload, tag files, manifests, signature."""
    payload = [file for item in placed for file in _paper_files(item)]
    tags = [
        PlannedFile(bag.DECLARATION, bag.declaration()),
        PlannedFile(bag.INFO, _info(origin, payload)),
        *_root_files(root, practice=origin.cell.is_practice),
    ]
    manifest = PlannedFile(bag.MANIFEST, bag.manifest({file.path: file.sha256 for file in payload}))
    sums = {file.path: file.sha256 for file in [*tags, manifest]}
    tag_manifest = PlannedFile(bag.TAG_MANIFEST, bag.manifest(sums))
    comment = f"package:{origin.package_id} year:{origin.year} file:{bag.TAG_MANIFEST} hashed"
    signature = PlannedFile(bag.SIGNATURE, sign.sign(tag_manifest.data, origin.signing_seed, comment))
    return Package(
        package_id=origin.package_id,
        folder_name=names.package_folder(
            origin.year,
            origin.cell.name,
            origin.made_at,
            origin.package_id,
            practice=origin.cell.is_practice,
            incomplete=bool(origin.missing),
        ),
        files=(*tags, *payload, manifest, tag_manifest, signature),
    )


def _paper_files(placed: PlacedPaper) -> list[PlannedFile]:
    paper = placed.paper
    pair = ((placed.file_path, paper.file), (placed.pdf_path, paper.pdf))
    return [PlannedFile(path, data) for path, data in pair if data]


def _root_files(root: RootPapers, *, practice: bool) -> list[PlannedFile]:
    prefix = names.PRACTICE_PREFIX if practice else ""
    return [
        PlannedFile(READ_ME, root.read_me),
        PlannedFile(f"{prefix}{INDEX}.docx", root.index_docx),
        PlannedFile(f"{prefix}{INDEX}.pdf", root.index_pdf),
        PlannedFile(f"{prefix}{MERGED}.pdf", root.merged_pdf),
        *([PlannedFile(f"{prefix}{TOTALS}.xlsx", root.totals)] if root.totals else []),
        PlannedFile(YEAR_FACTS, root.year_facts),
    ]


def _info(origin: Origin, payload: Sequence[PlannedFile]) -> bytes:
    key = sign.public_key(origin.signing_seed)
    byte_count = sum(len(file.data) for file in payload)
    return bag.info(
        (
            ("Source-Organization", origin.cell.name),
            ("Bagging-Date", origin.made_at.date().isoformat()),
            ("Bag-Software-Agent", f"So Chi bo {__version__}"),
            ("Payload-Oxum", f"{byte_count}.{len(payload)}"),
            ("External-Identifier", origin.package_id),
            ("X-Review-Year", str(origin.year)),
            ("X-Cell-Id", origin.cell.uid),
            ("X-Audit-Head", origin.audit_head),
            ("X-Signing-Key", key.text),
            ("X-Signing-Fingerprint", key.fingerprint),
            *((("X-Missing-Parts", "; ".join(origin.missing)),) if origin.missing else ()),
        )
    )
