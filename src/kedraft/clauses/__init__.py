"""The clause library: reusable paragraphs with parameters, for the levels, kinds of unit and dates for which they hold.

One entry of `*.yaml` beside this file is one clause; what stands before the slash of its id is the file's name, so that a draft file
which asks for `kinh-phi/cap-xa` reads one file, and a draft file which asks for none reads nothing.
"""

from kedraft.clauses.clause import Clause, ClauseFile, Parameter
from kedraft.clauses.filling import Filled, fill
from kedraft.clauses.library import Library, files
from kedraft.clauses.words import WORDS, words_of

__all__ = ["WORDS", "Clause", "ClauseFile", "Filled", "Library", "Parameter", "files", "fill", "words_of"]
