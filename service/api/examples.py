"""Examples for the API's description. A test holds them to the models that they are examples of."""

from __future__ import annotations

import json
from typing import Any

from service.disclaimer import DISCLAIMER

_EDITION = "20261122T120000-5f0c1d7a"
_DOCUMENT_ID = "liver-biopsy"
_PASSAGE_ID = "p5b2f0a9c41de7783c0aa"
_CONVERSATION_ID = "c3f9a1d2b4c5e6f708192a3b4c5d6e7f8"
_BEFORE = "Special situations are listed below.\n"
_QUOTE = (
    "Percutaneous and transjugular liver biopsy are both classed as moderate bleeding-risk procedures in liver "
    "disease in a 2018 expert classification."
)
_TITLE = "Liver biopsy: routes, indications, contraindications, risks and antithrombotic drugs"
_SECTION = "Liver biopsy › Special situations"
_START = len(_BEFORE)
_END = _START + len(_QUOTE)
_NOW = "2026-11-22T12:03:04Z"

STATEMENT: dict[str, Any] = {
    "text": _QUOTE,
    "type": "quoted",
    "labels": [],
    "citations": [1],
    "support": {"verdict": "supported", "score": 1.0, "checks": ["verbatim"]},
    "evidence": [
        {
            "reference": 1,
            "quote": _QUOTE,
            "quote_of": "digest",
            "document_id": _DOCUMENT_ID,
            "passage_id": _PASSAGE_ID,
            "section": _SECTION,
            "page": None,
            "start": _START,
            "end": _END,
            "locator": "https://doi.org/10.1055/s-0038-1666861",
            "strength": None,
            "certainty": None,
        }
    ],
}
REFERENCE: dict[str, Any] = {
    "number": 1,
    "source_id": "doi:10.1055/s-0038-1666861",
    "organisation": None,
    "authors": "Intagliata NM, Argo CK, Stine JG, et al.",
    "title": "Concepts and controversies in haemostasis and thrombosis associated with liver disease",
    "year": 2018,
    "kind": "review",
    "jurisdiction": "international",
    "status": "current",
    "url": None,
    "doi": "10.1055/s-0038-1666861",
    "pmid": None,
    "via": {"document_id": _DOCUMENT_ID, "title": _TITLE},
}
ANSWER: dict[str, Any] = {
    "id": "a7c21e0d94b34f5f8b1c5a2f6d0e9b38",
    "conversation_id": _CONVERSATION_ID,
    "title": "Bleeding risk of liver biopsy",
    "question": "How great is the bleeding risk of a liver biopsy?",
    "standalone_question": "How great is the bleeding risk of a liver biopsy?",
    "audience": "clinician",
    "mode": "extractive",
    "degraded": False,
    "degraded_reason": None,
    "status": "answered",
    "notices": [],
    "premise": [],
    "bottom_line": STATEMENT,
    "sections": [],
    "references": [REFERENCE],
    "conflicts": [],
    "calculations": [],
    "assumptions": [],
    "needs": [],
    "not_found": [],
    "nearest": [],
    "follow_ups": ["What platelet count is needed before a liver biopsy?"],
    "disclaimer": DISCLAIMER,
    "review": {"status": "unreviewed", "reviewer": None, "updated_at": None},
    "edition": {"id": _EDITION, "published_at": "2026-11-22T12:00:00Z"},
    "engine": {"version": "0.1.0", "settings_hash": "b41f0c9d2e7a6538"},
    "created_at": _NOW,
    "timings": {"retrieve": 21.4, "compose": 8.9},
}
CHAT_REQUESTS: dict[str, Any] = {
    "question": {"summary": "A question", "value": {"message": "How great is the bleeding risk of a liver biopsy?"}},
    "follow_up": {
        "summary": "What is asked on, as events",
        "value": {"message": "And with a platelet count of 40?", "conversation_id": _CONVERSATION_ID, "stream": True},
    },
}
EVENTS = "".join(
    f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
    for name, data in (
        ("status", {"stage": "retrieve"}),
        ("reference", REFERENCE),
        ("statement", {"section": None, "index": 0, "place": "/bottom_line", "statement": STATEMENT}),
        ("answer", ANSWER),
    )
)
SEARCH_REQUESTS: dict[str, Any] = {
    "search": {"summary": "Five passages", "value": {"query": "platelet transfusion before liver biopsy", "k": 5}},
}
CALCULATOR_REQUESTS: dict[str, Any] = {
    "bmi": {
        "summary": "Body mass index",
        "value": {"inputs": {"weight": "82 kg", "height": {"value": 175, "unit": "cm"}}},
    },
}
_BMI: dict[str, Any] = {
    "name": "bmi",
    "title": "Body mass index",
    "unit": "kg/m²",
    "formula": "Weight in kilograms divided by the square of height in metres.",
    "source": "World Health Organization, international classification of adult body mass index",
}
CALCULATION: dict[str, Any] = {
    **_BMI,
    "score": 26.78,
    "band": "pre-obese",
    "inputs": {"weight": "82 kg", "height": "175 cm"},
    "missing": [],
    "assumptions": [],
    "interpretation": None,
    "recommendations": [],
    "references": [],
    "notice": "The text that states the Body mass index is not in this library, so it has no citation.",
    "edition": _EDITION,
    "disclaimer": DISCLAIMER,
}
CALCULATORS: dict[str, Any] = {
    "calculators": [
        {
            **_BMI,
            "inputs": [
                {
                    "name": "weight",
                    "label": "body weight",
                    "kind": "measure",
                    "units": ["kg", "lb"],
                    "unit_may_be_left_out": False,
                    "low": 20,
                    "high": 400,
                    "options": [],
                    "required": True,
                }
            ],
        }
    ]
}
READY: dict[str, Any] = {"status": "ready", "edition": ANSWER["edition"]}
SEARCH: dict[str, Any] = {
    "edition": _EDITION,
    "hits": [
        {
            "passage_id": _PASSAGE_ID,
            "document_id": _DOCUMENT_ID,
            "section": _SECTION,
            "score": 0.83,
            "start": _START,
            "end": _END,
            "text": _QUOTE,
        }
    ],
}
_HEAD: dict[str, Any] = {
    "id": _DOCUMENT_ID,
    "title": _TITLE,
    "kind": "digest",
    "audience": "clinician",
    "topics": ["liver biopsy", "bleeding risk"],
    "jurisdiction": "international",
    "licence": "CC BY 4.0",
    "reviewed_by": None,
    "written": "2026-11-22",
    "review_by": "2027-11-22",
}
DOCUMENTS: dict[str, Any] = {"edition": _EDITION, "total": 1, "documents": [_HEAD], "next": None}
DOCUMENT: dict[str, Any] = {
    **_HEAD,
    "edition": _EDITION,
    "text": _BEFORE + _QUOTE,
    "sections": [
        {
            "headings": _SECTION.split(" › "),
            "start": 0,
            "end": _END,
            "ordered": False,
            "page": None,
            "sentences": [
                {
                    "start": _START,
                    "end": _END,
                    "source_ids": [REFERENCE["source_id"]],
                    "strength": None,
                    "certainty": None,
                }
            ],
        }
    ],
    "sources": [
        {
            **{name: value for name, value in REFERENCE.items() if name not in ("number", "via")},
            "superseded_by": None,
            "licence": None,
        }
    ],
}
PASSAGE: dict[str, Any] = {
    "edition": _EDITION,
    "id": _PASSAGE_ID,
    "document_id": _DOCUMENT_ID,
    "title": _TITLE,
    "section": _SECTION,
    "page": None,
    "start": _START,
    "end": _END,
    "text": _QUOTE,
    "before": _BEFORE,
    "after": "",
}
_SUMMARY: dict[str, Any] = {
    "id": _CONVERSATION_ID,
    "first_question": ANSWER["question"],
    "turns": 1,
    "created_at": _NOW,
    "updated_at": _NOW,
}
CONVERSATIONS: dict[str, Any] = {"total": 1, "conversations": [_SUMMARY], "next": None}
CONVERSATION: dict[str, Any] = {
    **_SUMMARY,
    "history": [
        {
            "position": 0,
            "question": ANSWER["question"],
            "standalone_question": ANSWER["standalone_question"],
            "edition": _EDITION,
            "created_at": _NOW,
            "answer": ANSWER,
        }
    ],
}

# Put into the description by the operations' names: FastAPI would leave out every null.
REQUESTS: dict[str, Any] = {"chat": CHAT_REQUESTS, "search": SEARCH_REQUESTS, "calculate": CALCULATOR_REQUESTS}
RESPONSES: dict[str, Any] = {
    "chat": ANSWER,
    "search": SEARCH,
    "list_calculators": CALCULATORS,
    "calculate": CALCULATION,
    "list_documents": DOCUMENTS,
    "get_document": DOCUMENT,
    "get_passage": PASSAGE,
    "list_conversations": CONVERSATIONS,
    "get_conversation": CONVERSATION,
    "live": {"status": "live"},
    "ready": READY,
}
