"""The values that everything else is about, and the questions asked of them: Chain, Graph, Finding."""
