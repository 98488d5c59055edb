# Посты канала
post-subscribe = 🤖 Подписаться в боте
post-discuss = 💬 Обсуждение
post-project-changed = 🏗 <b>Изменения в проекте</b>

# Каналы: список
channels-title = <b>📢 Каналы</b>
channels-none = Каналов нет: их называют в настройках бота, KERUEN_CHANNEL_ID.
channels-line = <b>{ $title }</b>: { $chosen }
channels-line-lost = <b>{ $title }</b>: ⛔ бот не может публиковать
channels-open = 📢 Каналы
channels-announce = ‹ К объявлениям
channel-short-stories = новости
channel-short-projects = изменения в проектах
channel-short-digest = дайджест
channel-short-nothing = ничего не выходит

# Один канал
channel-title = <b>📢 { $title }</b> · { $language }
channel-may-post = ✅ Бот может публиковать и закреплять.
channel-may-post-not-pin = ✅ Бот может публиковать, но не может закреплять: для этого ему нужно право изменять чужие сообщения.
channel-may-not-post = ⛔ Бот не может публиковать. Узнали об этом { $at }. Причина: { $why }.
channel-line-stories = 📰 Новости: { $when }
channel-line-projects = 🏗 Изменения в проектах: { $when }
channel-line-digest = 🗞 Дайджест: { $when }
channel-line-quiet = 🌙 Тихие часы: { $hours }
channel-line-zone = 🌍 Часовой пояс: { $zone }
channel-line-choices = 🎯 Что выходит: { $choices }
channel-line-discussion = 💬 Обсуждение: { $name }
channel-says-off = выключено
channel-says-once = сразу, не больше { $count } в час
channel-says-hours = в { $hours }, каждый раз не больше { $count }
channel-says-digest = в { $time }, одной записью
channel-says-digest-pinned = в { $time }, одной записью, закрепляется
channel-last = Последняя запись: { $at }
channel-no-last = Записей пока не было.
channel-next = Следующие записи: { $at }
channel-next-at-once = Следующая запись: как только появится что-то новое
channel-next-digest = Следующий дайджест: { $at }
channel-waiting = Ждут очереди: новостей { $stories }, проектов { $projects }
channel-not-posted = { $count ->
    [one] За неделю не вышла { $count } запись: { $why }
    [few] За неделю не вышли { $count } записи: { $why }
   *[many] За неделю не вышло { $count } записей: { $why }
}
channel-open-stories = 📰 Новости
channel-open-projects = 🏗 Проекты
channel-open-digest = 🗞 Дайджест
channel-open-pace = 🔢 Часы и число
channel-open-quiet = 🌙 Тихие часы
channel-open-zone = 🌍 Часовой пояс
channel-open-districts = 📍 Районы
channel-open-sectors = 🏷 Отрасли
channel-open-languages = 🌐 Языки
channel-open-samples = 👁 Образцы
channel-open-check = 🔄 Проверить права
channel-back-all = ‹ Все каналы
channel-back-one = ‹ К каналу
channel-open = Открыть канал

# Что выбирают
channel-when-off = Не публиковать
channel-when-once = Сразу, как появится
channel-when-hours = В назначенные часы
channel-ask-stories =
    <b>Когда публиковать новости?</b>

    Каждая новость выходит отдельной записью, самые важные и свежие первыми, не больше { $count } в час. Выйдет то, что появится после включения. Что не поместилось за сутки, останется дайджесту. Чего дождался дайджест, отдельно не выходит, и наоборот.
channel-ask-projects =
    <b>Когда сообщать об изменениях в проектах?</b>

    Для каждого проекта выходит одна запись со всем, что в нём изменилось и что видно всем, не больше { $count } в час. Выйдет то, что изменится после включения.
channel-ask-pace =
    <b>Сколько записей и в какие часы?</b>

    Верхний ряд: сколько новостей и сколько проектов выходит за час, самое большее. Сейчас { $count }.

    Часы нужны тому, что выходит «в назначенные часы». Сейчас: { $hours }
channel-ask-quiet =
    <b>Когда не публиковать?</b>

    Накопившееся за эти часы выйдет после них, понемногу. На дайджест это не влияет: он приходит в своё время.
channel-ask-digest =
    <b>Дайджест канала</b>

    Одна запись в день: то, что ещё не вышло отдельно. Если нового нет, ничего не выходит.
channel-may-not-pin = ⚠️ Сейчас закрепить не получится: боту нужно право изменять чужие сообщения в канале.
channel-digest-on = Включить дайджест
channel-digest-off = Выключить дайджест
channel-pin = 📌 Закреплять дайджест
channel-unpin = Не закреплять дайджест
channel-ask-zone =
    <b>По какому времени живёт канал?</b>

    Сейчас: { $zone }
channel-ask-districts =
    <b>О каких районах и городах публиковать?</b>

    Выбрано: { $chosen }
channel-ask-sectors =
    <b>О каких отраслях публиковать?</b>

    Выбрано: { $chosen }
channel-ask-languages =
    <b>Новости на каких языках публиковать?</b>

    Выбрано: { $chosen }
channel-ask-sample =
    <b>Как выглядит запись?</b>

    Образец придёт сюда, в канале его не увидят.
channel-sample-story = 📰 Новость
channel-sample-project = 🏗 Изменения в проекте
channel-sample-digest = 🗞 Дайджест
channel-no-sample-story = Подходящих новостей пока нет.
channel-no-sample-project = Изменений, которые можно показать всем, пока нет.
channel-no-sample-digest = Для дайджеста пока нет ничего нового.
channel-one-hour-left = Последний час убрать нельзя: публикации выключаются на экранах «Новости» и «Проекты».
channel-not-asked = Telegram не ответил. Попробуйте ещё раз через минуту.
channel-checked = 🔄 Права проверены.
channel-saved = ✅ Сохранено.
error-channel-gone = Этого канала больше нет в настройках бота.

# О чём узнают администраторы
channel-lost =
    ⛔ Бот больше не может публиковать в канале «{ $title }»: { $why }.

    Верните ему право публиковать. Что не вышло и что ждёт, видно на экране канала.
channel-back =
    ✅ Бот снова может публиковать в канале «{ $title }».

    Выйдет то, что ещё свежо, не больше { $count } в час.
channel-why-out = бота удалили из канала
channel-why-rights = у бота нет права публиковать
channel-why-none = канал не найден
channel-why-overdue = новость устарела раньше, чем её удалось отправить
channel-why-uncertain = Telegram не ответил, дошло ли
channel-why-unknown = причина неизвестна

# Журнал
act-channel-set = Публикации канала изменены
audit-channel = канал { $name }
audit-field-stories = новости
audit-field-hours = часы
audit-field-most = записей в час
audit-field-quiet = тихие часы
audit-field-digest = дайджест
audit-field-digest-at = время дайджеста
audit-field-pins = закрепление
audit-field-timezone = часовой пояс
audit-field-languages = языки новостей
audit-field-sectors = отрасли
