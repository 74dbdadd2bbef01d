"""The page on which the host reads, edits, settles and seals what the group hands over."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.services.reviewing import Reviewed
from ogp_desktop.ui.stage import StageScreen
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.label import Label


class ReviewScreen(StageScreen):
    """Shows the draft of the observations."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(theme, "", "h3")
        QVBoxLayout(self).addWidget(self._title)

    def show_state(self, state: Reviewed) -> None:
        """Show how many notes the draft was made from."""
        self._title.setText(self.tr("%n note(s)", "", len(state.notes)))
