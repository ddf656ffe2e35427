"""Words of Bảng rà soát trước khi trình."""

from __future__ import annotations

TITLE = "Bảng rà soát trước khi trình"
PRINT = "In bảng rà soát"
COMPARE = "So sánh các bản viết"
SIDE_BY_SIDE = "Xem hai đoạn cạnh nhau"
SILENCED_COUNT = "Không nhắc nữa trong năm: {count} nội dung."
COMPARED_NONE = "Đã so sánh: không có đoạn nào giống nhau."
COMPARED = "Đã so sánh: {count} đoạn giống nhau. Kết quả chỉ để bí thư xem, không in."
FACTS = "{blocked} phải hoàn thành trước, {asked} cần trả lời, {notes} lưu ý; đã xong {done}."
NO_REVIEW = "Năm {year} chưa mở đợt kiểm điểm nên chưa có gì để rà soát."
NOTHING = "Không còn nội dung nào phải rà soát trong năm {year}."
GROUPS = {
    "block": ("Phải hoàn thành trước", "chưa xong thì chưa kiểm điểm, đánh giá được nội dung đó"),
    "answer": ("Cần trả lời", "sửa cho đúng, hoặc giữ nguyên và nêu lý do"),
    "note": ("Lưu ý", "không bắt buộc trả lời"),
    "todo": ("Sắp đến hạn", "làm trong thời gian tới"),
    "unknown": ("Chưa đủ dữ liệu", "nhập thêm dữ liệu thì mới xét được"),
}
OPEN = {
    "block": "Chưa hoàn thành",
    "answer": "Chưa trả lời",
    "note": "Chưa xem",
    "todo": "Hạn {due}",
    "unknown": "Chưa đủ dữ liệu",
}
DONE = {"answer": "Đã trả lời", "note": "Đã xem"}
PARTLY = "Còn {count} chưa trả lời"
SILENCED = "Không nhắc nữa"
PERSONS = "{names} và {more} nội dung nữa"
MARKS = {
    "verified": "Đã đối chiếu văn bản gốc",
    "partly": "Đối chiếu một phần",
    "unverified": "Chưa đối chiếu",
}
NO_SOURCE = "Căn cứ chưa đối chiếu"
SECRET = "Chỉ để bí thư xem, không in vào văn bản nào."
UNKNOWN = "Chưa đủ dữ liệu để xét: {names}."
UNKNOWN_ALL = "Chưa đủ dữ liệu để xét nội dung này."
ANSWER_ONE = "Giữ nguyên, nêu lý do"
ANSWER_LIST = "Giữ nguyên, nêu lý do: trả lời chung cho {count} mục có dấu; bỏ dấu để trả lời riêng"
ANSWER_HINT = "Ghi lý do của chi bộ; có thể dẫn mục của biên bản."
NO_ANSWERS = "Năm đã kết thúc hoặc sổ đang mở chỉ để xem nên không ghi thêm câu trả lời."
KEEP = "Ghi câu trả lời"
SEEN = "Đã xem"
NOT_AGAIN = "Không nhắc nữa trong năm nay"
TAKE_BACK = "Rút câu trả lời"
PRINTED = "In vào tờ trình"
ALWAYS_PRINTED = "Câu trả lời này luôn in vào tờ trình, biên bản."
GIVEN = "Đã trả lời: {text}"
GIVEN_SEEN = "Đã xem."
GIVEN_NOT_AGAIN = "Không nhắc nữa trong năm nay: {text}"
POINT = "Chỉ tới dòng biên bản"
POINT_NONE = "Không dẫn dòng nào của biên bản"
POINTED = "Sẽ dẫn biên bản: {turn}."
TURN_FACT = "{place}. {conclusion}"
TURN_EMPTY = "Chưa ghi kết luận"
GIVEN_TURN = "{given} (biên bản: {turn})"
GO = "Mở chỗ cần sửa"
KEPT = "Đã ghi câu trả lời bảng rà soát."
TAKEN_BACK = "Đã rút câu trả lời."
EMPTY_ANSWER = "Ghi lý do trước khi lưu câu trả lời."
CHOOSE_SOMEBODY = "Đánh dấu ít nhất một mục để trả lời."
COLUMN_MATTER = "Nội dung"
COLUMN_SOURCE = "Căn cứ"
COLUMN_STATE = "Tình trạng"
