# Жаңалық карточкасы
story-gone = Бұл жаңалық енді жоқ.
story-amount = 💰 Сомасы: { $values }
story-stage = 🏗 Кезеңі: { $values }
story-countries = 🌍 Серіктес елдер: { $values }
story-jobs = 👷 Жұмыс орны: { $values }
story-capacity = 📐 Ауқымы: { $values }
story-companies = 🏢 Қатысушылар: { $values }
story-places = 📍 Қайда: { $values }
story-sectors = 🏷 Салалар: { $values }
story-told = <b>{ $count } дереккөз</b>
story-told-one = • { $date } · { $source }
story-told-withdrawn = • { $date } · { $source } (жарияланым алынып тасталды)
story-related = <b>Тағы оқыңыз</b>
story-related-one = { $number }. { $title } · { $date }

# Кезеңдер
stage-planned = жоспарда
stage-memorandum = меморандум
stage-preparation = дайындық
stage-construction = құрылыс
stage-commissioning = іске қосу-баптау
stage-launched = іске қосылды
stage-stopped = тоқтатылды
stage-closing = жабылып жатыр
stage-closed = жабылды

# Қуат бірліктері
unit-ha = { $number } га
unit-MW = { $number } МВт
unit-GW = { $number } ГВт
unit-m2 = { $number } м²
unit-m3 = { $number } м³
unit-t = { $number } т
unit-l = { $number } л
unit-m = { $number } м
unit-head = { $count ->
   *[other] { $number } бас
}
unit-units = { $count ->
   *[other] { $number } дана
}
unit-places = { $count ->
   *[other] { $number } орын
}
per-year = жылына { $measured }
per-day = күніне { $measured }

# Түзетулер
story-withdrawn = 🚫 Дереккөз бұл жарияланымды алып тастады.
story-corrected = ✏️ Түзетілді: { $changes }
story-retitled = ✏️ Дереккөз тақырыбын өзгертті.
story-not-said = көрсетілмеген

# Карточка астында
story-more = 👍 Көбірек
story-less = 👎 Азырақ
story-mute = 🔕 Өшіру: { $source }
story-hear = 🔔 Қайтару: { $source }
story-why = ❔ Бұл маған неге келді
story-said-more = Мұндай жаңалықтар дайджесте жоғарырақ тұрады.
story-said-less = Мұндай жаңалықтар дайджесте төменірек тұрады.
story-said-mute = Тек осы дереккөз жазған жаңалықтар енді келмейді.
story-said-hear = Бұл дереккөздің жаңалықтары қайтадан келеді.

# Бұл маған неге келді
why-found = Бұл – өңірдегі инвестиция туралы жаңалық.
why-found-by = Бұл – өңірдегі инвестиция туралы жаңалық, оны мына сөздер көрсетеді: { $words }.
why-all-wanted = Сіз ештеңені шектемегенсіз, сондықтан мұндай жаңалықтың бәрі келеді.
why-chosen = Ол таңдауыңызға сай келеді: { $what }.
why-not-wanted = Ол таңдауыңызға сай емес, мұндайлар дайджестке кірмейді.
why-muted = Оның дереккөзін өшіріп қойғансыз, сондықтан ол дайджестке кірмейді.
why-higher = Мұндайды көбірек сұрағансыз, сондықтан ол жоғарырақ тұр: { $what }.
why-lower = Мұндайды азырақ сұрағансыз, сондықтан ол төменірек тұр: { $what }.
why-amount = сомасы аталған
why-filters = 📰 Не жіберу керек
