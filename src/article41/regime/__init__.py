"""The law and nothing else: resolutions, their operations, and the regime folded from them."""
