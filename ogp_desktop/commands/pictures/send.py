"""Pictures of Send: choosing where a submission goes, until its receipt is here."""

from ogp_desktop import wiring
from ogp_desktop.commands.pictures import address_states
from ogp_desktop.commands.pictures.send_states import sample_endpoint_text
from ogp_desktop.commands.pictures.studio import NOBODY, Studio
from ogp_desktop.domain.destination import OPENROSA
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.services import addressing, delivering, sealing
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.services.withdrawing import ask_withdrawal, withdraw_next
from ogp_desktop.ui.send.choosing_state import AddressForm
from ogp_desktop.ui.send.given import Given
from ogp_desktop.ui.send.send_screen import SendScreen
from ogp_desktop.ui.send.send_state import Deed
from ogp_desktop.ui.stage import Stage


def pages(studio: Studio, made: SealedAndQueued) -> None:
    """What was sealed, before and after it was told to go, and every way that it can go."""
    studio.navigator.go(Stage.SEND)
    studio.take("send-ready")
    _give_leave(studio, made, NOBODY)
    studio.take_anew(made.sealed.conversation_id, Stage.SEND, "send-waiting")
    _choose(studio)


def confirmed(studio: Studio) -> None:
    """One more, sent to a real endpoint on this computer, with its receipt, and taken back."""
    made = sealing.seal(studio.at, conversation_id=studio.sample(minutes_before=30))
    database = f"sqlite:///{studio.where.data / 'endpoint.sqlite3'}"
    with running_endpoint(database, now=studio.clock.now) as endpoint:
        _give_leave(studio, made, endpoint.url, endpoint.receipt_key, endpoint.token)
        studio.take_anew(made.sealed.conversation_id, Stage.SEND, "send-confirmed")
        studio.part(SendScreen).deed_chosen.emit(Deed.WITHDRAW_THERE)
        studio.take("send-withdraw-question")
        ask_withdrawal(studio.at, item_id=made.item.id)
        withdraw_next(studio.at, wiring.asker(studio.secrets))
    studio.take_anew(made.sealed.conversation_id, Stage.SEND, "send-withdrawn")


def _choose(studio: Studio) -> None:
    """Show where an address is set, with a test of it that found nobody."""
    screen = studio.part(SendScreen)
    screen.deed_chosen.emit(Deed.CHOOSE)
    screen.pages.choosing.test.click()
    studio.take("send-address")
    screen.endpoint_given.emit(Given(text=sample_endpoint_text()))
    studio.take("send-endpoint-file")
    screen.pages.choosing.offer.answered.emit(False)
    screen.pages.choosing.fields.more.click()
    screen.protocol_chosen.emit(AddressForm(protocol=OPENROSA))
    studio.take("send-address-openrosa")
    address_states.pages(studio, screen.pages.choosing)
    screen.deed_chosen.emit(Deed.BY_HAND)
    studio.take("send-by-hand")


def _give_leave(
    studio: Studio, made: SealedAndQueued, url: str, key: str | None = None, code: str | None = None
) -> None:
    to = addressing.set_destination(
        studio.at, studio.secrets, name="OGP", url=url, receipt_key=key, access_code=code
    )
    addressing.send(studio.at, item_id=made.item.id, destination_id=to.id)
    delivering.deliver_next(studio.at, wiring.sender(studio.secrets))
