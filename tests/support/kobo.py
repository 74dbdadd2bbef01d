"""A server on loopback that lists and takes forms as KoboToolbox and Ona do, from their source.

KoboToolbox gives every form an id of its own, and wants to know who asks even for ``HEAD``; Ona
answers ``HEAD`` to anybody. Both take a token, and challenge with Digest whoever shows nothing.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.etree.ElementTree import fromstring

from tests.support.central import LIST, META, envelope

TOKEN = "c0ffee" * 6 + "abcd"
"""As both make them: 40 hexadecimal digits."""
_CHALLENGE = 'Digest realm="DJANGO", nonce="n", algorithm=MD5, qop="auth"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of an account; closed ones are not listed."""

    id: str
    name: str
    version: str
    xml: bytes = b"<h/>"
    is_open: bool = True


@dataclass(slots=True, kw_only=True)
class Kobo:
    """What the server has; ``asked`` is each request, with what it showed."""

    port: int = 0
    forms: tuple[Form, ...] = ()
    tells_anybody_that_it_is_there: bool = False
    most_taken: int = 10_000_000
    stored: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"
    timeout = 30

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        if self.server.kobo.tells_anybody_that_it_is_there or self._is_known():
            self._note()
            self._answer(204)

    def do_GET(self) -> None:
        if not self._is_known():
            return
        self._note()
        kobo = self.server.kobo
        path, _, query = self.path.partition("?")
        if path == "/formList":
            asked = query.removeprefix("formID=")
            found = [one for one in kobo.forms if one.is_open and (not query or one.id == asked)]
            listed = "".join(map(self._listed, found))
            self._answer(
                200, f'<?xml version="1.0"?>\n<xforms xmlns="{LIST}">{listed}</xforms>'.encode()
            )
            return
        number = int(path.removeprefix("/forms/").removesuffix("/form.xml"))
        self._answer(200, kobo.forms[number].xml)

    def _listed(self, form: Form) -> str:
        kobo = self.server.kobo
        here = f"{kobo.url}/forms/{kobo.forms.index(form)}"
        return (
            f"<xform><formID>{form.id}</formID><name>{form.name}</name>"
            f"<majorMinorVersion>{form.version}</majorMinorVersion>"
            f"<version>{form.version}</version><hash>md5:0</hash><descriptionText>A form"
            f"</descriptionText><downloadUrl>{here}/form.xml</downloadUrl>"
            f"<manifestUrl>{here}/manifest</manifestUrl></xform>"
        )

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self._is_known():
            return
        self._note()
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        parts = BytesParser().parsebytes(head + body).get_payload()
        assert isinstance(parts, list)
        xml = parts[0].get_payload(decode=True)
        assert isinstance(xml, bytes)
        root = fromstring(xml)
        if root.get("id") not in {one.id for one in self.server.kobo.forms if one.is_open}:
            self._answer(404, envelope("Form not found on server."))
            return
        instance_id = root.findtext(f"{META}meta/{META}instanceID") or ""
        self.server.kobo.stored[instance_id] = xml
        told = (
            '<submissionMetadata xmlns="http://www.opendatakit.org/xforms" '
            f'id="{root.get("id")}" instanceID="{instance_id}" '
            'submissionDate="2026-11-26T12:00:00+00:00" isComplete="true"/>'
        )
        self._answer(201, envelope("Successful submission.", "", told))

    def _is_known(self) -> bool:
        if self.headers.get("Authorization") == f"Token {TOKEN}":
            return True
        self._note()
        self._answer(401, b"", WWW_Authenticate=_CHALLENGE)
        return False

    def _note(self) -> None:
        shown = self.headers.get("Authorization", "")
        self.server.kobo.asked.append((self.command, self.path, shown))

    def _answer(self, status: int, body: bytes = b"", **more: str) -> None:
        self.send_response(status)
        self.send_header("X-OpenRosa-Version", "1.0")
        self.send_header("X-OpenRosa-Accept-Content-Length", str(self.server.kobo.most_taken))
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, kobo: Kobo) -> None:
        self.kobo = kobo
        super().__init__(("127.0.0.1", 0), _Handler)
        kobo.port = self.server_port


@contextmanager
def kobo_server(kobo: Kobo) -> Iterator[Kobo]:
    """Serve in threads of this process."""
    with _Server(kobo) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield kobo
        finally:
            server.shutdown()
            thread.join()
