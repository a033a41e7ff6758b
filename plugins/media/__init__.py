"""
The structure of picture and sound files: what kind they are, and what in them is neither pixels nor sound.
"""
