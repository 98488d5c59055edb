# Подписки на проекты: /follow и /following
following-button = 🔔 Мои подписки
follow-title = <b>За чем вы следите</b>
follow-nothing = Пока ни за чем. Подпишитесь на проект, район, отрасль или страну, и всё, что там изменится, придёт первым в дайджесте или сразу.
follow-private = <i>Этот список виден только в этом чате.</i>
follow-more = ➕ Подписаться ещё
follow-first = ➕ Подписаться
follow-choose = <b>За чем следить?</b>
follow-about = Расскажу о каждом изменении: что было, что стало, почему и откуда это известно. Изменения приходят первыми в дайджесте, а если попросите — сразу.
follow-choose-back = ‹ Другой выбор
follow-back = ‹ К проекту
follow-found = Что из этого вы имели в виду?
follow-not-found = Такого проекта, района или отрасли не нашлось. Попробуйте другие слова или выберите из списка.
follow-none-there = Здесь пока нечего выбрать.
follow-gone = этого проекта больше нет в реестре

follow-kind-project = 🏗
follow-kind-district = 📍
follow-kind-sector = 🏷
follow-kind-country = 🌍
follow-kind-curator = 👤
follow-all-district = 📍 Район или город
follow-all-sector = 🏷 Отрасль
follow-all-country = 🌍 Страна инвестора
follow-all-curator = 👤 Куратор
follow-ask-district =
    <b>Районы и города</b>
    Нажмите, чтобы следить за всеми проектами района, и ещё раз, чтобы перестать.
follow-ask-sector =
    <b>Отрасли</b>
    Нажмите, чтобы следить за всеми проектами отрасли, и ещё раз, чтобы перестать.
follow-ask-country =
    <b>Страны инвесторов</b>
    Нажмите, чтобы следить за всеми проектами с участием страны, и ещё раз, чтобы перестать.
follow-ask-curator =
    <b>Кураторы</b>
    Нажмите, чтобы следить за всеми проектами куратора, и ещё раз, чтобы перестать.

follow-is-digest = с дайджестом
follow-is-now = сразу
follow-to-digest = 🗞 С дайджестом
follow-to-now = ⚡ Сразу
follow-to-stop = ✕ Отписаться
follow-said-digest = ✅ Изменения будут приходить первыми в дайджесте.
follow-said-now = ✅ Изменения будут приходить сразу, кроме тихих часов. Часы и число сообщений в день — как у оповещений.
follow-said-stop = Вы отписались.
follow-toast-digest = Изменения придут с дайджестом.
follow-toast-now = Изменения придут сразу.
follow-toast-stop = Вы отписались.

error-follow-subscribe = Чтобы узнавать об изменениях, сначала подпишитесь: /start
error-follow-many = Подписок уже { $most }, больше нельзя. Уберите лишние: /following
