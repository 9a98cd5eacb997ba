"""The programs that are measured, as they are installed beside this one."""

import sys
from pathlib import Path

REFERAT = Path(sys.executable).with_name("referat")
HUGO = Path(sys.executable).with_name("hugo")
