"""Vietnamese as text: letters, labels, dates, names. Knows no document and imports nothing of kedraft."""
