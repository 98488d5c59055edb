# 初次见面
welcome =
    您好！这里是 <b>Keruen</b>，为您带来{ $region }的投资新闻。

    我每天只发一条消息：投资领域的最新动态，每条新闻附标题、简介、来源和链接。内容不会重复，没有新闻就不打扰您。新闻大多为俄语和哈萨克语。

    { $plan }
welcome-group =
    大家好！这里是 <b>Keruen</b>，为您带来{ $region }的投资新闻。

    我可以每天往本群发一条新闻消息，每条新闻都附来源和链接。没有新闻就不发。

    { $plan }

    由群管理员决定。
welcome-topics = 如果本群分话题，请在要接收简报的话题里发送 /start。
welcome-plan = 建议先这样设置：{ $news }；{ $days } { $time }；{ $zone }。以后随时可以更改。
welcome-plan-own = 您的选择：{ $news }；{ $days } { $time }；{ $zone }。以后随时可以更改。
welcome-news-all = 全部新闻
welcome-news-some = 新闻（{ $chosen }）
welcome-yes = ✅ 订阅
welcome-yes-group = ✅ 发到本群
welcome-choose = ⚙️ 自定义设置

subscribed =
    订阅成功 ✅

    第一期简报：{ $at }。您现在就可以先看看新闻。
subscribed-group =
    订阅成功 ✅

    第一期简报将发到本群：{ $at }。
button-latest = 📰 最新新闻
button-settings = ⚙️ 设置
button-subscribe = ✅ 订阅

home-active = 您好！您已订阅，下期简报：{ $at }。
home-active-group = 大家好！本群已订阅，下期简报：{ $at }。
home-paused = 您好！简报目前已暂停。
home-paused-until = 您好！简报已暂停，下期简报：{ $at }。

# 群组
group-back = 又见面了！之前的设置都还在，下期简报：{ $at }。
group-back-paused = 又见面了！之前的设置都还在。简报已暂停，恢复请发送 /resume
group-private-only = 请在私聊中使用此功能。
group-open-private = 💬 打开私聊

# 设置
settings =
    <b>设置</b>

    界面语言：{ $language }
    推送内容：{ $news }
    时间：{ $time }
    发送日：{ $days }
    排列：{ $grouped }
    时区：{ $zone }
    没有新闻时：{ $quiet ->
        [yes] 不发消息
       *[no] 通知我
    }

    { $state }
settings-active = 下期简报：{ $at }。
settings-paused = 简报已暂停。
settings-paused-until = 简报暂停至 { $date }。
settings-unsubscribed = 尚未订阅。
settings-language = 🌐 界面语言
settings-filters = 📰 推送内容
settings-time = 🕘 时间
settings-days = 📅 发送日
settings-zone = 🌍 时区
settings-pause = ⏸ 暂停
settings-resume = ▶️ 恢复
settings-tell = 🔔 没有新闻时通知我
settings-hush = 🔕 没有新闻时不打扰
settings-here = 📌 发到本话题
settings-data = 🔒 我的数据

language-ask = 请选择界面语言
time-ask =
    <b>简报时间</b>

    当前设置：{ $time }。请选择，或直接输入您方便的时间，例如 08:45。
time-ask-group =
    <b>简报时间</b>

    当前设置：{ $time }。请选择，或回复本消息输入时间，例如 08:45。
time-wrong = 这看起来不像时间。请输入小时和分钟，例如 08:45 或 18:00。
zone-ask =
    <b>时区</b>

    当前设置：{ $zone }。请选择城市，或直接输入，例如“塔什干”或 Europe/Berlin。
zone-ask-group =
    <b>时区</b>

    当前设置：{ $zone }。请选择城市，或回复本消息输入，例如“塔什干”或 Europe/Berlin。
zone-wrong = 没有找到这个城市。请输入离您最近的大城市，例如“塔什干”，或时区名称：Asia/Tashkent。
days-ask =
    <b>发送日</b>

    当前设置：{ $days }。其余日子的新闻会累积到下期简报一起发送。
days-all = 每天
days-work = 工作日
days-weekly = 每周一次（周一）
days-one-left = 至少要保留一天。如果什么都不想收到，请暂停简报。

# 暂停
pause-ask =
    <b>暂停</b>

    要暂停多久？暂停期间也不会有即时提醒。您的所有设置都会保留。
