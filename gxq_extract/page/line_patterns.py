"""The forms by which a line is told: each pattern composed of named parts, with an example above."""

from __future__ import annotations

from gxq_extract.patterns import HAN, LIST_MARKS, lazy

_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_NUMERALS = "一二三四五六七八九十"
_SENT_BY = r"本报|本网|首席|特约|全媒体|融媒体?|见习|实习"
_CREDIT_WORD = r"(?:记者|评论员|通讯员|实习生|作者|编辑|撰稿|采写|供稿)"

# The edge of a line: layout, the mark of a heading, and labels that are no part of what it says.

_MARGIN = r"[ |\x00]*"
_HEADING_MARK = r"(#{1,6}(?= |[^#\s]))?"
# 【标题】=新区召开会议, 标 题:新区召开会议
_LABEL_OF_FIELD = r"【标题】= ?|【正文】= ?|【纠错】 ?|标 {0,4}题 ?[|:] ?"
# (上接A1版) 会议要求
_TURN_BEFORE_TEXT = r"\(上接[^()]{1,8}\) ?(?=.)"
# [图文]新区召开会议, 【聚焦清溪两会】 新区召开会议
_TAG = r"\[(?:图|新闻|图文|组图|转载|原创|要闻|视频|快讯)\] ?|【聚焦[^【】]{1,16}】 ?"
EDGE = lazy(rf"{_MARGIN}{_HEADING_MARK}{_MARGIN}(?:{_LABEL_OF_FIELD}|{_TURN_BEFORE_TEXT}|{_TAG})*")
EDGE_MARKS = " |#\x00"
EDGE_STARTS = frozenset(EDGE_MARKS + "【[(标")

# What stands inside a line and says nothing: marks without width, spaces in dates, ordinals and labels.

# 2024 年, 12 次
_BEHIND_DIGIT = r"(?<=\d ) *(?=[年月日号时次届])"
# 2024年 3月, 第 3次
_BEFORE_DIGIT = r"(?<=[年月第] ) *(?=\d)"
# 编 辑:, 记 者:
_IN_CREDIT_LABEL = r"(?<=[总记编作] ) *(?=[编者辑] ?[辑:])"
# 一 审:, 监 制:
_IN_CHECK_LABEL = r"(?<=[一二三初终复总监校主] ) *(?=[审监制对编] ?[制:])"
INNER = lazy(rf"\x00+| (?:{_BEHIND_DIGIT}|{_BEFORE_DIGIT}|{_IN_CREDIT_LABEL}|{_IN_CHECK_LABEL})")
READABLE = lazy(r"[^\W_]")

# Fields of a header, and headlines, that run into the text.

# 责任编辑:王伟|11月25日,…; 点击数:12|本报讯
_LAST_FIELD = rf"(?:编辑:{HAN}{{2,3}}|[次击]数?:\d*?)"
GLUED = lazy(rf"[^。]{{4,150}}?{_LAST_FIELD} ?(?={_DAY}(?:[上下]午)?,|本[报网]讯)")
GLUE = ("编辑:", "次数:", "点击")  # one of them stands in every such line
_OPENS_WITH_DAY = r"(?=于?(?:\d{4}年)?\d{1,2}月|近日|日前)"
# How many of a form with the day behind them make a series of headlines, the form, and that with the day.
LEAD_HEADS = (
    # 【督导旧改】4月18日,…
    (2, lazy(r" *【[^【】]{4,24}】 *(?=[^\s【])"), lazy(rf"[^】]*】 *{_OPENS_WITH_DAY}")),
    # 督导旧改。4月18日,…
    (
        3,
        lazy(r" *[^\s。,;:!?【】()\d][^\s。,;:!?【】()]{7,30}。 ?(?=[^\s。]{2}.{40})"),
        lazy(rf"[^。]*。 ?{_OPENS_WITH_DAY}"),
    ),
)

# Furniture of reading: what the reader is asked to do, and what the page can be set to.

