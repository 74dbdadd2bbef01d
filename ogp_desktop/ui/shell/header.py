"""The one bar on top: back and name, five stages, what is saved, connected and waiting, menu."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ogp_desktop.ui import words_shell
from ogp_desktop.ui.layout_size import BAR_HEIGHT, Columns, LayoutSize
from ogp_desktop.ui.shell.network_hint import NetworkHint
from ogp_desktop.ui.shell.short_label import ShortLabel
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Tone
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choices import Option, StageSwitcher
from ogp_desktop.ui.widgets.pill import Pill

_CHIP_LOOKS: dict[str, tuple[str, Tone]] = {
    "running": ("timer", "ok"),
    "wrap_up": ("triangle-alert", "warn"),
    "over": ("octagon-alert", "over"),
    "paused": ("pause", "idle"),
}
"""Icon and tone of the clock for each value of ``TimerState`` that has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderState:
    """What the bar says. ``stage`` is ``None`` outside a conversation; texts are ready to show."""

    title: str = ""
    facts: str = ""
    stage: Stage | None = None
    saved: str = ""
    saved_short: str = ""
    is_unsaved: bool = False
    network: NetworkHint = NetworkHint.UNKNOWN
    waiting: int = 0
    chip: str = ""
    chip_name: str = ""
    chip_state: str = "running"
    has_way_back: bool = False


