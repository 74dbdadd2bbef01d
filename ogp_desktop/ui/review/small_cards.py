"""The other rows, open: what became of a question, a lean, a line to add, a text, a note, a gap."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from ogp_desktop.domain.review import Coverage
from ogp_desktop.domain.review_edits import (
    cover,
    settle_check,
    summarise,
    tell_follow_up,
)
from ogp_desktop.domain.review_lines import FOLLOW_UP, SUMMARY, reason_part
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.row_face import COVER_ICONS
from ogp_desktop.ui.review.row_words import add_words, note_facts
from ogp_desktop.ui.review.rows import AddRow, CoverRow, GapRow, NoteRow, Row, TextRow
from ogp_desktop.ui.review.text_box import TextBox
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.pill import Tag

_TEXT_EDITS = {SUMMARY: summarise, FOLLOW_UP: tell_follow_up}


class CoverCard(RowCard):
    """What became of a question; a reason is asked for where it was not reached."""

    def __init__(self, theme: Theme, row: CoverRow, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(theme, row, wishes, parent)
        self._cover = row
        options = tuple(
            Option(one.value, words.coverage(one), COVER_ICONS[one]) for one in Coverage
        )
        self.choice = SegmentedChoice(theme, options, self.tr("What became of this question"))
        self.choice.chosen.connect(self._on_chosen)
        self.box = TextBox(
            theme, self.tr("Not reached, because"), self.tr("Not reached, because ..."), self
        )
        self.box.edit.text_settled.connect(self._on_reason)
        self.box.edit.submitted.connect(self.settle)
        self.box.edit.escaped.connect(self.left)
        self._keep = Button(theme, self.tr("Keep, it is agreed"), icon="check")
        self._keep.clicked.connect(
            lambda: self.request(partial(settle_check, part=reason_part(row.question_id)))
        )
        for widget in (self.choice, self.box, self._keep):
            self.body.addWidget(widget)
        self.finish()

    def show_row(self, row: Row) -> None:
        """Show the choice and the reason."""
        super().show_row(row)
        row = cast("CoverRow", row)
        self._cover = row
        self.choice.set_key(row.coverage.value)
        self.box.show_text(row.reason)
        self.box.setVisible(row.coverage is Coverage.NOT_REACHED)
        self._keep.setVisible(row.is_flagged)

    def settle(self) -> None:
        """Tell the reason."""
        self.box.edit.settle()

    def stops(self) -> tuple[QWidget, ...]:
        """The reason where there is one, then the choice."""
        is_asked = self._cover.coverage is Coverage.NOT_REACHED
        return (*((self.box.edit,) if is_asked else ()), *self.choice.radios(), self._keep)

    def _on_chosen(self, key: str) -> None:
        self.settle()
        where, reason = self._cover.question_id, self._cover.reason
        self.request(partial(cover, question_id=where, coverage=Coverage(key), reason=reason))

    def _on_reason(self, text: str) -> None:
        where, what = self._cover.question_id, self._cover.coverage
        self.request(partial(cover, question_id=where, coverage=what, reason=text), is_typing=True)


class AddCard(RowCard):
    """A line of the host's own, for what no note says."""

    def __init__(self, theme: Theme, row: AddRow, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(theme, row, wishes, parent)
        self._spot = row.spot
        self.kinds: SegmentedChoice | None = None
        if row.kinds:
            options = tuple(
                Option(kind.id, kind.label, kind.icon, kind.colour.value) for kind in row.kinds
            )
            self.kinds = SegmentedChoice(theme, options, self.tr("Kind"))
            self.kinds.set_key(row.kinds[0].id)
            self.body.addWidget(self.kinds)
        elif row.mark.label:
            facts = FlowBox(theme, 8)
            facts.add(Tag(theme, row.mark.label, row.mark.icon, row.mark.tone))
            self.body.addWidget(facts)
        self.box = TextBox(theme, add_words(row), add_words(row), self)
        self.box.edit.submitted.connect(self._on_add)
        self.box.edit.escaped.connect(self.left)
        self._add = Button(theme, self.tr("Add"), "tinted", "plus")
        self._add.clicked.connect(self._on_add)
        foot = FlowBox(theme, 8)
        foot.add(self._add)
        self.body.addWidget(self.box)
        self.body.addWidget(foot)
        self.finish()

    def settle(self) -> None:
        """What was typed and left becomes a line: nobody's words are thrown away."""
        if self.box.edit.toPlainText().strip():
            self._on_add()

    def stops(self) -> tuple[QWidget, ...]:
        """The words, Add, then the kinds."""
        kinds = self.kinds.radios() if self.kinds else []
        return (self.box.edit, self._add, *kinds)

    def _on_add(self) -> None:
        text = self.box.edit.toPlainText()
        self.box.edit.set_text("")
        kind = (self.kinds.key() if self.kinds else "") or ""
        self.wishes.add_requested.emit(self._spot, kind, text)


class TextCard(RowCard):
    """A text across all questions."""

    def __init__(self, theme: Theme, row: TextRow, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(theme, row, wishes, parent)
        self._part = row.key
        label = Label(theme, row.label, "strong")
        self._help = WrapLabel(theme, row.help, "caption", "ink2", self)
        self._help.setVisible(bool(row.help))
        self.box = TextBox(theme, row.label, "", self)
        self.box.edit.text_settled.connect(self._on_text)
        self.box.edit.submitted.connect(self._on_enter)
        self.box.edit.escaped.connect(self._on_enter)
        self._keep = Button(theme, self.tr("Keep, it is agreed"), icon="check")
        self._keep.clicked.connect(lambda: self.request(partial(settle_check, part=row.key)))
        self._warning = WrapLabel(theme, "", "caption_b", "warn")
        for widget in (label, self._help, self.box, self._warning, self._keep):
            self.body.addWidget(widget)
        self.finish()

    def show_row(self, row: Row) -> None:
        """Show the words."""
        super().show_row(row)
        row = cast("TextRow", row)
        self.box.show_text(row.text)
        over = len(row.text) - row.limit
        if over > 0:
            self._warning.setText(self.tr("%n character(s) too long for the form.", "", over))
        elif row.is_flagged:
            self._warning.setText(self.tr("This may lead to a person. Reword it, or keep it."))
        self._warning.setVisible(row.is_flagged or over > 0)
        self._keep.setVisible(row.is_flagged)

    def settle(self) -> None:
        """Tell what is typed."""
        self.box.edit.settle()

    def stops(self) -> tuple[QWidget, ...]:
        """The words, and the word that they may stay."""
        return (self.box.edit, self._keep)

    def _on_text(self, text: str) -> None:
        self.request(partial(_TEXT_EDITS[self._part], text=text), is_typing=True)

    def _on_enter(self) -> None:
        self.settle()
        self.left.emit()


class NoteCard(RowCard):
    """A note: its words as written; one that is not used can be used or merged."""

    def __init__(self, theme: Theme, row: NoteRow, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(theme, row, wishes, parent)
        facts = FlowBox(theme, 8)
        facts.add(Tag(theme, row.mark.label, row.mark.icon, row.mark.tone))
        facts.add(Label(theme, note_facts(row), "caption", "ink2"))
        note_id = row.note.id
        self._use = Button(theme, self.tr("Use"), "tinted", "plus")
        self._use.setToolTip(self.tr("As a line of its own, where its kind belongs"))
        self._use.clicked.connect(lambda: wishes.use_requested.emit(note_id))
        self._merge = Button(theme, self.tr("Merge"), "plain", "corner-down-right")
        self._merge.setToolTip(self.tr("Join its words to the selected line"))
        self._merge.clicked.connect(lambda: wishes.merge_note_requested.emit(note_id))
        self._tools = FlowBox(theme, 8)
        self._tools.add(self._use)
        self._tools.add(self._merge)
        for widget in (facts, WrapLabel(theme, row.note.text, "body"), self._tools):
            self.body.addWidget(widget)
        self.finish()

    def show_row(self, row: Row) -> None:
        """Offer what can be done with the note."""
        super().show_row(row)
        row = cast("NoteRow", row)
        self._tools.setVisible(not row.is_used)
        self._merge.setVisible(row.can_merge)

    def stops(self) -> tuple[QWidget, ...]:
        """Use, then Merge."""
        return (self._use, self._merge)


class GapCard(RowCard):
    """Something to settle: go there, or settle it here where one press is enough."""

    def __init__(self, theme: Theme, row: GapRow, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(theme, row, wishes, parent)
        self.go = Button(theme, self.tr("Go there"), "tinted", icon_after="arrow-right")
        self.go.clicked.connect(lambda: wishes.gap_chosen.emit(row))
        self.keep = Button(theme, self.tr("Keep, it is agreed"), "plain", "check", parent=self)
        self.keep.clicked.connect(
            lambda: self.request(partial(settle_check, part=row.gap.part or ""))
        )
        self.keep.setVisible(bool(row.pieces))
        tools = FlowBox(theme, 8)
        tools.add(self.go)
        tools.add(self.keep)
        self.body.addWidget(WrapLabel(theme, words.gap(row), "body_m"))
        if row.pieces and row.detail:
            self.body.addWidget(WrapLabel(theme, row.detail, "body", "ink2"))
        self.body.addWidget(tools)
        self.finish()

    def stops(self) -> tuple[QWidget, ...]:
        """Go there, then Keep."""
        return (self.go, self.keep)
