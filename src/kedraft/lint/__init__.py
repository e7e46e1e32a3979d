"""Rà soát: rules over content and layout. One file under `rules/` is one rule; `run` applies them."""

from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.run import check, manual, rule, rulebook

__all__ = ["Hit", "Manual", "Rule", "check", "manual", "rule", "rulebook"]
