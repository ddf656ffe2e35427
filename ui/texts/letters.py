"""Words of Văn bản gợi ý: letters, points, the journey of each, explanations, questions of chi ủy."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords

TITLE = "Văn bản gợi ý, giải trình"
BACK = "Về Kiểm điểm"
FACTS = "Năm {year}: {points} nội dung gợi ý, {left} chưa giải trình"
NOT_BEGUN = "Năm {year} chưa mở đợt kiểm điểm."
BEGIN = "Mở đợt kiểm điểm"
ONLY_UNEXPLAINED = "Chỉ hiện nội dung chưa giải trình"
REGISTER = "Sổ văn bản đến"

LETTER_WORDS: Final = RecordWords("Văn bản gợi ý", "văn bản gợi ý")
LETTER: Final = {
    "number": FieldText("Số, ký hiệu", "Không có số và ngày thì chỉ để tham khảo, không bắt buộc giải trình"),
    "dated_on": FieldText("Ngày văn bản"),
    "issuer": FieldText("Cơ quan gợi ý", wide=True),
    "received_on": FieldText("Ngày nhận"),
}
LETTER_LINE = "Số {number}"
NO_NUMBER = "Chưa ghi số, ngày: chỉ để tham khảo"
POINTS_IN = "{count} nội dung"
DATED = "ngày {date:%d/%m/%Y}"

PASTE = "Dán nội dung văn bản gợi ý, mỗi nội dung một dòng"
PASTE_HELP = "Dòng có họ tên một đảng viên là gợi ý cho đồng chí đó, còn lại cho tập thể; sau đó đổi được."
CUT = "Cắt thành từng nội dung"
CUT_DONE = "Đã cắt thành {count} nội dung."
NOTHING_TO_CUT = "Chưa có dòng nào để cắt: dán nội dung văn bản vào ô trên."
LETTER_FIRST = "Ghi văn bản gợi ý trước, rồi cắt nội dung của văn bản đó."

POINT_WORDS: Final = RecordWords("Nội dung gợi ý", "nội dung gợi ý")
POINT: Final = {
    "text": FieldText("Nội dung gợi ý", "Chép đúng lời văn bản", wide=True, lines=2),
    "target": FieldText("Gợi ý cho ai"),
    "due_on": FieldText("Hạn giải trình"),
    "letter": FieldText("Trong văn bản", wide=True),
}
EXPLAINED_ON = "đã giải trình ngày {date:%d/%m/%Y}"
BEING_EXPLAINED = "đang viết giải trình"
UNEXPLAINED = "chưa giải trình"
DUE_ON = "hạn {date:%d/%m/%Y}"
CHOOSE_LETTER = "Chọn văn bản"

EXPLANATION_WORDS: Final = RecordWords("Giải trình", "bản giải trình")
EXPLANATION: Final = {
    "text": FieldText("Giải trình", "Sự việc thế nào, đã làm được gì?", wide=True, lines=3),
    "cause": FieldText("Nguyên nhân", "Vì sao có việc đó?", wide=True, lines=2),
    "responsibility": FieldText("Trách nhiệm", "Ai chịu trách nhiệm phần nào?", wide=True, lines=2),
    "measures": FieldText("Biện pháp", "Sẽ sửa thế nào, đến khi nào?", wide=True, lines=2),
    "finished_on": FieldText("Ngày nộp giải trình", "Phải trước ngày kiểm điểm mới tính là đã giải trình"),
    "sheets": FieldText("Số tờ bản giấy"),
    "on_paper": FieldText("Nộp bản giấy, chỉ ghi ngày và số tờ", wide=True),
}
WRITE_EXPLANATION = "Viết giải trình cho nội dung đang mở"
CHOOSE_POINT = "Bấm vào một nội dung để xem hành trình và viết giải trình."

JOURNEY = "Hành trình của nội dung"
STEP_SUGGESTED = "Gợi ý"
STEP_EXPLAINED = "Giải trình"
STEP_SPOKEN = "Ý kiến tại hội nghị"
STEP_CONCLUDED = "Kết luận"
STEP_CORRECTED = "Khắc phục"
STEP_NEXT = "Năm sau"
SPOKEN = "{count} ý kiến về đối tượng này"
NOT_SPOKEN = "chưa có ý kiến"
NOT_CONCLUDED = "chưa kết luận"
CORRECTING = "{done}/{total} việc đã khắc phục xong"
NO_CORRECTION = "chưa có việc khắc phục"
CARRIED = "đã chuyển sang năm {year} để trả lời"
NOT_CARRIED = "chưa mở năm {year}"

OVERRIDE_WORDS: Final = RecordWords(
    "Cho phép kiểm điểm khi chưa giải trình",
    "văn bản cho phép",
    "Chưa giải trình thì chưa kiểm điểm, trừ khi cấp ủy cấp trên cho phép bằng văn bản có số, ngày.",
)
OVERRIDE: Final = {
    "target": FieldText("Cho ai", wide=True),
    "number": FieldText("Số văn bản cho phép"),
    "dated_on": FieldText("Ngày văn bản"),
    "issuer": FieldText("Cơ quan cho phép", wide=True),
    "text": FieldText("Nội dung cho phép", wide=True, lines=2),
}

QUESTION_WORDS: Final = RecordWords("Nội dung chi ủy yêu cầu làm rõ", "nội dung yêu cầu làm rõ")
QUESTION: Final = {
    "target": FieldText("Yêu cầu ai làm rõ"),
    "asked_on": FieldText("Ngày yêu cầu"),
    "text": FieldText("Nội dung yêu cầu làm rõ", wide=True, lines=2),
    "answer": FieldText("Trả lời", "Đồng chí ấy trả lời thế nào?", wide=True, lines=2),
}
ANSWERED = "đã trả lời"
NOT_ANSWERED = "chưa trả lời"
