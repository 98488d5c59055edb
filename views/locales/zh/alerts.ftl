# 即时提醒：新闻即时送达，不等摘要
alert-why = 您订阅的即时提醒：{ $what }
alert-word = “{ $word }”
alert-story = 查看详情
alert-settings = ⚙️ 提醒设置
alert-off = 🔕 关闭提醒
