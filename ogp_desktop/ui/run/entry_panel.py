"""Where a note is typed: the kinds above, the box with its chips below.

The box always shows what will be saved: kind, group, and what the line belongs to.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ogp_desktop.domain.notes import is_quotation
from ogp_desktop.kits.local_kit import LocalGroup, LocalKind
from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui import words_run
from ogp_desktop.ui.run.entry_state import EntryState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.entry import EntryBox
from ogp_desktop.ui.widgets.keys import KeyCap
from ogp_desktop.ui.widgets.kinds import KindKeys
from ogp_desktop.ui.widgets.pill import Pill, Tag


class EntryPanel(QWidget):
    """Signals: ``kind_chosen(kind_id)``, ``target_chosen(Target)``, ``group_chosen(id | None)``,
    ``save_requested(text, is_key, is_parked)``, ``draft_edited(text)``, ``emptied()``,
    ``edit_last_requested()``, ``left()`` when Escape found nothing more to clear.
    """

    kind_chosen = Signal(str)
    target_chosen = Signal(object)
    group_chosen = Signal(object)
    save_requested = Signal(str, bool, bool)
    draft_edited = Signal(str)
    emptied = Signal()
    edit_last_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._state: EntryState | None = None
        self._cleared = ""
        self._is_tiny = False
        self.keys = KindKeys(theme, (), self.tr("Kind of note"), self)
        self.box = EntryBox(theme, self.tr("Note"), "", self)
        self.kind_chip = Pill(theme, has_menu=True)
        self.place_chip = Tag(theme, "", "corner-down-right", "warn")
        self.group_chip = Pill(theme, icon="users", has_menu=True)
        self.target_chip = Pill(theme, icon="corner-down-right", has_menu=True)
        self._quotation = Tag(theme, "", "quote", "accent")
        self._enter = KeyCap(theme, self.tr("Enter"))
        self.save = Button(theme, "", "tinted")
        self._join()
        self.retranslate()

    def show_state(self, state: EntryState) -> None:
        """Show what the line will be saved as."""
        is_same = self._state is not None and self._state.question is state.question
        self._state = state
        if not is_same:
            self.keys.set_options(tuple(_option(kind) for kind in state.question.kinds))
        self.keys.set_key(state.kind.id)
        self.box.set_icon(state.kind.icon, state.kind.colour.value)
        self.kind_chip.setText(state.kind.short)
        self.kind_chip.set_icon(state.kind.icon)
        self.kind_chip.set_tone(state.kind.colour.value)
        self.kind_chip.setVisible(self._is_tiny)
        self.place_chip.setVisible(state.is_elsewhere)
        self.place_chip.setText(words_run.item_name(state.question.id, state.question.number))
        self._show_group(state)
        self._show_target(state)

    def set_is_tiny(self, is_tiny: bool) -> None:
        """Fold the row of kinds into a chip."""
        self._is_tiny = is_tiny
        self.keys.setVisible(not is_tiny)
        self._enter.setVisible(not is_tiny)
        self.kind_chip.setVisible(is_tiny)
        self.target_chip.set_is_short(is_tiny)
        if self._state is not None:
            self._show_group(self._state)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.keys.setAccessibleName(self.tr("Kind of note"))
        self.box.edit.setAccessibleName(self.tr("Note"))
        self.box.edit.setPlaceholderText(self.tr("Type what you hear, press Enter"))
        self.kind_chip.setAccessibleName(self.tr("Kind of note"))
        self._quotation.setText(self.tr("Saved as a quotation"))
        self._enter.setText(self.tr("Enter"))
        self.save.setText(self.tr("Save note"))
        self.save.setAccessibleDescription(self.tr("Enter does the same"))
        if self._state is not None:
            self.show_state(self._state)

    def text(self) -> str:
        """Return what is typed."""
        return self.box.text()

    def put_text(self, text: str) -> None:
        """Put words back into the box."""
        self.box.set_text(text)
        self._on_text()

    def tell_draft(self) -> None:
        """Tell the line again because where it belongs has changed."""
        if self.text():
            self.draft_edited.emit(self.text())

    def tell_line(self) -> None:
        """Tell the line as it stands, also when it is empty."""
        self.draft_edited.emit(self.text())

    def clear(self) -> None:
        """Empty the box: its words are on disk."""
        self._cleared = ""
        self.box.clear()
        self._on_text()

    def save_now(self, *, is_key: bool = False, is_parked: bool = False) -> None:
        """Ask for the line to be kept."""
        self.save_requested.emit(self.text(), is_key, is_parked)

    def take_back_cleared(self) -> bool:
        """Bring back what Escape cleared last; tell whether there was something."""
        if not self._cleared or self.text():
            return False
        self.put_text(self._cleared)
        self._cleared = ""
        self.draft_edited.emit(self.text())
        return True

    def open_groups(self) -> None:
        """Offer the groups; each has a letter."""
        if self._state is not None and self._state.groups:
            menu = group_menu(self, self._state.groups, self._state.barred_groups)
            menu.triggered.connect(lambda action: self.group_chosen.emit(action.data()))
            self._open(menu, self.group_chip)

    def _show_group(self, state: EntryState) -> None:
        is_barred = bool(state.groups) and len(state.barred_groups) == len(state.groups)
        label = state.group.label if state.group else words.no_group()
        self.group_chip.setVisible(bool(state.groups))
        self.group_chip.setText(self.tr("Not recorded: too few people") if is_barred else label)
        is_none = state.group is None and not is_barred
        self.group_chip.set_short("\u2013")
        self.group_chip.set_is_short(self._is_tiny and is_none)
        said = words.barred_group() if is_barred else self.tr("From: {group}").format(group=label)
        self.group_chip.setAccessibleName(said)
        self.group_chip.setToolTip(said)

    def _show_target(self, state: EntryState) -> None:
        self.target_chip.setVisible(state.target is not None)
        if state.target is not None:
            choose = state.question.choose
            is_choice = bool(state.question.choices)
            self.target_chip.set_icon("split" if is_choice else "corner-down-right")
            self.target_chip.setText(words.target(state.target, choose))
            is_all = state.target.number == 0
            self.target_chip.set_short("" if is_all else words.number(state.target.number))
            full = words.target_full(state.target, choose)
            self.target_chip.setAccessibleName(self.tr("Belongs to: {place}").format(place=full))
            self.target_chip.setToolTip(full)

    def _join(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        column.addWidget(self.keys)
        column.addWidget(self.box)
        for chip in (self.place_chip, self.kind_chip, self.group_chip, self.target_chip):
            self.box.add_chip(chip)
        self.box.add_chip(self._quotation)
        self.box.add_action(self._enter)
        self.box.add_action(self.save)
        self._quotation.hide()
        self.keys.chosen.connect(self.kind_chosen)
        self.save.clicked.connect(lambda _=False: self.save_now())
        self.kind_chip.clicked.connect(self._open_kinds)
        self.group_chip.clicked.connect(self.open_groups)
        self.target_chip.clicked.connect(self._open_targets)
        self.box.submitted.connect(lambda _text: self.save_now())
        self.box.key_point_submitted.connect(lambda _text: self.save_now(is_key=True))
        self.box.text_settled.connect(self.draft_edited)
        self.box.text_edited.connect(self._on_text)
        self.box.edit_last_requested.connect(self.edit_last_requested)
        self.box.escaped.connect(self._on_escape)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(9))

    def _on_text(self) -> None:
        text = self.text()
        self._quotation.setVisible(is_quotation(text))
        if not text:
            self.emptied.emit()

    def _on_escape(self) -> None:
        if self.text():
            self._cleared = self.text()
            self.box.clear()
            self._on_text()
            self.draft_edited.emit("")
        elif self._state is not None and self._state.group is not None:
            self.group_chosen.emit(None)
        else:
            self.left.emit()

    def _open_kinds(self) -> None:
        if self._state is None:
            return
        menu = QMenu(self)
        for kind in self._state.question.kinds:
            icon = self._theme.icon(kind.icon, kind.colour.value)
            action = menu.addAction(icon, mnemonic(kind.label))
            action.triggered.connect(lambda _=False, key=kind.id: self.kind_chosen.emit(key))
        self._open(menu, self.kind_chip)

    def _open_targets(self) -> None:
        if self._state is None:
            return
        menu = QMenu(self)
        for target in self._state.targets:
            label = words.target_full(target, self._state.question.choose)
            action = menu.addAction(mnemonic(label))
            action.triggered.connect(lambda _=False, to=target: self.target_chosen.emit(to))
        self._open(menu, self.target_chip)

    def _open(self, menu: QMenu, chip: Pill) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + self._theme.px(2))))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])


def group_menu(parent: QWidget, groups: Sequence[LocalGroup], barred: frozenset[str]) -> QMenu:
    """Return the groups to choose from, "not recorded" first; those that point at people are off.

    Each action's data is the id of its group, or nothing.
    """
    menu = QMenu(parent)
    menu.addAction(mnemonic(words.no_group()))
    for group in groups:
        action = menu.addAction(mnemonic(group.label, group.letter))
        action.setData(group.id)
        action.setEnabled(group.id not in barred)
    if barred:
        menu.addSeparator()
        menu.addAction(words.barred_group()).setEnabled(False)
    return menu


def mnemonic(label: str, letter: str = "") -> str:
    """Return a label for a menu; its letter is underlined, or added when the label has none."""
    plain = label.replace("&", "&&")
    if not letter:
        return plain
    place = plain.upper().find(letter.upper())
    if place < 0:
        return QCoreApplication.translate("Notes", "{label} (&{letter})").format(
            label=plain, letter=letter
        )
    return f"{plain[:place]}&{plain[place:]}"


def _option(kind: LocalKind) -> Option:
    return Option(kind.id, kind.short, kind.icon, kind.colour.value, kind.label)
