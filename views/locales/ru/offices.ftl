# /people
people-title = <b>Люди и роли</b> · администраторы: { $admins }, сотрудники: { $officials }
people-line = { $name } · { $role }
people-line-where = { $name } · { $role } · { $where }
people-number = № { $number }
people-settings = из настроек
people-previous = ‹ Назад
people-next = Дальше ›
people-invite = ➕ Пригласить
people-back = ‹ Все люди
people-two-person = Изменения в проектах подтверждает второй человек. Для сотрудников: { $officials }, для администраторов: { $admins }.
people-two-announcements = Отправку объявлений подтверждает второй человек: { $state }.
people-is-on = включено
people-is-off = выключено
people-two-official-on = 👥 Включить для сотрудников
people-two-official-off = 👥 Выключить для сотрудников
people-two-admin-on = 👥 Включить для администраторов
people-two-admin-off = 👥 Выключить для администраторов
people-two-announcements-on = 👥 Включить для объявлений
people-two-announcements-off = 👥 Выключить для объявлений
person-card =
    <b>{ $name }</b>
    Номер: { $number }

    Роль: { $role }
person-where = Районы: { $where }
person-projects = Проекты: { $projects }
person-everywhere = Где: вся область
person-announcing = Объявления: { $what }
person-since = Роль дана: { $date }. Кто дал: { $by }
person-by-server = сервер
person-settings = Эта роль — из настроек сервера, меняет её только тот, кто им управляет.
person-make-admin = ⬆️ Сделать администратором
person-make-official = ⬇️ Сделать сотрудником
person-districts = 📍 Районы
person-projects-button = 🏗 Проекты
person-announcing-button = 📣 Объявления
person-announcing-nothing = ничего
person-announcing-write = пишет
person-announcing-send = пишет и отправляет
person-announcing-ask =
    <b>{ $name }</b>

    Что можно делать с объявлениями? Кто пишет, готовит черновики; кто отправляет, ещё и подтверждает отправку.
person-end = ✕ Снять роль
person-back = ‹ { $name }
person-admin-ask = Сделать администратором: <b>{ $name }</b>? Администратору доступно всё, в том числе люди и роли.
person-official-ask = Сделать сотрудником: <b>{ $name }</b>? Источники, проверка новостей, люди и роли станут недоступны. Где: { $where }
person-end-ask = Снять роль: <b>{ $name }</b>? Всё, что сделано в этой роли, останется в журнале под номером.
person-yes = Да
person-no = Нет, оставить
person-changed = Роль изменена: { $name } ✅
person-ended = Роль снята: { $name } ✅
person-districts-ask =
    <b>{ $name }</b>

    Где: { $where }

    Отметьте районы, за проекты которых отвечает сотрудник.
person-projects-ask =
    <b>{ $name }</b>

    Проекты: { $projects }

    Пришлите код проекта, например TUR-001, или несколько кодов через пробел. Нажмите на проект, чтобы убрать его.
person-projects-none = не выбраны
person-codes-unknown = Таких проектов нет: { $codes }

error-office-gone = Этой роли больше нет.
error-office-settings = Эта роль — из настроек сервера, здесь её изменить нельзя.
error-office-last-admin = Это последний администратор. Сначала пригласите другого: /invite
error-office-scope-empty = Нужен хотя бы один район или проект. Если нужна вся область, нажмите «Вся область».
