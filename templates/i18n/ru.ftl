# Слова самого сайта, по-русски.
#
# Синтаксис: Project Fluent (https://projectfluent.org/fluent/guide/). { $n } — число: оно пишется по три разряда и выбирает между [one],
# [few] и *[many]. Прочие { $имена } подставляются как есть; { имя-текста } подставляет другой текст этого файла. <b>, <kbd> и т. п. стоят
# вокруг одних и тех же слов во всех языках. Тексты с именами script-… произносят скрипты в браузере.

## Числа, перечисления

number-separator = { "\u00A0" }
list-and = { $first } и { $last }
percent = { $n } %
percent-under-one = менее 1 %

turns-n = { $n ->
    [one] { $n } реплика
    [few] { $n } реплики
   *[many] { $n } реплик
}
words-n = { $n ->
    [one] { $n } слово
    [few] { $n } слова
   *[many] { $n } слов
}
characters-n = { $n ->
    [one] { $n } знак
    [few] { $n } знака
   *[many] { $n } знаков
}
words-in-turns = { words-n-of }, { turns-n-of }
words-n-of = { $words ->
    [one] { $words } слово
    [few] { $words } слова
   *[many] { $words } слов
}
turns-n-of = { $turns ->
    [one] { $turns } реплика
    [few] { $turns } реплики
   *[many] { $turns } реплик
}

## Даты

date-day = { $day } { $month } { $year } г.
date-month = { $month } { $year } г.
date-year = { $year } г.
date-uncertain = { $date } (предположительно)
date-from = { $date } и позже
date-span = { $from } – { $to }
date-between = между { $from } и { $to }
date-not-stated = дата не указана
month-with-day = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
# Месяц без числа: «январь 1991 г.».
month-alone = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
# «январь 1991 г.» там, где это говорят скрипты.
date-month-alone = { month-alone } { $year } г.
# Для узких мест.
month-short = { $month ->
    [1] янв.
    [2] февр.
    [3] марта
    [4] апр.
    [5] мая
    [6] июня
    [7] июля
    [8] авг.
    [9] сент.
    [10] окт.
    [11] нояб.
   *[12] дек.
}

## Языки

language-name = { $language ->
    [ar] арабский
    [bg] болгарский
    [cs] чешский
    [da] датский
    [de] немецкий
    [el] греческий
    [en] английский
    [es] испанский
    [fa] персидский
    [fi] финский
    [fr] французский
    [he] иврит
    [hu] венгерский
    [it] итальянский
    [ja] японский
    [ko] корейский
    [nl] нидерландский
    [no] норвежский
    [pl] польский
    [pt] португальский
    [ro] румынский
    [ru] русский
    [sr] сербский
    [sv] шведский
    [tr] турецкий
    [uk] украинский
    [vi] вьетнамский
    [zh] китайский
   *[other] { $language }
}
# Как в «перевод с русского».
language-from = { $language ->
    [ar] арабского
    [bg] болгарского
    [cs] чешского
    [da] датского
    [de] немецкого
    [el] греческого
    [en] английского
    [es] испанского
    [fa] персидского
    [fi] финского
    [fr] французского
    [he] иврита
    [hu] венгерского
    [it] итальянского
    [ja] японского
    [ko] корейского
    [nl] нидерландского
    [no] норвежского
    [pl] польского
    [pt] португальского
    [ro] румынского
    [ru] русского
    [sr] сербского
    [sv] шведского
    [tr] турецкого
    [uk] украинского
    [vi] вьетнамского
    [zh] китайского
   *[other] { $language }
}
# Как в «язык: французский».
language-in = { language-name }

## Все страницы

skip-to-content = К содержанию
nav-main = Основная навигация
nav-more = Другие страницы
nav-documents = Документы
nav-timeline = Хронология
nav-people = Имена
nav-search = Поиск
nav-about = О публикации
feed = Лента Atom
search-button = Найти
search-the-archive = Поиск по архиву
search-description = { $archive }: поиск по всему сказанному: слова, фразы, участники и даты.
search-hint = { $n ->
    [one] { $n } реплика
    [few] { $n } реплики
   *[many] { $n } реплик
}
edition-dated = { $edition }, { $date }
errors-and-questions = Об ошибках и с вопросами:
made-with = Создано программой memcon из текстов в том виде, в каком они получены. Без cookies, без слежки, без сторонних серверов.
scheme-title = Цвета
scheme-system = как в системе
scheme-light = светлые
scheme-dark = тёмные
not-stated = не указано
speaker-not-marked = Говорящий не обозначен
turn-number = реплика { $number }
who-speaks = Кто говорит
who-speaks-all = Все, кто говорит
others-n = { $n ->
    [one] ещё { $n } человек
    [few] ещё { $n } человека
   *[many] ещё { $n } человек
}
turns-span = реплики { $from }–{ $to }
head-speaker = Говорящий
head-document = Документ
head-documents = Документы
head-turns = Реплики
head-turn = Реплика
head-words = Слова
head-words-by-editors = Слова, отнесённые составителями
head-share = Доля
row-all = Всего

## Рисунки и списки документов

legend-left-out = опущено в источнике, объём неизвестен
legend-not-marked = говорящий не обозначен; цветом говорящего: отнесено составителями
legend-all-others = { $name } и все остальные
score-turn = Реплика { $number }: { $speaker }, { $words ->
    [one] { $words } слово
    [few] { $words } слова
   *[many] { $words } слов
}
score-gap = { $printed } Объём неизвестен.
score-assigned = отнесена составителями: { $name }
score-not-marked = говорящий не обозначен
reports-n = сообщает о { $n ->
    [one] { $n } беседе
    [few] { $n } беседах
   *[many] { $n } беседах
}
published-on = опубликовано { $date }

## Главная страница

