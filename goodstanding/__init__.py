"""Goodstanding 守信联动: the register of organisations that can take things back."""
