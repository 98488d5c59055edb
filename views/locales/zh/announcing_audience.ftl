# 发给谁：用一句话说明公告的接收者
audience-all-both = 所有个人和群组
audience-all-people = 所有个人
audience-all-groups = 所有群组
audience-some-both = 个人和群组
audience-some-people = 个人
audience-some-groups = 群组
audience-says = { $who }。
audience-says-which = { $which }的{ $who }。
audience-says-less = { $who }，但{ $less }的除外。
audience-says-both = { $which }的{ $who }，但{ $less }的除外。
audience-says-nobody = 没有人：个人和群组都被排除了。
audience-and = { $first }且{ $last }
audience-or = { $first }或{ $last }
audience-less-one = { $clause }
audience-less-and = { $first }以及{ $last }

audience-in-kk = 哈萨克语
audience-in-ru = 俄语
audience-in-en = 英语
audience-in-zh = 中文
audience-among-role-admin = 管理员
audience-among-role-official = 工作人员
audience-among-role-subscriber = 普通订阅者
audience-less-role-admin = 管理员
audience-less-role-official = 工作人员
audience-less-role-subscriber = 普通订阅者
audience-button = “{ $label }”（公告 { $number }）
audience-button-gone = 第 { $at } 个按钮（公告 { $number }）
audience-number = { $number }号
audience-chats-gone = 共 { NUMBER($count) } 个
audience-project-hidden = { $number } 号

audience-among-languages = 使用{ $list }阅读
audience-among-roles = 角色为{ $list }
audience-among-districts =
    { $count ->
        [1] 阅读该区县（{ $list }）或全州新闻
       *[other] 阅读任一区县（{ $list }）或全州新闻
    }
audience-among-sectors =
    { $count ->
        [1] 阅读该行业（{ $list }）或全部行业新闻
       *[other] 阅读任一行业（{ $list }）或全部行业新闻
    }
audience-among-projects =
    { $count ->
        [1] 关注项目{ $list }
       *[other] 关注任一项目（{ $list }）
    }
audience-among-active = 最近 { $days } 天内发过消息或按过按钮
audience-among-chats = 手动选定（{ $list }）
audience-among-pressed = 按过按钮{ $list }
audience-among-missed = 未收到{ $list }公告

audience-less-languages = 使用{ $list }阅读
audience-less-roles = 角色为{ $list }
audience-less-districts =
    { $count ->
        [1] 自己选了该区县（{ $list }）
       *[other] 自己选了任一区县（{ $list }）
    }
audience-less-sectors =
    { $count ->
        [1] 自己选了该行业（{ $list }）
       *[other] 自己选了任一行业（{ $list }）
    }
audience-less-projects =
    { $count ->
        [1] 关注项目{ $list }
       *[other] 关注任一项目（{ $list }）
    }
audience-less-active = 最近 { $days } 天内发过消息或按过按钮
audience-less-chats = 手动选定（{ $list }）
audience-less-pressed = 按过按钮{ $list }
audience-less-missed = 未收到{ $list }公告

# 接收范围页面
audience-title = 👥 <b>发给谁</b> · 公告 { $number }
audience-get = 将收到：<b>{ NUMBER($count) }</b>
audience-get-groups = 将收到：<b>{ NUMBER($count) }</b>，其中群组：{ NUMBER($groups) }
audience-language-count = { $language }：{ NUMBER($count) }
audience-unreachable = 无法送达，不会收到：{ NUMBER($count) }
audience-paused = 已暂停，不会收到：{ NUMBER($count) }
audience-takes = 发送需要{ $time }（每秒 { NUMBER($rate) } 条）
audience-time-soon = 不到一分钟
audience-time-minutes = 约 { $minutes } 分钟
audience-time-hours = 约 { $hours } 小时 { $minutes } 分钟
audience-nobody-gets = ⚠️ 目前没有人会收到这条公告：请更改条件。
audience-confirmed = 公告已确认：接收者不再更改。
audience-less-title = 🚫 <b>排除</b> · 公告 { $number }
audience-less-about = 即使符合其他条件也不会收到公告的人。

