# 各部分共用
language-name = 简体中文
weekdays-all = 每天
weekdays-work = 工作日
button-home = ‹ 返回设置

# 错误：发生了什么，该怎么办
error-unexpected = 出了点问题，我们已收到报告。请稍后再试。
error-storage = 暂时无法保存，请一分钟后再试。
error-forgotten = 您的设置已不存在。重新开始：/start
error-old-button = 这个按钮已失效，请重新打开所需内容：/help
error-file-large = 文件太大，不能超过 { $megabytes } MB。
error-file-not-fetched = Telegram 暂时无法提供这个文件，请重新发送。
error-needs-group-admin = 只有群管理员才能更改本群的设置。
error-needs-official = 仅限工作人员使用。
error-needs-admin = 仅限管理员使用。
done-unseen = 已完成。本聊天消息过于频繁，界面将在您下次点击时更新。

# 何时送达
at-today = 今天 { $time }
at-tomorrow = 明天 { $time }
at-date = { $date } { $time }
