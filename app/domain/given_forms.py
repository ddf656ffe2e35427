"""Forms that members got as Word files to fill in (Phát mẫu – nhận bản): who got which, and when."""

from __future__ import annotations

from enum import StrEnum

from app.domain.targets import Link, Year, YearRecord
from app.domain.types import Fields, WholeDate


class FormKind(StrEnum):
    """What a member is asked to write."""

    SELF_REVIEW = "self_review"
    COMMITMENT = "commitment"


class GivenFormFields(Fields):
    """A form of one kind that was given to one member; the last time counts."""

    year: Year
    member_uid: Link
    form: FormKind = FormKind.SELF_REVIEW
    given_on: WholeDate | None = None


class GivenForm(YearRecord, GivenFormFields):
    """Mẫu đã phát cho đảng viên."""
