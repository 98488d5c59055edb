# /announcements: что объявляли
menu-announcements = Объявления: что уже объявляли
announced-title = 📢 <b>Объявления</b>
announced-line = <b>{ $place }.</b> { $date }. { $excerpt }
announced-none =
    📢 <b>Объявления</b>

    Здесь пока ничего не объявляли.
announced-found = По словам «{ $words }»
announced-nothing = По словам «{ $words }» ничего не нашлось.
announced-search = Найти по словам: /announcements слова
announced-newer = ‹ Новее
announced-older = Раньше ›
announced-everything = ✕ Без поиска
announced-not-shown = Показать не получилось: сообщения или файла уже нет в Telegram.
announced-all = 📣 Все объявления
announced-all-title = 📣 <b>Все объявления</b>
announced-all-none =
    📣 <b>Все объявления</b>

    Здесь пусто.
announced-all-line =
    <b>№ { $number }</b> · { $state } · { $date }
    { $excerpt }
    Доставлено: { NUMBER($count) } из { NUMBER($all) }
announced-all-draft =
    <b>№ { $number }</b> · { $state } · { $date }
    { $excerpt }
announced-which-any = Все
announced-which-draft = Черновики
announced-which-waiting = Ждут
announced-which-going = Идут
announced-which-sent = Отправлены
announced-which-cancelled = Отменены
announced-which-withdrawn = Отозваны
announced-mine = 📢 Что объявляли мне
announced-drafts = ✍️ Черновики и новое
