"""From stated facts to a cited answer."""
