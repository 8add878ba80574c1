"""What entries have in common, what explains them, and which of them matter most."""
