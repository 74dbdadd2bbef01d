"""One editor for each type of form field; each tells its answer whole, ready to be kept."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QVBoxLayout, QWidget

from ogp_desktop.kits.local_kit import LocalField
from ogp_desktop.kits.vocabulary import FieldType
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.countries import country_names
from ogp_desktop.ui.review.text_box import TextBox
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.widgets.combo import Combo
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.widgets.text_line import TextLine
from ogp_desktop.ui.widgets.toggle import ToggleChip

_FEW = 4
_UNSAID = ""
_MOST = 9999


class FieldEditor(QWidget):
    """``answered(value)`` when a person answers; ``None`` takes the answer back."""

    answered = Signal(object)

    def __init__(self, theme: Theme, field: LocalField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.field = field
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def show_value(self, value: Any) -> None:
        """Show the answer of the moment."""

    def settle(self) -> None:
        """Tell what is typed."""

    def first(self) -> QWidget:
        """Return what takes the cursor."""
        return self


class TextEditor(FieldEditor):
    """Words, a date or a language."""

    def __init__(self, theme: Theme, field: LocalField, parent: QWidget | None = None) -> None:
        super().__init__(theme, field, parent)
        hint = self.tr("2022-07-05, or 2022-07") if field.type is FieldType.DATE else ""
        self.box = TextBox(theme, field.label, hint, self)
        self.box.edit.text_settled.connect(lambda text: self.answered.emit(text.strip()))
        self.box.edit.submitted.connect(lambda _text: self.settle())
        self.column.addWidget(self.box)

    def show_value(self, value: Any) -> None:
        """Show the words."""
        self.box.show_text("" if value is None else str(value))

    def settle(self) -> None:
        """Tell what is typed."""
        self.box.edit.settle()

    def first(self) -> QWidget:
        """Return the text."""
        return self.box.edit


class ChoiceEditor(FieldEditor):
    """One of a few, side by side; one of many, from a list."""

    def __init__(
        self,
        theme: Theme,
        field: LocalField,
        choices: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, field, parent)
        self._choices = ((_UNSAID, self.tr("Not answered")), *choices)
        self._row: SegmentedChoice | None = None
        self._list: Combo | None = None
        if len(choices) <= _FEW:
            options = tuple(Option(key, no_break(label)) for key, label in self._choices)
            self._row = SegmentedChoice(theme, options, field.label)
            self._row.chosen.connect(self._tell)
            self.column.addWidget(self._row)
        else:
            self._list = Combo(self)
            self._list.setAccessibleName(field.label)
            self._list.chosen.connect(self._tell)
            self.column.addWidget(self._list)

    def show_value(self, value: Any) -> None:
        """Show the choice."""
        key = _UNSAID if value is None else str(value)
        if self._row is not None:
            self._row.set_key(key)
        if self._list is not None:
            self._list.show_state(self._choices, key)

    def first(self) -> QWidget:
        """Return the chosen button, or the list."""
        if self._list is not None:
            return self._list
        radios = self._row.radios() if self._row else []
        return next((one for one in radios if one.isChecked()), radios[0])

    def _tell(self, key: str) -> None:
        self.answered.emit(key or None)


class YesNoEditor(ChoiceEditor):
    """Yes, no, or not answered."""

    def __init__(self, theme: Theme, field: LocalField, parent: QWidget | None = None) -> None:
        yes = QCoreApplication.translate("YesNoEditor", "Yes")
        no = QCoreApplication.translate("YesNoEditor", "No")
        super().__init__(theme, field, (("yes", yes), ("no", no)), parent)

    def show_value(self, value: Any) -> None:
        """Show the answer."""
        super().show_value(None if value is None else "yes" if value else "no")

    def _tell(self, key: str) -> None:
        self.answered.emit(None if key == _UNSAID else key == "yes")


class CountryEditor(FieldEditor):
    """A country by its name or its two letters (ISO 3166-1), or one of the kit's other answers."""

    def __init__(self, theme: Theme, field: LocalField, parent: QWidget | None = None) -> None:
        super().__init__(theme, field, parent)
        self._told = _UNSAID
        self._list = Combo(self)
        self._line = TextLine(self._list)
        self._list.setLineEdit(self._line)
        self._list.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self._list.setAccessibleName(field.label)
        self._choices = (
            (_UNSAID, ""),
            *((option.id, option.label) for option in field.choices),
            *country_names(QLocale()),
        )
        self._list.chosen.connect(lambda key: self.answered.emit(key or None))
        self._list.show_state(self._choices, _UNSAID)
        completer = QCompleter(self._list.model(), self._list)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setCompleter(completer)
        self._line.setPlaceholderText(self.tr("Type a name or two letters"))
        self._line.setAccessibleName(field.label)
        self._line.editingFinished.connect(self._on_typed)
        self.column.addWidget(self._list)

    def show_value(self, value: Any) -> None:
        """Show the country."""
        key = _UNSAID if value is None else str(value)
        if key != self._told or not self._line.hasFocus():
            self._list.show_state(self._choices, key)
        self._told = key

    def settle(self) -> None:
        """Tell what is typed."""
        self._on_typed()

    def first(self) -> QWidget:
        """Return the list."""
        return self._list

    def _on_typed(self) -> None:
        typed = self._list.currentText().strip()
        names = {name.casefold(): key for key, name in self._choices}
        names |= {
            name.rpartition(" (")[0].casefold(): key for key, name in self._choices if " (" in name
        }
        names |= {key.casefold(): key for key, _ in self._choices}
        found = names.get(typed.casefold())
        if found is not None and found != self._told:
            self._told = found
            self._list.show_state(self._choices, found)
            self._list.setEditText(dict(self._choices)[found])
            self.answered.emit(found or None)


