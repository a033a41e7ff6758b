"""
The build: reading and the gate, keys and manifest, staging and placing, and the generator in Pelican.
"""
