"""Chain, graph and findings → what each benefit answers to E-delegationen's seven questions."""
