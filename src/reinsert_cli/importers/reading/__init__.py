"""Files into plain cells, each read in a process of its own whose memory and time are bounded."""