# 打开客户端查看, 点个在看, 扫码
_ASKED_OF_READER = (
    r"打开.{2,8}查看|点个“?(?:在看|赞)|【我要(?:打印|纠错)|\(点击|点击|扫一扫|扫码|扫描|收藏"
    r"|(?:转载)?分享到?|\[复制链接"
)
# 【字号 大 中 小】, [打印], A+
_TOOL = r"【?打印|\[?打印|【?关闭|\[关闭|【?字[号体]|放大|缩小|展开$|【?大 ?中 ?小|A\+"
# 展开通版, 进入长者版, 返回首页
_MODE = (
    r"[展收][开缩]通版|通版阅读|无障碍|(?:进入)?(?:长者|老年|关怀|适老)\w{0,3}[版式]$|繁体|简体"
    r"|返回(?:顶部|首页|列表|概览)?"
)
# DSC08233.JPG, 微信图片_2021.jpg
_FILE = r"[\w.·() -]{1,60}\.(?i:jpe?g|png|gif|bmp|webp|mp4|docx?|xlsx?|pdf)$"
# 清溪App下载
_APP = r"\w{0,8}(?i:app)(?:官网|下载|客户端)?$"
_OF_READING = rf"{_ASKED_OF_READER}|{_TOOL}|{_MODE}|{_FILE}|{_APP}"
READING = lazy(_OF_READING)

# Furniture of a site: its greeting, its menus, its name.

# 您好,欢迎访问; 关于我们; [登录]
_WELCOME = (
    r"您好,|显示全部楼层|只看该作者|欢迎(?:来到|访问|光临|您)|关注我们|关于我们|联系我们|网站地图|网站首页|首页|站内搜索|文章搜索|用户名|按日期检索"
    r"|\[?登录|注册|马上注册|您需要"
)
# 您现在的位置
_PLACE_ON_SITE = r"您?(?:现|当前|目前)?所?在?的?位置|当前位置|本页位置"
# 已有120人浏览, 今天是星期一
_COUNTER = r"访问量|浏览|阅读次数|已有\d+|今天是|天气:"
# www.…, 版权, 备案
_IMPRINT = r"https?:|(?i:powered by)|网站简介|www\.|版权|[Cc]opyright|备案|技术支持|内容导航"
# 清溪新闻网 要闻, 清溪日报数字报, QINGXI DAILY
_SITE_NAME = (
    rf"{HAN}{{2,12}}(?:政府网|门户网站?|官方网站|新闻网|融媒体中心)(?: .{{0,8}})?$|{HAN}{{2,12}}(?:数字报|电子报)$"
    r"|[A-Z][A-Z ]{3,40}$"
)
# 新闻中心, 通知公告, 清溪日报·要闻
_SITE_SECTION = (
    r"要闻$|新闻(?:中心|动态|资讯)$|(?:通知|公示)公告$|图片新闻$"
    r"|[^。,]{2,8}·(?:影像|视觉|图片|综合|要闻|民生|社会|经济|教育|文化|专版)$"
)
# 短评, 编后:, [视频], 3/12
_LABEL_ALONE = r"短评$|编后(?:$|:)|\[(?:图片|视频|音频)\]$|\d{1,2}/\d{1,2}$"
_OF_SITE = rf"{_WELCOME}|{_PLACE_ON_SITE}|{_COUNTER}|{_IMPRINT}|{_SITE_NAME}|{_SITE_SECTION}|{_LABEL_ALONE}"

# Furniture of a paper: its pages, its issues, its addresses.

# — 3 —, 三、
_FOLIO = rf"[-—] ?\d{{1,4}} ?[-—]$|[{_NUMERALS}]{{1,2}}、$"
# 本期共8版, 第A1版:, 上一版 下一版
_PAGE_OF_PAPER = (
    r"PDF[ «]|本期共\d+版|第 ?\w{1,3} ?版:?$|当前版|本版新闻|本版导读|【本版导读】|本期导航|【下期|下期"
    r"|\d+ ?期 ?/ ?第 ?\d+ ?版|«? ?[上下]一[版期] ?[»«\d 上下一版期]"
)
_TURNED = r"\(?[上下][转接]"
# (下转第3版)
_TURN_TO_PAGE = rf"{_TURNED}(?:第|[A-Z\d]| )"
# 第12期, (总第300期), 【版次】
_ISSUE_NUMBER = rf"第[\d{_NUMERALS} ]+期$|\(?总第|【(?:日期|期号|版次|版名|专栏)】|VOL|XFTB\d+|国内统一刊号"
# 新闻热线:…, 投稿邮箱, 通讯地址
_ADDRESS = (
    r"地址:|(?:新闻|爆料|投诉|订阅|读者|服务|广告|发行|党报|举报|本报)?热线:|报刊搜索|搜索$|投稿邮箱|电?子?邮箱:|联系电话"
    r"|通[信讯]地址|电话 "
)
# 主办:…, 本版责任编辑, 中共清溪县委办公室编
_MADE_BY = (
    r"(?:主办|承办|主管|协办):|\(?本版(?:责任|文字|美术)?(?:编辑|校对|美编|版式|统筹|策划)|主办单位|承办单位"
    r"|[^。,:]{4,20}(?:办公室|[办部局委])编$"
)
_OF_PAPER = rf"{_FOLIO}|{_PAGE_OF_PAPER}|{_TURN_TO_PAGE}|{_ISSUE_NUMBER}|{_ADDRESS}|{_MADE_BY}"

