"""Reports in prose, from a small grammar of the genre whose words are tables (``strategies/data``)."""

from bilateral.strategies.prose.texts import report_texts as report_texts

__all__ = ["report_texts"]
