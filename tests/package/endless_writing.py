"""A child of the kill test: writes one package after another and says the name of each when it is whole."""

import pickle
import sys
from dataclasses import replace
from pathlib import Path

from app.common.progress import NoProgress
from app.package.plan import Package
from app.package.protocol import Target, write_package
from app.package.real_files import real_files
from tests.package.packages import Kept


def careless(stick: Path, package: Package) -> Path:
    """Write file by file into the folder that bears the final name, as a copying program does."""
    for file in package.files:
        path = stick / package.folder_name / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return stick / package.folder_name


def main(stick: Path, stored: Path, how: str = "") -> None:
    """Write the package that is stored in a file until killed."""
    package: Package = pickle.loads(stored.read_bytes())  # noqa: S301  made by the test itself
    say("ready")
    for number in range(10**6):
        own = replace(
            package, package_id=f"{number:04x}", folder_name=f"KiemDiem2017_CB-ThonDong_{number:04X}"
        )
        if how == "careless":
            say(careless(stick, own).name)
            continue
        say(write_package(real_files(), own, Target(stick), Kept(), NoProgress()).folder.name)


def say(line: str) -> None:
    """Say a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
