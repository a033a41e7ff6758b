"""
Embeds: what other sites show of ours by a line of HTML: frames, an element of their own, pasted addresses.
"""
