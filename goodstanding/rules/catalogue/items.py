"""Items that departments handle on application: which papers, how fast, and what may follow."""

from goodstanding.rules.catalogue.entry import Changeable, Entry
from goodstanding.rules.catalogue.sources import Citation, Confidence, Id, InForce, Path, Title


class Paper(Entry, frozen=True, kw_only=True):
    """A paper an applicant hands in. A main one is there from the start; a secondary one may follow.

    `required_by_law`: the article of a law or regulation that requires it; such a paper is a main one.
    """

    id: Id
    title: Title
    main: bool
    required_by_law: Citation | None = None

    @property
    def may_follow(self) -> bool:
        """Secondary, and no law requires it."""
        return not self.main and self.required_by_law is None


class Item(Changeable, frozen=True, kw_only=True):
    """An item of a department: its papers, its ordinary limit, its fast lane, what may follow.

    `procedure`: the one a check is asked for before it is decided. `ordinary`, `fast`: ids of the
    parameters of the limits in working days; no `fast` where there is no fast lane. `follow`: id of
    the parameter of the longest time for papers to follow; none where no paper may. `not_supplied`:
    what a department may do, after notice, where promised papers never came.
    """

    id: Id
    title: Title
    department: Id
    procedure: Id
    ordinary: Path
    papers: tuple[Paper, ...]
    citations: tuple[Citation, ...]
    in_force: InForce
    fast: Path | None = None
    follow: Path | None = None
    not_supplied: Title | None = None
    see_also: tuple[Citation, ...] = ()
    confidence: Confidence = "certain"

    @property
    def may_follow(self) -> tuple[str, ...]:
        """The ids of the papers that may be supplied after acceptance."""
        found = tuple(each.id for each in self.papers if each.may_follow)
        return found if self.follow else ()