home-extent = { $documents ->
    [one] { $documents } документ
    [few] { $documents } документа
   *[many] { $documents } документов
}, { turns-n-of }, { $words ->
    [one] { $words } произнесённое слово
    [few] { $words } произнесённых слова
   *[many] { $words } произнесённых слов
}; { $people ->
    [one] говорит { $people } человек
    [few] говорят { $people } человека
   *[many] говорят { $people } человек
}.
home-documents = Документы в порядке времени
home-scale = Ширина полосы — число слов, в одном масштабе для всех документов.
search-what-was-said = Поиск по сказанному
home-search-help = Несколько слов находят реплики, где есть они все; <b>"кавычки"</b> — точное выражение; <b>конфед*</b> — начало слова.
home-first = Самые ранние из них
home-some = Первые из них
home-scale-first = Ширина полосы — число слов, в одном масштабе для перечисленных здесь документов.
home-all = Всего { documents-n }: смотри хронологию
documents-n = { $n ->
    [one] { $n } документ
    [few] { $n } документа
   *[many] { $n } документов
}
home-latest = Последние дополнения и исправления
home-all-changes = Все дополнения и исправления
changes-title = Дополнения и исправления
changes-lede = Что добавлено в этот архив и что в нём изменено, новое вначале.
changes-description = { $archive }: что добавлено и изменено, с датами.
changes-added = добавлено.
changes-edition = Это издание: { $edition }.
corrections-title = Исправления текста
corrections-lede = Слова, напечатанные ошибочно, и чтение редакторов; напечатанное остаётся в тексте. Порядок — по документам.
change-before = Было: «{ $words }».
change-after = Стало: «{ $words }».
change-why = Почему: { $reason }
change-by = Решение: { $name }.
turn-changed = Изменено { $date }:
home-everyone = Все, кто говорит, присутствует или упоминается
counting = Реплики и слова по напечатанному имени говорящего или по цитате.
counting-by-editors = Отнесённое составителями стоит отдельно и входит в долю.
counting-nobody = Без имени говорящего { $words ->
    [one] напечатано { $words } слово
    [few] напечатаны { $words } слова
   *[many] напечатано { $words } слов
} ({ $share } всего) в { $turns ->
    [one] { $turns } реплике
    [few] { $turns } репликах
   *[many] { $turns } репликах
}; они не засчитаны никому.

## Хронология

timeline-lede = Документы и беседы, о которых документы сообщают, год за годом.
timeline-lede-part = { $n ->
    [1] { $n } запись: беседа или документ.
    [one] { $n } запись: беседы и документы.
    [few] { $n } записи: беседы и документы.
   *[other] { $n } записей: беседы и документы.
}
timeline-years = Годы
timeline-undated = Без даты
timeline-no-month = { $date }, месяц не указан
timeline-no-day = { $date }, день не указан
calendar-title = Календарь
calendar-day = { $date }: { $n ->
    [one] { $n } запись
    [few] { $n } записи
   *[other] { $n } записей
}
weekday-short = { $day ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}
description-part = { $part }. { $whole }
timeline-description = { $archive }: все документы и все беседы, о которых в них сообщается, в порядке времени.
timeline-told-in = пересказано в документе «{ $title }»
timeline-quoted-in = { $n ->
    [one] { $n } реплика приведена
    [few] { $n } реплики приведены
   *[many] { $n } реплик приведено
} в документе «{ $title }»
timeline-published = опубликовано; { reports-n }

## Указатель имён

people-lede = Все, кто говорит, присутствует или упоминается, как в указателе к книге.
people-extent = { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
}, из них { $speakers ->
    [one] говорит { $speakers }
    [few] говорят { $speakers }
   *[many] говорят { $speakers }
}.
people-description = { $archive }: все, кто говорит, присутствует или упоминается, с указанием реплик.
people-letters = Буквы
people-known-from-labels = известен только по обозначению в источнике
people-speaks = говорит
people-present = присутствует, не говорит
people-mentioned = { $n ->
    [one] реплика
    [few] реплики
   *[many] реплики
}
people-in-narration = в изложении:

## Другие указатели

index-see = см.
index-more = и ещё { $n }: смотри хронологию
places-title = Места
places-lede = Где проходили беседы, как напечатано; рядом стоит прочтение составителей.
places-description = { $archive }: места бесед, с документами.
places-editors-only = (не напечатано; указано составителями)
glossary-title = Глоссарий
glossary-lede = Сокращения и термины, что они означают, и реплики, в которых они встречаются. Расшифровки и примечания принадлежат составителям.
glossary-description = { $archive }: сокращения и термины, с репликами, в которых они встречаются.
glossary-more = и ещё в { $n ->
    [one] { $n } реплике
    [few] { $n } репликах
   *[many] { $n } репликах
}
kinds-title = Виды документов
kinds-lede = Документы по видам, как их называют составители.
kinds-description = { $archive }: документы по видам.
subjects-title = Темы
subjects-lede = Документы по темам, как их описывают составители.
subjects-description = { $archive }: документы по темам.

## Страница говорящего

