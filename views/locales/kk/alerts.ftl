# Хабарландырулар: жаңалық дайджестті күтпей, бірден келеді
alert-why = Сіз бірден білгіңіз келген тақырып: { $what }
alert-story = Толығырақ
alert-settings = ⚙️ Хабарландырулар
alert-off = 🔕 Өшіру

# Хабарландыруларды баптау
settings-alerts = 🔔 Жедел хабарландырулар
alerts-title = <b>🔔 Жедел хабарландырулар</b>
alerts-about = Сізге маңызды тақырыптағы жаңалық дайджестті күтпей, бірден келеді және дайджестте қайталанбайды. Біреуі сәйкес келсе болғаны: сала, аудан немесе сөз.
alerts-state-on = Қазір қосулы.
alerts-state-off = Қазір өшірулі.
alerts-state-empty = Әзірге ештеңе таңдалмаған: салаларды, аудандарды немесе сөздерді белгілеңіз.
alerts-line-sectors = Салалар: { $chosen }
alerts-line-districts = Аудандар мен қалалар: { $chosen }
alerts-line-words = Сөздер: { $chosen }
alerts-line-quiet = Тыныш сағаттар: { $hours }
alerts-line-most = Күніне ең көбі: { $count }
alerts-none = таңдалмаған
alerts-nothing = әзірге ештеңе
alerts-hours = { $start }–{ $end }
alerts-never-quiet = жоқ
alerts-never-quiet-button = Тыныш сағатсыз
alerts-preview = Соңғы аптада { $count } хабарландыру келер еді.
alerts-preview-none = Соңғы аптада мұндай жаңалық болған жоқ.
alerts-filtered = Жаңалық «Не жіберу керек» бөліміндегі таңдауыңызға да сай болуы керек.
alerts-ask-sectors =
    <b>Қай салалар туралы бірден хабарлайын?</b>

    Таңдалғаны: { $chosen }
alerts-ask-districts =
    <b>Қай аудандар мен қалалар туралы бірден хабарлайын?</b>

    Таңдалғаны: { $chosen }
alerts-ask-words =
    <b>Қандай сөздер кездессе, бірден хабарлайын?</b>

    Таңдалғаны: { $chosen }
alerts-ask-quiet =
    <b>Қай уақытта мазаламайын?</b>

    Тыныш сағаттарда шыққан жаңалық сол уақыт біткен соң келеді. Дайджестке бір сағаттан аз қалса, сонда болады.
alerts-ask-most =
    <b>Күніне ең көбі қанша хабарландыру келсін?</b>

    Қалғаны дайджестте болады.
alerts-sectors = 🏷 Салалар
alerts-districts = 📍 Аудандар
alerts-words = 🔎 Сөздер
alerts-quiet = 🌙 Тыныш сағаттар
alerts-most = 🔢 Күніне қанша
alerts-turn-on = 🔔 Қосу
alerts-turn-off = 🔕 Өшіру
alerts-back = ‹ Хабарландыруларға
alerts-turned-off = Хабарландырулар өшірілді, жаңалықтар дайджестте келеді. Қайта қосу: /settings
