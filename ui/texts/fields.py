"""Labels and help of the fields of the domain classes, and the words of their choices."""

from dataclasses import dataclass
from typing import Final

from app.domain.members import Sex
from app.domain.outgoing_papers import Signer


@dataclass(frozen=True, slots=True)
class FieldText:
    """What a field is called, what helps to fill it, and whether it takes the whole width."""

    label: str
    help: str = ""
    wide: bool = False
    lines: int = 0
    """Lines of a field for prose to begin with."""


MEMBER: Final = {
    "full_name": FieldText("Họ và tên", "Viết như trong thẻ đảng viên", wide=True),
    "sex": FieldText("Giới tính"),
    "born_on": FieldText("Ngày sinh", "Chỉ biết năm thì ghi năm"),
    "admitted_on": FieldText("Ngày vào Đảng", "Ngày tổ chức lễ kết nạp"),
    "official_on": FieldText("Ngày chính thức", "Để trống nếu đang dự bị"),
    "card_number": FieldText("Số thẻ đảng viên", "12 chữ số; thẻ cũ 8 chữ số"),
    "post": FieldText("Chức vụ", "Ví dụ: Bí thư, Phó bí thư, Trưởng thôn"),
}

CELL: Final = {
    "name": FieldText("Tên chi bộ", "Viết như trên văn bản: Chi bộ thôn Mẫu", wide=True),
    "upper_organisation": FieldText("Tổ chức đảng cấp trên", "Dòng đầu văn bản: Đảng bộ xã Mẫu"),
    "upper_committee": FieldText("Cấp ủy cấp trên", "Nơi nhận hồ sơ: Đảng ủy xã Mẫu"),
    "place_name": FieldText("Địa danh", "Đứng trước ngày tháng trên văn bản: Xã Mẫu"),
    "symbol": FieldText("Ký hiệu chi bộ", "Trong số văn bản: Số 05-TTr/CB"),
    "cell_secretary": FieldText("Bí thư chi bộ", "Họ và tên người ký"),
    "deputy_secretary": FieldText("Phó bí thư", "Để trống nếu chi bộ không có"),
    "term_started_on": FieldText("Ngày bắt đầu nhiệm kỳ", "Số văn bản tính từ 01 trong mỗi nhiệm kỳ"),
}

PAPER: Final = {
    "dated_on": FieldText("Ngày văn bản"),
    "signer": FieldText("Người ký"),
    "signer_name": FieldText("Họ và tên người ký"),
    "addressee": FieldText("Kính gửi"),
    "subject_line": FieldText("Trích yếu", "Viết tiếp sau tên loại: về việc …", wide=True),
    "body": FieldText("Nội dung", "Mỗi đoạn một dòng", wide=True, lines=6),
    "recipients": FieldText("Nơi nhận", "Mỗi nơi một dòng", wide=True, lines=3),
}

CHOICES: Final = {
    Sex: ((Sex.UNKNOWN, "Chưa ghi"), (Sex.MALE, "Nam"), (Sex.FEMALE, "Nữ")),
    Signer: ((Signer.CELL_SECRETARY, "Bí thư"), (Signer.DEPUTY_SECRETARY, "Phó bí thư")),
}
