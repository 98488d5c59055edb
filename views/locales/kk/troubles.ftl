# Дереккөз неге оқылмады
trouble-not-public = бұл – ішкі мекенжай, оған интернеттен кіру мүмкін емес
trouble-address = мекенжай қате жазылған
trouble-host = мұндай сайт жоқ: атауы табылмады
trouble-connect = сайт жауап бермейді
trouble-slow = сайт тым баяу жауап береді
trouble-tls = сайттың сертификаты сенімсіз
trouble-status = сайт { $status } қатесімен жауап берді
trouble-redirects = сайт басқа мекенжайға қайта-қайта бағыттай береді
trouble-large = жауап көлемі { $size } МБ-тан асады
trouble-web-page = бұл – таспа емес, жай веб-бет
trouble-empty = таспада бірде-бір жазба жоқ
trouble-no-item = { $selector } селекторы бойынша беттен ештеңе табылмады
trouble-no-feed = бұл мекенжайда таспа жоқ
trouble-robots = сайт роботтарға оқуға тыйым салады (robots.txt)
trouble-broken = сайттың жауабы үзіліп қалды немесе бүлінген
trouble-parser = сайттың жауабын талдау мүмкін болмады
