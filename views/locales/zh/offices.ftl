# /people
people-title = <b>人员与角色</b>：管理员 { $admins } 人，工作人员 { $officials } 人
people-line = { $name } · { $role }
people-line-where = { $name } · { $role } · { $where }
people-number = { $number } 号
people-settings = 来自设置
people-previous = ‹ 上一页
people-next = 下一页 ›
people-invite = ➕ 邀请
people-back = ‹ 全部人员
people-two-person = 项目变更需第二人确认。工作人员：{ $officials }；管理员：{ $admins }。
people-two-announcements = 发送公告需第二人确认：{ $state }。
people-is-on = 已开启
people-is-off = 已关闭
people-two-official-on = 👥 对工作人员开启
people-two-official-off = 👥 对工作人员关闭
people-two-admin-on = 👥 对管理员开启
people-two-admin-off = 👥 对管理员关闭
people-two-announcements-on = 👥 对公告开启
people-two-announcements-off = 👥 对公告关闭
person-card =
    <b>{ $name }</b>
    编号：{ $number }

    角色：{ $role }
person-where = 区县：{ $where }
person-projects = 项目：{ $projects }
person-everywhere = 范围：全州
person-announcing = 公告：{ $what }
person-since = 授予日期：{ $date }，授予人：{ $by }
person-by-server = 服务器
person-settings = 该角色来自服务器设置，只有服务器运营者才能更改。
person-make-admin = ⬆️ 设为管理员
person-make-official = ⬇️ 设为工作人员
person-districts = 📍 区县
person-projects-button = 🏗 项目
person-announcing-button = 📣 公告
person-announcing-nothing = 无权限
person-announcing-write = 撰写
person-announcing-send = 撰写并发送
person-announcing-ask =
    <b>{ $name }</b>

    可以如何使用公告？有撰写权的人准备草稿，有发送权的人还可以确认发送。
person-end = ✕ 取消角色
person-back = ‹ { $name }
person-admin-ask = 将 <b>{ $name }</b> 设为管理员？管理员拥有全部权限，包括人员与角色。
person-official-ask = 将 <b>{ $name }</b> 设为工作人员？此后将无法管理来源、审核新闻，也无法管理人员与角色。范围：{ $where }
person-end-ask = 取消 <b>{ $name }</b> 的角色？该角色下的所有操作会以编号保留在日志中。
person-yes = 是
person-no = 否，保留
person-changed = 角色已更改：{ $name } ✅
person-ended = 角色已取消：{ $name } ✅
person-districts-ask =
    <b>{ $name }</b>

    范围：{ $where }

    请选择该工作人员负责的区县。
person-projects-ask =
    <b>{ $name }</b>

    项目：{ $projects }

    请发送项目编号，例如 TUR-001；多个编号用空格隔开。点击项目可将其移除。
person-projects-none = 未选择
person-codes-unknown = 没有这些项目：{ $codes }

error-office-gone = 该角色已不存在。
error-office-settings = 该角色来自服务器设置，无法在此更改。
error-office-last-admin = 这是最后一位管理员，请先邀请其他管理员：/invite
error-office-scope-empty = 至少需要一个区县或项目。如需全州，请点击“全州”。
