"""On every screen, in both languages, at every size and text size: no text is cut, none is
shortened, and none stands over another.
"""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from ogp_desktop import wiring
from ogp_desktop.commands.pictures.gallery import Gallery
from ogp_desktop.paths import data_root
from ogp_desktop.ui import translation
from ogp_desktop.ui.shell.short_label import ShortLabel
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.scroll import ScrollPane
from tests.support.written import texts_of

SLACK = 1.5
"""Letters may lean this many pixels over an edge."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "size", "text_scale", "is_mirrored"),
    [
        ("en", (1280, 800), 1.0, False),
        ("fr", (1280, 800), 1.0, False),
        ("fr", (1280, 800), 1.0, True),
        ("fr", (1024, 600), 1.0, False),
        ("fr", (1280, 800), 1.5, False),
        ("en", (1280, 800), 2.0, False),
        ("fr", (1024, 600), 2.0, False),
    ],
)
def test_no_text_is_cut_or_covered_on_any_screen(
    qapp: QApplication,
    theme: Theme,
    tmp_path: Path,
    language: str,
    size: tuple[int, int],
    text_scale: float,
    is_mirrored: bool,
) -> None:
    faults: list[str] = []

    def look(name: str, page: QWidget) -> None:
        faults.extend(f"{name}: {fault}" for fault in faults_of(page))

    translation.install(qapp, language, data_root())
    if is_mirrored:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.apply(qapp, "light", text_scale)
    gallery = Gallery(qapp, theme, wiring.folders(tmp_path), language, look)
    gallery.window.resize(*size)
    gallery.draw()
    gallery.window.deleteLater()
    translation.install(qapp, "en", data_root())
    assert not faults, "\n".join(faults)


def faults_of(page: QWidget) -> list[str]:
    """Return what is wrong with the texts in sight, in words."""
    faults = [
        f"wider than its pane: {pane.widget().width()} > {pane.viewport().width()}"
        for pane in page.findChildren(ScrollPane)
        if pane.isVisible() and pane.widget().width() > pane.viewport().width()
    ]
    seen: list[tuple[QWidget, str, QRectF]] = []
    for widget in shown_in(page):
        for written in texts_of(widget):
            whole = written.rect.translated(widget.mapTo(page, QPoint()).toPointF())
            if not is_on_top(page, widget, whole):
                continue
            seen.append((widget, written.text, whole))
            if not isinstance(widget, QLineEdit | ShortLabel):
                faults += [f"{cut}: {written.text}" for cut in cuts(page, widget, written.rect)]
                if written.text.endswith("\u2026") and len(written.text) > 1:
                    faults.append(f"shortened: {written.text}")
    for (first, one, at), (second, other, beside) in combinations(seen, 2):
        shared = at & beside
        if min(shared.width(), shared.height()) > SLACK and all(
            is_on_top(page, widget, shared) for widget in (first, second)
        ):
            faults.append(f"over one another: {one} | {other}")
    return faults


def shown_in(page: QWidget) -> Iterator[QWidget]:
    yield from (one for one in (page, *page.findChildren(QWidget)) if one.isVisible())


def is_on_top(page: QWidget, widget: QWidget, whole: QRectF) -> bool:
    """Whether the middle of the text is in sight, neither scrolled away nor under a sheet."""
    middle = whole.center().toPoint()
    if not widget.visibleRegion().contains(widget.mapFrom(page, middle)):
        return False
    top = page.childAt(middle) or page
    return top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget)


def cuts(page: QWidget, widget: QWidget, rect: QRectF) -> Iterator[str]:
    """Say where the text leaves a widget that holds it; up and down a pane may scroll."""
    holder, scrolls = widget, False
    while True:
        area = QRectF(QRect(widget.mapFrom(holder, QPoint()), holder.size()))
        if rect.left() < area.left() - SLACK or rect.right() > area.right() + SLACK:
            yield f"cut at the side by {type(holder).__name__}"
            return
        parent = holder.parentWidget()
        scrolls = scrolls or isinstance(parent, QAbstractScrollArea)
        if not scrolls and (
            rect.top() < area.top() - SLACK or rect.bottom() > area.bottom() + SLACK
        ):
            yield f"cut above or below by {type(holder).__name__}"
            return
        if holder is page or parent is None:
            return
        holder = parent
