# Арна жазбалары
post-subscribe = 🤖 Ботта жазылу
post-discuss = 💬 Талқылау
post-project-changed = 🏗 <b>Жобадағы өзгерістер</b>

# Арналар: тізім
channels-title = <b>📢 Арналар</b>
channels-none = Арна жоқ: олар боттың баптауларында аталады, KERUEN_CHANNEL_ID.
channels-line = <b>{ $title }</b>: { $chosen }
channels-line-lost = <b>{ $title }</b>: ⛔ бот жариялай алмайды
channels-open = 📢 Арналар
channels-announce = ‹ Хабарландыруларға
channel-short-stories = жаңалықтар
channel-short-projects = жобалардағы өзгерістер
channel-short-digest = дайджест
channel-short-nothing = ештеңе шықпайды

# Бір арна
channel-title = <b>📢 { $title }</b> · { $language }
channel-may-post = ✅ Бот жариялай да, бекіте де алады.
channel-may-post-not-pin = ✅ Бот жариялай алады, бірақ бекіте алмайды: ол үшін өзгелердің хабарламаларын өзгерту құқығы керек.
channel-may-not-post = ⛔ Бот жариялай алмайды. Бұл белгілі болған уақыт: { $at }. Себебі: { $why }.
channel-line-stories = 📰 Жаңалықтар: { $when }
channel-line-projects = 🏗 Жобалардағы өзгерістер: { $when }
channel-line-digest = 🗞 Дайджест: { $when }
channel-line-quiet = 🌙 Тыныш сағаттар: { $hours }
channel-line-zone = 🌍 Уақыт белдеуі: { $zone }
channel-line-choices = 🎯 Не шығады: { $choices }
channel-line-discussion = 💬 Талқылау: { $name }
channel-says-off = өшірулі
channel-says-once = бірден, сағатына ең көбі { $count }
channel-says-hours = уақыты { $hours }, әр жолы ең көбі { $count }
channel-says-digest = { $time }, бір жазба болып
channel-says-digest-pinned = { $time }, бір жазба болып, бекітіледі
channel-last = Соңғы жазба: { $at }
channel-no-last = Әзірге жазба болған жоқ.
channel-next = Келесі жазбалар: { $at }
channel-next-at-once = Келесі жазба: жаңа нәрсе пайда болған бойда
channel-next-digest = Келесі дайджест: { $at }
channel-waiting = Кезекте: { $stories } жаңалық, { $projects } жоба
channel-not-posted = Бір аптада { $count } жазба шықпады: { $why }
channel-open-stories = 📰 Жаңалықтар
channel-open-projects = 🏗 Жобалар
channel-open-digest = 🗞 Дайджест
channel-open-pace = 🔢 Сағаттар мен саны
channel-open-quiet = 🌙 Тыныш сағаттар
channel-open-zone = 🌍 Уақыт белдеуі
channel-open-districts = 📍 Аудандар
channel-open-sectors = 🏷 Салалар
channel-open-languages = 🌐 Тілдер
channel-open-samples = 👁 Үлгілер
channel-open-check = 🔄 Құқықты тексеру
channel-back-all = ‹ Барлық арна
channel-back-one = ‹ Арнаға
channel-open = Арнаны ашу

# Не таңдалады
channel-when-off = Жарияламау
channel-when-once = Пайда болған бойда
channel-when-hours = Белгіленген сағаттарда
channel-ask-stories =
    <b>Жаңалықтарды қашан жариялау керек?</b>

    Әр жаңалық жеке жазба болып шығады, маңыздысы мен жаңасы алдымен, сағатына ең көбі { $count }. Қосқаннан кейін пайда болғаны шығады. Бір тәулікте сыймағаны дайджестке қалады. Дайджестте шыққан жаңалық жеке шықпайды, жеке шыққаны дайджестте қайталанбайды.
channel-ask-projects =
    <b>Жобалардағы өзгерістерді қашан хабарлау керек?</b>

    Әр жоба бойынша бір жазба шығады: онда жобадағы көпшілікке ашық барлық өзгеріс болады, сағатына ең көбі { $count }. Қосқаннан кейінгі өзгерістер ғана шығады.
