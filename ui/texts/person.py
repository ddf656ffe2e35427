"""Words of the card of a member."""

from typing import Final

TABS: Final = ("Đảng tịch", "Quá trình", "Liên hệ")
TAB_NAMES = "Các phần của thẻ"
LABELS: Final = {
    "admission_decided_on": "Quyết định kết nạp",
}
PARTY_AGE = "Tuổi Đảng"
NEXT_BADGE = "Huy hiệu sắp tới"
YEARS = "{years} năm"
UNDER_A_YEAR = "chưa đủ 1 năm"
FROM_CEREMONY = "{age} (tính theo ngày vào Đảng, cần đối chiếu)"
BADGE = "{years} năm, đợt {awarded} (đủ ngày {reached})"
BADGE_YEAR = "{years} năm (đủ trong năm {reached})"
BADGE_SOON = "Huy hiệu {years} năm tuổi Đảng, đợt {awarded}: chuẩn bị hồ sơ đề nghị."
PROBATION_LEFT = "Còn {days} ngày dự bị, đủ 12 tháng ngày {due}."
PROBATION_TODAY = "Hôm nay đủ 12 tháng dự bị."
PROBATION_UNTIL = "Đủ 12 tháng dự bị: {due}."
PROBATION_OVER = "Đã đủ 12 tháng dự bị ngày {due}, quá {days} ngày; chưa ghi ngày chính thức."
PROBATION_LONG_OVER = "Đã đủ 12 tháng dự bị ngày {due} mà chưa ghi ngày chính thức."
SINCE = "từ {date}"
UNTIL = "đến {date}"
ON = "ngày {date}"
SINCE_UNKNOWN = "chưa rõ từ ngày nào"
NUMBER = "số {number}"
DATED = "ngày {date}"
NOTHING_KEPT = "chưa ghi"
