"""Which acts lost their content by a later act, read from the acts themselves."""

from django.db.backends.utils import CursorWrapper

from goodstanding.rules.acts.removal import ContentRemoved

KIND = str(ContentRemoved.__struct_config__.tag)

_REMOVALS = f"""
    SELECT jsonb_array_elements_text(convert_from(effect, 'UTF8')::jsonb -> 'positions')::bigint,
           position
      FROM register_act WHERE kind = '{KIND}' ORDER BY position DESC
"""


def removals(cursor: CursorWrapper) -> dict[int, int]:
    """By position of an act without content, the position of the act that removed it."""
    cursor.execute(_REMOVALS)
    return dict(cursor.fetchall())
