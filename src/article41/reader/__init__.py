"""Reads news about the regime: who said what for whom, what is proposed, what happened, what is law.

Every item is tied to the words it rests on: the slice of the text at its offsets equals the quote.
"""
