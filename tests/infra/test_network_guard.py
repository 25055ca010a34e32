"""The tests' own guard: nothing leaves this machine."""

from __future__ import annotations

import asyncio
import socket
import threading

import pytest


def test_a_connection_to_another_machine_is_refused_by_name() -> None:
    with pytest.raises(Exception, match=r"may not reach 192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_connection_tried_without_an_exception_is_refused_too() -> None:
    with socket.socket() as client, pytest.raises(Exception, match=r"may not reach 192\.0\.2\.1"):
        client.connect_ex(("192.0.2.1", 80))


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(Exception, match=r"may not reach example\.org"):
        socket.getaddrinfo("example.org", 443)


def test_an_asynchronous_connection_is_refused() -> None:
    with pytest.raises(Exception, match=r"may not reach 192\.0\.2\.1"):
        asyncio.run(asyncio.open_connection("192.0.2.1", 80))


def test_the_refusal_is_no_network_failure_that_a_retry_would_swallow() -> None:
    with pytest.raises(Exception, match="may not reach") as refusal:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    assert not isinstance(refusal.value, OSError)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        answer = threading.Thread(target=lambda: server.accept()[0].sendall(b"here"))
        answer.start()
        with socket.create_connection(("localhost", server.getsockname()[1]), timeout=5) as client:
            assert client.recv(4) == b"here"
        answer.join()