speaker-kicker = Говорящий
speaker-extent = { $name } { speaker-extent-of }
speaker-extent-of = говорит в { $documents ->
    [one] { $documents } документе
    [few] { $documents } документах
   *[many] { $documents } документах
} из { $all }; по напечатанному имени или цитате: { turns-n-of }, { words-n-of }, { $share } всего сказанного.
speaker-extent-everywhere = { $name } { speaker-extent-everywhere-of }
speaker-extent-everywhere-of = говорит во всех документах ({ $documents }); по напечатанному имени или цитате: { turns-n-of }, { words-n-of }, { $share } всего сказанного.
speaker-by-editors = Сверх того составители относят сюда напечатанное без имени: { $turns ->
    [one] { $turns } реплика
    [few] { $turns } реплики
   *[many] { $turns } реплик
}, { words-n-of }.
speaker-description = { $name }: { $extent }
speaker-portrait = Портрет: { $name }
speaker-provisional = Известен только по обозначению в источнике: в авторитетном файле подходящей записи нет.
speaker-search = Поиск по словам: { $name }
speaker-printed-as = Напечатано как
speaker-offices = Должности
speaker-other-names = Другие имена
speaker-added = Добавлено составителями
speaker-same-as = См. также
present-silent = Присутствие без выступлений
speaker-where = Где говорит { $name }
speaker-where-legend = Цветом: реплики ({ $name }). Контуром: всех остальных. Ширина — число слов; штриховкой показано опущенное в источнике.
speaker-by-document = Реплики и слова по документам
speaker-words-by-document = Слова по документам
speaker-share = Доля в документе
speaker-every-turn = Все реплики по первым словам
speaker-assigned = Отнесена составителями.
speaker-mentioned-by = Кто ещё упоминает: { $name }
speaker-everyone = Все имена архива
speaker-label-n = { $label } ({ $n ->
    [one] { $n } реплика
    [few] { $n } реплики
   *[many] { $n } реплик
})
speaker-in-document = { $date }, { $title }
speaker-mention-place = { $date }, реплика { $number }
table-csv = { $table } (CSV)
table-capped = Показано первых: { $n } из { $all }; в файле CSV есть все.
head-year = Год
head-conversations = Беседы
speaker-mention-n = { $label } ({ $n ->
    [one] { $n } упоминание
    [few] { $n } упоминания
   *[many] { $n } упоминаний
})
speaker-first = впервые:
speaker-mentioned-as = Упоминается как
speaker-more-forms = { $n ->
    [one] ещё { $n } форма в файле CSV
    [few] ещё { $n } формы в файле CSV
   *[many] ещё { $n } форм в файле CSV
}
speaker-names-table = Формы имени
speaker-biography-by = Биографическая справка: { $author }
speaker-by-year = Реплики и слова по годам
speaker-year-words = { $year }: { words-n-of }
speaker-year-title = { $name }: { $year }
speaker-split = Реплики каждого года стоят на отдельной странице.
speaker-with = С кем говорит { $name }
speaker-with-table = Кто говорит в тех же беседах
speaker-with-note = Все, кто говорит в тех же беседах. Беседа, известная по нескольким записям, считается один раз. Соседние реплики: одна следует за другой, и между ними ничего не опущено.
speaker-adjacent = Соседние реплики
speaker-distinctive = Характерные слова
speaker-distinctive-in = { $table } ({ $language })
speaker-distinctive-note = Слова, которые употребляются чаще, чем у всех остальных: слов говорящего ({ $name }) — { $own }, слов всех остальных на том же языке — { $others }; по напечатанному имени или цитате. Мера: логарифмическое правдоподобие (G²; Даннинг 1993, Рейсон и Гарсайд 2000). Показаны слова не короче трёх букв, без служебных слов, употреблённые не менее 5 раз и с G² не ниже 15,13. Каждое ведёт к репликам.
speaker-distinctive-translated = Часть этих текстов — переводы: слова в них принадлежат переводчику.
speaker-distinctive-none = Ни одно слово не достигает обоих порогов.
speaker-word = Слово
speaker-uses = Употребления
speaker-uses-others = Употребления у всех остальных
speaker-g2 = G²
speaker-mentions-table = Упоминания другими
speaker-turns-table = Все реплики полностью
role-span = { $title }, { $from } – { $to }
role-from = { $title } (начало: { $from })
role-until = { $title } (окончание: { $to })

## Страница беседы

conversation-kicker = Беседа
conversation-description = { $title }: когда и где она состоялась, кто в ней участвовал, и все её записи в этом архиве.
conversation-window = Беседа: { $title }
conversation-silent = Участвовали или присутствовали; их слова не приведены
conversation-language = Язык записей
conversation-records = Записи этой беседы
conversation-parts = Документы, которые о ней сообщают
conversation-records-n = { $n ->
    [1] Беседа и её единственная запись здесь
    [one] Беседа и { $n } её запись здесь
    [few] Беседа и { $n } её записи здесь
   *[other] Беседа и { $n } её записей здесь
}
conversation-timeline = В хронологии

## Записи одной беседы рядом

sides-title = Записи рядом
sides-how = Реплики, в которых сказано одно и то же, стоят рядом. Они находятся по порядку, по говорящему, по длине и по общим для записей именам и словам; редакция может это исправить. Ничего не опущено: реплика, которой нет в других записях, стоит одна.
sides-shared = { $n ->
    [one] { $n } место есть более чем в одной записи.
    [few] { $n } места есть более чем в одной записи.
   *[many] { $n } мест есть более чем в одной записи.
}
sides-alone = { $n ->
    [one] { $n } реплики нет в других записях:
   *[many] { $n } реплик нет в других записях:
}
sides-search = Искать
sides-search-all = во всех записях вместе
sides-search-one = только:
sides-empty = В этой записи ничего нет.
sides-not-quoted = В этом документе не приведено.
sides-link = Ссылка
sides-link-label = Ссылка на это место: { $label }
sides-cite = Цитировать
sides-cite-label = Цитировать: { $label }
sides-address = Рядом:
sides-pinned = Установлено редакцией.
sides-differ = В записях названы разные говорящие.
turn-other = Сравните:
turn-beside = Рядом<hidden>: реплика { $number }</hidden>

## Страница документа: начало

