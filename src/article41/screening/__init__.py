"""Names and numbers against the lists: Korean names first."""
