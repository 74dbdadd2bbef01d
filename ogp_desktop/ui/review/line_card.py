"""A line of the draft, open: its words to edit, and what the group said of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.personal_data import findings, without_findings
from ogp_desktop.domain.review import Agreement, ReadBack, Review
from ogp_desktop.domain.review_adding import merge
from ogp_desktop.domain.review_edits import (
    agree_to_quote,
    as_paraphrase,
    choose_item,
    mark_read_back,
    reword,
    set_agreement,
    settle_check,
    shift_item,
    take_out,
    unchoose_item,
)
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.row_words import heard
from ogp_desktop.ui.review.rows import LineRow, Row
from ogp_desktop.ui.review.text_box import TextBox, show_menu
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button, ButtonKind
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.pill import Pill, Tag

Change = Callable[..., Review]


class LineCard(RowCard):
    """The tools shown are those that mean something for this line."""

    def __init__(
        self,
        theme: Theme,
        row: LineRow,
        wishes: Wishes,
        siblings: Callable[[str], Sequence[LineRow]],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, row, wishes, parent)
        self._siblings = siblings
        self._shape: object = None
        self._line = row
        facts = FlowBox(theme, 8, self)
        self._rank = Tag(theme, "", None, "accent")
        self._heard = Tag(theme, "", "repeat")
        self._up = Pill(theme, "", "arrow-up", parent=facts)
        self._down = Pill(theme, "", "arrow-down", parent=facts)
        for pill, by in ((self._up, -1), (self._down, 1)):
            pill.clicked.connect(lambda _=False, by=by: self._shift(by))
        for part in (self._rank, self._up, self._down):
            facts.add(part)
        kind = row.mark.label or self.tr("Disagreement")
        facts.add(Tag(theme, kind, row.mark.icon, row.mark.tone))
        facts.add(Label(theme, ", ".join(row.groups), "caption", "ink2"))
        facts.add(self._heard)
        self._warning = WrapLabel(theme, "", "caption_b", "warn")
        self.box = TextBox(theme, self.tr("Words of this line"), "", self)
        self.box.edit.text_settled.connect(self._on_text)
        self.box.edit.submitted.connect(self._on_enter)
        self.box.edit.escaped.connect(self._on_enter)
        self._tools = FlowBox(theme, 8, self)
        self._stops: list[QWidget] = []
        for widget in (facts, self.box, self._warning, self._tools):
            self.body.addWidget(widget)
        self.finish()

    def show_row(self, row: Row) -> None:
        """Show words, marks and tools."""
        super().show_row(row)
        row = cast("LineRow", row)
        self._line = row
        self._rank.setText(words.number(row.rank or 0))
        self._rank.setVisible(row.rank is not None)
        self._up.setVisible(row.rank is not None and row.rank > 1)
        self._down.setVisible(row.rank is not None and row.rank < row.last_rank)
        for pill, name in ((self._up, self.tr("Move up")), (self._down, self.tr("Move down"))):
            pill.setAccessibleName(name)
            pill.setToolTip(name)
        self._heard.setText(heard(row.line.heard))
        self._heard.setVisible(row.line.heard > 1)
        self.box.show_text(row.line.text)
        pieces = [row.line.text[one.start : one.end] for one in findings(row.line.text)]
        says = row.is_flagged and bool(pieces)
        if says:
            text = self.tr("This may lead to a person: {pieces}. Remove it, or keep it if agreed.")
            self._warning.setText(text.format(pieces=", ".join(pieces)))
        self._warning.setVisible(says)
        shape = (row.is_flagged, row.rank, row.last_rank, row.agreement, row.line.read_back,
                 row.line.is_quotation, row.line.has_agreement, says)  # fmt: skip
        if shape != self._shape:
            self._shape = shape
            self._fill_tools(row, has_findings=says)

    def settle(self) -> None:
        """Tell what is typed."""
        self.box.edit.settle()

    def stops(self) -> tuple[QWidget, ...]:
        """The words first, then the tools, then what moves the line."""
        return (self.box.edit, *self._stops, self._up, self._down)

    def show_refusal(self, refusal: Refusal | None) -> None:
        """Say it beside the words, and to whoever cannot see it."""
        super().show_refusal(refusal)
        self.box.edit.setAccessibleDescription(words.refusal(refusal) if refusal else "")

    def _fill_tools(self, row: LineRow, *, has_findings: bool) -> None:
        within = self.window().focusWidget()
        place = self._stops.index(within) if within in self._stops else None
        self._tools.clear()
        self._stops = []
        if has_findings:
            clean = without_findings(row.line.text)
            self._button(self.tr("Remove it"), "plain", "x", self._do(reword, text=clean))
            keep = partial(settle_check, part=row.key)
            self._button(self.tr("Keep, it is agreed"), "plain", "check", self._ask(keep))
        if row.line.is_quotation and not row.line.has_agreement:
            agreed = self._do(agree_to_quote, agreed=True)
            self._button(self.tr("Speaker agreed, no name"), "tinted", "quote", agreed)
            self._button(self.tr("Make it a paraphrase"), "plain", None, self._do(as_paraphrase))
        if row.is_card:
            self._fill_card_tools(row)
        self._pill(words.read_back(row.line.read_back), "presentation", self._offer_read_back)
        if self._siblings(row.key):
            merge_into = self.tr("Merge into")
            self._button("", "quiet", "corner-down-right", self._offer_merge, name=merge_into)
        self._button("", "quiet", "trash-2", self._do(take_out), name=self.tr("Remove"))
        if place is not None:
            self._stops[min(place, len(self._stops) - 1)].setFocus()

    def _fill_card_tools(self, row: LineRow) -> None:
        question = row.spot.question_id
        if row.rank is None:
            choose = self._do(choose_item, question_id=question)
            self._button(self.tr("Choose"), "tinted", "star", choose)
        else:
            back = self._do(unchoose_item, question_id=question)
            self._button(self.tr("Put back"), "plain", "undo-2", back)
        agreed = row.agreement
        text = self.tr("How strongly?") if agreed is None else words.agreement(agreed)
        self._pill(text, "users", self._offer_agreement)

    def _button(
        self,
        text: str,
        kind: ButtonKind,
        icon: str | None,
        action: Callable[[], None],
        name: str = "",
    ) -> None:
        button = Button(self.theme, text, kind, icon, name=name)
        button.clicked.connect(action)
        self._tools.add(button)
        self._stops.append(button)

    def _pill(self, text: str, icon: str, offer: Callable[[QWidget], None]) -> None:
        pill = Pill(self.theme, text, icon, has_menu=True)
        pill.clicked.connect(lambda: offer(pill))
        self._tools.add(pill)
        self._stops.append(pill)

    def _do(self, change: Change, **given: object) -> Callable[[], None]:
        return self._ask(partial(change, line_id=self._line.key, **given))

    def _ask(self, change: Callable[[Review], Review]) -> Callable[[], None]:
        def ask() -> None:
            self.settle()
            self.request(change)

        return ask

    def _offer_read_back(self, below: QWidget) -> None:
        show_menu(below, ((words.read_back(m), self._do(mark_read_back, mark=m)) for m in ReadBack))

    def _offer_agreement(self, below: QWidget) -> None:
        question = self._line.spot.question_id
        choices: list[tuple[str, Callable[[], None]]] = [
            (words.agreement(one), self._do(set_agreement, question_id=question, agreement=one))
            for one in Agreement
        ]
        not_said = self._do(set_agreement, question_id=question, agreement=None)
        show_menu(below, [*choices, (self.tr("Not said"), not_said)])

    def _shift(self, by: int) -> None:
        self._do(shift_item, question_id=self._line.spot.question_id, by=by)()

    def _offer_merge(self) -> None:
        mine = self._line.key
        show_menu(
            self._stops[-2],  # the button before Remove
            (
                (
                    words.excerpt(other.line.text),
                    self._ask(partial(merge, line_id=other.key, other_id=mine)),
                )
                for other in self._siblings(mine)
            ),
        )

    def _on_text(self, text: str) -> None:
        self.request(partial(reword, line_id=self._line.key, text=text), is_typing=True)

    def _on_enter(self) -> None:
        self.settle()
        self.left.emit()