class Header(QWidget):
    """Renders a ``HeaderState``; emits where the person wants to go."""

    back_requested = Signal()
    stage_requested = Signal(object)
    saved_requested = Signal()
    connection_requested = Signal()
    outbox_requested = Signal()
    settings_requested = Signal()
    keys_requested = Signal()
    about_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = HeaderState()
        self._size: LayoutSize | None = None
        self._build()
        self._retranslate()
        theme.changed.connect(self._restyle)

    def _build(self) -> None:
        theme = self._theme
        self._back = Button(theme, kind="quiet", icon="chevron-left", name=self.tr("Home"))
        self._back.clicked.connect(self.back_requested)
        self._title = ShortLabel(theme, role="strong")
        self._facts = ShortLabel(theme, role="caption", color="ink2")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(self._facts)
        names.addStretch(1)
        self._stages = self._new_stages()
        self._chip = Pill(theme, icon="timer", tone="ok")
        self._chip.clicked.connect(lambda: self.stage_requested.emit(Stage.RUN))
        self._saved = Pill(theme, icon="check")
        self._saved.clicked.connect(self.saved_requested)
        self._network = Pill(theme, icon="wifi-off")
        self._network.clicked.connect(self.connection_requested)
        self._outbox = Pill(theme, icon="inbox")
        self._outbox.clicked.connect(self.outbox_requested)
        self._menu_button = Button(theme, kind="quiet", icon="menu", name=self.tr("Menu"))
        self._menu_button.clicked.connect(self.open_menu)
        row = QHBoxLayout(self)
        row.addWidget(self._back)
        row.addLayout(names)
        row.addWidget(self._stages)
        row.addWidget(self._chip)
        row.addStretch(1)
        for pill in (self._saved, self._network, self._outbox):
            row.addWidget(pill)
        row.addWidget(self._menu_button)
        self._row = row
        self._restyle()

    def show_state(self, state: HeaderState) -> None:
        """Show a state whole."""
        self._state = state
        has_stage = state.stage is not None
        self._back.setVisible(has_stage or state.has_way_back)
        self._title.setText(state.title or self.tr("OGP Desktop"))
        self._title.setIndent(0 if self._back.isVisibleTo(self) else self._theme.px(8))
        self._stages.setVisible(has_stage)
        if state.stage is not None:
            self._stages.set_key(state.stage.value)
        self._chip.setVisible(bool(state.chip))
        self._chip.setText(state.chip)
        icon, tone = _CHIP_LOOKS.get(state.chip_state, ("timer", "neutral"))
        self._chip.set_icon(icon)
        self._chip.set_tone(tone)
        self._chip.setAccessibleName(state.chip_name)
        self._saved.setText(state.saved or self.tr("Saved here"))
        self._saved.set_short(state.saved_short)
        self._saved.set_icon("octagon-alert" if state.is_unsaved else "check")
        self._saved.set_tone("over" if state.is_unsaved else "neutral")
        self._network.setText(words_shell.network_word(state.network))
        self._network.set_icon(words_shell.NETWORK_ICONS[state.network])
        outbox = self.tr("Outbox %n", "", state.waiting) if state.waiting else self.tr("Outbox")
        self._outbox.setText(outbox)
        self._outbox.set_short(QLocale().toString(state.waiting) if state.waiting else "")
        self._outbox.set_tone("accent" if state.waiting else "neutral")
        self._lay_out()

    def set_layout_size(self, size: LayoutSize) -> None:
        """Leave out what there is no room for: facts first, then names of stages, then words."""
        self._size = size
        self._lay_out()

    def _lay_out(self) -> None:
        size = self._size
        is_wide = size is None or size.columns is Columns.THREE
        is_narrow = size is not None and size.columns is Columns.ONE
        self._facts.setVisible(bool(self._state.facts) and is_wide)
        self._facts.setText(self._state.facts)
        for pill in (self._network, self._outbox):
            pill.set_is_short(is_narrow)
        self._saved.set_is_short(not is_wide or bool(self._state.chip))
        has_time = bool(self._state.saved)
        has_stage = self._state.stage is not None
        has_room = not (is_narrow and has_stage and self._state.chip)  # the clock comes first
        self._saved.setVisible(has_room and (has_time or (has_stage and not is_narrow)))
        self._fit_stages()

    def _fit_stages(self) -> None:
        """Leave out the names of stages, at last that of the current one, before one is cut."""
        is_wide = self._size is None or self._size.columns is Columns.THREE
        self._stages.set_is_icon_only(not is_wide)
        if not is_wide and self._row.minimumSize().width() > self.width():
            self._stages.set_is_icon_only(True, keeps_name=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold other names."""
        super().resizeEvent(event)
        self._fit_stages()

    def _options(self) -> tuple[Option, ...]:
        return tuple(
            Option(stage.value, words_shell.stage_word(stage), words_shell.STAGE_ICONS[stage])
            for stage in Stage
        )

    def _new_stages(self) -> StageSwitcher:
        stages = StageSwitcher(self._theme, self._options(), name=self.tr("Stages"))
        stages.chosen.connect(lambda key: self.stage_requested.emit(Stage(key)))
        return stages

    def open_menu(self) -> None:
        """Open the menu; its entries are the same on every page."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, signal in (
            (self.tr("Settings"), self.settings_requested),
            (self.tr("All keys"), self.keys_requested),
            (self.tr("Outbox"), self.outbox_requested),
            (self.tr("About"), self.about_requested),
        ):
            action = QAction(text, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _retranslate(self) -> None:
        before, self._stages = self._stages, self._new_stages()
        self._row.replaceWidget(before, self._stages)
        before.hide()
        before.deleteLater()
        self._back.set_name(self.tr("Home"))
        self._menu_button.set_name(self.tr("Menu"))
        self.show_state(self._state)

    def _restyle(self) -> None:
        px = self._theme.px
        self.setMinimumHeight(px(BAR_HEIGHT))
        self._row.setContentsMargins(px(8), px(4), px(8), px(4))
        self._row.setSpacing(px(8))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words, and 48 px at least."""
        hint = super().sizeHint()
        hint.setHeight(max(hint.height(), self._theme.px(BAR_HEIGHT)))
        return hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        painter = QPainter(self)
        painter.setBrush(self._theme.color("surface"))
        painter.setPen(self._theme.color("line"))
        painter.drawRect(self.rect().adjusted(-1, -1, 0, -1))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
