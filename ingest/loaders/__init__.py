"""Loaders: from files to documents, one module a format."""

from ingest.loaders.failure import Failure
from ingest.loaders.registry import LOADERS, Loader, load_path

__all__ = ["LOADERS", "Failure", "Loader", "load_path"]
