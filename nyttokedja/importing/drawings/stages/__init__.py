"""What is done to every board, whatever made it, in the order of ``collect.py``; what its stages share."""
