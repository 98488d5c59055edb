# Поля проекта и их значения словами
field-code = Код
field-names = Название
field-investors = Инвестор
field-sectors = Отрасль
field-districts = Район
field-zone = Зона
field-place = Место
field-point = Координаты
field-claims = Сведения о сумме
field-amount = Сумма
field-jobs-planned = Рабочие места по плану
field-jobs-created = Создано рабочих мест
field-capacity = Мощность
field-memorandum = Меморандум
field-curator = Куратор
field-stage = Стадия
field-lapsed = Меморандум утратил силу
field-suspension = Приостановка
field-planned-start = Начало по плану
field-planned-finish = Завершение по плану
field-actual-start = Начало по факту
field-actual-finish = Завершение по факту
field-milestones = Этапы
field-physical = Построено
field-financial = Освоено средств
field-blockers = Препятствия
field-documents = Документы
field-notes = Заметки
field-published = Опубликован
field-deleted = Удалён

value-none = не указано
value-yes = да
value-no = нет
value-unknown = другая сумма
value-became = { $old } → { $new }
value-more = ещё { $count }
value-number = № { $number }
value-percent = { $percent } %
value-person = сотрудник № { $number }
value-suspended = { $reason } · { $since }
value-milestone = «{ $title }», срок: { $date }
value-milestone-met = «{ $title }», выполнено: { $date }
value-resolved = { $what } (решено: { $date })
document-photo = фотография
document-document = документ

delay-none = в срок
delay-early = раньше срока на { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
delay-late = опоздание составило { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
delay-so-far = опоздание: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
