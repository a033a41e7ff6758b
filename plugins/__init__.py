"""
The software behind Welcome Stories, one folder for each feature.

Imports point upwards in the list of README.md, "The map of the house": the
ground is `problems.py`, the roof is `desk/`.
"""