# Furniture of a document, and of an article taken over from elsewhere.

# 文号, 抄送:…, (共印60份)
_FIELD_OF_DOCUMENT = (
    r"文号|体 ?裁|主题分类|索 ?引 ?号|发布机构|公开方式|抄送|抄报|主送|报送|[报送]:|主题词|\(共印|此件|\(此件|内部资料"
    r"|导语$"
)
# (原标题:…), (来源:清溪日报), (资料图片)
_TAKEN_OVER = (
    r"\(?原标题|本篇文章|本帖最后|(?:发布时间|发布日期|来源|作者|时间)$|\(来源:[^(): ]{2,16}\)$"
    r"|\(\d{1,2}月\d{1,2}日[^。]{0,12}\)$|\(?资料图片?\)?$"
)
_OF_DOCUMENT = rf"{_FIELD_OF_DOCUMENT}|{_TAKEN_OVER}"

# How a line of furniture begins, and what it is when it stands alone.
FURNITURE = lazy(rf"(?:·[ \n]?)?(?:{_OF_READING}|{_OF_SITE}|{_OF_PAPER}|{_OF_DOCUMENT})")
# Where the report begins or goes on: (上接A1版).
TURN = lazy(_TURNED)

# What tells furniture only further on in the line, and the patterns that it is then held against.
FURNITURE_WORD = lazy(r"[>|]|www|首页|版| 要闻$|微信公众号|头条|时讯|融媒|投稿邮箱|号$|主管主办")
# 清溪网:www.…
_SITE_ADDRESS = r"[^。]{2,14}[: ]www\."
# 清溪日报 要闻, 清溪日报 03版, 清溪日报 第A3版 综合
_FOLIO_BEHIND_NAME = (
    r"[^。,]{2,8} 要闻$|[^。,]{2,30} [A-Z]?\d{1,2} ?版$"
    rf"|[^。,]{{0,16}}第 ?(?:[{_NUMERALS}]{{1,2}}|[A-Z]?\d{{1,2}}) ?版(?:[ :][^。,]{{0,8}})?$"
)
# 清溪网首页 - 新闻, 新闻 >> 要闻 >
_SITE_TRAIL = r".{0,12}首页 ?[-·]|.{2,14} ?>+ ?.{2,10}(?: ?>+ ?.{0,12})?$"
# 清溪发布微信公众号, 清溪头条
_ACCOUNT_NAME = r".{0,12}微信公众号$|.{1,10}(?:头条|时讯|融媒)$"
# 清溪日报投稿邮箱, 清溪县委主管主办
_CONTACT_OR_PUBLISHER = r".{0,8}投稿邮箱|.{2,12}主管主办"
# 清政发【2024】12号
_DOCUMENT_NUMBER = r"[^。,]{2,16}[(【]\d{4}[)】]\d+号$"
# 清溪日报 | 要闻, 新闻 | 政务 | 服务
_LINKS_SIDE_BY_SIDE = r"[^|。]{2,12} ?\| ?[^|。]{2,6}$|[^|]*\|[^|]*\|"
FURNITURE_INSIDE = lazy(
    rf"{_SITE_ADDRESS}|{_FOLIO_BEHIND_NAME}|{_SITE_TRAIL}|{_ACCOUNT_NAME}|{_CONTACT_OR_PUBLISHER}|{_DOCUMENT_NUMBER}"
    rf"|{_LINKS_SIDE_BY_SIDE}"
)
# The way to a page: 首页 > 新闻 > 正文; 首页 / 新闻 / 正文
WAY = lazy(r"(?:[^\s,。:]{2,10} ?[>›»→] ?){2}|(?:[^\s,。:]{2,10} / ){2}")
# The way to a page, or links side by side: 首页 >> 图片新闻.
TRAIL = lazy(r">>|> |\|[^|]*\|")

