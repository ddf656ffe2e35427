"""What was said and counted at the conference: a tally is corrected, a sentence goes into the conclusions."""

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import Core
from tests.ui.tasks.conftest import YEAR, Sit, member
from tests.ui.tasks.told import hold


def votes(core: Core, name: str) -> dict[str, int]:
    """Return the votes for a member by level, and the blank ones."""
    whole, target = core.review.whole(YEAR), member(core, name)
    (line,) = [one for one in whole.ballot_lines if one.target == target]
    counts = {one.level: one.votes for one in whole.ballot_counts if one.line == line.uid}
    return {**counts, "blank": line.blank}


def test_3_a_tally_is_corrected(sit: Sit) -> None:
    new = sit(None)
    assert votes(new.room.core, "Hoàng Văn Cúc")["good"] == 11
    new.presses("Kiểm điểm")
    new.presses("Nhập sau hội nghị")
    new.presses("Biểu quyết")
    new.reads("Mọi dòng cộng bằng số phiếu hợp lệ (13).")
    new.presses_cell("Hoàng Văn Cúc", "ĐTC, HTT")
    new.types("10")
    new.key(Qt.Key.Key_Return)
    new.reads("1 dòng cộng chưa bằng số phiếu hợp lệ (13): Hoàng Văn Cúc.")
    new.presses_cell("Hoàng Văn Cúc", "Không ghi, sai dòng")
    new.types("2")
    new.key(Qt.Key.Key_Return)
    new.reads("Mọi dòng cộng bằng số phiếu hợp lệ (13).")
    new.presses("Lưu kết quả kiểm phiếu")
    new.reads("Đã lưu kết quả kiểm phiếu.", "Hoàn tác")
    found = votes(new.room.core, "Hoàng Văn Cúc")
    assert (found["good"], found["blank"]) == (10, 2)
    hold(new, 3)


@pytest.mark.slow
def test_7_a_sentence_said_goes_into_the_conclusions(sit: Sit) -> None:
    new = sit(None)
    new.presses("Kiểm điểm")
    new.presses("Nhập sau hội nghị")
    new.presses("Góp ý")
    new.presses("Hạn chế về tường rào nghĩa trang liệt sĩ")
    new.presses("Đưa ý kiến này vào kết luận")
    new.reads("Đã đưa ý kiến vào kết luận thành một hạn chế, khuyết điểm.", "Hoàn tác")
    said = [one for one in new.room.core.review.whole(YEAR).opinions if one.text.startswith("Hạn chế về")]
    assert [bool(one.shortcoming) for one in said] == [True]
    hold(new, 7)
