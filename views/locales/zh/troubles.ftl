# 来源为何无法读取
trouble-not-public = 这是内部地址，无法从互联网访问
trouble-address = 网址有误
trouble-host = 没有这个网站：找不到该域名
trouble-connect = 网站没有响应
trouble-slow = 网站响应太慢
trouble-tls = 网站证书不可信
trouble-status = 网站返回错误 { $status }
trouble-redirects = 网站不断重定向
trouble-large = 返回内容超过 { $size } MB
trouble-web-page = 这是普通网页，不是订阅源
trouble-empty = 订阅源中没有任何条目
trouble-no-item = 页面上没有与选择器 { $selector } 匹配的内容
trouble-no-feed = 该网址没有订阅源
trouble-robots = 网站不允许机器人读取（robots.txt）
trouble-broken = 网站返回的内容中断或已损坏
trouble-parser = 无法解析网站返回的内容
