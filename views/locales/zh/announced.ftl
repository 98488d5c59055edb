# /announcements：已发布的公告
menu-announcements = 已发布的公告
announced-title = 📢 <b>公告</b>
announced-line = <b>{ $place }.</b> { $date }　{ $excerpt }
announced-none =
    📢 <b>公告</b>

    这里还没有发布过公告。
announced-found = 关键词：“{ $words }”
announced-nothing = 没有找到包含“{ $words }”的公告。
announced-search = 按词查找：/announcements 关键词
announced-newer = ‹ 较新
announced-older = 较早 ›
announced-everything = ✕ 取消查找
announced-not-shown = 无法显示：消息或文件在 Telegram 上已不存在。
announced-all = 📣 全部公告
announced-all-title = 📣 <b>全部公告</b>
announced-all-none =
    📣 <b>全部公告</b>

    这里没有内容。
announced-all-line =
    <b>№ { $number }</b> · { $state } · { $date }
    { $excerpt }
    已送达：{ NUMBER($count) }，共 { NUMBER($all) }
announced-all-draft =
    <b>№ { $number }</b> · { $state } · { $date }
    { $excerpt }
announced-which-any = 全部
announced-which-draft = 草稿
announced-which-waiting = 等待中
announced-which-going = 发送中
announced-which-sent = 已发送
announced-which-cancelled = 已取消
announced-which-withdrawn = 已撤回
announced-mine = 📢 发给我的公告
announced-drafts = ✍️ 草稿与新建
