# Дайджест: күн сайынғы жаңалықтар хабарламасы
digest-title =
    <b>{ $region } инвестиция жаңалықтары</b>
    { $date }
digest-count = { $count } жаңалық
digest-more = Тағы { $count } ›
digest-back = ‹ Артқа
digest-settings = ⚙️ Баптаулар
digest-pause = ⏸ Кідірту
digest-share = ↗️ Бөлісу
digest-share-text = { $region } инвестиция жаңалықтары
digest-own = Жеке жазылу
digest-nothing-new = Бүгін жаңалық жоқ: алдыңғы дайджесттен бері жаңа ештеңе шықпады.
digest-nothing-yet = Бүгін сізге арналған жаңалық болған жоқ.
digest-gone = Бұл дайджест енді жоқ.

story-sources = { $source } және тағы { $more } дереккөз

# /digest жауаптары
asked-nothing = Әзірге сізге арналған жаңалық жоқ.
asked-next = Келесі дайджест: { $at }.
asked-paused = Дайджест кідіртілген. Жалғастыру: /resume
asked-paused-until = Дайджест кідіртілген, жалғасатын күні: { $date }. Ертерек жалғастыру: /resume
asked-unsubscribed = Дайджестті тұрақты алып тұру үшін жазылыңыз: /start
asked-under-way = Дайджест қазір жіберіліп жатыр. Бірер минутта келмесе, /digest командасын қайталаңыз.

# /news тізімі
news-title = <b>Соңғы жаңалықтар</b>
news-none = Әзірге жаңалық жоқ. Кейінірек қараңыз.
news-none-chosen = Таңдауыңызға сай жаңалық әзірге жоқ.
news-newer = ‹ Кейінгі
news-older = Бұрынғы ›
