# Не жіберу керек: сүзгілер және оларды бір аптаның жаңалықтарында байқап көру
filters-title = <b>Не жіберу керек</b>
filters-line-languages = Тілдер: { $chosen }
filters-line-districts = Аудандар: { $chosen }
filters-line-sectors = Салалар: { $chosen }
filters-line-amount = Тек сомасы барлар: { $chosen }
filters-line-words = Кілт сөздер: { $chosen }
filters-line-without = Керексіз сөздер: { $chosen }
filters-line-sources = Өшірілген дереккөздер: { $chosen }
filters-yes = иә
filters-no = жоқ
filters-none = жоқ
key-word = «{ $word }»
filters-and-more = { $named } және тағы { $count }
filters-unsaved = Әзірге сақталған жоқ: жаңалықтар бұрынғыша келе береді.

filters-short-none = өңірдің барлық жаңалығы
filters-short-languages = { $chosen }
filters-short-districts = { $chosen }
filters-short-sectors = { $chosen }
filters-short-amount = тек сомасы барлар
filters-short-words = { $chosen } сөздері бар
filters-short-without = { $chosen } сөздері жоқ
filters-short-sources = өшірілген дереккөз саны: { $chosen }

filters-languages = 🗣 Тілдер
filters-districts = 📍 Аудандар
filters-sectors = 🏷 Салалар
filters-amount = 💰 Сомасы барлар
filters-words = 🔎 Кілт сөздер
filters-without = 🚫 Керексіз сөздер
filters-sources = 🔕 Өшірілген дереккөздер
filters-save = ✅ Сақтау
filters-cancel = ✕ Болдырмау
filters-back = ‹ Барлық сүзгі
filters-hear = 🔔 Қайтару: { $source }
filters-saved = ✅ Сақталды. Келесі дайджест жаңа таңдау бойынша келеді.
filters-cancelled = Бәрі бұрынғыша қалды.

filters-ask-languages =
    <b>Жаңалық тілдері</b>
    Таңдалғаны: { $chosen }

    Жаңалықтар қай тілде жазылса, сол тілде келеді.
filters-ask-districts =
    <b>Аудандар мен қалалар</b>
    Таңдалғаны: { $chosen }
filters-ask-sectors =
    <b>Салалар</b>
    Таңдалғаны: { $chosen }
filters-ask-words =
    <b>Кілт сөздер</b>
    Жаңалықта осы сөздердің кемінде біреуі болуы керек, қай тұлғада болса да.
    Таңдалғаны: { $chosen }
filters-ask-without =
    <b>Керексіз сөздер</b>
    Осы сөздер кездесетін жаңалықтар келмейді, қай тұлғада болса да.
    Таңдалғаны: { $chosen }
filters-words-how = Бір сөз немесе үтір арқылы бірнешеуін жазыңыз. Соңындағы жұлдызша кез келген жалғауды білдіреді: <code>инвест*</code>. Сөзді алып тастау үшін оны басыңыз.
filters-words-how-group = Осы хабарламаға бір сөзбен немесе үтір арқылы бірнеше сөзбен жауап беріңіз. Соңындағы жұлдызша кез келген жалғауды білдіреді: <code>инвест*</code>. Сөзді алып тастау үшін оны басыңыз.
filters-ask-sources =
    <b>Өшірілген дереккөздер</b>
    Тек осылар жазған жаңалықтар келмейді. Дереккөзді қайтару үшін басыңыз, сақтаудың қажеті жоқ.
filters-ask-sources-none =
    <b>Өшірілген дереккөздер</b>
    Өшірілгені жоқ. Дереккөзді жаңалықтың астынан өшіруге болады.

word-refused-signs = «{ $word }» дегенді түсінбедім. Кәдімгі сөздер жарайды, мысалы, «жылыжай» немесе <code>инвест*</code>.
word-refused-short = «{ $word }» тым қысқа: кемінде екі әріп, ал жұлдызшаның алдында үш әріп керек.
word-refused-long = «{ $word }» тым ұзын: үш сөзге және 40 таңбаға дейін болады.
word-refused-many = Тізімде { $most } сөз тұр, «{ $word }» сыймады. Артығын алып тастап, қайталап көріңіз.

preview-no-news = Соңғы аптада жаңалық болған жоқ, байқап көретін ештеңе жоқ.
preview-all = Соңғы аптада { $of } жаңалық шықты, бәрі сай келеді:
preview-none = Соңғы аптада { $of } жаңалық шықты, бірде-біреуі сай келмейді.
preview-some = Соңғы аптада { $of } жаңалық шықты, сізге { $count } жаңалық сай келеді:

pick-all-languages = Барлық тіл
pick-all-districts = Бүкіл облыс
pick-all-sectors = Барлық сала
picked-all-languages = бәрі
picked-all-districts = бүкіл облыс
picked-all-sectors = бәрі

settings-group = 🗂 Жаңалықтар реті
group-ask =
    <b>Дайджестегі жаңалықтар реті</b>

    Жаңалықтар қалай орналассын: алдымен маңыздысы ма, әлде аудан не сала бойынша бірге ме?
group-by-none = алдымен маңыздысы
group-by-district = аудандар бойынша
group-by-sector = салалар бойынша
group-no-district = Бүкіл облыс
group-no-sector = Басқалары
