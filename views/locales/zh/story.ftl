# 新闻详情
story-gone = 这条新闻已不存在。
story-amount = 💰 金额：{ $values }
story-stage = 🏗 阶段：{ $values }
story-countries = 🌍 合作国家：{ $values }
story-jobs = 👷 就业岗位：{ $values }
story-capacity = 📐 规模：{ $values }
story-companies = 🏢 参与方：{ $values }
story-places = 📍 地点：{ $values }
story-sectors = 🏷 行业：{ $values }
story-told = <b>{ $count } 个来源</b>
story-told-one = • { $date } · { $source }
story-told-withdrawn = • { $date } · { $source }（已撤稿）
story-related = <b>相关新闻</b>
story-related-one = { $number }. { $title } · { $date }

# 阶段
stage-planned = 规划中
stage-memorandum = 备忘录
stage-preparation = 筹备中
stage-construction = 建设中
stage-commissioning = 调试中
stage-launched = 已投产
stage-stopped = 已停止
stage-closing = 正在关闭
stage-closed = 已关闭

# 规模单位
unit-ha = { $number }公顷
unit-MW = { $number }兆瓦
unit-GW = { $number }吉瓦
unit-m2 = { $number }平方米
unit-m3 = { $number }立方米
unit-t = { $number }吨
unit-l = { $number }升
unit-m = { $number }米
unit-head = { $count ->
   *[other] { $number }头
}
unit-units = { $count ->
   *[other] { $number }件
}
unit-places = { $count ->
   *[other] { $number }个名额
}
per-year = 每年{ $measured }
per-day = 每天{ $measured }

# 更正
story-withdrawn = 🚫 来源已撤下这篇报道。
story-corrected = ✏️ 已更正：{ $changes }
story-retitled = ✏️ 来源修改了标题。
story-not-said = 未说明

# 详情下方
story-more = 👍 多看这类
story-less = 👎 少看这类
story-mute = 🔕 屏蔽：{ $source }
story-hear = 🔔 恢复：{ $source }
story-why = ❔ 为什么推送给我
story-said-more = 这类新闻在简报中会排得更靠前。
story-said-less = 这类新闻在简报中会排得更靠后。
story-said-mute = 只有该来源报道的新闻将不再推送。
story-said-hear = 该来源的新闻将恢复推送。

# 为什么推送给我
why-found = 这是本地区的投资新闻。
why-found-by = 从这些词判断，这是本地区的投资新闻：{ $words }。
why-all-wanted = 您没有设置筛选条件，所以会收到所有这类新闻。
why-chosen = 它符合您的筛选条件：{ $what }。
why-not-wanted = 它不符合您的筛选条件，不会出现在您的简报中。
why-muted = 您已屏蔽它的来源，因此它不会出现在您的简报中。
why-higher = 排得靠前，因为您想多看这类：{ $what }。
why-lower = 排得靠后，因为您想少看这类：{ $what }。
why-amount = 提到了金额
why-filters = 📰 推送内容
