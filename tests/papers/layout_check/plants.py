"""Faults, each made from a right file by one small change of its XML, and the code that must tell it."""

import io
import zipfile
from dataclasses import dataclass

from tests.papers.layout_check import word_hands as hands
from tests.papers.layout_check import word_xml as xml

_MAIN = "word/document.xml"
_BOLD, _SIZE = "<w:b/>", '<w:sz w:val="28"/>'


@dataclass(frozen=True)
class Plant:
    """One fault: `old` becomes `new` at its first place in a part of the file `base`."""

    code: str
    base: str
    old: str
    new: str
    part: str = _MAIN
    hint: bool = False
    also: tuple[str, ...] = ()
    """What the same change makes wrong beside it."""
    everywhere: bool = False

    def data(self) -> bytes:
        """Return the file with the fault in it."""
        with zipfile.ZipFile(io.BytesIO(getattr(hands, self.base)().data())) as package:
            parts = {name: package.read(name).decode() for name in package.namelist()}
        assert self.old in parts[self.part], f"{self.code}: the place of the fault is not in {self.base}"
        parts[self.part] = parts[self.part].replace(self.old, self.new, -1 if self.everywhere else 1)
        return xml.packed(parts)


def _t(text: str, face: str = "", size: float = 14) -> str:
    return xml.run(text, face, size)


def _face(
    code: str, base: str, text: str, was: str, becomes: str, sizes: tuple[float, float] = (14, 14)
) -> Plant:
    return Plant(code, base, _t(text, was, sizes[0]), _t(text, becomes, sizes[1]))


