# 每日摘要
digest-title = <b>投资新闻 · { $date }</b>
digest-count = 共 { $count } 条
digest-more = 还有 { $count } 条 ›
digest-back = ‹ 返回
digest-settings = ⚙️ 设置
digest-pause = ⏸ 暂停
digest-share = ↗️ 分享
digest-share-text = 本地区投资新闻
digest-own = 订阅我的摘要
digest-nothing-new = 今天没有新消息：自上期摘要以来暂无更新。
digest-gone = 这期摘要已不存在。

story-sources = { $count } 个来源

# 对 /digest 的回答
asked-nothing = 暂无新消息，已发布的内容您都收到了。
asked-next = 下期摘要：{ $at }。
asked-paused = 摘要已暂停。恢复请发送 /resume
asked-unsubscribed = 想定期收到摘要，请先订阅：/start
asked-latest = 最新消息
asked-under-way = 摘要正在发送。如果几分钟内没有收到，请再次发送 /digest

# /news 列表
news-title = <b>最新消息</b>
news-none = 暂时没有消息，请稍后再来看看。
news-newer = ‹ 较新
news-older = 较早 ›
