"""Nothing is loaded here but what is asked for."""
