"""`SoChiBo.exe`: the program with windows."""

import os
import sys

if sys.stdout is None:  # a windowed program has no streams; a library that prints must not fail for it
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # lives as long as we

from ui.main import main

sys.exit(main())
