"""Words of the numbers of outgoing papers in Cài đặt."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Số văn bản đi"
WORDS: Final = (
    "Bắt đầu dùng sổ giữa nhiệm kỳ thì ghi số cuối cùng đã cấp trên giấy của từng loại văn bản; văn bản phát "
    "hành từ sổ này đánh số tiếp. Đầu nhiệm kỳ mới số lại từ 01."
)
TYPE: Final = "{titles} ({code})"
NEXT: Final = "Văn bản tiếp theo: {next}."
GIVEN: Final = "Sổ này đã cấp đến số {given:02d}."
SAVED: Final = "Đã ghi số cuối cùng của loại {code}. {next}"
