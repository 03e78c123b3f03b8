"""A letter or report as edited by hand, held against the register.

What comes out is what is missing, extra, worded, numbered, addressed or dated otherwise.
"""

from revtrack.domain.comparison.comparing import Comparison, compare
from revtrack.domain.comparison.deviation import Deviation
from revtrack.domain.comparison.expected import ComparedAs

__all__ = ["ComparedAs", "Comparison", "Deviation", "compare"]
