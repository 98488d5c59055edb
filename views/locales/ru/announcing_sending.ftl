# Подтверждение
send-title = 📤 <b>Отправить объявление № { $number }?</b>
send-is-awaiting = 👀 <b>Объявление № { $number } ждёт согласования</b>
send-is-begun = 📤 Объявление № { $number } уже отправляется.
send-is-scheduled = 🗓 <b>Объявление № { $number } будет отправлено</b>
send-channels = Каналы: { $channels }
send-channel-at = { $name } ({ $at })
send-when-now = Когда: сразу
send-when-at = Когда: <b>{ $at }</b>, { $zone }
send-when-every = Когда: <b>{ $every }</b>, { $zone }. Ближайший раз: { $next }
send-every-week = каждую неделю, { $day }, { $at }
send-every-month = каждый месяц, { $day } числа, в { $at }
send-moment = { $weekday }, { $day }, { $at }
send-quiet-on = Тихие часы: с 22:00 до 08:00 по часам получателя ничего не приходит
send-quiet-night = Тихие часы: у { $count } из них будет ночь, им придёт утром, в 08:00
send-quiet-off = Тихие часы не соблюдаются: придёт и ночью
send-is-urgent = Срочное: раньше всего остального
send-warning = ⚠️ { $what }
send-warns-unread = Версию никто не получит: { $languages }.
send-warns-fallback = Без версии на своём языке: { $count }. Им придёт: { $language }.
send-warns-channel = Сейчас туда написать нельзя: { $channels }.
send-warns-pin = Нет права закреплять: { $channels }.
send-warns-second = Отправку подтвердит второй человек.

announce-go = 📤 Отправить: { $count }
send-go-later = 🗓 Запланировать: { $count }
send-go-every = 🔁 Повторять: { $count }
send-go-second = 👀 На согласование: { $count }
send-ask = 🙋 Попросить отправить
send-when-button = 🕘 Когда
send-channels-button = 📢 Каналы: { $count }
send-quiet-is-on = 🌙 Тихие часы: да
send-quiet-is-off = 🌙 Тихие часы: нет
send-urgent-is-on = ⚡️ Срочно: да
send-urgent-is-off = ⚡️ Срочно: нет
send-agree = ✅ Согласовать: { $count }
send-return = ↩️ Вернуть
send-stop = ✏️ Снять с отправки
send-stop-series = ⏹ Больше не повторять
send-back = ‹ Назад
send-look = 👀 Посмотреть
send-stopped = Снято с отправки, черновик сохранён.
send-asked = Просьба отправить передана.
send-asked-nobody = Просьба уже передана, или некому: тем, кто отправляет, сейчас не написать.
send-given-back = Возвращено в черновики: у того, кто подтвердил отправку, больше нет на это права.

# Когда
send-when-ask =
    <b>Когда отправить объявление № { $number }?</b>

    { $now }

    Нажмите или напишите день и время: «завтра 10:00», «25.12 9:30», «через 2 часа». Часовой пояс: { $zone }
send-now = Сразу
send-each-week = 🔁 Каждую неделю
send-each-month = 🔁 Каждый месяц
send-day-ask-week = В какой день недели повторять?
send-day-ask-month = Какого числа повторять? В коротком месяце это будет его последний день.
send-time-ask = Во сколько? Нажмите или напишите, например 08:45. Часовой пояс: { $zone }
send-no-moment = Не похоже на день и время. Напишите, например, «завтра 10:00» или «25.12 9:30».
send-moved = В этот день часы переводят и такого времени нет. Первое после него: { $at }.

# Каналы
send-channels-ask = <b>В каких каналах выложить?</b> Версия — на языке канала.
send-own-time = 🕘 со всеми
send-own-ask = Когда выложить в канале { $name }? Нажмите или напишите день и время: «завтра 10:00». Часовой пояс: { $zone }
send-with-rest = Вместе со всеми
send-pins-is-on = 📌 Закрепить: да
send-pins-is-off = 📌 Закрепить: нет

# Что узнают без вопроса
send-second-asked = 👀 Объявление № { $number } ждёт вашего согласия: { $excerpt }
send-ready = 🙋 Объявление № { $number } просят отправить: { $excerpt }
send-agreed = ✅ Объявление № { $number } согласовано: { $excerpt }
send-returned =
    ↩️ Объявление № { $number } возвращено: { $excerpt }

    <i>{ $word }</i>
send-lapsed =
    ⚠️ Объявление № { $number } не отправлено и снова черновик: { $excerpt }

    У того, кто дал добро, больше нет права отправлять: { $who }
send-nobody = ⚠️ Объявление № { $number } пришло время отправить, но получателей нет. Оно снова черновик: { $excerpt }
send-nobody-series = ⚠️ Объявление № { $number } в этот раз пропущено, получателей нет: { $excerpt }
send-began = 📤 Объявление № { $number } отправляется, получателей: { $count }. { $excerpt }
send-began-late = Оно начато позже срока, бот в это время не работал. Опоздание: { $hours ->
    [0] { $minutes } мин.
   *[other] { $hours } ч { $minutes } мин.
}
watch-why-broken = Содержание объявления не удаётся прочитать. Ошибка:
send-return-ask = Что не так с объявлением № { $number }? Напишите: это прочтут автор и тот, кто подтвердил отправку.

# Право на объявления
announcing-now-nothing = Работать с объявлениями вы больше не можете.
announcing-now-write = Теперь вы можете писать объявления. Отправляет их тот, кому это поручено. Открыть: /announce
announcing-now-send = Теперь вы можете писать и отправлять объявления. Открыть: /announce
announcing-open = 📣 Объявления

error-announcement-past = Это время уже прошло: выберите другое.
error-announcement-far = Это больше чем через год: проверьте год.
error-announcement-no-second = Отправку должен подтвердить второй человек, кроме автора и вас, а больше никто отправлять не может. Право на объявления даётся в /people.
error-announcement-own = Своё объявление согласовать нельзя: это сделает другой человек.

audit-field-starts-at = когда
audit-field-every = повтор
audit-field-day = день
audit-field-clock = время
audit-every-week = каждую неделю
audit-every-month = каждый месяц
audit-field-recipients = получателей
audit-field-user = номер человека

act-announcement-send = Объявление отправлено
act-announcement-schedule = Объявление запланировано
act-announcement-reschedule = Время объявления изменено
act-announcement-unschedule = Объявление снято с отправки
act-announcement-ask = Объявление передано на согласование
act-announcement-approve = Объявление согласовано
act-announcement-return = Объявление возвращено
act-announcement-lapse = Объявление снято: права отправлять больше нет
