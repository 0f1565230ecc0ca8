"""The words and characters by which `names` tells where a name ends: what follows names, and what never is in one."""

from __future__ import annotations

# Verbs of saying, chairing and visiting: the words that follow a name in this genre.
GENRE_VERBS = frozenset(
    (
        "主持 出席 参加 表态 连线 交流 打电 牵头 指出 强调 要求 表示 介绍 讲话 致辞 致词 带队 带领 率队 率领 陪同 宣布 "
        "领学 乘坐 乘车 连夜 手中 家中 兼任 改任 接任 就任 汇报 通报 传达 宣读 调研 督导 视察 考察 检查 看望 慰问 走访 会见 会谈 座谈 列席 作了 "
        "分别 先后 一行 认为 说道 告诉 代表 围绕 深入 来到 前往 到场 应邀 受邀 随同 参与 担任 "
        "当选 回忆 坦言 透露 解释 提醒 呼吁 建议 提出 详细 现场 实地 认真 逐一 指导 部署 安排 "
        "简要 简短 全面 由衷 连声 总结 点评 签署 签约 揭牌 授牌 颁奖 开幕 上台 发言 领誓 监誓 作为 对此 充分 希望 感慨 "
        "回应 同志 先生 女士 教授 博士 书记 主任 局长 区长 市长 县长 镇长 院长 校长 等人 等领 "
        "等区 等市 等县 等出 等参 等陪 等同 等一 以及 就是 正在 接受 向记 对记 在接 在讲 在致 "
        "在会 在开 在活 在现 在座 在调 在主 在台 分组 召集 召开 主讲 授课 宣讲 到会 冒雨 冒着 "
        "专程 亲自 一同 共同 也参 还就 又来 已经 十分 特别 高度 立即 积极 针对 曾经 最后 上午 "
        "下午 今年 昨天 近日 随即 随后 首先 再次 当场 正式 则表 便向 也向 祝贺 致敬 感谢 送上 "
        "颁发 接过 走到 走上 感叹 点赞 拿出 掏出 约定 领到 白天 夜里 指着 站在 坐在 蹲在 拍着 举起 接待 道出 率团 率市 "
        "率省 应约 在京 致电 访问 抵达 发表 主办 承办 也说 回答 见证 启动 按下 下达 宣告 接见 "
        "为首 为获 为新 为区 调度 协调 主管 负责 受理 说起 告知 叮嘱 欣喜 激动 高兴 笑着 直言 "
        "委托 全程 反复 探讨 多次 笑称 坦承 率先 透过 建言 赴京 致欢 致开 作报 作工 作重 作主 作的 作了 "
        "作动 作专 作讲 作表 作交 作典 作总 作说 作经 就如 就做 就进 就全 就当 就贯 就学 对全 "
        "对当 对下 对各 与会 与来 与各 与区 出任 履新 述职 递交 代区 "
        "关于 所作 报告 特地 逐条 闻讯 当场 当即 每天 每次 刚刚 至今 亲切 热情 商谈 商量 轮流 分片 手把 一一 头一 分三 分头 一上 进一 一边 一口 边走 原是 原本 原先 守在 即兴 夜查 参会 开玩 大校 上校 中校 少将 中将 赶赴 当选 求教 隆重 专门 腾出 兵分 榜上 点开 签名 兴奋 "
        "耐心 动情 语重 啧啧 升任 转任 连任 翻看 操作 领读 扶起 敬礼 培土 启程 奔赴 下田 约谈 观看 接访 回访 释法 荣获 籍贯 挂点 "
        "鸣枪 开球 开犁 述廉 立马 总是 清早 凌晨 深夜 利用 年轻 后来 领悟 想到 听说 见到 做到 未到 收到 请到 接到 碰到 抢先 送药 送温 送清 送上 送来 送去 送到"
    ).split()
)
# What a character behind a name says for its end, in the tenths in which `names` counts.
AFTER_ONE = {
    **dict.fromkeys("、,。;:!?()“”‘’《》【】[]/\n", 26),
    **dict.fromkeys(
        "说在和与及等为对从到向受就将率带携偕作同称讲赴被把以由也还又已曾均都并则即因让给跟随的是每却答自各替任兼", 14
    ),
    **dict.fromkeys("帮当挨敲推拉拿喂剪按劝抢碰踩扶翻盯瞧叫拎扛抬拍骑逛指笑喊站坐蹲捧举握掏递用", 10),
    **dict.fromkeys("听看谈提问介做主出参受获有调致走会认当来去正先着最一今昨要", 4),
    " ": 18,
}
# Characters with which Mongolian, Tibetan, Uyghur and Kazakh names are written.
TRANSLITERATION = frozenset(
    "斯琴巴特尔朝克图萨仁娃敖其毕力格那顺热比古丽艾尼瓦托合提拉姆桑顿珠泽多吉班玛旺修扎西次才让卓央金洛尼达普布吐逊买江木依明阿迪玉素甫乌兰雅宝音孟和苏德日娜塔娅"
    "汗赤列罗旺杰曲旦宗次尕藏才旺吉尖参拥错珍麦热合曼居来提祖木热依木萨迪克麦提阿布都吾甫尔凯赛尔艾山江敦楞"
    "高索南嘉措加平边巴丹增贡坚赞强白卡吾守肉孜艾热提买买提库尔班铁木耳哈斯呼和浩毕嘎查勒德朗额尔登满都拉图门吉雅赛罕托娅萨茹拉莎其木向秋伊力哈木亚森努江别克叶波拉"
)
# With those, characters of names transcribed from Yi, Tibetan, Mongolian, Dai and Turkic languages: enough for a run of
# four and more, too common for less.
TRANSCRIBED = (TRANSLITERATION - {"和"}) | frozenset(
    "堆沙火黑石牛伍呷且乃侯芝果子苦里俄五伙来鲁楞敦根花坦仓云青乐华群培完么闹让毛措更登公保却太秀角智项周昂看洛楞苏门巴吾西曲比惹甲莫史祖色达珍央永丹曼岩罕应香腊坎温多杜卜肖马海铁索合且东主"
)
# What runs of such characters end in that are countries.
COUNTRY_ENDS = ("斯坦", "西亚", "罗斯", "尼亚", "利亚", "卡塔尔")
# And of foreign names, behind a middle dot.
FOREIGN = TRANSCRIBED | frozenset(
    "什沃基希列夫弗霍伦特贝克森顿奇兰利亚娜玛丽莎拉安妮艾史密约翰逊杰乔治查尔斯罗伯伊万诺维奇佩德罗桑切冈萨雷何塞胡卡洛施瓦茨穆勒韦伯迈迪恩凯文菲利普戴维理帕蒂尼科佐藤泰弥加福劳莱昂蒙彼得鲍林蕾露薇黛"
)
# Never part of a given name, and hardly ever.
NOT_IN_GIVEN = frozenset(
    "的了们这那个他她你没很就被把说区县镇乡街局委部厅处股校所站队组者员第次号市且或吗呢吧等各某哪该此每"
)
# But for these two at its end, where nothing else can stand: 主任王广部带队.
LAST_OF_GIVEN = frozenset("部所")
RARELY_IN_GIVEN = frozenset("起听科从在是和与及不都也会到将带陪向之而院党省我还又率任称夜其替日者")
# Words of one character, which a name without a surname never begins with, and hardly ever holds.
FUNCTION = (
    NOT_IN_GIVEN
    | RARELY_IN_GIVEN
    | frozenset(
        "的了着过和与及等为对从到向将率带作同讲把由也还又已均都并即因让给随一二三四五六七八九十两几多个名位人们"
    )
)
FIRST_OF_WORD = frozenset(
    "约兼看听说谈问读写发开办抓推建走进出去上下回观谋颁授赴访接送打拿用使做当请叫求换调派提指签宣见会共亲再最更正曾未不没仍就才便很太极"
    "逐挨按凭沿趁赶忙急准算聊唠都要致"
    "第每各该此其本这那何谁我你他她它大小新老全总中外前后内"
)
# 为民 is a given name, 大为 hardly ever one: 甲为乙 says something of 甲.
RARELY_AT_END = frozenset("为以在到请把将被用受作制")
# An adverb before a verb rather than the end of a name: 李静曾说.
ADVERBS = frozenset("也作则却夜十便不均曾正最请让已并则将给都才更仍却先后再首高立特积总")
SURE_ADVERBS = frozenset("也则却便又还已仍受作")
# Behind 和 at the end of a name: nobody is joined.
NO_JOIN = frozenset("等、,。;把在被就说将给让于也都")
# Behind 说: what is said follows.
SPOKEN = frozenset(",:。“")
# Offices and bodies whose name behind 区 or 青, surnames too, would look like a given name: 区政府.
OFFICES = frozenset(
    "政府 政协 人大 政法 公安 法院 纪委 发改 住建 教育 财政 民政 卫健 应急 城管 交通 水利 农业 文旅 商务 市场 税务 统计 审计 信访 武装 工会 妇联 组织 宣传 统战 直部 直各 直有 "
    "属国 属企 内企 内外 域内 级有 级领 直机 中学 小学 大学 学校 医院".split()
)
# What officials do, and what belongs to posts: behind a post words for these and not names.
DUTIES = frozenset(
    (
        "牵头 值班 带班 接访 下访 包案 挂帅 挂点 挂牌 包联 包保 包抓 述职 述廉 履职 履新 上任 到任 任职 离任 就职 就任 卸任 退休 辞职 "
        "批示 拍板 签字 签名 签发 审批 审定 审签 把关 分管 主管 主抓 亲率 开会 议事 轮训 培训 竞选 竞聘 换届 选举 推选 提案 议案 "
        "热线 信箱 邮箱 电话 办公 会商 碰头 例会 论坛 联席 扩大 人选 候选 岗位 职务 职责 职位 职数 制度 机制 责任 名单 名录 队伍 "
        "群体 以上 以下 之一 夫妇 夫人 一行 本人 自己 来信 致信 贺信 寄语 授课 上课 党课 谈话 约谈 问责 被查 落马 受审 双开 表态 "
        "点名 点评 提问 答问 问政 直播 专访 访谈 手记 随笔 信息 工作 会议 活动 讲堂 课堂 项目 工程 建设 管理 服务 检查 督查 督办 "
        "今天 今日 今年 昨天 昨日 明天 当天 当日 当晚 当时 日前 近日 近期 刚才 现在 目前 随后 此前 此后 最近 最后 最终 首次 多次 首先 "
        "擂台 上午 下午 中午 晚上 早上 凌晨 期间 举行 召开 嘱托 密集 根据 按照 邀请 讨论 书面 首席 军衔 现场 公开 直接 联名 集体 共同 "
        "教师 师生 家长 农户 全程 联合 重要 评选 评议 考核 聘任 任命 任免 选任 选配 配备 培养 培育 轮岗 交流 挂职 驻村 助理 秘书 司机 家属 家中 办公室 负责制"
    ).split()
)
# Before a colon the verb of a speech, not the end of a name.
SPEECH = frozenset("答说问道称讲")
# Behind a verb, never behind a name: 甲算过一笔账.
ASPECTS = frozenset("了过着")
# The last character of a place: 和云峰|区 is none. 区长 and its kin may follow a name.
PLACE_ENDS = frozenset("省市区县州旗镇乡村街")
HEAD_STARTS = frozenset(["省长", "市长", "区长", "县长", "州长", "旗长", "镇长", "乡长", "村长"])
# What may stand before a name that has its post behind it: two characters, or one.
BEFORE_NAME = frozenset("落实 牢记 领会 期间 会上 会前 会后 随后 当天 当日 近日 日前 由市 由区 由县".split())
# The last character of a unit that stands before name and post: 管委会张腾云主任.
UNIT_END = frozenset("会局委办院司团心镇道处科厅部校府")
BOUNDARY = frozenset("受、,。;:!?()“”‘’《》【】[]/\n 了着过的向与和对由随在给按据同")
