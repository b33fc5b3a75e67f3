"""A small invented city behind the pages: every state an organisation can be in, made by the story.

Days are counted back from today, statements are waived in writing: it is the same on any day.
"""

from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goodstanding.catalogue import queries as catalogue
from goodstanding.cli.opendata import make_now
from goodstanding.cli.stories.run import calendar_files
from goodstanding.departments.clients import register_client
from goodstanding.departments.enrol import open_account, represent
from goodstanding.departments.models import Account, ClientKind
from goodstanding.departments.seeding import seed_officers
from goodstanding.files.packs import read_pack
from goodstanding.files.writing import workbook_bytes
from goodstanding.flow import (
    contest,
    correct,
    decide,
    distinguish,
    enquire,
    enter,
    notify,
    proceed,
    propose,
    repair,
    respond,
    watch,
)
from goodstanding.flow.answers import Question
from goodstanding.flow.bench import Call
from goodstanding.flow.enter_one import show_one
from goodstanding.flow.govern import activate_rulebook, load_calendar
from goodstanding.flow.receive import enter_record, receive, receive_rows
from goodstanding.flow.stage import stage
from goodstanding.flow.stage_changes import stage_changes
from goodstanding.flow.tell import begin, tell
from goodstanding.measures.models import Task
from goodstanding.outbox import endpoints
from goodstanding.outbox.models import Address, Message
from goodstanding.oversight.period import before, month_of
from goodstanding.register.reading import stored
from goodstanding.rules.actors import Actor, Power, Role, Scope
from goodstanding.rules.telling.kinds import Channel
from goodstanding.wallclock import now, today
from tests.rules.penalty_rows import (
    AUTHORITY,
    COURT,
    code,
    identity_number,
    offered,
    outcome,
    penalty,
)
from tests.web.desk_applications import at_the_desk
from tests.web.drafts import drafted
from tests.web.honoured import HONOURED, honoured
from tests.web.lenders import consented, opened_bank
from tests.web.logins import LOGINS
from tests.web.matters import drawn_plan, handed_in, to_destroy
from tests.web.procedures import awarding
from tests.web.promises import due_promise
from tests.web.shields import entered_shield

RULEBOOK = Path(__file__).parents[2] / "rulebook"
PASSWORD = "a lantern over the harbour"
HOME = "human-resources"
GROUND = "wage-arrears/refusal-after-order"
BASIS = "《中华人民共和国行政处罚法》第九条"
DEPARTMENTS = (
    *(HOME, "housing-construction", "public-resources-trading", "finance", "credit-office"),
    *("market-regulation", "development-reform", "intermediate-court", "government-services"),
)
RESTRICTED, STAYED, WITHDRAWN, PENDING, ELSEWHERE, EXPIRED, NEVER = (code(n) for n in range(1, 8))
NAMES = {
    RESTRICTED: "岚港市禾屿建筑劳务有限公司",
    STAYED: "岚港市澄石建筑工程有限公司",
    WITHDRAWN: "岚港市沐川物业服务有限公司",
    PENDING: "岚港市启衡装饰工程有限公司",
    ELSEWHERE: "岚港市澜泰服饰有限公司",
    EXPIRED: "岚港市杉原电子有限公司",
}
CASE = "招标 2026-18"
#: What the trading centre asked under that number.
TENDER = f"?{urlencode({'number': CASE, 'procedure': 'tender'})}"
__all__ = ["LOGINS", "Account", "City", "SimpleUploadedFile"]


