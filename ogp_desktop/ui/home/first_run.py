"""The first page anybody sees: language first, at once, so that all after it can be read.

No account, no network, no steps: two ways on, and everything can be changed later in Settings.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ogp_desktop.ui import words_home
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.translation import language_name
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import announce
from ogp_desktop.ui.widgets.scroll import ScrollPane

SCALES = ("1.0", "1.25", "1.5", "2.0")
_WIDTH = 600


class FirstRunScreen(QWidget):
    """Emits each choice as it is made; both buttons end the page and are always in sight."""

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    text_scale_chosen = Signal(float)
    folder_chosen = Signal(object)
    sample_requested = Signal()
    start_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        languages: Sequence[str],
        language: str,
        folder: Path,
        may_change: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = folder
        self._may_change = may_change
        self._has_notes = False
        self._refused = ""
        self.folder_button = Button(theme, kind="plain", icon="folder")
        self.folder_button.clicked.connect(self.ask_folder)
        self.languages = QComboBox()
        for code in languages:
            self.languages.addItem(language_name(code), code)
        self.languages.setCurrentIndex(max(0, self.languages.findData(language)))
        self.languages.activated.connect(
            lambda _: self.language_chosen.emit(self.languages.currentData())
        )
        self.sample_button = Button(theme, kind="plain")
        self.sample_button.clicked.connect(self.sample_requested)
        self.start_button = Button(theme, kind="primary")
        self.start_button.clicked.connect(self.start_requested)
        self._page = QWidget()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._page)
        self._fill()
        theme.changed.connect(self._fill)

    def set_ready(self, is_ready: bool) -> None:
        """Allow the way on once the data file is open."""
        self.sample_button.setEnabled(is_ready)
        self.start_button.setEnabled(is_ready)

    def show_folder(self, folder: Path, *, has_notes: bool) -> None:
        """Say where notes are kept from now on, and whether some are there already."""
        self._folder, self._has_notes, self._refused = folder, has_notes, ""
        self._fill()
        announce(self, words_home.kept_in(folder, has_notes=has_notes))

    def refuse_folder(self, code: str) -> None:
        """Say why the folder that was chosen cannot hold the notes; the one before stays."""
        self._refused = code
        self._fill()
        announce(self, words_home.folder_refused(code))

    def ask_folder(self) -> None:
        """Ask for another folder; nothing waits meanwhile."""
        dialog = QFileDialog(self, self.tr("Where your notes are kept"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.folder_chosen.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def first_focus(self) -> QWidget:
        """Return the language, without which nothing else can be read."""
        return self.languages

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card within the page."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        """Build the page anew, keeping what is pressed: lengths and words have changed."""
        theme, px = self._theme, self._theme.px
        focus = self.focusWidget()
        for kept in self._kept():
            kept.setParent(None)
        before, self._page = self._page, QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._card = Card(theme, padding=24, spacing=14)
        self._welcome = Label(theme, self.tr("Welcome"), role="question")
        self._card.body.addWidget(self._welcome)
        self._choices = self._make_choices()
        self._pane = ScrollPane()
        self._pane.show_content(self._choices)
        self._card.body.addWidget(self._pane)
        self._card.body.addLayout(self._ways())
        column.addStretch(1)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._whole.replaceWidget(before, self._page)
        before.hide()
        before.deleteLater()  # one of its buttons may be telling us this very moment
        self._fit()
        if focus in self._kept():
            focus.setFocus()

    def _kept(self) -> tuple[QWidget, ...]:
        return (self.languages, self.folder_button, self.sample_button, self.start_button)

    def _fit(self) -> None:
        """As wide as is good to read; as high as it needs, or as there is room for."""
        px, body = self._theme.px, self._card.body
        width = min(px(_WIDTH), max(self.width() - px(28), 1))
        self._card.setFixedWidth(width)
        margins = body.contentsMargins()
        needed = self._choices.heightForWidth(width - margins.left() - margins.right())
        others = (self._welcome.sizeHint().height(), self.start_button.sizeHint().height())
        around = sum(others) + 2 * body.spacing() + margins.top() + margins.bottom()
        self._pane.setFixedHeight(max(min(needed, self.height() - px(20) - around), px(40)))

    def _make_choices(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(14))
        column.addLayout(self._form())
        kept = words_home.kept_in(self._folder, has_notes=self._has_notes)
        place = QHBoxLayout()
        place.setSpacing(self._theme.px(12))
        place.addWidget(WrapLabel(self._theme, kept, color="ink2"), 1)
        place.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(place)
        self.folder_button.setText(self.tr("Change..."))
        self.folder_button.set_name(self.tr("Keep the notes in another folder"))
        self.folder_button.setVisible(self._may_change)
        if self._refused:
            refused = words_home.folder_refused(self._refused)
            column.addWidget(WrapLabel(self._theme, refused, "caption_b", "over"))
        quiet = self.tr("Nothing is sent anywhere until you choose Send.")
        column.addWidget(WrapLabel(self._theme, quiet, color="ink2"))
        column.addStretch(1)
        return inner

    def _ways(self) -> QBoxLayout:
        self.sample_button.setText(self.tr("Try the sample conversation"))
        self.start_button.setText(self.tr("Start my own"))
        row = QHBoxLayout()
        row.addWidget(self.sample_button)
        row.addStretch(1)
        row.addWidget(self.start_button)
        return row

    def _form(self) -> QFormLayout:
        theme = self._theme
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(theme.px(16))
        form.setVerticalSpacing(theme.px(14))
        self.languages.setAccessibleName(self.tr("Language"))
        form.addRow(Label(theme, self.tr("Language")), self.languages)
        sizes = tuple(
            Option(scale, QLocale().toString(round(float(scale) * 100)) + "\u00a0%")
            for scale in SCALES
        )
        self._scales = SegmentedChoice(theme, sizes, name=self.tr("Text size"))
        self._scales.set_key(str(theme.text_scale))
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
