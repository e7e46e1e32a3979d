"""kedraft."""
