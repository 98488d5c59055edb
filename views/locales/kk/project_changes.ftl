# Жобада не өзгерді: өріс, бұрынғысы → қазіргісі
change-name-in = Атауы ({ $language })
change-first = { $field }: { $new }
change-other = { $field }: { $old } → { $new }
change-gone = { $field }: { $old } → көрсетілмеген
change-altered = { $field }: жаңартылды

change-lapsed = Меморандум күшін жойды
change-not-lapsed = Меморандум қайта күшіне енді
change-published = Жоба жарияланды
change-not-published = Жоба жариялаудан алынды
change-deleted = Жоба жойылды
change-not-deleted = Жоба қалпына келтірілді
change-suspended = Жұмыс уақытша тоқтатылды: { $suspension }
change-resumed = Жұмыс қайта басталды

change-claim-added = Жарияланған сома: { $claim }
change-claim-gone = Сома туралы жазба алынды: { $claim }
change-claim-other = Сома туралы жазба: { $old } → { $new }
change-milestone-added = Жаңа меже: «{ $title }», мерзімі: { $due }
change-milestone-gone = Меже алынды: «{ $title }»
change-milestone-title = Меженің атауы өзгерді: «{ $old }» → «{ $new }»
change-milestone-due = «{ $title }» межесінің мерзімі: { $old } → { $new }
change-milestone-met = Меже орындалды: «{ $title }», { $on }
change-milestone-unmet = Меже қайтадан орындалмаған болды: «{ $title }»
change-blocker-added = Кедергі: { $text } ({ $since })
change-blocker-gone = Кедергі тізімнен алынды: { $text }
change-blocker-other = Кедергі: { $old } → { $new }
change-blocker-resolved = Кедергі жойылды: { $text } ({ $on })
change-blocker-reopened = Кедергі қайта туындады: { $text }
change-document-added = Жаңа құжат: «{ $title }»
change-document-gone = Құжат алынды: «{ $title }»
change-document-public = Құжат баршаға ашылды: «{ $title }»
change-document-internal = Құжатты енді тек қызметкерлер көреді: «{ $title }»
change-document-title = Құжаттың атауы өзгерді: «{ $old }» → «{ $new }»
change-photo-added = Жаңа фото: «{ $title }»
change-photo-gone = Фото алынды: «{ $title }»
change-photo-public = Фото баршаға ашылды: «{ $title }»
change-photo-internal = Фотоны енді тек қызметкерлер көреді: «{ $title }»
change-photo-title = Фотоның атауы: «{ $old }» → «{ $new }»

change-untitled = атауы жоқ
