from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from articles.bench.load import requests_per_second
from articles.errors import CannotDo


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        body = b"x" * 300_000  # more than one packet
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A client that leaves is no error."""


@pytest.fixture
def port():
    Handler.asked = []
    with Server(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_it_counts_answers(port):
    rate = requests_per_second(port, ["/a", "/b"], seconds=0.3, connections=2)
    assert 0 < rate <= len(Handler.asked) / 0.3
    assert set(Handler.asked) == {"/a", "/b"}


def test_it_does_not_count_errors(port):
    with pytest.raises(CannotDo, match="/missing answers"):
        requests_per_second(port, ["/missing"], seconds=0.3)