DATE = "Trăng Khuyết, ngày 05 tháng 12 năm 2024"
DAY = "Trăng Khuyết, ngày 07 tháng 9 năm 2022"
PLANTS = [
    # Khổ giấy, lề
    Plant("page.paper", "report", '<w:pgSz w:w="11907" w:h="16840"/>', '<w:pgSz w:w="12240" w:h="15840"/>'),
    Plant("page.top", "report", 'w:top="1134"', 'w:top="1440"'),
    Plant("page.bottom", "report", 'w:bottom="1134"', 'w:bottom="850"'),
    Plant("page.left", "report", 'w:left="1701" w:header', 'w:left="1418" w:header'),
    Plant("page.right", "report", 'w:right="851"', 'w:right="1134"'),
    Plant("page.left", "old_report", 'w:left="1985" w:header', 'w:left="1701" w:header'),
    # Phông chữ
    Plant(
        "font.face",
        "report",
        hands.LONG[:40],
        f"</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii='Arial' w:hAnsi='Arial'/></w:rPr><w:t>{hands.LONG[:40]}",
    ),
    Plant(
        "font.face",
        "decision_in_styles",
        'minorFont><a:latin typeface="Times New Roman"',
        'minorFont><a:latin typeface="Cambria"',
        "word/theme/theme1.xml",
    ),
    Plant("font.old", "report", "Times New Roman", ".VnTime", "word/styles.xml", everywhere=True),
    Plant(
        "font.old",
        "report",
        hands.LONG,
        "N¨m nay chi bé ®· tæ chøc sinh ho¹t ®Òu ®Æn, néi dung thiÕt thùc, g¾n víi c«ng viÖc cña th«n,"
        " ®¶ng viªn dù häp ®«ng ®ñ vµ ph¸t biÓu th¼ng th¾n.",
    ),
    Plant("font.colour", "letter", _t(hands.LONG), xml.run(hands.LONG, more='<w:color w:val="FF0000"/>')),
    # Tiêu đề
    Plant("head_title.missing", "report", hands.PARTY, "TÀI LIỆU NỘI BỘ CỦA THÔN"),
    Plant("head_title.motto", "report", hands.PARTY, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    _face("head_title.size", "report", hands.PARTY, "b", "b", (15, 14)),
    _face("head_title.bold", "report", hands.PARTY, "b", "", (15, 15)),
    _face("head_title.not_italic", "report", hands.PARTY, "b", "bi", (15, 15)),
    Plant("head_title.capitals", "report", hands.PARTY, "Đảng Cộng sản Việt Nam"),
    Plant("head_title.rule", "report", xml.LINE_2007, ""),
    Plant("head_title.rule_length", "report", 'to="238.5pt,2pt"', 'to="98.5pt,2pt"'),
    # Tên cơ quan, dấu sao
    _face("upper_name.not_bold", "report", hands.UPPER, "", "b"),
    Plant("upper_name.capitals", "report", hands.UPPER, "Đảng bộ xã Trăng Khuyết"),
    Plant("upper_name.missing", "report", xml.centred(hands.UPPER), ""),
    _face("issuer_name.bold", "report", hands.ISSUER, "b", ""),
    _face("issuer_name.size", "report", hands.ISSUER, "b", "b", (14, 13)),
    Plant("issuer_name.align", "report", xml.centred(hands.ISSUER, "b"), xml.p(_t(hands.ISSUER, "b"))),
    Plant("issuer_name.missing", "minutes", xml.centred(hands.UPPER) + xml.centred(hands.ISSUER, "b"), ""),
    Plant("star.missing", "report", xml.centred("*"), ""),
    # Số và ký hiệu
    Plant("number.colon", "report", "Số 07-BC/CB", "Số: 07-BC/CB"),
    Plant("number.zero", "report", "Số 07-BC/CB", "Số 7-BC/CB"),
    Plant("number.form", "report", "Số 07-BC/CB", "Số 07/BC-CB"),
    Plant("number.type_code", "report", "Số 07-BC/CB", "Số 07-TTr/CB"),
    Plant("number.year", "report", "Số 07-BC/CB", "Số 07/2024/BC-CB"),
    Plant("number.missing", "submission_word_2010", xml.centred("Số 12-TTr/CB"), ""),
    _face("number.not_bold", "report", "Số 07-BC/CB", "", "b"),
    # Địa danh, ngày tháng
    Plant("place_date.zero", "report", "ngày 05 tháng 12", "ngày 5 tháng 12"),
    Plant("place_date.zero", "letter", "tháng 9 năm", "tháng 09 năm"),
    Plant(
        "place_date.zero",
        "submission_word_2010",
        xml.split("Trăng Khuyết, ngày 18 tháng 01 năm 2019", "i"),
        xml.split("Trăng Khuyết, ngày 18 tháng 1 năm 2019", "i"),
    ),
    Plant("place_date.zero", "programme_of_today", "ngày 09 tháng 6", "ngày 9 tháng 6"),
    Plant("place_date.form", "report", DATE, "Trăng Khuyết, 05/12/2024"),
    Plant("place_date.place", "report", DATE, "Ngày 05 tháng 12 năm 2024"),
    Plant("place_date.comma", "report", "Khuyết, ngày", "Khuyết ngày"),
    Plant("place_date.impossible", "letter", "ngày 07 tháng 9", "ngày 31 tháng 9"),
    _face("place_date.italic", "report", DATE, "i", ""),
    Plant(
        "place_date.missing", "report", xml.centred(DATE, "i"), "", hint=True, also=("recipient.separator",)
    ),
    # Tên loại, trích yếu
    _face("type_name.size", "report", "BÁO CÁO", "b", "b", (16, 14)),
    _face("type_name.bold", "report", "BÁO CÁO", "b", "", (16, 16)),
    Plant("type_name.capitals", "report", ">BÁO CÁO<", ">Báo cáo<"),
    Plant("type_name.joined", "report", ">BÁO CÁO<", ">BÁO CÁO KẾT QUẢ<", hint=True),
    Plant("type_name.authority", "report", ">BÁO CÁO<", ">HƯỚNG DẪN<", hint=True, also=("number.type_code",)),
    Plant("type_name.missing", "report", ">BÁO CÁO<", ">KÍNH THƯA CÁC ĐỒNG CHÍ<", hint=True),
    _face("type_name.not_underline", "report", "BÁO CÁO", "b", "bu", (16, 16)),
    Plant("subject.stop", "report", "công tác năm 2024<", "công tác năm 2024.<"),
    Plant("subject.quotes", "report", ">kết quả công tác năm 2024<", ">“Kết quả công tác năm 2024”<"),
    Plant("subject.missing", "report", xml.centred("kết quả công tác năm 2024", "b"), ""),
    Plant("subject.small", "report", ">kết quả công tác năm 2024<", ">KẾT QUẢ CÔNG TÁC NĂM 2024<"),
    _face("subject.bold", "report", "kết quả công tác năm 2024", "b", ""),
    Plant("dashes.missing", "report", xml.centred("-----"), ""),
    Plant("dashes.form", "report", ">-----<", ">_______<"),
    Plant(
        "letter_subject.missing",
        "letter",
        xml.centred("về việc cử đảng viên dự lớp bồi dưỡng", "i", 12),
        "",
    ),
    Plant("letter_subject.prefix", "letter", "về việc cử", "V/v cử", hint=True),
    _face("letter_subject.size", "letter", "về việc cử đảng viên dự lớp bồi dưỡng", "i", "i", (12, 14)),
    _face("letter_subject.italic", "letter", "về việc cử đảng viên dự lớp bồi dưỡng", "i", "", (12, 12)),
    # Nơi gửi đến
    Plant(
        "addressee.missing",
        "submission_word_2010",
        xml.p(_t("Kính gửi: ", "i"), _t("Đảng ủy xã Trăng Khuyết"), align="center"),
        "",
    ),
    Plant("addressee.word", "submission_word_2010", "Kính gửi: ", "Kính trình: ", hint=True),
    _face("addressee.word_italic", "letter", "Kính gửi:", "i", ""),
    _face("addressee.body_upright", "letter", " Trung tâm Chính trị vùng Sao Hôm", "", "i"),
    # Nội dung
    Plant("body.size", "report", _t(hands.OTHER), _t(hands.OTHER, "", 13)),
    Plant(
        "body.line",
        "report",
        xml.p(_t(hands.OTHER), align="both", more=xml.BODY),
        xml.p(
            _t(hands.OTHER),
            align="both",
            more=xml.BODY.replace('w:line="360" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"'),
        ),
    ),
    Plant("body.align", "report", xml.text(hands.OTHER), xml.p(_t(hands.OTHER), more=xml.BODY)),
    Plant(
        "body.indent",
        "report",
        xml.text(hands.OTHER),
        xml.text(hands.OTHER).replace('w:firstLine="567"', 'w:firstLine="0"'),
    ),
    Plant(
        "body.gap",
        "report",
        xml.text(hands.OTHER),
        xml.text(hands.OTHER).replace('w:before="120"', 'w:before="0"'),
    ),
    Plant("body.basis_end", "decision_in_styles", "Việt Nam;", "Việt Nam,"),
    Plant(
        "body.basis_italic",
        "decision_in_styles",
        _t("- Căn cứ Quy chế làm việc của chi bộ,", "", 0),
        _t("- Căn cứ Quy chế làm việc của chi bộ,", "i", 0),
    ),
    Plant("body.date_zero", "report", "ngày 03 tháng 02 năm 2024 và", "ngày 3 tháng 2 năm 2024 và"),
    Plant("body.letters", "report", "đ) Việc thứ năm", "e) Việc thứ năm"),
    Plant("body.slashes", "letter", "nghị quyết của chi bộ.", "nghị quyết của chi bộ./.", hint=True),
    Plant("article.bold", "decision_in_styles", _t("Điều 1. ", "b", 0), _t("Điều 1. ", "", 0)),
    _face("part.bold", "notice_in_boxes", "Phần thứ nhất", "b", ""),
    # Thể thức đề ký
    Plant("authority.missing", "letter", xml.centred("T/M CHI BỘ", "b"), ""),
    Plant("authority.dots", "report", "T/M CHI BỘ", "TM. CHI BỘ"),
    Plant("authority.deputy", "letter_to_several", "T/M CHI BỘ", "K/T BÍ THƯ"),
    _face("authority.bold", "report", "T/M CHI BỘ", "b", ""),
    _face("position.not_bold", "report", "BÍ THƯ", "", "b"),
    Plant("position.body", "report", ">BÍ THƯ<", ">BÍ THƯ CHI BỘ<"),
    Plant("position.member", "report", ">BÍ THƯ<", ">CHI ỦY VIÊN<"),
    _face("signer.bold", "report", "Lò Văn Sương", "b", ""),
    Plant("signer.rank", "report", ">Lò Văn Sương<", ">ThS. Lò Văn Sương<"),
    Plant("signature_gap.lines", "report", hands.GAP, "<w:p/>"),
    Plant("signer.recorder", "minutes", "NGƯỜI GHI BIÊN BẢN", "THƯ KÝ"),
    Plant("signer.chair", "minutes", "CHỦ TRÌ HỘI NGHỊ", "CHỦ TỌA"),
    # Nơi nhận
    Plant("recipients_label.missing", "letter", hands.recipients("Như trên"), "<w:p/>", hint=True),
    _face("recipients_label.underline", "report", "Nơi nhận:", "u", ""),
    _face("recipients_label.not_bold", "report", "Nơi nhận:", "u", "bu"),
    Plant("recipients_label.colon", "report", ">Nơi nhận:<", ">Nơi nhận<"),
    _face("recipient.size", "report", "- Lưu Chi bộ.", "", "", (12, 14)),
    Plant("recipient.separator", "report", "(để báo cáo),", "(để báo cáo);"),
    Plant("recipient.separator", "programme_of_today", "Đảng viên chi bộ;", "Đảng viên chi bộ,", hint=True),
    Plant("recipient.end", "report", "- Lưu Chi bộ.", "- Lưu Chi bộ"),
    Plant("recipient.dash", "report", "- Lưu Chi bộ.", "Lưu Chi bộ."),
    Plant("recipient.archive", "report", "- Lưu Chi bộ.", "- Lưu: VT, Chi bộ.", hint=True),
    # Số trang
    Plant("page_number.missing", "report", "PAGE   \\* MERGEFORMAT", "DATE", "word/header1.xml"),
    Plant("page_number.size", "report", _SIZE, '<w:sz w:val="22"/>', "word/header1.xml"),
    Plant("page_number.align", "report", 'w:val="center"', 'w:val="right"', "word/header1.xml"),
    Plant("page_number.first", "report", "<w:titlePg/>", ""),
    Plant("page_number.edge", "report", 'w:header="567"', 'w:header="284"'),
    Plant(
        "page_number.foot",
        "report",
        '<w:headerReference w:type="default" r:id="rId2"/>',
        '<w:footerReference w:type="default" r:id="rId2"/>',
    ),
    # Cách đặt dấu
    Plant("tone.mixed", "report", "chi ủy đã nhắc", "chi uỷ đã nhắc", hint=True),
]

NUMBER_ALIGNED = '<w:pPr><w:jc w:val="center"/></w:pPr>'
HEAD = "word/header1.xml"
PICTURE = "<w:p><w:r><w:drawing/></w:r></w:p>"
_BODY = xml.BODY
STRUCK = "<w:delText>cũ</w:delText></w:r></w:del>"
HARMLESS = {
    # What offices do otherwise, and rightly: the old and the new words, in which part of which file.
    "number by a tab": ("report", NUMBER_ALIGNED, "<w:r><w:tab/></w:r>", HEAD),
    "number in a frame": ("report", NUMBER_ALIGNED, '<w:pPr><w:framePr w:xAlign="center"/></w:pPr>', HEAD),
    "number of fields in one": (
        "report",
        xml.PAGE_NUMBER,
        f'<w:p>{NUMBER_ALIGNED}<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>',
        HEAD,
    ),
    "further bases": ("decision_in_styles", "- Căn cứ Quy chế làm việc", "- Xét Quy chế làm việc", _MAIN),
    "signed with a picture": ("report", hands.GAP, PICTURE, _MAIN),
    "signed in words": ("report", hands.GAP, "<w:p/><w:p/>" + xml.centred("(Đã ký)") + "<w:p/>", _MAIN),
    "room by spacing": ("report", hands.GAP, '<w:p><w:pPr><w:spacing w:before="1200"/></w:pPr></w:p>', _MAIN),
    "sign of the typist": (
        "report",
        xml.p(_t("- Lưu Chi bộ.", "", 12)),
        xml.p(_t("- Lưu Chi bộ.", "", 12)) + xml.p(_t("ABC-26", "", 8)),
        _MAIN,
    ),
    "title of a form in 14": (
        "self_review",
        *(_t("BẢN KIỂM ĐIỂM CÁ NHÂN", "b", size) for size in (16, 14)),
        _MAIN,
    ),
    "half an inch": ("report", _BODY, _BODY.replace("567", "720"), _MAIN),
    "indent by a tab": (
        "report",
        xml.text(hands.OTHER),
        xml.text(hands.OTHER)
        .replace('w:firstLine="567"', 'w:firstLine="0"')
        .replace("<w:t ", "<w:tab/><w:t "),
        _MAIN,
    ),
    "spacing after": (
        "report",
        _BODY,
        _BODY.replace('w:before="120" w:after="0"', 'w:before="0" w:after="120"'),
        _MAIN,
    ),
    "lines in multiples": (
        "report",
        _BODY,
        _BODY.replace('w:line="360" w:lineRule="exact"', 'w:line="288"'),
        _MAIN,
    ),
    "text in 15": ("report", *(_t(hands.OTHER, "", size) for size in (14, 15)), _MAIN),
    "type in 15": ("report", *(_t("BÁO CÁO", "b", size) for size in (16, 15)), _MAIN),
    "subject in 15": ("report", *(_t("kết quả công tác năm 2024", "b", size) for size in (14, 15)), _MAIN),
    "number to be given": ("report", "Số 07-BC/CB", "Số       -BC/CB", _MAIN),
    "number in dots": ("report", "Số 07-BC/CB", "Số ……-BC/CB", _MAIN),
    "large number": ("report", "Số 07-BC/CB", "Số 112-BC/CB3", _MAIN),
    "date to be written": ("report", "ngày 05 tháng 12", "ngày ..... tháng .....", _MAIN),
    "upper name in two lines": (
        "report",
        xml.centred(hands.UPPER),
        xml.centred("ĐẢNG BỘ XÃ") + xml.centred("TRĂNG KHUYẾT"),
        _MAIN,
    ),
    "issuer in two lines": (
        "report",
        xml.centred(hands.ISSUER, "b"),
        xml.centred("CHI BỘ THÔN", "b") + xml.centred("MÂY TRẮNG", "b"),
        _MAIN,
    ),
    "margin by a gutter": (
        "report",
        'w:left="1701" w:header="567" w:footer="567" w:gutter="0"',
        'w:left="1134" w:header="567" w:footer="567" w:gutter="567"',
        _MAIN,
    ),
    "pages as pairs": ("report", "</w:settings>", "<w:mirrorMargins/></w:settings>", "word/settings.xml"),
    "a name in its own spelling": ("report", "dự họp đông đủ", "dự họp đông đủ cùng đồng chí Thuý", _MAIN),
    "struck out": (
        "report",
        hands.LONG,
        f"{hands.LONG}</w:t></w:r><w:del><w:r><w:rPr><w:color w:val='FF0000'/></w:rPr>{STRUCK}<w:r><w:t>",
        _MAIN,
    ),
    "signed by a member of the committee": ("report", xml.centred("BÍ THƯ"), "", _MAIN),
    "a draft": (
        "report",
        xml.centred("Số 07-BC/CB"),
        xml.centred("Số 07-BC/CB") + xml.centred("Dự thảo lần 2", "i"),
        _MAIN,
    ),
}

SAVED = {
    # Faults in files that LibreOffice wrote: file, part, old and new words, code.
    "number.colon": ("bao-cao", _MAIN, "Số 07-BC/CB", "Số: 07-BC/CB"),
    "place_date.zero": ("bao-cao", _MAIN, "ngày 05 tháng 12", "ngày 5 tháng 12"),
    "authority.dots": ("bao-cao", _MAIN, "T/M CHI BỘ", "TM. CHI BỘ"),
    "page.left": ("bao-cao", _MAIN, 'w:left="1701"', 'w:left="1440"'),
    "recipient.end": ("bao-cao", _MAIN, "- Lưu Chi bộ.", "- Lưu Chi bộ"),
    "page_number.first": ("bao-cao", _MAIN, "<w:titlePg/>", ""),
    "body.letters": ("bao-cao", _MAIN, "đ) Việc thứ năm", "e) Việc thứ năm"),
    "subject.stop": ("to-trinh", _MAIN, "đảng viên năm 2019", "đảng viên năm 2019."),
    "number.type_code": ("to-trinh", _MAIN, "Số 05-TTr/CB", "Số 05-BC/CB"),
    "dashes.form": ("to-trinh", _MAIN, ">-----<", ">-------<"),
    "signer.rank": ("nghi-quyet", _MAIN, "Lò Văn Sương", "Đồng chí Lò Văn Sương"),
    "star.missing": ("nghi-quyet", _MAIN, "<w:t>*</w:t>", ""),
    "position.body": ("ke-hoach", _MAIN, ">BÍ THƯ<", ">BÍ THƯ CHI BỘ<"),
}
