"""Three optional counts of raised hands: for the first, for the second, undecided."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.widgets.settling import Settling

Counts = tuple[int | None, int | None, int | None]


class HandCounts(FlowBox):
    """``edited(first, second, undecided)`` once typing rests: half a number is no count.

    Any number can be typed; what a rule refuses stays in sight until it is corrected.
    """

    edited = Signal(object, object, object)

    def __init__(self, theme: Theme, labels: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(theme, 12, parent)
        self._shown: Counts | None = None
        self._settling = Settling(self)
        self._settling.settled.connect(self._tell)
        self.fields: list[CountField] = []
        for label in labels:
            pair = QWidget(self)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(6))
            field = CountField(theme, label, None, is_optional=True)
            field.value_changed.connect(lambda _count: self._settling.touch())
            field.editingFinished.connect(self.settle)
            row.addWidget(Label(theme, label, "caption", "ink2"))
            row.addWidget(field)
            self.fields.append(field)
            self.add(pair)

    def counts(self) -> Counts:
        """What stands in the fields."""
        first, second, undecided = (field.count() for field in self.fields)
        return first, second, undecided

    def show_counts(self, counts: Counts) -> None:
        """Show what is kept, where it changed; what is being typed is left alone."""
        if counts == self._shown:
            return
        self._shown = counts
        for field, count in zip(self.fields, counts, strict=True):
            if field.count() != count and not self._settling.is_waiting:
                field.set_count(count)

    def settle(self) -> None:
        """Tell what is typed, if it was not told yet."""
        self._settling.settle()

    def heightForWidth(self, width: int) -> int:
        """As many lines as the counts need."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed and left is told."""
        super().hideEvent(event)
        self.settle()

    def _tell(self) -> None:
        self.edited.emit(*self.counts())
