"""The words and characters by which `names` tells where a name ends: what follows names, and what never is in one."""

from __future__ import annotations

# Words that follow a name in this genre, or their first two characters: by kind, each kind sorted.
BEHIND_NAME = frozenset(
    (
        # speaking, asking, thanking
        "主讲 交流 介绍 会谈 传达 发表 发言 叮嘱 告知 告诉 呼吁 商谈 商量 回应 回忆 回答 坦承 坦言 "
        "宣告 宣布 宣讲 宣读 希望 座谈 建言 建议 强调 总结 感叹 感慨 感谢 报告 指出 授课 探讨 提出 "
        "提醒 求教 汇报 点评 点赞 监誓 直言 祝贺 笑称 约谈 致敬 致电 致词 致辞 表态 表示 要求 解释 "
        "认为 讲话 说起 说道 连线 述廉 述职 透露 通报 道出 释法 领学 领誓 领读 "
        # going, coming, visiting, being present
        "上台 下田 与会 乘坐 乘车 会见 出席 列席 到会 到场 前往 参与 参会 参加 受邀 启程 回访 夜查 "
        "奔赴 应约 应邀 慰问 抵达 接待 接见 接访 来到 检查 深入 看望 督导 考察 视察 访问 调研 走上 "
        "走到 走访 赴京 赶赴 踏勘 陪同 随同 "
        # leading, arranging, opening
        "下达 主办 主持 主管 协调 受理 召开 召集 启动 委托 安排 带队 带领 开幕 开犁 开球 承办 指导 "
        "按下 授牌 揭牌 牵头 率团 率队 率领 签约 签署 见证 调度 负责 部署 颁发 颁奖 鸣枪 "
        # holding a post, being chosen
        "代表 兼任 出任 升任 就任 履新 当选 担任 挂点 接任 改任 荣获 转任 连任 "
        # other verbs
        "举起 做到 冒着 冒雨 利用 听说 围绕 坐在 培土 守在 想到 扶起 抢先 拍着 拿出 指着 掏出 接到 "
        "接受 接过 操作 收到 敬礼 未到 点开 碰到 站在 笑着 签名 约定 翻看 腾出 见到 观看 请到 蹲在 "
        "送上 送到 送去 送来 透过 递交 领到 领悟 "
        # titles and posts
        "上校 中将 中校 主任 书记 先生 区长 博士 县长 同志 大校 女士 少将 局长 市长 教授 校长 镇长 "
        "院长 "
        # when and where
        "上午 下午 今年 再次 凌晨 刚刚 后来 在京 夜里 实地 家中 当即 当场 手中 昨天 最后 每天 每次 "
        "深夜 清早 现场 白天 立即 立马 至今 近日 连夜 随即 随后 首先 "
        # how, how often, in what mood
        "一一 一同 一边 专程 专门 亲切 亲自 充分 先后 全程 共同 兴奋 分别 分头 分片 分组 动情 "
        "十分 即兴 原先 原是 原本 反复 啧啧 多次 已经 年轻 总是 曾经 欣喜 正在 正式 激动 热情 特别 "
        "特地 率先 由衷 积极 简短 简要 耐心 认真 详细 轮流 连声 逐一 逐条 闻讯 隆重 高兴 高度 "
        # grammar
        "一行 为首 以及 作为 关于 对此 就是 所作 籍贯 针对 "
        # beginnings of longer phrases: 打|电话, 兵分|两路, 对|记者说, 等|区领导, 作|讲话
        "一上 一口 与区 与各 与来 为区 为新 为获 也参 也向 也说 代区 作专 作主 作了 作交 作典 作动 "
        "作工 作总 作报 作的 作经 作表 作讲 作说 作重 便向 兵分 分三 则表 又来 向记 在主 在会 在台 "
        "在座 在开 在接 在活 在现 在致 在讲 在调 头一 对下 对全 对各 对当 对记 就做 就全 就如 就学 "
        "就当 就贯 就进 开玩 手把 打电 榜上 率市 率省 等一 等人 等出 等区 等县 等参 等同 等市 等陪 "
        "等领 致开 致欢 语重 边走 还就 进一 送清 送温 送药"
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
    "丹丽乌买亚仁伊依修克兰其凯列别力加努勒卓南卡参古叶合吉吐向吾呼和哈嘉嘎图坚塔增多央姆娃娅娜孜孟守宗宝尔尕尖尼居山巴布平库"
    "强德才扎托拉拥措提敖敦斯日旦旺明普曲曼朗朝木来杰查格桑森楞次比毕汗江波泽洛浩满热特玉玛珍珠班琴瓦甫登白祖秋素索罕罗耳肉艾"
    "苏茹莎萨藏西让贡赛赞赤边达迪逊那都金铁错门阿雅音顺顿额高麦"
)
# With those, characters of names transcribed from Yi, Tibetan, Mongolian, Dai and Turkic languages: enough for a run of
# four and more, too common for less.
TRANSCRIBED = (TRANSLITERATION - {"和"}) | frozenset(
    "且东主乃么乐云五仓伍伙侯俄保公华卜却史周呷坎坦培堆太子完岩应惹昂智更杜果根毛永沙海温火牛甲看石秀群肖腊色芝花苦莫角里闹"
    "青项香马鲁黑"
)
# What runs of such characters end in that are countries.
COUNTRY_ENDS = ("斯坦", "西亚", "罗斯", "尼亚", "利亚", "卡塔尔")
# And of foreign names, behind a middle dot.
FOREIGN = TRANSCRIBED | frozenset(
    "万乔什伦伯佐何佩冈切利劳基塞夫奇妮安密希帕弗弥彼得恩戴文施林沃治泰理福科穆约维翰胡茨莱菲蒂蒙蕾薇藤诺贝迈雷霍露韦鲍黛"
)
# Never part of a given name, and hardly ever.
NOT_IN_GIVEN = frozenset(
    "的了们这那个他她你没很就被把说区县乡街局委部厅处室副股校所站队组者员第次号市且或吗呢吧等各某哪该此每"
)
# But for these two at its end, where nothing else can stand: 主任王广部带队.
LAST_OF_GIVEN = frozenset("部所")
RARELY_IN_GIVEN = frozenset("镇起听科从在是和与及不都也会到将带陪向之而院党省我还又率任称夜其替日者")
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
ADVERBS = frozenset("也作则却夜十便不均曾正最请让已并将给都才更仍先后再首高立特积总")
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
        "代理 补充 全面 面前 群体 以上 以下 之一 夫妇 夫人 一行 本人 自己 来信 致信 贺信 寄语 授课 上课 党课 谈话 约谈 问责 被查 落马 受审 双开 表态 "
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
# What a unit that stands before name and post ends in: 管委会张腾云主任, 开发区张腾云主任.
ZONES = ("开发区", "高新区", "经开区", "新区", "园区", "示范区")
UNIT_END = frozenset("会局委办院司团心镇道处科厅部校府")
BOUNDARY = frozenset("受、,。;:!?()“”‘’《》【】[]/\n 了着过的向与和对由随在给按据同")
