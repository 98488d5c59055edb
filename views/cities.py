"""Cities that CLDR does not name a zone after, and zones that an offset alone means."""

CITIES = {
    "Asia/Almaty": (
        "алма-ата alma-ata алматы almaty "
        "астана astana 阿斯塔纳 нур-султан нұр-сұлтан nur-sultan "
        "туркестан түркістан туркистан turkistan turkestan 突厥斯坦 图尔克斯坦 "
        "шымкент shymkent chimkent 奇姆肯特 希姆肯特 кентау kentau 肯套 арыс arys 阿雷西 "
        "сарыагаш сарыағаш saryagash saryagash 萨雷阿加什 жетысай жетісай zhetisay "
        "тараз taraz 塔拉兹 караганда қарағанды karaganda karagandy 卡拉干达 "
        "темиртау теміртау temirtau жезказган жезқазған zhezkazgan балхаш балқаш balkhash "
        "павлодар pavlodar 巴甫洛达尔 экибастуз екібастұз ekibastuz "
        "кокшетау көкшетау kokshetau усть-каменогорск өскемен oskemen ust-kamenogorsk "
        "семей semey талдыкорган талдықорған taldykorgan конаев қонаев konaev "
        "петропавловск петропавл petropavl казахстан қазақстан kazakhstan 哈萨克斯坦"
    ),
    "Asia/Qyzylorda": (
        "кызылорда қызылорда kyzylorda qyzylorda 克孜勒奥尔达 байконур байқоңыр baikonur 拜科努尔"
    ),
    "Asia/Aqtobe": "актобе ақтөбе aktobe aqtobe 阿克托别",
    "Asia/Aqtau": "актау ақтау aktau aqtau 阿克套",
    "Asia/Atyrau": "атырау atyrau 阿特劳",
    "Asia/Oral": "уральск орал oral uralsk 乌拉尔斯克",
    "Asia/Qostanay": "костанай қостанай kostanay qostanay 科斯塔奈 рудный",
    "Asia/Bishkek": "ош osh 奥什",
    "Asia/Qatar": "доха doha 多哈",
    "Asia/Shanghai": (
        "пекин пекін бейжің beijing 北京 гуанчжоу гуанджоу guangzhou 广州 шэньчжэнь shenzhen 深圳 "
        "сиань xian xi'an 西安 чэнду chengdu 成都 чунцин chongqing 重庆 тяньцзинь tianjin 天津 "
        "ухань wuhan 武汉 ханчжоу hangzhou 杭州 нанкин nanjing 南京 циндао qingdao 青岛 "
        "ланьчжоу lanzhou 兰州 китай қытай china 中国"
    ),
    "Europe/Moscow": (
        "мск msk москва мәскеу санкт-петербург петербург saint-petersburg petersburg "
        "казань қазан kazan сочи sochi"
    ),
    "Asia/Yekaterinburg": "челябинск chelyabinsk уфа ufa тюмень tyumen пермь perm",
    "Europe/Istanbul": "анкара ankara 安卡拉",
    "Asia/Dubai": "абу-даби abu-dhabi 阿布扎比",
    "Asia/Kolkata": "дели delhi new-delhi мумбаи mumbai 新德里 孟买",
    "Europe/Berlin": "франкфурт frankfurt мюнхен munich munchen гамбург hamburg",
    "Europe/Kiev": "киев київ киiв kyiv kiev 基辅",
    "America/New_York": "вашингтон washington 华盛顿",
    "America/Los_Angeles": "сан-франциско san-francisco 旧金山",
    "Europe/Zurich": "женева geneva 日内瓦",
    "Europe/Rome": "милан milan 米兰",
}
"""Names by zone, parted by spaces; in a name of several words a hyphen stands for the space."""

OFFSETS = {
    180: "Europe/Moscow",
    210: "Asia/Tehran",
    240: "Asia/Dubai",
    270: "Asia/Kabul",
    300: "Asia/Almaty",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    360: "Asia/Bishkek",
    480: "Asia/Shanghai",
}
"""The zone that so many minutes ahead of UTC mean to a reader here: none that moves its clocks."""
