"""The form of Prepare: everything the host decides beforehand, each value told as it settles."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ogp_desktop.domain.conversation import Attribution, ConversationState, Preparation
from ogp_desktop.domain.format import Format
from ogp_desktop.ui import words_turns
from ogp_desktop.ui.prepare.end_field import EndField
from ogp_desktop.ui.prepare.group_counts import GroupCounts
from ogp_desktop.ui.prepare.people_field import PeopleField
from ogp_desktop.ui.prepare.prepare_state import PrepareState
from ogp_desktop.ui.prepare.role_chips import RoleChips
from ogp_desktop.ui.prepare.screen_field import ScreenField
from ogp_desktop.ui.prepare.turns_chips import TurnsChips
from ogp_desktop.ui.prepare.window_notice import WindowBox
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.translation import language_name
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.combo import Combo
from ogp_desktop.ui.widgets.field_row import FieldRow
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.widgets.settling import Settling
from ogp_desktop.ui.widgets.text_line import TextLine
from ogp_desktop.ui.widgets.toggle import ToggleChip
from ogp_desktop.ui.words_home import format_word
from ogp_desktop.ui.words_prepare import minutes_refusal, refusal_sentence


class PrepareForm(QWidget):
    """Signals: ``edited(Preparation)`` as values settle, ``kit_chosen(id)``, ``kits_wanted()``,
    ``turns_chosen(TurnsBy | None)``, ``screen_test_requested()``, ``screen_look_requested()``;
    ``end_read()`` when the end was typed, readable or not.
    """

    edited = Signal(object)
    kit_chosen = Signal(str)
    kits_wanted = Signal()
    turns_chosen = Signal(object)
    screen_test_requested = Signal()
    screen_look_requested = Signal()
    end_read = Signal()

    title: TextLine

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typed: Preparation | None = None
        self._settling = Settling(self)
        self._settling.settled.connect(self._tell)
        self._rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def make(self) -> Iterator[None]:
        """Make the fields, some at a time."""
        yield from self._make_what()
        yield from self._make_how_long()
        yield from self._make_who()
        self._column.addStretch(1)
        self._join()

    def _make_what(self) -> Iterator[None]:
        self.title, self._place = TextLine(), TextLine()
        self._add("title", self.title)
        self._add("place", self._place)
        yield
        self._kit, self._window = Combo(), WindowBox(self._theme)
        self._add("kit", self._kit)
        self._column.addWidget(self._window)
        self._language, self._notes_language = Combo(), Combo()
        self._add("language", self._language)
        self._add("notes_language", self._notes_language)
        yield

    def _make_how_long(self) -> Iterator[None]:
        theme = self._theme
        self._way, self._presets = ChoiceBox(theme), ChoiceBox(theme)
        self._minutes = CountField(theme, "", 90)
        length = FlowBox(theme, 6)
        length.add(self._presets)
        length.add(self._minutes)
        self._add("format", self._way)
        self._add("minutes", length, self._minutes)
        yield
        self._end = EndField(theme)
        end = FlowBox(theme, 6)
        end.add(self._end)
        self._people = PeopleField(theme)
        self._interpreter = ToggleChip(theme, "")
        interpreter = FlowBox(theme, 6)
        interpreter.add(self._interpreter)
        self._add("ends_by", end, self._end)
        self._add("people", self._people, self._people.people)
        self._add("interpreter", interpreter, self._interpreter)
        yield

    def _make_who(self) -> Iterator[None]:
        theme = self._theme
        self._roles, self._turns = RoleChips(theme), TurnsChips(theme)
        self._add("roles", self._roles)
        self._add("turns", self._turns)
        yield
        self._rule, self._groups, self._screen = Combo(), GroupCounts(theme), ScreenField(theme)
        self._add("attribution", self._rule)
        self._add("group_counts", self._groups)
        self._add("screen", self._screen)
        yield

    def _add(self, name: str, field: QWidget, focus: QWidget | None = None) -> None:
        self._rows[name] = FieldRow(self._theme, field, focus)
        self._column.addWidget(self._rows[name])

    def settle(self) -> None:
        """Tell now what was typed and not told yet; called before leaving."""
        self._settling.settle()

    def show_state(self, state: PrepareState) -> None:
        """Show the state; what is being typed at this moment is left alone until it settles."""
        self._screen.show_state(state.screen)
        if self._settling.is_waiting:
            return
        now = self._typed = state.preparation
        self._name_rows()
        _show_text(self.title, now.title)
        _show_text(self._place, now.place)
        self._show_choices(state)
        self._minutes.set_count(now.minutes)
        self._end.show_time(now.ends_by)
        self._interpreter.setChecked(now.is_interpreted)
        self._people.show_state(state)
        self._roles.show_state(state.roles, now.roles)
        self._turns.show_state(state.turns, state.kept_turns)
        self._groups.show_state(state.groups, now.group_counts)
        self._show_notes(state)
        self._window.show_state(state.window)
        for name, row in self._rows.items():
            is_kept_open = name in {"title", "place"}
            is_sealed = state.stage is ConversationState.SEALED
            is_open = state.is_editable or (is_kept_open and not is_sealed)
            row.setEnabled(is_open or name == "screen")
        self._rows["turns"].setVisible(bool(state.turns))

    def _show_choices(self, state: PrepareState) -> None:
        now = state.preparation
        self._kit.show_state([(kit.id, kit.title) for kit in state.kits], state.kit_id)
        self._language.show_state(_named(state.languages), now.language)
        self._notes_language.show_state(_named(state.notes_languages), now.notes_language)
        self._rule.show_state([(rule.id, rule.title) for rule in state.rules], now.attribution)
        ways = tuple(Option(way, format_word(way)) for way in state.formats)
        self._way.show_state(ways, now.format)
        lengths = tuple(
            Option(str(length), self.locale().toString(length)) for length in state.presets
        )
        self._presets.show_state(lengths, str(now.minutes))

    def _show_notes(self, state: PrepareState) -> None:
        now = state.preparation
        refused = state.refusal.data.get("field") if state.refusal else None
        refused = "people" if refused == "tables" else refused
        for name, row in self._rows.items():
            is_it = state.refusal is not None and name == refused
            row.set_refusal(_refusal_words(state, name) if is_it else "")
        if self._end.is_wrong:
            self._rows["ends_by"].set_refusal(self.tr("Write a time such as 17:00."))
        is_ours = now.format in state.our_formats
        self._rows["format"].set_note(
            self.tr("Hybrid is our addition; the kit's guide does not describe it.")
            if is_ours
            else ""
        )
        self._rows["ends_by"].set_note(
            self.tr("Leave it empty where the end is not fixed.") if now.ends_by is None else ""
        )
        self._rows["turns"].set_note(words_turns.promise() if state.kept_turns else "")
        self._rows["interpreter"].set_note(
            self.tr(
                "Everything is said twice, so talk takes half as long again, and each person has "
                "two thirds of it."
            )
            if now.is_interpreted
            else ""
        )
        spoken = [rule.spoken for rule in state.rules if rule.id == now.attribution]
        self._rows["attribution"].set_note(spoken[0] if spoken else "")
        counted = self.tr("{counted} of {people} counted. Optional: counts only, never names.")
        self._rows["group_counts"].set_note(
            counted.format(
                counted=self.locale().toString(state.counted),
                people=self.locale().toString(now.people),
            )
        )

    def _name_rows(self) -> None:
        labels = {
            "title": self.tr("Title"),
            "place": self.tr("Place"),
            "kit": self.tr("Kit"),
            "language": self.tr("Language"),
            "notes_language": self.tr("Notes in"),
            "format": self.tr("How"),
            "minutes": self.tr("Minutes"),
            "ends_by": self.tr("Must end at"),
            "people": self.tr("People"),
            "interpreter": self.tr("Interpreter"),
            "roles": self.tr("Roles"),
            "attribution": self.tr("Who said it"),
            "group_counts": self.tr("In the room"),
            "turns": self.tr("Turns"),
            "screen": self.tr("Second screen"),
        }
        for name, label in labels.items():
            self._rows[name].set_label(label)
        self._interpreter.set_label(self.tr("Consecutive interpretation"))
        self._interpreter.setAccessibleName(self.tr("Consecutive interpretation"))
        self._presets.setAccessibleName(self.tr("Usual lengths in minutes"))
        self.title.setPlaceholderText(self.tr("For example: Open forum"))
        self._place.setPlaceholderText(self.tr("Town, or online"))

    def _join(self) -> None:
        for line, name in ((self.title, "title"), (self._place, "place")):
            line.textEdited.connect(lambda text, name=name: self._type(**{name: text}))
            line.editingFinished.connect(self.settle)
        self._kit.chosen.connect(self.kit_chosen)
        self._language.chosen.connect(lambda code: self._choose(language=code))
        self._notes_language.chosen.connect(lambda code: self._choose(notes_language=code))
        self._rule.chosen.connect(lambda rule: self._choose(attribution=Attribution(rule)))
        self._way.chosen.connect(lambda way: self._choose(format=Format(way)))
        self._presets.chosen.connect(lambda length: self._choose(minutes=int(length)))
        self._minutes.value_changed.connect(lambda count: self._type(minutes=count))
        self._minutes.editingFinished.connect(self.settle)
        self._end.edited.connect(lambda at: self._type(ends_by=at))
        self._end.editingFinished.connect(self._finish_end)
        self._interpreter.clicked.connect(lambda is_on: self._choose(is_interpreted=is_on))
        self._people.people_edited.connect(lambda count: self._type(people=count))
        self._people.tables_edited.connect(lambda count: self._type(tables=count))
        self._people.settled.connect(self.settle)
        self._roles.edited.connect(lambda roles: self._choose(roles=roles))
        self._groups.edited.connect(lambda counts: self._type(group_counts=counts))
        self._groups.settled.connect(self.settle)
        self._turns.chosen.connect(self.turns_chosen)
        self._window.kits_wanted.connect(self.kits_wanted)
        self._screen.test_requested.connect(self.screen_test_requested)
        self._screen.look_requested.connect(self.screen_look_requested)

    def _finish_end(self) -> None:
        self.settle()
        self.end_read.emit()

    def _type(self, **values: Any) -> None:
        if self._typed is not None:
            self._typed = replace(self._typed, **values)
            self._settling.touch()

    def _choose(self, **values: Any) -> None:
        self._type(**values)
        self.settle()

    def _tell(self) -> None:
        if self._typed is not None:
            self.edited.emit(self._typed)

    def _restyle(self) -> None:
        pad = self._theme.px(14)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(self._theme.px(10))


def _named(codes: Iterable[str]) -> list[tuple[str, str]]:
    return [(code, language_name(code)) for code in codes]


def _refusal_words(state: PrepareState, name: str) -> str:
    if state.refusal is None:
        return ""
    if name == "minutes":
        return minutes_refusal(state.refusal, state.preparation.minutes, state.enough_minutes)
    return refusal_sentence(state.refusal)


def _show_text(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
