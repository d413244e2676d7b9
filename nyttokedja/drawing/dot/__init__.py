"""Chain → DOT, for Graphviz tools."""
