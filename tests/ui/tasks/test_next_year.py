"""Opening the next year."""

from tests.ui.tasks.conftest import YEAR, Sit
from tests.ui.tasks.told import hold


def test_6_the_next_year_is_opened(sit: Sit) -> None:
    new = sit(None)
    new.presses("Mở năm mới")
    new.reads("Năm 2017 chưa kết thúc.", "Hạn chế, khuyết điểm phải trả lời: 4")
    new.presses("Kết thúc năm 2017")
    new.presses("Mở năm 2018")
    new.reads("Đã mở năm 2018.", "Năm 2018 đang trong đợt kiểm điểm", "Hoàn tác")
    assert len(new.room.core.review.whole(YEAR + 1).earlier_shortcomings) == 4
    hold(new, 6)
