"""Words of a shortcoming of an earlier review, which this year answers."""

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords

EARLIER: Final = {
    "text": FieldText("Hạn chế, khuyết điểm", wide=True, lines=2),
    "from_year": FieldText("Của năm"),
    "correction": FieldText("Đã khắc phục đến đâu"),
    "result": FieldText("Kết quả khắc phục", "In vào bản kiểm điểm, báo cáo", wide=True, lines=3),
    "evidence": FieldText("Căn cứ", wide=True),
}
EARLIER_WORDS: Final = RecordWords("Hạn chế, khuyết điểm kỳ trước", "hạn chế kỳ trước")
FROM_LEDGER: Final = "Lấy từ trang Khắc phục, không phải gõ lại: {said}. Sửa ở trang Khắc phục."
FINISHED_ON: Final = "xong ngày {day:%d/%m/%Y}"
SIGNED_OFF: Final = "{name} xác nhận"
CARRIED: Final = "Lấy từ kỳ kiểm điểm trước, không phải gõ lại; lời văn và năm giữ nguyên."
