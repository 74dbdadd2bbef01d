"""A chip that is on or off, said by a tick as well as by colour."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Face, Look, box_size, paint_box


class ToggleChip(QPushButton):
    """`ToggleChip(theme, "Note-taker")`; Qt's `toggled(bool)`; read aloud as a check box."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theme = theme
        self._label = text
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_label(self, text: str) -> None:
        """Change the words."""
        self._label = text
        self.setText(text.replace("&", "&&"))
        self._restyle()

    def sizeHint(self) -> QSize:
        """The same whether on or off, so that nothing jumps."""
        return box_size(self._theme, self._look(), Face(self._label, "check"))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the state of the moment."""
        face = Face(self._label, "check" if self.isChecked() else "plus")
        painter = QPainter(self)
        paint_box(painter, self._theme, self.rect(), self._look(), face, has_focus=self.hasFocus())

    def _look(self) -> Look:
        look = Look(
            ink="ink2", edge="line_strong", font="chip", icon_size=14, pad=9, gap=6, height=28
        )
        if not self.isEnabled():
            given = replace(look, ink="ink", fill="sunken")
            return given if self.isChecked() else replace(look, ink="ink3", edge="line")
        if self.isChecked():
            return replace(look, ink="accent_on_soft", fill="accent_soft", edge="accent")
        return replace(look, fill="sunken") if self.underMouse() else look

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
