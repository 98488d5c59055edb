watch-sending = 📤 <b>{ $number } 号公告正在发送</b>
watch-paused = ⏸ <b>{ $number } 号公告已暂停</b>
watch-sent = ✅ <b>{ $number } 号公告已发送</b>
watch-sent-nobody = ⚠️ <b>{ $number } 号公告没有送达任何人</b>
watch-cancelled = 🚫 <b>{ $number } 号公告已取消发送</b>
watch-not-begun = 🕒 <b>{ $number } 号公告尚未开始发送</b>
watch-stopped = ⚠️ <b>{ $number } 号公告已自动暂停</b>

watch-bar = { $bar } { $percent }%
watch-sent-of = 已送达：<b>{ $sent }</b>，共 { $total }
watch-left = 剩余：{ $left }
watch-asleep = 其中等到早晨或指定时间：{ $asleep }，最早送达时间：{ $at }
watch-failed = 未送达：{ $failed }
watch-reason = · { $reason }：{ $chats }
watch-uncertain = 是否送达未知：{ $uncertain }
watch-not-sent = 因取消而未发送：{ $cancelled }
watch-speed = 速度：每秒 { $speed } 条
watch-time-left = 预计还需：{ $time }
watch-moment = 不到一分钟
watch-minutes = { $minutes } 分钟
watch-hours = { $hours } 小时 { $minutes } 分钟
watch-stuck = ⏳ Telegram 目前不接收消息。没有人会被遗漏：消息正在排队，恢复后会自动发出。

failure-blocked = 机器人被屏蔽
failure-deleted = 账号已注销
failure-gone = 聊天不存在，或机器人不在其中
failure-no-rights = 无权在该聊天中发送
failure-other = 其他

watch-why-refused = Telegram 连续拒收这条消息，问题很可能出在消息本身。Telegram 的答复：
watch-why-refused-version = Telegram 连续拒收“{ $version }”版本，问题很可能出在该版本本身。Telegram 的答复：
watch-why-nobody = 连续没有一条送达。Telegram 的答复：
watch-why-many = 最近的接收者中，超过一半没有收到。Telegram 最常见的答复：

watch-pause = ⏸ 暂停
watch-resume = ▶️ 继续
watch-cancel = ✖️ 取消发送
watch-cancel-ask =
    ✖️ <b>取消发送 { $number } 号公告？</b>

    尚未收到：{ $left }，他们将不会收到。已经收到的人仍会保留这条公告。
watch-cancel-yes = ✖️ 是，取消发送
watch-cancel-no = ‹ 不，返回
watch-results = 📊 结果
watch-open = 打开
watch-all = ‹ 发送情况
watch-here = 在此显示
watch-moved = 📤 { $number } 号公告的进度现在显示在下面的消息中。

watch-list =
    📤 <b>发送情况</b>

    正在发送、已暂停或等待发送：
watch-list-empty =
    📤 <b>发送情况</b>

    目前没有正在发送的公告。
watch-list-more = 还有：{ $more }
watch-drafts = ‹ 草稿
watch-list-open = 📤 发送情况

watch-did-pause = 已暂停
watch-did-resume = 已继续
watch-did-cancel = 已取消
watch-was-otherwise = 情况已有变化，当前状态如下

act-announcement-pause = 暂停发送公告
act-announcement-resume = 继续发送公告
act-announcement-cancel = 取消发送公告
audit-field-said = Telegram 的答复
audit-field-cancelled = 不会收到
