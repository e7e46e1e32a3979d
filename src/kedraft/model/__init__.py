"""The types that stages pass: frozen, closed, without behaviour that reads files or the clock."""
