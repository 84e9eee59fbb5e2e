"""What a machine does to a program: killed, out of room, refused, crowded, its bits flipped. ``make faults``."""
