"""TLS is never off: a certificate that the trust store does not know, or no longer, says no."""

import datetime as dt
import ipaddress
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from ogp_desktop.delivery import tls
from ogp_desktop.delivery.json_put import JsonPut
from ogp_desktop.delivery.trust import ed25519_verifier
from ogp_desktop.domain.connection import Finding
from ogp_desktop.domain.outcome import Outcome, OutcomeKind
from ogp_desktop.endpoint.signing import signer_at
from tests.support.delivering import parcel, receipt_body
from tests.support.stub_server import Line, Stub, http, stub_server

TODAY = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


def _certificate(folder: Path, begins: dt.datetime, host: str = "127.0.0.1") -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + 10 * DAY)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths


@contextmanager
def _serving(
    folder: Path, begins: dt.datetime, *, host: str = "127.0.0.1", is_trusted: bool = True
) -> Iterator[tuple[Stub, JsonPut]]:
    certificate, key = _certificate(folder, begins, host)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    client = ssl.create_default_context(cafile=certificate) if is_trusted else None
    signer = signer_at(folder / "endpoint.key")
    with stub_server(http(201, receipt_body(signer)), tls=server) as stub:
        gateway = JsonPut(
            stub.url, token="t", verify=ed25519_verifier(signer.public_key), tls=client
        )
        with closing(gateway):
            yield stub, gateway


def _delivered(
    folder: Path, begins: dt.datetime, *, host: str = "127.0.0.1", is_trusted: bool = True
) -> tuple[Outcome, list[bytes]]:
    with _serving(folder, begins, host=host, is_trusted=is_trusted) as (stub, gateway):
        outcome = gateway.deliver(parcel(), deadline_s=10)
    return outcome, stub.requests


def test_delivery_over_tls_is_confirmed_when_the_certificate_is_trusted(tmp_path: Path) -> None:
    outcome, requests = _delivered(tmp_path, TODAY - DAY)
    assert outcome.kind is OutcomeKind.CONFIRMED
    assert len(requests) == 1


@pytest.mark.parametrize(
    ("begins", "host", "is_trusted", "detail"),
    [
        (TODAY - DAY, "127.0.0.1", False, "self-signed"),
        (TODAY - 99 * DAY, "127.0.0.1", True, "expired"),
        (TODAY + DAY, "127.0.0.1", True, "not yet valid"),
        (TODAY - DAY, "127.0.0.2", True, "mismatch"),
    ],
    ids=["unknown", "expired", "not yet valid", "of another host"],
)
def test_nothing_leaves_when_the_certificate_is_wrong(
    tmp_path: Path, begins: dt.datetime, host: str, is_trusted: bool, detail: str
) -> None:
    outcome, requests = _delivered(tmp_path, begins, host=host, is_trusted=is_trusted)
    assert (outcome.kind, outcome.bytes_may_have_left) == (OutcomeKind.TLS, False)
    assert detail in outcome.detail
    assert requests == []


@pytest.mark.parametrize(
    ("begins", "is_trusted", "finding"),
    [
        (TODAY - DAY, True, Finding.LOGIN_PAGE),  # the stub answers with something else
        (TODAY - DAY, False, Finding.CERTIFICATE),
        (TODAY - 99 * DAY, True, Finding.EXPIRED),
        (TODAY + DAY, True, Finding.NOT_YET_VALID),
    ],
    ids=["right", "unknown", "expired", "not yet valid"],
)
def test_probe_tells_a_wrong_clock_from_a_wrong_certificate(
    tmp_path: Path, begins: dt.datetime, is_trusted: bool, finding: Finding
) -> None:
    with _serving(tmp_path, begins, is_trusted=is_trusted) as (stub, gateway):
        found = gateway.probe(now=lambda: dt.datetime.now(dt.UTC), deadline_s=10)
    assert found.finding is finding
    assert len(stub.requests) == (1 if finding is Finding.LOGIN_PAGE else 0)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Count how often the system's store of certificates is loaded."""
    times: list[bool] = []
    really = httpx2.create_ssl_context

    def load(**named: bool) -> ssl.SSLContext:
        times.append(named["trust_env"])
        return really(**named)

    tls.read_trust_anew()
    monkeypatch.setattr(httpx2, "create_ssl_context", load)
    yield times
    tls.read_trust_anew()


def test_trust_is_loaded_for_https_alone_and_once(loaded: list[bool]) -> None:
    for url in ("http://127.0.0.1:1", "http://localhost:1"):
        JsonPut(url).close()
    assert loaded == []
    for url in ("https://example.org", "https://example.net"):
        JsonPut(url).close()
    assert loaded == [True]


def test_trust_is_loaded_anew_when_a_certificate_was_not_believed(
    tmp_path: Path, loaded: list[bool]
) -> None:
    with _serving(tmp_path, TODAY - DAY, is_trusted=False) as (stub, gateway):
        JsonPut(stub.url).close()
        assert len(loaded) == 1
        assert gateway.deliver(parcel(), deadline_s=20).kind is OutcomeKind.TLS
        JsonPut(stub.url).close()
    assert len(loaded) == 2


def test_nobody_is_believed_at_a_plain_address() -> None:
    nobody = tls.trust_for("http://127.0.0.1", asks_environment=False)
    assert (nobody.verify_mode, nobody.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert nobody.get_ca_certs() == []


def test_plain_http_behind_an_https_address_is_no_delivery() -> None:
    with stub_server(Line(answer=http(200, b"<html>", "text/html"), read=1)) as stub:
        gateway = JsonPut(stub.url.replace("http:", "https:"))
        outcome = gateway.deliver(parcel(), deadline_s=10)
        gateway.close()
    assert outcome.kind is OutcomeKind.TLS
    assert not outcome.bytes_may_have_left
