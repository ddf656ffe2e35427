"""What every list can do besides showing records: keep filters, leave as a sheet or as pages."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.list_output import ListOutput
from app.services.manual import ManualService
from app.services.saved_filters import SavedFilterService


@dataclass(frozen=True, slots=True)
class ListServices:
    """The services behind the list frame of the windows."""

    filters: SavedFilterService
    output: ListOutput
    manual: ManualService
