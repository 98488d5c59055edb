# 频道的帖子
post-subscribe = 🤖 在机器人中订阅
post-discuss = 💬 参与讨论
post-project-changed = 🏗 <b>项目变动</b>

# 频道列表
channels-title = <b>📢 频道</b>
channels-none = 目前没有频道：频道在机器人的设置 KERUEN_CHANNEL_ID 中指定。
channels-line = <b>{ $title }</b>：{ $chosen }
channels-line-lost = <b>{ $title }</b>：⛔ 机器人无法发帖
channels-open = 📢 频道
channels-announce = ‹ 返回公告
channel-short-stories = 新闻
channel-short-projects = 项目变动
channel-short-digest = 简报
channel-short-nothing = 不发布任何内容

# 单个频道
channel-title = <b>📢 { $title }</b> · { $language }
channel-may-post = ✅ 机器人可以发帖和置顶。
channel-may-post-not-pin = ✅ 机器人可以发帖，但不能置顶：置顶需要编辑他人消息的权限。
channel-may-not-post = ⛔ 机器人无法发帖。发现时间：{ $at }。原因：{ $why }。
channel-line-stories = 📰 新闻：{ $when }
channel-line-projects = 🏗 项目变动：{ $when }
channel-line-digest = 🗞 简报：{ $when }
channel-line-quiet = 🌙 免打扰时段：{ $hours }
channel-line-zone = 🌍 时区：{ $zone }
channel-line-choices = 🎯 发布内容：{ $choices }
channel-line-discussion = 💬 讨论：{ $name }
channel-says-off = 已关闭
channel-says-once = 即时发布，每小时最多 { $count } 条
channel-says-hours = { $hours } 发布，每次最多 { $count } 条
channel-says-digest = { $time }，合为一条帖子
channel-says-digest-pinned = { $time }，合为一条帖子并置顶
channel-last = 上一条帖子：{ $at }
channel-no-last = 还没有帖子。
channel-next = 下次发帖：{ $at }
channel-next-at-once = 下一条帖子：一有新内容就发布
channel-next-digest = 下次简报：{ $at }
channel-waiting = 等待发布：新闻 { $stories } 条，项目 { $projects } 个
channel-not-posted = 本周有 { $count } 条未能发出：{ $why }
channel-open-stories = 📰 新闻
channel-open-projects = 🏗 项目
channel-open-digest = 🗞 简报
channel-open-pace = 🔢 时间和数量
channel-open-quiet = 🌙 免打扰时段
channel-open-zone = 🌍 时区
channel-open-districts = 📍 区县
channel-open-sectors = 🏷 行业
channel-open-languages = 🌐 语言
channel-open-samples = 👁 样例
channel-open-check = 🔄 检查权限
channel-back-all = ‹ 所有频道
channel-back-one = ‹ 返回频道
channel-open = 打开频道

# 可选项
channel-when-off = 不发布
channel-when-once = 一出现就发布
channel-when-hours = 在指定时间发布
channel-ask-stories =
    <b>什么时候发布新闻？</b>

    每条新闻单独成帖，重要且新鲜的优先，每小时最多 { $count } 条。只发布开启之后出现的新闻。一天之内没有排上的，留给简报。简报已包含的新闻不再单独发布，反之亦然。
channel-ask-projects =
    <b>什么时候发布项目变动？</b>

    每个项目一条帖子，包含其中所有可公开的变动，每小时最多 { $count } 条。只发布开启之后的变动。
channel-ask-pace =
    <b>发多少，什么时间发？</b>

    第一行：每小时最多发布多少条新闻、多少个项目。目前为 { $count }。

    下面的时间用于“在指定时间发布”的内容。目前：{ $hours }
channel-ask-quiet =
    <b>什么时候不发帖？</b>

    这段时间积累的内容会在之后陆续发布。简报不受影响，按自己的时间发布。
channel-ask-digest =
    <b>频道简报</b>

    每天一条帖子：包含尚未单独发布的新闻。没有新内容时不发布。
channel-may-not-pin = ⚠️ 目前无法置顶：机器人需要在频道中编辑他人消息的权限。
channel-digest-on = 开启简报
channel-digest-off = 关闭简报
channel-pin = 📌 置顶简报
channel-unpin = 不置顶简报
channel-ask-zone =
    <b>频道使用哪个时区？</b>

    目前：{ $zone }
channel-ask-districts =
    <b>发布哪些区县和城市的内容？</b>

    已选：{ $chosen }
channel-ask-sectors =
    <b>发布哪些行业的内容？</b>

    已选：{ $chosen }
channel-ask-languages =
    <b>发布哪些语言的新闻？</b>

    已选：{ $chosen }
channel-ask-sample =
    <b>帖子是什么样子？</b>

    样例会发到这里，频道里看不到。
channel-sample-story = 📰 新闻
channel-sample-project = 🏗 项目变动
channel-sample-digest = 🗞 简报
channel-no-sample-story = 还没有合适的新闻。
channel-no-sample-project = 还没有可公开的变动。
channel-no-sample-digest = 简报暂时没有新内容。
channel-one-hour-left = 不能去掉最后一个时间：请在“新闻”和“项目”页面关闭发布。
channel-not-asked = Telegram 没有响应，请一分钟后重试。
channel-checked = 🔄 权限已检查。
channel-saved = ✅ 已保存。
error-channel-gone = 机器人的设置中已没有这个频道。

# 管理员收到的通知
channel-lost =
    ⛔ 机器人无法再在频道“{ $title }”中发帖：{ $why }。

    请恢复它的发帖权限。未发出和等待中的内容可在频道页面查看。
channel-back =
    ✅ 机器人又可以在频道“{ $title }”中发帖了。

    仍然新鲜的内容将会发布，每小时最多 { $count } 条。
channel-why-out = 机器人被移出频道
channel-why-rights = 机器人没有发帖权限
channel-why-none = 找不到该频道
channel-why-overdue = 新闻在发出之前已经过时
channel-why-uncertain = Telegram 未说明是否送达
channel-why-unknown = 原因不明

# 日志
act-channel-set = 频道发布设置已更改
audit-channel = 频道 { $name }
audit-field-stories = 新闻
audit-field-hours = 时间
audit-field-most = 每小时条数
audit-field-quiet = 免打扰时段
audit-field-digest = 简报
audit-field-digest-at = 简报时间
audit-field-pins = 置顶
audit-field-timezone = 时区
audit-field-languages = 新闻语言
audit-field-sectors = 行业
