# Общее для всех разделов
language-name = Русский
languages-all = на всех языках
weekdays-all = каждый день
weekdays-work = по будням
button-back = ‹ Назад
button-home = ‹ К настройкам
toast-saved = Сохранено

# Ошибки: что случилось и что делать
error-unexpected = Что-то пошло не так. Мы уже знаем об этом. Попробуйте, пожалуйста, ещё раз чуть позже.
error-storage = Сейчас не получается сохранить. Попробуйте, пожалуйста, через минуту.
error-forgotten = Здесь уже ничего нет. Начать заново: /start
error-old-button = Эта кнопка больше не действует. Откройте нужное заново: /help
error-needs-group-admin = Настройки группы меняют только её администраторы.
error-needs-official = Это доступно только сотрудникам.
error-needs-admin = Это доступно только администраторам.

# Когда придёт
at-today = сегодня в { $time }
at-tomorrow = завтра в { $time }
at-date = { $date } в { $time }