kicker-plain = документ
kicker-translation = { $kind } · перевод с { $from }; язык: { $to }
kicker-in = { $kind } · язык: { $language }
kicker-from = { $kind } · перевод с { $language }
document-by = Автор: { $author }
document-to-text = К тексту
document-whose = Чья это запись
document-when = Когда, где, кто
document-summary = Краткое содержание
document-summary-by = автор: { $author }
document-summary-by-editors = от составителей
fact-not-stated = Не указано
fact-recorded-by = Кем записано
fact-note-taker = Кто вёл запись
fact-nature = Характер записи
nature-verbatim = дословная
nature-notes = заметки
nature-written-up-afterwards = составлена впоследствии
nature-quoted-in-print = цитируется в печати
fact-original-language = Язык подлинника
fact-language = Язык текста
fact-translator = Переводчик
counted-in = Подсчитаны слова переводчика (язык: { $language }).
counted-in-translation = Подсчитаны слова переводчика.
counted-in-translations = Где текст переведён, подсчитаны слова переводчика.
fact-spoken = Языки разговора
fact-interpreter = Переводчик в разговоре
fact-classification = Гриф секретности
fact-machine-read = Прочитано машиной
fact-lasting = Постоянный адрес
fact-completeness = Полнота
fact-copies = Копии
fact-copies-oldest = Копии, начиная с самой ранней
fact-date = Дата
fact-published = Опубликовано
fact-place = Место
fact-author = Автор
fact-publisher = Издатель
fact-archive = Архив
fact-reference = Шифр
fact-rights = Права
fact-printed = напечатано: «{ $words }»
fact-from-record = по описанию составителей
fact-place-editors = (составители: { $place })
head-by-label = По имени или цитате
head-assigned = Отнесено составителями
head-nobody = Ничьи
speakers-note = { $words ->
    [one] { $words } слово
    [few] { $words } слова
   *[many] { $words } слов
} в { $turns ->
    [one] { $turns } реплике
    [few] { $turns } репликах
   *[many] { $turns } репликах
}.
speakers-note-unmarked = { $n ->
    [1] Одна реплика напечатана без имени говорящего; она не засчитана никому.
    [one] { $n } реплика напечатана без имени говорящего; она не засчитана никому.
    [few] { $n } реплики напечатаны без имени говорящего; они не засчитаны никому.
   *[many] { $n } реплик напечатано без имени говорящего; они не засчитаны никому.
}
conversations-title = { $n ->
    [1] Здесь сообщается об одной беседе
    [2] Здесь сообщается о двух беседах
    [3] Здесь сообщается о трёх беседах
    [one] Здесь сообщается о { $n } беседе
    [few] Здесь сообщается о { $n } беседах
   *[many] Здесь сообщается о { $n } беседах
}
conversation-told = пересказана, не цитируется
conversation-quoted = приведено: { turns-n-of }, { words-n-of }
printed-head = Напечатано в начале документа
printed-foot = Напечатано в конце документа
drawing-how = Как читать рисунок рядом с текстом
drawing-bars = Каждая полоса — реплика; её длина — число слов. Реплика из нескольких слов нарисована чуть длиннее, чтобы её было видно.
drawing-speakers = У каждого говорящего свой цвет, форма и дорожка.
drawing-hatched = Штриховка: опущено в источнике; сколько — неизвестно.
drawing-dashed = Пунктир: говорящий не обозначен; не засчитано никому.
drawing-assigned = Пунктир на дорожке и в цвете говорящего: говорящий не обозначен; отнесено составителями.
drawing-quoted = Нарисовано только то, что приведено как сказанное, а не то, что пересказано.
drawing-key = Доля слов
drawing-table = Рисунок в виде таблицы
drawing-table-label = Все реплики
within-label = Поиск в этом документе
within-hint = Поиск в документе
within-button = Найти

## Страница документа: текст

document-text = Текст
turn-link = Ссылка<hidden> на реплику { $number }</hidden>
turn-source = Источник<hidden> реплики { $number }</hidden>
turn-cite = Цитировать<hidden> реплику { $number }</hidden>
turn-copy = Копировать
turn-report = Сообщить об ошибке<hidden> в реплике { $number }</hidden>
paragraph-link = Ссылка на абзац { $paragraph } реплики { $number }

# Якоря, которых больше нет; за текстом следует ссылка туда, куда они ведут.
mark-merged = Прежде { $place }: теперь здесь:
mark-removed = Прежде { $place }: удалено. Место было рядом:
mark-nothing = Прежде { $place }: удалено
place-paragraph = реплика { $number }, абзац { $paragraph }

person-because = { $name }: { $evidence }
evidence-listed = это обозначение есть в записи о человеке
evidence-full-name = обозначение — имя человека
evidence-initials = инициалы и фамилия подходят только одному человеку
evidence-surname = фамилия подходит только одному человеку
evidence-misspelt = написание фамилии, отличное на одну букву; инициалы совпадают, и никто другой не подходит
evidence-named-before = назван в изложении перед цитатой
evidence-markup = назван в разметке файла
evidence-takes-part = из тех, кому подходит обозначение, участвует только этот человек
evidence-seat = из тех, кому подходит обозначение, только у этого человека указанный округ или партия
evidence-transliterated = другое написание имени из иной письменности
evidence-letters = обозначение — инициалы одного имени в документе
evidence-first-name = только у одного участника это имя
evidence-head = полное имя дано в начале документа
evidence-role = в начале документа назван тот, кто спрашивает или отвечает
evidence-office = документ или авторитетный файл указывает, кто занимает должность
evidence-labels-only = известен только по обозначению в источнике
about-given-by-words = Указано словами «{ $words }»; составители понимают: { $name }. { $reason }
about-assigned = Отнесено составителями: { $name }. { $reason }
about-unmarked-quotation = Говорящий не обозначен: при этой цитате никто не назван.
about-unmarked-gap = Говорящий не обозначен: после пропуска никто не назван.
about-unmarked-label = Говорящий не обозначен: источник никого не называет.
about-ambiguous = Обозначение подходит нескольким: { $names }; составители не решили, кто говорит.
about-collective = Обозначение называет группу, а не человека.
about-unidentified = Кто говорит, не знает и сам источник.
about-named-by-words = Назван словами «{ $words }».
about-named-in-markup = Назван в разметке файла, а не в его тексте.
speaker-assigned-short = { $name } (отнесено составителями)
caption-pull-quote = Повторено в источнике как выноска
caption-participants = Кто присутствовал, как напечатано в источнике
caption-source = Откуда текст, как напечатано в источнике
caption-heading = Заголовок, напечатанный в источнике
caption-proceedings = О чём сообщает запись
caption-vote = Как голосовали, как напечатано в источнике
caption-stage = Действие или звук, как напечатано в источнике
caption-time = Время, напечатанное в источнике
caption-footnote = Сноска, напечатанная в источнике
caption-note = Примечание, напечатанное в источнике
editors-note = Примечание составителей { $number }
editors-note-back = Примечание составителей { $number }, назад к тексту
editors-note-mark = Прим. сост.
correction = Так напечатано; составители читают «{ $read }»
correction-back = Читать «{ $read }», назад к тексту
correction-by = Так читает { $name }.
correction-by-editors = Так читают составители.
footnote = Сноска { $sign } источника
footnote-back = Сноска { $sign }, назад к тексту
page-break = здесь кончается страница источника
page-break-pdf = здесь начинается страница { $n } файла PDF
page-of-pdf = страница { $n } файла PDF
page-break-printed = здесь кончается страница источника; на ней напечатано: «{ $words }»

## Страница документа: конец

