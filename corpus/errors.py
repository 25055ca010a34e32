"""The one family of errors that Footnote raises on purpose.

Each carries a stable ``code`` (for programs), a message that names what is wrong and what to do (for people), the HTTP
status under which the API reports it and the exit code under which the command does.
"""

from __future__ import annotations


class FootnoteError(Exception):
    """An error with a message for the user. ``code`` is stable: programs may depend on it."""

    code = "error"
    status = 500
    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadInputError(FootnoteError):
    """What was given cannot be used; the message says what is wrong and what to do."""

    code = "bad_input"
    status = 422
    exit_code = 2


class NotFoundError(FootnoteError):
    """The named thing does not exist (or is not the asker's to see)."""

    code = "not_found"
    status = 404
    exit_code = 2


class NoEditionError(FootnoteError):
    """The shelf has no current edition yet: nothing has been ingested."""

    code = "no_edition"
    status = 503
    exit_code = 2


class DamagedEditionError(FootnoteError):
    """An edition's files do not match its manifest."""

    code = "damaged_edition"
    status = 503
    exit_code = 1


class BusyError(FootnoteError):
    """Another process holds the lock that is needed."""

    code = "busy"
    status = 409
    exit_code = 2


class EmbedderError(FootnoteError):
    """The embedding model cannot be loaded, or does not match the edition's vectors."""

    code = "embedder"
    status = 503
    exit_code = 2


class VectorServerError(FootnoteError):
    """The Chroma server that holds an edition's vectors does not answer."""

    code = "vectors"
    status = 503
    exit_code = 2


class GateRefusedError(FootnoteError):
    """A built edition was not good enough to be published."""

    code = "gate_refused"
    status = 409
    exit_code = 4
