"""Settings and about on one plain page, and the page of all keys; every choice works at once."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.key_sheet import KeySheet
from ogp_desktop.ui.settings.connection_card import ConnectionCard
from ogp_desktop.ui.settings.settings_model import SettingsModel
from ogp_desktop.ui.settings.settings_state import TEXT_SCALES, SettingsState
from ogp_desktop.ui.settings.sound_row import SoundRow
from ogp_desktop.ui.stage import StageScreen
from ogp_desktop.ui.theme.theme import Scheme, Theme
from ogp_desktop.ui.translation import language_name
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.combo import Combo
from ogp_desktop.ui.widgets.field_row import FieldRow
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.notice import Notice, announce
from ogp_desktop.ui.widgets.scroll import ScrollPane
from ogp_desktop.ui.words_settings import licences, scheme_name, text_size_name

PAGE_WIDTH = 760


class SettingsScreen(StageScreen):
    """``changed(part, value)`` for one preference, named as in ``Preferences``;
    ``test_requested()`` for the connection; ``sound_requested()`` to hear the sound of the clock.
    """

    changed = Signal(str, object)
    test_requested = Signal()
    sound_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: SettingsState | None = None
        self.language = Combo()
        self.look, self.text_size = ChoiceBox(theme), ChoiceBox(theme)
        self.checks = {
            name: QCheckBox()
            for name in ("has_single_keys", "shows_key_hints", "shows_whole_minutes")
        }
        self.sound = SoundRow(theme)
        self.copy = Button(theme, "", "plain", "copy")
        self.connection = ConnectionCard(theme)
        self._unkept = Notice(theme, "warn", "")
        self._path, self._safe = WrapLabel(theme), WrapLabel(theme, "", "caption", "ink2")
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._version = WrapLabel(theme, "", "strong")
        self._licences = WrapLabel(theme, "", "caption", "ink2")
        self._heads = [Label(theme, "", "h3") for _ in range(4)]
        self._rows = {
            "language": FieldRow(theme, self.language),
            "look": FieldRow(theme, self.look),
            "size": FieldRow(theme, self.text_size),
        }
        self._lay_out()
        self._join()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: SettingsState) -> None:
        """Show the state, whole, in the language of the moment."""
        self._state = state
        first = (self.tr("Look and language"), self.tr("Keys and time"))
        names = (*first, self.tr("Files"), self.tr("About"))
        for head, name in zip(self._heads, names, strict=True):
            head.setText(name)
        self._show_rows(state)
        self._show_checks(state)
        self.connection.show_state(state)
        self._unkept.setVisible(state.is_unkept)
        self._unkept.set_text(
            self.tr("This holds until you quit. It could not be written to the disk.")
        )
        self._path.setText(f"\u2066{state.folder}\u2069")
        self._safe.setText(
            self.tr("Conversations, notes and receipts are kept on this computer only, in here.")
        )
        self.copy.setText(self.tr("Copy the path"))
        self._version.setText(self.tr("OGP Desktop {version}").format(version=state.version))
        self._licences.setText(licences())

    def first_focus(self) -> QWidget | None:
        """The language, without which nothing else can be read."""
        return self.language

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_state(self._state)
        super().changeEvent(event)

    def _show_rows(self, state: SettingsState) -> None:
        labels = (self.tr("Language"), self.tr("Look"), self.tr("Text size"))
        for row, label in zip(self._rows.values(), labels, strict=True):
            row.set_label(label)
        named = [(code, language_name(code)) for code in state.languages]
        self.language.show_state(named, state.language)
        looks = tuple(Option(scheme, scheme_name(scheme)) for scheme in Scheme)
        self.look.show_state(looks, state.preferences.scheme)
        sizes = tuple(Option(str(size), text_size_name(size)) for size in TEXT_SCALES)
        self.text_size.show_state(sizes, str(state.text_scale))

    def _show_checks(self, state: SettingsState) -> None:
        words = {
            "has_single_keys": self.tr("Single keys work while nothing is being typed"),
            "shows_key_hints": self.tr("Show key hints below the notes"),
            "shows_whole_minutes": self.tr("Show whole minutes until five are left"),
        }
        for name, check in self.checks.items():
            check.setText(words[name])
            check.setChecked(getattr(state.preferences, name))
        self.sound.show_state(state)

    def _join(self) -> None:
        self.language.chosen.connect(lambda code: self.changed.emit("language", code))
        self.look.chosen.connect(lambda scheme: self.changed.emit("scheme", scheme))
        self.text_size.chosen.connect(lambda size: self.changed.emit("text_scale", float(size)))
        for name, check in self.checks.items():
            check.clicked.connect(lambda is_on, name=name: self.changed.emit(name, is_on))
        self.sound.switched.connect(lambda is_on: self.changed.emit("plays_sound", is_on))
        self.sound.try_requested.connect(self.sound_requested)
        self.copy.clicked.connect(self._copy_path)
        self.connection.test_requested.connect(self.test_requested)

    def _copy_path(self) -> None:
        if self._state is not None:
            QGuiApplication.clipboard().setText(str(self._state.folder))
            self.copy.setText(self.tr("Copied"))
            announce(self.copy, self.tr("Copied"))

    def _lay_out(self) -> None:
        cards = [Card(self._theme, 16, 10) for _ in self._heads]
        for card, head in zip(cards, self._heads, strict=True):
            card.body.addWidget(head)
        for row in self._rows.values():
            cards[0].body.addWidget(row)
        for check in (*self.checks.values(), self.sound):
            cards[1].body.addWidget(check)
        copying = QHBoxLayout()
        copying.addWidget(self.copy)
        copying.addStretch(1)
        cards[2].body.addWidget(self._path)
        cards[2].body.addWidget(self._safe)
        cards[2].body.addLayout(copying)
        cards[3].body.addWidget(self._version)
        cards[3].body.addWidget(self._licences)
        self._page = QWidget()
        self._column = QVBoxLayout()
        self._column.addWidget(self._unkept)
        for card in (*cards[:2], self.connection, *cards[2:]):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._inner = QWidget()
        self._inner.setLayout(self._column)
        across = QHBoxLayout(self._page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._inner, 100)
        across.addStretch(1)
        pane = ScrollPane()
        pane.show_content(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(pane)

    def _restyle(self) -> None:
        margin = self._theme.px(14)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(self._theme.px(12))
        self._inner.setMaximumWidth(self._theme.px(PAGE_WIDTH))


class KeysScreen(StageScreen):
    """All keys, searchable; the same sheet that F1 shows on Run."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sheet = KeySheet(theme, self)
        self.sheet.closed.connect(self.home_requested)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sheet)
        theme.changed.connect(self._restyle)
        self._restyle()

    def first_focus(self) -> QWidget | None:
        """The search."""
        self.sheet.open()
        return self.focusWidget()

    def _restyle(self) -> None:
        margin = self._theme.px(14)
        self._column.setContentsMargins(margin, margin, margin, margin)


def open_settings(desk: Desk) -> SettingsScreen:
    """Return Settings, joined to its model and showing its state."""
    screen = SettingsScreen(desk.theme)
    model = SettingsModel(desk, screen)
    screen.changed.connect(model.change)
    screen.test_requested.connect(model.test_connection)
    screen.sound_requested.connect(model.try_sound)
    screen.connection.offer.given.connect(model.offers.read)
    screen.connection.offer.answered.connect(model.offers.answer)
    model.trouble_met.connect(screen.trouble_met)
    model.state_changed.connect(screen.show_state)
    model.tell()
    return screen


def open_keys(desk: Desk) -> KeysScreen:
    """Return the page of all keys."""
    return KeysScreen(desk.theme)
