announce-confirm = 发送这条公告？接收者：<b>{ NUMBER($count) }</b>。
announce-go = 📤 发送给 { NUMBER($count) } 个聊天
announce-begun = 📤 公告 { $number } 正在发送。

act-announcement-send = 发送公告
