"""Question sets with expected facts, and the runner that scores Vigie's answers on them."""
