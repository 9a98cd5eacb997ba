"""Withdrawing on request: what an address means becomes entries of the list, and content/ loses what they take back."""
