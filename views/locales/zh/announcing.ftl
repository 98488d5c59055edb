announce-title =
    📣 <b>公告</b>

    { NUMBER($count) } 条尚未发送：
announce-none =
    📣 <b>公告</b>

    没有草稿。
announce-new = ✍️ 新公告
announce-newer = ‹ 较新
announce-older = 较早 ›
announce-back = ‹ 返回草稿
announce-all = ‹ 全部公告
announce-ask =
    请发送要公告的内容。语言：<b>{ $language }</b>

    文字、图片、视频、相册、文件、语音、投票或位置均可，也可以转发现成的消息。
announce-album-comes = 🖼 相册：其余文件会自动加入。
announce-draft = 📣 <b>草稿 { $number }</b>
announce-says-nothing = 这里还没有内容。请选择语言，然后发送文字、图片或其他内容。
announce-version = <b>{ $language }</b> — { $excerpt }
announce-others = 其他人收到的版本：{ $language }
announce-is-fallback = 没有对应语言版本的读者也会收到此版本。
announce-empty = { $number } 号 · 空白
announce-audience = 👥 发给谁
announce-buttons = 🔘 按钮
announce-look = 👁 预览
announce-test = 🧪 试发
announce-send = 📤 发送
announce-copy = 📄 复制
announce-delete = 🗑 删除
announce-delete-ask =
    删除这份草稿？

    { $excerpt }
announce-delete-yes = 🗑 确认删除
announce-copied = 已复制：{ $number } 号
announce-say-anew = ✏️ 替换
announce-make-fallback = ⭐️ 用于其他语言
announce-drop = ✕ 移除此版本
announce-not-editable = ⚠️ 此内容发送后无法修改，只能撤回。
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

announce-buttons-title = 🔘 <b>公告下方的按钮</b>（最多 { $most } 个）
announce-buttons-none = 还没有按钮。
announce-buttons-line = 🔘 { $labels }
announce-button-link = { $number }. { $label } → { $url }
announce-button-project = { $number }. { $label } → 项目卡片
announce-presses-known = 谁点击了项目按钮，结果中可以看到。谁打开了链接，Telegram 不会告知。
announce-add-link = ＋ 链接
announce-add-project = ＋ 项目
announce-to-buttons = ‹ 返回按钮
announce-link-ask =
    请在一条消息中发送按钮文字和链接，例如：

    立即申请 https://invest.example.kz/apply
announce-project-ask = 按钮要打开哪个项目？请发送编号（如 TUR-001）或名称中的词。
announce-label-ask = 请发送按钮在此语言中的文字。
announce-labels =
    按钮：<b>{ $label }</b>

    没有单独文字的版本会使用其他版本的文字。
announce-which-project = 是哪一个？请选择，或说得更具体些。
announce-no-project = 没有这样的公开项目。请发送编号或其他词。
announce-test-title =
    🧪 <b>试发</b>

    请选择让谁先看。您会收到所有版本，同事收到其所用语言的版本。
announce-test-alone = 暂时没有可以发送的同事：他们按过 /start 后会出现在这里。
announce-test-me = 🙋 发给我
announce-trial = 🧪 试发：公告 { $number } 就是这个样子，尚未发给其他人。
announce-tried = 已发送
announce-tried-already = 刚才已发送
menu-announce = 撰写公告

error-announcement-gone = 这条公告已不存在。
error-announcement-changed = 公告此后有变动，请重新打开：/announce
error-announcement-empty = 公告还没有内容。
error-announcement-nobody = 没有人会收到这条公告：请选择发给谁。
error-announcement-kind = 机器人无法转发此内容。请发送文字、图片、视频、文件、语音、投票或位置。
error-announcement-poll-closed = 该投票已结束，无法再投票。
error-announcement-quiz = 看不到这道测验的正确答案。请在本聊天中创建。
error-announcement-long = 内容过长：超出 { NUMBER($over) } 个字符。机器人最多可发送 { NUMBER($most) } 个。
error-announcement-album = 相册最多 10 个文件：图片可与视频同组，文件和音频须单独成组。其余未收录；要更换整个相册，请按“替换”。
error-announcement-link = Telegram 不接受这样的链接。请发送网址，例如：了解详情 https://example.kz/page
error-announcement-label = 按钮文字须为 1 到 64 个字符。
error-announcement-buttons = 不能再添加按钮了。
error-announcement-poll = 投票暂时未能发送，请再发一次。
error-needs-announcing-write = 只有获授权的人可以撰写公告。
error-needs-announcing-send = 只有获授权的人可以发送公告。

act-announcement-delete = 已删除公告草稿
