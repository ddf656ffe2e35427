"""Words about text typed for the fonts of the years before Unicode."""

from __future__ import annotations

TITLE = "Chữ gõ bằng phông cũ"
FOUND = "Phần vừa dán gõ bằng phông cũ ({kind}), để nguyên thì không đọc được. Đồng chí xem phần đã chuyển."
CONVERT_FILE = "Chuyển tệp Word phông cũ sang Unicode…"
CHOOSE_FILE = "Chọn tệp Word gõ bằng phông cũ"
CONVERTING = "Đang chuyển phông cũ…"
IN_FILE = "Tệp “{name}” có {count} đoạn gõ bằng phông cũ ({kinds}). Lưu thành tệp mới; tệp gốc không đổi."
NONE_IN_FILE = "Tệp “{name}” không có chữ gõ bằng phông cũ."
SAVE_FILE = "Lưu thành tệp mới"
SAVED = "Đã lưu tệp {name}."
OPEN_FOLDER = "Mở thư mục"
BEFORE = "Như đã gõ"
AFTER = "Sau khi chuyển"
CONVERT = "Dùng phần đã chuyển"
KEEP = "Để nguyên"