contents-headings = Заголовки этого текста
contents-turns = Самые длинные реплики
passage-link = Ссылка на этот отрывок
passage-cite = Сослаться на этот отрывок
keys-title = Клавиши для чтения
keys-next = следующая реплика
keys-previous = начало этой реплики, затем предыдущая
keys-marks = следующее, предыдущее место найденного
keys-search = поиск в этом документе
keys-panel = эта подсказка
keys-on = Клавиши включены
keys-close = Закрыть
people-met-title = Люди, упомянутые в этом тексте
terms-title = Сокращения и термины в этом тексте
set-title = Как набран этот текст
set-said = Сказанное набрано <said>книжным шрифтом</said>, всё остальное — шрифтом этой строки.
set-brackets = Обозначения говорящих, написания и квадратные скобки принадлежат источнику. <supplied>[Слова]</supplied> над точечной линией добавлены в предложение издателями источника; <stage>(действия)</stage> и <gloss>[слова подлинника]</gloss> не считаются сказанным.
set-page-break = Прерванная линия стоит там, где кончается страница источника.
set-page-break-sign = Прерванная линия
set-notes = Нумерованные примечания и всё, что названо принадлежащим составителям, добавлены в этом архиве.
cite-document = Сослаться на документ
cite-styles = В стилях цитирования
cite-accessed = Добавьте дату обращения, если её требует ваш стиль.
downloads = Скачать
download-json = JSON
download-json-about = реплики, обозначения, люди, пропуски и примечания, для программ
download-text = Простой текст
download-text-about = реплики с именами говорящих, читаются где угодно
download-ris = RIS
download-ris-about = для программ учёта литературы: Zotero, EndNote, Citavi
download-bibtex = BibTeX
download-bibtex-about = для LaTeX
download-csl = CSL-JSON
download-csl-about = для всего, что оформляет ссылки
download-tei = TEI
download-tei-about = документ в разметке научных изданий (TEI P5), для программ и издателей
download-akn = Akoma Ntoso
download-akn-about = документ как прения в разметке парламентов (Akoma Ntoso 3.0)
download-vtt = WebVTT
download-vtt-about = реплики в виде субтитров с именами говорящих, по времени источника, для проигрывателей
download-lines = Источник с номерами строк
download-lines-about = текст в том виде, в каком получен, с отметкой каждой реплики
download-source = Текст источника
download-source-about = текст в том виде, в каком получен, до всякого толкования
download-received = Полученный файл
download-received-about = байт в байт
source-withheld = Сам полученный файл не публикуется; из него опубликованы реплики и окружающий их текст на этой странице.
in-time = Во времени
earlier = Раньше: { $date }
later = Позже: { $date }
same-conversation = Записи той же беседы: { $title }
same-conversation-earlier = Запись той же беседы, перед этой
same-conversation-later = Запись той же беседы, после этой

## Источник в том виде, в каком получен

source-kicker = Источник в том виде, в каком получен
source-title = Источник: { $title }
source-description = { $title }: текст в том виде, в каком получен, строка за строкой, с найденными в нём репликами.
source-lede = Текст файла <b>{ $file }</b>, { $lines ->
    [one] { $lines } строка
    [few] { $lines } строки
   *[many] { $lines } строк
}, до всякого толкования. Числа слева — номера строк; «реплика 7» ведёт к реплике, которая здесь начинается.
source-read = Читать документ
source-as-file = этот текст файлом
source-bytes = файл байт в байт
source-line = строка { $number }

## Поиск

search-without-scripts = Поиск работает в вашем браузере и требует скриптов (JavaScript), которые здесь выключены или не загрузились.
search-other-ways = Всё можно прочитать и без них: <people>все названные и где</people>, <timeline>все беседы в порядке времени</timeline> или сам документ, с помощью поиска в браузере.
search-help-title = Как спрашивать
search-help-words-example = общий дом
search-help-words = реплики со всеми этими словами; регистр букв и надстрочные знаки не важны
search-help-phrase-example = "общий дом"
search-help-phrase = эти слова подряд, в этом порядке
search-help-beginning-example = конфед*
search-help-beginning = любые буквы вместо *, одна вместо ?: в начале, середине или конце слова
search-help-or-example = война OR мир
search-help-or = реплики, где есть хотя бы одно из них; AND, соединяющий все слова, стоящие рядом, связывает теснее; скобки ( ) по желанию
search-help-not-example = германия NOT (берлин OR бонн)
search-help-not = реплики без того, что следует за NOT
search-help-near-example = германия near/5 нато
search-help-near = не больше пяти слов от одного до следующего, в любом порядке; и для словосочетаний
search-help-as-typed-example = =горбачев
search-help-as-typed = это слово только так, как написано: иначе имена и термины находятся во всех формах, которые есть в списках людей и терминов этого архива, и страница говорит, в каких; также ="в кавычках"
search-help-unspaced = В китайском, японском, тайском, лаосском, бирманском и кхмерском нет пробелов между словами: там каждая буква — слово, и написанное без пробела находится везде, где оно стоит.
search-help-mentions = только реплики, где этот человек упомянут
search-help-others = также <kbd>role:</kbd> (слова должности), <kbd>kind:</kbd>, <kbd>lang:</kbd>, <kbd>document:</kbd> и <kbd>conversation:</kbd>; <kbd>in:notes</kbd>, <kbd>in:narration</kbd>, <kbd>in:headings</kbd> вместо реплик; NOT, OR и скобки действуют для всех
search-help-speaker = только реплики этого человека, по фамилии, полному имени или идентификатору
search-help-date = только реплики этого времени: день, месяц, год или промежуток, как <kbd>date:{ $span }</kbd>
search-narrow = Уточнить поиск
search-speaker = Говорящий
search-date = Дата
search-from = С
search-to = по
search-date-hint = Год, месяц или день: 1990, 1990-05, 1990-05-25
search-document = Документ
search-order = Порядок
search-best-first = по близости к запросу
search-by-date = по дате
search-apply = Применить
search-show-as = Показать как
search-as-passages = отрывки
search-as-lines = конкорданс
search-by-document = по документам
search-take = Найденное в CSV
search-found = Найденные реплики
search-pages = Страницы результатов
search-near = Не то, что вы искали, но близко
search-wider = Искать шире

## Данные

