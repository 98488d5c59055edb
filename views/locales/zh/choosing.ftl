# 推送内容：筛选条件，用最近一周的新闻试看
filters-title = <b>推送内容</b>
filters-line-languages = 语言：{ $chosen }
filters-line-districts = 区县：{ $chosen }
filters-line-sectors = 行业：{ $chosen }
filters-line-amount = 只看有金额的：{ $chosen }
filters-line-words = 关键词：{ $chosen }
filters-line-without = 排除词：{ $chosen }
filters-line-sources = 已屏蔽来源：{ $chosen }
filters-yes = 是
filters-no = 否
filters-none = 无
key-word = “{ $word }”
filters-and-more = { $named }等，另有 { $count } 个
filters-unsaved = 尚未保存：新闻仍按原来的条件推送。

filters-short-none = 本地区全部新闻
filters-short-languages = { $chosen }
filters-short-districts = { $chosen }
filters-short-sectors = { $chosen }
filters-short-amount = 只看有金额的
filters-short-words = 含{ $chosen }
filters-short-without = 不含{ $chosen }
filters-short-sources = 已屏蔽 { $chosen } 个来源

filters-languages = 🗣 语言
filters-districts = 📍 区县
filters-sectors = 🏷 行业
filters-amount = 💰 只看有金额的
filters-words = 🔎 关键词
filters-without = 🚫 排除词
filters-sources = 🔕 已屏蔽来源
filters-save = ✅ 保存
filters-cancel = ✕ 取消
filters-back = ‹ 全部条件
filters-hear = 🔔 恢复：{ $source }
filters-saved = ✅ 已保存，下期简报将按新条件推送。
filters-cancelled = 一切照旧。

filters-ask-languages =
    <b>新闻语言</b>
    已选：{ $chosen }

    新闻以原文语言推送。
filters-ask-districts =
    <b>区县</b>
    已选：{ $chosen }
filters-ask-sectors =
    <b>行业</b>
    已选：{ $chosen }
filters-ask-words =
    <b>关键词</b>
    新闻至少要含有其中一个，词形不限。
    已选：{ $chosen }
filters-ask-without =
    <b>排除词</b>
    含有这些词的新闻不会推送，词形不限。
    已选：{ $chosen }
filters-words-how = 请输入一个词，或用逗号分开的几个词。词尾加星号表示任意词尾：<code>invest*</code>。点一下某个词即可删除。
filters-words-how-group = 请回复这条消息，输入一个词，或用逗号分开的几个词。词尾加星号表示任意词尾：<code>invest*</code>。点一下某个词即可删除。
filters-ask-sources =
    <b>已屏蔽来源</b>
    只有这些来源报道的新闻不会推送。点一下即可恢复，无需保存。
filters-ask-sources-none =
    <b>已屏蔽来源</b>
    目前没有。可以在新闻下方屏蔽来源。

word-refused-signs = 没看懂“{ $word }”。请用普通的词，例如“温室”或 <code>invest*</code>。
word-refused-short = “{ $word }”太短：至少两个字，星号前至少三个字母。
word-refused-long = “{ $word }”太长：最多三个词、40 个字符。
word-refused-many = 列表已有 { $most } 个词，放不下“{ $word }”。请先删掉一些再试。

preview-no-news = 最近一周没有新闻可供试看。
preview-all = 最近一周共 { $of } 条新闻，全部符合：
preview-none = 最近一周共 { $of } 条新闻，没有一条符合。
preview-some = 最近一周共 { $of } 条新闻，其中 { $count } 条符合：

pick-all-languages = 全部语言
pick-all-districts = 全州
pick-all-sectors = 全部行业
picked-all-languages = 全部
picked-all-districts = 全州
picked-all-sectors = 全部

settings-group = 🗂 新闻排列
group-ask =
    <b>简报中的新闻排列</b>

    重要新闻在前，还是按区县或行业归类？
group-by-none = 重要新闻在前
group-by-district = 按区县
group-by-sector = 按行业
group-no-district = 全州
group-no-sector = 其他
