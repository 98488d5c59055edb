announce-title =
    📣 <b>Объявления</b>

    Это ещё не отправлено:
announce-none =
    📣 <b>Объявления</b>

    Черновиков нет.
announce-new = ✍️ Новое объявление
announce-back = ‹ К черновику
announce-ask = Пришлите то, что нужно объявить: текст, фото, видео, альбом, документ, голосовое, опрос или место. Можно переслать пост.
announce-draft = 📣 <b>Черновик № { $number }</b>
announce-says-nothing = Пока ничего не сказано.
announce-say = ✏️ Текст
announce-audience = 👥 Кому
announce-send = 📤 Отправить
announce-delete = 🗑 Удалить
announce-all = ‹ Все черновики
announce-empty = № { $number } · пусто
announce-version = <b>{ $language }</b>: { $excerpt }
menu-announce = Объявления

error-announcement-gone = Этого объявления больше нет.
error-announcement-changed = Объявление с тех пор изменилось. Откройте его заново.
error-announcement-empty = В объявлении пока ничего нет.
error-announcement-nobody = Это объявление никто не получит: выберите, кому его отправить.
error-needs-announcing-write = Писать объявления могут те, кому это поручено.
error-needs-announcing-send = Отправлять объявления могут те, кому это поручено.

act-announcement-delete = удаление черновика объявления