data-title = Данные и файлы
data-lede = Всё здесь можно взять с собой, обработать программами и хранить.
data-description = { $archive }: файлы, значение их полей и судьба каждого знака источников.
data-whole = Весь архив
data-addresses-about = все когда-либо опубликованные адреса и где сейчас их слова
data-turns-about = Все реплики
data-speakers-about = Все, кто говорит
data-mentions-about = Все места, где кто-либо назван
data-alignments-about = Какие реплики нескольких записей одной беседы говорят одно и то же, каждая пара один раз; и какие стоят одни
data-people-about = авторитетный файл: имена, должности и нормативные записи всех, кто встречается
data-package-about = описание таблиц для программ (Frictionless Data Package)
data-schema-document-about = форма JSON каждого документа (JSON Schema)
data-schema-turns-about = форма строки turns.jsonl (JSON Schema)
data-licence-about = что можно делать с собственными текстами архива и с каждым документом
data-checksums-about = контрольная сумма каждого файла этого сайта (sha256sum --check)
data-feed-about = документы в виде ленты Atom
data-sitemap-about = адреса всех страниц
data-oai-about = документы для сборщиков метаданных (статический репозиторий OAI-PMH)
data-sqlite-about = весь архив в виде базы данных SQLite с указателем слов, для Datasette и SQL
data-bulk-about = как загрузить все реплики в OpenSearch или Elasticsearch
data-bulk-mapping-about = поля реплик, для OpenSearch или Elasticsearch
data-bulk-turns-about = реплики для загрузки в OpenSearch или Elasticsearch
data-documents-about = Все документы и чья это запись
data-by-document = По документам
data-by-document-label = Файлы по документам
data-withheld = не публикуется
data-fields = Таблицы и их столбцы
data-csv-rule = Каждая таблица есть в виде CSV, для электронных таблиц, и в виде объектов JSON, по одному в строке, с теми же столбцами. Несколько значений в одной ячейке CSV разделены точкой с запятой и пробелом. Если ячейка CSV начиналась бы с =, +, -, @, табуляции или конца строки, что электронные таблицы принимают за формулу, перед ней стоит апостроф; уберите его, чтобы получить слова как в печати.
field-document = имя документа в адресах
field-anchor = адрес реплики на странице документа: t12
field-n = нынешнее место реплики, начиная с 1; только для машин
field-url = опубликованный адрес реплики, если у архива он есть
field-title = заглавие документа
field-conversation = беседа, если документ сообщает о нескольких
field-date = дата беседы (EDTF), а если её нет — документа
field-document-date = дата документа (EDTF)
field-kind = вид документа
field-turn-kind = labeled (с обозначением), quoted (цитата), attributed-quote (цитата с указанием, чья она) или unmarked (без обозначения после пропуска)
field-speaker-label = обозначение говорящего, как напечатано, без знака в конце; null, если не напечатано
field-speaker = имя человека; null, если никто не назван
field-speaker-id = имя человека в адресах
field-attribution = откуда мы знаем: authority (авторитетный файл), record (решение составителей), provisional (предварительно), ambiguous (неоднозначно), collective (группа), unidentified (неизвестно) или unmarked (не обозначено)
field-language = язык текста (BCP 47)
field-archive-reference = где хранится подлинник
field-translator = кто перевёл
field-text = слова, как напечатаны, абзацы через пустую строку
field-document-url = опубликованный адрес документа; место на этом сайте, если у архива нет адреса
field-date-talk = дата беседы (EDTF): первой, если документ сообщает о нескольких
field-date-printed = дата, как напечатана
field-place = место, как напечатано
field-place-editors = место, как его читают издатели
field-original-language = язык, с которого переведено (BCP 47)
field-recorded-by = какая сторона записала или кто; пусто, если ни один источник не говорит
field-note-taker = кто вёл запись
field-nature = как сделана запись: verbatim (дословно), notes (по заметкам), written up afterwards (составлена позже) или quoted in print (цитируется в печати)
field-spoken = языки, на которых говорили (BCP 47); пусто, если ни один источник этого не сообщает
field-interpreter = кто переводил устно; пусто, если ни один источник этого не сообщает
field-chain = копии от подлинника до файла, начиная с самой ранней
field-classification = гриф секретности, как напечатано
field-machine-read = какая машина распознала текст и просмотрел ли его кто-нибудь
field-doi = DOI документа, без адреса службы
field-ark = ARK документа, без адреса службы
field-handle = Handle документа, без адреса службы
field-completeness = полон ли текст
field-author = автор статьи
field-publisher = кто опубликовал
field-archive = архив, где хранится
field-rights = что с ним можно делать
field-subjects = о чём он, словами издателей
field-speakers = кто в нём говорит, именами из адресов, сначала у кого больше слов
field-n-turns = число реплик
field-n-words = число произнесённых слов по единому правилу счёта; в переведённом тексте это слова переводчика
field-added = когда поступил в архив
field-name = имя человека
field-sort-name = имя в указателе
field-speaker-url = опубликованный адрес страницы говорящего; место на этом сайте, если у архива нет адреса
field-status = authority (есть в авторитетном файле) или provisional (известен только по обозначениям)
field-labels = обозначения, как напечатаны
field-n-documents = число документов
field-n-turns-by-editors = из реплик те, что приписали издатели
field-n-words-by-editors = из слов те, что приписали издатели
field-n-mentions = число реплик, где человек упомянут
field-same-as = адреса того же человека в авторитетных файлах
field-mention-anchor = адрес реплики на странице документа; пусто между репликами
field-mention-url = опубликованный адрес реплики, иначе документа
field-mentioned = кто назван, именем из адресов
field-mention-text = имя, как напечатано
field-alignment-conversation = имя беседы в адресах
field-other-document = другая запись: имя её документа в адресах; пусто, если реплика стоит одна
field-other-anchor = адрес реплики на странице того документа
field-other-url = опубликованный адрес той реплики
field-set-by = кто поставил их рядом: program (программа) или editors (редакция)
field-start = где оно начинается в тексте источника, в байтах UTF-8
field-end = где кончается
account-title = Куда делся каждый знак
account-lede = Никакой текст не теряется молча. Каждый знак источника, кроме пробелов, стоит в реплике, в тексте вокруг реплик (заглавия, изложение, примечания, пропуски) или опущен по причине, указанной ниже.
account-complete = Счёт сходится: ничего не потеряно.
account-incomplete = Счёт не сходится: часть текста потеряна, и это ошибка memcon.
account-characters = Знаков
account-in-turns = В репликах
account-around = Вокруг них
account-left-out = Опущено
account-lost = Потеряно
account-reasons = Что опущено и почему
reason-markup = разметка
reason-furniture = колонтитулы и номера страниц
reason-time-mark = отметка времени
reason-hyphen = перенос в конце строки
reason-repeated = повторяется в источнике
reason-other-reading = другое чтение
reason-site-chrome = оформление сайта, с которого взят текст
unread-title = Файлы, которые не удалось прочитать

