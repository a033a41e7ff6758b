"""
Proof: what must be true of the finished bytes, whatever made them.
"""
