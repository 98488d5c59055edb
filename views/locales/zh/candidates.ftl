# 候选项目：新闻提到而登记册中没有的项目

candidate-waits = 🌱 <b>新闻提到一个未登记的项目</b>
candidate-title = 🌱 <b>候选项目</b>
candidate-what = 目前仅工作人员可见。如何处理？
candidate-look = 查看
candidate-publish = ✅ 发布
candidate-complete = ✏️ 补充信息
candidate-near = 登记册中已有
candidate-dismiss = ✕ 驳回
candidate-story = 新闻 { $number }
candidate-back = ‹ 返回
candidate-project = 打开项目
candidate-which = 是哪个项目？
candidate-dismiss-sure = 驳回候选项目“{ $name }”？新闻本身会保留。
candidate-publish-done = 已发布：{ $name }（{ $code }）。
candidate-same-done = “{ $name }”即项目 { $code }，相关新闻已转到该项目。
candidate-dismiss-done = 已驳回：{ $name }。
candidate-meanwhile = 候选项目刚被其他工作人员更改，请重新查看。

proposal-of-story = 📰 有新闻对项目“<b>{ $name }</b>”的说法与登记册不同：
proposal-source = 来源：{ $source }
news-waits = 📬 <b>有关项目的新闻待您处理</b>
news-waits-more = 另有 { $count } 个项目
news-waits-candidate =
    🌱 <b>{ $name }</b>
    登记册中没有此项目。
