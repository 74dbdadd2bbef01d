"""A lost reply, as a demonstration shows it: stored at once, confirmed at the second try."""

from pathlib import Path

from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.endpoint.bad_line import bad_line
from ogp_desktop.endpoint.serve import running_endpoint
from tests.support.delivering import parcel


def test_bad_line_loses_the_first_reply_and_the_repeat_is_confirmed(tmp_path: Path) -> None:
    with (
        running_endpoint(f"sqlite:///{tmp_path}/endpoint.db") as endpoint,
        bad_line(endpoint.url) as url,
    ):
        verify = ed25519_verifier(endpoint.receipt_key)
        gateway = JsonPut(url, token=endpoint.token, verify=verify)
        lost = gateway.deliver(parcel(), deadline_s=20)
        assert (lost.kind, lost.bytes_may_have_left) == (OutcomeKind.UNREACHABLE, True)
        assert len(endpoint.store.listed()) == 1
        found = gateway.deliver(parcel(attempt=2), deadline_s=20)
        gateway.close()
        assert (found.kind, found.status) == (OutcomeKind.CONFIRMED, 200)
        assert len(endpoint.store.listed()) == 1