class ChoicesEditor(FieldEditor):
    """Any of several, each a chip with a tick."""

    def __init__(self, theme: Theme, field: LocalField, parent: QWidget | None = None) -> None:
        super().__init__(theme, field, parent)
        flow = FlowBox(theme, 8)
        self._chips: dict[str, ToggleChip] = {}
        for option in field.choices:
            chip = ToggleChip(theme, no_break(option.label))
            chip.clicked.connect(self._tell)
            self._chips[option.id] = chip
            flow.add(chip)
        self.column.addWidget(flow)

    def show_value(self, value: Any) -> None:
        """Show what is ticked."""
        for key, chip in self._chips.items():
            chip.setChecked(key in (value or ()))

    def first(self) -> QWidget:
        """Return the first chip."""
        return next(iter(self._chips.values()))

    def _tell(self) -> None:
        self.answered.emit(tuple(key for key, chip in self._chips.items() if chip.isChecked()))


class CountEditor(FieldEditor):
    """A number of people or of meetings."""

    def __init__(self, theme: Theme, field: LocalField, parent: QWidget | None = None) -> None:
        super().__init__(theme, field, parent)
        self._count = CountField(
            theme, field.label, None, field.low or 0, field.high or _MOST, is_optional=True
        )
        self._count.value_changed.connect(self.answered)
        self.column.addWidget(self._count, 0, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: Any) -> None:
        """Show the number."""
        self._count.set_count(None if value is None else int(value))

    def first(self) -> QWidget:
        """Return the number."""
        return self._count


class CountsEditor(FieldEditor):
    """A number for each of several groups; groups without one are left out."""

    def __init__(self, theme: Theme, field: LocalField, parent: QWidget | None = None) -> None:
        super().__init__(theme, field, parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        self._counts: dict[str, CountField] = {}
        for row, option in enumerate(field.choices):
            name = f"{field.label}: {option.label}"
            count = CountField(theme, name, None, 0, _MOST, is_optional=True)
            count.value_changed.connect(lambda _value: self._tell())
            self._counts[option.id] = count
            grid.addWidget(count, row, 0)
            grid.addWidget(Label(theme, no_break(option.label)), row, 1)
        self.column.addLayout(grid)

    def show_value(self, value: Any) -> None:
        """Show the numbers."""
        for key, count in self._counts.items():
            count.set_count((value or {}).get(key))

    def first(self) -> QWidget:
        """Return the first number."""
        return next(iter(self._counts.values()))

    def _tell(self) -> None:
        given = {key: field.count() for key, field in self._counts.items()}
        self.answered.emit({key: count for key, count in given.items() if count is not None})


def editor_for(theme: Theme, field: LocalField, parent: QWidget | None = None) -> FieldEditor:
    """Return the editor of a field's type."""
    match field.type:
        case FieldType.CHOICE:
            choices = tuple((option.id, option.label) for option in field.choices)
            return ChoiceEditor(theme, field, choices, parent)
        case FieldType.YES_NO:
            return YesNoEditor(theme, field, parent)
        case FieldType.COUNTRY:
            return CountryEditor(theme, field, parent)
        case FieldType.CHOICES:
            return ChoicesEditor(theme, field, parent)
        case FieldType.COUNT:
            return CountEditor(theme, field, parent)
        case FieldType.COUNTS:
            return CountsEditor(theme, field, parent)
    return TextEditor(theme, field, parent)
