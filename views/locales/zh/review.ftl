# /review
menu-review = 审核新闻
review-title = <b>审核</b> · { $queue }：{ $count }
review-queue-all = 待处理
review-queue-doubt = 存疑
review-queue-wait = 待发布
review-queue-kept = 已发布
review-queue-drop = 未入选
review-queue-s = 该来源
review-queue-t = 该事件
review-state-waiting = ⏳ 等待处理，读者尚未看到
review-state-waiting-shown = ⏳ 等待处理，读者已能看到
review-state-kept = ✅ 编辑已保留
review-state-dropped = 🚫 编辑已排除
review-state-judge-kept = 🟢 未经审核直接发布
review-state-judge-dropped = ⚪️ 机器人未选入
review-state-withdrawn = 🗑 已被媒体撤下
review-judge-keep = 🤖 机器人：符合，得分 { $score }
review-judge-keep-doubt = 🤖 机器人：可能符合，得分 { $score }
review-judge-drop = 🤖 机器人：不符合，得分 { $score }
review-judge-drop-doubt = 🤖 机器人：可能不符合，得分 { $score }
review-why-place = 📍 地点：{ $words }
review-why-elsewhere = 🗺 其他地区：{ $words }
review-why-namesake = 👥 同名：{ $words }
review-why-for = ➕ 支持：{ $words }
review-why-against = ➖ 反对：{ $words }
review-places = 地点：{ $values }
review-sectors = 行业：{ $values }
review-amount = 金额：{ $values }
review-stage = 阶段：{ $values }
review-jobs = 就业岗位：{ $values }
review-none = 未注明
review-story-none = 尚未归入任何事件
review-story-alone = 事件：仅此一篇
review-story-with = 事件：另有 { $count } 篇（{ $names }）
review-story-corrected = ✏️ 该事件已标记为更正
review-this = 🗂 审核
review-of-source = 🗂 该来源的文章
review-keep = ✅ 保留
review-drop-place = 🚫 非本地区
review-drop-topic = 🚫 非投资
review-fix = ✏️ 修改
review-story = 🔗 事件
review-newer = ‹ 上一条
review-older = 下一条 ›
review-queues = 🗂 选择查看内容
review-undo = ↩️ 撤销这一决定
review-back = ‹ 返回文章
review-back-to-fixing = ‹ 返回
review-fix-sectors = 行业
review-fix-places = 地区
review-fix-amount = 金额
review-fix-stage = 阶段
review-fix-jobs = 就业岗位
review-mark = 标记为更正
review-none-button = 未注明
review-judge-button = 恢复机器人的判断
review-split = ✂️ 本文说的是另一件事
review-story-told = 同一事件的其他报道：
review-join-ask = 与下列某一事件相同吗？点击即可合并。
review-join-none = 最近几天没有类似事件。
review-overview =
    <b>审核新闻</b>

    等待处理：{ $count }
review-nothing =
    <b>审核新闻</b>

    全部处理完毕，没有待处理的文章。
review-open-all = 全部待处理：{ $count }
review-open-doubt = 存疑：{ $count }
review-open-wait = 待发布：{ $count }
review-open-kept = 本周已发布：{ $count }
review-open-drop = 本周未入选：{ $count }
review-ask-amount =
    当前金额：{ $now }

    请发送金额和币种，例如“30亿坚戈”。
review-ask-jobs =
    当前就业岗位：{ $now }

    请发送数字，例如 350。
review-wrong-amount = 没有看到带币种的金额。
review-wrong-jobs = 没有看到岗位数量。
review-said-keep = ✅ 已保留：{ $title }
review-said-drop = 🚫 已排除：{ $title }
review-said-amend = ✏️ 已修改：{ $title }
review-said-join = 🔗 事件已合并：{ $title }
review-said-split = ✂️ 已成为单独的事件：{ $title }
review-said-mark = ✏️ 已标记为更正：{ $title }
review-said-undo = ↩️ 已撤销：{ $title }
review-verdict-keep = 已保留
review-verdict-drop = 已排除
review-verdict-amend = 已修改
review-meanwhile-other = ⚠️ 另一位编辑已处理：{ $said }（{ $at }）。您的点击没有改变任何内容。
review-meanwhile-you = ⚠️ 您已处理过：{ $said }（{ $at }）。这次点击没有改变任何内容。
review-meanwhile-printed = ⚠️ 卡片打开期间，文章或其事件发生了变化。您的点击没有改变任何内容，请重新查看。
error-review-gone = 这篇文章已不存在。
error-review-story-gone = 这个事件已不存在。
error-review-no-story = 这篇文章没有归入任何事件。

# /stats
stats-review = <b>审核新闻</b>
stats-review-waiting = 等待处理：{ $count }
stats-agreement = 机器人与编辑意见一致：7 天内 { $week_all } 次中 { $week } 次，30 天内 { $month_all } 次中 { $month } 次，总计 { $ever_all } 次中 { $ever } 次
stats-agreement-none = 编辑尚未作出任何决定。
stats-agreement-trend = 每周：{ $trend }
