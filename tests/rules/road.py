"""Every stage reached by the road: commands on a register in memory, under the real pack."""

from datetime import date, timedelta

from goodstanding.rules.effects import effects
from goodstanding.rules.law import Law
from goodstanding.rules.working_set import WorkingSet
from tests.invariants import law as laws
from tests.invariants.memory import Command, Memory, officer, representative
from tests.invariants.player import CODES

CODE = CODES[0]
ENTERED, SERVED = date(2018, 3, 1), date(2018, 3, 5)
#: Five working days after the service end on 12 March.
WINDOW_ENDS, DECIDED = date(2018, 3, 12), date(2018, 3, 13)
COLLUSION, FALSE_BID = "bid-rigging/collusion", "bid-rigging/false-bid"
FOOD = "food-safety/serious-violation"
DECISION = {
    "outcome": "list",
    "document": "岚决〔1〕号",
    "reasons": "事实清楚。",
    "answer": "",
    "months": None,
    "measures": None,
}


class Road:
    """A register and the day; every step says only what matters to its test."""

    def __init__(self, law: Law | None = None, *, department: str = "housing-construction"):
        self.register, self.on = Memory(law or laws.real()), ENTERED
        self.department = department

    def take(self, step: str, *, by: int = 1, on: date | None = None, **args) -> str:
        """Take a step of the department; returns the id of what it opened, if anything."""
        self.on = on or self.on
        speaks = step in ("file_objection", "file_repair")
        actor = representative(CODE) if speaks else officer(self.department, by)
        before = set(self.register.states)
        self.register.take(Command(step=step, by=actor, on=self.on, args=args))
        return next((id for id in self.register.states if id not in before and id != CODE), "")

    def penalty(self) -> str:
        """A penalty of the department."""
        return self.take("enter", organisation=CODE, kind="penalty")

    def proposed(self, *records: str, ground: str = COLLUSION, **args) -> str:
        """A case on these records, or on a new one."""
        values = {"months": None, "each_suffices": None, **args}
        rests_on = records or (self.penalty(),)
        return self.take(
            "propose_designation", organisation=CODE, ground=ground, records=rests_on, **values
        )

    def notified(self, *records: str, **args) -> str:
        """A case whose notice was served on 5 March, or today if that is later."""
        case = self.proposed(*records, **args)
        self.on = max(self.on, SERVED)
        self.take("serve_notice", case=case, served_on=self.on, method="post", proof="EMS 1")
        return case

    def listed(self, *records: str, on: date = DECIDED, **args) -> str:
        """A listed case; the window of its notice is waived where it is still open."""
        case = self.notified(*records, **args)
        self.on = max(self.on, on)
        self.take("waive_statement", case=case, waived_on=self.on, proof="声明 1", hearing=True)
        self.take("decide_designation", by=2, case=case, **DECISION, second_reason="另一义务。")
        return case

    def objected(self, target: str, *, reason: str = "error") -> str:
        """An accepted objection."""
        objection = self.take("file_objection", target=target, reason=reason, new_evidence=False)
        self.take("accept_objection", objection=objection)
        return objection

    def settle(self, objection: str, outcome: str, *, on: date | None = None) -> None:
        """The outcome of an objection, by another officer."""
        document = "岚罚〔更正〕" if outcome == "corrected" else None
        args = {"objection": objection, "outcome": outcome, "reasons": "已核实。"}
        self.take("decide_objection", by=2, on=on, document=document, **args)

    def repaired(self, target: str) -> str:
        """A repair that was granted, today, by another officer than took it up."""
        days = {"performed_on": self.on, "commitment_on": self.on}
        repair = self.take("file_repair", target=target, **days)
        self.take("accept_repair", repair=repair)
        self.take("decide_repair", by=2, repair=repair, outcome="granted", ground="", reasons="")
        return repair

    def taken_back(self, record: str, *, as_wrong: bool) -> None:
        """A record is taken back today, because it was wrong or for a later reason."""
        self.take("withdraw_record", by=2, record=record, as_wrong=as_wrong, reasons="已撤销。")

    def applied(self, measure: str) -> None:
        """The department says that it applies a measure."""
        by = officer(measure.split(".")[2], 1)
        args = {"task": f"{measure}.respond", "answer": "apply", "reason": ""}
        self.register.take(Command(step="respond", by=by, on=self.on, args=args))

    def done(self, task: str) -> None:
        """The department says that it did a task."""
        by = officer(task.split(".")[2], 1)
        args = {"task": task, "done_on": self.on, "proof": "函 1"}
        self.register.take(Command(step="feed_back", by=by, on=self.on, args=args))

    def state(self, id: str):
        """The state of an aggregate."""
        return self.register.states[id]

    def force(self, day: date) -> dict[str, str]:
        """Each measure with its force on a day."""
        work = WorkingSet(self.register.of(CODE))
        found = effects(work, on=day, rulebook=self.register.law.rulebook)
        return {f"{e.decision.designation}.{e.measure}.{e.department}": str(e.force) for e in found}

    def asked(self, measure: str) -> list[str]:
        """The kinds of the tasks that wait at a measure."""
        return [task.kind for task in self.state(measure).tasks if task.done_on is None]


def after(day: date, days: int = 1) -> date:
    """Some days later."""
    return day + timedelta(days=days)
