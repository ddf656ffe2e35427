"""Words of Trang chính."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "Trang chính"
TODAY = "{weekday}, ngày {day:02d} tháng {month:02d} năm {year}"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")

STEPS = "Các bước của năm"
STEP_TITLES = {
    "plan": "Kế hoạch",
    "suggestions": "Nhận gợi ý",
    "writing": "Chuẩn bị",
    "review_collective": "Tập thể",
    "review_members": "Cá nhân",
    "complete_report": "Hoàn chỉnh",
    "vote": "Phân loại",
    "self_rate": "Tự xếp loại",
    "subjects_rate": "Các chủ thể",
    "appraise": "Đề xuất mức",
    "send": "Nộp hồ sơ",
    "decision": "Công nhận",
    "announce": "Công bố",
    "correct": "Khắc phục",
}
"""The steps of the rule sets by code, in two words; a step not named here keeps its own name."""
STEP_DONE = "Xong"
STEP_DONE_ON = "Xong {day}"
STEP_PASSED = "Chưa ghi"
STEP_PARTLY = "Chưa ghi đủ"
STEP_DOING = "Đang làm"
STEP_DUE = "Hạn {day}"
STEP_EXPECTED = "Dự kiến {day}"
STEP_FROM = "Từ {day}"
DAY = "{date:%d/%m}"
DAY_OF_OTHER_YEAR = "{date:%d/%m/%Y}"

NOT_BEGUN = "Năm {year} chưa bắt đầu kiểm điểm."
NOT_BEGUN_HOW = (
    "Bước tiếp theo: bắt đầu năm kiểm điểm. Chương trình lấy quy định của năm, "
    "sau đó các bước và việc đến hạn hiện ở đây."
)
NOBODY_YET_HOW = (
    "Trước hết nhập danh sách đảng viên, rồi bắt đầu năm kiểm điểm; "
    "sau đó các bước và việc đến hạn hiện ở đây."
)
FINISHED = "Năm {year} đã kết thúc ngày {date:%d/%m/%Y}, chỉ xem và in lại được."
GO_ON = "Tiếp tục bước {number}: {step}"
BEGIN = "Bắt đầu năm {year}"
OPEN_NEXT = "Mở năm {year}"
GO_TO_NEXT = "Sang năm {year}"
LOOK_AT_PROMISES = "Xem cam kết, chương trình"

WORK = "Việc cần làm"
WORK_COUNT = "{count} việc"
GROUPS = {
    "block": "Phải hoàn thành trước",
    "late": "Quá hạn",
    "soon": "Trong 7 ngày tới",
    "meeting": "Còn thiếu trước hội nghị ngày {day}",
    "answer": "Cần hoàn thành",
    "todo": "Sắp tới",
    "note": "Lưu ý",
}
"""The groups of the list in their order."""
NOTHING = "Lúc này không có việc nào đến hạn hay còn thiếu."
NOTHING_UNTIL = "Lúc này không có việc nào đến hạn hay còn thiếu. Bước tiếp theo: {step}, từ ngày {day}."
NOTHING_IN_FINISHED = "Năm {year} không còn việc nào."
MORE = "Xem thêm {count} việc"
TO_FINDINGS = "Mở bảng rà soát"
DUE = "Hạn {day}"
DUE_SOON = "Hạn {day}, còn {days} ngày"
DUE_TODAY = "Hạn hôm nay"
DUE_TOMORROW = "Hạn mai, {day}"
OVERDUE = "Hạn {day}, quá {days} ngày"
EMPTY = "Chi bộ chưa có ai trong danh sách. Việc đầu tiên là đưa danh sách đảng viên vào chương trình."
AND_MORE = "{names} và {more} đồng chí nữa"
LACKING = "Còn thiếu {count}/{members}"


@dataclass(frozen=True, slots=True)
class WorkText:
    """A matter in words, what the primary button calls it, and its state at the right."""

    matter: str
    act: str
    status: str = LACKING


LINES = {
    "members.none": WorkText("Danh sách đảng viên", "Nhập danh sách đảng viên", "Chưa có"),
    "member.no_born_on": WorkText("Ngày sinh của đảng viên", "Ghi ngày sinh"),
    "member.no_sex": WorkText("Giới tính của đảng viên", "Ghi giới tính"),
    "member.no_admitted_on": WorkText("Ngày vào Đảng", "Ghi ngày vào Đảng"),
    "member.no_card_number": WorkText("Số thẻ đảng viên", "Ghi số thẻ đảng viên"),
    "member.no_official_on": WorkText(
        "Hết thời hạn dự bị, chưa ghi ngày chính thức", "Ghi ngày chính thức", "{count} đồng chí"
    ),
    "member.probation_ends": WorkText(
        "Sắp đủ 12 tháng dự bị: chuẩn bị xét công nhận chính thức", "Xem thời gian dự bị", "{count} đồng chí"
    ),
    "member.badge_soon": WorkText(
        "Sắp đến đợt trao Huy hiệu Đảng: chuẩn bị hồ sơ đề nghị", "Xem tuổi Đảng", "{count} đồng chí"
    ),
    "member.trash_overdue": WorkText(
        "Đã ở trong thùng rác quá 30 ngày: lấy lại hoặc xóa vĩnh viễn", "Xem thùng rác", "{count} đồng chí"
    ),
    "cell.secretary_not_listed": WorkText(
        "Bí thư {name} chưa có trong danh sách đảng viên", "Bổ sung bí thư vào danh sách", "Chưa có"
    ),
    "earlier.none": WorkText(
        "Chưa có kết quả các năm trước: mức, khuyết điểm, việc còn hứa – dán từ Excel",
        "Ghi kết quả các năm trước",
        "Chưa có",
    ),
    "paper.no_submission": WorkText("Tờ trình nộp hồ sơ năm {year}", "Soạn tờ trình", "Chưa phát hành"),
    "paper.not_issued": WorkText("Văn bản đang soạn, chưa phát hành", "Phát hành văn bản", "{count} văn bản"),
    "package.unfinished": WorkText("Lần ghi hồ sơ trước bị dừng giữa chừng", "Ghi lại hồ sơ", "Chưa xong"),
    "package.none": WorkText("Bộ hồ sơ năm {year}", "Ghi hồ sơ để nộp", "Chưa nộp"),
    "package.older_than_papers": WorkText(
        "Có văn bản phát hành sau lần nộp hồ sơ", "Nộp lại hồ sơ", "{count} văn bản"
    ),
    "review.finding": WorkText("{name}", "Mở mục cần xem", "Cần xem"),
    "review.finding_of_persons": WorkText("{name}", "Mở mục cần xem", "{count} đồng chí"),
    "review.notes": WorkText("Điều lưu ý trong bảng rà soát", "Mở bảng rà soát", "{count} lưu ý"),
    "due.milestone": WorkText("{name}", "Mở mốc của năm", ""),
    "due.guidance": WorkText("Việc cấp trên yêu cầu, sắp đến hạn", "Ghi kết quả", "{count} việc"),
    "due.programme": WorkText("Nhiệm vụ của chương trình, chưa ghi kết quả", "Ghi kết quả", "{count} việc"),
    "due.task": WorkText("Nhiệm vụ phân công, chưa ghi kết quả", "Ghi kết quả", "{count} việc"),
    "recovery.not_on_paper": WorkText(
        "Mã khôi phục chưa chắc đã có trên giấy; quên mật khẩu thì không mở lại được sổ",
        "Lập mã khôi phục mới",
        "Chưa in",
    ),
    "clock.behind": WorkText(
        "Ngày giờ của máy có vẻ sai, sớm hơn lần ghi trước; chỉnh lại trong Windows",
        "Xem sao lưu",
        "{days} ngày",
    ),
    "clock.ahead": WorkText(
        "Ngày giờ của máy có vẻ sai, quá xa lần ghi trước; xem lại trong Windows",
        "Xem sao lưu",
        "{days} ngày",
    ),
    "backup.none": WorkText("Bản sao lưu dữ liệu", "Sao lưu dữ liệu", "Chưa có"),
    "backup.failed_first": WorkText("Chưa tạo được bản sao lưu nào", "Xem sao lưu", "Bị lỗi"),
    "backup.failed": WorkText("Lần sao lưu gần nhất bị lỗi", "Xem sao lưu", "Bị lỗi"),
    "backup.old": WorkText("Bản sao lưu tốt gần nhất đã cũ", "Sao lưu dữ liệu", "Đã {days} ngày"),
    "backup.trial_failed": WorkText("Lần khôi phục thử gần nhất không đạt", "Xem sao lưu", "Bị lỗi"),
    "backup.damaged": WorkText("Bản sao lưu bị hỏng", "Xem sao lưu", "{count} bản"),
    "backup.no_second": WorkText("Nơi cất bản sao lưu thứ hai", "Chọn nơi cất", "Chưa chọn"),
    "backup.second_none": WorkText("Bản sao lưu ở nơi cất thứ hai", "Cất bản sao lưu", "Chưa có"),
    "backup.second_old": WorkText("Bản sao lưu ở nơi cất thứ hai đã cũ", "Cất bản sao lưu", "Đã {days} ngày"),
}

CELL = "Chi bộ"
MEMBERS = "{members} đảng viên"
KINDS = "{official} chính thức, {probationary} dự bị"
NO_MEMBERS = "Chưa có đảng viên nào trong danh sách"
OPEN_MEMBERS = "Mở danh sách"

MEETING = "Hội nghị kiểm điểm"
MEETING_AT = "{weekday}, ngày {date:%d/%m/%Y}"
MEETING_AT_HOUR = "{hour}, {weekday}, ngày {date:%d/%m/%Y}"
HOUR = "{hours} giờ {minutes}"
MEETING_NO_DAY = "Chưa định ngày họp"
MEETING_SITTINGS = "{count} buổi"
MEETING_LEFT = "Còn {days} ngày"
MEETING_TODAY = "Họp hôm nay"
MEETING_OVER = "Đã họp, chưa kết thúc hội nghị"
MEETING_CLOSED = "Đã kết thúc"
OPEN_MEETING = "Mở hội nghị"

CORRECTIONS = "Khắc phục"
CORRECTIONS_LATE = "{late} nội dung quá hạn trong {all} nội dung"
CORRECTIONS_OPEN = "Còn {open} trong {all} nội dung"
CORRECTIONS_DONE = "Xong cả {all} nội dung"
CORRECTION_LATE = "Quá hạn {days} ngày"
CORRECTION_DUE = "Hạn {day}"
CORRECTION_NO_DAY = "Chưa định hạn"
OPEN_CORRECTIONS = "Mở sổ khắc phục"

BACKUP = "Sao lưu"
BACKUP_TODAY = "Trên máy này: hôm nay"
BACKUP_ON = "Trên máy này: ngày {date:%d/%m/%Y}, đã {days} ngày"
NO_BACKUP = "Chưa có bản sao lưu nào"
BACKUP_FAILED = "Chưa tạo được bản sao lưu"
BACKUP_FAILED_SINCE = "Lần gần nhất bị lỗi; bản tốt gần nhất ngày {date:%d/%m/%Y}"
NO_SECOND = "Nơi cất thứ hai: chưa chọn"
SECOND_NEVER = "Nơi cất thứ hai: chưa có bản nào"
SECOND_ON = "Nơi cất thứ hai: ngày {date:%d/%m/%Y}"

PACKAGE = "Hồ sơ nộp cấp trên"
HANDED_IN = "Đã ghi và đọc lại đủ lúc {at:%H:%M}, ngày {at:%d/%m/%Y}"
NOT_HANDED_IN = "Năm {year} chưa nộp"
ISSUED = "{count} văn bản đã phát hành"
OPEN_PACKAGES = "Mở Nộp hồ sơ"
