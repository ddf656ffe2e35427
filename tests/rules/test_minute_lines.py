"""Lines of the minutes that an answer may point to: no two of them look alike."""

from __future__ import annotations

import dataclasses
import datetime as dt

from app.domain.conferences import Conference, ConferenceBody, ReviewTurn, Sitting
from app.domain.targets import COLLECTIVE
from app.rules.minute_lines import MinuteLine, minute_lines
from tests.rules.finding_cases import PLAIN, uid_of
from tests.rules.honest_years import a, an_honest_year

YEAR = 2017


def held(body: ConferenceBody, days: tuple[int, ...], number: int = 1) -> tuple[Conference, list[Sitting]]:
    conference = a(Conference, YEAR, body=body, round_number=number)
    sittings = [
        a(
            Sitting,
            YEAR,
            conference=conference.uid,
            position=at,
            held_on=dt.date(YEAR, 12, day),
            started_at="07:30" if at == 1 else "13:30",
            ended_at="11:00" if at == 1 else "16:00",
        )
        for at, day in enumerate(days, 1)
    ]
    return conference, sittings


def lines_of(*turns: ReviewTurn, of: list[tuple[Conference, list[Sitting]]]) -> list[MinuteLine]:
    year = dataclasses.replace(
        an_honest_year(YEAR),
        conferences=tuple(conference for conference, _ in of),
        sittings=tuple(one for _, sittings in of for one in sittings),
        review_turns=turns,
    )
    uid = uid_of(year, PLAIN)
    turns = tuple(one.model_copy(update={"target": uid}) if one.target == "plain" else one for one in turns)
    return list(minute_lines(dataclasses.replace(year, review_turns=turns)).values())


def a_turn(of: tuple[Conference, list[Sitting]], position: int, **facts: object) -> ReviewTurn:
    turn: ReviewTurn = a(
        ReviewTurn, YEAR, conference=of[0].uid, position=position, **{"target": "plain", **facts}
    )
    return turn


def test_turns_of_one_person_differ_in_conference_day_place_and_hour() -> None:
    committee = held(ConferenceBody.CELL_COMMITTEE, (1,))
    cell = held(ConferenceBody.CELL, (4, 5))
    again = held(ConferenceBody.CELL, (28,), 2)
    found = lines_of(
        a_turn(again, 1),
        a_turn(cell, 7, started_at="14:05", ended_at="14:30", conclusion="Nhận trách nhiệm."),
        a_turn(committee, 2),
        a_turn(cell, 1, target=COLLECTIVE),
        of=[again, cell, committee],
    )
    assert [one.title for one in found] == [
        "lượt kiểm điểm đồng chí Lê Văn Giả, hội nghị chi ủy ngày 01/12/2017",
        "lượt kiểm điểm tập thể, hội nghị chi bộ ngày 04/12/2017 – 05/12/2017",
        "lượt kiểm điểm đồng chí Lê Văn Giả, hội nghị chi bộ ngày 05/12/2017",
        "lượt kiểm điểm đồng chí Lê Văn Giả, hội nghị chi bộ ngày 28/12/2017, kiểm điểm lần 2",
    ]
    assert found[2].place == "Lượt thứ 7, buổi 2, 14:05–14:30"
    assert found[2].conclusion == "Nhận trách nhiệm."
    assert found[0].place == "Lượt thứ 2"


def test_without_days_and_hours_the_place_tells_them_apart() -> None:
    conference = a(Conference, YEAR)
    found = lines_of(a_turn((conference, []), 1), a_turn((conference, []), 2), of=[(conference, [])])
    assert {one.title for one in found} == {"lượt kiểm điểm đồng chí Lê Văn Giả, hội nghị chi bộ ngày …"}
    assert [one.place for one in found] == ["Lượt thứ 1", "Lượt thứ 2"]


def test_a_turn_of_somebody_who_is_gone_has_no_name() -> None:
    cell = held(ConferenceBody.CELL, (4,))
    (line,) = lines_of(a_turn(cell, 1, target="khong-con"), of=[cell])
    assert line.title == "lượt kiểm điểm, hội nghị chi bộ ngày 04/12/2017"
