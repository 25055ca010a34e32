"""docker-compose.yml and Dockerfile: complete, pinned and closed, as far as no engine is needed to tell."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
# The keys of the Compose Specification that this file may use: a misspelt one must not pass unnoticed.
TOP_KEYS = {"name", "services", "networks", "volumes", "secrets"}
SERVICE_KEYS = {
    "build", "cap_drop", "command", "depends_on", "env_file", "environment", "healthcheck", "image",
    "init", "networks", "ports", "read_only", "restart", "secrets", "security_opt", "stop_grace_period",
    "tmpfs", "user", "volumes",
}  # fmt: skip
HEALTH_KEYS = {"test", "interval", "timeout", "retries", "start_period"}

every_service = pytest.mark.parametrize("service", SERVICES)
internal_service = pytest.mark.parametrize("service", ["postgres", "chroma"])


def environment(service: str) -> dict[str, str]:
    variables: dict[str, str] = SERVICES[service].get("environment", {})
    return variables


def test_only_known_keys_are_used() -> None:
    assert COMPOSE.keys() <= TOP_KEYS
    for service in SERVICES.values():
        assert service.keys() <= SERVICE_KEYS
        assert service.get("healthcheck", {}).keys() <= HEALTH_KEYS


@pytest.mark.parametrize("kind", ["networks", "volumes", "secrets"])
def test_what_a_service_uses_is_declared_and_what_is_declared_is_used(kind: str) -> None:
    used = {item.partition(":")[0] for service in SERVICES.values() for item in service.get(kind, [])}
    assert used == COMPOSE[kind].keys()


@every_service
def test_dependencies_exist_and_are_waited_for(service: str) -> None:
    for name, how in SERVICES[service].get("depends_on", {}).items():
        assert how == {"condition": "service_healthy"}
        assert "healthcheck" in SERVICES[name]


@every_service
def test_every_value_of_the_environment_is_text(service: str) -> None:
    # YAML reads `False` or `8000` as something else, and what compose makes of it depends on its version.
    assert [name for name, value in environment(service).items() if not isinstance(value, str)] == []


@every_service
def test_images_are_pinned_to_a_release(service: str) -> None:
    assert re.fullmatch(r"[a-z/]+:\d+\.\d+(\.\d+)?", SERVICES[service]["image"])


def test_the_chroma_server_is_of_the_clients_release() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    client = re.search(r"^chromadb==(\S+)", lock, re.MULTILINE)
    assert client
    assert SERVICES["chroma"]["image"] == f"chromadb/chroma:{client[1]}"


@internal_service
def test_databases_are_published_nowhere_and_live_on_the_internal_network_only(service: str) -> None:
    assert "ports" not in SERVICES[service]
    assert SERVICES[service]["networks"] == ["back"]
    assert COMPOSE["networks"]["back"]["internal"] is True


def test_the_app_is_published_on_loopback_only() -> None:
    assert SERVICES["app"]["ports"] == ["127.0.0.1:8000:8000"]


@every_service
def test_services_run_with_the_least_rights(service: str) -> None:
    assert SERVICES[service]["read_only"] is True
    assert SERVICES[service]["cap_drop"] == ["ALL"]
    assert SERVICES[service]["security_opt"] == ["no-new-privileges:true"]
    assert SERVICES[service]["restart"] == "unless-stopped"


@every_service
def test_data_is_kept_in_volumes(service: str) -> None:
    targets = [volume.split(":")[1] for volume in SERVICES[service]["volumes"]]
    expected = {"app": "/data", "chroma": "/data", "postgres": "/var/lib/postgresql/data"}
    assert targets == [expected[service]]


def test_no_secret_stands_in_the_file() -> None:
    for service in SERVICES:
        for name, value in environment(service).items():
            if re.search("PASSWORD|SECRET|KEY|TOKEN", name):
                assert name.endswith("_FILE")
                assert value.startswith("/run/secrets/")
            assert not re.search(r"://[^/@]*:[^/@]*@", value), f"{name} holds a password"


@every_service
def test_each_secret_file_that_is_read_is_granted(service: str) -> None:
    read = {Path(value).name for value in environment(service).values() if value.startswith("/run/secrets/")}
    assert read == set(SERVICES[service].get("secrets", []))


def test_secret_files_stay_out_of_git_and_out_of_the_image() -> None:
    assert "secrets/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert all(secret["file"].startswith("./secrets/") for secret in COMPOSE["secrets"].values())
    first, *allowed = [
        line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    assert first == "*"
    assert not any(fnmatch.fnmatch("secrets", line.removeprefix("!")) for line in allowed)


def test_the_apps_variables_are_settings_that_exist() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    named = {name for name in environment("app") if name.startswith(PREFIX)}
    named |= set(re.findall(r"\b(FOOTNOTE_[A-Z_]+)=", (ROOT / "Dockerfile").read_text("utf-8"))) - {
        "FOOTNOTE_TORCH_INDEX"
    }
    assert named - known == set()


def test_what_the_image_copies_is_let_through_to_the_build() -> None:
    lines = re.findall(r"^COPY (?!--from)(?:--\S+ )*(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    copied = {source for line in lines for source in line.split()}
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert copied == allowed


def test_the_image_runs_as_nobody_special() -> None:
    final = (ROOT / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    assert re.search(r"^USER footnote$", final, re.MULTILINE)
    assert final.index("USER footnote") < final.index("ENTRYPOINT")
