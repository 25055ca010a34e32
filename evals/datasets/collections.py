"""Adapters for known collections, each a folder or file given by path."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus.errors import BadInputError
from corpus.text import sentence_spans, terms
from evals.datasets.beir import half, identifier, judged
from evals.datasets.suite import LabelledPair, Suite, read_lines, require_unique
from evals.items import Item, Kind, Nugget, PremiseExpectation
from evals.verdict import Verdict

_VERDICTS: dict[str, Verdict] = {
    "support": "supported",
    "supports": "supported",
    "supported": "supported",
    "contradict": "contradicted",
    "refutes": "contradicted",
    "contradicted": "contradicted",
    "neutral": "neutral",
    "not_enough_info": "neutral",
}


def medquad(folder: Path, split: str | None = None) -> Suite:
    """MedQuAD (Ben Abacha and Demner-Fushman 2019, arXiv:1901.08079) as a BEIR folder with question types."""
    items = [
        Item(
            id=identifier(query["_id"]),
            question=query["text"],
            topic=str(query["metadata"].get("qtype") or "") or None,
            relevant=dict(relevant),
            split=half(query["_id"]),
            document_id=query["metadata"].get("doc_id"),
            accepted_documents=tuple(sorted(d for d, grade in relevant.items() if grade > 0)),
        )
        for query, relevant in judged(folder, split)
    ]
    return Suite(
        "medquad",
        "retrieval, and whether answers cite the right document, on consumer questions",
        "questions contain the topic's name, which makes them easy; texts of 2016-17; right section not looked at",
        require_unique(items, "medquad"),
        tasks=("answer", "retrieve"),
    )


def scifact(folder: Path, split: str | None = None) -> Suite:
    """SciFact (Wadden et al. 2020, arXiv:2004.14974) as a BEIR folder with ``evidence.jsonl``."""
    queries = {query["_id"]: (query, relevant) for query, relevant in judged(folder, split)}
    items = [
        Item(id=identifier(name), question=query["text"], relevant=dict(relevant), split=half(name))
        for name, (query, relevant) in queries.items()
    ]
    return Suite(
        "scifact",
        "retrieval for scientific claims; a judge's agreement with the gold sentences that support or contradict them",
        "claims instead of questions, research language; judged documents are few for each claim",
        require_unique(items, "scifact"),
        tasks=("retrieve",),
        pairs=tuple(_scifact_pairs(folder)),
    )


def _scifact_pairs(folder: Path) -> list[LabelledPair]:
    path = folder / "evidence.jsonl"
    if not path.is_file():
        return []
    queries = [entry for _, entry in read_lines(folder / "queries.jsonl")]
    claims = {str(entry["_id"]): entry["text"] for entry in queries}
    found = _neutral_pairs(folder, queries)
    for number, entry in read_lines(path):
        try:
            label = _VERDICTS[entry["label"].casefold()]
            claim = claims[str(entry["query_id"])]
            name = f"{entry['query_id']}-{entry['doc_id']}-{number}"
            found.append(LabelledPair(name, claim, " ".join(entry["sentences"]), label, str(entry["query_id"])))
        except KeyError as error:
            raise BadInputError(f"{path}:{number}: {error} is missing or unknown.") from None
    return found


def _neutral_pairs(folder: Path, queries: list[dict[str, Any]]) -> list[LabelledPair]:
    """Claims on which people found the cited abstract to say too little, each with the sentence of it that shares most
    words with the claim: what a careless citation looks like.
    """
    wanted = {
        str(entry["_id"]): (entry["text"], [str(name) for name in entry["metadata"].get("cited_doc_ids") or []])
        for entry in queries
        if str((entry.get("metadata") or {}).get("label", "")).casefold() == "not_enough_info"
    }
    cited = {document for _, documents in wanted.values() for document in documents}
    texts = {
        str(entry["_id"]): str(entry["text"])
        for _, entry in read_lines(folder / "corpus.jsonl")
        if str(entry["_id"]) in cited
    }
    found = []
    for name, (claim, documents) in wanted.items():
        own = set(terms(claim))
        for document in documents[:1]:
            text = texts.get(document, "")
            sentences = [text[start:end] for start, end in sentence_spans(text)] if text else []
            if sentences:
                nearest = max(sentences, key=lambda sentence: len(own & set(terms(sentence))))
                found.append(LabelledPair(f"{name}-{document}", claim, nearest, "neutral", name))
    return found


def bioasq(folder: Path, split: str | None = None) -> Suite:
    """BioASQ task b (Tsatsaronis et al. 2015, doi:10.1186/s12859-015-0564-6) as a BEIR folder; ideal and exact answers
    and snippets in the queries' metadata.
    """
    items = [
        Item(
            id=identifier(query["_id"]),
            question=query["text"],
            topic=None,
            relevant=dict(relevant),
            split=half(query["_id"]),
            answerable=True,
            ideal_answers=tuple(_texts(query["metadata"].get("ideal_answer"))),
            nuggets=tuple(_exact_answers(query["metadata"])),
        )
        for query, relevant in judged(folder, split)
    ]
    return Suite(
        "bioasq",
        "retrieval, completeness against experts' ideal and exact answers, relevance of the cited documents",
        "the pool holds relevant text only, so that retrieval is easier than in PubMed; ROUGE rewards wording",
        require_unique(items, "bioasq"),
        tasks=("answer", "retrieve"),
    )


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(text) for text in value or []]


def _exact_answers(metadata: dict[str, Any]) -> list[Nugget]:
    """Each exact answer of a factoid or list question is a vital nugget; its synonyms are alternative wordings."""
    if metadata.get("type") not in ("factoid", "list"):
        return []
    found = []
    for entry in metadata.get("exact_answer") or []:
        wordings = [text for text in _texts(entry) if text.strip()]
        if wordings:
            found.append(Nugget(text=wordings[0], vital=True, alternatives=tuple(wordings)))
    return found


def pubmedqa(folder: Path, split: str | None = None) -> Suite:
    """PubMedQA (Jin et al. 2019, arXiv:1909.06146) as a BEIR folder; answer and long answer in the metadata."""
    items = []
    for query, relevant in judged(folder, split):
        metadata = query["metadata"]
        stance = metadata.get("answer")
        items.append(
            Item(
                id=identifier(query["_id"]),
                question=query["text"],
                relevant=dict(relevant),
                split=half(query["_id"]),
                document_id=metadata.get("doc_id"),
                answerable=True,
                stance=stance if stance in ("yes", "no", "maybe") else None,
                ideal_answers=tuple(_texts(metadata.get("long_answer"))),
            )
        )
    return Suite(
        "pubmedqa",
        "stance on yes-or-no questions, and whether the abstract that was asked about is cited",
        "each question was made from its abstract, so that retrieval is nearly solved; authors conclude boldly",
        require_unique(items, "pubmedqa"),
        tasks=("answer", "retrieve"),
    )


def claims(path: Path, split: str | None = None) -> Suite:
    """Claims with evidence and a label (HealthVer, Sarrouti et al. 2021, doi:10.18653/v1/2021.findings-emnlp.297; any
    JSON Lines of {claim, evidence, label}).
    """
    source = path / "claim_evidence.jsonl" if path.is_dir() else path
    found = []
    for number, entry in read_lines(source):
        if split is not None and entry.get("split") != split:
            continue
        label = _VERDICTS.get(str(entry.get("label", "")).casefold())
        if label is None or not entry.get("claim") or not entry.get("evidence"):
            raise BadInputError(f"{source}:{number} needs 'claim', 'evidence' and a known 'label'.")
        name, cluster = str(entry.get("id", number)), str(entry.get("topic") or entry.get("id", number))
        found.append(LabelledPair(name, entry["claim"], entry["evidence"], label, cluster))
    return Suite(
        "claims",
        "a judge's agreement with people on support, contradiction and neither",
        "claims as found on the web, evidence from abstracts: the labels are disputable at the edges",
        pairs=tuple(found),
    )


def false_premises(path: Path, split: str | None = None) -> Suite:
    """Patients' questions with a wrong presupposition (Cancer-Myth, Zhu et al. 2025, arXiv:2504.11373): JSON Lines of
    {id, text, false_premise_correction}.
    """
    source = path / "false_premises.jsonl" if path.is_dir() else path
    items = []
    for number, entry in read_lines(source):
        if not entry.get("text") or not entry.get("false_premise_correction"):
            raise BadInputError(f"{source}:{number} needs 'text' and 'false_premise_correction'.")
        assumed = str(entry.get("myth") or entry["false_premise_correction"])
        items.append(
            Item(
                id=identifier(str(entry.get("id", number))),
                kind=Kind.FALSE_PREMISE,
                topic=entry.get("category"),
                question=entry["text"],
                premise=PremiseExpectation(assumed=assumed, correction_text=entry["false_premise_correction"]),
            )
        )
    return Suite(
        "false_premises",
        "whether a wrong presupposition is put right at the beginning of the answer",
        "about cancer; not validated by physicians; corrections are found by the judge alone",
        require_unique(items, "false_premises"),
    )
