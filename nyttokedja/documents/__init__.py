"""Chains → the documents people decide on: overview, calculation, plan, follow-up and summary."""
