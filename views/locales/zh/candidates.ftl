# 候选项目：新闻提到而登记册中没有的项目

candidate-waits = 🌱 <b>新闻提到一个未登记的项目</b>
candidate-title = 🌱 <b>候选项目</b>
candidate-what = 目前只有官员可见。如何处理？
candidate-look = 查看
candidate-publish = 发布
candidate-complete = 补充信息
candidate-near = 是已有项目
candidate-dismiss = 不予登记
candidate-story = 新闻 { $number }
candidate-back = ← 返回
candidate-project = 打开项目
candidate-which = 是哪个项目？
candidate-dismiss-sure = 不登记候选项目“{ $name }”？新闻本身会保留。
candidate-publish-done = 已发布：{ $name }（{ $code }）。
candidate-same-done = “{ $name }”即项目 { $code }，相关新闻已转到该项目。
candidate-dismiss-done = 不予登记：{ $name }。
candidate-meanwhile = 候选项目刚被他人修改，请重新查看。

proposal-of-story = 📰 有新闻对项目 <b>{ $name }</b> 的说法与登记册不同：
proposal-source = 来源：{ $source }
