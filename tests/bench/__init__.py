"""Measurements: printed as tables, asserting nothing."""
