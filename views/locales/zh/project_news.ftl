# 所关注项目的变更
digest-projects-count = { $count } 个项目
news-projects = 项目变更
news-stories = 新闻
news-new = 登记册中的新项目
news-why = 原因：{ $reason }
news-more = 另有 { $count } 项变更
news-more-projects = 另有 { $count } 个项目发生变更，均可在登记册中查看：/projects
news-at-once = 您要求第一时间收到此类通知
news-open = 🏗 打开项目
