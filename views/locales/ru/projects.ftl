# Карточка проекта
project-code = 🔖 Код: <code>{ $code }</code>
project-candidate = 🌱 Кандидат: пока виден только сотрудникам.
project-progress = { $line } { $stage }
project-suspended = ⏸ Приостановлен: { $why }
project-lapsed = ⌛️ Меморандум утратил силу
project-built = 🧱 Построено: { $percent } %
project-spent = 💳 Освоено средств: { $percent } %
project-plan = 📅 План: { $dates }
project-fact = 🗓 Факт: { $dates }
project-starts = начало — { $date }
project-finishes = завершение — { $date }
project-delay = ⏰ { $delay }
project-next = 🎯 Следующий этап: { $what }
project-next-late = ⚠️ Просроченный этап: { $what }
project-amount = 💰 Сумма: { $amount }
project-printed = «{ $words }»
project-aside = { $what } ({ $aside })
project-other-claims = 🧾 Других сведений о сумме: { $count }
project-jobs = 👷 Рабочие места: { $jobs }
project-jobs-planned = план — { $count }
project-jobs-created = создано — { $count }
project-capacity = ⚙️ Мощность: { $capacity }
project-memorandum = 📝 Меморандум: { $what }
project-investors = 🏢 Инвестор: { $names }
project-sectors = 🏷 Отрасль: { $names }
project-places = 📍 Где: { $names }
project-curator = 👤 Куратор: { $name }
project-no-curator = 👤 Куратор: не назначен
project-blocker = ⛔️ Препятствие: { $what } ({ $date })
project-more-blockers = ⛔️ Других препятствий: { $count }
project-notes = 🗒 Заметки: { $notes }
project-last = 🕓 Последнее изменение: { $date }
project-became = • { $field }: { $what }
project-added = 🕓 Внесён в реестр: { $date }
project-more-changes = • других изменений: { $count }
project-why = Почему: { $reason }
project-by = Кто внёс: { $name }
project-story = 📰 { $title } · { $source } · { $date }
project-checked = ✅ Подтверждено: { $date }
project-checked-by = ✅ Подтверждено: { $date }, { $name }
project-stale = ⚠️ Давно не подтверждалось: { $date } ({ $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} назад)
project-more-lines = Ещё: { $count }

# Кнопки под карточкой
project-button-history = 📜 История
project-button-stories = 📰 Новости: { $count }
project-button-milestones = 🎯 Этапы: { $count }
project-button-documents = 📎 Документы: { $count }
project-button-amounts = 💰 Все суммы: { $count }
project-button-map = 🗺 На карте
project-button-follow = 🔔 Следить
project-button-qr = 🔳 QR-код
project-button-update = ✏️ Обновить
project-button-proposals = 📥 Ждут решения: { $count }
project-button-settle = 🌱 Что с кандидатом?
project-button-internal = 🔐 Служебная карточка
story-project = 🏗 Проект: { $name }
project-button-card = ‹ К проекту

# Страницы за карточкой
project-title-history = <b>История</b> · { $name }
project-title-stories = <b>Новости о проекте</b> · { $name }
project-title-milestones = <b>Этапы</b> · { $name }
project-title-amounts = <b>Что сообщали о сумме</b> · { $name }
project-title-documents = <b>Документы и фотографии</b> · { $name }
history-none = Записей пока нет.
history-day = <b>{ $date }</b>
history-added = <b>{ $date }</b> · внесён в реестр
history-entry = { $mark } { $field }: { $what }
history-undone = { $mark } ↩️ возврат · { $field }: { $what }
history-confirmed = кто подтвердил: { $name }
history-undo = ↩️ Вернуть: { $number }
stories-none = Новостей об этом проекте пока нет.
stories-unlink = ✕ Не о проекте: { $number }
stories-doubt = Новость «{ $title }» не о проекте «{ $name }»? Она останется среди новостей, но не на карточке проекта.
stories-doubt-yes = ✕ Не о проекте: убрать
milestone-met = ✅ { $what }
milestone-late = ⚠️ { $what } — просрочено
milestone-to-come = ▫️ { $what }
amount-current = ✅ { $what } — на карточке
amount-other = ▫️ { $what }
documents-none = Документов пока нет.
document-public = { $number }. { $sign } { $title } · { $date }
document-internal = { $number }. { $sign } { $title } · { $date } · служебный
document-not-sent = Этот документ сейчас не удаётся отправить. Попробуйте, пожалуйста, позже.
map-none = Точное место этого проекта в реестре не указано.
map-about = примерно
qr-caption = { $name }
    Код: { $code }. Откроет карточку проекта в Telegram.
value-operator = оператор

# Обход реестра: /projects
menu-projects = Проекты региона
walk-none = В реестре пока нет проектов.
walk-how = Как искать дальше?
walk-empty = Здесь проектов нет.
walk-title = <b>{ $what }</b> · { $count ->
    [one] { $count } проект
    [few] { $count } проекта
   *[many] { $count } проектов
}
walk-at = <b>{ $what }</b>
walk-word-all = Проекты региона
walk-word-mine = Мои проекты
walk-word-candidates = Кандидаты
walk-by-sector = 🏷 По отраслям
walk-by-district = 📍 По районам
walk-by-stage = 🚦 По стадиям
walk-by-zone = 🏭 По зонам
walk-by-country = 🌍 По странам
walk-title-sector = Выберите отрасль.
walk-title-district = Выберите район или город.
walk-title-stage = Выберите стадию.
walk-title-zone = Выберите зону.
walk-title-country = Выберите страну инвестора.
walk-sign = { $name } · { $count }
walk-all = 📋 Показать все: { $count }
walk-mine = 👤 Мои проекты: { $count }
walk-candidates = 🌱 Кандидаты: { $count }
walk-narrower = 🔎 Уточнить
walk-start = ⌂ К началу
walk-line = <b>{ $number }. { $name }</b>
    { $facts }
walk-suspended = { " " }· ⏸ приостановлен
walk-late = { " " }· ⏰ { $delay }

# Ошибки реестра
error-no-project = Такого проекта в реестре нет.
error-needs-own-project = Этот проект не в вашей зоне ответственности: изменить его может куратор или сотрудник, который отвечает за район.
error-planned-date-stands = Строительство уже началось, поэтому плановые даты не меняются. Запишите рядом фактическую.
error-wrong-code = В коде — только латинские буквы, цифры и дефис, не длиннее 40 знаков.
error-code-taken = Код { $code } уже у другого проекта.
error-no-name = У проекта должно быть название.
error-no-such-claim = Среди записанных такой суммы нет.
error-wrong-point = Таких координат не бывает.
error-wrong-jobs = Число рабочих мест должно быть целым: 0 или больше.
error-wrong-percent = Нужно целое число процентов от 0 до 100.
error-finish-before-start = Дата завершения раньше даты начала.
error-no-reason = Напишите, почему это изменилось.
