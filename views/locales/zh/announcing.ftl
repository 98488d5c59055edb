announce-title =
    📣 <b>公告</b>

    尚未发送：
announce-none =
    📣 <b>公告</b>

    没有草稿。
announce-new = ✍️ 新公告
announce-back = ‹ 返回草稿
announce-ask = 请发送要公告的内容：文字、图片、视频、相册、文件、语音、投票或位置，也可以转发一条消息。
announce-draft = 📣 <b>草稿 { $number }</b>
announce-says-nothing = 还没有内容。
announce-say = ✏️ 内容
announce-audience = 👥 发给谁
announce-send = 📤 发送
announce-delete = 🗑 删除
announce-all = ‹ 全部草稿
announce-empty = { $number } 号 · 空白
announce-version = <b>{ $language }</b>：{ $excerpt }
menu-announce = 公告

error-announcement-gone = 这条公告已不存在。
error-announcement-changed = 公告此后有变动，请重新打开。
error-announcement-empty = 公告还没有内容。
error-announcement-nobody = 没有人会收到这条公告：请选择发给谁。
error-needs-announcing-write = 只有获授权的人可以撰写公告。
error-needs-announcing-send = 只有获授权的人可以发送公告。

act-announcement-delete = 删除公告草稿
