"""Data folders of throw-away servers, and what other accounts make of them."""

import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goodstanding.database import account
from goodstanding.database.discard import discard

#: Any number that is no account of the machine's own people.
STRANGER = account.Account(name="65534", uid=65534, gid=65534)


@pytest.fixture
def data() -> Iterator[Path]:
    """An empty data folder that every account can reach; its server is stopped afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="goodstanding-"))
    folder.chmod(0o755)
    yield folder
    discard(folder)
    shutil.rmtree(folder)


def as_account(who: account.Account, act: Callable[[], None]) -> None:
    """Do something in a child process of another account; fails if it raised there."""
    child = os.fork()
    if not child:
        status = 1
        try:
            if not who.is_caller:
                os.setgroups([])
                os.setgid(who.gid)
                os.setuid(who.uid)
            act()
            status = 0
        except BaseException:  # noqa: BLE001 - the child reports and leaves; it never returns to pytest
            traceback.print_exc()
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def elsewhere() -> account.Account:
    """An account other than the caller's if the caller is root, else the caller's own."""
    return STRANGER if os.geteuid() == 0 else account.of_uid(os.geteuid())
