"""
The plain site by other generators, and by ours: `make bench RIVALS=1 N=1000`.
"""
