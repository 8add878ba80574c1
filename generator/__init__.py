"""Backstory: article documents in, a timeline website out."""

__version__ = "0.1.0"
