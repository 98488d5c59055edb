announce-confirm = 发送这条公告？接收者：<b>{ NUMBER($count) }</b>。
announce-go = 📤 发送给 { NUMBER($count) } 个聊天

announcing-now-nothing = 您已不能再使用公告功能。
announcing-now-write = 您现在可以撰写公告，由负责发送的人发送。打开：/announce
announcing-now-send = 您现在可以撰写并发送公告。打开：/announce
announcing-open = 📣 公告

act-announcement-send = 发送公告
