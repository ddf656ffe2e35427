"""What the card says of a person as of a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.domain.levels import PastLevel
from app.domain.people import Person
from tests.builders import a_discipline, a_member, a_post, a_reward, a_standing
from ui.pages.person_facts import Event, life, minded, party_facts, personal_facts, strength_said, subtitle
from ui.theme.signs import State

TODAY = dt.date(2017, 12, 4)


def said(person: Person) -> list[tuple[State, str]]:
    return [(one.state, one.words) for one in minded(person, TODAY)]


def on_probation(admitted_on: str) -> Person:
    return Person(a_member(admitted_on=admitted_on, official_on="", born_on="1990"))


@pytest.mark.parametrize(
    ("admitted_on", "state", "words"),
    [
        ("2017-09-15", State.NOTE, "Còn 285 ngày dự bị, đủ 12 tháng ngày 15/09/2018."),
        ("2017-01-10", State.LACKING, "Còn 37 ngày dự bị, đủ 12 tháng ngày 10/01/2018."),
        ("2016-12-04", State.LACKING, "Hôm nay đủ 12 tháng dự bị."),
        (
            "2016-11-30",
            State.BLOCKED,
            "Đã đủ 12 tháng dự bị ngày 30/11/2017, quá 4 ngày; chưa ghi ngày chính thức.",
        ),
        (
            "1985-02-03",
            State.BLOCKED,
            "Đã đủ 12 tháng dự bị ngày 03/02/1986 mà chưa ghi ngày chính thức.",
        ),
        ("2017-03", State.NOTE, "Đủ 12 tháng dự bị: 03/2018."),
    ],
)
def test_probation_counts_down_and_invents_nothing(admitted_on: str, state: State, words: str) -> None:
    person = on_probation(admitted_on)
    assert said(person) == [(state, words)]
    assert subtitle(person, TODAY) == "Đảng viên dự bị"


def test_party_age_says_where_it_counts_from() -> None:
    def age(**facts: Any) -> str:
        return dict(party_facts(Person(a_member(**facts)), TODAY))["Tuổi Đảng"]

    assert age(admission_decided_on="1985-01-20") == "32 năm"
    assert age() == "32 năm (tính theo ngày vào Đảng, cần đối chiếu)"
    assert age(admitted_on="", official_on="") == ""
    assert age(admission_decided_on="2017-06") == "chưa đủ 1 năm"


def test_a_badge_is_told_in_time() -> None:
    soon = Person(a_member(admission_decided_on="1988-01-20"))
    assert said(soon) == []  # 61 days
    later = minded(soon, dt.date(2017, 12, 5))
    assert [one.words for one in later] == [
        "Huy hiệu 30 năm tuổi Đảng, đợt 03/02/2018: chuẩn bị hồ sơ đề nghị."
    ]
    facts = dict(party_facts(soon, TODAY))
    assert facts["Huy hiệu sắp tới"] == "30 năm, đợt 03/02/2018 (đủ ngày 20/01/2018)"
    year = Person(a_member(admission_decided_on="1988"))
    assert dict(party_facts(year, TODAY))["Huy hiệu sắp tới"] == "30 năm (đủ trong năm 2018)"


def test_of_who_has_left_only_that_is_said() -> None:
    member = a_member(born_on="", official_on="", admitted_on="2016-01-01")
    gone = a_standing(member, "transferred_out", started_on="2017-11-01", place="Chi bộ thôn Bịa")
    assert said(Person(member, standings=(gone,))) == [
        (State.NOTE, "Chuyển sinh hoạt đi, ngày 01/11/2017, Chi bộ thôn Bịa")
    ]


def test_levels_of_earlier_years_stand_in_the_words_of_their_time() -> None:
    past = (
        PastLevel(uid="a", target="b", of_year=2016, level_name="Hoàn thành tốt nhiệm vụ", number="05-QĐ/ĐU"),
        PastLevel(uid="c", target="b", of_year=2015, level_name="Đảng viên dự bị"),
    )

    assert life(Person(a_member()), TODAY, past)[0] == (
        "Xếp loại các năm",
        [Event("Hoàn thành tốt nhiệm vụ", "năm 2016, số 05-QĐ/ĐU"), Event("Đảng viên dự bị", "năm 2015")],
    )


def test_a_life_stands_newest_first_with_its_dates() -> None:
    member = a_member()
    posts = (
        a_post(member, "", title="Trưởng thôn"),
        a_post(member, "deputy_secretary", started_on="2010", ended_on="2015-05-31"),
        a_post(member, "cell_secretary", started_on="2015-06-01"),
    )
    exempt = {"reason": "age_or_health", "decision_number": "03-NQ/CB", "decided_on": "2016-10-05"}
    person = Person(
        member,
        posts,
        (a_standing(member, started_on="2016-10-05", ended_on="2017-10-04", **exempt),),
        (a_reward(member),),
        (a_discipline(member),),
    )
    assert subtitle(person, TODAY) == "Bí thư, Trưởng thôn · chính thức từ 03/02/1986"
    assert life(person, TODAY) == [
        ("Xếp loại các năm", []),
        (
            "Chức vụ",
            [
                Event("Bí thư", "từ 01/06/2015"),
                Event("Phó bí thư", "từ 2010 đến 31/05/2015", is_over=True),
                Event("Trưởng thôn", "chưa rõ từ ngày nào"),
            ],
        ),
        (
            "Trạng thái",
            [
                Event(
                    "Miễn sinh hoạt",
                    "từ 05/10/2016 đến 04/10/2017, Tuổi cao, sức khỏe, số 03-NQ/CB ngày 05/10/2016",
                    is_over=True,
                )
            ],
        ),
        ("Khen thưởng", [Event("Giấy khen của Đảng ủy xã Mẫu", "số 07-QĐ/ĐU ngày 2016")]),
        ("Kỷ luật", [Event("Khiển trách", "số 02-QĐ/ĐU ngày 03/2016")]),
    ]
    assert said(person) == []


def test_the_cell_counts_its_own_and_names_guests_apart() -> None:
    own = [a_member(), a_member(official_on="", admitted_on="2017-09-01", born_on="")]
    guest, gone, thrown = a_member(), a_member(), a_member(trashed_on=TODAY)
    people = [
        *map(Person, own),
        Person(guest, standings=(a_standing(guest, "temporary_here"),)),
        Person(gone, standings=(a_standing(gone, "died", started_on="2017"),)),
        Person(thrown),
    ]
    assert strength_said(people, TODAY) == (
        "2 đảng viên: 1 chính thức, 1 dự bị; 1 sinh hoạt tạm thời tại đây; 1 đồng chí còn thiếu dữ liệu"
    )
    assert strength_said(people[:1], TODAY) == "1 đảng viên: 1 chính thức, 0 dự bị"
    assert strength_said(people[3:], TODAY) == "Chưa có đảng viên nào trong sổ."


def test_what_is_not_known_is_empty() -> None:
    member = a_member(born_on="", sex="")
    assert personal_facts(member)[:2] == [("Ngày sinh", ""), ("Giới tính", "")]
