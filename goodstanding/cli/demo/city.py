"""Who there is in the city: its departments with their people, and its organisations."""

from datetime import datetime
from functools import cache

from goodstanding.cli.demo.days import Days
from goodstanding.cli.demo.names import CITY, REGION, Organisation
from goodstanding.departments.queries import actor_of_login
from goodstanding.flow.bench import Call
from goodstanding.rules.actors import Actor
from goodstanding.rules.catalogue.rulebook import Rulebook
from goodstanding.rules.identifiers import make

#: For each department that penalises: conduct and basis of a penalty it could have decided.
PENALTIES = {
    "market-regulation": ("经营标签不符合规定的食品", "《中华人民共和国食品安全法》第一百二十五条"),
    "human-resources": ("无故拖欠农民工工资", "《保障农民工工资支付条例》第五十四条"),
    "ecology-environment": ("超标排放污染物", "《中华人民共和国大气污染防治法》第九十九条"),
    "emergency-management": ("未按规定培训", "《中华人民共和国安全生产法》第九十七条"),
    "fire-rescue": ("消防设施未保持完好有效", "《中华人民共和国消防法》第六十条"),
    "housing-construction": ("与投标人串通投标", "《中华人民共和国招标投标法》第五十三条"),
    "transport": ("未按规定维护车辆", "《中华人民共和国道路运输条例》第七十条"),
    "tax": ("未按期申报", "《中华人民共和国税收征收管理法》第六十二条"),
    "finance": ("提供虚假材料谋取成交", "《中华人民共和国政府采购法》第七十七条"),
    "water": ("未经批准取水", "《中华人民共和国水法》第六十九条"),
}
COURT = "intermediate-court"


class City:
    """The city on the day its demonstration is made."""

    def __init__(
        self, *, days: Days, rulebook: Rulebook, organisations: list[Organisation]
    ) -> None:
        self.days = days
        self.rulebook = rulebook
        self.organisations = organisations
        self.documents = 0

    def call(self, login: str, at: datetime) -> Call:
        """A step of somebody, at a moment."""
        return Call(actor=self._actor(login), at=at)

    @cache  # noqa: B019 - there is one city, and it ends with the command
    def _actor(self, login: str) -> Actor:
        found = actor_of_login(login, on=self.days.today)
        assert found is not None, login
        return found

    def authority(self, department: str) -> tuple[str, str]:
        """The name and the invented code of the body behind a department."""
        title = self.rulebook.departments[department].bodies[-1].title.zh.split("、")[0]
        number = list(self.rulebook.departments).index(department) + 1
        name = f"{CITY}{title.removeprefix('市')}"
        return name, make("11", REGION, f"0070{number:04d}")

    def document(self, department: str, year: int) -> str:
        """The number of a decision, never the same twice."""
        self.documents += 1
        short = self.authority(department)[0].removeprefix(CITY)[:2]
        return f"岚{short}罚〔{year}〕{self.documents}号"
