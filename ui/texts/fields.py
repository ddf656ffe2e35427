"""Labels and help of the fields of the domain classes, and the words of their choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from app.domain.commitments import Degree, Outcome
from app.domain.conferences import ConferenceBody, OpinionKind
from app.domain.dossier_notes import HeldAs
from app.domain.handing_in import HandedInAs
from app.domain.members import FeeCategory, PoliticalTheory, ReviewCategory, Sex
from app.domain.outgoing_papers import Signer
from app.domain.posts import PostKind
from app.domain.recognitions import DisciplineForm
from app.domain.remediation import RemediationState
from app.domain.shortcomings import Origin, ShortcomingDegree
from app.domain.standings import ExemptReason, StandingKind


@dataclass(frozen=True, slots=True)
class FieldText:
    """What a field is called, what helps to fill it, and whether it takes the whole width."""

    label: str
    help: str = ""
    wide: bool = False
    lines: int = 0
    """Lines of a field for prose to begin with."""
    heading: str = ""
    """Begins a section of the form."""
    line: "Mapping[str, FieldText]" = field(default_factory=dict)
    """The fields of one line, where the field is a list."""
    add: str = ""
    remove: str = ""


POST: Final = {
    "kind": FieldText("Chức vụ trong chi bộ"),
    "title": FieldText("Tên chức vụ khác", "Ví dụ: Trưởng thôn, Hiệu trưởng"),
    "started_on": FieldText("Từ ngày", "Không rõ thì để trống"),
    "ended_on": FieldText("Đến ngày", "Để trống nếu đang giữ"),
}
STANDING: Final = {
    "kind": FieldText("Trạng thái", wide=True),
    "reason": FieldText("Lý do miễn", "Chỉ ghi khi miễn sinh hoạt"),
    "started_on": FieldText("Từ ngày"),
    "ended_on": FieldText("Đến ngày", "Để trống nếu chưa hết"),
    "place": FieldText("Nơi đi, nơi đến", wide=True),
    "decision_number": FieldText("Số quyết định, nghị quyết"),
    "decided_on": FieldText("Ngày quyết định"),
}
REWARD: Final = {
    "what": FieldText("Hình thức khen thưởng", wide=True),
    "decision_number": FieldText("Số quyết định"),
    "decided_on": FieldText("Ngày quyết định"),
}
DISCIPLINE: Final = {
    "form": FieldText("Hình thức kỷ luật", "Chỉ ghi kết quả đã công bố", wide=True),
    "decision_number": FieldText("Số quyết định"),
    "decided_on": FieldText("Ngày quyết định"),
}
MEMBER: Final = {
    "full_name": FieldText("Họ và tên", "Viết như trong thẻ đảng viên", wide=True),
    "born_on": FieldText("Ngày sinh", "Chỉ biết năm thì ghi năm"),
    "sex": FieldText("Giới tính"),
    "admission_decided_on": FieldText(
        "Ngày ký quyết định kết nạp", "Tuổi Đảng tính từ ngày này", heading="Đảng tịch"
    ),
    "admitted_on": FieldText("Ngày vào Đảng", "Ngày tổ chức lễ kết nạp; dự bị 12 tháng tính từ ngày này"),
    "official_on": FieldText("Ngày chính thức", "Từ ngày này có quyền biểu quyết; để trống nếu đang dự bị"),
    "card_number": FieldText("Số thẻ đảng viên", "12 chữ số; thẻ cũ 8 chữ số"),
    "political_theory": FieldText("Lý luận chính trị"),
    "review_category": FieldText(
        "Diện kiểm điểm", "Hưu trí, học sinh, lao động tự do: ngoài hệ thống", wide=True
    ),
    "fee_category": FieldText("Nhóm đóng đảng phí", wide=True),
    "posts": FieldText(
        "Chức vụ", wide=True, heading="Chức vụ", line=POST, add="Thêm chức vụ", remove="Bỏ chức vụ này"
    ),
    "standings": FieldText(
        "Trạng thái",
        wide=True,
        heading="Trạng thái",
        line=STANDING,
        add="Thêm trạng thái",
        remove="Bỏ trạng thái này",
    ),
    "rewards": FieldText(
        "Khen thưởng",
        wide=True,
        heading="Khen thưởng, kỷ luật",
        line=REWARD,
        add="Thêm khen thưởng",
        remove="Bỏ khen thưởng này",
    ),
    "disciplines": FieldText(
        "Kỷ luật", wide=True, line=DISCIPLINE, add="Thêm kỷ luật", remove="Bỏ kỷ luật này"
    ),
    "phone": FieldText("Điện thoại", heading="Liên hệ, nơi cư trú"),
    "residence_cell": FieldText("Chi bộ nơi cư trú", "Nơi xin ý kiến nhận xét"),
    "residence_contact": FieldText("Người liên hệ ở nơi cư trú", wide=True),
    "note": FieldText("Ghi chú", wide=True, lines=2),
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
    "handed_in_as": FieldText(
        "Cấp ủy cấp trên nhận hồ sơ bằng gì?",
        "Hỏi cơ quan nhận trước. Tệp có mật khẩu thì USB rơi mất cũng không ai đọc được",
        wide=True,
    ),
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
    HeldAs: (
        (HeldAs.ON_PAPER, "Có bản giấy, nộp kèm"),
        (HeldAs.NOT_NEEDED, "Không cần nộp năm nay"),
    ),
    HandedInAs: (
        (HandedInAs.OPEN_FOLDER, "Thư mục mở, không mật khẩu"),
        (HandedInAs.ENCRYPTED_7Z, "Tệp 7z có mật khẩu, mở bằng 7-Zip"),
        (HandedInAs.PROTECTED_PDF, "Một tệp PDF có mật khẩu, nơi nhận không có 7-Zip"),
    ),
    Signer: ((Signer.CELL_SECRETARY, "Bí thư"), (Signer.DEPUTY_SECRETARY, "Phó bí thư")),
    PoliticalTheory: (
        (PoliticalTheory.UNKNOWN, "Chưa ghi"),
        (PoliticalTheory.NONE, "Chưa qua đào tạo"),
        (PoliticalTheory.PRIMARY, "Sơ cấp"),
        (PoliticalTheory.INTERMEDIATE, "Trung cấp"),
        (PoliticalTheory.ADVANCED, "Cao cấp"),
        (PoliticalTheory.BACHELOR, "Cử nhân"),
    ),
    ReviewCategory: (
        (ReviewCategory.UNKNOWN, "Chưa ghi"),
        (ReviewCategory.LEADER, "Giữ chức vụ lãnh đạo"),
        (ReviewCategory.STAFF, "Không giữ chức vụ"),
        (ReviewCategory.OUTSIDE, "Ngoài hệ thống chính trị"),
    ),
    FeeCategory: (
        (FeeCategory.UNKNOWN, "Chưa ghi"),
        (FeeCategory.INSURED, "Có bảo hiểm xã hội"),
        (FeeCategory.PENSIONER, "Hưởng lương hưu"),
        (FeeCategory.STUDENT, "Học sinh, sinh viên"),
        (FeeCategory.UNINSURED, "Không có bảo hiểm"),
        (FeeCategory.OVER_AGE, "Quá tuổi, không lương hưu"),
        (FeeCategory.EXEMPT, "Được miễn"),
    ),
    PostKind: (
        (PostKind.NONE, "Chức vụ khác"),
        (PostKind.CELL_SECRETARY, "Bí thư"),
        (PostKind.DEPUTY_SECRETARY, "Phó bí thư"),
        (PostKind.COMMITTEE_MEMBER, "Chi ủy viên"),
    ),
    StandingKind: (
        ("", "Chọn trạng thái"),
        (StandingKind.EXEMPT, "Miễn sinh hoạt"),
        (StandingKind.SUSPENDED, "Đình chỉ sinh hoạt"),
        (StandingKind.TEMPORARY_AWAY, "Sinh hoạt tạm thời đi"),
        (StandingKind.TEMPORARY_HERE, "Sinh hoạt tạm thời đến"),
        (StandingKind.INTERRUPTED, "Gián đoạn sinh hoạt"),
        (StandingKind.TRANSFERRED_IN, "Chuyển sinh hoạt đến"),
        (StandingKind.TRANSFERRED_OUT, "Chuyển sinh hoạt đi"),
        (StandingKind.STRUCK_OFF, "Xóa tên"),
        (StandingKind.LEFT, "Ra khỏi Đảng"),
        (StandingKind.DIED, "Từ trần"),
    ),
    ExemptReason: (
        (ExemptReason.UNKNOWN, "Chưa ghi"),
        (ExemptReason.AGE_OR_HEALTH, "Tuổi cao, sức khỏe"),
        (ExemptReason.TREATMENT, "Điều trị dài ngày"),
        (ExemptReason.ABROAD, "Ra nước ngoài"),
        (ExemptReason.MOBILE_WORK, "Việc làm lưu động"),
        (ExemptReason.BEFORE_RETIREMENT, "Chờ nghỉ hưu"),
        (ExemptReason.MATERNITY, "Nghỉ thai sản"),
        (ExemptReason.OTHER, "Lý do khác"),
    ),
    ConferenceBody: (
        (ConferenceBody.CELL, "Chi bộ"),
        (ConferenceBody.CELL_COMMITTEE, "Chi ủy"),
        (ConferenceBody.PARTY_GROUP, "Tổ đảng"),
    ),
    OpinionKind: (
        (OpinionKind.STRENGTH, "Ưu điểm"),
        (OpinionKind.SHORTCOMING, "Hạn chế, khuyết điểm"),
        (OpinionKind.PROPOSAL, "Đề nghị"),
        (OpinionKind.QUESTION, "Yêu cầu làm rõ"),
    ),
    ShortcomingDegree: (
        (ShortcomingDegree.LIMITATION, "Hạn chế"),
        (ShortcomingDegree.FAULT, "Khuyết điểm"),
        (ShortcomingDegree.WEAKNESS, "Yếu kém"),
        (ShortcomingDegree.VIOLATION, "Vi phạm"),
    ),
    Origin: (
        (Origin.SELF_ADMITTED, "Tự nhận"),
        (Origin.OPINION, "Góp ý"),
        (Origin.CONFERENCE, "Hội nghị kết luận"),
        (Origin.UPPER_COMMITTEE, "Cấp trên kết luận"),
        (Origin.INSPECTION, "Kiểm tra"),
    ),
    Degree: (
        (Degree.UNKNOWN, "Chưa đánh giá"),
        (Degree.DONE, "Đã thực hiện"),
        (Degree.PARTLY, "Thực hiện một phần"),
        (Degree.NOT_DONE, "Chưa thực hiện"),
    ),
    Outcome: (
        (Outcome.UNKNOWN, "Chưa ghi kết quả"),
        (Outcome.ON_TIME, "Hoàn thành đúng hạn"),
        (Outcome.LATE, "Hoàn thành chậm hạn"),
        (Outcome.NOT_DONE, "Không hoàn thành"),
    ),
    RemediationState: (
        (RemediationState.NOT_STARTED, "Chưa làm"),
        (RemediationState.UNDER_WAY, "Đang làm"),
        (RemediationState.PARTLY_DONE, "Xong một phần"),
        (RemediationState.DONE, "Đã khắc phục xong"),
    ),
    DisciplineForm: (
        ("", "Chọn hình thức"),
        (DisciplineForm.REPRIMAND, "Khiển trách"),
        (DisciplineForm.WARNING, "Cảnh cáo"),
        (DisciplineForm.REMOVAL, "Cách chức"),
        (DisciplineForm.EXPULSION, "Khai trừ"),
    ),
}


def chosen_words(value: StrEnum) -> str:
    """Return the words of a choice; empty for one that says nothing."""
    return dict(CHOICES[type(value)])[value] if value else ""


def post_name(kind: PostKind) -> str:
    """Return the name of a post of the cell; empty for a post outside it, which has its own title."""
    return chosen_words(kind)
