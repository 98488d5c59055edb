announce-title =
    📣 <b>公告</b>

    { NUMBER($count) } 条尚未发送：
announce-none =
    📣 <b>公告</b>

    没有草稿。
announce-new = ✍️ 新公告
announce-newer = ‹ 较新
announce-older = 较早 ›
announce-archive = 🗂 全部公告
announce-back = ‹ 返回草稿
announce-all = ‹ 返回草稿列表
announce-ask =
    请发送要公告的内容。语言：<b>{ $language }</b>

    文字、图片、视频、相册、文件、语音、投票或位置均可，也可以转发现成的消息。
announce-album-comes = 🖼 相册：其余文件会自动加入。
announce-instead = ⚠️ 您编写期间，草稿 { $number } 已有变动，其内容保持不变；您发送的内容已存入新草稿 { $this }。
announce-too-many = ⚠️ 相册已有 10 个文件，Telegram 不接受更多，其余未收录。如需换用其他文件，请替换此版本。
announce-too-much = ⚠️ 只收录了第一条消息：一则公告就是一条消息或一个相册。如果是长文，Telegram 已将其拆分：一条消息最多 4,096 个字符。请缩短后替换此版本。
announce-draft = 📣 <b>草稿 { $number }</b>
announce-is-awaiting = 👀 <b>公告 { $number } 等待批准</b>
announce-is-scheduled = 🗓 <b>公告 { $number } 将按时发送</b>
announce-is-sending = 📤 <b>公告 { $number } 正在发送</b>
announce-is-paused = ⏸ <b>公告 { $number } 已暂停</b>
announce-is-sent = ✅ <b>公告 { $number } 已发送</b>
announce-is-cancelled = 🚫 <b>公告 { $number } 已取消发送</b>
announce-way-send = 🗓 发送安排
announce-way-watch = 📈 发送进度
announce-way-result = 📊 结果
announce-says-nothing = 这里还没有内容。请选择语言，然后发送文字、图片或其他内容。
announce-version = <b>{ $language }</b> — { $excerpt }
announce-album = 相册
announce-readers = {" "}· 👥 { NUMBER($count) }
announce-others = 其他人收到的版本：{ $language }
announce-fallback = ⭐️ 其他人：{ $language }
announce-fallback-ask = ⭐️ 没有以下版本：{ $languages }。使用这些语言的读者收到哪个版本？
announce-edit-here = ✏️ 小改动可直接编辑您在本聊天中的消息，草稿会随之更新。
announce-edited = ✏️ 草稿 { $number } 也已更正。
announce-edited-late = ⚠️ 公告 { $number } 已确认，编辑消息不会改变它。如需更正，请先取消发送。
announce-open = 打开
announce-empty = { $number } 号 · 空白
announce-number = { $number } 号
announce-audience = 👥 发给谁
announce-buttons = 🔘 按钮
announce-buttons-some = 🔘 按钮：{ NUMBER($count) }
announce-look = 👁 预览
announce-looked = 👆 此版本的显示效果：{ $language }
announce-look-failed = ⚠️ 无法显示。版本：{ $language }。请重试；若仍不行，说明 Telegram 不接受：请替换此版本或按钮中的链接。
announce-test = 🧪 试发
announce-send = 📤 发送
announce-copy = 📄 复制
announce-delete = 🗑 删除
announce-delete-ask =
    🗑 删除草稿 { $number }？

    { $excerpt }
announce-delete-yes = 🗑 确认删除
announce-keep = 保留
announce-deleted = 🗑 草稿 { $number } 已删除。
announce-copied = 📄 这是副本：{ $number } 号保持不变。
announce-say-anew = ✏️ 替换
announce-drop = ✕ 移除
announce-drop-ask =
    移除此版本？

    <b>{ $language }</b> — { $excerpt }
