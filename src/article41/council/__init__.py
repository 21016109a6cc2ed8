"""Who sits on the Security Council, how it voted on the DPRK, and how a draft would fare."""
