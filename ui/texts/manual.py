"""Words of the printable manual."""

SAVE = "Lưu sổ tay thành PDF"
SAVE_TITLE = "Lưu sổ tay hướng dẫn"
FILE_KIND = "Tệp PDF"
FILE_NAME = "so-tay-huong-dan.pdf"
SAVED = "Đã lưu sổ tay vào {name}."
SHOW = "Mở sổ tay"

TITLE = "Sổ tay hướng dẫn"
PROGRAM = "Sổ Chi bộ"
NOTE = "Các mục theo đúng phần trợ giúp của chương trình (phím F1)."
CONTENTS = "Mục lục"
SEE = "(mục {number}, trang {page})"
