# Дайджест: ежедневное сообщение с новостями
digest-title =
    <b>Инвестиционные новости { $region }</b>
    { $date }
digest-count = { $count ->
    [one] { $count } новость
    [few] { $count } новости
   *[many] { $count } новостей
}
digest-more = Ещё { $count } ›
digest-back = ‹ Назад
digest-settings = ⚙️ Настройки
digest-pause = ⏸ Пауза
digest-share = ↗️ Поделиться
digest-share-text = Инвестиционные новости { $region }
digest-own = Получать в личный чат
digest-nothing-new = Сегодня без новостей: с прошлого дайджеста ничего нового не появилось.
digest-nothing-yet = Сегодня новостей для вас не было.
digest-gone = Этого дайджеста больше нет.

story-sources = { $source } и ещё { $more }

# Ответы на /digest
asked-nothing = Пока ничего нового для вас.
asked-next = Следующий дайджест придёт { $at }.
asked-paused = Дайджест на паузе. Возобновить: /resume
asked-paused-until = Дайджест на паузе до { $date }. Возобновить раньше: /resume
asked-unsubscribed = Чтобы получать дайджест регулярно, подпишитесь: /start
asked-under-way = Дайджест уже отправляется. Если через пару минут его не будет, повторите /digest

# Лента /news
news-title = <b>Последние новости</b>
news-none = Новостей пока нет. Загляните позже.
news-none-chosen = По вашему выбору новостей пока нет.
news-newer = ‹ Новее
news-older = Раньше ›