## This archive tested

tested-title = Проверка этого архива
tested-description = { $archive }: что при сборке обнаружено о соблюдении принципов долговечных цифровых изданий.
tested-lede = Что позволяет цифровому изданию пережить своих создателей, сформулировал проект Endings Университета Виктории. Эта страница говорит о каждом принципе, что было обнаружено, когда этот архив собирали и просматривали каждый его файл. О том, чего при сборке знать нельзя, сказано: не проверено.
tested-principles = Принципы Endings
tested-holds = соблюдается
tested-part = отчасти
tested-fails = не соблюдается
tested-unchecked = не проверено
tested-data = Данные
tested-formats = Данные хранятся в открытых форматах
tested-formats-received = Источники по формату, в котором они получены: { $list }.
tested-formats-given = Документы, которые даны также простым текстом, в JSON и TEI: { $documents }.
tested-versions = Каждое изменение данных записывается
tested-versions-unseen = Ведётся ли учёт версий источников, при сборке не видно.
tested-versions-listed = Перечислено в этом архиве: дополнения и изменения { $changes }, исправления текста { $corrections }.
tested-account = Данные проверяются при каждой сборке
tested-account-fact = Знаков в источниках: { $all }; опущено и перечислено с указанием причины: { $dropped }; потеряно: { $lost }.
tested-unread-fact = Файлов, которые не удалось прочитать: { $unread }.
tested-documentation = Документация
tested-models = Поля и значения описаны
tested-models-fact = Столбцов, описанных на странице данных: { $columns }, таблиц: { $tables }; JSON описан схемами.
tested-rights = Сказано, что можно делать с текстами
tested-rights-fact = Документов с указанием прав: { $n } из { $all }.
tested-rights-own = Что можно делать с текстами самих издателей, сказано внизу каждой страницы.
tested-rights-none = Что можно делать с текстами самих издателей, не сказано.
tested-processing = Обработка
tested-checks = Проверяется и то, что входит, и то, что выходит
tested-checks-fact = При ошибке сборка ничего не записывает; в этой ошибок не было. Файлов, просмотренных после изготовления: { $files }.
tested-rebuild = Изменение обновляет всё целиком
tested-rebuild-fact = Каждая сборка заново делает все файлы из источников: { $files }. Из одних и тех же источников получаются одни и те же байты. Следует ли сборка за каждым изменением сама, не проверено.
tested-code = Программа может исчезнуть
tested-code-fact = Сайт читается без программы. Её исходный текст открыт, её версия указана выше.
tested-products = Что опубликовано
tested-static = На сервере ничего не выполняется
tested-static-fact = Файлов, и все они готовы: { $files } ({ $list }).
tested-standards = Только HTML, CSS и JavaScript
tested-standards-fact = Страниц: { $pages }; таблиц стилей: { $styles }; скриптов: { $scripts }; страниц со скриптом или стилем внутри: { $inline }.
tested-requests = Сторонние серверы не нужны
tested-requests-none = Просмотрено страниц: { $pages }; запросов к сторонним серверам: 0.
tested-requests-some = Запросов к сторонним серверам: { $n }. Первый: { $page } запрашивает { $address }.
tested-requests-guarded = Страниц, которые запрещают браузеру такие запросы: { $n } из { $pages }.
tested-addresses = У всего есть страница с простым адресом
tested-addresses-fact = Страниц документов: { $documents }; участников: { $speakers }; бесед: { $conversations }. Ссылок, которым нужен запрос, кроме ссылок на поиск: { $queries }.
tested-included = Данные входят в публикацию
tested-included-fact = Документов, данных вместе с источником в полученном виде: { $n } из { $all }; в таблицах на странице данных есть все.
tested-alone = Каждая страница самостоятельна
tested-alone-fact = На каждой странице есть её слова, пути по архиву и ссылка для цитирования; таблицы стилей, скрипты и изображения общие для всех.
tested-graceful = Страницы читаются без скриптов и стилей
tested-graceful-fact = Реплик, слова которых стоят в самой странице: { $n } из { $all }. Скрипты нужны только поиску и мелким удобствам.
tested-release = Издания
tested-planned = Издания планируются
tested-planned-fact = Как планируются издания, при сборке не видно.
tested-coherent = Издание полно и согласованно
tested-links-fact = Проверено ссылок со страницы на страницу: { $links }; ведущих в никуда: 0.
tested-links-broken = Проверено ссылок со страницы на страницу: { $links }; адресов, ведущих в никуда: { $n }. Первый: { $page } ведёт к { $address }.
tested-edition = Каждая страница называет своё издание
tested-edition-fact = Страниц, которые называют «{ $edition }»: { $n } из { $pages }.
tested-edition-undated = У издания нет даты.
tested-edition-none = Архив не называет издания.
tested-citation = Сказано, как цитировать
tested-citation-fact = Ссылок для цитирования, по одной на каждое: документы { $documents }, реплики { $turns }.
tested-citation-address = Каждая ссылка называет опубликованный адрес.
tested-citation-none = Архив не называет опубликованного адреса: в ссылках его нет.
tested-lasting = Адреса остаются
tested-lasting-fact = Записанных адресов страниц: { $pages }; ведущих к другому: { $moved }; сообщающих, что нечто больше не опубликовано: { $notices }. Сборка, при которой пропал бы хоть один, останавливается.

## Нет страницы

# Опубликованный адрес, страница которого теперь находится по другому.
moved-title = У этой страницы теперь другой адрес
moved-lede = Она находится здесь:
moved-places = Места страницы
withdrawn-title = Этот документ отозван
withdrawn-lede = По этому адресу был опубликован документ. Он отозван.
withdrawn-lede-since = По этому адресу был опубликован документ. Он отозван: { $date }.
unpublished-title = Этот документ сейчас не опубликован
unpublished-lede = По этому адресу был опубликован документ. Сейчас он не опубликован.
notice-places = Его места

not-found-title = По этому адресу ничего нет
not-found-lede = Возможно, в адресе опечатка или такой страницы здесь никогда не было. Опубликованные адреса этого архива не отменяются.
not-found-documents = Все документы

## Собственные страницы архива

