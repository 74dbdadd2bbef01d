"""Proof 6: a name and a password, asked for as Digest with 2 s nonces, or Basic."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from ogp_desktop.delivery.openrosa import OpenRosa
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outcome import OutcomeKind
from tests.delivery.openrosa.test_gateway import HEAD, STORED, head_of
from tests.support.central import Central, central_server
from tests.support.digest_front import Front, apache, apache_front, stub_front
from tests.support.openrosa import KEY, parcel_of, submission_of
from tests.support.stub_server import Stub, http, stub_server

pytestmark = pytest.mark.slow

NAME, PASSWORD = "host", "canary-password-7d1"
Running = Callable[[], AbstractContextManager[Front]]
Behind = Callable[[int, str, str], AbstractContextManager[Front]]


@pytest.fixture(params=["stub", "apache"])
def fronts(request: pytest.FixtureRequest) -> Behind:
    if request.param == "stub":
        return stub_front
    if apache() is None:
        pytest.skip("Apache with mod_auth_digest is not installed")
    return apache_front


@pytest.fixture
def running(fronts: Behind, central: Central) -> Running:
    @contextmanager
    def run() -> Iterator[Front]:
        with central_server(central) as port, fronts(port, NAME, PASSWORD) as front:
            yield front

    return run


def _to(front: Front | Stub, password: str = PASSWORD) -> OpenRosa:
    # The server behind looks at the key in the address, the front at the password.
    url = f"http://127.0.0.1:{front.port}/v1/key/{KEY}/projects/1"
    return OpenRosa(url, code=f"{NAME}:{password}")


def test_digest_is_negotiated_before_a_word_leaves(running: Running, central: Central) -> None:
    with running() as front:
        gateway = _to(front)
        for number in range(3):
            outcome = gateway.deliver(parcel_of(submission_of(number)), deadline_s=20)
            assert outcome.kind is OutcomeKind.CONFIRMED
        gateway.close()
    assert len(central.stored()) == 3
    told = [(one.method, one.was_shown, one.status) for one in front.asked]
    assert told[:3] == [("HEAD", False, 401), ("HEAD", True, 204), ("POST", True, 201)]
    assert front.attempts == 0


def test_stale_nonce_is_renewed_without_a_question(running: Running, central: Central) -> None:
    with running() as front:
        gateway = _to(front)
        for number in range(2):
            outcome = gateway.deliver(parcel_of(submission_of(number)), deadline_s=20)
            assert outcome.kind is OutcomeKind.CONFIRMED
            front.grow_old()
        gateway.close()
    assert len(central.stored()) == 2
    assert (front.attempts, front.renewals) == (0, 1)


def test_wrong_password_is_one_attempt_then_blocked(running: Running, central: Central) -> None:
    with running() as front:
        gateway = _to(front, "wrong")
        outcome = gateway.deliver(parcel_of(submission_of(1)), deadline_s=20)
        gateway.close()
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.AUTH, False)
    assert front.attempts == 1
    assert [one.method for one in front.asked] == ["HEAD", "HEAD"]
    assert central.stored() == {}


def test_password_that_was_changed_meanwhile_is_shown_once_more_and_not_again() -> None:
    challenge = http(401, WWW_Authenticate='Digest realm="r", nonce="n", qop="auth"')
    with stub_server(challenge, HEAD, challenge) as stub:
        gateway = _to(stub)
        outcome = gateway.deliver(parcel_of(submission_of(1)), deadline_s=20)
        gateway.close()
    assert outcome.kind is OutcomeKind.AUTH
    assert [request.split(b" ")[0] for request in stub.requests] == [b"HEAD", b"HEAD", b"POST"]


def test_basic_is_shown_when_asked_for_and_then_with_every_request() -> None:
    with stub_server(http(401, WWW_Authenticate='Basic realm="r"'), HEAD, STORED) as stub:
        gateway = _to(stub)
        assert gateway.deliver(parcel_of(submission_of(1)), deadline_s=20).kind is (
            OutcomeKind.CONFIRMED
        )
        gateway.close()
    shown = [head_of(request)[1].get("authorization") for request in stub.requests]
    basic = f"Basic {b64encode(f'{NAME}:{PASSWORD}'.encode()).decode()}"
    assert shown == [None, basic, basic]


@pytest.mark.parametrize(
    "challenge",
    [
        'Digest realm="r"',
        'Digest realm="r", nonce="n", qop="auth-int"',
        'Digest realm="r", nonce="n", algorithm="WHIRLPOOL"',
        "Digest nonsense",
        "Negotiate",
        "",
    ],
)
def test_challenge_that_nobody_can_answer_blocks_without_a_fault(challenge: str) -> None:
    with stub_server(http(401, WWW_Authenticate=challenge)) as stub:
        gateway = _to(stub)
        outcome = gateway.deliver(parcel_of(submission_of(1)), deadline_s=20)
        gateway.close()
    assert (outcome.kind, len(stub.requests)) == (OutcomeKind.AUTH, 1)


def test_password_is_in_no_representation() -> None:
    gateway = OpenRosa("https://example.org", code=f"{NAME}:{PASSWORD}")
    gateway.close()
    assert PASSWORD not in repr(gateway)


@pytest.mark.parametrize("code", ["no-colon", ":only-a-password"])
def test_login_without_a_name_is_refused(code: str) -> None:
    with pytest.raises(Refusal, match="bad_token"):
        OpenRosa("https://example.org", code=code)
