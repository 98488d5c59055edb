# Почему источник не удалось прочитать
trouble-not-public = это внутренний адрес, из интернета он недоступен
trouble-address = адрес написан с ошибкой
trouble-host = такого сайта нет: имя не найдено
trouble-connect = сайт не отвечает
trouble-slow = сайт отвечает слишком долго
trouble-tls = сертификату сайта нельзя доверять
trouble-status = сайт ответил ошибкой { $status }
trouble-redirects = сайт без конца переадресует
trouble-large = ответ больше { $size } МБ
trouble-web-page = это обычная веб-страница, а не лента
trouble-empty = в ленте нет ни одной записи
trouble-no-item = на странице ничего не нашлось по селектору { $selector }
trouble-no-feed = по этому адресу нет ленты
trouble-robots = сайт запрещает читать его роботам (robots.txt)
trouble-broken = ответ сайта оборвался или испорчен
trouble-parser = ответ сайта не удалось разобрать
