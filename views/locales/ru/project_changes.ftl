# Что изменилось в проекте: поле, было → стало
change-name-in = Название ({ $language })
change-first = { $field }: { $new }
change-other = { $field }: { $old } → { $new }
change-gone = { $field }: { $old } → не указано
change-altered = { $field }: обновлено

change-lapsed = Меморандум утратил силу
change-not-lapsed = Меморандум снова действует
change-published = Проект опубликован
change-not-published = Проект снят с публикации
change-deleted = Проект удалён
change-not-deleted = Проект восстановлен
change-suspended = Работы приостановлены: { $suspension }
change-resumed = Работы возобновлены

change-claim-added = Названа сумма: { $claim }
change-claim-gone = Запись о сумме убрана: { $claim }
change-claim-other = Запись о сумме: { $old } → { $new }
change-milestone-added = Новый этап: «{ $title }», срок: { $due }
change-milestone-gone = Этап убран: «{ $title }»
change-milestone-title = Этап переименован: «{ $old }» → «{ $new }»
change-milestone-due = Срок этапа «{ $title }»: { $old } → { $new }
change-milestone-met = Этап выполнен: «{ $title }», { $on }
change-milestone-unmet = Этап снова не выполнен: «{ $title }»
change-blocker-added = Препятствие: { $text } ({ $since })
change-blocker-gone = Препятствие убрано из списка: { $text }
change-blocker-other = Препятствие: { $old } → { $new }
change-blocker-resolved = Препятствие устранено: { $text } ({ $on })
change-blocker-reopened = Препятствие возникло снова: { $text }
change-document-added = Новый документ: «{ $title }»
change-document-gone = Документ убран: «{ $title }»
change-document-public = Документ открыт для всех: «{ $title }»
change-document-internal = Документ теперь только для сотрудников: «{ $title }»
change-document-title = Документ переименован: «{ $old }» → «{ $new }»
change-photo-added = Новое фото: «{ $title }»
change-photo-gone = Фото убрано: «{ $title }»
change-photo-public = Фото открыто для всех: «{ $title }»
change-photo-internal = Фото теперь только для сотрудников: «{ $title }»
change-photo-title = Подпись к фото: «{ $old }» → «{ $new }»

change-untitled = без названия