# Furniture behind which nothing of the article follows.

# 上一篇:…, 相关阅读, 热点推荐, 发表评论
_MORE_TO_READ = (
    r"【?上一[篇条]|下一[篇条]|相关(?:链接|阅读|新闻|文章|鏈結)|延伸阅读|推荐阅读|往期(?:推荐|回顾|精彩)|END$"
    r"|热[点门](?:推荐|图片|新闻|专题)|新闻推荐|图片报道|栏目推荐|更多>+|发表评论|网友评论|责任编辑单位"
)
# 版权所有, 凡本网注明
_RIGHTS = r"(?i:copyright)|版权所有|本网站所有|未经许可|凡本[网站]|免责声明"
END = lazy(rf"{_MORE_TO_READ}|{_RIGHTS}")

# Headers: date, source and author.

# 2024-03-05, 2024年3月 5日, but not 2024.5.12%
_YMD = r"(?:19|20)\d\d ?[-年./]/? ?\d{1,2} ?[-月./]/? ?\d{1,2}(?!\d*[%亿万])(?: ?日)?"
# 二〇二四年三月五日
_CHINESE_DATE = rf"[二一][〇○Oo零九]?[〇○Oo零一二三四五六七八九]{{2,3}}年[{_NUMERALS}]{{1,3}}月[{_NUMERALS}]{{1,3}}日"
YEAR_LIKE = lazy(r"(?:19|20)\d\d|[二一][〇○Oo零一二三四五六七八九]")
_BEHIND_DATE = r"(?= |$|[)|:/,]|\d\d:\d\d|新闻|点击|浏览|阅读|来源|作者|编辑|编印|出版|\(?(?:星期|周))"
# 15.04.2015
_DMY = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d"
DATED = lazy(rf"(?<!\d)(?<!\d/) ?(?:{_YMD}|{_DMY}|{_CHINESE_DATE}){_BEHIND_DATE}")
# A report cut off behind its day: 2024年5月6日,高新区党工委书记
DATED_NEWS = lazy(rf"{_DAY},{HAN}{{6,}}$")
# 索引号:…
_INDEX_NUMBER = r"索 ?引 ?号 ?:[^。]{0,150}$"
# 清溪新闻 来源:清溪日报
_SOURCE_BEHIND_NAME = r"[^。,;:]{2,12} 来源:[^。,;:]{2,20}$"
# 作者:王伟, 浏览次数:12
_LABELLED_FIELD = (
    r"(?:来源|来自|信息来源|新闻来源|文章来源|稿源|作者|编辑|发布者|发布人|发布机构|信息发布|发布时间|发布日期|时间|日期|成文日期|点击数?"
    r"|浏览次数|阅读) ?: ?[^。,;]{0,40}$"
)
# 原创 王伟 清溪发布 3月5日
_ORIGINAL = r"原创 [^。,]{0,30}\d日|原创 [^。,]{2,24}$"
# 稿源:清溪日报 作者:王伟
_SEVERAL_FIELDS = r"[^。,;]{0,60}(?:来源|稿源):[^。,;]{0,40}(?:作者|日期|时间|编辑|浏览|点击|发布|字号)"
FIELD = lazy(rf"{_INDEX_NUMBER}|{_SOURCE_BEHIND_NAME}|{_LABELLED_FIELD}|{_ORIGINAL}|{_SEVERAL_FIELDS}")
# 清溪工作简报 第12期 (总第300期)
ISSUE = lazy(rf"[^。,;]{{0,24}}第 ?[\d{_NUMERALS}]+ ?期(?= ?(?:$|[\d(|总第]))")
# A paper's name and date, as large as a headline.
MASTHEAD = lazy(r"日 +(?:星期|周)[一二三四五六日]|总?第 ?\d+ ?期")
# The name of a paper or site alone, above its header: 清溪日报.
PAPER = lazy(rf"{HAN}{{2,10}}(?:(?<![播通汇])报(?: *(?:特刊|副刊|号外))?|网|周刊|专刊|月刊|政务信息)$")

