"""The cell's names are edited like any other facts."""

import pytest

from app.errors import ChangedElsewhere, Invalid
from app.services.cells import CellService


def test_the_cell_is_edited_and_counts_up(cells: CellService) -> None:
    cell = cells.current()

    saved = cells.save(cell.rev, {"name": " Chi bộ  thôn Đông "})

    assert (saved.name, saved.uid, saved.rev) == ("Chi bộ thôn Đông", cell.uid, 2)
    assert cells.current() == saved


def test_an_empty_name_is_refused(cells: CellService) -> None:
    with pytest.raises(Invalid) as refused:
        cells.save(1, {"name": " "})

    assert [(problem.field, problem.code) for problem in refused.value.problems] == [("name", "field.empty")]


def test_an_older_state_is_refused(cells: CellService) -> None:
    cells.save(1, {"symbol": "CB1"})

    with pytest.raises(ChangedElsewhere):
        cells.save(1, {"symbol": "CB2"})
