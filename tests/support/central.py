"""An OpenRosa server on loopback that behaves as ODK Central was seen to, faults included.

What it has lives in one SQLite file, so that it can be killed and started again. It keeps the bytes
of instances apart from its settings: keys, versions, and whether the form takes anything.
"""

import multiprocessing
import random
import re
import socket
import sqlite3
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.parser import BytesParser
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote
from uuid import uuid4
from xml.etree.ElementTree import ParseError, fromstring

META = "{http://openrosa.org/xforms}"
RESPONSE = "http://openrosa.org/http/response"
DELETED = "This submission has been deleted. You may not resubmit it."
CLOSED = "This form is not currently accepting submissions."
_ADDRESS = re.compile(r"(/v1/key/([^/]+)/projects/1)/(submission|formList|forms/.+[.]xml)")
LIST = "http://openrosa.org/xforms/xformsList"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS instance (
    id TEXT PRIMARY KEY, xml BLOB NOT NULL, enclosed BLOB, posts INTEGER, is_deleted INTEGER
);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS post (seq INTEGER PRIMARY KEY, id TEXT, sha256 TEXT, status INTEGER);
CREATE TABLE IF NOT EXISTS lie (id TEXT);
"""
_SLOW_S = 30.0
"""A slow store ends when the twin of its request was here, or after this."""
_UNTIDY = ("before", "read", "stored", "answering", "slow")
"""Where a request is broken off: at once, read, stored, in the answer, or before a slow store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One record of the server."""

    id: str
    xml: bytes
    enclosed: bytes | None


class Central:
    """What the server has on its disk, and what its owner sets."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self.open() as file:
            file.executescript(_SCHEMA)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """Give the file, and commit."""
        with closing(sqlite3.connect(self.path, timeout=30)) as file, file:
            file.execute("PRAGMA synchronous=OFF")
            yield file

    def set(self, **settings: str) -> None:
        """Change keys, versions and whether the form is open; each is a text, lists by spaces.

        The last of the versions is the one that is published; ``xml`` is the form itself.
        """
        with self.open() as file:
            file.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", settings.items())

    def setting(self, name: str) -> str:
        """Return what is set."""
        with self.open() as file:
            row = file.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def stored(self) -> dict[str, Stored]:
        """Return every record that is not deleted."""
        with self.open() as file:
            rows = file.execute("SELECT id, xml, enclosed FROM instance WHERE NOT is_deleted")
            return {row[0]: Stored(id=row[0], xml=row[1], enclosed=row[2]) for row in rows}

    def delete(self, instance_id: str) -> None:
        """Delete a record as Central does: it stays known, and cannot be sent again."""
        with self.open() as file:
            file.execute("UPDATE instance SET is_deleted = 1 WHERE id = ?", (instance_id,))

    def lies(self) -> int:
        """Return how often a twin was told that its record had been deleted."""
        with self.open() as file:
            return int(file.execute("SELECT count(*) FROM lie").fetchone()[0])

    def posts(self) -> list[tuple[str, str, int]]:
        """Return what was posted and understood: the id, the digest of the body, the status."""
        with self.open() as file:
            return list(file.execute("SELECT id, sha256, status FROM post ORDER BY seq"))


