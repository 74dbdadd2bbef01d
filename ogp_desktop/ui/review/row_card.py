"""What an open row has in common: it shows its row, tells edits, and says how tall it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.review import Review
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.review.edit import Edit
from ogp_desktop.ui.review.rows import Row
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.label import Label, WrapLabel


class RowCard(QFrame):
    """Signals: ``left()`` when Escape goes back to the list; ``height_changed()``."""

    left = Signal()
    height_changed = Signal()

    def __init__(self, theme: Theme, row: Row, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.wishes = wishes
        self.row = row
        self._refusal = WrapLabel(theme, "", "caption_b", "over")
        self._refusal.hide()
        self.body = QVBoxLayout(self)
        theme.changed.connect(self._restyle)

    def show_row(self, row: Row) -> None:
        """Show the row as it is now."""
        self.row = row

    def can_show(self, row: object) -> bool:
        """Tell whether this is still the same row."""
        return type(row) is type(self.row) and getattr(row, "key", None) == self.row.key

    def show_refusal(self, refusal: Refusal | None) -> None:
        """Say beneath the words why they were not kept; nothing means they were."""
        self._refusal.setText("" if refusal is None else words.refusal(refusal))
        self._refusal.setVisible(refusal is not None)

    def settle(self) -> None:
        """Tell what is typed, if it was not told yet."""

    def stops(self) -> tuple[QWidget, ...]:
        """Return what can take the cursor, in order."""
        return ()

    def take_focus(self) -> None:
        """Put the cursor where work begins."""
        for widget in self.stops():
            if widget.isVisibleTo(self) and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def has_focus(self) -> bool:
        """Tell whether the cursor is in this card."""
        return any(widget.hasFocus() for widget in self.stops())

    def tall(self, width: int) -> int:
        """Return the height at this width."""
        self.resize(width, self.height())
        self.body.activate()
        return max(self.body.totalHeightForWidth(width), self.body.totalSizeHint().height())

    def request(self, change: Callable[[Review], Review], *, is_typing: bool = False) -> None:
        """Ask for an edit of what this card shows."""
        edit = Edit(change=change, about=self.row.key, is_typing=is_typing)
        self.wishes.edit_requested.emit(edit)

    def finish(self) -> None:
        """Put the place for refusals at the end; called when everything else is in."""
        self.body.addWidget(self._refusal)
        for label in self.findChildren(Label):  # a list would have them painted in its own role
            label.setForegroundRole(QPalette.ColorRole.WindowText)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell when the content asks for another height."""
        if event.type() == QEvent.Type.LayoutRequest and self.width() > 0:
            was = self.height()
            if self.tall(self.width()) != was:
                self.height_changed.emit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame that says: this one is open."""
        look = Look(ink="ink", fill="surface", edge="accent", edge_width=2, radius=10)
        inner = self.rect().adjusted(0, 2, 0, -2)
        paint_frame(QPainter(self), self.theme, inner, look)

    def _restyle(self) -> None:
        px = self.theme.px
        self.body.setContentsMargins(px(12), px(10), px(12), px(10))
        self.body.setSpacing(px(8))
