"""An OpenRosa destination with its frozen parcel, and an outbox full of them."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

from ogp_desktop.delivery.openrosa_body import frozen_body
from ogp_desktop.domain.destination import OPENROSA, Destination, FormThere
from ogp_desktop.domain.frozen import Frozen
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import ConversationId, DestinationId, OutboxItemId, SubmissionId
from ogp_desktop.domain.outbox import OutboxItem
from ogp_desktop.domain.sealing import seal
from ogp_desktop.domain.secrets import Secrets
from ogp_desktop.domain.submission import Submission
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.kits.server_form import server_form
from ogp_desktop.kits.xform import xform
from ogp_desktop.paths import data_root
from ogp_desktop.services import addressing
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.storage.outbox import Sealed
from tests.support.submissions import sample_submission

KEY = "canary$Key!" + "k" * 53
"""A key of ODK Central: 64 signs, with the two that are special in addresses."""
LOGIN = "host:canary-password-7d1"


def keyed_url(port: int, key: str = KEY) -> str:
    """Return the address that ODK Central shows for an app user."""
    return f"http://127.0.0.1:{port}/v1/key/{key}/projects/1"


def submission_of(number: int) -> Submission:
    """Return a sealed submission of its own."""
    return seal(replace(sample_submission(), id=SubmissionId(str(UUID(int=number + 1))))).submission


def frozen_of(submission: Submission, form_key: str | None = None) -> Frozen:
    """Return the final bytes for an OpenRosa server."""
    to = Destination(
        id=DestinationId("d"),
        name="There",
        url="https://example.org",
        protocol=OPENROSA,
        forms=() if form_key is None else (FormThere(kit_id="", key=form_key),),
    )
    return frozen_body(submission, to)


def parcel_of(submission: Submission, form_key: str | None = None) -> Parcel:
    """Return the parcel of a submission for an OpenRosa server."""
    frozen = frozen_of(submission, form_key)
    return Parcel(
        submission_id=submission.id,
        data=frozen.data,
        sha256=frozen.sha256,
        media_type=frozen.media_type,
    )


def set_server(
    at: Workplace,
    secrets: Secrets,
    url: str,
    *,
    form_version: str | None = None,
    form_key: str | None = None,
    **more: str | None,
) -> Destination:
    """Set an OpenRosa destination, whose forms are called so whatever the kit."""
    return addressing.set_destination(
        at,
        secrets,
        name="There",
        url=url,
        protocol=OPENROSA,
        form=FormThere(kit_id="", version=form_version, key=form_key),
        **more,  # type: ignore[arg-type]
    )


def fill_outbox(
    at: Workplace, conversation_id: ConversationId, to: Destination, count: int
) -> list[OutboxItemId]:
    """Seal so many submissions, and give each leave to go there."""
    made = []
    for number in range(count):
        item = queued(at, conversation_id, number)
        addressing.send(at, item_id=item.id, destination_id=to.id)
        made.append(item.id)
    return made


def queued(at: Workplace, conversation_id: ConversationId, number: int) -> OutboxItem:
    """Keep a sealed submission in the outbox, going nowhere yet."""
    sealed = seal(submission_of(number))
    now = at.clock.now()
    item = OutboxItem(
        id=OutboxItemId(at.new_id()), submission_id=sealed.submission.id, updated_at=now
    )
    with at.store.writing() as unit:
        unit.outbox.add_submission(
            Sealed(
                id=sealed.submission.id,
                conversation_id=conversation_id,
                revision=number + 1,
                replaces_id=None,
                body=sealed.data,
                sha256=sealed.sha256,
                sealed_at=now,
            )
        )
        unit.outbox.keep_item(item)
    return item


@cache
def kit_form(kit_id: str = "ogp-strategy-2022", key: str = "") -> str:
    """Return the form of a kit as its server holds it, encrypted if a key is given."""
    kit = KitLibrary(data_root() / "kits", Path("/nonexistent")).newest(kit_id)
    form = xform(server_form(kit)).decode()
    submission = f'<submission base64RsaPublicKey="{key}"/></model>'
    return form.replace("</model>", submission, 1) if key else form
