"""What the checker grants beside the decree's numbers: rounding of Word, of printers, of the official samples themselves."""

#: Twips around the sides of the paper.
PAPER = 30
#: Twips around the indent of a first line.
INDENT = 12
#: Twips from the left margin at which a whole paragraph counts as moved.
MOVED = 284
#: Twips that a gap between paragraphs may lack.
GAP = 2
#: Points around a letter size.
SIZE = 0.01
#: Twips around the height of a line.
LINE = 4
#: Share of a line's length: the rule below Tiêu ngữ, as long as the words; the others, a part of them.
RULE_LENGTH = 0.15
RULE_SHARE = 0.1
#: Share of letters that may differ from the rest of a line before it counts.
STRAY = 0.05
#: Estimated pages up to which a document may do without a page number.
ONE_PAGE = 1.03
#: Rough estimates between which the lines are measured one by one.
NEAR_ONE_PAGE = (0.7, 1.6)
