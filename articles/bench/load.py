"""A small load generator: some connections, kept alive, each asking for the next page as soon as it has one. It speaks
just enough HTTP/1.1 for our own server on this machine, so that the client costs as little as can be."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from articles.errors import CannotDo

CONNECTIONS = 4
TIMEOUT = 30.0  # seconds


def requests_per_second(port: int, paths: Sequence[str], *, seconds: float, connections: int = CONNECTIONS) -> float:
    """Raises CannotDo for a page that does not answer 200."""
    requests = [_request(path) for path in paths]
    start = perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        counts = list(pool.map(lambda number: _ask(port, requests, number, start + seconds), range(connections)))
    return sum(counts) / (perf_counter() - start)


def _ask(port: int, requests: Sequence[bytes], number: int, end: float) -> int:
    """Ask until the time is over, beginning elsewhere in the list on each connection; returns how often."""
    done = 0
    with socket.create_connection(("127.0.0.1", port), TIMEOUT) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while perf_counter() < end:
            request = requests[(number * 7 + done) % len(requests)]
            connection.sendall(request)
            _answer(connection, request)
            done += 1
    return done


def _request(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Language: de\r\n\r\n".encode("ascii")


def _answer(connection: socket.socket, request: bytes) -> None:
    """Read one answer to its end."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += _receive(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    missing = _length(head, request) - len(body)
    while missing > 0:
        missing -= len(_receive(connection))


def _receive(connection: socket.socket) -> bytes:
    data = connection.recv(262_144)
    if not data:
        raise CannotDo("The server closed the connection.")
    return data


def _length(head: bytes, request: bytes) -> int:
    status, *lines = head.split(b"\r\n")
    if b" 200" not in status:
        raise CannotDo(f"{request.split()[1].decode()} answers {status.decode('latin-1')}")
    fields = dict(line.lower().split(b":", 1) for line in lines)
    return int(fields[b"content-length"])
