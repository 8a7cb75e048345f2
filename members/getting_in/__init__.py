"""Who comes in, by what proof, for how long, and what a sign-in is worth on each request."""
