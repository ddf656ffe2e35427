"""Levels: one is taken back, and the committee's decision is entered for all."""

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import Core
from app.domain.levels import ProposedLevel
from tests.ui.tasks.conftest import YEAR, Sit, member
from tests.ui.tasks.told import hold


def nothing_recognised(core: Core) -> None:
    """The decision of the upper committee has just come on paper."""
    for one in core.review.whole(YEAR).recognised_levels:
        core.review.levels.remove_recognised(one)


def proposed(core: Core, name: str) -> list[ProposedLevel]:
    target = member(core, name)
    return [one for one in core.review.whole(YEAR).proposed_levels if one.target == target]


@pytest.mark.slow
def test_4_a_level_is_taken_back(sit: Sit) -> None:
    new = sit(None)
    new.presses("Phân loại")
    new.presses("Mức")
    new.presses("Bùi Thị Ngọc Quýt")
    new.presses("Đủ tư cách, hoàn thành nhiệm vụ. Còn nhiệm vụ chậm")
    new.presses("Rút mức này")
    new.reads("Đã bỏ mức đề nghị.", "Hoàn tác", "Chưa có mức đề nghị: 1")
    assert proposed(new.room.core, "Bùi Thị Ngọc Quýt") == []
    hold(new, 4)


def test_5_the_decision_of_the_committee_is_entered(sit: Sit) -> None:
    new = sit(nothing_recognised)
    new.presses("Phân loại")
    new.presses("Mức")
    new.reads("Chưa có mức công nhận: 16")
    new.presses("Ghi quyết định công nhận")
    new.reads("Đảng ủy xã Mẫu")
    new.types("96-QĐ/ĐU")  # the cursor stands in the number
    new.key(Qt.Key.Key_Tab)
    new.types("28/12/2017")
    new.presses("Lấy mức chi bộ đề nghị")
    new.presses("Lưu 16 mức")
    new.reads("Đã ghi mức công nhận của 16 dòng.", "Hoàn tác")
    levels = new.room.core.review.whole(YEAR).recognised_levels
    assert len(levels) == 16
    assert {(one.number, one.issuer) for one in levels} == {("96-QĐ/ĐU", "Đảng ủy xã Mẫu")}
    hold(new, 5)
