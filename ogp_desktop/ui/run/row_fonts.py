"""The fonts of the notes list with their metrics, made once each."""

from PySide6.QtGui import QFont, QFontMetrics

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import FontRole


class RowFonts:
    """The fonts of the moment with their metrics, made once each."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._fonts: dict[FontRole, tuple[QFont, QFontMetrics]] = {}

    def forget(self) -> None:
        """Make every font anew."""
        self._fonts.clear()

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role."""
        return self._type(role)[0]

    def metrics(self, role: FontRole) -> QFontMetrics:
        """Return the metrics of a role."""
        return self._type(role)[1]

    def _type(self, role: FontRole) -> tuple[QFont, QFontMetrics]:
        found = self._fonts.get(role)
        if found is None:
            font = self.theme.font(role)
            found = self._fonts[role] = (font, QFontMetrics(font))
        return found
