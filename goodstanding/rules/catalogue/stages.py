"""The stages of a procedure: a case goes from one to the next, and never back."""

from typing import Literal

Stage = Literal["accept", "award", "decide", "pay"]
"""Taken in; awarded to some, or decided for each; paid out."""

ORDER: tuple[Stage, ...] = ("accept", "award", "decide", "pay")
