"""A child of the full-disk test: writes onto a disk that is too small, whatever it says of its room."""

import sys
from dataclasses import replace
from pathlib import Path

from app.common.progress import NoProgress
from app.errors import AppError
from app.package.port import Volume
from app.package.protocol import Target, write_package
from app.package.real_files import real_files
from app.package.verify import verify_package
from tests.package.packages import KNOWN, Kept, a_package
from tests.package.ports import WithVolume


def boastful(volume: Volume) -> Volume:
    """Return a volume that claims room it does not have."""
    return replace(volume, free_bytes=10**9)


def main(disk: Path) -> None:
    """Say the code of the refusal and what the check answers to what lies there."""
    package = a_package(people=12, filler=4000)
    try:
        write_package(WithVolume(boastful), package, Target(disk), Kept(), NoProgress())
    except AppError as error:
        (folder,) = disk.iterdir()
        verdict = verify_package(real_files(), folder, KNOWN, NoProgress())
        sys.stdout.write(f"{error.code} {verdict.answer}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
