# 确认
send-title = 📤 <b>发送 { $number } 号公告？</b>
send-is-awaiting = 👀 <b>{ $number } 号公告等待第二人同意</b>
send-is-begun = 📤 { $number } 号公告已在发送。
send-is-scheduled = 🗓 <b>{ $number } 号公告将按时发送</b>
send-channels = 频道：{ $channels }
send-channel-at = { $name }（{ $at }）
send-when-now = 时间：立即
send-when-at = 时间：<b>{ $at }</b>，{ $zone }
send-when-every = 时间：<b>{ $every }</b>，{ $zone }。下一次：{ $next }
send-every-week = 每{ $day } { $at }
send-every-month = 每月 { $day } 日 { $at }
send-moment = { $day }（{ $weekday }）{ $at }
send-quiet-on = 免打扰时段：接收者当地时间 22:00 至 08:00 不发送
send-quiet-night = 免打扰时段：其中 { $count } 个接收者届时是夜间，将在早上 08:00 收到
send-quiet-off = 不设免打扰时段：夜间也会送达
send-is-urgent = 紧急：先于其他一切消息
send-warning = ⚠️ { $what }
send-warns-unread = 没有人会收到此版本：{ $languages }。
send-warns-fallback = 没有本人语言版本：{ $count }。将收到：{ $language }。
send-warns-channel = 目前无法在此发布：{ $channels }。
send-warns-pin = 没有置顶权限：{ $channels }。
send-warns-second = 发送需第二人确认。

announce-go = 📤 发送：{ $count }
send-go-later = 🗓 定时发送：{ $count }
send-go-every = 🔁 定期发送：{ $count }
send-go-second = 👀 请第二人同意：{ $count }
send-ask = 🙋 请求发送
send-when-button = 🕘 时间
send-channels-button = 📢 频道：{ $count }
send-quiet-is-on = 🌙 免打扰时段：是
send-quiet-is-off = 🌙 免打扰时段：否
send-urgent-is-on = ⚡️ 紧急：是
send-urgent-is-off = ⚡️ 紧急：否
send-agree = ✅ 同意：{ $count }
send-return = ↩️ 退回
send-stop = ✏️ 取消发送
send-stop-series = ⏹ 不再重复
send-back = ‹ 返回
send-look = 👀 查看
send-stopped = 已取消发送，草稿已保留。
send-asked = 发送请求已转达。
send-asked-nobody = 请求此前已转达，或无人可转达：目前无法给负责发送的人写消息。
send-given-back = 已退回草稿：确认发送的人已没有发送权限。

# 时间
send-when-ask =
    <b>{ $number } 号公告何时发送？</b>

    { $now }

    请点击，或输入日期和时间：“明天10:00”、“12月25日9:30”、“2小时后”。时区：{ $zone }
send-now = 立即
send-each-week = 🔁 每周
send-each-month = 🔁 每月
send-day-ask-week = 每周哪一天？
send-day-ask-month = 每月几日？较短的月份为最后一天。
send-time-ask = 几点？请点击或输入，例如 08:45。时区：{ $zone }
send-no-moment = 这不像日期和时间。请输入，例如“明天10:00”或“12月25日9:30”。
send-moved = 当天调整时钟，没有这一时刻。其后的第一个时刻：{ $at }。

# 频道
send-channels-ask = <b>发布到哪些频道？</b>采用频道语言的版本。
send-own-time = 🕘 同时发布
send-own-ask = 何时在 { $name } 频道发布？请点击，或输入日期和时间：“明天10:00”。时区：{ $zone }
send-with-rest = 与其他一起
send-pins-is-on = 📌 置顶：是
send-pins-is-off = 📌 置顶：否

# 主动告知
send-second-asked = 👀 { $number } 号公告等待您同意：{ $excerpt }
send-ready = 🙋 请您发送 { $number } 号公告：{ $excerpt }
send-agreed = ✅ { $number } 号公告已获同意：{ $excerpt }
send-returned =
    ↩️ { $number } 号公告已退回：{ $excerpt }

    <i>{ $word }</i>
send-lapsed =
    ⚠️ { $number } 号公告未发送，已退回草稿：{ $excerpt }

    批准发送的人已没有发送权限：{ $who }
send-nobody = ⚠️ { $number } 号公告已到发送时间，但没有接收者，已退回草稿：{ $excerpt }
send-nobody-series = ⚠️ { $number } 号公告这次未发送，没有接收者：{ $excerpt }
send-began = 📤 { $number } 号公告正在发送，接收者：{ $count }。{ $excerpt }
send-began-late = 开始时间晚于计划，机器人当时没有运行。延迟：{ $hours ->
    [0] { $minutes } 分钟。
   *[other] { $hours } 小时 { $minutes } 分钟。
}
watch-why-broken = 无法读取公告内容。错误：
send-return-ask = { $number } 号公告哪里不对？请写明：作者和确认发送的人会看到。

# 公告权限
announcing-now-nothing = 您已不能再使用公告功能。
announcing-now-write = 您现在可以撰写公告，由负责发送的人发送。打开：/announce
announcing-now-send = 您现在可以撰写并发送公告。打开：/announce
announcing-open = 📣 公告

error-announcement-past = 该时间已过，请另选时间。
error-announcement-far = 该时间在一年以后，请检查年份。
error-announcement-no-second = 发送需由作者和您以外的第二人确认，但没有其他人有发送权限。公告权限在 /people 中授予。
error-announcement-own = 不能同意自己的公告，需由他人同意。

audit-field-starts-at = 时间
audit-field-every = 重复
audit-field-day = 日
audit-field-clock = 时间
audit-every-week = 每周
audit-every-month = 每月
audit-field-recipients = 接收者
audit-field-user = 人员编号

act-announcement-send = 公告已发送
act-announcement-schedule = 公告已定时
act-announcement-reschedule = 公告时间已更改
act-announcement-unschedule = 公告已取消发送
act-announcement-ask = 公告已提交第二人
act-announcement-approve = 公告已获同意
act-announcement-return = 公告已退回
act-announcement-lapse = 公告已撤下：失去发送权限
