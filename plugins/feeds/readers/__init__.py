"""
What the programs that read our feeds make of them, re-implemented as far as it matters: for tests and for editors.
"""
