"""Finding out: who has no explanation, and what the package lacks before it is made all the same."""

from pathlib import Path

from app.bootstrap import Core
from app.domain.outside_opinions import OutsideBody
from tests.ui.tasks.conftest import YEAR, Sit, member
from tests.ui.tasks.told import hold


def a_matter_unexplained(core: Core) -> None:
    """The upper committee asked one member about a matter, and he has not written yet."""
    (letter,) = core.review.whole(YEAR).suggestion_letters
    point = {"target": member(core, "Vũ Văn Bưởi"), "text": "Làm rõ việc ba tháng không dự sinh hoạt"}
    core.review.suggestions.add_points(letter, [point])


def no_residence_opinion(core: Core) -> None:
    """One opinion from where a member lives has not come."""
    target = member(core, "Phạm Thị Ngọc Mận")
    for one in core.review.whole(YEAR).outside_opinions:
        if one.target == target and one.body is OutsideBody.RESIDENCE:
            core.review.outside.remove(one)


def test_1_who_has_no_explanation(sit: Sit) -> None:
    new = sit(a_matter_unexplained)
    new.presses("Kiểm điểm")
    new.presses("Thiếu giải trình: 1")
    new.reads("Vũ Văn Bưởi", "thiếu 1/1", "Làm rõ việc ba tháng không dự sinh hoạt. chưa giải trình")
    new.presses("Làm rõ việc ba tháng không dự sinh hoạt")
    new.reads("Văn bản gợi ý, giải trình", "1 chưa giải trình")
    hold(new, 1)


def test_10_the_package_is_made_and_what_it_lacks_is_read(sit: Sit, tmp_path: Path) -> None:
    new = sit(no_residence_opinion)
    (stick := tmp_path / "USB").mkdir()
    new.presses("Nộp hồ sơ")
    lacking = "thiếu phiếu nhận xét của cấp ủy nơi cư trú của Phạm Thị Ngọc Mận."
    new.reads(f"Hồ sơ chưa đầy đủ: {lacking}", "Chưa đủ · 5/6 đồng chí")
    assert new.sees("Hồ sơ chưa đầy đủ"), "what is lacking stands below the edge"
    new.will_choose(stick)
    new.presses("Chọn thư mục khác")
    new.presses("Ghi bộ hồ sơ")
    new.waits()
    new.reads("Bộ hồ sơ đã ghi đủ", "Không có tệp sai", "In phiếu giao nhận")
    (written,) = stick.iterdir()
    assert "CHUADU" in written.name
    hold(new, 10)
