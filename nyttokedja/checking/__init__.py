"""Chain → findings: the rules and their fixes, settings, decisions, baseline, and the seven questions."""
