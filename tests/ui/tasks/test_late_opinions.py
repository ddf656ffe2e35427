"""What comes after the conference: the comment of where a member lives, and a letter of one who was away."""

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import Core
from app.domain.conferences import Opinion, OpinionKind
from app.domain.outside_opinions import OutsideBody, OutsideOpinion
from tests.ui.tasks.conftest import YEAR, Sit, member
from tests.ui.tasks.told import hold

LIVES_ELSEWHERE, AWAY = "Phạm Thị Ngọc Mận", "Đặng Quang Sung"
COMMENT, LETTER = "Gương mẫu, họp dân đủ", "Đồng chí nên giao việc sớm hơn"


def comments(core: Core) -> list[OutsideOpinion]:
    target = member(core, LIVES_ELSEWHERE)
    return [one for one in core.review.whole(YEAR).outside_opinions if one.target == target]


def the_comment_has_not_come(core: Core) -> None:
    for one in comments(core):
        core.review.outside.remove(one)


def letters(core: Core) -> list[Opinion]:
    return [one for one in core.review.whole(YEAR).opinions if one.text == LETTER]


@pytest.mark.slow
def test_2_late_opinions_are_recorded(sit: Sit) -> None:
    new = sit(the_comment_has_not_come)
    new.presses("Nhận xét của cấp ủy nơi cư trú")
    new.reads("Nhận xét mới", "Chi ủy nơi cư trú", "Nhận sau hội nghị vẫn ghi được")
    new.key(Qt.Key.Key_Tab)
    new.types("Chi bộ tổ 5")
    for _ in range(3):
        new.key(Qt.Key.Key_Tab)
    new.types("09/01/2018")
    new.key(Qt.Key.Key_Tab)
    new.key(Qt.Key.Key_Tab)
    new.types(COMMENT)
    new.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    new.reads("Hoàn tác", "sau hội nghị")
    (comment,) = comments(new.room.core)
    assert (comment.body, comment.body_name) == (OutsideBody.RESIDENCE, "Chi bộ tổ 5")
    assert (str(comment.received_on), comment.text) == ("2018-01-09", COMMENT)
    new.presses("Nhập sau hội nghị")
    new.presses("Góp ý")
    new.presses("Hoàng Văn Cúc")
    new.goes_into("Người phát biểu")
    new.types("sung")
    new.key(Qt.Key.Key_Return)
    new.key(Qt.Key.Key_F4)
    new.types(LETTER)
    new.key(Qt.Key.Key_Return)
    new.reads(f"Đã ghi ý kiến của đồng chí {AWAY}.", "bằng văn bản", "Hoàn tác")
    (letter,) = letters(new.room.core)
    assert (letter.speaker, letter.target, letter.kind, letter.in_writing) == (
        member(new.room.core, AWAY),
        member(new.room.core, "Hoàng Văn Cúc"),
        OpinionKind.PROPOSAL,
        True,
    )
    hold(new, 2)
