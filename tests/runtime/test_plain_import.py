"""After the plain import is back, PySide reads no source of what is imported, and still works."""

import subprocess
import sys

SCRIPT = """
import linecache, sys
from ogp_desktop.runtime.plain_import import import_plainly

import_plainly()
import_plainly()
before = set(linecache.cache)
import ogp_desktop.domain.schedule
import ogp_desktop.ui.widgets.button
from PySide6.QtCore import *
print(sorted(set(linecache.cache) - before), QRect(0, 0, 2, 3).height())
"""


def test_no_source_is_read_by_an_import() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "[] 3\n", ran.stderr
