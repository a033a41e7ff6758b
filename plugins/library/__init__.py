"""
The library: all texts that may be seen, what they share, and what each channel may carry.
"""
