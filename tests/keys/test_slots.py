"""A slot opens to its own password, says "wrong" to another and "damaged" to neither (B01, B03, B04, B05)."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import EnvironmentFailed, Invalid
from app.keys import recovery
from app.keys import slots as slots_module
from app.keys.password import Cost, calibrated, new_key
from app.keys.slots import Slots, decode, encode

CHEAP = Cost(time=1, memory_kib=8)
KEY = bytes(range(32))
PASSWORDS = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=200)


MINE = "mật khẩu mẫu"


def made(password: str = MINE) -> tuple[Slots, str]:
    return Slots.create("a" * 32, KEY, password, CHEAP)


def test_the_password_and_the_recovery_code_open_the_same_key() -> None:
    slots, code = made()
    assert slots.unlock_with_password("mật khẩu mẫu") == KEY
    assert slots.unlock_with_recovery(code) == KEY


@pytest.mark.fault("B01")
def test_a_wrong_password_is_called_wrong_and_nothing_worse() -> None:
    slots, _ = made()
    with pytest.raises(EnvironmentFailed) as refusal:
        slots.unlock_with_password("mật khẩu khác")
    assert refusal.value.code == "L-206"


def test_the_code_of_another_database_is_called_wrong() -> None:
    slots, _ = made()
    _, other = made()
    with pytest.raises(EnvironmentFailed) as refusal:
        slots.unlock_with_recovery(other)
    assert refusal.value.code == "L-209"


@settings(max_examples=200)
@given(PASSWORDS)
@pytest.mark.fault("B03", "B04")
def test_any_password_opens_in_either_unicode_form_and_after_being_stored(password: str) -> None:
    slots, _ = made(unicodedata.normalize("NFD", password))
    read_back = decode(encode(slots))
    assert read_back == slots
    assert read_back.unlock_with_password(unicodedata.normalize("NFC", password)) == KEY


@given(PASSWORDS, PASSWORDS)
def test_two_different_passwords_never_open_for_each_other(mine: str, other: str) -> None:
    slots, _ = made(mine)
    if unicodedata.normalize("NFC", mine) == unicodedata.normalize("NFC", other):
        assert slots.unlock_with_password(other) == KEY
    else:
        with pytest.raises(EnvironmentFailed):
            slots.unlock_with_password(other)


@pytest.mark.parametrize(("password", "code"), [("", "password.empty"), ("a\0b", "password.nul")])
def test_a_password_that_cannot_be_one_is_refused(password: str, code: str) -> None:
    slots, _ = made()
    for act in (
        lambda: made(password),
        lambda: slots.unlock_with_password(password),
        lambda: slots.with_password(KEY, password, CHEAP),
    ):
        with pytest.raises(Invalid) as refusal:
            act()
        assert [problem.code for problem in refusal.value.problems] == [code]


def test_a_new_password_closes_the_door_to_the_old_one_and_keeps_the_code() -> None:
    slots, code = made()
    changed = slots.with_password(KEY, "mật khẩu mới", CHEAP)
    assert changed.serial > slots.serial
    assert changed.unlock_with_password("mật khẩu mới") == KEY
    assert changed.unlock_with_recovery(code) == KEY
    with pytest.raises(EnvironmentFailed):
        changed.unlock_with_password("mật khẩu mẫu")


def test_a_slot_taken_from_an_older_file_is_noticed() -> None:
    old, _ = made()
    changed = old.with_password(KEY, "mật khẩu mới", CHEAP)
    mixed = Slots(changed.uid, changed.serial, old.slots, changed.mac)
    with pytest.raises(EnvironmentFailed) as refusal:
        mixed.unlock_with_password("mật khẩu mẫu")
    assert refusal.value.code == "L-208"


def test_every_flipped_bit_of_the_file_is_damage_and_never_a_wrong_password() -> None:
    content = encode(made()[0])
    assert decode(content) is not None
    for at in range(len(content)):
        flipped = bytearray(content)
        flipped[at] ^= 1 << at % 8
        assert decode(bytes(flipped)) is None, at


@given(st.binary(max_size=300))
def test_any_other_file_is_no_slots_file(content: bytes) -> None:
    assert decode(content) is None


def test_a_planted_cost_cannot_eat_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    greedy, _ = made()
    monkeypatch.setattr(slots_module, "derived", lambda *_: KEY)
    planted = Slots.create("a" * 32, KEY, "mật khẩu mẫu", Cost(time=1, memory_kib=1 << 30))[0]
    assert decode(encode(greedy)) is not None
    assert decode(encode(planted)) is None


def test_the_calibrated_cost_is_never_below_the_floor() -> None:
    cost = calibrated()
    assert (cost.time >= 3, cost.memory_kib) == (True, 64 * 1024)


def test_keys_are_random() -> None:
    assert len({new_key() for _ in range(20)}) == 20


def test_a_new_code_opens_and_the_one_before_no_more() -> None:
    slots, old = made()
    code = recovery.new_code()
    renewed = slots.with_code(KEY, code.lower(), CHEAP)
    assert renewed.unlock_with_recovery(code) == renewed.unlock_with_password(MINE) == KEY
    with pytest.raises(EnvironmentFailed, match="L-209"):
        renewed.unlock_with_recovery(old)
    assert renewed.serial == slots.serial + 1


def test_whether_the_code_is_on_paper_is_kept_and_cannot_be_claimed_by_others() -> None:
    slots, _ = made()
    assert not decoded(slots).has_seen_code
    assert not decoded(slots.with_password(KEY, "câu khác", CHEAP)).has_seen_code
    seen = slots.with_code_seen(KEY)
    assert decoded(seen).has_seen_code
    assert decoded(seen.with_password(KEY, "câu khác", CHEAP)).has_seen_code
    forged = dataclasses.replace(slots, has_seen_code=True)
    assert (slots.is_of(KEY), seen.is_of(KEY), forged.is_of(KEY)) == (True, True, False)
    with pytest.raises(EnvironmentFailed, match="L-208"):
        forged.unlock_with_password(MINE)


def decoded(slots: Slots) -> Slots:
    read_back = decode(encode(slots))
    assert read_back is not None
    return read_back
