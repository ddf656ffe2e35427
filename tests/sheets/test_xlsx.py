"""Workbooks are read as they stand, and what is no plain workbook is refused with its own sentence."""

import datetime as dt
import io
import random
import struct
import tracemalloc
import zipfile

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.errors import AppError, EnvironmentFailed, Refused
from app.sheets import safe_zip
from app.sheets.reading import read_book
from app.sheets.table import MAX_COLUMNS, MAX_ROWS, Table, TableCell, column_letter
from tests.sheets.workbooks import A_ROW, member_list, repacked, saved, with_link, workbook
from tests.sizes import report


def read_workbook(data: bytes) -> tuple[Table, ...]:
    return read_book(data).tables


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def cells(*values: object) -> tuple[TableCell, ...]:
    (table,) = read_workbook(workbook([values]))
    return table.rows[0].cells


def test_cells_come_as_plain_text_with_their_kind() -> None:
    found = cells("Nguyễn Văn A", 36085012345, 2017.0, 1.5, dt.date(1985, 11, 5), True, "=1+1", "  x")

    assert found == (
        TableCell("Nguyễn Văn A"),
        TableCell("36085012345", "number"),
        TableCell("2017", "number"),
        TableCell("1.5", "number"),
        TableCell("1985-11-05", "date"),
        TableCell("TRUE"),
        TableCell("=1+1", "formula"),
        TableCell("  x"),
    )


def test_rows_keep_the_numbers_that_excel_shows_and_empty_rows_are_left_out() -> None:
    (table,) = read_workbook(workbook([("a",), (), ("",), ("b", None, "c", None)]))

    assert [(row.number, [cell.text for cell in row.cells]) for row in table.rows] == [
        (1, ["a"]),
        (4, ["b", "", "c"]),
    ]


def test_a_text_that_begins_with_an_equals_sign_is_text() -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0].cell(1, 1)
    cell.value = "=không phải công thức"
    cell.data_type = "s"

    (table,) = read_workbook(saved(book))

    assert table.rows[0].cells == (TableCell("=không phải công thức"),)


def test_hidden_sheets_are_not_read() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["thấy"])
    hidden = book.create_sheet("giấu")
    hidden.append(["không thấy"])
    hidden.sheet_state = "hidden"

    assert [table.rows[0].cells[0].text for table in read_workbook(saved(book))] == ["thấy"]


@pytest.mark.fault("H07")
def test_a_workbook_of_the_1904_calendar_is_known_by_it() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append([dt.date(1985, 11, 5)])

    (table,) = read_workbook(saved(book))

    assert table.serial_epoch == "1904-01-01"
    assert table.rows[0].cells == (TableCell("1985-11-05", "date"),)


def test_columns_have_the_letters_of_excel() -> None:
    assert [column_letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


REFUSALS = {
    "empty": (b"", "L-505"),
    "text": (b"TT;Ho va ten\n1;A", "L-505"),
    "pdf": (b"%PDF-1.7", "L-505"),
    "old xls": (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "L-504"),
    "password": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "L-503"),
    "macros": (repacked(workbook([("a",)]), add={"xl/vbaProject.bin": b"\1"}), "L-506"),
    "10,000 parts": (repacked(workbook([("a",)]), add={f"x/{n}": b"" for n in range(2_100)}), "L-507"),
    "bomb": (repacked(workbook([("a",)]), add={"xl/media/x.xml": b"\0" * 5_000_000}), "L-507"),
    "out of the file": (repacked(workbook([("a",)]), add={"../../x": b"1"}), "L-507"),
    "drive": (repacked(workbook([("a",)]), add={"C:\\x": b"1"}), "L-507"),
    "absolute": (repacked(workbook([("a",)]), add={"/etc/x": b"1"}), "L-507"),
    "other machine": (repacked(workbook([("a",)]), add={"\\\\may\\x": b"1"}), "L-507"),
    "link": (with_link(workbook([("a",)]), "xl/worksheets/link.xml", "/etc/passwd"), "L-507"),
    "another zip": (repacked(b"PK\x05\x06" + b"\0" * 18, add={"a.txt": b"a"}), "L-505"),
}


@pytest.mark.parametrize("name", REFUSALS)
@pytest.mark.fault("H01", "H05")
def test_what_is_no_plain_workbook_is_refused_with_its_reason(name: str) -> None:
    data, code = REFUSALS[name]

    with pytest.raises(Refused) as refused:
        read_workbook(data)

    assert refused.value.code == code


LAUGHS = "".join(f"<!ENTITY b{n} '{f'&b{n - 1};' * 10 if n else 'ha'}'>" for n in range(10))
OUTSIDE = "<!ENTITY b9 SYSTEM 'file:///etc/passwd'>"


@pytest.mark.parametrize("entities", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037", "cp500", "utf-7"]
)
@pytest.mark.fault("H03")
def test_declared_entities_are_refused_however_they_are_written(
    encoding: str, entities: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = f"<?xml version='1.0' encoding='{encoding}'?><!-- x -->"
    bomb = f"<!DOCTYPE a [{entities}]><a>&b9;</a>"
    hidden = head.encode() + bomb.encode("utf-7") if encoding == "utf-7" else (head + bomb).encode(encoding)
    data = repacked(workbook([("a",)]), replace={"xl/worksheets/sheet1.xml": hidden})
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("a file was opened"))

    with pytest.raises(Refused) as refused:
        read_workbook(data)

    assert refused.value.code == "L-513"


