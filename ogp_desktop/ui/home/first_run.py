"""The first page anybody sees: language first, at once, so that all after it can be read.

No account, no network, no steps: two ways on, and everything can be changed later in Settings.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.translation import language_name
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.widgets.label import Label, WrapLabel

SCALES = ("1.0", "1.25", "1.5", "2.0")
_WIDTH = 640


class FirstRunScreen(QScrollArea):
    """Emits each choice as it is made; both buttons end the page."""

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    text_scale_chosen = Signal(float)
    sample_requested = Signal()
    start_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        languages: Sequence[str],
        language: str,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = folder
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.languages = QComboBox()
        for code in languages:
            self.languages.addItem(language_name(code), code)
        self.languages.setCurrentIndex(max(0, list(languages).index(language)))
        self.languages.activated.connect(
            lambda _: self.language_chosen.emit(self.languages.currentData())
        )
        self.sample_button = Button(theme, kind="plain")
        self.sample_button.clicked.connect(self.sample_requested)
        self.start_button = Button(theme, kind="primary")
        self.start_button.clicked.connect(self.start_requested)
        self._fill()
        theme.changed.connect(self._fill_later)

    def set_ready(self, is_ready: bool) -> None:
        """Allow the way on once the data file is open."""
        self.sample_button.setEnabled(is_ready)
        self.start_button.setEnabled(is_ready)

    def _fill(self) -> None:
        theme, px = self._theme, self._theme.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(24), px(32), px(24), px(32))
        card = Card(theme, padding=28, spacing=18)
        card.setMaximumWidth(px(_WIDTH))
        card.body.addWidget(Label(theme, self.tr("Welcome"), role="question"))
        card.body.addLayout(self._form())
        card.body.addWidget(
            WrapLabel(
                theme,
                self.tr("Your notes are kept on this computer only, in: {folder}").format(
                    folder=f"\u2066{self._folder}\u2069"
                ),
                color="ink2",
            )
        )
        ways = QHBoxLayout()
        ways.addWidget(self.sample_button)
        ways.addStretch(1)
        ways.addWidget(self.start_button)
        self.sample_button.setText(self.tr("Try the sample conversation"))
        self.start_button.setText(self.tr("Start my own"))
        card.body.addLayout(ways)
        card.body.addWidget(
            WrapLabel(
                theme,
                self.tr("Nothing is sent anywhere until you choose Send."),
                role="caption",
                color="ink2",
            )
        )
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        card.setMinimumWidth(min(px(_WIDTH), max(px(300), self.width() - px(48))))
        self.setWidget(page)

    def _form(self) -> QFormLayout:
        theme = self._theme
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(theme.px(16))
        form.setVerticalSpacing(theme.px(14))
        self.languages.setAccessibleName(self.tr("Language"))
        form.addRow(Label(theme, self.tr("Language")), self.languages)
        sizes = tuple(
            Option(scale, QLocale().toString(round(float(scale) * 100)) + "\u00a0%")
            for scale in SCALES
        )
        self._scales = SegmentedChoice(theme, sizes, name=self.tr("Text size"))
        self._scales.set_key(str(float(theme.text_scale)))
        self._scales.chosen.connect(lambda key: self.text_scale_chosen.emit(float(key)))
        form.addRow(Label(theme, self.tr("Text size")), self._scales)
        looks = (
            Option("system", self.tr("Like the computer"), "monitor"),
            Option("light", self.tr("Light"), "sun"),
            Option("dark", self.tr("Dark"), "moon"),
        )
        self._schemes = SegmentedChoice(theme, looks, name=self.tr("Look"))
        self._schemes.set_key(theme.scheme.value)
        self._schemes.chosen.connect(self.scheme_chosen)
        form.addRow(Label(theme, self.tr("Look")), self._schemes)
        return form

    def _fill_later(self) -> None:
        """Build the page anew, keeping what stays: lengths and words have changed everywhere."""
        for kept in (self.languages, self.sample_button, self.start_button):
            kept.setParent(None)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # one of its buttons may be telling us this very moment
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill_later()
