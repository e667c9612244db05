"""How the running bot is doing: read where it arises, judged, and told to those who host it."""
