"""Whom TLS believes, and why it said no, in OpenSSL's or the system's own words."""

import ssl
from functools import cache
from urllib.parse import urlsplit

import httpx2


def trust_for(url: str, *, asks_environment: bool) -> ssl.SSLContext:
    """Return who is believed at this address: the system's store for https, nobody for plain http.

    The store takes longer to load than a request on a good line, so it is loaded once.
    ``asks_environment`` lets ``SSL_CERT_FILE`` and its like name another.
    """
    is_https = urlsplit(url).scheme == "https"
    return _system_store(asks_environment) if is_https else _nobody()


def read_trust_anew() -> None:
    """Let the next gateway load the system's store again: somebody may have mended it."""
    _system_store.cache_clear()


@cache
def _system_store(asks_environment: bool) -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=asks_environment)


@cache
def _nobody() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def distrust(error: BaseException | None) -> str | None:
    """Return why TLS said no, ``None`` when it did not (a connection that merely broke, say)."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message
        if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return None
        if isinstance(error, ssl.SSLError):
            return error.reason or "TLS"
        error = error.__cause__ or error.__context__
    return None
