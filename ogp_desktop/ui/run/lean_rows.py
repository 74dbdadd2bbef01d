"""The scales of the either/or choices, placed by the list; hands are counted on request.

The lean is the host's reading of the room. Nothing here computes it.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QStyle, QWidget

from ogp_desktop.domain.notes import Lean
from ogp_desktop.kits.local_kit import LocalChoice
from ogp_desktop.ui import words_lean
from ogp_desktop.ui.run.notes_state import NotesState, RowKind
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.hand_counts import HandCounts
from ogp_desktop.ui.widgets.lean import DependsRadio, LeanScale
from ogp_desktop.ui.widgets.pill import Pill

_DEPENDS = "depends"


class LeanRow(QWidget):
    """One choice: the scale, and on request three counts of hands below it."""

    lean_chosen = Signal(object)
    height_changed = Signal()
    entered = Signal(str)

    def __init__(self, theme: Theme, choice: LocalChoice, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lean = Lean(choice_id=choice.id)
        self._has_foot = True
        steps = tuple(Option(str(step), word) for step, word in words_lean.lean_steps(choice))
        self.scale = LeanScale(
            theme,
            (choice.first, choice.second),
            steps,
            unset=words_lean.lean_unset(),
            name=words_lean.lean_name(number),
            parent=self,
        )
        self.depends = DependsRadio(theme, Option(_DEPENDS, words_lean.lean_depends()), self)
        self.scale.group.addButton(self.depends)
        self.scale.chosen.connect(self._on_chosen)
        for radio in self.scale.radios():
            radio.installEventFilter(self)
        self.hands = Pill(theme, "", "hand", has_menu=True, parent=self)
        self.hands.clicked.connect(self._turn_hands)
        self._counts = HandCounts(theme, words_lean.hand_labels(choice), self)
        self._counts.edited.connect(self._on_hands)
        self._counts.hide()

    def show_lean(self, lean: Lean | None, *, is_active: bool) -> None:
        """Show what is recorded; beyond the steps only where there is something to say or do."""
        self._lean = lean or Lean(choice_id=self._lean.choice_id)
        step = None if self._lean.step is None else str(self._lean.step)
        self.scale.set_key(_DEPENDS if self._lean.depends else step)
        self.scale.update()
        self._counts.show_counts(self._lean.hands)
        self.hands.setText(words_lean.hands(self._lean))
        self._has_foot = is_active or self._lean.depends or self._lean.has_hands
        self.hands.setVisible(self._has_foot)
        self.depends.setVisible(self._has_foot)
        self._place()

    def wanted_height(self, width: int) -> int:
        """Return the height at a width, in pixels."""
        tall = self.scale.heightForWidth(width) + self._foot_height(width)
        if self._counts.isVisibleTo(self):
            tall += self._theme.px(8) + self._counts.heightForWidth(width)
        return tall

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when somebody goes to the scale."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self._lean.choice_id)
        return super().eventFilter(watched, event)

    def resizeEvent(self, _event: object) -> None:
        """Place scale, pill and counts."""
        self._place()

    def _place(self) -> None:
        wide = self.width()
        tall = self.scale.heightForWidth(wide)
        self.scale.setGeometry(0, 0, wide, tall)
        top = tall + self._theme.px(6)
        first, second = self.depends.sizeHint(), self.hands.sizeHint()
        x = wide - second.width()
        y = top + max(0, first.height() - second.height()) // 2
        if first.width() + self._theme.px(8) > x:  # no room side by side
            x, y = 0, top + first.height() + self._theme.px(6)
        for widget, spot in (
            (self.depends, QRect(QPoint(0, top), first)),
            (self.hands, QRect(QPoint(x, y), second)),
        ):
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))
        below = tall + self._foot_height(wide) + self._theme.px(8)
        self._counts.setGeometry(0, below, wide, self._counts.heightForWidth(wide))

    def _foot_height(self, width: int) -> int:
        if not self._has_foot:
            return 0
        first, second = self.depends.sizeHint(), self.hands.sizeHint()
        is_one_line = first.width() + self._theme.px(8) + second.width() <= width
        tall = max(first.height(), second.height())
        more = 0 if is_one_line else second.height() + self._theme.px(6)
        return tall + more + self._theme.px(6)

    def _turn_hands(self) -> None:
        self._counts.setVisible(not self._counts.isVisibleTo(self))
        self.height_changed.emit()
        if self._counts.isVisible():
            self._counts.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, key: str) -> None:
        is_depends = key == _DEPENDS
        step = None if is_depends else int(key)
        self.lean_chosen.emit(replace(self._lean, step=step, depends=is_depends))

    def _on_hands(self, first: int | None, second: int | None, undecided: int | None) -> None:
        self.lean_chosen.emit(
            replace(self._lean, hands_first=first, hands_second=second, hands_undecided=undecided)
        )


class LeanRows(QObject):
    """The scales of the question shown. Signals: ``lean_chosen(Lean)``, ``height_changed()``,
    ``entered(choice_id)`` when the keyboard or the pointer goes to a scale.
    """

    lean_chosen = Signal(object)
    height_changed = Signal()
    entered = Signal(str)

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._theme, self._viewport = theme, viewport
        self._rows: dict[str, LeanRow] = {}
        self._shown: NotesState | None = None

    def show(self, state: NotesState) -> None:
        """Show the leans of a state; the scales stay while the question does."""
        listed = {
            row.choice_id: panel.is_active
            for panel in state.panels
            for row in panel.rows
            if row.kind is RowKind.CHOICE
        }
        is_same = self._shown is not None and self._shown.question is state.question
        self._shown = state
        if not is_same:
            self._make(state)
        for choice_id, row in self._rows.items():
            row.setVisible(choice_id in listed)
            lean = state.leans.get(choice_id)
            row.show_lean(lean, is_active=listed.get(choice_id, False))

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        if self._shown is not None:
            self._make(self._shown)
            self.show(self._shown)

    def height(self, choice_id: str, width: int) -> int:
        """Return the height of a scale at a width, in pixels."""
        row = self._rows.get(choice_id)
        return row.wanted_height(width) if row is not None else 0

    def place(self, choice_id: str, rect: QRect) -> None:
        """Put a scale where its row is on the screen."""
        if choice_id in self._rows:
            self._rows[choice_id].setGeometry(rect)

    def focus(self, choice_id: str) -> None:
        """Put the keyboard on a scale."""
        row = self._rows.get(choice_id)
        if row is not None:
            chosen = row.scale.group.checkedButton() or row.scale.radios()[2]
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, state: NotesState) -> None:
        for old in self._rows.values():
            old.hide()
            old.deleteLater()
        self._rows = {}
        for number, choice in enumerate(state.question.choices, start=1):
            row = LeanRow(self._theme, choice, number, self._viewport)
            row.lean_chosen.connect(self.lean_chosen)
            row.height_changed.connect(self.height_changed)
            row.entered.connect(self.entered)
            self._rows[choice.id] = row
