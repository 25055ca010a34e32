"""Targets: the systems that are measured."""

from evals.targets.factory import TargetOptions, open_target
from evals.targets.footnote_api import FootnoteApi
from evals.targets.in_process import InProcess
from evals.targets.openai_chat import OpenAIChat
from evals.targets.protocol import (
    Asked,
    Dialogue,
    Target,
    TargetError,
    TargetTimeoutError,
    UnsupportedError,
)
from evals.targets.sabotage import SABOTAGES, sabotaged

__all__ = [
    "SABOTAGES",
    "Asked",
    "Dialogue",
    "FootnoteApi",
    "InProcess",
    "OpenAIChat",
    "Target",
    "TargetError",
    "TargetOptions",
    "TargetTimeoutError",
    "UnsupportedError",
    "open_target",
    "sabotaged",
]