def test_a_sheet_under_another_ending_is_looked_into_as_well() -> None:
    rels = "xl/_rels/workbook.xml.rels"
    plain = workbook([("a",)])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        elsewhere = archive.read(rels).replace(b"sheet1.xml", b"sheet1.png")
    bomb = f"<!DOCTYPE a [{LAUGHS}]><worksheet>&b9;</worksheet>".encode()
    data = repacked(plain, replace={rels: elsewhere}, add={"xl/worksheets/sheet1.png": bomb})

    assert answer(data) == "L-513"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_damage() -> None:
    plain = workbook([("a",)])

    assert answer(repacked(plain, add={"xl/worksheets/sheet1.xml": b"<worksheet/>"})) == "L-508"


def test_a_declaration_across_two_reads_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_zip, "_CHUNK", 7)
    bomb = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'ha'>]><a>&b;</a>"

    with pytest.raises(Refused) as refused:
        read_workbook(repacked(workbook([("a",)]), add={"xl/x.xml": bomb}))

    assert refused.value.code == "L-513"


def a_long_listing(entries: int) -> bytes:
    """Return a zip whose directory lists one empty file again and again: 58 bytes each, packed in none."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", b"")
        start = archive.start_dir
    data = out.getvalue()
    listed = data[start : data.index(b"PK\x05\x06")]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, len(listed) * entries, start, 0)
    return data[:start] + listed * entries + end


BOMBS = {
    "one part of 200 MB": lambda: repacked(workbook([]), add={"xl/media/x.bin": bytes(200_000_000)}),
    "many parts of 50 MB": lambda: repacked(
        workbook([]), add={f"xl/x{n}.xml": bytes(50_000_000) for n in range(2)}
    ),
    "a third of a million parts": lambda: a_long_listing(300_000),
    "packed tightly": lambda: REFUSALS["bomb"][0],
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.fault("H02")
def test_a_bomb_is_refused_from_the_listing_before_anything_is_unpacked(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = BOMBS[name]()
    assert len(data) < safe_zip.MAX_FILE_BYTES
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("a part was opened"))

    tracemalloc.start()
    with pytest.raises(Refused) as refused:
        read_workbook(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert refused.value.code == "L-507"
    assert peak < 100_000_000
    report("H02", peak_kb=peak // 1000)


@pytest.mark.fault("H02")
def test_a_zip_in_a_zip_is_never_opened() -> None:
    inner = REFUSALS["bomb"][0]

    assert answer(repacked(workbook([("a",)]), add={"xl/embeddings/book.xlsx": inner})) == "rows"


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_cut_file_is_damaged(kept: float) -> None:
    data = member_list(A_ROW)

    with pytest.raises(EnvironmentFailed) as failed:
        read_workbook(data[: int(len(data) * kept)])

    assert failed.value.code == "L-508"


def test_flipped_bits_give_the_table_or_a_sentence_never_a_trace() -> None:
    whole = member_list(*[A_ROW] * 20)
    chance = random.Random(3993)
    answers = set()
    for _ in range(100):
        wrecked = bytearray(whole)
        for _ in range(3):
            wrecked[chance.randrange(len(wrecked))] ^= 1 << chance.randrange(8)
        answers.add(answer(bytes(wrecked)))
    assert "L-508" in answers
    assert answers <= {"L-505", "L-507", "L-508", "rows"}


def answer(data: bytes) -> str:
    try:
        tables = read_workbook(data)
    except AppError as error:
        return error.code
    return "rows" if any(table.rows for table in tables) else "no rows"


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData>%s</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    "sheet",
    [
        b"<worksheet",
        b"<worksheet/>",
        b"",
        b"<a><b></a>",
        SHEET % b'<row r="999999999"><c r="A999999999"><v>1</v></c></row>',
        SHEET % b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>',
    ],
)
def test_wrecked_sheets_are_damaged_or_empty(sheet: bytes) -> None:
    data = repacked(workbook([("a",)]), replace={"xl/worksheets/sheet1.xml": sheet})

    assert answer(data) in {"L-508", "no rows"}


def test_more_rows_than_any_cell_has_are_too_many() -> None:
    (table,) = read_workbook(workbook([("a",)] * (MAX_ROWS + 1)))

    assert table.over
    assert (table.over.code, table.over.params) == ("L-509", {"limit": MAX_ROWS})


def test_more_columns_than_any_list_has_are_named_with_their_place() -> None:
    (table,) = read_workbook(workbook([["a"], ["a"] * (MAX_COLUMNS + 1)]))

    assert table.over
    assert table.over.code == "L-510"
    assert table.over.params == {"limit": MAX_COLUMNS, "row": 2, "column": "BI"}


@pytest.mark.parametrize("written", ['hidden="1"', "hidden='true'"])
def test_hidden_rows_are_known(written: str) -> None:
    sheet = f"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1" spans="1:2"><c r="A1"><v>1</v></c></row><row {written} r="2"><c r="A2"><v>2</v></c></row>
    <row r="3" spans="1:2" {written}><c r="A3"><v>3</v></c></row>
    <row r="4" hidden="0"><c r="A4"><v>4</v></c></row></sheetData></worksheet>"""
    data = repacked(workbook([("a",)]), {"xl/worksheets/sheet1.xml": sheet.encode()})

    (table,) = read_workbook(data)

    assert table.hidden == {2, 3}


def test_one_far_away_cell_does_not_make_a_large_table() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    book.worksheets[0].cell(1_048_576, 1).value = "xa"

    (table,) = read_workbook(saved(book))

    assert [row.number for row in table.rows] == [1, 1_048_576]


@pytest.mark.fault("H04")
def test_links_to_other_files_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    book.worksheets[0].cell(1, 1).hyperlink = "file:///etc/passwd"
    data = saved(book)
    monkeypatch.setattr(io, "open", lambda *_, **__: pytest.fail("a file was opened"))

    (table,) = read_workbook(data)

    assert table.rows[0].cells == (TableCell("a"),)
