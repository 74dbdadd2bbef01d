"""Hands over to the command line, for ``python -m ogp_desktop``."""

import sys

from ogp_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
