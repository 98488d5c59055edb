# /people
people-title = <b>Адамдар мен рөлдер</b> · әкімші: { $admins }, қызметкер: { $officials }
people-line = { $name } · { $role }
people-line-where = { $name } · { $role } · { $where }
people-number = № { $number }
people-settings = баптаудан
people-previous = ‹ Артқа
people-next = Әрі қарай ›
people-invite = ➕ Шақыру
people-back = ‹ Барлық адам
people-two-person = Жобалардағы өзгерістерді екінші адам растайды. Қызметкерлер үшін: { $officials }, әкімшілер үшін: { $admins }.
people-two-announcements = Хабарландыруды жіберуді екінші адам растайды: { $state }.
people-is-on = қосулы
people-is-off = өшірулі
people-two-official-on = 👥 Қызметкерлер үшін қосу
people-two-official-off = 👥 Қызметкерлер үшін өшіру
people-two-admin-on = 👥 Әкімшілер үшін қосу
people-two-admin-off = 👥 Әкімшілер үшін өшіру
people-two-announcements-on = 👥 Хабарландырулар үшін қосу
people-two-announcements-off = 👥 Хабарландырулар үшін өшіру
person-card =
    <b>{ $name }</b>
    Нөмірі: { $number }

    Рөлі: { $role }
person-where = Аудандары: { $where }
person-projects = Жобалары: { $projects }
person-everywhere = Аумағы: бүкіл облыс
person-announcing = Хабарландырулар: { $what }
person-since = Рөл берілді: { $date }. Берген: { $by }
person-by-server = сервер
person-settings = Бұл рөл сервер баптауында берілген, оны тек сервер операторы өзгерте алады.
person-make-admin = ⬆️ Әкімші ету
person-make-official = ⬇️ Қызметкер ету
person-districts = 📍 Аудандар
person-projects-button = 🏗 Жобалар
person-announcing-button = 📣 Хабарландырулар
person-announcing-nothing = ештеңе
person-announcing-write = жазады
person-announcing-send = жазады әрі жібереді
person-announcing-ask =
    <b>{ $name }</b>

    Хабарландырулармен не істей алады? Жазатын адам қаралама дайындайды, жіберетін адам оған қоса жіберуді растайды.
person-end = ✕ Рөлді алып қою
person-back = ‹ { $name }
person-admin-ask = Әкімші етесіз бе: <b>{ $name }</b>? Әкімшіге бәрі қолжетімді, соның ішінде адамдар мен рөлдер де.
person-official-ask = Қызметкер етесіз бе: <b>{ $name }</b>? Дереккөздер, жаңалықтарды тексеру, адамдар мен рөлдер қолжетімсіз болады. Аумағы: { $where }
person-end-ask = Рөлді алып қоясыз ба: <b>{ $name }</b>? Осы рөлде жасалғанның бәрі журналда нөмірімен қалады.
person-yes = Иә
person-no = Жоқ, қалсын
person-changed = Рөл өзгертілді: { $name } ✅
person-ended = Рөл тоқтатылды: { $name } ✅
person-districts-ask =
    <b>{ $name }</b>

    Аумағы: { $where }

    Қызметкер қай аудандардың жобаларына жауап беретінін белгілеңіз.
person-projects-ask =
    <b>{ $name }</b>

    Жобалары: { $projects }

    Жобаның кодын жіберіңіз, мысалы TUR-001, немесе бірнеше кодты бос орын арқылы жазыңыз. Жобаны алып тастау үшін оны басыңыз.
person-projects-none = таңдалмаған
person-codes-unknown = Мұндай жоба жоқ: { $codes }

error-office-gone = Бұл рөл енді жоқ.
error-office-settings = Бұл рөл сервер баптауында берілген, оны мұнда өзгертуге болмайды.
error-office-last-admin = Бұл – соңғы әкімші. Алдымен басқа әкімшіні шақырыңыз: /invite
error-office-scope-empty = Кемінде бір аудан немесе жоба керек. Бүкіл облыс керек болса, «Бүкіл облыс» батырмасын басыңыз.
