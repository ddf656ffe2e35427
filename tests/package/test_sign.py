"""The signature is minisign's: recomputed from the published equations, without the library that signs."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.package import sign

# RFC 8032 7.1, test 1.
RFC_SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
RFC_PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")

# The curve of RFC 8032 5.1: -x² + y² = 1 + d x² y² over the field of P, with a base point of order L.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P

Point = tuple[int, int]


def add(first: Point, second: Point) -> Point:
    (x1, y1), (x2, y2) = first, second
    product = D * x1 * x2 * y1 * y2 % P
    return (
        (x1 * y2 + x2 * y1) * pow(1 + product, -1, P) % P,
        (y1 * y2 + x1 * x2) * pow(1 - product, -1, P) % P,
    )


def times(number: int, point: Point) -> Point:
    result = (0, 1)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def point_of(data: bytes) -> Point:
    number = int.from_bytes(data, "little")
    y, is_odd = number & (1 << 255) - 1, number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - square) % P == 0
    return (P - x if x % 2 != is_odd else x), y


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether S·B = R + k·A, the check of RFC 8032 5.1.7."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(r + public + message).digest(), "little") % L
    return s < L and times(s, BASE) == add(point_of(r), times(k, point_of(public)))


def test_the_public_key_is_that_of_the_standard() -> None:
    assert sign.public_key(RFC_SEED).raw == RFC_PUBLIC


@pytest.mark.parametrize("message", [b"", b"a package", bytes(range(256)) * 9])
def test_a_signature_file_satisfies_the_equations_line_by_line(message: bytes) -> None:
    comment = "package:7f3a year:2017"
    first, body, trusted, last, end = sign.sign(message, RFC_SEED, comment).decode().split("\n")
    assert first.startswith("untrusted comment: ")
    assert trusted == f"trusted comment: {comment}"
    assert end == ""
    blob = base64.b64decode(body)
    assert (len(blob), blob[:2], blob[2:10]) == (74, b"ED", sign.public_key(RFC_SEED).key_id)
    assert holds(RFC_PUBLIC, hashlib.blake2b(message, digest_size=64).digest(), blob[10:])
    assert holds(RFC_PUBLIC, blob[10:] + comment.encode(), base64.b64decode(last))


def test_the_equations_would_see_a_wrong_signature() -> None:
    blob = base64.b64decode(sign.sign(b"a", RFC_SEED, "c").split(b"\n")[1])
    assert not holds(RFC_PUBLIC, hashlib.blake2b(b"b").digest(), blob[10:])


@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=200), bit=st.integers(0, 10**6))
def test_what_was_signed_is_covered_and_nothing_else(seed: bytes, message: bytes, bit: int) -> None:
    key = sign.public_key(seed)
    signature = sign.parse_signature(sign.sign(message, seed, "year:2017"))
    assert signature.covers(message, key)
    assert not signature.covers(message + b"x", key)
    assert not signature.covers(message, sign.public_key(RFC_SEED))
    forged = bytearray(signature.raw)
    forged[bit // 8 % 64] ^= 1 << bit % 8
    changed = sign.Signature(signature.key_id, bytes(forged), signature.comment, signature.comment_signature)
    assert not changed.covers(message, key)


def test_no_flipped_bit_of_what_minisign_signs_is_passed_over() -> None:
    whole, key = sign.sign(b"a package", RFC_SEED, "c"), sign.public_key(RFC_SEED)
    remark = whole.index(b"\n") + 1
    for at in range(remark * 8, len(whole) * 8):
        bitten = bytearray(whole)
        bitten[at // 8] ^= 1 << at % 8
        assert not _covered(bytes(bitten), key), at


def _covered(data: bytes, key: sign.PublicKey) -> bool:
    try:
        return sign.parse_signature(data).covers(b"a package", key)
    except sign.BadSignatureFile:
        return False


def test_the_comment_is_signed_too() -> None:
    made = sign.sign(b"a", RFC_SEED, "year:2017").replace(b"year:2017", b"year:2018")
    assert not sign.parse_signature(made).is_intact(sign.public_key(RFC_SEED))


def test_a_public_key_reads_back_and_has_a_fingerprint_for_the_eye() -> None:
    key = sign.public_key(RFC_SEED)
    assert sign.parse_public_key(key.text) == key
    assert len(key.text) == 56
    assert [len(group) for group in key.fingerprint.split(" ")] == [4] * 8
    assert key.fingerprint != sign.public_key(RFC_SEED[::-1]).fingerprint


def test_new_keys_differ() -> None:
    assert len({sign.new_seed() for _ in range(20)}) == 20


WHOLE = sign.sign(b"a", RFC_SEED, "c")
BAD_FILES = {
    "empty": b"",
    "no text": b"\xff\xfe",
    "one line more": WHOLE + b"x\n",
    "one line less": WHOLE.rpartition(b"\n")[0].rpartition(b"\n")[0],
    "other first line": WHOLE.replace(b"untrusted", b"trusted", 1),
    "other third line": WHOLE.replace(b"\ntrusted", b"\nuntrusted"),
    "not base64": WHOLE.replace(b"\nRUQ", b"\nR!Q", 1),
    "legacy kind": WHOLE.replace(b"\nRUQ", b"\nRWQ", 1),
    "cut short": WHOLE[:-10] + b"\n",
}


@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_what_is_no_signature_file_is_refused(data: bytes) -> None:
    assert data != WHOLE
    with pytest.raises(sign.BadSignatureFile):
        sign.parse_signature(data)


@pytest.mark.parametrize("text", ["", "x", "RWQ", "!" * 56, sign.public_key(RFC_SEED).text + "A"])
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(sign.BadSignatureFile):
        sign.parse_public_key(text)
