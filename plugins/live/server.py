"""
The server: speaks HTTP, and leaves to others what is said. It answers only to names of this machine, unless it is
told to listen elsewhere.
"""

from __future__ import annotations

import socket
import socketserver
import sys
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from plugins.live.answers import Answer, Source, cut, look_up
from plugins.live.hosts import may_ask
from plugins.problems import SettingsError


class SiteServer(ThreadingHTTPServer):
    """
    Listens at an address, or goes on with a socket that listens already; OSError where the port is taken.
    """

    request_queue_size = 64

    def __init__(self, bind: str, port: int, handler: Any, listening: socket.socket | None = None) -> None:
        self.bind = bind
        self.address_family = socket.AF_INET6 if ":" in bind else socket.AF_INET
        super().__init__((bind, port), handler, bind_and_activate=listening is None)
        if listening is not None:
            self.socket.close()
            self.socket = listening
            self._take_address()

    def server_bind(self) -> None:
        """Take the address, and ask nobody what its name might be: that can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self._take_address()

    def _take_address(self) -> None:
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = self.bind, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that did not wait for an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        """Where the server is to be found, with a stroke at the end."""
        name = "localhost" if self.bind in ("127.0.0.1", "0.0.0.0") else self.bind
        return f"http://{f'[{name}]' if ':' in name else name}:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    """
    Answers to those who may ask, and only to those who want to read.
    """

    server: SiteServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def answer(self) -> None:
        """Answer to a request that may be answered."""
        raise NotImplementedError

    def do_GET(self) -> None:
        """Answer with a file, or a part of one."""
        if may_ask(self.headers["Host"], self.server.bind):
            self.answer()
        else:
            self.send(
                Answer(
                    403,
                    f"This is shown at {self.server.url} and under no other name, so that pages of others cannot "
                    "read it through your browser. To show it to your network: make serve-global or "
                    "make devserver-global.\n".encode(),
                )
            )

    do_HEAD = do_GET

    def refuse(self) -> None:
        """Answer to whoever wants something else than to read; what they send is not read."""
        self.close_connection = True
        self.send(Answer(405, b"Here one can only read.\n", headers=(("Allow", "GET, HEAD"), ("Connection", "close"))))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse

    @property
    def asked_part(self) -> str | None:
        """The part of a file that is asked for; who asks for the head asks for the whole."""
        return self.headers["Range"] if self.command == "GET" else None

    def send(self, answer: Answer) -> None:
        """Send an answer; its head alone where that was asked for."""
        self.send_response(answer.status)
        for name, value in answer.all_headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def log_message(self, *_: Any) -> None:
        """Say nothing of what was read."""


class SiteHandler(Handler):
    """
    Answers as a host would, with what is in a source.
    """

    def __init__(self, *arguments: Any, source: Source) -> None:
        self.source = source
        super().__init__(*arguments)

    def answer(self) -> None:
        """Answer with a file, or with what stands in its place."""
        self.send(cut(look_up(self.source, self.path), self.asked_part))


def open_server(source: Source, bind: str, port: int) -> SiteServer:
    """A server of a source; SettingsError where the port is taken."""
    return listen(bind, port, partial(SiteHandler, source=source))


def listen(bind: str, port: int, handler: Any, listening: socket.socket | None = None) -> SiteServer:
    """A server with a handler of one's own; SettingsError where the port is taken."""
    try:
        return SiteServer(bind, port, handler, listening)
    except OSError as error:
        raise SettingsError(f"port {port} cannot be used ({error.strerror}): choose another with PORT=8001") from None
