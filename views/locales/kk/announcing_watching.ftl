watch-sending = 📤 <b>№ { $number } хабарландыру жіберіліп жатыр</b>
watch-paused = ⏸ <b>№ { $number } хабарландыру кідіртілген</b>
watch-sent = ✅ <b>№ { $number } хабарландыру жіберілді</b>
watch-sent-nobody = ⚠️ <b>№ { $number } хабарландыру ешкімге жетпеді</b>
watch-cancelled = 🚫 <b>№ { $number } хабарландыруды жіберуден бас тартылды</b>
watch-not-begun = 🕒 <b>№ { $number } хабарландыру әлі жіберіліп жатқан жоқ</b>
watch-stopped = ⚠️ <b>№ { $number } хабарландыру өздігінен кідірді</b>

watch-bar = { $bar } { $percent } %
watch-sent-of = Жеткені: <b>{ $sent }</b>, барлығы: { $total }
watch-left = Қалғаны: { $left }
watch-asleep = Оның ішінде таңды немесе өз уақытын күтіп тұрғаны: { $asleep }, алғашқылары алатын уақыт: { $at }
watch-failed = Жетпегені: { $failed }
watch-reason = · { $reason }: { $chats }
watch-uncertain = Жеткен-жетпегені белгісіз: { $uncertain }
watch-not-sent = Бас тартылғандықтан жіберілмегені: { $cancelled }
watch-speed = Жылдамдығы: секундына { $speed }
watch-time-left = Қалған уақыты шамамен: { $time }
watch-moment = бір минуттан аз
watch-minutes = { $minutes } мин
watch-hours = { $hours } сағ { $minutes } мин
watch-stuck = ⏳ Telegram қазір хабарларды қабылдамай тұр. Ешкім жоғалған жоқ: хабарлар кезекте тұр, өздері жіберіледі.

failure-blocked = бот бұғатталған
failure-deleted = аккаунт жойылған
failure-gone = чат жоқ немесе бот онда емес
failure-no-rights = чатқа жазу құқығы жоқ
failure-other = басқа

watch-why-refused = Telegram бұл хабарды қатарынан қабылдамай отыр. Қате хабардың өзінде болса керек. Telegram жауабы:
watch-why-refused-version = Telegram «{ $version }» нұсқасын қатарынан қабылдамай отыр. Қате нұсқаның өзінде болса керек. Telegram жауабы:
watch-why-nobody = Қатарынан ешкімге жетпей жатыр. Telegram жауабы:
watch-why-many = Соңғы алушылардың жартысынан көбіне жетпей жатыр. Telegram көбіне былай жауап береді:

watch-pause = ⏸ Кідірту
watch-resume = ▶️ Жалғастыру
watch-cancel = ✖️ Бас тарту
watch-cancel-ask =
    ✖️ <b>№ { $number } хабарландыруды жіберуден бас тартасыз ба?</b>

    Әлі алмағаны: { $left }. Оларға хабарландыру келмейді. Алып қойғандарда ол қалады.
watch-cancel-yes = ✖️ Иә, бас тартамын
watch-cancel-no = ‹ Жоқ, қайту
watch-results = 📊 Нәтиже
watch-open = Ашу
watch-all = ‹ Жіберу барысы
watch-here = Осында көрсету
watch-moved = 📤 № { $number } хабарландырудың барысы енді төмендегі хабарда.

watch-list =
    📤 <b>Хабарландыруларды жіберу</b>

    Жіберіліп жатқаны, кідіртілгені немесе уақытын күтіп тұрғаны:
watch-list-empty =
    📤 <b>Хабарландыруларды жіберу</b>

    Қазір ештеңе жіберіліп жатқан жоқ.
watch-list-more = Тағы: { $more }
watch-drafts = ‹ Қаралама
watch-list-open = 📤 Жіберу барысы

watch-did-pause = Кідіртілді
watch-did-resume = Жалғасты
watch-did-cancel = Бас тартылды
watch-was-otherwise = Содан бері бәрі өзгерді, қазіргі күйі мынадай

act-announcement-pause = Хабарландыруды жіберу кідіртілді
act-announcement-resume = Хабарландыруды жіберу жалғасты
act-announcement-cancel = Хабарландыруды жіберуден бас тартылды
audit-field-said = Telegram жауабы
audit-field-cancelled = алмайды
