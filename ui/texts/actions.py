"""What was done, in words, by the code of the action: for the undo bar and the history."""

from ui.texts.review_actions import REVIEW_ACTIONS

ACTIONS: dict[str, str] = {
    **REVIEW_ACTIONS,
    "cell.create": "lập sổ chi bộ",
    "cell.edit": "sửa thông tin chi bộ",
    "key.change": "đổi khóa",
    "import.columns": "ghi nhớ các cột của danh sách",
    "member.add": "thêm đảng viên",
    "member.edit": "sửa đảng viên",
    "member.erase": "xóa vĩnh viễn đảng viên",
    "member.merge": "ghép hai mục của một đảng viên",
    "member.import": "nhập danh sách đảng viên",
    "member.edit_several": "ghi chung cho nhiều đảng viên",
    "member.set_apart": "ghi nhận hai đảng viên là hai người",
    "member.restore": "lấy lại đảng viên từ thùng rác",
    "member.trash": "đưa đảng viên vào thùng rác",
    "package.abandoned": "dừng ghi bộ hồ sơ",
    "package.discard": "xóa bản ghi dở của bộ hồ sơ",
    "package.writing": "bắt đầu ghi bộ hồ sơ",
    "package.written": "ghi xong bộ hồ sơ",
    "paper.add": "soạn văn bản",
    "paper.edit": "sửa văn bản",
    "paper.renew": "lập văn bản thay thế",
    "paper.issue": "phát hành văn bản",
    "paper.add_many": "soạn nhiều văn bản",
    "paper.explain_gap": "ghi lý do số bỏ trống",
    "paper.forget_gap": "bỏ lý do số bỏ trống",
    "paper.number_start": "ghi số văn bản đã dùng",
    "paper.restore": "lấy lại văn bản từ thùng rác",
    "paper.word_drop": "bỏ bản Word, lập lại từ dữ liệu",
    "paper.word_pdf": "nhận bản PDF của Word",
    "paper.word_take": "nhận lại văn bản từ Word",
    "paper.trash": "đưa văn bản vào thùng rác",
    "practice.fill": "lập dữ liệu luyện tập",
    "saved_filter.add": "lưu bộ lọc",
    "saved_filter.edit": "sửa bộ lọc",
    "saved_filter.remove": "xóa bộ lọc",
    "year.load": "nạp dữ liệu của một năm",
    "year.open": "mở năm làm việc",
}


def action_words(action: str) -> str:
    """Return an action in words ("sửa đảng viên")."""
    return ACTIONS[action]
