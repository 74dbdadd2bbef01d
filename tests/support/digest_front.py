"""Asks for a name and a password before an OpenRosa server, with nonces that last two seconds.

Apache with ``mod_auth_digest`` where it is installed; and a small one after RFC 7616, everywhere.
"""

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import md5
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from socket import create_connection, create_server
from tempfile import TemporaryDirectory
from urllib.request import parse_http_list, parse_keqv_list

REALM = "OpenRosa"
NONCE_S = 2
_MODULES = Path("/usr/lib/apache2/modules")


@dataclass(slots=True)
class Front:
    """A running front; ``asked`` is what it was asked, which Apache tells when it has ended."""

    port: int
    asked: list["Turn"] = field(default_factory=list)
    grow_old: Callable[[], None] = lambda: None
    """Lets every nonce that was given grow too old."""

    @property
    def attempts(self) -> int:
        """Return how often credentials were shown and turned down for another reason than age."""
        return sum(one.was_shown and one.status == 401 and not one.was_stale for one in self.asked)

    @property
    def renewals(self) -> int:
        """Return how often right credentials were turned down for their age alone."""
        return sum(one.was_stale for one in self.asked)


@dataclass(frozen=True, slots=True)
class Turn:
    """One request: whether it showed credentials, and whether those were merely too old."""

    method: str
    was_shown: bool
    was_stale: bool
    status: int


def digest_of(name: str, password: str) -> str:
    """Return what a server keeps of a password (RFC 7616, 3.4.2)."""
    return md5(f"{name}:{REALM}:{password}".encode()).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Stub"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self._handle()

    def do_GET(self) -> None:
        self._handle()

    def do_POST(self) -> None:
        self._handle()

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        given = self.headers.get("Authorization", "")
        verdict = self.server.judge(given, self.command, self.path)
        if verdict == "ok":
            status = self._forward(body)
        else:
            status = 401
            self.send_response_only(401)
            stale = ", stale=true" if verdict == "stale" else ""
            self.send_header(
                "WWW-Authenticate",
                f'Digest realm="{REALM}", nonce="{self.server.nonce()}", algorithm=MD5, '
                f'qop="auth"{stale}',
            )
            self.send_header("Content-Length", "0")
            self.end_headers()
        turn = Turn(self.command, bool(given), verdict == "stale", status)
        self.server.front.asked.append(turn)

    def _forward(self, body: bytes) -> int:
        behind = HTTPConnection("127.0.0.1", self.server.behind, timeout=20)
        kept = {k: v for k, v in self.headers.items() if k.lower() != "authorization"}
        behind.request(self.command, self.path, body or None, kept)
        answer = behind.getresponse()
        data = answer.read()
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
        behind.close()
        return answer.status


class _Stub(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, behind: int, users: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind, self.users = behind, users
        self.front = Front(port=self.server_port, grow_old=self._grow_old)
        self._given: dict[str, float] = {}

    def nonce(self) -> str:
        """Give a new nonce."""
        nonce = f"n{len(self._given)}"
        self._given[nonce] = time.monotonic()
        return nonce

    def _grow_old(self) -> None:
        self._given = dict.fromkeys(self._given, time.monotonic() - 2 * NONCE_S)

    def judge(self, given: str, method: str, path: str) -> str:
        """Return "ok", "stale" or "no"."""
        if not given.startswith("Digest "):
            return "no"
        told = parse_keqv_list(parse_http_list(given[len("Digest ") :]))
        ha1 = self.users.get(told.get("username", ""))
        if ha1 is None or told.get("uri") != path or told.get("nonce") not in self._given:
            return "no"
        ha2 = md5(f"{method}:{path}".encode()).hexdigest()
        signed = ":".join((ha1, told["nonce"], told["nc"], told["cnonce"], told["qop"], ha2))
        if md5(signed.encode()).hexdigest() != told.get("response"):
            return "no"
        is_old = time.monotonic() - self._given[told["nonce"]] > NONCE_S
        return "stale" if is_old else "ok"


@contextmanager
def stub_front(behind: int, name: str, password: str) -> Iterator[Front]:
    """Run the small front."""
    with _Stub(behind, {name: digest_of(name, password)}) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.front
        finally:
            server.shutdown()
            thread.join()


def apache() -> str | None:
    """Return Apache's program, if it is here with what is needed."""
    names = ("auth_digest", "proxy_http", "mpm_event", "authn_file", "authz_user")
    has_all = all((_MODULES / f"mod_{name}.so").exists() for name in names)
    return (which("apache2") or which("/usr/sbin/apache2")) if has_all else None


_CONFIGURATION = """
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
DefaultRuntimeDir {folder}
ErrorLog {folder}/errors
{modules}
{user}
LogFormat "%m|%{{Authorization}}i|%>s|%{{WWW-Authenticate}}o" told
CustomLog {folder}/access told
ProxyPass / http://127.0.0.1:{behind}/
<Location />
  AuthType Digest
  AuthName {realm}
  AuthDigestProvider file
  AuthDigestNonceLifetime {nonce_s}
  AuthUserFile {folder}/users
  Require valid-user
</Location>
"""


@contextmanager
def apache_front(behind: int, name: str, password: str) -> Iterator[Front]:
    """Run Apache in a folder that its workers, who are somebody else, can read."""
    with TemporaryDirectory(prefix="ogp-desktop-tests-", ignore_cleanup_errors=True) as made:
        Path(made).chmod(0o755)
        with _apache_in(Path(made), behind, name, password) as front:
            yield front


@contextmanager
def _apache_in(folder: Path, behind: int, name: str, password: str) -> Iterator[Front]:
    import os

    program = apache()
    assert program is not None
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "users").write_text(f"{name}:{REALM}:{digest_of(name, password)}\n")
    names = ("mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_digest")
    modules = "\n".join(
        f"LoadModule {one}_module {_MODULES}/mod_{one}.so"
        for one in (*names, "proxy", "proxy_http")
    )
    (folder / "conf").write_text(
        _CONFIGURATION.format(
            folder=folder,
            port=port,
            behind=behind,
            modules=modules,
            realm=REALM,
            nonce_s=NONCE_S,
            user="User www-data\nGroup www-data" if os.geteuid() == 0 else "",
        )
    )
    front = Front(port=port, grow_old=lambda: time.sleep(NONCE_S + 1.1))
    process = subprocess.Popen(
        [program, "-f", str(folder / "conf"), "-DFOREGROUND"], stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port, process)
        yield front
    finally:
        process.send_signal(signal.SIGWINCH)  # ends when every request was answered and told
        process.wait(20)
        for line in (folder / "access").read_text().splitlines():
            method, given, status, challenge = line.split("|")
            turn = Turn(method, given != "-", "stale=true" in challenge, int(status))
            front.asked.append(turn)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(400):
        assert process.poll() is None, "Apache did not start"
        with suppress(OSError), create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("Apache does not listen")
