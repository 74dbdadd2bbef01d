"""Handing over as a host does: never more claimed than is known, and everything by a press."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.canonical import canonical_json
from ogp_desktop.domain.destination import Destination
from ogp_desktop.domain.gateway import Gateway, Parcel
from ogp_desktop.domain.outbox import Claim, OutboxState, next_state
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.domain.receipt import Receipt, SignedReceipt
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.outbox_reading import receipt_page
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.dispatch_list import DispatchList
from ogp_desktop.ui.send.send_state import Deed
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.stage import Stage
from tests.support.clock import FixedClock
from tests.support.pages_send import SendPage
from tests.support.sealed import addressed, sealed_sample

Open = Callable[..., SendPage]
HERE = "https://example.org/feedback"
NAME = "Name of the place it goes to"
"""Said so that nobody takes it for a person's name."""


class Answering:
    """A gateway with one answer."""

    def __init__(self, kind: OutcomeKind, *, detail: str = "") -> None:
        self._kind, self._detail = kind, detail

    def open(self, _destination: Destination) -> Gateway:
        """Return itself."""
        return self

    def deliver(self, parcel: Parcel, *, deadline_s: float) -> Outcome:
        """Give the answer, with a receipt for exactly this parcel where it confirms."""
        receipt = Receipt(
            id=parcel.submission_id,
            sha256=parcel.sha256,
            endpoint="47ff8abebe2e247d",
            stored_at="2022-08-01T18:00:00+00:00",
        )
        is_confirmed = self._kind is OutcomeKind.CONFIRMED
        return Outcome(
            kind=self._kind,
            bytes_may_have_left=self._kind is not OutcomeKind.UNREACHABLE,
            receipt=SignedReceipt(receipt=receipt) if is_confirmed else None,
            detail=self._detail,
        )

    def cancel(self) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """Nothing is held."""


def delivered(desk: Desk, kind: OutcomeKind, detail: str = "") -> None:
    """Let the program try once, with this answer."""
    gateway = Answering(kind, detail=detail)
    by = Sender(owner="one", open_gateway=gateway.open, jitter=lambda: 1.0)
    assert deliver_next(desk.workplace, by) is not None


