"""Home: every conversation in one list, newest first, and the kits at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui.home.conversation_list import (
    ConversationList,
    ConversationListModel,
    Rows,
)
from ogp_desktop.ui.home.first_look import Outline
from ogp_desktop.ui.layout_size import layout_size
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.choices import Option, StageSwitcher
from ogp_desktop.ui.widgets.empty_state import EmptyState
from ogp_desktop.ui.widgets.label import Label, WrapLabel

_CONVERSATIONS, _KITS = "conversations", "kits"
_LOWEST = 560
"""Below this height, at 100 %, list and kits are shown one at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLine:
    """What Home tells of one kit; ``closed_on`` is a date in words when its window is over.

    ``edition`` is its id and version when another kit has the same title.
    """

    title: str
    languages: str
    edition: tuple[str, str] | None = None
    closed_on: str | None = None


class HomeScreen(QWidget):
    """Renders rows and kits; emits what the person wants. Works before anything is loaded."""

    new_requested = Signal()
    sample_requested = Signal()
    import_requested = Signal()
    open_requested = Signal(str)

    def __init__(self, theme: Theme, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kits: Sequence[KitLine] = ()
        self._tab = _CONVERSATIONS
        self._is_ready = True
        self.list = ConversationList(theme, ConversationListModel(rows, self), self)
        self.list.open_requested.connect(self.open_requested)
        self.list.setMinimumHeight(1)  # it scrolls; the buttons beside it may not be squeezed
        self._build()
        self._name_parts()
        self.reload()
        theme.changed.connect(self._restyle)

    def reload(self) -> None:
        """Read the rows again."""
        self.list.reload()
        self._arrange()

    def show_kits(self, kits: Sequence[KitLine]) -> None:
        """Show the kits at hand, each with its languages and the end of its window."""
        self._kits = kits
        while (item := self._kit_lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for kit in kits:
            text = self.tr("{title} ({languages})").format(title=kit.title, languages=kit.languages)
            if kit.edition is not None:
                kit_id, version = kit.edition
                text = self.tr("{kit}. Version {version} of {id}").format(
                    kit=text, version=version, id=kit_id
                )
            if kit.closed_on is not None:
                text = self.tr("{kit}. Closed {date}").format(kit=text, date=kit.closed_on)
            self._kit_lines.addWidget(WrapLabel(self._theme, text, role="body", color="ink2"))

    def set_ready(self, is_ready: bool) -> None:
        """Allow what needs the data file to be open, or not yet."""
        self._is_ready = is_ready
        for part in (self.new_button, self._import, self._empty):
            part.setEnabled(is_ready)
        focus = self.window().focusWidget()
        if is_ready and self.isVisible() and not self.isAncestorOf(focus):
            # A list that could not be read yet had no place for the cursor.
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def outline(self, language: str) -> Outline | None:
        """Return where the parts stand in the window now, for its first look at the next start."""
        window, places = self.window(), self.list.first_places()
        if places is None:
            return None
        seen, row, title = places
        return Outline(
            language=language,
            text_scale=self._theme.text_scale,
            width=window.width(),
            height=window.height(),
            bar=self.mapTo(window, QPoint(0, 0)).y(),
            rows_left=seen.left(),
            rows_top=seen.top(),
            rows_width=seen.width(),
            rows_height=seen.height(),
            row=row.height(),
            title_left=title.left(),
            title_top=title.top(),
            title_width=title.width(),
            right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def first_focus(self) -> QWidget:
        """Return the list when there is something in it, else the likely next step."""
        return self.list if self.list.isVisibleTo(self) else self.new_button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside

    def _build(self) -> None:
        theme = self._theme
        self._title = Label(theme, role="question")
        self._tabs = self._make_tabs()
        self.new_button = Button(theme, kind="primary", icon="plus")
        self.new_button.clicked.connect(self.new_requested)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._tabs)
        self._head.addStretch(1)
        self._head.addWidget(self.new_button)
        self._empty = self._make_empty()
        self._import = Button(theme, kind="quiet", icon="download")
        self._import.clicked.connect(self.import_requested)
        self._kits_card = self._make_kits_card()
        self._page = QVBoxLayout(self)
        self._page.addLayout(self._head)
        self._page.addWidget(self.list, 1)
        self._page.addWidget(self._empty, 1)
        self._page.addWidget(self._kits_card)
        self._kit_lines.setSpacing(theme.px(6))

    def _make_kits_card(self) -> Card:
        card = Card(self._theme)
        self._kits_title = Label(self._theme, role="h3")
        head = QHBoxLayout()
        head.addWidget(self._kits_title)
        head.addStretch(1)
        head.addWidget(self._import)
        card.body.addLayout(head)
        self._kit_lines = QVBoxLayout()
        card.body.addLayout(self._kit_lines)
        card.body.addStretch(1)
        return card

    def _make_tabs(self) -> StageSwitcher:
        tabs = StageSwitcher(
            self._theme,
            (
                Option(_CONVERSATIONS, self.tr("Conversations"), "notebook-pen"),
                Option(_KITS, self.tr("Kits"), "folder"),
            ),
            self.tr("Parts of the page"),
        )
        tabs.set_key(self._tab)
        tabs.set_is_icon_only(True)
        tabs.chosen.connect(self._show_tab)
        return tabs

    def _show_tab(self, tab: str) -> None:
        self._tab = tab
        self._arrange()

    def _arrange(self) -> None:
        """Show list and kits below each other, or where height is scarce one at a time."""
        window = self.window()
        is_low = window.height() < self._theme.px(_LOWEST)
        is_list = not is_low or self._tab == _CONVERSATIONS
        has_rows = self.list.model().rowCount() > 0
        self._title.setVisible(not is_low)
        self._tabs.setVisible(is_low)
        self.list.setVisible(is_list and has_rows)
        self._empty.setVisible(is_list and not has_rows)
        self._kits_card.setVisible(not is_low or self._tab == _KITS)
        self._page.setStretchFactor(self._kits_card, 1 if is_low else 0)
        size = layout_size(window.width(), window.height(), self._theme.text_scale)
        px = self._theme.px
        margin = px(14)
        above, below, gap = (4, 2, 4) if size.is_tiny else (18, 14, 12)  # a notice needs the rest
        self._page.setContentsMargins(margin, px(above), margin, px(below))
        self._page.setSpacing(px(gap))

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(
            self._theme,
            "notebook-pen",
            self.tr("No conversations yet."),
            self.tr("Everything works without internet."),
            (Choice("sample", self.tr("Try the sample conversation")),),
        )
        empty.setEnabled(self._is_ready)
        empty.action_chosen.connect(self.sample_requested)
        return empty

    def _retranslate(self) -> None:
        tabs, self._tabs = self._tabs, self._make_tabs()
        empty, self._empty = self._empty, self._make_empty()
        self._head.replaceWidget(tabs, self._tabs)
        self._page.replaceWidget(empty, self._empty)
        for before in (tabs, empty):
            before.hide()
            before.deleteLater()
        self._name_parts()
        self.show_kits(self._kits)
        self._arrange()

    def _name_parts(self) -> None:
        self._title.setText(self.tr("Conversations"))
        self.new_button.setText(self.tr("New conversation"))
        self._kits_title.setText(self.tr("Kits"))
        self._import.setText(self.tr("Import kit"))
        self.list.setAccessibleName(self.tr("Conversations"))

    def _restyle(self) -> None:
        self._kit_lines.setSpacing(self._theme.px(6))
        self._arrange()
