# 每日简报
digest-title =
    <b>{ $region }投资新闻</b>
    { $date }
digest-count = 共 { $count } 条
digest-more = 还有 { $count } 条 ›
digest-back = ‹ 返回
digest-settings = ⚙️ 设置
digest-pause = ⏸ 暂停
digest-share = ↗️ 分享
digest-share-text = { $region }投资新闻
digest-own = 我也要订阅
digest-nothing-new = 今天没有新的新闻：自上期简报以来暂无更新。
digest-nothing-yet = 今天没有适合您的新闻。
digest-gone = 这期简报已不存在。

story-sources = { $source }及另外 { $more } 个来源

# 对 /digest 的回答
asked-nothing = 暂时没有新的新闻。
asked-next = 下期简报：{ $at }。
asked-paused = 简报已暂停。恢复请发送 /resume
asked-paused-until = 简报暂停至 { $date }。提前恢复请发送 /resume
asked-unsubscribed = 想定期收到简报，请先订阅：/start
asked-under-way = 简报正在发送。如果几分钟内没有收到，请再次发送 /digest

# /news 列表
news-title = <b>最新新闻</b>
news-none = 暂时没有新闻，请稍后再来看看。
news-none-chosen = 暂时没有符合您选择的新闻。
news-newer = ‹ 较新
news-older = 较早 ›
