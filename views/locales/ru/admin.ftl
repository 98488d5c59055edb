# Что администраторам сообщается само
notice-source-gone =
    ⚠️ Источник закрыт: <b>{ $title }</b>
    { $url }

    Сайт сообщает, что этой ленты больше нет. Больше не опрашиваю её.
notice-source-stopped =
    ⚠️ Источник не отвечает: <b>{ $title }</b>
    { $url }

    Последняя ошибка: { $detail }
    Буду проверять его раз в сутки и сообщу, когда он вернётся.
notice-source-back =
    ✅ Источник снова работает: <b>{ $title }</b>
    { $url }
notice-source-silent =
    🔇 Источник молчит: <b>{ $title }</b>
    { $url }

    Лента открывается, но новостей в ней нет гораздо дольше обычного.
notice-open-source = Открыть источник

# /stats
stats-title = <b>Статистика</b>
stats-all = Подписчики: получают { $active }, на паузе { $paused }, недоступны { $unreachable }. Без подписки: { $visitor }.
stats-language = { $language }: получают { $active }, на паузе { $paused }, недоступны { $unreachable }, без подписки { $visitor }
stats-week = За последние 7 дней: подписалось { $new }, ушло { $lost }
stats-kinds = В том числе групп: { $groups }, каналов: { $channels }
stats-day = <b>Доставка вчера, { $date }</b>
stats-today = <b>Доставка сегодня</b>
stats-deliveries = Доставлено: { $sent }. Не доставлено: { $failed }. Отменено: { $cancelled }. Под вопросом: { $uncertain }.

# /sources
sources-title = <b>Источники</b>: всего { $count }, работает { $active }
sources-none = Источников пока нет. Добавьте первый: кнопкой ниже или командой /sources add АДРЕС
sources-add = ➕ Добавить
sources-back = ‹ Все источники
sources-previous = ‹ Назад
sources-next = Дальше ›
sources-check = 🔄 Проверить
sources-pause = ⏸ Остановить
sources-resume = ▶️ Возобновить
sources-remove = 🗑 Удалить
sources-remove-yes = Да, удалить
sources-remove-no = Нет, оставить
sources-state-active = работает
sources-state-failing = последняя попытка не удалась
sources-state-new = ещё не опрашивался
sources-state-paused = остановлен администратором
sources-state-stopped = не отвечает
sources-kind-feed = лента
sources-kind-sitemap = карта сайта
sources-kind-page = страница раздела
sources-full-text-on = 📄 Полный текст: вкл
sources-full-text-off = 📄 Полный текст: выкл
sources-review-on = 👁 Публикация: после проверки
sources-review-off = 👁 Публикация: сразу
source-card =
    <b>{ $title }</b>
    { $url }

    Вид: { $kind }
    Состояние: { $state }
    Опрос: раз в { $minutes } мин
    Последняя проверка: { $checked }
    Последний ответ: { $succeeded }
    Последняя новость: { $newest }
source-error = Ошибка: { $error }
source-never = ещё не было
source-add-ask =
    <b>Новый источник</b>

    Пришлите адрес ленты (RSS, Atom или JSON Feed), например https://example.kz/rss
source-added = Источник добавлен ✅
source-in-doubt =
    ⚠️ Источник добавлен, но прочитать его не удалось: { $error }.
    { $url }

    Оставить его? Тогда я буду пробовать снова.
sources-keep = Всё равно оставить
source-known = Такой источник уже есть.
source-checked = Проверено ✅ Записей: { $count }
source-lacks-title = Без заголовка: { $count }
source-lacks-link = Без ссылки: { $count }
source-lacks-date = Без даты: { $count }
source-lacks-lead = Без лида: { $count }
source-check-failed = Проверить не удалось: { $error }
source-remove-ask = Удалить источник «{ $title }»? Уже полученные новости останутся.
source-removed = Источник «{ $title }» удалён.
error-source-gone = Этого источника больше нет.
error-source-url = Это не похоже на адрес ленты. Нужен полный адрес, например https://example.kz/rss
error-source-interval = Интервал опроса: от 1 минуты до 7 дней.
error-source-timezone = Такого часового пояса нет.
error-source-selector = «{ $selector }» — это не CSS-селектор.
error-source-rule = Странице раздела нужны CSS-селекторы, а ленте и карте сайта — нет.
