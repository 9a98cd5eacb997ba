"""CPR numbers: what they are made of, how they are written, and what becomes of one."""
