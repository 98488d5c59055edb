# 关于项目的提问：/status 与工作人员的文字

ask-what = 想问哪个项目？写下您记得的内容：工厂、公司、地点、金额或编号。例如：肯套电缆厂
ask-what-group = 想问哪个项目？请把您记得的内容写在命令后面。例如：/status 肯套电缆厂
ask-several = <b>{ $words }</b>
    符合的项目有几个，您指的是哪一个？
ask-one = <b>{ $words }</b>
    您问的可能是这个项目：
ask-nearest = <b>{ $words }</b>
    登记册中没有这个项目，最接近的有：
ask-nothing = <b>{ $words }</b>
    登记册中没有这个项目。
ask-corrected = 以下是“{ $words }”的结果
ask-more = 结果不止这些。请再加一个词：地点、公司、行业或金额。
ask-may-tell = 如果登记册应当收录这个项目，请告诉我们：管理员会看到您的提问，也会知道是您发送的。
ask-tell = 告知管理员
ask-told = 谢谢，您的问题已转达，管理员会看到。
ask-told-enough = 您今天已转达 { $count } 个问题，明天可以继续。
ask-news = 🔎 在新闻中搜索
ask-project = 项目：{ $name }
ask-projects = 项目：{ $count }
ask-open-questions = 未解答的问题：{ $count }
ask-questions = <b>未解答的问题：{ $count }</b>
    人们在登记册中没有找到这些项目。
ask-questions-none = 没有未解答的问题。
ask-who = 提问者
ask-questions-close = 处理完的问题请关闭。
ask-close = ✓ { $number }
ask-closed = 问题已关闭。

notice-question = 登记册中没有与“{ $words }”相符的项目。查找者希望告知您。
notice-open-questions = 未解答的问题