audience-kind-sorts = 👤 个人或群组
audience-kind-languages = 🗣 语言
audience-kind-roles = 🛡 角色
audience-kind-districts = 📍 区县
audience-kind-sectors = 🏷 行业
audience-kind-projects = 🏗 项目
audience-kind-active = 🕓 活跃度
audience-kind-chats = ✋ 手动
audience-kind-pressed = 按过按钮的人
audience-kind-missed = 未收到公告的人
audience-kind-count = { $kind }：{ NUMBER($count) }
audience-drop-kind = ✕ { $kind }
audience-leave-out = 🚫 排除…
audience-everyone = 所有人
audience-nobody-out = 不排除任何人
audience-saved = 📁 已保存
audience-save = 💾 保存
audience-to-draft = ‹ 返回公告
audience-back = ‹ 发给谁
audience-back-less = ‹ 排除

# 各类条件的选择
audience-ask-sorts = <b>个人或群组</b>
audience-ask-languages =
    <b>语言</b>
    聊天使用机器人的语言。
audience-ask-roles = <b>角色</b>
audience-ask-districts =
    <b>区县和城市</b>
    阅读全州新闻的人也符合条件。
audience-ask-sectors =
    <b>行业</b>
    阅读全部行业新闻的人也符合条件。
audience-ask-projects =
    <b>项目</b>
    关注项目的人符合条件。请在此勾选，或发送项目编号或名称；多个用逗号分隔。
audience-ask-active =
    <b>活跃度</b>
    聊天最近一次发消息或按按钮的时间。
audience-ask-chats =
    <b>手动</b>
    请在此勾选同事，或发送聊天号码和群组名称，每行一个。其中已订阅或有角色的会收到公告。
audience-ask-less-districts =
    <b>区县和城市</b>
    只排除自己选了该区县的人。阅读全州新闻的人会收到公告。
audience-ask-less-sectors =
    <b>行业</b>
    只排除自己选了该行业的人。阅读全部行业新闻的人会收到公告。
audience-sort-people = 个人
audience-sort-groups = 群组
audience-role-subscriber = 无角色
audience-days = { $days } 天
audience-any-sorts = 个人和群组
audience-any-languages = 任何语言
audience-any-roles = 任何角色
audience-any-districts = 任何区县
audience-any-sectors = 任何行业
audience-any-projects = 不论关注什么
audience-any-active = 不限
audience-any-chats = 不手动选择
audience-none-out = 不排除
audience-chat-number = { $number } 号
audience-picked = 已添加：{ NUMBER($count) } ✅
audience-unknown = 未找到：{ $list }
audience-offered = 找到多个，请勾选：

# 已保存的接收范围
audience-saved-title = 📁 <b>已保存的接收范围</b>
audience-saved-none =
    📁 <b>已保存的接收范围</b>

    还没有保存任何内容。
audience-saved-line = <b>{ $name }</b>：{ $says }
audience-saved-done = 已保存：{ $name } ✅
audience-name-ask = 用什么名称保存？请发一条消息。
audience-drop-ask = 删除已保存的接收范围 <b>{ $name }</b>？已使用它的公告不受影响。
audience-drop-yes = 🗑 删除
audience-drop-no = 不，保留

error-audience-too-many = 最多手动选择 { NUMBER($most) } 个聊天。未添加任何聊天。
error-audience-name-long = 名称不能为空，且不超过 { $most } 个字符。
error-audience-name-taken = 该名称已被使用，请发送另一个。
error-audience-saved-full = 已保存 { NUMBER($most) } 项，请先删除一项。
error-audience-gone = 这项已保存的接收范围已不存在。

audit-audience = { $number } 号接收范围
act-audience-save = 保存接收范围
act-audience-drop = 删除已保存的接收范围