class City:
    """What the tests look at, by name."""

    def __init__(self) -> None:
        self._legislate()
        self.ids = seed_officers(
            DEPARTMENTS,
            password=PASSWORD,
            representatives={"stayed": STAYED, "pending": PENDING, "honoured": HONOURED},
        )
        self.ids["agent"] = self._agent()
        self.records: dict[str, str] = {}
        self.cases: dict[str, str] = {}
        self.objections: dict[str, str] = {}
        self._restricted()
        self._stayed()
        self._withdrawn()
        self._pending()
        self._elsewhere()
        self._expired()
        self._corrected()
        self._beside()
        self._to_look_at()
        self.repair = self._repair()
        self.proceeding = self._proceeding()
        self.cases["exemplar"] = honoured(self)
        self.shield = entered_shield(self.call(f"{HOME}/officer", days=4), WITHDRAWN)
        self.promise = due_promise(self.call, STAYED, HOME)
        self.ids["bank"] = opened_bank(PASSWORD, _ago(100).date())
        self.consent = consented(self.call("stayed", days=2), STAYED, account=self.ids["bank"])
        self.application = at_the_desk(self.call(f"{HOME}/officer", days=1), STAYED)
        self.batch = self._file()
        self.preview = self._preview()
        self.endpoint = self._told()
        self.distinction = self._distinction()
        self.entry = show_one(
            self.call("market-regulation/officer", days=0),
            kind="penalty",
            cells=recent(19, CF_SY="另有周伟在场。"),
        )
        self.changes = self._changes()
        handed_in(self)
        self.removal = to_destroy(self)
        self.draft = drafted(self)
        make_now(settings.OPEN_DATA)
        self.plan = drawn_plan(self)
        self.receipt = self.check(RESTRICTED, days=0).receipt
        self.watch = self._watch()
        self.procedure = awarding(self)
        self.task = (
            Task.objects.filter(organisation=RESTRICTED, kind="respond", done_on__isnull=True)
            .first()
            .id
        )

    def client(self, who: str) -> Client:
        """A browser of somebody who has signed in, or of a visitor."""
        client = Client()
        if who != "visitor":
            client.force_login(Account.objects.get(login=LOGINS[who]))
        return client

    def call(self, login: str, *, days: int) -> Call:
        """A step by somebody, so many days ago."""
        department, _, post = login.partition("/")
        roles = {Role(post)} if post else {Role.REPRESENTATIVE}
        represents = {"stayed": STAYED, "pending": PENDING, "honoured": HONOURED}.get(login)
        actor = Actor(
            id=self.ids[login],
            department=department if post else "",
            roles=frozenset(roles),
            represents=frozenset({represents} - {None}),
        )
        return Call(actor=actor, at=_ago(days))

    def check(self, organisation: str, *, days: int):
        """The trading centre asks before a tender."""
        question = Question(code=organisation, procedure="tender", case_number=CASE)
        return enquire.ask(self.call("public-resources-trading/officer", days=days), question)

    def _watch(self) -> str:
        """A tender of another number goes on while its bidder falls under a restriction that stands."""
        asker = self.call("public-resources-trading/officer", days=90)
        question = Question(code=RESTRICTED, procedure="tender", case_number="招标 2026-21")
        asked = enquire.ask(asker, question)
        return watch.open_watch(asker, receipt=asked.receipt, stage="accept")

    def _told(self) -> str:
        """Everything is queued, one mail was given up; a program of the home department is called."""
        at = _ago(0)
        for each in (HOME, STAYED):
            Address.objects.create(
                addressee=each, email="desk@langang.example", changed_at=at, changed_by="o-1"
            )
        client, _ = register_client(
            name="业务系统",
            kind=ClientKind.DEPARTMENT,
            scopes=(Scope.RECALLS,),
            department=HOME,
            first=at.date(),
        )
        endpoint, _ = endpoints.add(
            addressee=HOME,
            client=client.id,
            url="https://hooks.langang.example/goodstanding",
            kinds=["objection-filed", "return-soon"],
            by="o-1",
            at=at,
        )
        endpoints.did_not(endpoint, at=_ago(6), error="answered 503")
        endpoints.did_not(endpoint, at=at, error="answered 503")
        begin(position=0, day=_ago(40).date(), at=at)
        tell(at=at, served=frozenset({Channel.EMAIL, Channel.WEBHOOK}))
        mail = Message.objects.filter(addressee=HOME, channel="email").first()
        assert mail is not None
        Message.objects.filter(id=mail.id).update(
            given_up_at=at, tries=10, last_error="SMTPServerDisconnected"
        )
        return endpoint.id

    def _beside(self) -> None:
        """What is no record: an inspection nobody decided on, and a list that an association offers."""
        name, day = NAMES[STAYED], f"{_ago(20):%Y-%m-%d}"
        undecided = {"IR_DOCUMENT": "", "IR_DECIDED_ON": "", "IR_BASIS": "", "IR_NAME": name}
        inspected = outcome(2, IR_MATTER="工资支付专项检查", IR_HAPPENED_ON=day, **undecided)
        home = self.call(f"{HOME}/officer", days=19)
        [self.outcome] = receive_rows(
            home, kind="inspection-result", department=HOME, rows=[inspected]
        ).records
        listed = offered(2, TL_NAME=name, TL_DATED_ON=day)
        office = self.call("credit-office/officer", days=18)
        [entry] = receive_rows(
            office, kind="third-party-list", department="credit-office", rows=[listed]
        ).records
        self.offer = stored([entry])[entry].list

    def _agent(self) -> str:
        """Somebody who may read for one organisation, for a while."""
        agent = open_account(login="agent", password=PASSWORD, display_name="Agent")
        first, last = _ago(30).date(), _ago(-60).date()
        represent(agent, STAYED, power=Power.READING, first=first, last=last)
        return agent.id

    def _legislate(self) -> None:
        roles = frozenset({Role.CREDIT_OFFICE})
        law = Actor(id="o-law", department="credit-office", roles=roles)
        call = Call(actor=law, at=_ago(400))
        load_calendar(call, years=calendar_files(RULEBOOK / "calendars"))
        activate_rulebook(call, files=read_pack(RULEBOOK / "packs" / "dongguan-2018"))
        self.digest = catalogue.law(on=call.on).rulebook.digest

    def penalty(self, organisation: str, *, days: int, decided: int = 5) -> str:
        """A penalty of the home department."""
        call = self.call(f"{HOME}/officer", days=days)
        return enter.enter_penalty(
            call,
            organisation=organisation,
            name=NAMES[organisation],
            document=f"岚人社罚〔{call.on.year}〕{organisation[-3:]}-{days}号",
            decided_on=call.on - timedelta(days=decided),
            authority="岚港市人力资源和社会保障局",
            authority_code=AUTHORITY,
            basis=BASIS,
            conduct="拖欠农民工工资",
            facts="经责令限期支付，逾期未支付。",
            penalty="罚款一万元",
            fine=1,
        )

    def listed(self, name: str, organisation: str, *, days: int) -> str:
        """By the whole road, starting so many days ago: penalty, proposal, notice, decision."""
        self.records[name] = self.penalty(organisation, days=days)
        officer = self.call(f"{HOME}/officer", days=days - 1)
        case = propose.propose_designation(
            officer,
            organisation=organisation,
            ground=GROUND,
            records=(self.records[name],),
            case_number="岚人社列〔2026〕12号",
            facts="处罚决定已生效，逾期仍未支付。",
        )
        notify.serve_notice(
            officer, case=case, served_on=officer.on, method="in-person", proof="送达回证 7"
        )
        notify.waive_statement(officer, case=case, proof="放弃陈述申辩和听证声明 7", hearing=True)
        decide.decide_designation(
            self.call(f"{HOME}/reviewer", days=days - 2),
            case=case,
            outcome="list",
            document=f"岚人社列〔2026〕{organisation[-3:]}号",
            reasons="事实清楚，证据充分；期限内未支付。",
            way_back="付清工资并满六个月后可以申请提前移出。",
        )
        self.cases[name] = case
        return case

    def _restricted(self) -> None:
        case = self.listed("restricted", RESTRICTED, days=40)
        respond.respond(
            self.call("public-resources-trading/officer", days=37),
            task=self._task(case, "tender-exclusion", "respond"),
            answer="apply",
        )

    def _task(self, case: str, measure: str, kind: str) -> str:
        found = Task.objects.filter(id__startswith=f"{case}.{measure}.", kind=kind)
        return found.filter(department="public-resources-trading").first().id

    def _stayed(self) -> None:
        self.listed("stayed", STAYED, days=60)
        self.check(STAYED, days=50)
        self.objections["stayed"] = self._objection("stayed", days=3)
        contest.accept_objection(
            self.call(f"{HOME}/officer", days=2), objection=self.objections["stayed"]
        )

    def _objection(self, name: str, *, days: int) -> str:
        return contest.file_objection(
            self.call("stayed" if name == "stayed" else f"{HOME}/officer", days=days),
            target=self.records[name],
            reason="error",
            text="处罚决定书载明的单位不是我单位。",
        )

    def _repair(self) -> str:
        """Asked for by the organisation, taken up by an officer, not decided yet."""
        asked = self.call("stayed", days=2)
        filed = repair.file_repair(
            asked,
            target=self.records["stayed"],
            performed_on=asked.on - timedelta(days=9),
            commitment_on=asked.on,
            text="拖欠的工资和罚款已全部付清，附付款凭证。",
        )
        repair.accept_repair(self.call(f"{HOME}/officer", days=1), repair=filed)
        return filed

    def _proceeding(self) -> str:
        """A court case against a listing, which stays nothing by itself."""
        return proceed.open_proceeding(
            self.call(f"{HOME}/officer", days=4),
            subject=self.cases["restricted"],
            kind="litigation",
            body="岚港市第一人民法院",
            document="（2026）岚01行初18号",
        )

    def _withdrawn(self) -> None:
        self.listed("withdrawn", WITHDRAWN, days=80)
        self.check(WITHDRAWN, days=70)
        objection = self._objection("withdrawn", days=20)
        self.objections["withdrawn"] = objection
        contest.accept_objection(self.call(f"{HOME}/officer", days=19), objection=objection)
        contest.decide_objection(
            self.call(f"{HOME}/reviewer", days=10),
            objection=objection,
            outcome="withdrawn",
            reasons="原处罚决定经行政复议撤销。",
        )

    def _pending(self) -> None:
        self.records["pending"] = self.penalty(PENDING, days=6)
        officer = self.call(f"{HOME}/officer", days=5)
        self.cases["pending"] = propose.propose_designation(
            officer, organisation=PENDING, ground=GROUND, records=(self.records["pending"],)
        )
        served = self.call(f"{HOME}/officer", days=0)
        notify.serve_notice(
            served,
            case=self.cases["pending"],
            served_on=served.on,
            method="post",
            proof="挂号 20",
        )

    def _elsewhere(self) -> None:
        call = self.call("intermediate-court/officer", days=4)
        self.records["elsewhere"] = enter.enter_enforcement_default(
            call,
            organisation=ELSEWHERE,
            name=NAMES[ELSEWHERE],
            document="（2026）岚01执88号",
            decided_on=call.on - timedelta(days=20),
            authority="岚港市中级人民法院",
            authority_code=COURT,
            basis="《中华人民共和国民事诉讼法》第二百五十五条",
            duty="支付货款",
            amount=12,
        )

    def _expired(self) -> None:
        self.records["expired"] = self.penalty(EXPIRED, days=39, decided=3000)

    def _corrected(self) -> None:
        self.records["corrected"] = self.penalty(PENDING, days=9)
        call = self.call(f"{HOME}/reviewer", days=8)
        correct.correct_record(
            call,
            record=self.records["corrected"],
            values={"CF_SY": "经责令限期支付，逾期六十日仍未支付。", "CF_NR_FK": "2"},
            reasons="录入时事实摘要和罚款金额有误。",
        )

    def _to_look_at(self) -> None:
        """A record whose facts may name somebody, and one whose basis was not recognised."""
        call = self.call("market-regulation/officer", days=1)
        for name, changed in {
            "to read": {"CF_SY": "乘员为周伟、吴某二人，由黄国强签收。"},
            "unread": {"CF_YJ": "见决定书"},
        }.items():
            cells = recent(71 if name == "unread" else 72, **changed)
            self.records[name] = enter_record(call, kind="penalty", cells=cells)

    def _file(self) -> str:
        """Three good rows, one of them with a remark, and three that need work."""
        rows = [recent(11), recent(12), recent(13, CF_NR_FK="20000")]
        wrong = recent(14)
        wrong["CF_XDR_SHXYM"] = wrong["CF_XDR_SHXYM"][:-1] + (
            "0" if wrong["CF_XDR_SHXYM"][-1] != "0" else "1"
        )
        late = recent(15, CF_JDRQ="2026/13/45")
        person = recent(16, CF_XDR_LB="自然人", CF_XDR_ZJHM=identity_number())
        report = receive(
            self.call("market-regulation/officer", days=1),
            kind="penalty",
            department="market-regulation",
            source=workbook([*rows, wrong, late, person]),
        )
        return report.batch

    def _distinction(self) -> str:
        """Two of the file's organisations are not the same; a second officer has not looked yet."""
        return distinguish.state_distinct(
            self.call(f"{HOME}/officer", days=0),
            code=code(11),
            other=code(12),
            reasons="住所和登记机关不同。",
        )

    def _preview(self) -> str:
        """A file that waits for its sender's word: a good row with a remark, one without a document."""
        return stage(
            self.call("market-regulation/officer", days=0),
            kind="penalty",
            department="market-regulation",
            data=workbook([recent(17, CF_NR_FK="20000"), recent(18, CF_WSH="")]),
        )

    def _changes(self) -> str:
        """Corrections that wait for a second person: two good rows, one that names no record."""
        why = {"更正理由": "录入时写错。"}
        rows = [
            {"记录编号": self.records["restricted"], **why, "CF_NR_FK": "2.5", "违法事实": ""},
            {"记录编号": self.records["expired"], **why, "违法事实": "经责令支付，逾期仍未支付。"},
            {"记录编号": "r-none", **why, "CF_NR_FK": "3"},
        ]
        call, department = self.call(f"{HOME}/officer", days=0), HOME
        return stage_changes(
            call, kind="correction", department=department, data=workbook(rows)
        ).batch


def recent(number: int, **changed: str) -> dict[str, str]:
    """A penalty decided a month ago, whatever the day is."""
    decided = _ago(30).date().isoformat()
    return {**penalty(number), "CF_JDRQ": decided, "CF_GSJZQ": "", **changed}


def workbook(rows: list[dict[str, str]]) -> bytes:
    """The rows as a file."""
    return workbook_bytes(rows, list(dict.fromkeys(name for row in rows for name in row)))


def month_before() -> str:
    """The last month that is over, as it stands in an address."""
    return before(month_of(today())).name


def _ago(days: int) -> datetime:
    return now() - timedelta(days=days)
