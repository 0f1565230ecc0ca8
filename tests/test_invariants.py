"""What holds for any text whatever: offsets give back the text, bulletins share no character, two runs are equal."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pages import check

from gxq_extract.page.view import View, fold

# Pieces that wake the rules, between them anything.
WORDS = st.sampled_from(
    [
        "# ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u3000",
        "\u200b",
        "<br>",
        "，",
        "、",
        "。",
        "本报讯（记者 王伟 李小明）",
        "3月5日下午，",
        "2024年2月30日",
        "今年",
        "高新区党工委书记、管委会主任张建国",
        "欧阳 建国",
        "召开2024年第3次党政联席会议",
        "十一届六次全会",
        "到城东大桥项目调研",
        "“五网工程”",
        "来源：某市日报",
        "发布时间：2024-01-02",
        "王伟 摄",
    ]
)
PAGES = st.lists(WORDS | st.text(max_size=8), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_every_fact_has_its_place_on_any_page(text: str) -> None:
    assert check(text.encode("utf-8", "surrogatepass")) in ("ok", "empty", "undecodable")


@given(PAGES)
def test_folding_moves_no_character(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text(min_size=1, max_size=40), st.data())
def test_every_clean_character_knows_its_place(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    stretches = [(start, end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True) if start < end][::2]
    view = View(text, fold(text), [(start, end, "") for start, end in stretches])
    kept = "".join(text[start:end] for start, end in stretches)
    assert len(view.text) == len(kept)
    assert [text[view.origin(index)] for index in range(len(kept))] == list(kept)
    start = data.draw(st.integers(0, len(kept) - 1))
    end = data.draw(st.integers(start + 1, len(kept)))
    assert view.printed(start, end) == kept[start:end]
