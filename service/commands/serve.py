"""``footnote serve``: the API and the page."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from corpus.command_line import data_option
from corpus.errors import BadInputError, FootnoteError
from corpus.interruption import interrupt
from corpus.settings import PREFIX, Settings, load_settings
from corpus.shelf import Shelf

_GRACE_SECONDS = 20
_BACKLOG = 2048
_LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "stream": "ext://sys.stderr"}},
    "loggers": {
        name: {"handlers": ["stderr"], "level": "INFO", "propagate": False} for name in ("footnote", "uvicorn")
    },
}


@click.command()
@click.option("--host", help="Address or name to listen on (default: FOOTNOTE_HOST, else 127.0.0.1).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port (default: FOOTNOTE_PORT, else 8000); 0: a free one.")
@click.option("--workers", type=click.IntRange(1, 64), help="Server processes (default: FOOTNOTE_WORKERS, else 1).")
@data_option
def serve(host: str | None, port: int | None, workers: int | None, data: Path | None) -> None:
    """Serve the API and the page.

    When the library is empty, the texts that ship are ingested first. Another address than this machine's own
    (127.0.0.1, ::1) is served only once there is an API key: 'footnote key create'.
    """
    settings = load_settings(host=host, port=port, workers=workers, data=data)
    sockets = _bind(settings, asyncio.run(_prepare(settings)))
    if Shelf(settings.shelf_directory).current_id() is None:
        _ingest_shipped(settings)
    _listen(sockets)
    _run(settings, sockets)


async def _prepare(settings: Settings) -> bool:
    """Bring the database up to date and adopt the bootstrap key. Returns whether a key has ever existed."""
    from service.access import adopt_bootstrap_key
    from service.store import Store

    store = await Store.open(settings)
    try:
        if settings.bootstrap_key_file is not None:
            await adopt_bootstrap_key(store, settings.bootstrap_key_file)
        return await store.keys.any_ever()
    finally:
        await store.close()


def _bind(settings: Settings, has_key: bool) -> list[socket.socket]:
    """Sockets bound to every address that the host means. Raises BadInputError.

    Bound here and handed to the server, so that the addresses that were judged are the ones that are used.
    """
    from service.access import is_loopback, listening_addresses

    addresses = listening_addresses(settings.host)
    exposed = [address for _, address in addresses if not is_loopback(address)]
    if exposed and not has_key:
        raise BadInputError(
            f"{settings.host} can be reached from other machines and there is no API key yet: "
            "run 'footnote key create --role admin' first."
        )
    sockets: list[socket.socket] = []
    port = settings.port
    for family, address in addresses:
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            opened.bind((address, port))
        except OSError as error:
            opened.close()
            if sockets and family == socket.AF_INET6:
                continue  # a machine whose names have IPv6 addresses and whose network has none
            raise _taken(address, port, error) from None
        port = opened.getsockname()[1]
        sockets.append(opened)
    return sockets


def _listen(sockets: list[socket.socket]) -> None:
    """Let connections queue from now on; the server takes them up when it has started. Raises BadInputError."""
    for opened in sockets:
        try:
            opened.listen(_BACKLOG)
        except OSError as error:
            host, port = opened.getsockname()[:2]
            raise _taken(host, port, error) from None


def _taken(address: str, port: int, error: OSError) -> BadInputError:
    reason = error.strerror or str(error)
    return BadInputError(f"{address} port {port} cannot be listened on ({reason}): choose another with --port.")


def _ingest_shipped(settings: Settings) -> None:
    """Ingest the library that ships, in a process of its own. Raises FootnoteError."""
    click.echo("The library is empty: the texts that ship are ingested first.", err=True)
    command = [sys.executable, "-m", "footnote", "ingest", "--data", str(settings.data)]
    child = subprocess.Popen(command)
    previous = signal.signal(signal.SIGTERM, interrupt)
    try:
        code = child.wait()
    finally:
        signal.signal(signal.SIGTERM, previous)
        if child.poll() is None:
            child.terminate()
            child.wait()
    # Another replica on the same data may have been quicker; then its edition is there.
    if code not in (0, 3) and Shelf(settings.shelf_directory).current_id() is None:
        raise FootnoteError(f"The shipped library could not be ingested (exit code {code}); the reason stands above.")


def _run(settings: Settings, sockets: list[socket.socket]) -> None:
    import uvicorn
    from uvicorn.config import STARTUP_FAILURE
    from uvicorn.supervisors import Multiprocess

    # The application reads its settings from the environment, in this process and in every worker.
    os.environ[f"{PREFIX}DATA"] = str(settings.data.absolute())
    with _shared_counts(settings.workers):
        config = uvicorn.Config(
            "service.app:create_app",
            factory=True,
            workers=settings.workers,
            timeout_graceful_shutdown=_GRACE_SECONDS,
            server_header=False,
            access_log=False,  # the application's own has no query strings
            log_config=_LOGGING,
        )
        host, port = sockets[0].getsockname()[:2]
        click.echo(f"Footnote is at http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl+C stops it)", err=True)
        if settings.workers > 1:
            supervisor = Multiprocess(config, sockets)
            supervisor.run()
            started = all(process.exitcode != STARTUP_FAILURE for process in supervisor.processes)
        else:
            server = uvicorn.Server(config)
            with contextlib.suppress(KeyboardInterrupt):  # the server raises it again when it has shut down
                server.run(sockets=sockets)
            started = server.started
    if not started:
        sys.exit(1)


@contextlib.contextmanager
def _shared_counts(workers: int) -> Iterator[None]:
    """A folder through which several workers add up what they count."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="footnote-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield
