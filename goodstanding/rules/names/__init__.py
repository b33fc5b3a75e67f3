"""Names of organisations compared: how they are written, of what they are made, how alike they are.

A name proposes an organisation to a person and never attaches anything to one (invariant 8).
"""
