"""``ogp-desktop screens``: every screen as a picture in a folder, to judge by eye.

What there is to see, and where another picture belongs, is in ``pictures/gallery.py``.
"""

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ogp_desktop import paths, wiring
from ogp_desktop.commands.answers import say
from ogp_desktop.commands.pictures.gallery import Gallery
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.ui import translation
from ogp_desktop.ui.theme.scale import MAX_TEXT_SCALE, MIN_TEXT_SCALE
from ogp_desktop.ui.theme.theme import Theme


def screens(asked: argparse.Namespace) -> int:
    """Draw every screen into a folder."""
    width, height = _size(asked.size)
    if not MIN_TEXT_SCALE <= asked.text_scale <= MAX_TEXT_SCALE:
        low, high = MIN_TEXT_SCALE, MAX_TEXT_SCALE
        raise Refusal("out_of_range", field="text-scale", low=low, high=high)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ogp_desktop.commands.window import application

    app = application()
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("cannot_write", what=str(asked.out), errno=error.errno) from error
    resources = paths.data_root()
    translation.install(app, asked.lang, resources)
    theme = Theme(resources)
    theme.apply(app, "dark" if asked.dark else "light", asked.text_scale)
    with TemporaryDirectory(prefix="ogp-desktop-screens-") as folder:
        where = wiring.folders(Path(folder))
        gallery = Gallery(app, theme, where, asked.lang, _Album(asked.out).keep)
        gallery.window.resize(width, height)
        say(f"{gallery.draw()} pictures in {asked.out}")
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 300 and int(height) >= 200):
        raise Refusal("bad_size", field="size", example="1280x800")
    return int(width), int(height)


class _Album:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def keep(self, name: str, page: QWidget) -> None:
        self._count += 1
        page.grab().save(str(self._folder / f"{self._count:02d}-{name}.png"))
