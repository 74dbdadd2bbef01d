"""What stands written on a page, as it was painted: every text with its place, whoever draws it.

Text that a widget or a delegate paints by itself is found as well as that of labels and buttons.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

_Metric = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True, slots=True)
class Written:
    """One run of text and the rectangle that its letters fill, in the pixels of its widget."""

    text: str
    rect: QRectF


class _Reader(QPaintEngine):
    """Reads the texts and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[Written] = []
        self._way = QTransform()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._way = state.transform()

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        text = item.text()
        if not text.strip():
            return
        # Capitals reach to about three quarters of the ascent, tails over most of the descent.
        above, below = item.ascent() * 0.75, item.descent() * 0.6
        wide = item.width() * len(text.rstrip()) / len(text)
        rect = QRectF(at.x(), at.y() - above, wide, above + below)
        self.texts.append(Written(text.strip(), self._way.mapRect(rect)))

    def drawPixmap(self, *_: object) -> None: ...
    def drawImage(self, *_: object) -> None: ...
    def drawPath(self, *_: object) -> None: ...
    def drawPolygon(self, *_: object) -> None: ...
    def drawRects(self, *_: object) -> None: ...
    def drawLines(self, *_: object) -> None: ...
    def drawEllipse(self, *_: object) -> None: ...


class _Sheet(QPaintDevice):
    """Something to paint on, as large as the widget, at 96 dots per inch."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.reader = _Reader()
        self._metrics = {
            _Metric.PdmWidth: size.width(),
            _Metric.PdmHeight: size.height(),
            _Metric.PdmWidthMM: size.width() * 254 // 960,
            _Metric.PdmHeightMM: size.height() * 254 // 960,
            _Metric.PdmDepth: 32,
            _Metric.PdmDevicePixelRatio: 1,
            _Metric.PdmDevicePixelRatioScaled: 65536,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.reader

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(asked, 96)


def texts_of(widget: QWidget) -> list[Written]:
    """Return what the widget itself paints, without its children; a selected text once."""
    sheet = _Sheet(widget.size())
    widget.render(sheet, QPoint(), QRegion(), QWidget.RenderFlag(0))
    texts = sheet.reader.texts
    return [one for place, one in enumerate(texts) if one not in texts[:place]]
