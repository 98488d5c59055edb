# 搜索：/search、直接发给机器人的文字，以及任意聊天中的“@机器人 文字”
search-ask = 想找什么？请发一两个词：地点、公司或行业，例如：突厥斯坦 工厂
search-ask-group = 想找什么？请用一两个词回复这条消息：地点、公司或行业，例如：突厥斯坦 工厂
search-title = <b>搜索：{ $words }</b>
search-count = 找到 { $count } 条新闻
search-count-most = 找到超过 { $count } 条新闻，最相关的在前
search-corrected = 以下是“{ $words }”的搜索结果
search-closest = 没有包含全部词语的新闻，以下最为接近
search-nothing = 没有找到与“{ $words }”有关的新闻。请换一个词试试：地点、公司或行业的名称。
search-gone = 这次搜索已不存在。重新搜索：/search
search-more = 更多 ›
inline-open = 在 Keruen 中打开
inline-nothing = 没有找到，打开 Keruen
