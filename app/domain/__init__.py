"""What the business is, without input or output. One term has one identifier everywhere.

The glossary is continued here, in the form "term: identifier".

danh sách đảng viên: member_list          tờ trình: submission
năm làm việc: work_year                   nơi lập văn bản (địa danh): place_name
ký hiệu cơ quan: symbol                   nhiệm kỳ: term
thùng rác: trash                          bản nháp: draft
ngày vào Đảng (lễ kết nạp): admitted_on   ngày chính thức: official_on
số thẻ đảng viên: card_number             dữ liệu luyện tập: is_practice
mục lục hồ sơ: contents_list              người ký: signer
nhật ký: audit                            mốc của lần lưu cuối: mark
bộ sao lưu: backup set                    mã khôi phục: recovery_code
đổi khóa: key change                      mã đã có trên giấy: code seen
khóa ký: signing_key                      hoàn tác, làm lại: undo, redo
thể thức: profile                         kính gửi, kính trình: addressee
trích yếu: subject_line                   nơi nhận: recipients
căn cứ: bases                             bản in trống: blank form
bộ lọc riêng: saved_filter
đảng viên cùng mọi điều đã ghi: person    trạng thái sinh hoạt: standing
lý luận chính trị: political_theory       diện kiểm điểm (theo chức trách): review_category
nhóm đóng đảng phí: fee_category          chi ủy nơi cư trú: residence_cell
thời gian dự bị: probation                khen thưởng và kỷ luật: recognitions
tệp chẩn đoán: diagnosis                  tắt đột ngột: sudden end
mã lỗi của chương trình (K-3F2A): bug code  xóa vĩnh viễn: erase
ghép hai mục của một người: merge         không phải một người: distinct pair
mở năm mới: open the next year            đưa sang năm sau: carried over
năm đã kết thúc: finished year            lần kiểm điểm đã khóa: closed round
kết quả các năm trước (bảng): earlier_years
việc còn hứa: promise                     số cuối cùng đã cấp trên giấy: last_number
ghi chú về thành phần hồ sơ: dossier_note  tình trạng bản giấy, không cần: held_as
mẫu của cấp trên: committee_form  tệp của mẫu: form_file  tệp đã phát hành theo mẫu: issued_file
mẫu phát cho đảng viên: given_form         ngày phát mẫu: given_on
bản đã chỉnh sửa trên Word: word_edition
"""
