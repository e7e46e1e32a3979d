"""How plans are written: items and their labels, citations, references, targets, duties. Shared by reading and drafting."""
