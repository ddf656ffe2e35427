"""`sochibo-lenh.exe`: every command, and the child process of the window (`worker`)."""

import sys

from app.__main__ import main

sys.exit(main())
