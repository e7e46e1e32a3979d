"""Adaptation: level words, places and bodies of the parent become those of the drafting unit."""

from kedraft.adapt.draft import adapt
from kedraft.adapt.result import Adaptation, Ask, TextChange
from kedraft.adapt.source import SourceBody, Target
from kedraft.adapt.text import Adapter, adapt_text

__all__ = ["Adaptation", "Adapter", "Ask", "SourceBody", "Target", "TextChange", "adapt", "adapt_text"]
