"""The kit's form: what is known is shown, the rest is asked, and nothing asks for a name."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.review_edits import answer
from ogp_desktop.ui import words_form
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.edit import Edit
from ogp_desktop.ui.review.field_editors import FieldEditor, editor_for
from ogp_desktop.ui.review.form_state import FieldMode, FieldState, FormSection, TimeShown
from ogp_desktop.ui.review.time_table import TimeTable
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.scroll import ScrollPane


class AskedField(QWidget):
    """A field with its label, its help, and what is wrong with it right below."""

    def __init__(
        self, theme: Theme, state: FieldState, wishes: Wishes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor: FieldEditor = editor_for(theme, state.field, self)
        self._wishes = wishes
        self._id = state.field.id
        help_text = " ".join(
            text for text in (state.field.help, words_form.field_note(state)) if text
        )
        note = WrapLabel(theme, no_break(help_text), "caption", "ink2", self)
        note.setVisible(bool(help_text))
        self._needed = WrapLabel(theme, "", "caption_b", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(WrapLabel(theme, no_break(state.field.label), "body_m"))
        for widget in (note, self.editor, self._needed):
            column.addWidget(widget)
        self.editor.answered.connect(self._tell)

    def show_state(self, state: FieldState, refusal: Refusal | None) -> None:
        """Show the answer, and what is wrong."""
        self.editor.show_value(state.value)
        text = words_form.needed(state.is_missing)
        if refusal is not None:
            text = words.refusal(refusal)
        self._needed.setText(text)
        self._needed.setVisible(bool(text))

    def _tell(self, value: Any) -> None:
        change = partial(answer, field_id=self._id, value=value)
        is_typing = isinstance(value, str)
        self._wishes.edit_requested.emit(
            Edit(change=change, about=f"answer:{self._id}", is_typing=is_typing)
        )


class FormPane(ScrollPane):
    """``show_form(sections, ...)``; fields are made anew only when others are asked."""

    def __init__(self, theme: Theme, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wishes = wishes
        self._made_of: object = None
        self._asked: dict[str, AskedField] = {}
        self._taken: dict[str, WrapLabel] = {}
        theme.changed.connect(self._forget)

    def show_form(
        self,
        sections: tuple[FormSection, ...],
        refusal: Refusal | None,
        part: str,
        time: TimeShown | None,
        *,
        is_open: bool,
    ) -> None:
        """Show every answer, and the time it took below; a refusal stands at its field."""
        fields = tuple(
            (one.id, state.field.id, state.mode) for one in sections for state in one.fields
        )
        if (fields, time) != self._made_of:
            self._made_of = (fields, time)
            self._make(sections, time)
        for section in sections:
            for state in section.fields:
                field = state.field.id
                if field in self._asked:
                    wrong = refusal if part == f"answer:{field}" else None
                    self._asked[field].show_state(state, wrong)
                    self._asked[field].setEnabled(is_open)
                elif field in self._taken:
                    self._taken[field].setText(words_form.value_words(state))

    def settle(self) -> None:
        """Tell what is typed."""
        for field in self._asked.values():
            field.editor.settle()

    def focus_field(self, field_id: str) -> None:
        """Put the cursor into a field, and the field into sight."""
        field = self._asked.get(field_id)
        if field is not None:
            self.ensureWidgetVisible(field)
            field.editor.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, sections: tuple[FormSection, ...], time: TimeShown | None) -> None:
        self._asked, self._taken = {}, {}
        page = QWidget()
        column = QVBoxLayout(page)
        px = self._theme.px
        column.setContentsMargins(px(4), px(4), px(12), px(12))
        column.setSpacing(px(14))
        for section in sections:
            column.addWidget(WrapLabel(self._theme, no_break(section.title), "h3"))
            if section.note:
                column.addWidget(WrapLabel(self._theme, no_break(section.note), "caption", "ink2"))
            self._add_taken(column, section)
            for state in section.fields:
                if state.mode is FieldMode.ASKED:
                    field = AskedField(self._theme, state, self._wishes)
                    self._asked[state.field.id] = field
                    column.addWidget(field)
            for state in section.fields:
                if state.mode in (FieldMode.APART, FieldMode.TOO_FEW):
                    text = f"{state.field.label}. {words_form.field_note(state)}"
                    column.addWidget(WrapLabel(self._theme, no_break(text), "caption", "ink2"))
        if time is not None:
            column.addWidget(TimeTable(self._theme, time.taken, time.numbers))
        column.addStretch(1)
        self.show_content(page)

    def _add_taken(self, column: QVBoxLayout, section: FormSection) -> None:
        taken = [state for state in section.fields if state.mode is FieldMode.TAKEN]
        if not taken:
            return
        column.addWidget(WrapLabel(self._theme, words_form.taken_over(), "caption_b", "ink2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(14))
        grid.setVerticalSpacing(self._theme.px(4))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, state in enumerate(taken):
            label = WrapLabel(self._theme, no_break(state.field.label), "body", "ink2")
            value = WrapLabel(self._theme, "", "body")
            self._taken[state.field.id] = value
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)

    def _forget(self) -> None:
        self._made_of = None

    def changeEvent(self, event: QEvent) -> None:
        """Other words need other fields; the screen shows them anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._forget()
