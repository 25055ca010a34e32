"""``footnote eval run``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast

import click
from rich.console import Console
from rich.table import Table

from corpus.command_line import data_option, json_option, print_json
from corpus.errors import BadInputError
from corpus.settings import load_settings, require_data
from evals.commands.shared import judge_option, open_judge, progress
from evals.datasets import frozen_state, load_suite, note_test_run
from evals.metrics import AURC, METRICS, Outcome
from evals.metrics.base import Task
from evals.report.figures import arrow, figure_text
from evals.runner import Plan, Run
from evals.runner import run as run_plan
from evals.runner.directory import CONFIGURATION, read_json
from evals.targets import SABOTAGES, TargetOptions, open_target, sabotaged
from service.answer import Mode
from service.library import Library

_FAULTY = 3  # exit code when items failed


@click.command()
@click.argument("suite")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Directory of the run.")
@click.option(
    "--target", "url", default=None, metavar="URL", help="Measure a system at this address (default: in process)."
)
@click.option("--api-style", type=click.Choice(["footnote", "openai"]), default="footnote", show_default=True)
@click.option("--model", default=None, help="Model to name to an OpenAI-compatible target (default: its first).")
@click.option(
    "--system-prompt",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    default=None,
    help="File with the system prompt of an OpenAI-compatible target (an empty file: none).",
)
@click.option(
    "--api-key-env", "key_variable", default=None, metavar="NAME", help="Environment variable with the target's key."
)
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds for an answer."
)
@click.option("--edition", default=None, metavar="ID", help="Edition to ask (default: the one that is current now).")
@click.option("--mode", type=click.Choice([str(mode) for mode in Mode]), default=None, help="Composer of Footnote.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="Only the first items.")
@click.option("--slice", "slices", multiple=True, metavar="KEY=VALUE", help="Only items with this topic, kind, split …")
@click.option(
    "--task", "tasks", multiple=True, type=click.Choice(["answer", "retrieve"]), help="Default: what the suite is for."
)
@click.option(
    "--repeat", type=click.IntRange(min=1), default=1, show_default=True, help="Ask everything so many times."
)
@click.option("--resume", is_flag=True, help="Go on with an interrupted run.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Seed of intervals, and of a target that takes one."
)
@click.option(
    "--sabotage",
    type=click.Choice(sorted(SABOTAGES)),
    default=None,
    help="Break the target on purpose, to test the metrics.",
)
@judge_option
@data_option
@json_option
@click.pass_context
def run(
    ctx: click.Context, suite: str, out: Path, url: str | None, api_style: str, model: str | None,
    system_prompt: Path | None, key_variable: str | None, timeout: float, edition: str | None, mode: str | None,
    limit: int | None, slices: tuple[str, ...], tasks: tuple[str, ...], repeat: int, resume: bool, seed: int,
    sabotage: str | None, judge_name: str | None, data: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Put the items of SUITE to a target and measure its answers.

    Writes configuration, items, times and figures into --out. The same run on the same edition writes the same
    items.jsonl. Exit codes: 0, 2 bad input, 3 some items failed or timed out (they count with the worst value), 130
    interrupted (go on with --resume).
    """
    plan = Plan(
        load_suite(suite), limit, [_slice(text) for text in slices], repeat, cast(tuple[Task, ...], tasks), seed
    )
    options = TargetOptions(
        url=url,
        style=cast(Literal["footnote", "openai"], api_style),
        model=model,
        system_prompt=system_prompt.read_text(encoding="utf-8").strip() if system_prompt else None,
        key_variable=key_variable,
        timeout=timeout,
        data=data,
        edition=edition,
        mode=Mode(mode) if mode else None,
        seed=seed,
    )
    if resume and edition is None:
        options = replace(options, edition=read_json(out / CONFIGURATION)["target"].get("edition"))
    state = frozen_state(plan.suite)
    if state is not None and not state.part:
        click.echo(
            "The test part of the suite is not the frozen one: figures are not comparable with earlier ones.", err=True
        )
    on_test = plan.suite.name == "starter" and any(item.split == "test" for item in plan.items())

    def begun(configuration: dict[str, Any]) -> None:
        if on_test and not note_test_run(configuration):
            click.echo("The log of runs on the test part cannot be written here: this run is not in it.", err=True)

    settings = load_settings(data=data)
    if url is None:  # a system elsewhere is asked without a library here
        require_data(settings)
    library = Library(settings)
    try:
        with open_target(options, library) as target, progress("asking") as advance:
            measured = sabotaged(target, sabotage) if sabotage else target
            finished = run_plan(plan, measured, open_judge(library, judge_name), out, resume, advance, begun)
    except KeyboardInterrupt:
        click.echo(f"Interrupted: what was asked is in {out}; go on with the same command and --resume.", err=True)
        raise
    finally:
        library.close()
    summary = read_json(out / "summary.json")
    if as_json:
        print_json(summary)
    else:
        _print(finished, summary)
    failed = [record for record in finished.records if record.outcome not in (Outcome.OK, Outcome.UNSUPPORTED)]
    if failed:
        click.echo(f"{len(failed)} failed, the first ({failed[0].id}): {failed[0].error}", err=True)
        ctx.exit(_FAULTY)


def _slice(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not value:
        raise BadInputError(f"--slice {text!r} is not of the form KEY=VALUE.")
    return key, value


def _print(finished: Run, summary: dict[str, dict[str, dict[str, object]]]) -> None:
    table = Table("metric", "value [95 %]", box=None)
    for name in [*METRICS, AURC.name]:
        if name in summary["metrics"]:
            table.add_row(f"{name} {arrow(name)}", figure_text(summary["metrics"][name]))
    Console(highlight=False, markup=False).print(table)
    judge = finished.configuration["judge"]["identity"]
    click.echo(f"{len(finished.plan)} questions, {dict(summary['counts'])}; † by {judge}")
    click.echo(f"Written to {finished.path}; 'footnote eval report {finished.path} --out report.html' shows it.")
