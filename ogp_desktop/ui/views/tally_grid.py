"""The counts of each either/or choice: typed while it is open, shown as bars once it is closed."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ogp_desktop.domain.agenda import PEOPLE_RANGE
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.views.views_state import ANSWERS, ChoiceTally
from ogp_desktop.ui.views.way_cards import spread
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.words_views import answer_name, counted


class TallyBars(QLabel):
    """One column per answer, as high as its count; the same in words for those who do not see."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tally: ChoiceTally | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_tally(self, tally: ChoiceTally) -> None:
        """Draw these counts."""
        self._tally = tally
        said = [
            f"{answer_name(answer)}: {self._number(tally.counts.get(answer, 0))}"
            for answer in ANSWERS
        ]
        self.setAccessibleName(f"{tally.first}, {tally.second}. {'; '.join(said)}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for bars and two lines of words."""
        text = QFontMetrics(self._theme.font("caption")).height()
        return QSize(self._theme.px(360), self._theme.px(64) + 2 * text)

    def minimumSizeHint(self) -> QSize:
        """As wide as the words side by side."""
        metrics = QFontMetrics(self._theme.font("caption"))
        widest = max(metrics.horizontalAdvance(answer_name(answer)) for answer in ANSWERS)
        return QSize((widest + self._theme.px(4)) * len(ANSWERS), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the columns from the first pole to the second, mirrored where reading is."""
        if self._tally is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self._theme.font("caption"))
        most = max([1, *self._tally.counts.values()])
        for index, answer in enumerate(ANSWERS):
            count = self._tally.counts.get(answer, 0)
            left = self.width() * index // len(ANSWERS)
            width = self.width() * (index + 1) // len(ANSWERS) - left
            line = metrics.height()
            tall = (self.height() - 2 * line - self._theme.px(8)) * count // most
            foot = self.height() - line - self._theme.px(2)
            bar = QRect(0, 0, min(width * 2 // 3, self._theme.px(64)), max(tall, self._theme.px(2)))
            bar.moveCenter(QRect(left, 0, width, 1).center())
            bar.moveBottom(foot - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent" if count else "track"))
            painter.drawRoundedRect(self._mirrored(bar), self._theme.px(3), self._theme.px(3))
            painter.setPen(self._theme.color("ink"))
            painter.setFont(self._theme.font("caption_b"))
            above = QRect(left, bar.top() - line - 1, width, line)
            painter.drawText(self._mirrored(above), _MIDDLE, self._number(count))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.color("ink2"))
            below = QRect(left, foot, width, line)
            painter.drawText(self._mirrored(below), _MIDDLE, answer_name(answer))

    def _number(self, count: int) -> str:
        return self.locale().toString(count)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextDontClip


class AnswerCells(QWidget):
    """Cells in columns of one width, below the bars' columns; fewer columns when narrow."""

    def __init__(self, cells: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One cell wide, and as high as the rows of the moment."""
        return QSize(self._widest(), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as have room."""
        super().resizeEvent(event)
        self._arrange()

    def _widest(self) -> int:
        return max(cell.minimumSizeHint().width() for cell in self._cells)

    def _arrange(self) -> None:
        room = self.width() // max(1, self._widest() + self._grid.horizontalSpacing())
        count = len(self._cells)
        columns = next(n for n in (count, count // 2, 2, 1) if n <= max(1, room))
        if columns != self._columns:
            self._columns = columns
            spread(self._grid, self._cells, columns)
            self.updateGeometry()


class ChoiceBlock(QWidget):
    """One choice: its two poles, and below them six counts or their bars."""

    count_edited = Signal(str, str, object)

    def __init__(self, theme: Theme, tally: ChoiceTally, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tally = tally
        self._first = WrapLabel(theme, tally.first, "strong")
        self._second = WrapLabel(theme, tally.second, "strong")
        self._second.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._sum = Label(theme, "", "caption_b", "ink2")
        self._bars = TallyBars(theme)
        self._fields: dict[str, CountField] = {}
        self._captions: dict[str, Label] = {}
        self._entry = AnswerCells([self._cell(answer) for answer in ANSWERS])
        # The poles stand above the five steps; the sixth column is for "it depends".
        poles = QGridLayout()
        poles.addWidget(self._first, 0, 0, 1, 2)
        poles.addWidget(self._sum, 0, 2, Qt.AlignmentFlag.AlignHCenter)
        poles.addWidget(self._second, 0, 3, 1, 2)
        for place in range(len(ANSWERS)):
            poles.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(poles)
        column.addWidget(self._entry)
        column.addWidget(self._bars)
        self._column = column
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(
        self, tally: ChoiceTally, answers: int, *, is_closed: bool, is_sealed: bool
    ) -> None:
        """Show the counts of the moment: to be typed while open, as a picture once closed."""
        self._tally = tally
        for answer, field in self._fields.items():
            field.set_count(tally.counts.get(answer))
            field.setEnabled(not is_sealed)
            name = answer_name(answer)
            self._captions[answer].setText(name)
            field.setAccessibleName(f"{tally.first}, {tally.second}: {name}")
        self._sum.setText(counted(tally.total, answers))
        is_whole = tally.total == answers
        self._sum.set_color("ink2" if not answers else "ok" if is_whole else "warn")
        self._bars.show_tally(tally)
        self._entry.setVisible(not is_closed)
        self._bars.setVisible(is_closed)

    def _cell(self, answer: str) -> QWidget:
        cell = QWidget()
        caption = Label(self._theme, answer_name(answer), "caption", "ink2")
        field = CountField(self._theme, "", None, 0, PEOPLE_RANGE[1], is_optional=True)
        field.value_changed.connect(
            lambda count, answer=answer: self.count_edited.emit(self._tally.id, answer, count)
        )
        grid = QGridLayout(cell)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(self._theme.px(2))
        middle = Qt.AlignmentFlag.AlignHCenter
        grid.addWidget(caption, 0, 0, middle)
        grid.addWidget(field, 1, 0, middle)
        self._captions[answer] = caption
        self._fields[answer] = field
        return cell

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(6))
