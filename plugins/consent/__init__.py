"""
Consent: the public part of each consent record, and what it allows on which channel and when.
"""
