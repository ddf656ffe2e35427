"""Words about text typed for the fonts of the years before Unicode."""

from __future__ import annotations

TITLE = "Chữ gõ bằng phông cũ"
FOUND = "Phần vừa dán gõ bằng phông cũ ({kind}), để nguyên thì không đọc được. Đồng chí xem phần đã chuyển."
BEFORE = "Như đã dán"
AFTER = "Sau khi chuyển"
CONVERT = "Dùng phần đã chuyển"
KEEP = "Để nguyên"
