"""The rules: `<id in snake case>_<name>.py`, each with one `RULE`. They are found by being here."""
