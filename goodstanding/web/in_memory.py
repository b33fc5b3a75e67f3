"""How large a file a page takes."""

from goodstanding.files.whole_form import MEGABYTE, WholeForm

LARGEST_FILE = 16 * MEGABYTE


class InMemory(WholeForm):
    """The form of a page: one file, and what stands beside it."""

    largest = LARGEST_FILE + MEGABYTE // 16