# What the head of a paper's page has beside its date: 二版·要闻, 第117期.
PAGE_HEAD = lazy(rf"[\d{_NUMERALS}]版|第 ?\d+ ?期|内部资料|刊号")

# Datelines, which open a bulletin.

_OUTLET = r"[\w·-]{1,14}?"
_OUTLET_END = r"(?:网|报|社|刊|台|客户端|传媒|中心|融媒|发布)"
# 本报讯(记者 …, 清溪网清溪讯 3月5日, 快讯:…
_REPORT_MARK = rf"[【\[(]? ?(?:{_OUTLET}{_OUTLET_END}{HAN}{{0,4}}?|又|快|专)?(?<!通)讯[】\]]? ?(?=[\s(【“:|\d]|{HAN})"
# 清溪社清溪3月5日电
_DISPATCH = (
    rf"{_OUTLET}(?:网|报|社)[^,。()]{{0,12}}?(?:\d{{1,2}}月\d{{1,2}}日|[{_NUMERALS}]{{1,3}}月[{_NUMERALS}]{{1,3}}日)"
    r"(?:电|讯|消息|专电)"
)
# 本报清溪电
_OWN_DISPATCH = r"(?:本报|本网)[^,。()]{0,12}?(?:(?<!通)讯|电|消息)"
# 本台消息 …
_OWN_NEWS = r"(?:本报|本网|本台|本刊|本站)消息(?=[ :])"
# (记者 王伟)3月5日上午,新区召开会议
_CREDIT_BEFORE_TEXT = rf"\( ?(?:{_SENT_BY}|文/?)?{_CREDIT_WORD}[^)]{{1,60}}\)(?=.{{12}})"
# 清溪台消息(记者 王伟), 央视网消息:
_NEWS_OF_OUTLET = rf"[【\[(]?(?:央视网消息|{_OUTLET}消息)[】\]]? ?(?:[(:]|$)"
# 本报记者王伟报道:3月5日上午,新区召开会议
_REPORTER_TELLS = rf"(?:{_SENT_BY}|本台)记者[^,。;:()“]{{2,40}}?报道[: ](?=.{{12}})"
# 清溪报道(记者 王伟)
_CREDIT_BEHIND_OUTLET = rf"{_OUTLET}(?:报道|讯) ?\((?:本报|见习|首席)?(?:记者|通讯员)"
DATELINE = lazy(
    rf"(?:{_REPORT_MARK}|{_DISPATCH}|{_OWN_DISPATCH}|{_OWN_NEWS}|{_CREDIT_BEFORE_TEXT}|{_NEWS_OF_OUTLET}"
    rf"|{_REPORTER_TELLS}|{_CREDIT_BEHIND_OUTLET})"
)
# What every dateline has in it, not far from its start.
DATELINE_WORDS = ("讯", "电", "者", "员", "消息", "报道", "实习生", "编辑", "撰稿", "采写", "供稿")
DATELINE_REACH = 64

# Credits on a line of their own.

