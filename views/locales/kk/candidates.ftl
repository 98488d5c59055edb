# Үміткерлер: жаңалықта айтылған, бірақ тізілімде жоқ жобалар

candidate-waits = 🌱 <b>Тізілімде жоқ жоба туралы жаңалық</b>
candidate-title = 🌱 <b>Тізілімге үміткер</b>
candidate-what = Оны әзірге тек қызметкерлер көреді. Не істейміз?
candidate-look = Қарау
candidate-publish = ✅ Жариялау
candidate-complete = ✏️ Толықтыру
candidate-near = Тізілімде бар жоба
candidate-dismiss = ✕ Қабылдамау
candidate-story = { $number }-жаңалық
candidate-back = ‹ Артқа
candidate-project = Жобаны ашу
candidate-which = Бұл қай жоба?
candidate-dismiss-sure = «{ $name }» үміткерін қабылдамаймыз ба? Жаңалықтың өзі қалады.
candidate-publish-done = Жарияланды: { $name } ({ $code }).
candidate-same-done = «{ $name }» – { $code } жобасы. Жаңалықтар соған көшірілді.
candidate-dismiss-done = Қабылданбады: { $name }.
candidate-meanwhile = Үміткерді жаңа ғана басқа қызметкер өзгертті. Қайта қараңыз.

proposal-of-story = 📰 <b>{ $name }</b> жобасы туралы жаңалықтағы дерек тізілімдегіден өзгеше:
proposal-source = Дереккөз: { $source }
news-waits = 📬 <b>Жобалар туралы жаңалықтар шешіміңізді күтіп тұр</b>
news-waits-more = Тағы { $count } жоба
news-waits-candidate =
    🌱 <b>{ $name }</b>
    Бұл жоба тізілімде жоқ.
