"""The same person is found in spite of spelling; two persons are not taken for one."""

import itertools
import random

import pytest

from app.domain.duplicates import pairs
from tests import sizes
from tests.builders import a_member

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Hữu", "Quang", "Thanh", "Xuân", "Kim")
GIVEN = (
    "An",
    "Bình",
    "Chi",
    "Dũng",
    "Hà",
    "Hạnh",
    "Hùng",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Phúc",
    "Sơn",
    "Thủy",
)


def found(one: dict[str, str], other: dict[str, str]) -> bool:
    facts = {"card_number": "", "born_on": "1960-11-05", "full_name": "Nguyễn Thị Thủy"}
    return bool(pairs([a_member(**{**facts, **one}), a_member(**{**facts, **other})]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"full_name": "Nguyễn Thị Thủy"}, {"full_name": "Nguyễn Thị Thuỷ"}),
        ({"full_name": "Nguyễn Thị Thủy"}, {"full_name": "Nguyễn Thị Thúy"}),
        ({"full_name": "Lê Văn Lý"}, {"full_name": "Lê Văn Lí"}),
        ({"full_name": "Đặng Văn Đạt"}, {"full_name": "Dang Van Dat"}),
        ({"full_name": "Nguyễn Văn Hùng"}, {"full_name": "Nguyên Văn Hùngg"}),
        ({"full_name": "Nguyễn Văn Hùng"}, {"full_name": "Nguyễn Vna Hùng"}),
        ({"full_name": "Trần Thị Ngọc Lan"}, {"full_name": "Trần Lan"}),
        (
            {"full_name": "Phạm Văn An", "born_on": "1960"},
            {"full_name": "Phạm Văn An", "born_on": "1960-11-05"},
        ),
        ({"full_name": "Phạm Văn An", "born_on": ""}, {"full_name": "Phạm Văn An"}),
        (
            {"full_name": "Vũ A", "card_number": "000000000009"},
            {"full_name": "Lê B", "card_number": "000000000009"},
        ),
    ],
)
def test_one_person_in_two_spellings(one: dict[str, str], other: dict[str, str]) -> None:
    assert found(one, other)
    assert found(other, one)


@pytest.mark.fault("E18")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"full_name": "Nguyễn Văn An"}, {"full_name": "Nguyễn Văn An", "born_on": "1961-11-05"}),
        ({"full_name": "Nguyễn Văn An"}, {"full_name": "Nguyễn Văn Bình"}),
        ({"full_name": "Lê An", "born_on": "1960"}, {"full_name": "Lê Ân", "born_on": "1960"}),
        ({"full_name": "Lê An"}, {"full_name": "Lê Ba"}),
        (
            {"full_name": "Nguyễn Văn An", "card_number": "000000000001"},
            {"full_name": "Nguyễn Văn An", "card_number": "000000000002"},
        ),
        ({"full_name": "Trần Văn Nam"}, {"full_name": "Trần Văn Năm", "born_on": ""}),
    ],
)
def test_two_persons(one: dict[str, str], other: dict[str, str]) -> None:
    assert not found(one, other)
    assert not found(other, one)


def test_who_has_another_card_is_compared_with_nobody_however_much_else_is_alike() -> None:
    people = [
        a_member(full_name=f"Nguyễn Văn {GIVEN[at % 5]}", card_number=f"{at:012d}") for at in range(2000)
    ]
    doubtful = a_member(full_name="Nguyễn Văn An", card_number="")
    assert pairs(people) == ()
    few = [*people[:200], doubtful]
    assert {one.full_name for pair in pairs(few) for one in pair} == {"Nguyễn Văn An"}
    assert len(pairs(few)) == 40


def test_among_a_thousand_invented_persons_hardly_a_pair_is_asked_about() -> None:
    chance = random.Random(20261128)
    names = list(itertools.product(FAMILY, MIDDLE, GIVEN))
    people = [
        a_member(
            full_name=" ".join(chance.choice(names)),
            born_on=f"{chance.randint(1940, 2000)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            card_number="",
        )
        for _ in range(1000)
    ]

    alarms = pairs(people)

    sizes.report("duplicates", persons=len(people), alarms=len(alarms))
    assert len(alarms) <= 5
