"""Địa phương: the rows of a batch, out of the table of units; what is shared out over them."""
