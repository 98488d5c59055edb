# 关注项目：/follow 与 /following
following-button = 🔔 我的关注
follow-title = <b>您关注的内容</b>
follow-nothing = 暂无关注。您可以关注项目、区县、行业或国家，相关变更会排在简报最前面，也可以立即通知您。
follow-private = <i>此列表仅在本聊天中可见。</i>
follow-more = ➕ 添加关注
follow-first = ➕ 添加关注
follow-choose = <b>您想关注什么？</b>
follow-about = 每项变更都会告诉您：原来怎样、现在怎样、原因和来源。变更排在简报最前面，也可以立即通知。
follow-choose-back = ‹ 其他选择
follow-back = ‹ 返回项目
follow-found = 您指的是哪一个？
follow-not-found = 没有找到这样的项目、区县或行业。请换个说法，或从列表中选择。
follow-none-there = 这里暂时没有可选内容。
follow-gone = 登记册中已没有这个项目

follow-kind-project = 🏗
follow-kind-district = 📍
follow-kind-sector = 🏷
follow-kind-country = 🌍
follow-kind-curator = 👤
follow-all-district = 📍 区县或城市
follow-all-sector = 🏷 行业
follow-all-country = 🌍 投资方国家
follow-all-curator = 👤 负责人
follow-ask-district =
    <b>区县和城市</b>
    点击即可关注该区县的所有项目，再次点击则取消。
follow-ask-sector =
    <b>行业</b>
    点击即可关注该行业的所有项目，再次点击则取消。
follow-ask-country =
    <b>投资方国家</b>
    点击即可关注该国参与的所有项目，再次点击则取消。
follow-ask-curator =
    <b>负责人</b>
    点击即可关注其负责的所有项目，再次点击则取消。

follow-is-digest = 随简报
follow-is-now = 立即
follow-to-digest = 🗞 随简报通知
follow-to-now = ⚡ 立即通知
follow-to-stop = ✕ 取消关注
follow-said-digest = ✅ 变更会排在简报最前面。
follow-said-now = ✅ 变更会立即通知您，免打扰时段除外；时段和每日条数与提醒设置相同。
follow-said-stop = 已取消关注。
follow-toast-digest = 变更将随简报通知。
follow-toast-now = 变更将立即通知。
follow-toast-stop = 已取消关注。

error-follow-subscribe = 要接收变更通知，请先订阅：/start
error-follow-many = 您已关注 { $most } 项，达到上限。请先取消一些：/following
