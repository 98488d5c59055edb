# 主动告知管理员的消息
notice-source-gone =
    ⚠️ 来源已关闭：<b>{ $title }</b>
    { $url }

    网站表示该订阅源已不存在，已停止抓取。
notice-source-stopped =
    ⚠️ 来源无响应：<b>{ $title }</b>
    { $url }

    最近的错误：{ $detail }
    今后每天尝试一次，恢复后会通知您。
notice-source-back =
    ✅ 来源已恢复：<b>{ $title }</b>
    { $url }
notice-source-silent =
    🔇 来源长时间没有更新：<b>{ $title }</b>
    { $url }

    订阅源可以打开，但没有新内容的时间已远超平常。
notice-open-source = 查看该来源

# /stats
stats-title = <b>统计</b>
stats-all = 订阅者：{ $active } 个正常，{ $paused } 个已暂停，{ $unreachable } 个无法送达。未订阅：{ $visitor } 个。
stats-language = { $language }：{ $active } 个正常，{ $paused } 个已暂停，{ $unreachable } 个无法送达，{ $visitor } 个未订阅
stats-week = 近 7 天：新增 { $new }，流失 { $lost }
stats-kinds = 其中群组 { $groups } 个，频道 { $channels } 个
stats-day = <b>昨日发送情况，{ $date }</b>
stats-today = <b>今日发送情况（截至目前）</b>
stats-deliveries = 已送达：{ $sent }。失败：{ $failed }。已取消：{ $cancelled }。是否送达不明：{ $uncertain }。

# /sources
sources-title = <b>新闻来源</b>：共 { $count } 个，其中 { $active } 个正常
sources-none = 还没有来源。请用下方按钮或命令 /sources add 网址 添加第一个。
sources-add = ➕ 添加
sources-back = ‹ 全部来源
sources-previous = ‹ 上一页
sources-next = 下一页 ›
sources-check = 🔄 立即检查
sources-pause = ⏸ 暂停
sources-resume = ▶️ 恢复
sources-remove = 🗑 删除
sources-remove-yes = 是，删除
sources-remove-no = 否，保留
sources-state-active = 正常
sources-state-failing = 上次尝试失败
sources-state-new = 尚未抓取
sources-state-paused = 已被管理员暂停
sources-state-stopped = 无响应
sources-kind-feed = 订阅源
sources-kind-sitemap = 站点地图
sources-kind-page = 栏目页
sources-full-text-on = 📄 全文：开
sources-full-text-off = 📄 全文：关
sources-review-on = 👁 发布：审核后
sources-review-off = 👁 发布：立即
source-card =
    <b>{ $title }</b>
    { $url }

    类型：{ $kind }
    状态：{ $state }
    抓取间隔：{ $minutes } 分钟
    最近检查：{ $checked }
    最近响应：{ $succeeded }
    最近更新：{ $newest }
source-error = 错误：{ $error }
source-never = 从未
source-add-ask =
    <b>新来源</b>

    请发送订阅源的网址（RSS、Atom 或 JSON Feed），例如 https://example.kz/rss
source-added = 来源已添加 ✅
source-in-doubt =
    ⚠️ 来源已添加，但无法读取：{ $error }。
    { $url }

    要保留吗？保留后会继续尝试。
sources-keep = 仍然保留
source-known = 这个来源已经存在。
source-checked = 检查完毕 ✅ 条目：{ $count }
source-lacks-title = 缺少标题：{ $count }
source-lacks-link = 缺少链接：{ $count }
source-lacks-date = 缺少日期：{ $count }
source-lacks-lead = 缺少导语：{ $count }
source-check-failed = 检查失败：{ $error }
source-remove-ask = 要删除来源“{ $title }”吗？已收录的新闻会保留。
source-removed = 来源“{ $title }”已删除。
error-source-gone = 这个来源已不存在。
error-source-url = 这不像是订阅源的网址。请发送完整网址，例如 https://example.kz/rss
error-source-interval = 抓取间隔须在 1 分钟到 7 天之间。
error-source-timezone = 没有这个时区。
error-source-selector = “{ $selector }”不是 CSS 选择器。
error-source-rule = 栏目页需要 CSS 选择器，订阅源和站点地图不需要。
