# 即时提醒：新闻即时送达，不等简报
alert-why = 您订阅的即时提醒：{ $what }
alert-story = 查看详情
alert-settings = ⚙️ 提醒设置
alert-off = 🔕 关闭提醒

# 即时提醒设置
settings-alerts = 🔔 即时提醒
alerts-title = <b>🔔 即时提醒</b>
alerts-about = 您关注的新闻会立即送达，不必等待简报，简报中也不再重复。行业、区县、关键词，符合任意一项即可。
alerts-state-on = 当前已开启。
alerts-state-off = 当前已关闭。
alerts-state-empty = 尚未选择：请选择行业、区县或关键词。
alerts-line-sectors = 行业：{ $chosen }
alerts-line-districts = 区县：{ $chosen }
alerts-line-words = 关键词：{ $chosen }
alerts-line-quiet = 免打扰时段：{ $hours }
alerts-line-most = 每天最多：{ $count } 条
alerts-none = 未选择
alerts-nothing = 暂无
alerts-hours = { $start } 至 { $end }
alerts-never-quiet = 不设
alerts-never-quiet-button = 不设免打扰
alerts-preview = 按此设置，最近一周会收到 { $count } 条提醒。
alerts-preview-none = 最近一周没有此类新闻。
alerts-filtered = 新闻还须符合“推送内容”中的条件。
alerts-ask-sectors =
    <b>哪些行业的新闻要立即提醒？</b>

    已选：{ $chosen }
alerts-ask-districts =
    <b>哪些区县的新闻要立即提醒？</b>

    已选：{ $chosen }
alerts-ask-words =
    <b>出现哪些词时要立即提醒？</b>

    已选：{ $chosen }
alerts-ask-quiet =
    <b>什么时段不打扰您？</b>

    免打扰时段内的新闻会在时段结束后送达；如果距简报不到一小时，则随简报送达。
alerts-ask-most =
    <b>每天最多几条提醒？</b>

    其余新闻随简报送达。
alerts-sectors = 🏷 行业
alerts-districts = 📍 区县
alerts-words = 🔎 关键词
alerts-quiet = 🌙 免打扰时段
alerts-most = 🔢 每天条数
alerts-turn-on = 🔔 开启
alerts-turn-off = 🔕 关闭
alerts-back = ‹ 返回提醒设置
alerts-turned-off = 提醒已关闭，新闻将随简报送达。重新开启：/settings
