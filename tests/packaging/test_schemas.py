"""The schema of a year says what the domain classes say."""

import schemas


def test_the_committed_schema_is_made_from_the_classes_and_words_of_now() -> None:
    assert schemas.SCHEMA.read_text(encoding="utf-8") == schemas.made(), (
        "run: packaging/schemas.py, with the environment's Python"
    )