channel-ask-pace =
    <b>Қанша жазба, қай сағаттарда?</b>

    Жоғарғы қатар: бір сағатта ең көбі қанша жаңалық және қанша жоба шығады. Қазір { $count }.

    Сағаттар «белгіленген сағаттарда» шығатын жазбаларға керек. Қазір: { $hours }
channel-ask-quiet =
    <b>Қашан жарияламау керек?</b>

    Осы сағаттарда жиналғаны кейін аз-аздан шығады. Дайджестке бұл әсер етпейді: ол өз уақытында келеді.
channel-ask-digest =
    <b>Арнаның дайджесті</b>

    Күніне бір жазба: әлі жеке шықпаған жаңалықтар. Жаңа ештеңе болмаса, ештеңе шықпайды.
channel-may-not-pin = ⚠️ Қазір бекіту мүмкін емес: ботқа арнадағы өзгелердің хабарламаларын өзгерту құқығы керек.
channel-digest-on = Дайджестті қосу
channel-digest-off = Дайджестті өшіру
channel-pin = 📌 Дайджестті бекіту
channel-unpin = Дайджестті бекітпеу
channel-ask-zone =
    <b>Арна қай уақытпен жүреді?</b>

    Қазір: { $zone }
channel-ask-districts =
    <b>Қай аудандар мен қалалар туралы жариялау керек?</b>

    Таңдалғаны: { $chosen }
channel-ask-sectors =
    <b>Қай салалар туралы жариялау керек?</b>

    Таңдалғаны: { $chosen }
channel-ask-languages =
    <b>Қай тілдердегі жаңалықтарды жариялау керек?</b>

    Таңдалғаны: { $chosen }
channel-ask-sample =
    <b>Жазба қандай болады?</b>

    Үлгі осында келеді, арнада оны ешкім көрмейді.
channel-sample-story = 📰 Жаңалық
channel-sample-project = 🏗 Жобадағы өзгерістер
channel-sample-digest = 🗞 Дайджест
channel-no-sample-story = Сәйкес жаңалық әзірге жоқ.
channel-no-sample-project = Көпшілікке көрсететін өзгеріс әзірге жоқ.
channel-no-sample-digest = Дайджестке әзірге жаңа ештеңе жоқ.
channel-one-hour-left = Соңғы сағатты алып тастауға болмайды: жариялау «Жаңалықтар» мен «Жобалар» экрандарында өшіріледі.
channel-not-asked = Telegram жауап бермеді. Бір минуттан кейін қайталап көріңіз.
channel-checked = 🔄 Құқықтар тексерілді.
channel-saved = ✅ Сақталды.
error-channel-gone = Бұл арна боттың баптауларында енді жоқ.

# Әкімшілер не біледі
channel-lost =
    ⛔ Бот енді «{ $title }» арнасында жариялай алмайды: { $why }.

    Оған жариялау құқығын қайтарыңыз. Не шықпағаны және не күтіп тұрғаны арнаның экранында көрінеді.
channel-back =
    ✅ Бот «{ $title }» арнасында қайтадан жариялай алады.

    Әлі жаңа саналатыны шығады, сағатына ең көбі { $count }.
channel-why-out = бот арнадан шығарылды
channel-why-rights = ботта жариялау құқығы жоқ
channel-why-none = арна табылмады
channel-why-overdue = жаңалық жіберілгенше ескіріп қалды
channel-why-uncertain = Telegram жеткенін-жетпегенін айтпады
channel-why-unknown = себебі белгісіз

# Журнал
act-channel-set = Арнаның жарияланымдары өзгертілді
audit-channel = арна: { $name }
audit-field-stories = жаңалықтар
audit-field-hours = сағаттар
audit-field-most = сағатына жазба
audit-field-quiet = тыныш сағаттар
audit-field-digest = дайджест
audit-field-digest-at = дайджест уақыты
audit-field-pins = бекіту
audit-field-timezone = уақыт белдеуі
audit-field-languages = жаңалық тілдері
audit-field-sectors = салалар
