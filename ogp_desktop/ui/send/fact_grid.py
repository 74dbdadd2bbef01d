"""Names and values in two columns, and values that can be selected; nothing is cut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.label import WrapLabel


class FactGrid(QWidget):
    """``show_facts((("Made", "12 Mar"), ...))``; rows are made anew only when they differ."""

    def __init__(self, theme: Theme, name_width: int = 110, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name_width = name_width
        self._facts: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show these."""
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, value) in enumerate(facts):
            self._grid.addWidget(WrapLabel(self._theme, name, "body", "ink2", self), row, 0, top)
            shown = WrapLabel(self._theme, value, "body", "ink", self)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(shown, row, 1, top)

    def _restyle(self) -> None:
        px = self._theme.px
        self._grid.setColumnMinimumWidth(0, px(self._name_width))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(5))
