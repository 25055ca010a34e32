"""Fit the support judge: ``python -m evals.judge.train --pubmedqa FOLDER``.

Reads the shipped library with its evidence files and a PubMedQA folder, nothing else; writes the model file that ships.
Takes some minutes, most of them for sentence vectors.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt

from corpus.document import stable_hash
from corpus.embedding import load_embedder
from corpus.glossary import SHIPPED as GLOSSARY
from corpus.glossary import shipped_glossary
from corpus.settings import load_settings
from corpus.text import terms
from evals.judge.features import NAMES, Reader, sentences_of
from evals.judge.support import SHIPPED
from evals.judge.training_pairs import LabelledPair, library_pairs, pubmedqa_pairs
from evals.statistics import auroc

SEED = 7
_LIBRARY = GLOSSARY.parent
_RARE = 4  # sentences in which a term must occur to have a rarity of its own
_PENALTY = 1.0
_STEPS = 100
_HELD_OUT = 5  # every fifth group
Numbers = npt.NDArray[np.float64]


@click.command()
@click.option("--pubmedqa", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
@click.option("--library", type=click.Path(path_type=Path, exists=True, file_okay=False), default=_LIBRARY)
@click.option("--identity", default="footnote-support-1", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=SHIPPED)
def main(pubmedqa: Path, library: Path, identity: str, out: Path) -> None:
    """Fit and write the model."""
    rarity = _rarity(_sentences(library, pubmedqa))
    reader = Reader(load_embedder(load_settings()), shipped_glossary(), rarity)
    sources = {
        "library": list(library_pairs(library, shipped_glossary(), reader, SEED)),
        "pubmedqa": list(pubmedqa_pairs(pubmedqa, reader, SEED)),
    }
    pairs = [pair for listed in sources.values() for pair in listed]
    click.echo(f"{len(pairs)} pairs", err=True)
    values = _read_all(reader, pairs)
    origin = np.array([name for name, listed in sources.items() for _ in listed])
    labels = np.array([pair.label for pair in pairs])
    groups = sorted({pair.group for pair in pairs})
    left_out = set(groups[::_HELD_OUT])
    held = np.array([pair.group in left_out for pair in pairs])
    mean, scale = values[~held].mean(axis=0), values[~held].std(axis=0)
    scale[scale == 0.0] = 1.0
    scaled = (values - mean) / scale
    parts, figures = {}, {}
    for part, label in (("support", "supported"), ("contradiction", "contradicted")):
        wanted = labels == label
        weights, intercept = _fit(scaled[~held], wanted[~held], _balance(wanted[~held], origin[~held]))
        parts[part] = {"weights": [round(float(w), 5) for w in weights], "intercept": round(intercept, 5)}
        for name in sources:
            chosen = held & (origin == name)
            scores = scaled[chosen] @ weights + intercept
            figures[f"{part} AUROC, {name}"] = round(auroc(wanted[chosen].tolist(), scores.tolist()), 4)
    model = {
        "identity": identity,
        "features": NAMES,
        "mean": [round(float(v), 6) for v in mean],
        "scale": [round(float(v), 6) for v in scale],
        **parts,
        "trained_on": {
            "pairs": {name: dict(sorted(Counter(p.label for p in listed).items())) for name, listed in sources.items()},
            "hash": stable_hash(*(f"{p.statement}\t{p.evidence}\t{p.label}" for p in pairs)),
            "seed": SEED,
        },
        "held_out": figures,
        "rarity": rarity,
    }
    out.write_text(json.dumps(model, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")
    click.echo(json.dumps({"trained_on": model["trained_on"], "held_out": figures}, indent=1))


def _sentences(library: Path, pubmedqa: Path) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(library.rglob("*.md"))]
    with (pubmedqa / "corpus.jsonl").open(encoding="utf-8") as file:
        texts += [json.loads(line)["text"] for line in file]
    return [sentence for text in texts for sentence in sentences_of(text)]


def _rarity(sentences: Sequence[str]) -> dict[str, float]:
    counts = Counter(term for sentence in sentences for term in set(terms(sentence)))
    return {
        term: round(math.log(1 + (len(sentences) - count + 0.5) / (count + 0.5)), 2)
        for term, count in sorted(counts.items())
        if count >= _RARE
    }


def _read_all(reader: Reader, pairs: Sequence[LabelledPair]) -> Numbers:
    texts = [text for pair in pairs for text in (pair.statement, pair.evidence, *sentences_of(pair.evidence))]
    reader.prepare(texts)
    return np.array([reader.read(pair.statement, pair.evidence).values for pair in pairs])


def _balance(wanted: npt.NDArray[np.bool_], origin: npt.NDArray[np.str_]) -> Numbers:
    """Weights under which both sources, and in each of them both classes, count the same."""
    weights = np.zeros(len(wanted))
    for name in np.unique(origin):
        for side in (True, False):
            chosen = (origin == name) & (wanted == side)
            weights[chosen] = len(wanted) / max(1, int(chosen.sum()))
    return np.asarray(weights / weights.mean())


def _fit(values: Numbers, wanted: npt.NDArray[np.bool_], weights: Numbers) -> tuple[Numbers, float]:
    """Weighted logistic regression with an L2 penalty on all but the intercept, by Newton's method."""
    design = np.hstack([values, np.ones((len(values), 1))])
    penalty = np.full(design.shape[1], _PENALTY)
    penalty[-1] = 0.0
    beta = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        probability = 1.0 / (1.0 + np.exp(-np.clip(design @ beta, -30, 30)))
        gradient = design.T @ (weights * (probability - wanted)) + penalty * beta
        curvature = weights * probability * (1 - probability)
        step = np.linalg.solve((design * curvature[:, None]).T @ design + np.diag(penalty + 1e-9), gradient)
        beta = beta - step
        if float(np.abs(step).max()) < 1e-9:
            break
    return beta[:-1], float(beta[-1])


if __name__ == "__main__":
    main()
