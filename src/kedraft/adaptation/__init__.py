"""Adaptation: level words, places and bodies of the parent become those of the drafting unit."""

from kedraft.adaptation.draft import adapt
from kedraft.adaptation.result import Adaptation, Ask, TextChange
from kedraft.adaptation.source import SourceBody, Target
from kedraft.adaptation.text import Adapter, adapt_text

__all__ = ["Adaptation", "Adapter", "Ask", "SourceBody", "Target", "TextChange", "adapt", "adapt_text"]
