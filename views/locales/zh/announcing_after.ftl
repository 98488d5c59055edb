# 公告结果及后续操作
result-title = 📊 <b>第 { $number } 号公告的结果</b>
result-said = “{ $excerpt }”
result-state = 状态：{ $state }
result-started = 开始：{ $at }
result-finished = 结束：{ $at }
result-withdrawn = 撤回：{ $at }
result-sent = ✅ 已送达：<b>{ NUMBER($count) }</b>，共 { NUMBER($all) }
result-left = ⏳ 仍在发送：{ NUMBER($count) }
result-failed = ❌ 未送达：{ NUMBER($count) }
result-uncertain = ❓ 是否送达不明：{ NUMBER($count) }
result-cancelled = 🚫 已取消：{ NUMBER($count) }
result-partly = ✂️ 只送达一部分：{ NUMBER($count) }
result-blocked-since = 🔇 收到后无法再送达：{ NUMBER($count) }
result-reason = {"  "}· { $why }：{ NUMBER($count) }
result-languages = <b>按语言</b>
result-language = { $name }：{ NUMBER($count) }，共 { NUMBER($all) }
result-presses = <b>按过按钮的人数</b>
result-pressed = { $label }：{ NUMBER($count) }
result-links = Telegram 不提供链接的点击数据。

result-why-refused = Telegram 拒收：{ $words }
result-why-stopped = 发送已停止
result-why-forgotten = 已应本人要求删除数据
result-why-late = 已过期限
result-why-withdrawn = 公告已撤回

result-refresh = 🔄 刷新
result-file = 📄 XLSX 表格
result-again = ❓ 是否送达不明：{ NUMBER($count) }
result-resend = 📤 发给没收到的人
result-follow = 💬 发给按过按钮的人
result-list = ‹ 全部公告
result-back = ‹ 返回结果
result-making = 正在生成表格……
result-made = ✅ 表格已生成
result-not-made = 表格没能生成，请再试一次。
result-caption = 第 { $number } 号公告的结果。接收者：{ NUMBER($count) }
result-again-ask =
    Telegram 没有答复公告是否送达。接收者：<b>{ NUMBER($count) }</b>。

    再发一次，有人可能收到两遍；保持不变，有人可能完全收不到。
result-again-yes = 📤 再发一次：{ NUMBER($count) }
result-leave = 保持不变
result-again-done = 📤 正在重新发送。接收者：{ NUMBER($count) }
result-follow-ask = 要发给谁？将为按过该按钮的人新建一份草稿。
result-pressed-button = { $label } · { NUMBER($count) }

announced-state-draft = 草稿
announced-state-awaiting = 等待第二人确认
announced-state-scheduled = 已定时
announced-state-sending = 发送中
announced-state-paused = 已暂停
announced-state-sent = 已发送
announced-state-cancelled = 已取消
announced-state-withdrawn = 已撤回

error-results-failed = 表格没能生成，请再试一次。
error-nobody-in-doubt = 已经没有送达不明的接收者了。
error-not-over = 公告仍在发送。请等待结束，或先停止发送。
error-already-withdrawn = 公告已经撤回。

act-announcement-again = 已向送达不明的接收者重发公告
act-announcement-resend = 为未收到公告者新建草稿
act-announcement-follow-up = 为按过公告按钮者新建草稿

book-title = 第 { $number } 号公告的结果
book-sheet-summary = 汇总
book-sheet-recipients = 接收者
book-sheet-presses = 按钮
book-made = 生成时间：{ $at }
book-what = 指标
book-count = 数量
book-all = 接收者总数
book-sent = 已送达
book-left = 仍在发送
book-failed = 未送达
book-uncertain = 是否送达不明
book-cancelled = 已取消
book-partly = 只送达一部分
book-blocked-since = 收到后无法再送达
book-reasons = 未送达的原因
book-why = 原因
book-by-language = 按语言
book-language = 语言
book-delivered = 已送达
book-chat = 聊天编号
book-name = 群组或频道
book-kind = 聊天
book-kind-private = 个人
book-kind-group = 群组
book-kind-channel = 频道
book-state = 状态
book-when = 时间
book-button = 按钮
book-people = 按过的人数
book-leads = 指向
book-not-told = 无数据：Telegram 不提供
book-forgotten = 数据已删除
book-state-waiting = 等待中
book-state-under-way = 发送中
book-state-sent = 已送达
book-state-failed = 未送达
book-state-uncertain = 是否送达不明
book-state-cancelled = 已取消
book-state-part = 只送达一部分

# 为所有人更正或撤回
result-correct = ✏️ 为所有人更正
result-withdraw = 🗑 撤回
result-edit = ✏️ { $at } 的更正。已更正：{ NUMBER($count) }
result-edit-going = ✏️ { $at } 的更正。已更正：{ NUMBER($count) }，剩余：{ NUMBER($left) }
result-edit-replaced = ✏️ { $at } 的更正，已被后一次取代。已更正：{ NUMBER($count) }
result-withdrawal = 🗑 已删除：{ NUMBER($count) }
result-withdrawal-going = 🗑 正在删除。已删除：{ NUMBER($count) }，剩余：{ NUMBER($left) }
result-amend-failed = 未成功：{ NUMBER($count) }
result-amend-beyond = 已无法触及：{ NUMBER($count) }

correction-title = ✏️ <b>更正第 { $of } 号公告</b>
correction-apply = ✅ 为所有人更正……
correct-ask = ✏️ <b>要为所有人更正第 { $of } 号公告吗？</b>
correct-versions = 改动的版本：{ $versions }
correct-within = 将更正的接收者：<b>{ NUMBER($count) }</b>
correct-waiting = 将直接收到更正后的内容：{ NUMBER($count) }
correct-under-way = 送达后立即更正：{ NUMBER($count) }
correct-old = 发送已超过 30 天
correct-yes = ✏️ 更正：{ NUMBER($count) }
correct-back = ‹ 返回更正
correct-needs-another = 已启用双人复核规则：须由另一人执行更正。更正在 /announce 中等待。
correct-done = ✏️ 正在更正。可以刷新此页面。
withdraw-ask = 🗑 <b>要撤回第 { $number } 号公告吗？</b>
withdraw-within = 将删除的接收者：<b>{ NUMBER($count) }</b>
withdraw-waiting = 尚未收到，也不会再收到：{ NUMBER($count) }
withdraw-under-way = 送达后立即删除：{ NUMBER($count) }
withdraw-old = 发送已超过 48 小时，Telegram 不允许删除
withdraw-yes = 🗑 撤回并删除：{ NUMBER($count) }
withdraw-done = 🗑 正在撤回。可以刷新此页面。
reach-beyond = 已无法触及：
reach-gone = 机器人被屏蔽，或聊天已不存在
reach-doubt = 是否送达不明

error-amend-nothing = 更正没有改动任何内容：请修改某个版本或按钮。
error-amend-versions = 公告是以其他语言发送的。更正须保留相同的版本。
error-amend-shape = 新版本的消息数量不同，而 Telegram 只能编辑已有的消息。请保持数量一致。
error-amend-kind = Telegram 不允许把这种消息改成那种消息。文字只能改成文字；照片、视频和文件可以互换；投票、位置、语音、贴纸和转发的消息无法更改。

act-announcement-correct = 已为所有人更正公告
act-announcement-withdraw = 公告已撤回
audit-field-draft = 草稿
audit-field-button = 按钮
audit-field-kk = 哈萨克文
audit-field-ru = 俄文
audit-field-en = 英文
audit-field-zh = 中文
