# Чат жазылған жобалардағы өзгерістер
digest-projects-count = { $count } жоба
news-projects = Жобалардағы өзгерістер
news-stories = Жаңалықтар
news-new = Тізілімдегі жаңа жоба
news-why = Себебі: { $reason }
news-more = және тағы { $count } өзгеріс
news-more-projects = Тағы { $count } жоба өзгерді. Бәрі тізілімде: /projects
news-at-once = Бұл туралы бірден хабарлауды сұрағансыз
news-open = 🏗 Жобаны ашу
