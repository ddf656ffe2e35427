"""The cell itself (chi bộ): its names, places and signers, as papers print them."""

from __future__ import annotations

from pydantic import Field

from app.domain.handing_in import HandedInAs
from app.domain.types import Fields, Line, PersonName, Record, WholeDate


class CellFields(Fields):
    """What the head, the number and the signature of every paper are made of."""

    name: Line = Field(min_length=1)
    """Chi bộ as on paper, sentence case: "Chi bộ thôn Đông"."""
    upper_organisation: Line = Field(min_length=1)
    """First line of the head: "Đảng bộ xã Mẫu" (documents-and-meetings.md 1.3; wording is the user's)."""
    upper_committee: Line = Field(min_length=1)
    """The addressee: "Đảng ủy xã Mẫu"."""
    place_name: Line = Field(min_length=1)
    """Địa danh before the date: "Xã Mẫu"."""
    symbol: Line = Field(default="CB", min_length=1)
    """Ký hiệu cơ quan in the number: "CB"."""
    cell_secretary: PersonName
    deputy_secretary: Line = ""
    term_started_on: WholeDate
    """First day of the term; numbers run from 01 per type of paper and term (HD 36 1.3)."""
    handed_in_as: HandedInAs = HandedInAs.OPEN_FOLDER
    """In which form the upper committee receives the dossier."""
    is_practice: bool = False


class CellDraft(CellFields):
    """A cell being set up in the wizard or edited in the settings."""


class Cell(Record, CellFields):
    """The one cell of a database."""


class WorkYear(Record):
    """A year the cell works in (năm làm việc); papers and packages belong to one."""

    year: int = Field(ge=2014, le=2100)
