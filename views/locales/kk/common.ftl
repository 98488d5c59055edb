# Барлық бөлімге ортақ
language-name = Қазақша
languages-all = барлық тілде
weekdays-all = күн сайын
weekdays-work = жұмыс күндері
button-home = ‹ Баптауларға

# Қателер: не болды және не істеу керек
error-unexpected = Бірдеңе дұрыс болмады. Біз бұл туралы білеміз. Сәл кейінірек қайталап көріңізші.
error-storage = Қазір сақтау мүмкін болмай тұр. Бір минуттан кейін қайталап көріңізші.
error-forgotten = Мұнда енді ештеңе жоқ. Қайта бастау: /start
error-old-button = Бұл батырма енді жұмыс істемейді. Керегін қайта ашыңыз: /help
error-needs-group-admin = Топтың баптауларын тек оның әкімшілері өзгерте алады.
error-needs-official = Бұл тек қызметкерлерге қолжетімді.
error-needs-admin = Бұл тек әкімшілерге қолжетімді.

# Қашан келеді
at-today = бүгін, { $time }
at-tomorrow = ертең, { $time }
at-date = { $date }, { $time }