announce-drop-yes = ✕ 确认移除
announce-not-editable = ⚠️ 发送后无法修改，只能撤回：{ $kinds }。
announce-unread = ⚠️ 没有人会收到此版本：{ $languages }。接收者中没有使用该语言的人。
announce-keep-source = ⚠️ 内容从本聊天转发：公告发送完成前，请勿删除这里的原消息。
announce-same-poll = ℹ️ 此投票与公告 { $number } 相同，票数合并计算。如需新投票，请替换此版本。
announce-shut = ⚠️ 此按钮不会显示任何内容：{ $label }。该项目已隐藏或删除。
announce-buttons-below = ℹ️ 相册、投票和转发的消息下方不能带按钮，按钮会在下一条消息中发送。
announce-below = 了解更多：
announce-kind-text = 文字
announce-kind-photo = 图片
announce-kind-video = 视频
announce-kind-animation = GIF
announce-kind-audio = 音频
announce-kind-document = 文件
announce-kind-voice = 语音
announce-kind-video-note = 视频消息
announce-kind-sticker = 贴纸
announce-kind-album = 相册，共 { NUMBER($count) } 个文件
announce-kind-place = 地图位置
announce-kind-contact = 联系人
announce-kind-poll = 投票
announce-kind-forwarded = 转发的消息
announce-kind-with = { $kind }：{ $words }

announce-buttons-title = 🔘 <b>公告下方的按钮</b>（最多 { $most } 个）
announce-buttons-none = 还没有按钮。
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → 项目卡片
announce-presses-known = 谁点击了项目按钮，结果中可以看到。谁打开了链接，Telegram 不会告知。
announce-add-link = ＋ 链接
announce-add-project = ＋ 项目
announce-to-buttons = ‹ 返回按钮
announce-relink = 🔗 更换链接
announce-higher = ⬆️ 上移
announce-lower = ⬇️ 下移
announce-unbutton = ✕ 移除按钮
announce-link-ask =
    请在一条消息中发送按钮文字和链接，例如：

    立即申请 https://invest.example.kz/apply
announce-relink-ask = 请发送新链接。按钮文字保持不变。
announce-project-ask = 按钮要打开哪个项目？请发送编号（如 TUR-001）或名称中的词。
announce-label-ask = 请发送按钮文字。语言：{ $language }
announce-labels = 点按语言即可修改文字。没有单独文字的版本使用其他版本的文字。
announce-which-project = 是哪一个？请选择，或说得更具体些。
announce-no-project = 没有这样的公开项目。请发送编号或其他词。
announce-test-title = 🧪 <b>试发草稿 { $number }</b>
announce-test-each = 点按要发给的人，立即送达。您会收到所有版本，同事收到其所用语言的版本。✓ 表示当前内容已给其看过。
announce-test-one = 点按要发给的人，立即送达。版本：<b>{ $language }</b>。✓ 表示当前内容已给其看过。
announce-test-lost = ✗ 表示未送达：Telegram 拒绝了消息，或对方已关闭聊天。
announce-test-alone = 暂时没有可以发送的同事：他们按过 /start 后会出现在这里。
announce-test-me = 🙋 发给我
announce-trial = 🧪 试发。公告 { $number } 就是这个样子，版本：{ $language }。尚未发给其他人。
announce-tried = 已发送
announce-tried-already = 刚才已发送
menu-announce = 撰写公告

error-announcement-gone = 这条公告已不存在。
error-announcement-changed = 公告此后有变动，请再次核对。
error-announcement-empty = 公告还没有内容。
error-announcement-nobody = 没有人会收到这条公告：请选择发给谁。
error-announcement-kind = 机器人无法发送此内容。请发送文字、图片、视频、文件、语音、投票或位置。
error-announcement-protected = 作者禁止转发这条消息。请发送其他内容。
error-announcement-full = 相册最多 { $most } 个文件，其余未收录。
error-announcement-poll-closed = 该投票已结束，无法再投票。
error-announcement-quiz = 看不到这道测验的正确答案。请在本聊天中创建。
error-announcement-long = 内容过长：超出 { NUMBER($over) } 个字符。机器人最多可发送 { NUMBER($most) } 个。
error-announcement-album = Telegram 不接受把这些文件放进同一相册：图片可与视频同组，文件和音频须单独成组。
error-announcement-link = Telegram 不接受此链接，或它指向内部网络。请发送网址，例如：了解详情 https://example.kz/page
error-announcement-label = 按钮文字须为 1 到 64 个字符。
error-announcement-buttons = 公告下方已有三个按钮。要添加新按钮，请先移除一个。
error-announcement-poll = 投票暂时未能发送，请再发一次。
error-needs-announcing-write = 只有获授权的人可以撰写公告。
error-needs-announcing-send = 只有获授权的人可以发送公告。

act-announcement-delete = 已删除公告草稿