page-essay = Очерк
page-lesson = Урок
page-cite = Как сослаться на эту страницу
quoted-paragraph = реплика { $number }, абзац { $paragraph } из { $n }
quoted-paragraphs = реплика { $number }, абзацы { $from }–{ $to } из { $n }
home-essays = Для чтения и для занятий

## Скрипты: чтение документа

script-copy-impossible = Этот браузер не позволяет страницам копировать.
script-copy-refused = Этот браузер не позволяет этой странице копировать.
script-address-copied = Адрес скопирован: { $address }
script-passage-copied = Адрес отрывка скопирован: { $address }
script-no-address = У этой копии на диске нет опубликованного адреса.
script-citation-copied = Ссылка скопирована.
script-report-subject = Ошибка: { $title }, реплика { $number }
script-report-question = Что неверно и откуда это известно?
script-report-words = В реплике { $number }: «{ $words }»
script-report-edition = Издание: { $edition }
script-cite-style = Стиль
script-cite-own = этого архива, со всеми оговорками
script-cite-part = Сослаться на
script-cite-whole = всю реплику
script-cite-paragraph = абзац { $n }
script-marked-places = { $n ->
    [one] { $n } место по запросу { $query }
    [few] { $n } места по запросу { $query }
   *[many] { $n } мест по запросу { $query }
}
script-marked-place = { $at } из { $n } по запросу { $query }
script-previous = Предыдущее
script-next = Следующее
script-without-marks = Без выделения
script-marked-words = Выделенные слова

## Скрипты: поиск

script-list-or = { $first } или { $last }
script-month = { date-month-alone }
script-year = { date-year }
script-turns-n = { turns-n }
script-searching = Идёт поиск…
script-can-be-searched = Для поиска доступно: { turns-n }.
script-found = Найдено: { turns-n }{ $asked }.
script-part-name = { $part ->
    [notes] Примечание
    [headings] Заголовок
   *[other] Рассказ
}
script-found-texts = Найдено текстов: { $n }{ $asked }.
script-nothing-found = Ничего не найдено{ $asked }.
script-asked-words = { $asked } по запросу { $query }
script-asked-filter = { $asked }, { $filter }
script-asked-speakers = говорит { $names }
script-asked-nobody = говорящий неизвестен
script-asked-documents = документ: { $titles }
script-asked-title = «{ $title }»
script-asked-dated = дата: { $date }
script-asked-span = даты: { $from } – { $to }
script-asked-later = дата: { $from } или позже
script-asked-earlier = дата: { $to } или раньше
script-around = До и после
script-nothing-around = В этом документе нет других реплик.
script-also = Также для { $typed }: { $forms }.
script-as-typed = Только { $typed }, как написано
script-mistake = Такой запрос невозможен: { $why }.
script-mistake-status = Запрос не удалось понять: { $why }.
script-not-loaded = Поиск не удалось загрузить.
script-file-missing = Поиск не удалось загрузить: файл { $file } отсутствует или повреждён.
script-part-missing = Часть архива не удалось просмотреть: файл отсутствует или повреждён ({ $files }). Здесь может не хватать реплик.
script-script-missing = Поиск не удалось загрузить: скрипт этой страницы отсутствует или повреждён.
script-previous-page = Предыдущая страница
script-next-page = Следующая страница
script-page-of = Страница { $page } из { $last }
script-offer-but-one = { $phrase } с другим словом на месте «{ $word }» или без него
script-offer-loose-but-one = слова { $phrase } без «{ $word }» в любом месте реплики
script-offer-spelling = «{ $word }» вместо «{ $typed }»
script-offer-beginning = слова, начинающиеся с «{ $beginning }», вместо «{ $typed }»
script-offer-question = считать ? вопросительным знаком
script-offer-neighbors = искомое в двух соседних репликах
script-offer-words = слова { $phrase } в любом месте реплики
script-offer-without = всё, кроме { $phrase }
script-offer-unfiltered = то же без фильтров
script-nothing-wider = При более широком поиске больше ничего не найдено.
script-unclosed = эта кавычка не закрыта
script-unclosed-bracket = эта скобка не закрыта
script-unopened-bracket = эта скобка не была открыта
script-empty-brackets = между этими скобками ничего нет
script-too-deep = скобки вложены глубже { $n }
script-operand = для «{ $operator }» нужно указать, что искать, с каждой соединяемой стороны — в кавычках это слово, как любое другое
script-near-number = для «near» нужно число слов от 1 до 99, например near/5
script-near-operand = «near» соединяет слова, словосочетания или скобки с OR между ними
script-no-filter = фильтра «{ $name }:» нет, есть только { $filters } — возьмите слова в кавычки, чтобы найти их
script-say-value = укажите значение, например { $example }
script-star = звёздочка заменяет буквы слова, и рядом с ней нужна хотя бы одна буква, например конфед*
script-empty-quotation = между этими кавычками нет ни одного слова
script-and-near = { $message }; может быть, { $choices }
script-nobody-mentioned = никого из говорящих или упомянутых здесь не зовут «{ $name }»
script-no-conversation = беседы «{ $name }» нет
script-no-role = никто не говорит здесь как «{ $name }»
script-no-kind = документов вида «{ $name }» нет
script-no-language = документов на языке «{ $name }» нет
script-no-part = части «{ $name }» нет; напишите in:turns, in:notes, in:narration или in:headings
script-fits-several = «{ $name }» подходит нескольким говорящим ({ $n }): напишите { $choices }
script-nobody-called = никого из говорящих здесь не зовут «{ $name }»
script-no-document = документа «{ $name }» нет
script-no-date = «{ $date }» — не дата; напишите 1990, 1990-05, 1990-05-25 или промежуток, например 1990-05..1991
script-span-reversed = промежуток кончается раньше, чем начинается
script-not-known = неизвестен
script-all-dates = { $date }: снова все даты
script-not-marked = { speaker-not-marked }
script-turn-number = { turn-number }
script-by-editors = назван составителями
script-ambiguous = обозначение подходит нескольким людям
script-by-narration = назван в изложении
script-marked-more = { $n ->
    [1] В этой реплике выделено ещё раз.
    [one] В этой реплике выделено ещё { $n } раз.
    [few] В этой реплике выделено ещё { $n } раза.
   *[many] В этой реплике выделено ещё { $n } раз.
}
