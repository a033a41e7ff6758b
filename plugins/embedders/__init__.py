"""Embedders: who shows our texts on their own sites and papers, by which method, and what they answered to us."""
