"""Short lines: the name of a unit, and what says that something is reported."""

from __future__ import annotations

from gxq_extract.patterns import lazy

_UNIT_END = lazy(
    r"(?:中心|公司|集团|政府|局|委|办|区|县|市|镇|乡|街道|社区|村|学校|中心校|中学|小学|医院|法院|法庭|检察院|银行|大队|支队|所|站|院|会|部|幼儿园|[业技流]园|电子|科技|生物|光学|重工|股份|厂|学院|供销社|信用社|合作社|海关|系统|中队|材料|新材|冷链|食品|药业|医药|能源|智能|装备|精工|精密|光电)$"
)
NEWS_VERB = lazy(
    r"召开|举行|调研|督导|视察|考察|督办|表彰|参观|访问|代表|[“”]|启动|开展|部署|走进|组织|到.{2,12}(?:座谈|调研)|举办|推进|会议|会见|检查|走访|慰问|揭牌|开工|签约"
)


def is_unit(text: str) -> bool:
    """Whether a line is the name of a unit and says nothing of it: 高新区卫健中心."""
    return len(text) <= 16 and " " not in text and not NEWS_VERB.search(text) and _UNIT_END.search(text) is not None