def test_nothing_sealed_leads_to_review(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(sealed_sample(desk.workplace).sealed.conversation_id)
    assert "Ready to send" in page.words()
    page = open_page("00000000-0000-4000-8000-00000000ffff")
    assert "Nothing is sealed yet." in page.words()
    with qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.press("Go to Review")
    assert asked.args == [Stage.REVIEW]


def test_empty_outbox_says_that_nothing_waits(open_page: Open) -> None:
    assert "Nothing waits." in open_page().words()


def test_sealed_submission_is_ready_and_nothing_claims_that_it_left(
    open_page: Open, made: SealedAndQueued
) -> None:
    words = open_page().words()
    assert "Nothing was sent." in words
    assert "not set" in words
    assert "Confirmed" not in words


def test_address_is_set_and_the_submission_queued_when_sent(
    open_page: Open, made: SealedAndQueued, desk: Desk, woken: list[str]
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    page.type_text(NAME, "Secretariat")
    page.type_text("Address", HERE)
    page.type_text("Access code", "code")
    page.press("Send when online")
    kept = page.kept(made.item.id)
    assert kept.destination is not None
    assert (kept.destination.name, kept.destination.url) == ("Secretariat", HERE)
    assert kept.item.state is OutboxState.READY
    assert desk.secrets.code(kept.destination.id) == "code"
    assert woken == ["woken"]
    assert "It goes as soon as there is a connection." in page.words()
    assert f"Secretariat\n{HERE}" in page.words()


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({NAME: "N", "Address": "http://example.org"}, "Address", "must begin with https"),
        ({NAME: "N", "Address": "nowhere"}, "Address", "This is no address."),
        ({"Address": HERE}, NAME, "Give it a name."),
        ({NAME: "N", "Address": HERE, "Receipt key": "x"}, "Receipt key", "no receipt key"),
        ({NAME: "N", "Address": HERE, "Access code": "a b"}, "Access code", "without spaces"),
    ],
)
def test_refusal_stands_beside_its_field_and_what_was_typed_stays(
    open_page: Open, made: SealedAndQueued, typed: dict[str, str], field: str, words: str
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    for name, text in typed.items():
        page.type_text(name, text)
    page.press("Send when online")
    assert words in page.words()
    focus = page.screen.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == field
    assert page.screen.choosing.url.text() == typed["Address"]
    assert addressing.destinations(page.desk.workplace) == ()


def test_screen_says_when_a_code_is_kept_for_this_run_only(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    page.press("Choose how to hand over")
    assert "no safe place for codes" in page.words()


def test_address_of_before_is_filled_in_and_its_code_never_shown(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressing.set_destination(
        desk.workplace, desk.secrets, name="Before", url=HERE, access_code="s3cret"
    )
    page = open_page()
    page.press("Choose how to hand over")
    form = page.screen.choosing
    assert (form.name.text(), form.url.text(), form.code.text()) == ("Before", HERE, "")
    page.press("New address")
    assert form.url.text() == ""


def test_receipt_that_comes_while_one_looks_is_shown_as_a_page(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    delivered(desk, OutcomeKind.CONFIRMED)
    page.hear()
    words = page.words()
    assert "Confirmed" in words
    assert "47ff8abebe2e247d" in words
    assert "Accepted (unsigned)." in words
    assert made.sealed.sha256 in words.replace(" ", "")
    assert "Nothing more is needed." in words


@pytest.mark.parametrize(
    ("size", "which"),
    [((1280, 800), "Ask again now"), ((1280, 800), "Withdraw"), ((640, 420), "More")],
)
def test_cursor_goes_to_the_next_step_when_its_button_is_gone(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    qtbot: QtBot,
    size: tuple[int, int],
    which: str,
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    window = ShellWindow()
    window.furnish(desk.theme)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show_page(page.screen)
    window.show()
    before = page.button(which)
    before.setFocus()
    delivered(desk, OutcomeKind.CONFIRMED)
    page.hear()
    assert "Confirmed" in page.words()
    after = page.screen.detail.primary
    assert after is not before
    assert window.focusWidget() is after


def test_cursor_stays_in_the_list_when_a_receipt_comes(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    sealed_sample(desk.workplace)
    page = open_page()
    page.screen.list.setFocus()
    delivered(desk, OutcomeKind.CONFIRMED)
    page.hear()
    assert page.screen.window().focusWidget() is page.screen.list


def test_silence_says_that_it_may_have_arrived(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.TIMED_OUT)
    words = open_page().words()
    assert "Sent off, no answer" in words
    assert "It may have arrived. Sending again cannot make a second one." in words
    assert "Next try" in words


def test_no_connection_says_that_nothing_was_sent(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.UNREACHABLE)
    words = open_page().words()
    assert "No connection" in words
    assert "Nothing was sent. It is tried again by itself." in words


def test_try_that_is_due_already_has_no_time(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.UNREACHABLE)
    assert isinstance(desk.workplace.clock, FixedClock)
    desk.workplace.clock.advance(timedelta(hours=1))
    assert "Next try" not in open_page().words()


def test_second_address_is_refused_when_the_first_may_have_it(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.AUTH)
    page = open_page()
    page.press("Choose how to hand over")
    page.press("New address")
    page.type_text(NAME, "Elsewhere")
    page.type_text("Address", "https://example.net")
    page.press("Send when online")
    assert "It may have arrived at the first address already" in page.words()
    kept = page.kept(made.item.id)
    assert kept.destination is not None
    assert kept.destination.url == HERE


def test_refused_submission_leads_to_a_corrected_copy(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.REFUSED, "The date is missing")
    page = open_page()
    assert "Not accepted: The date is missing" in page.words()
    with qtbot.waitSignal(page.screen.conversation_requested) as asked:
        page.press("Open a corrected copy")
    assert asked.args == [made.sealed.conversation_id, Stage.REVIEW]


def test_refused_code_leads_to_the_address(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.AUTH)
    page = open_page()
    assert "The access code was not accepted." in page.words()
    page.press("Choose how to hand over")
    assert page.screen.choosing.url.text() == HERE


def test_hold_and_release_are_on_disk(
    open_page: Open, made: SealedAndQueued, desk: Desk, woken: list[str]
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    page.press("Hold")
    assert page.kept(made.item.id).item.state is OutboxState.HELD
    assert "It stays here until you release it." in page.words()
    page.press("Release")
    assert page.kept(made.item.id).item.state is OutboxState.READY
    assert woken == ["woken"]


def test_asking_again_makes_a_waiting_one_due(
    open_page: Open, made: SealedAndQueued, desk: Desk, woken: list[str]
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.UNREACHABLE)
    page = open_page()
    page.press("Ask again now")
    assert page.kept(made.item.id).item.next_try_at is None
    assert woken == ["woken"]
    delivered(desk, OutcomeKind.CONFIRMED)


def test_withdrawing_asks_first(open_page: Open, made: SealedAndQueued) -> None:
    page = open_page()
    page.press("Withdraw")
    assert "Take it out of the outbox?" in page.words()
    page.press("Keep it")
    assert page.kept(made.item.id).item.state is OutboxState.READY
    page.press("Withdraw")
    page.screen.withdrawal_answered.emit(True)
    assert page.kept(made.item.id).item.state is OutboxState.WITHDRAWN
    assert "It will not be sent. The text is still here." in page.words()


def test_saved_file_holds_the_sealed_bytes_and_is_handed_over(
    open_page: Open, made: SealedAndQueued, tmp_path: Path
) -> None:
    page = open_page()
    page.screen.file_named.emit(str(tmp_path / "mine.json"))
    assert (tmp_path / "mine.json").read_bytes() == made.sealed.body
    assert page.kept(made.item.id).item.state is OutboxState.HANDED_OVER
    words = page.words()
    assert "Saved as mine.json." in words
    assert "No receipt yet" in words


def test_saved_copy_of_a_queued_one_does_not_stop_it(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page()
    page.screen.file_named.emit(str(tmp_path / "mine.json"))
    assert (tmp_path / "mine.json").read_bytes() == made.sealed.body
    assert page.kept(made.item.id).item.state is OutboxState.READY


@pytest.mark.parametrize("deed", [Deed.SAVE_FILE, Deed.REPORT, Deed.RECEIPT])
def test_file_that_cannot_be_written_is_told_and_nothing_is_claimed(
    open_page: Open, made: SealedAndQueued, tmp_path: Path, deed: Deed
) -> None:
    page, path = open_page(), str(tmp_path / "missing" / "mine.pdf")
    if deed is Deed.SAVE_FILE:
        page.screen.file_named.emit(path)
    else:
        page.screen.page_named.emit(deed, path)
    assert "mine.pdf could not be written." in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.READY


def test_report_is_written_as_pdf(open_page: Open, made: SealedAndQueued, tmp_path: Path) -> None:
    page = open_page()
    page.screen.page_named.emit(Deed.REPORT, str(tmp_path / "mine.pdf"))
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")
    assert "The report was saved as mine.pdf." in page.words()


def test_receipt_is_written_as_pdf_when_it_came(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.CONFIRMED)
    page = open_page()
    page.button("Receipt as PDF")
    page.screen.page_named.emit(Deed.RECEIPT, str(tmp_path / "mine.pdf"))
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")
    assert "The receipt was saved as mine.pdf." in page.words()


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("Print receipt", QPageSize.PageSizeId.A5),
        ("Print the report", QPageSize.PageSizeId.A4),
    ],
)
def test_printer_is_asked_for_without_stopping_the_program(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    tmp_path: Path,
    words: str,
    size: QPageSize.PageSizeId,
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    delivered(desk, OutcomeKind.CONFIRMED)
    page = open_page()
    page.press(words)
    (dialog,) = page.screen.findChildren(QPrintDialog)
    assert dialog.isVisible()
    printer = dialog.printer()
    assert printer.pageLayout().pageSize().id() is size
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    QDialog.accept(dialog)
    assert "It was given to the printer." in page.words()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


def test_printer_that_says_no_is_told(qtbot: QtBot, made: SealedAndQueued, desk: Desk) -> None:
    def refuse(_html: str, _device: object) -> None:
        raise OSError

    page = SendPage(qtbot, replace(desk, print_pages=refuse), None)
    page.press("Print the report")
    (dialog,) = page.screen.findChildren(QPrintDialog)
    QDialog.accept(dialog)
    assert "The printer did not take it." in page.words()


def test_slip_for_what_was_handed_over_by_file_claims_no_receipt(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    page = open_page()
    page.button("Print a slip")
    one = receipt_page(page.kept(made.item.id))
    assert (one.proof, one.way, one.to) == (None, "file", None)
    assert one.handed_over_at == page.kept(made.item.id).item.updated_at


def test_place_for_the_report_is_asked_without_stopping_the_program(
    open_page: Open, made: SealedAndQueued
) -> None:
    page = open_page()
    page.press("Report as PDF")
    (dialog,) = page.screen.findChildren(QFileDialog)
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name.startswith("Forum-ouvert-")
    dialog.reject()


def test_copied_text_is_what_was_sealed(open_page: Open, made: SealedAndQueued) -> None:
    page = open_page()
    page.press("Copy text")
    text = QGuiApplication.clipboard().text()
    assert "Les marchés publics sont publiés tard" in text
    assert "The text was copied." in page.words()


def test_reading_shows_the_page_and_the_very_bytes(open_page: Open, made: SealedAndQueued) -> None:
    page = open_page()
    page.press("Read exactly what will go")
    assert "Les marchés publics sont publiés tard" in page.screen.reading.page.toPlainText()
    page.press("The very bytes")
    assert page.screen.reading.raw.isVisible()
    assert page.screen.reading.raw.toPlainText().encode() == made.sealed.body
    page.press("Back")
    assert page.screen.detail.isVisible()


def test_kit_that_is_closed_is_told_and_leads_to_others(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    assert isinstance(desk.workplace.clock, FixedClock)
    desk.workplace.clock.advance(timedelta(days=60))
    page = open_page()
    assert "31 août 2022" in page.words()
    assert "Newer kits can be imported." in page.words()
    with qtbot.waitSignal(page.screen.home_requested):
        page.press("See other kits")


@pytest.mark.parametrize(
    ("day", "words"),
    [(24, "Closes in 7 days."), (30, "Closes in 1 day."), (31, "Closes today, at midnight.")],
)
def test_kit_that_closes_soon_is_told(
    open_page: Open, made: SealedAndQueued, desk: Desk, day: int, words: str
) -> None:
    clock = desk.workplace.clock
    assert isinstance(clock, FixedClock)
    clock.advance(clock.now().replace(day=day) - clock.now())
    assert words in open_page().words()


def test_nothing_is_said_of_a_kit_that_has_time(open_page: Open, made: SealedAndQueued) -> None:
    assert "Closes" not in open_page().words()


def test_list_is_a_list_and_says_each_state(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    other = sealed_sample(desk.workplace, "Radio")
    addressing.hand_over(desk.workplace, item_id=other.item.id, way="file")
    page = open_page()
    rows = page.screen.list
    model = rows.model()
    said = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert said[:3] == ["Needs you", "Forum ouvert, Ready to send", "Waiting"]
    assert said[3].startswith("Radio, Handed over")
    interface = QAccessible.queryAccessibleInterface(rows)
    assert interface.role() is QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert "It left this computer in your hands." in page.words()


def unnamed(screen: QWidget) -> list[str]:
    """Return what takes the focus and has no name."""
    found = []
    for one in screen.findChildren(QWidget):
        if not one.isVisible() or one.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name):
            found.append(type(one).__name__)
    return found


def cut(screen: QWidget) -> list[str]:
    """Return the buttons that are narrower than their words, or outside the window."""
    shown = [one for one in screen.findChildren(QAbstractButton) if one.isVisible()]
    return [one.text() for one in shown if one.width() < one.minimumSizeHint().width()]


@pytest.mark.slow
@pytest.mark.parametrize("words", [None, "Choose how to hand over", "Read exactly what will go"])
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 752), 1.0), ((1024, 552), 1.0), ((1280, 752), 2.0), ((1024, 500), 2.0)],
)
def test_nothing_is_cut_or_unnamed_at_any_size(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    qapp: QApplication,
    size: tuple[int, int],
    scale: float,
    words: str | None,
) -> None:
    sealed_sample(desk.workplace, "Radio")
    desk.theme.apply(qapp, "light", scale)
    page = open_page(size=size)
    page.screen.list.row_opened.emit("")
    if words is not None:
        page.press(words)
    least = page.screen.minimumSizeHint()
    assert least.width() <= size[0]
    assert least.height() <= size[1]
    assert unnamed(page.screen) == []
    assert cut(page.screen) == []
    primary = [
        one
        for one in (page.screen.detail.primary, page.screen.choosing.send)
        if one is not None and one.isVisible()
    ]
    assert len(primary) == (0 if words and words.startswith("Read") else 1)
    for one in primary:
        corner = one.mapTo(page.screen, one.rect().bottomRight())
        assert page.screen.rect().contains(corner)


def test_small_window_opens_the_detail_as_a_page_and_goes_back(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    sealed_sample(desk.workplace, "Radio")
    page = open_page(size=(800, 552))
    rows = page.screen.findChildren(DispatchList)[0]
    assert rows.isVisible()
    assert rows.width() > 700
    assert not page.screen.detail.isVisible()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert page.screen.detail.isVisible()
    assert not rows.isVisible()
    page.press("Outbox")
    assert rows.isVisible()


def test_damaged_text_is_told_and_never_saved_or_shown(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(desk.workplace.store.path)) as file, file:
        file.execute("UPDATE submission SET body = ?", (made.sealed.body + b" ",))
    page = open_page()
    page.press("Read exactly what will go")
    assert "The disk changed the sealed text" in page.words()
    assert page.screen.detail.isVisible()
    page.screen.file_named.emit(str(tmp_path / "mine.json"))
    assert not (tmp_path / "mine.json").exists()
    assert page.kept(made.item.id).item.state is OutboxState.READY


def test_attempt_of_another_program_cannot_be_stopped_here(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    with desk.workplace.store.writing() as unit:
        item = unit.outbox.item(made.item.id)
        now = desk.workplace.clock.now()
        unit.outbox.keep_item(next_state(item, Claim(owner="another"), now=now, jitter=0.5))
    page = open_page()
    page.press("Stop this attempt")
    assert "This program is not the one that sends it." in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.SENDING


def receipt_file(made: SealedAndQueued, folder: Path, **changes: str) -> str:
    """Write the receipt that came back, and return where."""
    receipt = Receipt(
        id=made.sealed.id,
        sha256=made.sealed.sha256,
        endpoint="47ff8abebe2e247d",
        stored_at="2022-08-02T09:00:00+00:00",
    )
    path = folder / "receipt.json"
    path.write_bytes(canonical_json({"receipt": replace(receipt, **changes)}))
    return str(path)


def test_receipt_that_came_back_by_hand_confirms(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    page = open_page()
    page.press("Add receipt")
    (dialog,) = page.screen.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()
    page.screen.receipt_named.emit(receipt_file(made, tmp_path))
    assert page.kept(made.item.id).item.state is OutboxState.CONFIRMED
    assert "Receipt added from a file" in page.words()
    page.button("Print receipt")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sha256": "0" * 64}, "for another text than the one sealed here"),
        ({"id": "x"}, "the receipt for another submission"),
    ],
)
def test_wrong_receipt_says_which_rule_failed(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    tmp_path: Path,
    changes: dict[str, str],
    words: str,
) -> None:
    addressing.hand_over(desk.workplace, item_id=made.item.id, way="file")
    page = open_page()
    page.screen.receipt_named.emit(receipt_file(made, tmp_path, **changes))
    assert words in page.words()
    assert page.kept(made.item.id).item.state is OutboxState.HANDED_OVER
    page.screen.receipt_named.emit(str(tmp_path / "missing.json"))
    assert "missing.json could not be read." in page.words()


def test_found_connection_is_scrolled_into_view_on_a_small_screen(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    desk.theme.apply(qapp, "light", 2.0)
    page = open_page(size=(1024, 552))
    page.press("Choose how to hand over")
    page.type_text("Address", "http://127.0.0.1:9")
    page.press("Test connection")
    notice = page.screen.choosing._probed
    qtbot.waitUntil(lambda: not notice.visibleRegion().isEmpty())


def test_rare_deeds_fold_into_a_menu_where_height_is_scarce(
    open_page: Open, made: SealedAndQueued, desk: Desk
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    page = open_page(size=(1024, 552))
    assert page.button("Ask again now").y() == page.button("More").y()
    with pytest.raises(LookupError):
        page.button("Print the report")
    page.screen.resize(1280, 752)
    page.button("Print the report")


def test_list_of_proofs_is_saved_with_every_submission(
    open_page: Open, made: SealedAndQueued, desk: Desk, tmp_path: Path
) -> None:
    other = sealed_sample(desk.workplace, "Radio")
    page = open_page()
    page.press("Save the list of proofs (CSV)")
    [dialog] = page.screen.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".csv")
    dialog.fileSelected.emit(str(tmp_path / "proofs.csv"))
    dialog.close()
    saved = (tmp_path / "proofs.csv").read_text(encoding="utf-8-sig")
    assert made.sealed.sha256 in saved
    assert other.sealed.sha256 in saved
    assert "The list was saved as proofs.csv" in page.words()
