"""
The desk: the commands of editors. `make help` lists them.
"""
