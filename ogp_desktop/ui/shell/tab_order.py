"""``Tab`` goes through a page in the order in which it is read, whenever its parts were made.

Qt goes by the order of making, and parts that are made anew come last; here the layouts decide.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QLayout, QScrollArea, QWidget

_BEYOND = 8


def next_stop(page: QWidget, here: QWidget | None, *, is_next: bool) -> QWidget | None:
    """Return what takes the focus after ``here``, or before it; after the last comes the first."""
    stops = [widget for widget in _in_reading_order(page) if _is_stop(widget)]
    if not stops:
        return None
    while here is not None and here not in stops:
        here = here.parentWidget()
    if here is None:
        return stops[0 if is_next else -1]
    return stops[(stops.index(here) + (1 if is_next else -1)) % len(stops)]


def bring_into_view(widget: QWidget) -> None:
    """Scroll every part of the page that holds the widget until it can be seen (WCAG 2.4.11)."""
    around = widget.parentWidget()
    while around is not None:
        content = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and content is not None:
            # Not ensureWidgetVisible, which is content when the text cursor alone can be seen.
            place = QRect(widget.mapTo(content, QPoint()), widget.size())
            beyond = QSize(place.width() // 2 + _BEYOND, place.height() // 2 + _BEYOND)
            room = around.viewport().size() / 2
            margin = beyond.boundedTo(room)
            middle = place.center()
            around.ensureVisible(middle.x(), middle.y(), margin.width(), margin.height())
        around = around.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.focusProxy() is None


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible()
    ]
    laid_out = [one for one in _of_layout(widget.layout()) if one in children]
    others = [child for child in children if child not in laid_out]
    if isinstance(widget.parent(), QAbstractItemView):  # editors stand where their rows are
        others.sort(key=lambda child: (child.y(), child.x()))
    for child in (*laid_out, *others):
        yield from _in_reading_order(child)


def _of_layout(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for item in map(layout.itemAt, range(layout.count())):
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        else:
            yield from _of_layout(item.layout())