pause-open = 直到我恢复
pause-week = 一周
pause-month = 一个月
paused = 简报已暂停。随时可以恢复：/resume
paused-until = 简报暂停至 { $date }。提前恢复：/resume
resumed = 简报已恢复，下期简报：{ $at }。
not-subscribed = 您尚未订阅。开始使用：/start
invitation = 这里是 <b>Keruen</b>：{ $region }投资新闻，每天一条消息，附来源。要订阅吗？
saved-time = 好的，简报将在 { $time } 送达。
saved-zone = 好的，您的时区：{ $zone }。
saved-zone-city = 好的，{ $city }与{ $zone }时间相同。

# 帮助
help =
    <b>我能做什么</b>

    我每天发送一期{ $region }投资新闻简报，时间和语言由您选择。

    /digest – 立即查看简报
    /news – 最新新闻
    /search – 搜索，也可以直接发送要找的内容
    /projects – 本地区投资项目，/status – 查看项目进展
    /following – 我的关注
    /settings – 推送内容、时间和语言
    /pause – 暂停，/resume – 恢复
    /language – 界面语言
    /privacy – 我保存了您的哪些数据，如何下载和删除

    点新闻下方的编号可查看详情：金额、来源和相关新闻。

    您也可以把我加入群组，简报会发到群里。
help-group =
    <b>我在群里能做什么</b>

    我每天在本群发送一期{ $region }投资新闻简报，时间和语言由群管理员选择。

    /digest – 立即查看简报
    /news – 最新新闻
    /projects – 本地区投资项目，/status – 查看项目进展
    /settings – 语言、时间、发送日等设置
    /pause – 暂停，/resume – 恢复
    /language – 界面语言
help-official =
    工作人员命令：
    /overview – 项目概览，/overdue – 逾期事项
    /update – 录入项目变更
    /report – 报告：XLSX 表格或 PDF 摘要
help-admin =
    管理员命令：
    /review – 审核新闻
    /sources – 新闻来源
    /stats – 订阅者与发送情况
    /people – 人员与角色，/invite – 邀请
    /audit – 变更日志
hint = 我暂时看不懂这类消息。看新闻请发送 /news，全部功能见 /help

# 个人数据
privacy =
    <b>您的数据</b>

    我保存本聊天的 ID、您的设置、订阅日期、您关注哪些项目、收到过哪些简报、提醒和公告、按过公告下的哪些按钮，您搜索过什么，以及您最近一次联系我的日期。我不保存姓名、电话和聊天内容，也不会向任何人提供这些数据。

    您可以把全部数据下载为一个文件，也可以永久删除。
privacy-office = 您担任工作角色，因此同事可以看到您的 Telegram 姓名。角色终止后我会删除姓名，您的操作记录会以编号保留在日志中。
privacy-export = 📄 下载我的数据
privacy-delete = 🗑 删除我的数据
export-caption = 我保存的关于您的全部数据。
export-nothing = 没有保存任何关于您的数据。
export-failed = 文件暂时无法发送，请一分钟后再试。
delete-ask =
    <b>要删除我保存的关于您的全部数据吗？</b>

    您的设置、订阅、关注内容和收到过的简报和提醒记录都会被删除，之后不再收到任何消息。此操作无法撤销。
delete-no = 保留数据
delete-yes = 🗑 全部删除
delete-kept = 好的，一切保持不变。
deleted =
    已完成。已删除：设置、订阅、收到过的简报记录（{ $digests }）以及所有待发送的内容。发送记录中不再保留您的聊天 ID。

    备份中的数据将随旧备份一并清除。如果想回来：/start
deleted-role = 您的角色（{ $role ->
    [admin] 管理员
   *[official] 工作人员
}）已终止。您以该角色所做操作的记录会保留在日志中，只有角色和编号，没有姓名。
deleted-role-stays = 您是服务器设置中的管理员，只有服务器运营者才能更改。您的操作记录会保留在日志中，只有角色和编号，没有姓名。
deleted-nothing = 本来就没有保存任何关于您的数据。

# 命令菜单和简介
menu-digest = 立即查看简报
menu-news = 最新新闻
menu-search = 搜索新闻
menu-settings = 设置
menu-pause = 暂停简报
menu-resume = 恢复简报
menu-language = 界面语言
menu-help = 机器人能做什么
menu-privacy = 我的数据
menu-status = 查看项目进展
menu-following = 我的关注
menu-overview = 项目概览
menu-overdue = 逾期事项
menu-update = 录入变更
menu-report = 报告
menu-invite = 邀请
menu-people = 人员与角色
menu-audit = 变更日志
menu-sources = 新闻来源
menu-stats = 订阅者与发送情况
bot-description =
    { $region }投资新闻，每天一条消息：附来源和链接，内容不重复。

    语言、时间和发送日由您选择，群组也可以订阅。

    请点击“开始”。
bot-about = { $region }投资新闻：每天一条消息，附来源，不重复。
