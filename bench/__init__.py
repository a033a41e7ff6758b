"""
How long a build takes, and what it costs: `make bench N=2000`.
"""
