"""The disk: YAML files to models with line and column, bytes in and out, where templates lie. Nothing else opens a file of the user's."""

from kedraft.workspace.clauses import clauses_beside, own_clauses
from kedraft.workspace.disk import (
    LEDGER,
    MAX_SOURCE,
    read_bytes,
    refuse_output,
    signature_of,
    write_all,
    write_new,
)
from kedraft.workspace.sources import sources_of
from kedraft.workspace.templates import find_template, list_templates, load_template, template_folders
from kedraft.workspace.yaml_in import (
    MAX_YAML,
    Loaded,
    Positions,
    field_name,
    load,
    load_plan,
    load_spec,
    parse_yaml,
    read_text,
)

__all__ = [
    "LEDGER",
    "MAX_SOURCE",
    "MAX_YAML",
    "Loaded",
    "Positions",
    "clauses_beside",
    "field_name",
    "find_template",
    "list_templates",
    "load",
    "load_plan",
    "load_spec",
    "load_template",
    "own_clauses",
    "parse_yaml",
    "read_bytes",
    "read_text",
    "refuse_output",
    "signature_of",
    "sources_of",
    "template_folders",
    "write_all",
    "write_new",
]
