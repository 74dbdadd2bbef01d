"""Opens the Send screen with its model attached."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.by_hand_page import ByHandPage
from ogp_desktop.ui.send.choosing_page import ChoosingPage
from ogp_desktop.ui.send.send_model import SendModel
from ogp_desktop.ui.send.send_screen import SendScreen


def open_send(
    desk: Desk, conversation_id: ConversationId | None, *, in_turns: bool = False
) -> SendScreen:
    """Return the screen of a conversation, or of all of them, whole or made ``in_turns``."""
    screen = SendScreen(desk.theme)
    screen.make(_steps(desk, conversation_id, screen), in_turns=in_turns)
    return screen


def _steps(
    desk: Desk, conversation_id: ConversationId | None, screen: SendScreen
) -> Iterator[None]:
    """Make the page whole: what was sealed is read, then shown in its parts."""
    model = SendModel(desk, conversation_id, screen)
    model.trouble_met.connect(screen.trouble_met)
    yield
    yield from screen.make_parts()
    _join(screen, model)
    model.state_changed.connect(screen.show_state)
    screen.show_state(model.state)
    yield
    yield from screen.reveal()


def _join(screen: SendScreen, model: SendModel) -> None:
    screen.row_chosen.connect(model.choose_row)
    screen.deed_chosen.connect(model.do)
    screen.reading_requested.connect(model.read)
    screen.back_requested.connect(model.go_back)
    screen.withdrawal_answered.connect(model.answer_withdraw)
    screen.number_wanted.connect(model.papers.copy_number)
    screen.address_chosen.connect(model.choosing.choose_address)
    screen.protocol_chosen.connect(model.choosing.choose_protocol)
    screen.send_requested.connect(model.choosing.send_to)
    screen.test_requested.connect(model.choosing.test)
    screen.endpoint_given.connect(model.take_endpoint)
    screen.pages.made.connect(lambda page: _join_page(page, model))
    screen.places.file_named.connect(model.save_file)
    screen.places.receipt_named.connect(model.add_receipt)
    screen.places.page_named.connect(model.save_page)
    screen.places.evidence_named.connect(model.save_evidence)
    screen.places.bundle_named.connect(model.save_bundle)
    screen.folder_named.connect(model.save_all)
    screen.carrying_requested.connect(model.carry)
    screen.carried_file_named.connect(model.carrying.choose_file)
    screen.carried_address_chosen.connect(model.carrying.choose_address)
    screen.carried_requested.connect(model.carrying.send)
    screen.carried_receipts_named.connect(model.carrying.save_receipts)
    screen.places.print_chosen.connect(model.papers.print)
    model.print_offered.connect(screen.places.ask_for_printer)
    model.correction_requested.connect(screen.correction_requested)


def _join_page(page: QWidget, model: SendModel) -> None:
    if isinstance(page, ChoosingPage):
        page.form_taken.connect(model.choosing.take_form)
        page.form_chosen.connect(model.choosing.choose_form)
        page.offer.answered.connect(model.choosing.offers.answer)
    if isinstance(page, ByHandPage):
        page.copy_requested.connect(model.by_hand.copy)
        page.ticked.connect(model.by_hand.tick)
        page.page_requested.connect(model.by_hand.open_page)
        page.sent_confirmed.connect(model.confirm_by_hand)
