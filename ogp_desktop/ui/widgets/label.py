"""Text in a role and a colour of the theme, at the edge where the page begins whatever language it
is in; the wrapping one asks for no more height than it needs at its real width.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName, FontRole

_SIDES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight


class Label(QLabel):
    """One line of plain text: `Label(theme, "Agenda", role="h3", color="ink")`.

    Left is where the page begins. Qt alone would take it from the text: French would stand at the
    end of an Arabic page.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = "body",
        color: ColorName = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role: FontRole = role
        self._color: ColorName = color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._edge = self.alignment()
        self.setAlignment(self._edge)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_color(self, color: ColorName) -> None:
        """Change the colour token."""
        self._color = color
        self._restyle()

    def set_role(self, role: FontRole) -> None:
        """Change the font role."""
        self._role = role
        self._restyle()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Left and right are mirrored with the page."""
        self._edge = alignment
        if self.isRightToLeft() and alignment & _SIDES:
            alignment ^= _SIDES
        super().setAlignment(alignment | Qt.AlignmentFlag.AlignAbsolute)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._edge)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._color))
        self.setPalette(palette)


class WrapLabel(Label):
    """Plain text over as many lines as it needs; a `QLabel` alone would ask for the height it
    has when it is only a few pixels wide.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = "body",
        color: ColorName = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role, color, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as at its real width, once that is more than it would like."""
        hint = super().sizeHint()
        if self.width() > hint.width():
            hint.setHeight(self.heightForWidth(self.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """One line high, and as wide as its longest word at most."""
        metrics = self.fontMetrics()
        words = self.text().split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        height = self.heightForWidth(self.width()) if self.width() > longest else 0
        return QSize(min(longest, self._theme.px(160)), max(metrics.height(), height))
