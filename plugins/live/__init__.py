"""
The preview that editors look at while they write: the whole site with its drafts, in memory, at its own address.
"""
