"""What the properties page of the .exe shows, and its icon."""

import ast
import struct

import pytest

import environment
import version_info
from app.version import __version__

ICON = environment.ROOT / "resources" / "icons" / "so-chi-bo.ico"


def calls(text: str, function: str) -> list[ast.Call]:
    """Return the calls of `function` in a version resource, which is one Python expression."""
    nodes = ast.walk(ast.parse(text, mode="eval"))
    return [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function]


def strings(text: str) -> dict[str, str]:
    pairs = [[ast.literal_eval(argument) for argument in call.args] for call in calls(text, "StringStruct")]
    return {pair[0]: pair[1] for pair in pairs}


def test_the_version_is_the_programs() -> None:
    assert version_info.version_of(environment.ROOT) == __version__


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("2.10", (2, 10, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))]
)
def test_numbers_are_four(version: str, numbers: tuple[int, ...]) -> None:
    (fixed,) = calls(version_info.resource("SoChiBo", version), "FixedFileInfo")
    values = {keyword.arg: ast.literal_eval(keyword.value) for keyword in fixed.keywords}

    assert values["filevers"] == values["prodvers"] == numbers


def test_each_program_says_what_it_is() -> None:
    window = strings(version_info.resource("SoChiBo", "1.2.3"))
    command = strings(version_info.resource("sochibo-lenh", "1.2.3"))

    assert window["FileDescription"] == "Sổ Chi bộ"
    assert command["FileDescription"] == "Sổ Chi bộ – dòng lệnh"
    assert command["OriginalFilename"] == "sochibo-lenh.exe"
    assert window["ProductVersion"] == command["FileVersion"] == "1.2.3"


def test_texts_are_marked_vietnamese() -> None:
    text = version_info.resource("SoChiBo", "1.0")

    (table,) = calls(text, "StringTable")
    (translation,) = calls(text, "VarStruct")
    assert ast.literal_eval(table.args[0]) == "042A04B0"
    assert ast.literal_eval(translation.args[1]) == [0x042A, 1200]


def test_the_icon_holds_every_size_that_windows_asks_for() -> None:
    data = ICON.read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    sizes = []
    for number in range(count):
        side, _, _, _, _, bits, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        width, height = struct.unpack_from(">II", data, offset + 16)
        assert data[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert (width, height) == (side or 256, side or 256)
        assert bits == 32
        assert offset + length <= len(data)
        sizes.append(width)

    assert kind == 1
    assert sizes == [16, 20, 24, 32, 40, 48, 64, 96, 128, 256]
