"""Words of the passages that agree, side by side."""

from __future__ import annotations

TITLE = "Đoạn giống nhau trong các bản viết"
SECRET = "Chỉ để bí thư xem; không in, không vào hồ sơ. Chữ khác nhau được tô nền và gạch chân."
EMPTY = "Không có đoạn nào từ 15 chữ trở lên giống nhau giữa các bản viết."
PLACE = "Cặp {at} trên {count}: {likeness}"
EQUAL = "giống hoàn toàn"
NEARLY = "gần giống"
WHO = "{name}, năm {year}"
COLLECTIVE = "Báo cáo kiểm điểm tập thể"
PREVIOUS = "Cặp trước"
NEXT = "Cặp sau"
KEYS = "Phím: Alt+↑ cặp trước, Alt+↓ cặp sau."
LEFT = "Đoạn bên trái"
RIGHT = "Đoạn bên phải"
