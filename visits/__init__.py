"""What members saw when they went to look: homes, the rota, visits, and the points that must come back answered."""
