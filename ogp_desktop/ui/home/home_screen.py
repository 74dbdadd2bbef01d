"""Home: every conversation in one list, newest first, and the kits at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui.home.conversation_list import (
    ConversationList,
    ConversationListModel,
    Rows,
)
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Choice, EmptyState, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLine:
    """What Home tells of one kit; ``closed_on`` is a date in words when its window is over."""

    title: str
    languages: str
    closed_on: str | None = None


class HomeScreen(QWidget):
    """Renders rows and kits; emits what the person wants. Works before anything is loaded."""

    new_requested = Signal()
    sample_requested = Signal()
    import_requested = Signal()
    open_requested = Signal(str)
    notice_chosen = Signal(str)

    def __init__(self, theme: Theme, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kits: Sequence[KitLine] = ()
        self._notice: Notice | None = None
        self._model = ConversationListModel(rows, self)
        self.list = ConversationList(theme, self._model, self)
        self.list.open_requested.connect(self.open_requested)
        self._build()
        self._retranslate()
        self.reload()
        theme.changed.connect(self._restyle)

    def _build(self) -> None:
        theme = self._theme
        self._title = Label(theme, role="question")
        self.new_button = Button(theme, kind="primary", icon="plus")
        self.new_button.clicked.connect(self.new_requested)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.new_button)
        self._empty = EmptyState(theme, "notebook-pen", "")
        self._kits_card = Card(theme)
        self._kits_title = Label(theme, role="h3")
        self._import = Button(theme, kind="quiet", icon="download")
        self._import.clicked.connect(self.import_requested)
        kits_head = QHBoxLayout()
        kits_head.addWidget(self._kits_title)
        kits_head.addStretch(1)
        kits_head.addWidget(self._import)
        self._kits_card.body.addLayout(kits_head)
        self._kit_lines = QVBoxLayout()
        self._kits_card.body.addLayout(self._kit_lines)
        self._page = QVBoxLayout(self)
        self._page.addLayout(head)
        self._page.addWidget(self.list, 1)
        self._page.addWidget(self._empty, 1)
        self._page.addWidget(self._kits_card)
        self._restyle()

    def reload(self) -> None:
        """Read the rows again."""
        self._model.reload()
        has_rows = self._model.rowCount() > 0
        self.list.setVisible(has_rows)
        self._empty.setVisible(not has_rows)

    def show_kits(self, kits: Sequence[KitLine]) -> None:
        """Show the kits at hand, each with its languages and the end of its window."""
        self._kits = kits
        while (item := self._kit_lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for kit in kits:
            text = self.tr("{title} ({languages})").format(title=kit.title, languages=kit.languages)
            if kit.closed_on is not None:
                text = self.tr("{kit}. Closed {date}").format(kit=text, date=kit.closed_on)
            self._kit_lines.addWidget(WrapLabel(self._theme, text, role="body", color="ink2"))

    def show_notice(self, notice: Notice | None) -> None:
        """Put one message on top of the page, or take it away."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        if notice is not None:
            notice.action_chosen.connect(self.notice_chosen)
            self._page.insertWidget(1, notice)

    def set_ready(self, is_ready: bool) -> None:
        """Allow what needs the data file to be open, or not yet."""
        self.new_button.setEnabled(is_ready)
        self._import.setEnabled(is_ready)
        self._empty.setEnabled(is_ready)

    def first_focus(self) -> QWidget:
        """Return the list when there is something in it, else the likely next step."""
        return self.list if self.list.isVisibleTo(self) else self.new_button

    def _renew_empty(self) -> None:
        before = self._empty
        self._empty = EmptyState(
            self._theme,
            "notebook-pen",
            self.tr("No conversations yet."),
            self.tr("Everything works without internet."),
            (Choice("sample", self.tr("Try the sample conversation")),),
        )
        self._empty.setVisible(before.isVisibleTo(self))
        self._empty.action_chosen.connect(self._chosen_when_empty)
        self._page.replaceWidget(before, self._empty)
        before.hide()
        before.deleteLater()

    def _chosen_when_empty(self, key: str) -> None:
        (self.new_requested if key == "new" else self.sample_requested).emit()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Conversations"))
        self.new_button.setText(self.tr("New conversation"))
        self._kits_title.setText(self.tr("Kits"))
        self._import.setText(self.tr("Import kit"))
        self.list.setAccessibleName(self.tr("Conversations"))
        self._renew_empty()
        self.show_kits(self._kits)

    def _restyle(self) -> None:
        px = self._theme.px
        self._page.setContentsMargins(px(24), px(18), px(24), px(18))
        self._page.setSpacing(px(12))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
