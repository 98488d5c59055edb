# 角色
role-name-admin = 管理员
role-name-official = 工作人员
role-name-subscriber = 订阅者

# /invite
invites-title =
    <b>邀请</b>

    每个链接只能由一个人使用一次，用于获得角色。您想邀请谁？
invites-open = 有效链接：{ $count } 个
invites-none = 目前没有有效链接。
invite-official = ➕ 工作人员
invite-admin = ➕ 管理员
invite-line = { $number } 号 · { $role } · 有效期至 { $until }
invite-line-where = { $number } 号 · { $role } · { $where } · 有效期至 { $until }
invite-revoke = ✕ 撤销 { $number } 号
invite-revoked = { $number } 号邀请已撤销 ✅
invite-draft-official =
    <b>新邀请：工作人员</b>

    范围：{ $where }

    请选择其负责的区县，再选择链接的有效期。
invite-draft-admin =
    <b>新邀请：管理员</b>

    管理员拥有全部权限：来源、新闻审核、项目、人员与角色。

    请选择链接的有效期。
invite-days-1 = 🔗 一天
invite-days-7 = 🔗 一周
invite-days-30 = 🔗 一个月
invite-issued =
    <b>{ $number } 号邀请</b>

    角色：{ $role }
    范围：{ $where }
    有效期至：{ $until }

    { $link }

    请把链接发给受邀人，链接只能使用一次。我无法再次显示它，但您可以换一个新链接。
invite-share = ↗️ 转发
invite-share-text = Keruen 邀请
invite-again = 🔄 换一个新链接
invite-back = ‹ 全部邀请

# 受邀人
invite-offer-official =
    <b>您受邀成为 Keruen 的工作人员</b>

    范围：{ $where }

    工作人员负责跟进项目，可以查看内部信息并录入变更。同事会看到您的 Telegram 姓名，您的所有改动都会保留在日志中。
invite-offer-admin =
    <b>您受邀成为 Keruen 的管理员</b>

    管理员负责管理来源、新闻、项目和角色。同事会看到您的 Telegram 姓名，您的所有改动都会保留在日志中。
invite-accept = ✅ 接受
invite-decline = 暂不
invite-declined = 好的。邀请有效期内可以随时重新打开链接。
invite-accepted-official =
    欢迎！您现在是工作人员了 ✅

    范围：{ $where }

    新命令已加入菜单，详情见 /help
invite-accepted-admin =
    欢迎！您现在是管理员了 ✅

    新命令已加入菜单，详情见 /help

error-invite-unknown = 没有这个邀请。请检查链接是否完整，或索取新链接。
error-invite-used = 这个邀请已被他人使用，请索取新链接。
error-invite-taken = 您已接受过这个邀请。
error-invite-expired = 邀请已过期，请索取新链接。
error-invite-revoked = 邀请已被撤销，请索取新链接。
error-invite-has-role = 您已有角色，可由管理员更改：/people
error-invite-made = 链接已生成，无法更改。请撤销后重新生成：/invite