_NAME_SET = rf"{HAN}{{1,2}} ?{HAN}{{1,2}}"
# □本报记者 王伟, ■王伟, ■文/王伟, ·王伟·
_MARKED_BYLINE = (
    rf"[□/▌{LIST_MARKS}] ?(?=.{{2,60}}$)(?:{HAN}{{0,8}}{_CREDIT_WORD}|(?:文[/:] ?)?{_NAME_SET}(?:$|[ ,]))"
    rf"|·{_NAME_SET}·$"
)
# 文:王伟, 图/王伟, 文图 王伟
_TEXT_OR_PICTURE = r"\(? ?(?:文字?|图片?|摄影|撰[文稿])[:/| ] ?|\(? ?(?:文图|图文|文/图|图/文)[:/ ]?"
_SHOT_BY = rf"{HAN}{{1,4}} ?{HAN}{{1,3}}"
_FOREIGN_NAME = rf"{HAN}{{2,8}}·{HAN}{{2,8}}"
# 王伟 摄, 王伟摄影报道, 王伟 李芳 报道
_PHOTOGRAPHER = (
    rf"(?:{_SHOT_BY}|{_FOREIGN_NAME}) (?:摄|摄影|摄影报道|供图)$|{HAN}{{2,4}}摄影报道$"
    rf"|{HAN}{{2,3}}(?: {HAN}{{2,3}}){{0,2}} 报道$"
)
# 本报记者 王伟, 清溪融媒记者:王伟, 本报评论员
_LABELLED_BYLINE = (
    rf"[(【]? ?[\w·]{{0,12}}?(?:{_SENT_BY}|客户端)?{_CREDIT_WORD}[】:/| ]?.{{2,60}}$|本报(?:特约)?评论员$"
)
# (清溪镇 文:王伟), (清溪县总工会供稿), (区委宣传部 王伟)
_UNIT_SIGNED = (
    r"\([^()。,:]{2,12} (?:文|图|文图|供稿|撰稿)[:/ ][^()]{2,24}\)$|\([^()。,]{4,20}供稿\)$"
    rf"|\([^()。,:]{{2,14}}[办室局委部院心站镇乡] {HAN}{{2,3}}\)$"
)
# 本版责编 王伟, 图片|王伟, 来源|图文
_EDITED_BY = r"值班(?:总编|编委|主任|编辑):|(?:本[版期])?责编|图片\||来源\| ?(?:图文|文图|文字?|图)"
# 一审:王伟, 校对/王伟
_CHECKED_BY = r"一审|初审|审核|(?:[二三四终复]审|总?监制|总?主编|校对|审校|总编辑?)[:/]"
CREDIT_LINE = lazy(
    rf"(?:{_MARKED_BYLINE}|{_TEXT_OR_PICTURE}|{_PHOTOGRAPHER}|{_LABELLED_BYLINE}|{_UNIT_SIGNED}|{_EDITED_BY}|{_CHECKED_BY})"
)
LISTED_NAME = lazy(rf"[{LIST_MARKS}] ?(?P<name>{HAN}{{2,4}})$")  # ●关于服务 is none
LETTER = lazy(r"(?:尊敬的)?编辑(?:部|同志|部同志|先生):")
CREDIT_END = lazy(r"[,。;!?“]|记者(?:从|在|了解|昨|获悉|走)")
_LISTED = rf"(?:{HAN}{{2,4}}|{HAN} {HAN})"
# (王伟 李 明)
NAMES_IN_BRACKETS = lazy(rf"\({_LISTED}(?:[ 、/]{_LISTED}){{0,3}}\)$")
BARE_NAME = lazy(rf"{HAN} ?{HAN}{{1,3}}$")
SIGNED_END = lazy(rf"[。!?”] ?(?:通讯员|(?:本报)?(?:见习)?记者) ?{HAN}[\w ]{{1,12}}$")  # …举行。 通讯员 王芳

# Captions.

# 本报记者 王伟, 图/王伟
_CREDITED_NAME = (
    r"[^。()]{0,20}(?:记者|通讯员|见习记者|摄影|图/|供图|摄影报道|文/图|文/|摄影师|摄/本报记者|摄/)[ /]?[\w· /]{2,24}"
)
# …现场。本报记者 王伟 摄
_ENDS_IN_PHOTOGRAPHER = (
    rf"(?: |\(|。|^)(?:{_CREDITED_NAME}|{_SHOT_BY}|□?{_FOREIGN_NAME})[ /]?(?:摄影报道|摄影|摄|供图|图)?\)?$"
)
# (资料图), (图片由清溪镇提供), 清溪镇供图
_ENDS_IN_GIVER = (
    r"\((?:受访者|资料|[^。()]{0,10}供)图\)?\)?$|\((?:本文)?(?:图片?|照片)均?由[^()]{2,16}(?:提供|供)\)$"
    rf"|{HAN}{{0,4}}供图\)?$"
)
CAPTION_END = lazy(rf"{_ENDS_IN_PHOTOGRAPHER}|{_ENDS_IN_GIVER}")
CAPTION_START = lazy(rf"[{LIST_MARKS}]? ?{_DAY}|连日来|近日|日前|昨日|昨天|图为|[左右上下]图")
SHOWN_ON = lazy(r"。\d{1,2}月\d{1,2}日,")  # the day, and what the picture shows
NEWS_OPENING = lazy(r"(?<!通)讯")
SPEAKS = lazy(rf"{HAN}(?:说|表示|指出|强调)[,:]")
PHOTOGRAPHY = lazy(r"摄影(?:大赛|比赛|赛|展|协会|家|艺术|作品|爱好|学会)")  # credits nobody
# How the last paragraph of an article begins, and no picture's text.
TOLD_ON = lazy(r"据悉|据了解|据介绍|会议|会上|活动|仪式|此次|随后|最后|目前|近年来")
BY_BOTH = lazy(r"/文[ 、,/].{2,20}/(?:摄|图)\)$")  # …颁发聘书。(王伟/文 李明/摄)
ARTICLE_CREDIT = lazy(r"文/?[图摄]|图/?文")  # of the text too, not of a picture alone

