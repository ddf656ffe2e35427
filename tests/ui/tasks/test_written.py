"""What members hand in, and what was put right since."""

from PySide6.QtCore import Qt

from app.bootstrap import Core
from app.domain.remediation import RemediationState
from app.domain.self_reviews import SelfReview, WritingState
from tests.ui.tasks.conftest import YEAR, Sit, member
from tests.ui.tasks.told import hold

ON_PAPER, BACK = "Vũ Văn Bưởi", "Đỗ Đức Trúc"


def two_are_still_being_written(core: Core) -> None:
    for name in (ON_PAPER, BACK):
        core.review.self_reviews.put(
            YEAR, member(core, name), {"state": WritingState.DRAFT, "handed_in_on": None}
        )


def review_of(core: Core, name: str) -> SelfReview:
    target = member(core, name)
    (found,) = [one for one in core.review.whole(YEAR).self_reviews if one.member_uid == target]
    return found


def test_8_one_self_review_came_on_paper_and_one_goes_back(sit: Sit) -> None:
    new = sit(two_are_still_being_written)
    new.presses("Kiểm điểm")
    new.presses(ON_PAPER)
    new.presses("Đang viết (dự thảo). ghi nộp, trả lại")
    new.chooses("Tình trạng", "Đã nộp")
    new.goes_into("Ngày nộp")
    new.types("30/11/2017")
    new.presses("Bản giấy")
    new.presses("Lưu")
    new.reads("Đã lưu.", "Hoàn tác")
    new.presses("Về Kiểm điểm")
    new.presses(BACK)
    new.presses("Đang viết (dự thảo). ghi nộp, trả lại")
    new.chooses("Tình trạng", "Trả lại")
    new.goes_into("Lý do trả lại")
    new.types("Thiếu mục 10")
    new.presses("Lưu")
    paper, back = (review_of(new.room.core, name) for name in (ON_PAPER, BACK))
    assert (paper.state, paper.on_paper, str(paper.handed_in_on)) == (
        WritingState.HANDED_IN,
        True,
        "2017-11-30",
    )
    assert (back.state, back.returned_reason) == (WritingState.RETURNED, "Thiếu mục 10")
    hold(new, 8)


def test_9_a_shortcoming_of_last_year_is_corrected(sit: Sit) -> None:
    new = sit(None)
    text = "Chuyển hóa nghị quyết thành việc làm còn chậm"
    new.presses("Khắc phục")
    new.presses(text)
    new.presses(f"{text}. hạn 10/06/2018")
    new.chooses("Đến nay", "Đã khắc phục xong")
    new.key(Qt.Key.Key_Tab)
    new.types("Sáu tháng liền làm đúng hạn")
    new.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    new.reads("Đã lưu mục khắc phục.", "3/6 mục đã khắc phục xong")
    (item,) = [one for one in new.room.core.review.whole(YEAR).remediation_items if one.text == text]
    assert (item.state, item.result) == (RemediationState.DONE, "Sáu tháng liền làm đúng hạn")
    hold(new, 9)
