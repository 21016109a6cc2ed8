"""From a proposal read in a text to a draft resolution in the regime's own format."""
