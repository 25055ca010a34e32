"""Retrieval: from a question to passages of one edition."""

from service.retrieval.opened import OpenedEdition, SourcedSentence
from service.retrieval.query import SearchQuery, make_query
from service.retrieval.retriever import Hit, Retriever, Weights

__all__ = ["Hit", "OpenedEdition", "Retriever", "SearchQuery", "SourcedSentence", "Weights", "make_query"]
