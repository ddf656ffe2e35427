"""A list leaves the program as it is shown: as an Excel workbook, or as pages to print."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

from app.common.clock import Clock
from app.common.files import READ_ONLY, write_whole
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.cells import Cell
from app.domain.listing import Listing, encode
from app.errors import EnvironmentFailed
from app.package import names
from app.papers.wording import wording
from app.storage.database import Database

SHEET_JOB, PAGES_JOB = "write_sheet", "print_list"
ENDING = ".xlsx"


class ListOutput:
    """Writes lists in the name of the open cell; practice data say so in both forms."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock

    def file_name(self, listing: Listing) -> str:
        """Return what the workbook should be called: ``DanhSachDangVien_20171204.xlsx``."""
        day = f"{self._clock.today():%Y%m%d}"
        return names.file_stem(names.camel(listing.title), day, practice=self._cell().is_practice) + ENDING

    def write_excel(self, listing: Listing, path: Path, progress: Progress | None = None) -> Path:
        """Write the list to `path`, in place of the file there, and return the path.

        Raises `EnvironmentFailed` (L-102 … L-104, L-107; L-118 where Excel holds the file), `Cancelled`; a
        file already there is then whole.
        """
        path = path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)
        made = self._jobs.run(SHEET_JOB, encode(self._signed(listing, marked=True)), progress or NoProgress())
        try:
            write_whole(path, made)
        except EnvironmentFailed as error:
            # Into the folder one may write, only this file cannot be replaced: Excel holds it open.
            if error.code == READ_ONLY and path.exists() and os.access(path.parent, os.W_OK):
                raise EnvironmentFailed("L-118") from error
            raise
        return path

    def pdf(self, listing: Listing, progress: Progress | None = None) -> bytes:
        """Return the list on pages; raises `EnvironmentFailed` (L-301), `Cancelled`."""
        signed = self._signed(listing, marked=False)
        band = wording("shared").text("practice_band") if self._cell().is_practice else ""
        asked = {"listing": encode(signed).decode(), "day": self._clock.today().isoformat(), "band": band}
        payload = json.dumps(asked, ensure_ascii=False).encode()
        return self._jobs.run(PAGES_JOB, payload, progress or NoProgress())

    def _signed(self, listing: Listing, *, marked: bool) -> Listing:
        """Return the list with the cell's name over its notes; a `marked` one says that it is for practice.

        Pages say so at their foot.
        """
        cell = self._cell()
        practice = (wording("shared").text("practice_band"),) if cell.is_practice and marked else ()
        notes = (cell.name, *practice, *listing.notes)
        return replace(listing, notes=notes, made_on=self._clock.today())

    def _cell(self) -> Cell:
        with self._database.read() as reader:
            (cell,) = reader.rows(Cell)
        return cell
