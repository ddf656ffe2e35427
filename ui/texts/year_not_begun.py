"""Words of a page of the review while the year was not begun."""

NOT_BEGUN = "Chưa bắt đầu đợt kiểm điểm năm {year}."
BEGIN = "Mở trang Kiểm điểm"
