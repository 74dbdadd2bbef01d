"""Copying by hand: one answer after the other to the clipboard, a tick for each, and the form open
in the person's own browser. The program sends nothing here.
"""

from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import OutboxItemId
from ogp_desktop.domain.sealing import submission_from_bytes
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.web_form import prefilled
from ogp_desktop.services.hand_copying import tick, ticked
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.by_hand_state import ByHand, HandLine, WebPage
from ogp_desktop.ui.send.told import Told


class ByHandModel(QObject):
    """Signals: ``changed(ByHand)``; ``trouble_met(error)``."""

    changed = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item_id: OutboxItemId | None = None
        self._kit: LocalKit | None = None
        self._now = ByHand()

    def open(self, one: Dispatch, kit: LocalKit) -> None:
        """Show the answers of one submission whose bytes are whole."""
        self._item_id, self._kit = one.item.id, kit
        copied = ticked(self._desk.workplace, item_id=one.item.id)
        answers = self._desk.hand_answers(submission_from_bytes(one.sealed.body), kit)
        self._show(
            ByHand(
                pages=tuple(
                    WebPage(
                        id=form.id,
                        name=form.name,
                        note=form.note,
                        host=urlsplit(form.form.url).hostname or "",
                    )
                    for form in kit.web_forms
                ),
                lines=tuple(
                    HandLine(answer=answer, is_copied=answer.id in copied) for answer in answers
                ),
            )
        )

    def copy(self, answer_id: str) -> None:
        """Put one answer into the clipboard, and tick it."""
        found = next((one for one in self._now.lines if one.answer.id == answer_id), None)
        if found is not None:
            QGuiApplication.clipboard().setText(found.answer.text)
            self.tick(answer_id, True)

    def tick(self, answer_id: str, is_copied: bool) -> None:
        """Remember that an answer was copied, or that it was not."""
        if self._item_id is None:
            return
        try:
            tick(
                self._desk.workplace,
                item_id=self._item_id,
                answer_id=answer_id,
                is_copied=is_copied,
            )
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
        lines = tuple(
            replace(one, is_copied=is_copied) if one.answer.id == answer_id else one
            for one in self._now.lines
        )
        self._show(replace(self._now, lines=lines))

    def open_page(self, form_id: str) -> None:
        """Open a form in the browser, filled in as far as its address holds it."""
        if self._kit is None:
            return
        form = next(one.form for one in self._kit.web_forms if one.id == form_id)
        made = prefilled(form, {one.answer.id: one.answer.text for one in self._now.lines})
        if not self._desk.open_in_browser(made.url):
            told = Told(code="not_opened", value=form.url)
        elif made.left_out:
            labels = {one.answer.id: one.answer.label for one in self._now.lines}
            told = Told(code="partly_opened", value="\n".join(labels[one] for one in made.left_out))
        else:
            told = Told(code="opened")
        self._show(replace(self._now, told=told))

    def _show(self, now: ByHand) -> None:
        self._now = now
        self.changed.emit(now)