# Heads of columns, and marks of their items.

_COLUMN_NAME = (
    r"(?:一句话|一句话新闻|简讯|短讯|短波|短新闻|图片新闻|快讯|要闻|要闻速览|简明新闻|新闻速递|速递|一周要闻|要闻周报|要闻简报|周报"
    r"|信息快递|动态|领导活动)"
)
# 【清溪要闻】, 简讯三则
_NAMED_COLUMN = rf"[【\[(]?[^。,:\d]{{0,6}}{_COLUMN_NAME}(?:[一二三四五六]则)?[】\])]?$"
# ★政务★, 清溪简报, 【领导活动】
_SET_OFF_COLUMN = r"★[^★]{2,6}★$|[^。,:\d]{0,2}简报$|【[^】]{2,8}】$"
# 招商进行时, 一图一策, PART1
_SERIES_NAME = r"[^。,:\d]{2,8}(?:在行动|进行时|巡礼)$|一图一\w$|(?i:part)\d\.?[^。,]{0,8}$"
COLUMN = lazy(rf"{_NAMED_COLUMN}|{_SET_OFF_COLUMN}|{_SERIES_NAME}")
ITEM_MARK = lazy(rf"[{LIST_MARKS}·*] ?|□ ?(?=\d)")  # □ alone stands before an author
COUNTED = lazy(r"\d{1,2}(?:、|\.(?!\d))")  # 2、9月20日,…
NUMBERED = lazy(rf"[{_NUMERALS}]{{1,2}}、")

# Text and headlines.

SENTENCE = lazy(r"[。;!?,]")
# The day under a notice.
SIGN_OFF = lazy(r"(?:(?:19|20)\d\d ?年)? ?\d{1,2} ?月 ?\d{1,2} ?日$|[二一][〇○Oo零九一二三四五六七八]{3}年.{2,7}日$")
SHORT_HEAD = lazy(r"会议(?:指出|强调|要求|认为|听取|审议)|.{2,12}:$")
# A paragraph of a report that a column cut off, not a headline.
# 县委书记王伟作报告, and what an official stands behind: 在, 陪同.
OFFICIAL_START = lazy(
    rf"(?:[省市区县州旗镇乡]委(?:副?书记|常委)|[省市区县州旗](?:人大常委会|政协|政府)?副?(?:主任|主席|长))(?:{HAN}{{2}}|、)"
)
GOVERNS = lazy(
    r"(?:[与和及由率向对在的是为让请给任、)]|陪同|会见|看望|带领|率领|邀请|采访|接受|听取|落实|按照|根据|代表|选举|时任|现任|原任)$"
)
GOES_ON = lazy(r"会议(?:还|指出|强调|要求|认为|明确|决定|听取|审议|研究|传达|通过)了?")
# The head of what a paper prints for a body: 关于计划停水的通知.
NOTICE = lazy(r"(?!附)[^。,;:]{0,34}(?:通知|公告|通告|启事|公示|提示|声明|倡议书|公开信|名单)(?:\([^()]{1,8}\))?$")
_TIME_OF_DAY = r"(?:[上下]午|晚上?|凌晨)?"
REPORT_START = lazy(rf"{_DAY}{_TIME_OF_DAY},")
ONLY_DAY = lazy(rf"{_DAY}{_TIME_OF_DAY}$")  # what a column cut off its report
