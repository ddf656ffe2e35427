"""Words of a form with the page that it prints on."""

from __future__ import annotations

WRITING = "Viết"
PAGE = "Trang in"
PREVIOUS_PAGE, NEXT_PAGE = "Trang trước", "Trang sau"
FOLLOWS = "cập nhật theo từng câu"
NOT_FOLLOWING = "chưa đổi theo: còn ô ghi chưa đúng"
FOLLOWS_SAVED = "cập nhật khi lưu"
PRINT = "In"
