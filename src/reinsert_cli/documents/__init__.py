"""What is held in hand on the day of a handover: pages in French and Arabic side by side, and the sheet to fill."""
