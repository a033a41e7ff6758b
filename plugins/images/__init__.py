"""
Pictures: read, brought in, published in several sizes, and proven to tell no more than they show.
"""
