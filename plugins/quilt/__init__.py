"""
The quilt: every text is a patch, drawn from its opaque id.
"""
