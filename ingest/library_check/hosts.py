"""Is the address of a source one at which a reader finds the page: no test, staging or programming host?"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# A part of a host's name that says what the host is for: where a site is tried out, or where programs ask.
_FOR_TRIALS = re.compile(
    r"(?:dev|devel|develop|sit|uat|tst|test|testing|stg|stage|staging|qa|preprod|prod|preview|sandbox|beta|api|origin)\d*"
)
_ENDS_IN_DEV = re.compile(r"[a-z]{3,}dev\d*")  # a domain bought for trials: "mimsdev.com"
# What a hosting service calls a deployment before it has a name of its own.
_DEPLOYMENTS = ("azurewebsites.net", "platformsh.site", "fly.dev")
_USUAL_PORTS = (None, 80, 443)


def host_problem(url: str) -> str | None:
    """Why no reader should be sent to the host of ``url``, or None. ``url`` is an address with its scheme."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    try:
        port = parts.port
    except ValueError:
        return f"what follows {host} is no port"
    if port not in _USUAL_PORTS:
        return f"{host}:{port} is a door of its own (a library's proxy, a test server), not a public page"
    if host.endswith(tuple("." + name for name in _DEPLOYMENTS)):
        return f"{host} is the address of a deployment, not of a public page"
    for label in host.split(".")[:-1]:
        if _ENDS_IN_DEV.fullmatch(label) or any(_FOR_TRIALS.fullmatch(part) for part in label.split("-")):
            return f"{host} is a host for trials or for programs ({label!r}), not for readers"
    return None