def envelope(message: str, nature: str = "", more: str = "") -> bytes:
    """Return the body of an answer."""
    attribute = f' nature="{nature}"' if nature else ""
    return (
        f'<OpenRosaResponse xmlns="{RESPONSE}" items="0">'
        f"<message{attribute}>{message}</message>{more}</OpenRosaResponse>"
    ).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, central: Central, seed: int | None) -> None:
        self.central = central
        self.chance = random.Random(seed)
        self.guard = threading.Lock()
        self.under_way: dict[str, threading.Event] = {}
        """What is being stored; the event tells that its twin was here."""
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients leave, and are left, on purpose."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 30

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        if self._key() is not None:
            self._answer(204)

    def do_GET(self) -> None:
        """List what is open and assigned to the key, or give a form, without OpenRosa's header."""
        central, key = self.server.central, self._key()
        if key is None:
            return
        path, _, query = self.path.partition("?")
        is_given = central.setting("state") == "open" and key in central.setting("assigned").split()
        if path.endswith(".xml"):
            status = 200 if is_given else 403
            self._answer(status, central.setting("xml").encode(), is_openrosa=False)
            return
        form = central.setting("form")
        asked = dict(parse_qsl(query)).get("formID", form)
        found = self._listed(form, path) if is_given and asked == form else ""
        self._answer(200, f'<?xml version="1.0"?><xforms xmlns="{LIST}">{found}</xforms>'.encode())

    def _listed(self, form: str, path: str) -> str:
        version = (self.server.central.setting("versions").split() or [""])[-1]
        here = f"http://{self.headers['Host']}{path.removesuffix('/formList')}"
        return (
            f"<xform><formID>{form}</formID><name>Community conversation</name>"
            f"<version>{version}</version><hash>md5:0</hash>"
            f"<downloadUrl>{here}/forms/{quote(form)}.xml</downloadUrl></xform>"
        )

    def do_POST(self) -> None:
        central = self.server.central
        fault = self._fault(float(central.setting("faults") or 0))
        if fault == "before":
            self._reset()
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if fault == "read":
            self._reset()
            return
        key = self._key()
        if key is None:
            return
        if key not in central.setting("assigned").split():
            self._answer(
                401, envelope("The authentication you provided does not suffice.", "error")
            )
            return
        if self.headers.get("X-OpenRosa-Version") != "1.0":
            self._answer(400, envelope("X-OpenRosa-Version is missing", "error"))
            return
        if fault == "slow":
            self._reset()
        status, message = self._take(body, is_slow=fault == "slow")
        if fault in {"slow", "stored"}:
            self._reset()
            return
        self._answer(
            status, envelope(message, "" if status == 201 else "error"), is_cut=fault == "answering"
        )

    def _fault(self, share: float) -> str:
        with self.server.guard:
            is_untidy = self.server.chance.random() < share
            return self.server.chance.choice(_UNTIDY) if is_untidy else ""

    def _key(self) -> str | None:
        """Return the key of the address; an unknown one gets 403, and no OpenRosa header."""
        found = _ADDRESS.fullmatch(self.path.partition("?")[0])
        key = unquote(found[2]) if found else ""
        if key and key in self.server.central.setting("keys").split():
            return key
        self._answer(403, b'{"message":"no"}', is_openrosa=False)
        return None

    def _take(self, body: bytes, *, is_slow: bool) -> tuple[int, str]:
        from hashlib import sha256

        head = f"Content-Type: {self.headers.get('Content-Type')}\r\n\r\n".encode()
        parts = {
            str(part.get_param("name", header="content-disposition")): part.get_payload(decode=True)
            for part in BytesParser().parsebytes(head + body).walk()
            if not part.is_multipart()
        }
        xml = parts.pop("xml_submission_file", None)
        if not isinstance(xml, bytes):
            return 400, "Required multipart POST field xml_submission_file missing."
        enclosed = next(iter(parts.values()), None)
        status, message, instance_id = self._judge(
            xml, enclosed if isinstance(enclosed, bytes) else None, is_slow=is_slow
        )
        with self.server.central.open() as file:
            row = (instance_id, sha256(body).hexdigest(), status)
            file.execute("INSERT INTO post (id, sha256, status) VALUES (?, ?, ?)", row)
        return status, message

    def _judge(self, xml: bytes, enclosed: bytes | None, *, is_slow: bool) -> tuple[int, str, str]:
        central = self.server.central
        try:
            root = fromstring(xml)
        except ParseError:
            return 400, "not XML", ""
        given = root.findtext(f"{META}meta/{META}instanceID") or ""
        instance_id = given.removeprefix("uuid:") or str(uuid4())
        if root.get("id") != central.setting("form"):
            return 404, "The form was not found.", instance_id
        if root.get("version") not in central.setting("versions").split():
            return 404, "The form version was not found.", instance_id
        if central.setting("state") != "open":
            return 409, CLOSED, instance_id
        with self.server.guard:
            if instance_id in self.server.under_way:  # the twin that comes second is told a lie
                self.server.under_way[instance_id].set()
                with central.open() as file:
                    file.execute("INSERT INTO lie VALUES (?)", (instance_id,))
                return 409, DELETED, instance_id
            twin = self.server.under_way[instance_id] = threading.Event()
        try:
            if is_slow:
                twin.wait(_SLOW_S)
            return *self._store(instance_id, xml, enclosed), instance_id
        finally:
            with self.server.guard:
                del self.server.under_way[instance_id]

    def _store(self, instance_id: str, xml: bytes, enclosed: bytes | None) -> tuple[int, str]:
        with self.server.central.open() as file:
            row = file.execute(
                "SELECT xml, is_deleted, enclosed FROM instance WHERE id = ?", (instance_id,)
            ).fetchone()
            if row is None:
                file.execute(
                    "INSERT INTO instance VALUES (?, ?, ?, 1, 0)", (instance_id, xml, enclosed)
                )
                return 201, "full submission upload was successful!"
            if row[1]:
                return 409, DELETED
            if row[0] != xml:
                return 409, "A submission with this instanceID and other content exists."
            return 201, "full submission upload was successful!"

    def _answer(
        self, status: int, body: bytes = b"", *, is_openrosa: bool = True, is_cut: bool = False
    ) -> None:
        self.send_response_only(status)
        self.send_header("Date", formatdate(usegmt=True))
        if is_openrosa:
            self.send_header("X-OpenRosa-Version", "1.0")
            self.send_header("X-OpenRosa-Accept-Content-Length", "100000000")
            self.send_header("Content-Type", "text/xml; charset=utf-8")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[: len(body) // 2] if is_cut else body)
        if is_cut:
            self.wfile.flush()
            self._reset()

    def _reset(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            for held in (self.rfile, self.wfile, self.connection):
                held.close()  # the last of the three gives the socket back


def serve(path: Path, port: int, seed: int | None) -> None:
    """Serve until killed; for a process of its own."""
    _Server(port, Central(path), seed).serve_forever()


class CentralProcess:
    """The server as a process that can be killed, and started again on its port and its disk."""

    def __init__(self, path: Path, seed: int = 1) -> None:
        self._path, self._seed = path, seed
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._process: multiprocessing.process.BaseProcess | None = None

    def start(self) -> None:
        """Start, and wait until it listens."""
        self._seed += 1
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(
            target=serve, args=(self._path, self.port, self._seed), daemon=True
        )
        self._process.start()
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """Kill it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


@contextmanager
def central_server(central: Central, seed: int | None = None) -> Iterator[int]:
    """Serve in threads of this process; gives the port."""
    with _Server(0, central, seed) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
