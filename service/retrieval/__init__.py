"""Retrieval: from a question to passages of one edition."""

from service.retrieval.hit import Hit
from service.retrieval.opened import OpenedEdition, SourcedSentence
from service.retrieval.query import SearchQuery, make_query
from service.retrieval.retriever import Retriever
from service.retrieval.weights import Weights

__all__ = ["Hit", "OpenedEdition", "Retriever", "SearchQuery", "SourcedSentence", "Weights", "make_query"]
