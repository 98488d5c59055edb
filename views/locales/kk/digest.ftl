# Дайджест: күн сайынғы жаңалықтар хабарламасы
digest-title = <b>Инвестиция жаңалықтары · { $date }</b>
digest-count = { $count } жаңалық
digest-more = Тағы { $count } ›
digest-back = ‹ Артқа
digest-settings = ⚙️ Баптаулар
digest-pause = ⏸ Кідірту
digest-share = ↗️ Бөлісу
digest-share-text = Өңірдің инвестиция жаңалықтары
digest-own = Жеке жазылу
digest-nothing-new = Бүгін жаңалық жоқ: алдыңғы дайджесттен бері жаңа ештеңе шықпады.
digest-gone = Бұл дайджест енді жоқ.

story-sources = { $count } дереккөз

# /digest жауаптары
asked-nothing = Әзірге жаңалық жоқ: шыққанының бәрін алып қойдыңыз.
asked-next = Келесі дайджест: { $at }.
asked-paused = Дайджест кідіртілген. Жалғастыру: /resume
asked-unsubscribed = Дайджестті тұрақты алып тұру үшін жазылыңыз: /start
asked-latest = Соңғы жаңалықтар
asked-under-way = Дайджест қазір жіберіліп жатыр. Бірер минутта келмесе, /digest командасын қайталаңыз.

# /news тізімі
news-title = <b>Соңғы жаңалықтар</b>
news-none = Әзірге жаңалық жоқ. Кейінірек қараңыз.
news-newer = ‹ Жаңарақ
news-older = Ертерек ›
