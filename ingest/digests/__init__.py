"""Digests: a study told in our own words, printed as the PDF that a fresh install searches."""

from ingest.digests.build import build_digest, build_digests

__all__ = ["build_digest", "build_digests"]
