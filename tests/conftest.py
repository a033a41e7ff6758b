"""
What all tests share.
"""

from hypothesis import settings

# The same examples in every run: a test that fails today fails tomorrow, on every machine.
settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.load_profile("house")
