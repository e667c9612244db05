"""Wrong options: fair ones for each kind of answer, or none; and the order they are shown in."""
