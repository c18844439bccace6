# Die Wörter der Website selbst, auf Deutsch.
#
# Syntax: Project Fluent (https://projectfluent.org/fluent/guide/). { $n } ist eine Zahl: Sie wird in Dreiergruppen geschrieben und wählt
# zwischen [one] und *[other]. Andere { $namen } werden eingesetzt, wie sie sind; { name-eines-textes } setzt einen anderen Text dieser
# Datei ein. <b>, <kbd> usw. umschließen in jeder Sprache dieselben Wörter. Texte namens script-… sagen die Skripte im Browser.

## Zahlen, Aufzählungen

number-separator = .
list-and = { $first } und { $last }
percent = { $n } %
percent-under-one = unter 1 %

turns-n = { $n ->
    [one] { $n } Redebeitrag
   *[other] { $n } Redebeiträge
}
words-n = { $n ->
    [one] { $n } Wort
   *[other] { $n } Wörter
}
characters-n = { $n ->
    [one] { $n } Zeichen
   *[other] { $n } Zeichen
}
words-in-turns = { words-n-of }, { turns-n-of }
words-n-of = { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörter
}
turns-n-of = { $turns ->
    [one] { $turns } Redebeitrag
   *[other] { $turns } Redebeiträge
}

## Daten

date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-uncertain = { $date } (unsicher)
date-from = ab { $date }
date-span = { $from } bis { $to }
date-between = zwischen { $from } und { $to }
date-not-stated = Datum nicht angegeben
month-with-day = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
# Ein Monat ohne Tag: „Januar 1991“.
month-alone = { month-with-day }
# „Januar 1991“, wo Skripte es sagen.
date-month-alone = { month-alone } { $year }
# Für schmale Stellen.
month-short = { $month ->
    [1] Jan.
    [2] Febr.
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
}

## Sprachen

language-name = { $language ->
    [ar] Arabisch
    [bg] Bulgarisch
    [cs] Tschechisch
    [da] Dänisch
    [de] Deutsch
    [el] Griechisch
    [en] Englisch
    [es] Spanisch
    [fa] Persisch
    [fi] Finnisch
    [fr] Französisch
    [he] Hebräisch
    [hu] Ungarisch
    [it] Italienisch
    [ja] Japanisch
    [ko] Koreanisch
    [nl] Niederländisch
    [no] Norwegisch
    [pl] Polnisch
    [pt] Portugiesisch
    [ro] Rumänisch
    [ru] Russisch
    [sr] Serbisch
    [sv] Schwedisch
    [tr] Türkisch
    [uk] Ukrainisch
    [vi] Vietnamesisch
    [zh] Chinesisch
   *[other] { $language }
}
# Wie in „aus dem Russischen übersetzt“.
language-from = { $language ->
    [ar] dem Arabischen
    [bg] dem Bulgarischen
    [cs] dem Tschechischen
    [da] dem Dänischen
    [de] dem Deutschen
    [el] dem Griechischen
    [en] dem Englischen
    [es] dem Spanischen
    [fa] dem Persischen
    [fi] dem Finnischen
    [fr] dem Französischen
    [he] dem Hebräischen
    [hu] dem Ungarischen
    [it] dem Italienischen
    [ja] dem Japanischen
    [ko] dem Koreanischen
    [nl] dem Niederländischen
    [no] dem Norwegischen
    [pl] dem Polnischen
    [pt] dem Portugiesischen
    [ro] dem Rumänischen
    [ru] dem Russischen
    [sr] dem Serbischen
    [sv] dem Schwedischen
    [tr] dem Türkischen
    [uk] dem Ukrainischen
    [vi] dem Vietnamesischen
    [zh] dem Chinesischen
   *[other] { $language }
}
# Wie in „auf Englisch“.
language-in = { language-name }

## Jede Seite

skip-to-content = Zum Inhalt
nav-main = Hauptnavigation
nav-more = Weitere Seiten
nav-documents = Dokumente
nav-timeline = Chronologie
nav-people = Personen
nav-search = Suche
nav-about = Über die Edition
feed = Atom-Feed
search-button = Suchen
search-the-archive = Das Archiv durchsuchen
search-description = { $archive }: Suche in allem, was gesagt wurde, nach Wörtern, Wortfolgen, Personen und Datum.
search-hint = { $n ->
    [one] { $n } Redebeitrag
   *[other] { $n } Redebeiträge
}
edition-dated = { $edition }, { $date }
errors-and-questions = Fehler und Fragen:
made-with = Mit memcon aus den Texten in der Form ihres Eingangs erstellt. Keine Cookies, keine Tracker, kein fremder Server.
scheme-title = Farben
scheme-system = wie im System
scheme-light = hell
scheme-dark = dunkel
not-stated = nicht angegeben
speaker-not-marked = Sprecher nicht bezeichnet
turn-number = Redebeitrag { $number }
who-speaks = Wer spricht
who-speaks-all = Alle, die sprechen
others-n = { $n ->
    [one] { $n } weitere Person
   *[other] { $n } weitere
}
turns-span = Redebeiträge { $from } bis { $to }
head-speaker = Sprecher
head-document = Dokument
head-documents = Dokumente
head-turns = Redebeiträge
head-turn = Redebeitrag
head-words = Wörter
head-words-by-editors = Wörter, von den Bearbeitern zugewiesen
head-share = Anteil
row-all = Insgesamt

## Zeichnungen und Dokumentlisten

legend-left-out = in der Vorlage ausgelassen, Umfang unbekannt
legend-not-marked = Sprecher nicht bezeichnet; in der Farbe eines Sprechers: von den Bearbeitern zugewiesen
legend-all-others = { $name } und alle übrigen
score-turn = Redebeitrag { $number }: { $speaker }, { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörter
}
score-gap = { $printed } Umfang unbekannt.
score-assigned = von den Bearbeitern { $name } zugewiesen
score-not-marked = Sprecher nicht bezeichnet
reports-n = berichtet über { $n ->
    [one] { $n } Gespräch
   *[other] { $n } Gespräche
}
published-on = veröffentlicht: { $date }

## Startseite

home-extent = { $documents ->
    [one] { $documents } Dokument
   *[other] { $documents } Dokumente
}, { turns-n-of }, { $words ->
    [one] { $words } gesprochenes Wort
   *[other] { $words } gesprochene Wörter
}; { $people ->
    [one] { $people } Person spricht
   *[other] { $people } Personen sprechen
}.
home-documents = Dokumente in zeitlicher Folge
home-scale = Die Breite eines Balkens entspricht der Zahl der Wörter, im selben Maßstab für alle Dokumente.
search-what-was-said = Das Gesagte durchsuchen
home-search-help = Mehrere Wörter finden die Redebeiträge, die sie alle enthalten; <b>"Anführungszeichen"</b> finden den genauen Wortlaut; <b>konföd*</b> findet Wortanfänge.
home-first = Die frühesten davon
home-some = Die ersten davon
home-scale-first = Die Breite eines Balkens entspricht der Zahl der Wörter, im selben Maßstab für die hier genannten Dokumente.
home-all = Alle { documents-n } in der Chronologie
documents-n = { $n ->
    [one] { $n } Dokument
   *[other] { $n } Dokumente
}
home-latest = Letzte Ergänzungen und Berichtigungen
home-all-changes = Alle Ergänzungen und Berichtigungen
changes-title = Ergänzungen und Berichtigungen
changes-lede = Was in dieses Archiv aufgenommen und darin geändert wurde, das Neueste zuerst.
changes-description = { $archive }: Was aufgenommen und geändert wurde, mit Datum.
changes-added = aufgenommen.
changes-edition = Dies ist: { $edition }.
corrections-title = Berichtigungen des Textes
corrections-lede = Falsch gedruckte Wörter und was die Herausgeber lesen; das Gedruckte bleibt im Text stehen. Sie folgen der Ordnung der Dokumente.
change-before = Vorher: „{ $words }“.
change-after = Jetzt: „{ $words }“.
change-why = Warum: { $reason }
change-by = Entschieden von { $name }.
turn-changed = Geändert am { $date }:
home-everyone = Alle, die sprechen, anwesend sind oder erwähnt werden
counting = Redebeiträge und Wörter nach gedruckter Sprecherangabe oder Zitat.
counting-by-editors = Was die Bearbeiter zuweisen, steht gesondert und ist im Anteil enthalten.
counting-nobody = { $words ->
    [one] { $words } Wort ({ $share } des Ganzen) steht
   *[other] { $words } Wörter ({ $share } des Ganzen) stehen
} in { $turns ->
    [one] { $turns } Redebeitrag
   *[other] { $turns } Redebeiträgen
} ohne den Namen des Sprechers, für niemanden gezählt.

## Chronologie

timeline-lede = Die Dokumente und die Gespräche, von denen Dokumente berichten, Jahr für Jahr.
timeline-lede-part = { $n ->
    [one] { $n } Eintrag: ein Gespräch oder ein Dokument.
   *[other] { $n } Einträge: Gespräche und Dokumente.
}
timeline-years = Jahre
timeline-undated = Ohne Datum
timeline-no-month = { $date }, Monat nicht angegeben
timeline-no-day = { $date }, Tag nicht angegeben
calendar-title = Kalender
calendar-day = { $date }: { $n ->
    [one] { $n } Eintrag
   *[other] { $n } Einträge
}
weekday-short = { $day ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[7] So
}
description-part = { $part }. { $whole }
timeline-description = { $archive }: alle Dokumente und alle Gespräche, von denen sie berichten, in zeitlicher Folge.
timeline-told-in = erzählt in „{ $title }“
timeline-quoted-in = { $n ->
    [one] { $n } Redebeitrag zitiert
   *[other] { $n } Redebeiträge zitiert
} in „{ $title }“
timeline-published = veröffentlicht; { reports-n }

## Personen

people-lede = Alle, die sprechen, anwesend sind oder erwähnt werden, wie im Register eines Buches.
people-extent = { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
}, { $speakers ->
    [one] { $speakers } davon spricht
   *[other] { $speakers } davon sprechen
}.
people-description = { $archive }: alle, die sprechen, anwesend sind oder erwähnt werden, mit den Redebeiträgen.
people-letters = Buchstaben
people-known-from-labels = nur aus Sprecherangaben bekannt
people-speaks = spricht
people-present = anwesend, spricht nicht
people-mentioned = { $n ->
    [one] Redebeitrag
   *[other] Redebeiträge
}
people-in-narration = im Erzähltext:

## Weitere Register

index-see = siehe
index-more = und { $n ->
    [one] { $n } weiteres, in der Chronologie
   *[other] { $n } weitere, in der Chronologie
}
places-title = Orte
places-lede = Wo die Gespräche stattfanden, wie gedruckt; die Lesart der Bearbeiter steht daneben.
places-description = { $archive }: die Orte der Gespräche mit den Dokumenten.
places-editors-only = (nicht gedruckt; von den Bearbeitern genannt)
glossary-title = Glossar
glossary-lede = Abkürzungen und Begriffe, wofür sie stehen, und die Redebeiträge, in denen sie vorkommen. Auflösungen und Anmerkungen stammen von den Bearbeitern.
glossary-description = { $archive }: Abkürzungen und Begriffe mit den Redebeiträgen, in denen sie vorkommen.
glossary-more = und in { $n ->
    [one] { $n } weiteren Redebeitrag
   *[other] { $n } weiteren Redebeiträgen
}
kinds-title = Arten von Dokumenten
kinds-lede = Die Dokumente nach ihrer Art, wie die Bearbeiter sie nennen.
kinds-description = { $archive }: die Dokumente nach ihrer Art.
subjects-title = Themen
subjects-lede = Die Dokumente nach Themen, wie die Bearbeiter sie beschreiben.
subjects-description = { $archive }: die Dokumente nach Themen.

## Seite eines Sprechers

speaker-kicker = Sprecher
speaker-extent = { $name } { speaker-extent-of }
speaker-extent-of = spricht in { $documents ->
    [one] einem Dokument
   *[other] { $documents } von { $all } Dokumenten
}; nach Sprecherangabe oder Zitat: { turns-n-of }, { words-n-of }, { $share } alles Gesagten.
speaker-extent-everywhere = { $name } { speaker-extent-everywhere-of }
speaker-extent-everywhere-of = spricht in allen { $documents } Dokumenten; nach Sprecherangabe oder Zitat: { turns-n-of }, { words-n-of }, { $share } alles Gesagten.
speaker-by-editors = Darüber hinaus weisen die Bearbeiter zu, was ohne Sprecherangabe gedruckt ist: { $turns ->
    [one] { $turns } Redebeitrag
   *[other] { $turns } Redebeiträge
} ({ words-n-of }).
speaker-description = { $name }: { $extent }
speaker-portrait = Bild von { $name }
speaker-provisional = Nur aus Sprecherangaben bekannt: Kein Eintrag der Normdatei passt.
speaker-search = Suchen, was { $name } sagt
speaker-printed-as = Gedruckt als
speaker-offices = Ämter
speaker-other-names = Andere Namen
speaker-added = Von den Bearbeitern ergänzt
speaker-same-as = Auch beschrieben unter
present-silent = Anwesend, spricht nicht
speaker-where = Wo { $name } spricht
speaker-where-legend = In Farbe: Redebeiträge von { $name }. Als Umriss: die aller anderen. Die Breite entspricht der Zahl der Wörter; schraffiert ist, was in der Vorlage ausgelassen ist.
speaker-by-document = Redebeiträge und Wörter nach Dokumenten
speaker-words-by-document = Wörter nach Dokumenten
speaker-share = Anteil am Dokument
speaker-every-turn = Alle Redebeiträge mit ihren ersten Wörtern
speaker-assigned = Von den Bearbeitern zugewiesen.
speaker-mentioned-by = Wer sonst { $name } erwähnt
speaker-everyone = Alle Personen des Archivs
speaker-label-n = { $label } ({ $n ->
    [one] { $n } Redebeitrag
   *[other] { $n } Redebeiträge
})
speaker-in-document = { $date }, { $title }
speaker-mention-place = { $date }, Redebeitrag { $number }
table-csv = { $table } (CSV)
table-capped = Gezeigt sind die ersten { $n } von { $all }; die CSV-Datei enthält alle.
head-year = Jahr
head-conversations = Gespräche
speaker-mention-n = { $label } ({ $n ->
    [one] { $n } Erwähnung
   *[other] { $n } Erwähnungen
})
speaker-first = zuerst:
speaker-mentioned-as = Erwähnt als
speaker-more-forms = { $n ->
    [one] { $n } weitere Form in der CSV-Datei
   *[other] { $n } weitere Formen in der CSV-Datei
}
speaker-names-table = Formen des Namens
speaker-biography-by = Lebenslauf: { $author }
speaker-by-year = Redebeiträge und Wörter nach Jahren
speaker-year-words = { $year }: { words-n-of }
speaker-year-title = { $name }: { $year }
speaker-split = Die Redebeiträge stehen auf je einer Seite für jedes Jahr.
speaker-with = Mit wem { $name } spricht
speaker-with-table = Wer in denselben Gesprächen spricht
speaker-with-note = Alle, die in denselben Gesprächen sprechen. Ein Gespräch mit mehreren Aufzeichnungen zählt einmal. Benachbarte Redebeiträge: Einer folgt auf den anderen, und dazwischen ist nichts ausgelassen.
speaker-adjacent = Benachbarte Redebeiträge
speaker-distinctive = Kennzeichnende Wörter
speaker-distinctive-in = { $table } ({ $language })
speaker-distinctive-note = Wörter, die häufiger gebraucht werden als von allen anderen: { $own } Wörter ({ $name }), verglichen mit { $others } Wörtern aller anderen in derselben Sprache, nach Sprecherangabe oder Zitat. Maß: Log-Likelihood (G²; Dunning 1993, Rayson und Garside 2000). Gezeigt sind Wörter von mindestens drei Buchstaben, ohne Funktionswörter, mindestens 5-mal gebraucht und mit einem G² von mindestens 15,13. Jedes führt zu den Redebeiträgen.
speaker-distinctive-translated = Ein Teil dieser Texte ist übersetzt: Die Wörter sind die des Übersetzers.
speaker-distinctive-none = Kein Wort erreicht beide Werte.
speaker-word = Wort
speaker-uses = Belege
speaker-uses-others = Belege bei allen anderen
speaker-g2 = G²
speaker-mentions-table = Erwähnungen durch andere
speaker-turns-table = Alle Redebeiträge im Wortlaut
role-span = { $title }, { $from } bis { $to }
role-from = { $title }, ab { $from }
role-until = { $title }, bis { $to }

## Seite eines Gesprächs

conversation-kicker = Gespräch
conversation-description = { $title }: wann und wo es stattfand, wer teilnahm, und alle Aufzeichnungen davon in diesem Archiv.
conversation-window = Gespräch: { $title }
conversation-silent = Nahm teil oder war anwesend; ohne wiedergegebene Worte
conversation-language = Sprache der Aufzeichnungen
conversation-records = Aufzeichnungen des Gesprächs
conversation-parts = Dokumente, die davon berichten
conversation-records-n = { $n ->
    [1] Das Gespräch und seine einzige Aufzeichnung hier
    [one] Das Gespräch und seine { $n } Aufzeichnung hier
   *[other] Das Gespräch und seine { $n } Aufzeichnungen hier
}
conversation-timeline = In der Chronologie

## Aufzeichnungen eines Gesprächs nebeneinander

sides-title = Die Aufzeichnungen nebeneinander
sides-how = Redebeiträge, die dasselbe sagen, stehen nebeneinander. Sie werden nach ihrer Folge gefunden, danach, wer spricht, nach der Länge und nach Namen und Wörtern, die den Aufzeichnungen gemeinsam sind; die Redaktion kann es berichtigen. Nichts ist ausgelassen: Ein Redebeitrag, den keine andere Aufzeichnung hat, steht allein.
sides-shared = { $n ->
    [one] { $n } Stelle steht in mehr als einer Aufzeichnung.
   *[other] { $n } Stellen stehen in mehr als einer Aufzeichnung.
}
sides-alone = { $n ->
    [one] { $n } Redebeitrag steht in keiner anderen Aufzeichnung:
   *[other] { $n } Redebeiträge stehen in keiner anderen Aufzeichnung:
}
sides-search = Suchen in
sides-search-all = allen Aufzeichnungen zusammen
sides-search-one = nur
sides-empty = Nichts in dieser Aufzeichnung.
sides-not-quoted = In diesem Dokument nicht zitiert.
sides-link = Verweis
sides-link-label = Link zu dieser Stelle: { $label }
sides-cite = Zitieren
sides-cite-label = Zitieren: { $label }
sides-address = Nebeneinander:
sides-pinned = Von der Redaktion festgelegt.
sides-differ = Die Aufzeichnungen nennen verschiedene Sprecher.
turn-other = Vergleiche:
turn-beside = Nebeneinander<hidden>: Redebeitrag { $number }</hidden>

## Seite eines Dokuments: Kopf

kicker-plain = Dokument
kicker-translation = { $kind } · aus { $from } übersetzt, Sprache: { $to }
kicker-in = { $kind } · auf { $language }
kicker-from = { $kind } · aus { $language } übersetzt
document-by = Von { $author }
document-to-text = Zum Text
document-whose = Von wem die Aufzeichnung stammt
document-when = Wann, wo, wer
document-summary = Zusammenfassung
document-summary-by = von { $author }
document-summary-by-editors = von den Bearbeitern
fact-not-stated = Nicht angegeben
fact-recorded-by = Aufgezeichnet von
fact-note-taker = Protokollant
fact-nature = Art der Aufzeichnung
nature-verbatim = wörtlich
nature-notes = Mitschrift
nature-written-up-afterwards = nachträglich niedergeschrieben
nature-quoted-in-print = im Druck zitiert
fact-original-language = Sprache des Originals
fact-language = Sprache hier
fact-translator = Übersetzer
counted-in = Gezählt sind die Wörter der Übersetzung (Sprache: { $language }).
counted-in-translation = Gezählt sind die Wörter der Übersetzung.
counted-in-translations = Wo ein Text übersetzt ist, sind die Wörter der Übersetzung gezählt.
fact-spoken = Gesprochene Sprachen
fact-interpreter = Dolmetscher
fact-classification = Geheimhaltung
fact-machine-read = Maschinell gelesen
fact-lasting = Dauerhafte Adresse
fact-completeness = Vollständigkeit
fact-copies = Abschriften
fact-copies-oldest = Abschriften, die älteste zuerst
fact-date = Datum
fact-published = Veröffentlicht
fact-place = Ort
fact-author = Verfasser
fact-publisher = Veröffentlicht von
fact-archive = Archiv
fact-reference = Signatur
fact-rights = Rechte
fact-printed = gedruckt „{ $words }“
fact-from-record = nach der Aufnahme der Bearbeiter
fact-place-editors = (die Bearbeiter: { $place })
head-by-label = Nach Sprecherangabe oder Zitat
head-assigned = Von den Bearbeitern zugewiesen
head-nobody = Ohne Sprecher
speakers-note = { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörter
} in { $turns ->
    [one] { $turns } Redebeitrag
   *[other] { $turns } Redebeiträgen
}.
speakers-note-unmarked = { $n ->
    [1] Ein Redebeitrag steht ohne den Namen des Sprechers; er wird für niemanden gezählt.
    [one] { $n } Redebeitrag steht ohne den Namen des Sprechers; er wird für niemanden gezählt.
   *[other] { $n } Redebeiträge stehen ohne den Namen des Sprechers; sie werden für niemanden gezählt.
}
conversations-title = { $n ->
    [1] Hier wird von einem Gespräch berichtet
    [2] Hier wird von zwei Gesprächen berichtet
    [3] Hier wird von drei Gesprächen berichtet
    [one] Hier wird von { $n } Gespräch berichtet
   *[other] Hier wird von { $n } Gesprächen berichtet
}
conversation-told = erzählt, nicht zitiert
conversation-quoted = zitiert: { turns-n-of }, { words-n-of }
printed-head = Am Kopf des Dokuments gedruckt
printed-foot = Am Ende des Dokuments gedruckt
drawing-how = Wie die Zeichnung neben dem Text zu lesen ist
drawing-bars = Jeder Balken ist ein Redebeitrag; seine Länge entspricht der Zahl der Wörter. Ein Redebeitrag von wenigen Wörtern ist etwas länger gezeichnet, damit er zu sehen ist.
drawing-speakers = Jeder Sprecher hat eine Farbe, eine Form und eine Spur.
drawing-hatched = Schraffiert: in der Vorlage ausgelassen; wie viel, ist nicht bekannt.
drawing-dashed = Gestrichelt: Sprecher nicht bezeichnet; für niemanden gezählt.
drawing-assigned = Gestrichelt in Spur und Farbe eines Sprechers: Sprecher nicht bezeichnet; von den Bearbeitern zugewiesen.
drawing-quoted = Gezeichnet ist nur, was als Gesagtes zitiert wird, nicht, was erzählt wird.
drawing-key = Anteil an den Wörtern
drawing-table = Die Zeichnung als Tabelle
drawing-table-label = Alle Redebeiträge
within-label = In diesem Dokument suchen
within-hint = In diesem Dokument
within-button = Suchen

## Seite eines Dokuments: der Text

document-text = Der Text
turn-link = Link<hidden> zu Redebeitrag { $number }</hidden>
turn-source = Vorlage<hidden> von Redebeitrag { $number }</hidden>
turn-cite = Zitieren<hidden>: Redebeitrag { $number }</hidden>
turn-copy = Kopieren
turn-report = Fehler melden<hidden>: Redebeitrag { $number }</hidden>
paragraph-link = Link zu Absatz { $paragraph } von Redebeitrag { $number }

# Anker, die es nicht mehr gibt; ein Link dorthin, wohin sie führen, folgt.
mark-merged = Früher { $place }: jetzt Teil von
mark-removed = Früher { $place }: entfernt. Die Stelle war bei
mark-nothing = Früher { $place }: entfernt
place-paragraph = Redebeitrag { $number }, Absatz { $paragraph }

person-because = { $name }: { $evidence }
evidence-listed = die Sprecherangabe steht im Eintrag dieser Person
evidence-full-name = die Sprecherangabe ist der Name der Person
evidence-initials = Initialen und Nachname passen nur auf eine Person
evidence-surname = der Nachname passt nur auf eine Person
evidence-misspelt = um einen Buchstaben abweichende Schreibung des Nachnamens; die Initialen passen, und niemand sonst kommt in Betracht
evidence-named-before = vor dem Zitat im Erzähltext genannt
evidence-markup = in der Auszeichnung der Datei genannt
evidence-takes-part = von denen, auf die die Sprecherangabe passt, nimmt nur diese Person teil
evidence-seat = von denen, auf die die Sprecherangabe passt, hat nur diese Person den Wahlkreis oder die Partei der Angabe
evidence-transliterated = andere Schreibung eines Namens aus einer anderen Schrift
evidence-letters = die Sprecherangabe besteht aus den Initialen eines Namens im Dokument
evidence-first-name = nur eine teilnehmende Person hat diesen Vornamen
evidence-head = der Kopf des Dokuments gibt den vollen Namen
evidence-role = der Kopf des Dokuments nennt, wer fragt oder antwortet
evidence-office = das Dokument oder die Normdatei sagt, wer das Amt innehat
evidence-labels-only = nur aus Sprecherangaben bekannt
about-given-by-words = Durch die Worte „{ $words }“ bezeichnet; die Bearbeiter lesen { $name }: { $reason }
about-assigned = Von den Bearbeitern { $name } zugewiesen: { $reason }
about-unmarked-quotation = Sprecher nicht bezeichnet: Für dieses Zitat wird niemand genannt.
about-unmarked-gap = Sprecher nicht bezeichnet: Nach der Auslassung wird niemand genannt.
about-unmarked-label = Sprecher nicht bezeichnet: Die Vorlage nennt niemanden.
about-ambiguous = Die Sprecherangabe passt auf { $names }; die Bearbeiter haben nicht entschieden, wer spricht.
about-collective = Die Sprecherangabe bezeichnet eine Gruppe, keine Person.
about-unidentified = Die Vorlage selbst weiß nicht, wer spricht.
about-named-by-words = Durch die Worte „{ $words }“ bezeichnet.
about-named-in-markup = In der Auszeichnung der Datei genannt, nicht in ihrem Text.
speaker-assigned-short = { $name } (von den Bearbeitern zugewiesen)
caption-pull-quote = Von der Vorlage zur Hervorhebung wiederholt
caption-participants = Wer anwesend war, wie die Vorlage es druckt
caption-source = Woher der Text stammt, wie die Vorlage es druckt
caption-heading = In der Vorlage gedruckte Überschrift
caption-proceedings = Was die Aufzeichnung berichtet
caption-vote = Wie abgestimmt wurde, wie die Vorlage es druckt
caption-stage = Handlung oder Geräusch, wie die Vorlage es druckt
caption-time = In der Vorlage gedruckte Uhrzeit
caption-footnote = In der Vorlage gedruckte Fußnote
caption-note = In der Vorlage gedruckte Anmerkung
editors-note = Anmerkung { $number } der Bearbeiter
editors-note-back = Anmerkung { $number } der Bearbeiter, zurück zum Text
editors-note-mark = Anm. d. Bearb.
correction = So gedruckt; die Bearbeiter lesen „{ $read }“
correction-back = Gelesen „{ $read }“, zurück zum Text
correction-by = So gelesen von { $name }.
correction-by-editors = So gelesen von den Bearbeitern.
footnote = Fußnote { $sign } der Quelle
footnote-back = Fußnote { $sign }, zurück zum Text
page-break = hier endet eine Seite der Vorlage
page-break-pdf = hier beginnt Seite { $n } der PDF-Datei
page-of-pdf = Seite { $n } der PDF-Datei
page-break-printed = hier endet eine Seite der Quelle; dort gedruckt: „{ $words }“

## Seite eines Dokuments: Fuß

contents-headings = Überschriften in diesem Text
contents-turns = Die längsten Redebeiträge
passage-link = Link zu dieser Stelle
passage-cite = Diese Stelle zitieren
keys-title = Tasten zum Lesen
keys-next = nächster Redebeitrag
keys-previous = Anfang dieses Redebeitrags, dann der vorige
keys-marks = nächste, vorige Stelle des Gesuchten
keys-search = dieses Dokument durchsuchen
keys-panel = diese Übersicht
keys-on = Tasten sind eingeschaltet
keys-close = Schließen
people-met-title = In diesem Text erwähnte Personen
terms-title = Abkürzungen und Begriffe in diesem Text
set-title = Wie dieser Text gesetzt ist
set-said = Gesagtes steht in einer <said>Buchschrift</said>, alles Übrige in der Schrift dieser Zeile.
set-brackets = Sprecherangaben, Schreibungen und eckige Klammern sind die der Vorlage. <supplied>[Wörter]</supplied> über einer punktierten Linie hat die Ausgabe der Vorlage dem Satz hinzugefügt; <stage>(Handlungen)</stage> und <gloss>[Wörter des Originals]</gloss> zählen nicht als Gesagtes.
set-page-break = Eine unterbrochene Linie steht, wo eine Seite der Vorlage endet.
set-page-break-sign = Unterbrochene Linie
set-notes = Nummerierte Anmerkungen und alles, was als Zutat der Bearbeiter bezeichnet ist, stammen aus diesem Archiv.
cite-document = Dieses Dokument zitieren
cite-styles = In Zitierstilen
cite-accessed = Ergänzen Sie das Datum, an dem Sie es gelesen haben, wo Ihr Stil es verlangt.
downloads = Downloads
download-json = JSON
download-json-about = Redebeiträge, Sprecherangaben, Personen, Auslassungen und Anmerkungen, für Programme
download-text = Reiner Text
download-text-about = die Redebeiträge mit ihren Sprechern, überall lesbar
download-ris = RIS
download-ris-about = für Literaturverwaltungen: Zotero, EndNote, Citavi
download-bibtex = BibTeX
download-bibtex-about = für LaTeX
download-csl = CSL-JSON
download-csl-about = für alles, was Nachweise formatiert
download-tei = TEI
download-tei-about = das Dokument in der Auszeichnung wissenschaftlicher Editionen (TEI P5), für Programme und Herausgeber
download-akn = Akoma Ntoso
download-akn-about = das Dokument als Debatte in der Auszeichnung der Parlamente (Akoma Ntoso 3.0)
download-vtt = WebVTT
download-vtt-about = die Redebeiträge als Untertitel mit ihren Sprechern, zu den Zeiten der Quelle, für Abspielprogramme
download-lines = Vorlage mit Zeilennummern
download-lines-about = der Text in der Form seines Eingangs, jeder Redebeitrag darin markiert
download-source = Text der Vorlage
download-source-about = der Text in der Form seines Eingangs, vor jeder Deutung
download-received = Datei in der Form ihres Eingangs
download-received-about = Byte für Byte
source-withheld = Die eingegangene Datei selbst ist nicht veröffentlicht; veröffentlicht sind daraus die Redebeiträge und der Text um sie herum auf dieser Seite.
in-time = In zeitlicher Folge
earlier = Früher: { $date }
later = Später: { $date }
same-conversation = Aufzeichnungen desselben Gesprächs: { $title }
same-conversation-earlier = Aufzeichnung desselben Gesprächs, vor dieser
same-conversation-later = Aufzeichnung desselben Gesprächs, nach dieser

## Die Vorlage

source-kicker = Vorlage in der Form ihres Eingangs
source-title = Vorlage zu { $title }
source-description = { $title } in der Form des Eingangs, Zeile für Zeile, mit den darin gefundenen Redebeiträgen.
source-lede = Der Text der Datei <b>{ $file }</b>, { $lines ->
    [one] { $lines } Zeile
   *[other] { $lines } Zeilen
}, vor jeder Deutung. Die Zahlen links zählen die Zeilen; „Redebeitrag 7“ führt zu dem Redebeitrag, der dort beginnt.
source-read = Das Dokument lesen
source-as-file = dieser Text als Datei
source-bytes = die Datei Byte für Byte
source-line = Zeile { $number }

## Suche

search-without-scripts = Die Suche läuft in Ihrem Browser und braucht Skripte (JavaScript), die hier abgeschaltet sind oder nicht geladen wurden.
search-other-ways = Alles lässt sich auch ohne sie lesen: <people>alle Genannten und wo</people>, <timeline>alle Gespräche in zeitlicher Folge</timeline> oder ein Dokument selbst, mit der Suche Ihres Browsers.
search-help-title = Was Sie fragen können
search-help-words-example = gemeinsames Haus
search-help-words = Redebeiträge mit allen diesen Wörtern; Groß- und Kleinschreibung und Akzente zählen nicht
search-help-phrase-example = "gemeinsames Haus"
search-help-phrase = diese Wörter unmittelbar nacheinander, in dieser Folge
search-help-beginning-example = konföd*
search-help-beginning = beliebige Buchstaben an der Stelle von *, einer an der von ?: am Anfang, in der Mitte oder am Ende eines Wortes
search-help-or-example = Krieg OR Frieden
search-help-or = Redebeiträge mit wenigstens einem davon; AND, das alle nebeneinanderstehenden Wörter verbindet, bindet enger; Klammern ( ) nach Bedarf
search-help-not-example = Deutschland NOT (Berlin OR Bonn)
search-help-not = Redebeiträge ohne das, was auf NOT folgt
search-help-near-example = Deutschland near/5 NATO
search-help-near = höchstens fünf Wörter vom einen zum nächsten, in beliebiger Folge; auch für Wortfolgen
search-help-as-typed-example = =gorbatschow
search-help-as-typed = dieses Wort nur, wie es geschrieben ist: sonst werden Namen und Begriffe in allen Formen gefunden, die die Personen- und Begriffslisten dieses Archivs nennen, und die Seite sagt, in welchen; auch ="in Anführungszeichen"
search-help-unspaced = Chinesisch, Japanisch, Thai, Laotisch, Birmanisch und Khmer setzen keine Leerzeichen zwischen die Wörter: dort ist jeder Buchstabe ein Wort, und was ohne Leerzeichen geschrieben ist, wird überall gefunden, wo es so steht.
search-help-mentions = nur Redebeiträge, in denen diese Person erwähnt wird
search-help-others = auch <kbd>role:</kbd> (Wörter eines Amtes), <kbd>kind:</kbd>, <kbd>lang:</kbd>, <kbd>document:</kbd> und <kbd>conversation:</kbd>; <kbd>in:notes</kbd>, <kbd>in:narration</kbd>, <kbd>in:headings</kbd> statt der Redebeiträge; NOT, OR und Klammern gelten für alle
search-help-speaker = nur Redebeiträge dieser Person, nach Nachname, vollem Namen oder Kennung
search-help-date = nur Redebeiträge aus dieser Zeit: ein Tag, ein Monat, ein Jahr oder eine Spanne wie <kbd>date:{ $span }</kbd>
search-narrow = Suche eingrenzen
search-speaker = Sprecher
search-date = Datum
search-from = Von
search-to = bis
search-date-hint = Jahr, Monat oder Tag: 1990, 1990-05, 1990-05-25
search-document = Dokument
search-order = Reihenfolge
search-best-first = nach Relevanz
search-by-date = nach Datum
search-apply = Anwenden
search-show-as = Anzeige
search-as-passages = Stellen
search-as-lines = Konkordanz
search-by-document = nach Dokumenten
search-take = Treffer als CSV
search-found = Gefundene Redebeiträge
search-pages = Ergebnisseiten
search-near = Nicht das Gesuchte, aber nahe daran
search-wider = Weiter gefasst suchen

## Daten zum Mitnehmen

data-title = Daten und Downloads
data-lede = Alles hier kann mitgenommen, von Programmen gelesen und aufbewahrt werden.
data-description = { $archive }: Downloads, die Bedeutung ihrer Felder und der Verbleib jedes Zeichens der Vorlagen.
data-whole = Das ganze Archiv
data-addresses-about = jede je veröffentlichte Adresse und wo ihre Worte jetzt stehen
data-turns-about = Alle Redebeiträge
data-speakers-about = Alle, die sprechen
data-mentions-about = Alle Stellen, an denen jemand genannt wird
data-alignments-about = Welche Redebeiträge mehrerer Aufzeichnungen eines Gesprächs dasselbe sagen, jedes Paar einmal; und welche allein stehen
data-people-about = die Normdatei: Namen, Ämter und Normdaten aller, die vorkommen
data-package-about = die Tabellen, für Programme beschrieben (Frictionless Data Package)
data-schema-document-about = die Form der JSON-Datei jedes Dokuments (JSON Schema)
data-schema-turns-about = die Form einer Zeile von turns.jsonl (JSON Schema)
data-licence-about = was mit den eigenen Texten des Archivs und mit jedem Dokument geschehen darf
data-checksums-about = die Prüfsumme jeder Datei dieser Website (sha256sum --check)
data-feed-about = die Dokumente als Atom-Feed
data-sitemap-about = die Adresse jeder Seite
data-oai-about = die Dokumente für Harvester (statisches Repositorium nach OAI-PMH)
data-sqlite-about = das ganze Archiv als SQLite-Datenbank mit einem Index der Wörter, für Datasette und SQL
data-bulk-about = wie alle Redebeiträge in OpenSearch oder Elasticsearch geladen werden
data-bulk-mapping-about = die Felder der Redebeiträge, für OpenSearch oder Elasticsearch
data-bulk-turns-about = Redebeiträge, die in OpenSearch oder Elasticsearch geladen werden können
data-documents-about = Alle Dokumente und wessen Aufzeichnung sie sind
data-by-document = Nach Dokumenten
data-by-document-label = Downloads nach Dokumenten
data-withheld = nicht veröffentlicht
data-fields = Die Tabellen und ihre Spalten
data-csv-rule = Jede Tabelle gibt es als CSV für Tabellenprogramme und als JSON-Objekte, eines je Zeile, mit denselben Spalten. Mehrere Werte in einer Zelle der CSV trennen ein Strichpunkt und ein Leerzeichen. Wo eine Zelle der CSV mit =, +, -, @, einem Tabulator oder einem Zeilenende begänne, was Tabellenprogramme für eine Formel halten, steht ein Apostroph davor; ohne ihn ergibt sich der gedruckte Wortlaut.
field-document = der Name des Dokuments in Adressen
field-anchor = die Adresse des Redebeitrags auf der Seite des Dokuments: t12
field-n = die heutige Stelle des Redebeitrags, von 1 an; nur für Maschinen
field-url = die veröffentlichte Adresse des Redebeitrags, falls das Archiv eine hat
field-title = der Titel des Dokuments
field-conversation = das Gespräch, wo das Dokument von mehreren berichtet
field-date = das Datum des Gesprächs (EDTF), sonst das des Dokuments
field-document-date = das Datum des Dokuments (EDTF)
field-kind = die Art des Dokuments
field-turn-kind = labeled (mit Sprecherangabe), quoted (zitiert), attributed-quote (zugeschriebenes Zitat) oder unmarked (ohne Sprecherangabe nach einer Auslassung)
field-speaker-label = die Sprecherangabe wie gedruckt, ohne das Zeichen an ihrem Ende; null, wenn keine gedruckt ist
field-speaker = der Name der Person; null, wenn niemand genannt ist
field-speaker-id = der Name der Person in Adressen
field-attribution = woher wir es wissen: authority (Normdatei), record (Entscheidung der Bearbeiter), provisional (vorläufig), ambiguous (mehrdeutig), collective (Gruppe), unidentified (unbekannt) oder unmarked (nicht bezeichnet)
field-language = die Sprache des Textes (BCP 47)
field-archive-reference = wo das Original aufbewahrt wird
field-translator = wer es übersetzt hat
field-text = der Wortlaut wie gedruckt, Absätze durch eine Leerzeile getrennt
field-document-url = die veröffentlichte Adresse des Dokuments; sein Ort in dieser Website, wenn das Archiv keine Adresse hat
field-date-talk = das Datum des Gesprächs (EDTF): das des ersten, wenn das Dokument von mehreren berichtet
field-date-printed = das Datum, wie es gedruckt steht
field-place = der Ort, wie er gedruckt steht
field-place-editors = der Ort in der Lesung der Herausgeber
field-original-language = die Sprache, aus der übersetzt wurde (BCP 47)
field-recorded-by = welche Seite es niedergeschrieben hat, oder wer; leer, wo keine Quelle es sagt
field-note-taker = wer mitgeschrieben hat
field-nature = wie die Aufzeichnung entstand: verbatim (wörtlich), notes (nach Notizen), written up afterwards (nachträglich) oder quoted in print (im Druck zitiert)
field-spoken = die gesprochenen Sprachen (BCP 47); leer, wo keine Quelle es sagt
field-interpreter = wer gedolmetscht hat; leer, wo keine Quelle es sagt
field-chain = die Abschriften vom Original bis zur Datei, die älteste zuerst
field-classification = die Geheimhaltungsstufe, wie gedruckt
field-machine-read = welche Maschine den Text gelesen oder gehört hat und ob ihn jemand durchgesehen hat
field-doi = die DOI des Dokuments, ohne den Auflösedienst
field-ark = der ARK des Dokuments, ohne den Auflösedienst
field-handle = der Handle des Dokuments, ohne den Auflösedienst
field-completeness = ob der Text vollständig ist
field-author = wer den Artikel geschrieben hat
field-publisher = wer es veröffentlicht hat
field-archive = das Archiv, in dem es liegt
field-rights = was damit geschehen darf
field-subjects = wovon es handelt, in den Worten der Herausgeber
field-speakers = wer darin spricht, mit dem Namen in Adressen, die meisten Wörter zuerst
field-n-turns = Zahl der Redebeiträge
field-n-words = Zahl der gesprochenen Wörter nach der einen Zählregel; bei übersetzten Texten sind es die Wörter der Übersetzung
field-added = wann es in das Archiv kam
field-name = der Name der Person
field-sort-name = der Name in einem Register
field-speaker-url = die veröffentlichte Adresse der Seite der Person; ihr Ort in dieser Website, wenn das Archiv keine Adresse hat
field-status = authority (in der Normdatei) oder provisional (nur aus Sprecherangaben bekannt)
field-labels = die Sprecherangaben, wie sie gedruckt stehen
field-n-documents = Zahl der Dokumente
field-n-turns-by-editors = von den Redebeiträgen die, welche die Herausgeber zugeordnet haben
field-n-words-by-editors = von den Wörtern die, welche die Herausgeber zugeordnet haben
field-n-mentions = Zahl der Redebeiträge, die die Person nennen
field-same-as = Adressen derselben Person in Normdateien
field-mention-anchor = die Adresse des Redebeitrags in der Seite des Dokuments; leer zwischen den Redebeiträgen
field-mention-url = die veröffentlichte Adresse des Redebeitrags, sonst des Dokuments
field-mentioned = wer genannt wird, mit dem Namen in Adressen
field-mention-text = der Name, wie er gedruckt steht
field-alignment-conversation = der Name des Gesprächs in Adressen
field-other-document = die andere Aufzeichnung: der Name ihres Dokuments in Adressen; leer, wo der Redebeitrag allein steht
field-other-anchor = die Adresse des Redebeitrags in der Seite jenes Dokuments
field-other-url = die veröffentlichte Adresse jenes Redebeitrags
field-set-by = wer sie nebeneinander gestellt hat: program (das Programm) oder editors (die Redaktion)
field-start = wo er im Text der Vorlage beginnt, in Bytes von UTF-8
field-end = wo er endet
account-title = Wo jedes Zeichen geblieben ist
account-lede = Kein Text geht stillschweigend verloren. Jedes Zeichen einer Vorlage, das kein Leerraum ist, steht in einem Redebeitrag, im Text um die Redebeiträge herum (Titel, Erzähltext, Anmerkungen, Auslassungen) oder ist aus einem unten genannten Grund weggelassen.
account-complete = Die Rechnung geht auf: Nichts ist verloren.
account-incomplete = Die Rechnung geht nicht auf: Text ist verloren, was ein Fehler von memcon ist.
account-characters = Zeichen
account-in-turns = In Redebeiträgen
account-around = Um sie herum
account-left-out = Weggelassen
account-lost = Verloren
account-reasons = Was weggelassen wurde und warum
reason-markup = Auszeichnung
reason-furniture = Kolumnentitel und Seitenzahlen
reason-time-mark = Zeitmarke
reason-hyphen = Trennstrich am Zeilenende
reason-repeated = in der Vorlage wiederholt
reason-other-reading = andere Lesart
reason-site-chrome = Beiwerk der ursprünglichen Website
unread-title = Dateien, die nicht gelesen werden konnten

## This archive tested

tested-title = Dieses Archiv, geprüft
tested-description = { $archive }: was beim Erstellen zu den Grundsätzen für dauerhafte digitale Ausgaben gefunden wurde.
tested-lede = Was eine digitale Ausgabe ihre Urheber überleben lässt, hat das Endings Project der Universität Victoria niedergeschrieben. Diese Seite sagt Grundsatz für Grundsatz, was gefunden wurde, als dieses Archiv erstellt und jede seiner Dateien angesehen wurde. Was dabei niemand wissen kann, ist als nicht geprüft bezeichnet.
tested-principles = Die Endings Principles
tested-holds = erfüllt
tested-part = zum Teil
tested-fails = nicht erfüllt
tested-unchecked = nicht geprüft
tested-data = Daten
tested-formats = Die Daten liegen in offenen Formaten
tested-formats-received = Quellen nach dem Format, in dem sie kamen: { $list }.
tested-formats-given = Dokumente, die es auch als einfachen Text, JSON und TEI gibt: { $documents }.
tested-versions = Jede Änderung der Daten wird festgehalten
tested-versions-unseen = Ob die Quellen unter Versionsverwaltung stehen, ist beim Erstellen nicht zu sehen.
tested-versions-listed = In diesem Archiv verzeichnet: Zugänge und Änderungen { $changes }, Berichtigungen des Textes { $corrections }.
tested-account = Die Daten werden bei jedem Erstellen geprüft
tested-account-fact = Zeichen in den Quellen: { $all }; weggelassen und mit Grund verzeichnet: { $dropped }; verloren: { $lost }.
tested-unread-fact = Dateien, die nicht gelesen werden konnten: { $unread }.
tested-documentation = Dokumentation
tested-models = Felder und Werte sind beschrieben
tested-models-fact = Auf der Seite der Daten beschriebene Spalten: { $columns }, in { $tables } Tabellen; JSON ist durch Schemata beschrieben.
tested-rights = Es ist gesagt, was mit den Texten geschehen darf
tested-rights-fact = Dokumente mit einer Angabe der Rechte: { $n } von { $all }.
tested-rights-own = Was mit den eigenen Texten der Herausgeber geschehen darf, steht am Fuß jeder Seite.
tested-rights-none = Was mit den eigenen Texten der Herausgeber geschehen darf, ist nicht gesagt.
tested-processing = Verarbeitung
tested-checks = Was hineingeht und herauskommt, wird geprüft
tested-checks-fact = Wo ein Fehler ist, wird nichts geschrieben; diesmal gab es keinen. Nach dem Erstellen angesehene Dateien: { $files }.
tested-rebuild = Eine Änderung macht alles neu
tested-rebuild-fact = Jedes Mal werden alle Dateien neu aus den Quellen gemacht: { $files }. Gleiche Quellen ergeben gleiche Bytes. Ob jede Änderung von selbst dazu führt, wurde nicht geprüft.
tested-code = Das Programm darf vergehen
tested-code-fact = Die Website ist ohne das Programm lesbar. Sein Quelltext ist offen, seine Version steht oben.
tested-products = Was veröffentlicht ist
tested-static = Auf keinem Server läuft etwas
tested-static-fact = Dateien, alle fertig: { $files } ({ $list }).
tested-standards = Nur HTML, CSS und JavaScript
tested-standards-fact = Seiten: { $pages }; Stilvorlagen: { $styles }; Skripte: { $scripts }; Seiten mit Skript oder Stil in sich: { $inline }.
tested-requests = Kein fremder Server wird gebraucht
tested-requests-none = Angesehene Seiten: { $pages }; Anfragen an fremde Server: 0.
tested-requests-some = Anfragen an fremde Server: { $n }. Die erste: { $page } verlangt { $address }.
tested-requests-guarded = Seiten, die ihrem Browser jede solche Anfrage verbieten: { $n } von { $pages }.
tested-addresses = Alles hat eine Seite mit einfacher Adresse
tested-addresses-fact = Seiten von Dokumenten: { $documents }; von Personen: { $speakers }; von Gesprächen: { $conversations }. Verweise, die eine Abfrage brauchen, außer denen zur Suche: { $queries }.
tested-included = Die Daten gehören zur Veröffentlichung
tested-included-fact = Dokumente mit ihrer Quelle in der Form ihres Eingangs: { $n } von { $all }; in den Tabellen der Seite der Daten stehen alle.
tested-alone = Jede Seite steht für sich
tested-alone-fact = Jede Seite enthält ihre Worte, ihre Wege durch das Archiv und ihre Zitierweise; Stilvorlagen, Skripte und Bilder sind allen gemeinsam.
tested-graceful = Seiten sind ohne Skripte und Stile lesbar
tested-graceful-fact = Redebeiträge, deren Worte in der Seite selbst stehen: { $n } von { $all }. Nur die Suche und kleine Hilfen brauchen Skripte.
tested-release = Ausgaben
tested-planned = Ausgaben werden geplant
tested-planned-fact = Wie Ausgaben geplant werden, ist beim Erstellen nicht zu sehen.
tested-coherent = Eine Ausgabe ist vollständig und stimmig
tested-links-fact = Verfolgte Verweise von Seite zu Seite: { $links }; ins Leere führend: 0.
tested-links-broken = Verfolgte Verweise von Seite zu Seite: { $links }; ins Leere führende Adressen: { $n }. Die erste: { $page } führt zu { $address }.
tested-edition = Jede Seite nennt ihre Ausgabe
tested-edition-fact = Seiten, die „{ $edition }“ nennen: { $n } von { $pages }.
tested-edition-undated = Die Ausgabe hat kein Datum.
tested-edition-none = Das Archiv nennt keine Ausgabe.
tested-citation = Es ist gesagt, wie zu zitieren ist
tested-citation-fact = Zitierweisen, je eine für: Dokumente { $documents }, Redebeiträge { $turns }.
tested-citation-address = Jede Zitierweise nennt die veröffentlichte Adresse.
tested-citation-none = Das Archiv nennt keine veröffentlichte Adresse: Zitierweisen haben keine.
tested-lasting = Adressen bleiben
tested-lasting-fact = Verzeichnete Adressen von Seiten: { $pages }; weiterführend zu einer anderen: { $moved }; mit dem Hinweis, dass etwas nicht mehr veröffentlicht ist: { $notices }. Ginge eine verloren, würde nichts geschrieben.

## Keine Seite

# Eine veröffentlichte Adresse, deren Seite jetzt eine andere hat.
moved-title = Diese Seite hat jetzt eine andere Adresse
moved-lede = Sie steht jetzt hier:
moved-places = Die Stellen der Seite
withdrawn-title = Dieses Dokument wurde zurückgezogen
withdrawn-lede = Unter dieser Adresse war ein Dokument veröffentlicht. Es wurde zurückgezogen.
withdrawn-lede-since = Unter dieser Adresse war ein Dokument veröffentlicht. Es wurde zurückgezogen: { $date }.
unpublished-title = Dieses Dokument ist zurzeit nicht veröffentlicht
unpublished-lede = Unter dieser Adresse war ein Dokument veröffentlicht. Zurzeit ist es nicht veröffentlicht.
notice-places = Seine Stellen

not-found-title = Nichts unter dieser Adresse
not-found-lede = Vielleicht ist die Adresse falsch geschrieben, oder es gab die Seite hier nie. Veröffentlichte Adressen dieses Archivs werden nicht zurückgenommen.
not-found-documents = Alle Dokumente

## Eigene Seiten des Archivs

page-essay = Essay
page-lesson = Unterrichtsblatt
page-cite = Diese Seite zitieren
quoted-paragraph = Redebeitrag { $number }, Absatz { $paragraph } von { $n }
quoted-paragraphs = Redebeitrag { $number }, Absätze { $from } bis { $to } von { $n }
home-essays = Zum Lesen und für den Unterricht

## Skripte: ein Dokument lesen

script-copy-impossible = Dieser Browser lässt Seiten nichts kopieren.
script-copy-refused = Dieser Browser lässt diese Seite nichts kopieren.
script-address-copied = Adresse kopiert: { $address }
script-passage-copied = Adresse der Stelle kopiert: { $address }
script-no-address = Diese Kopie auf dem Datenträger hat keine veröffentlichte Adresse, die sich kopieren ließe.
script-citation-copied = Nachweis kopiert.
script-report-subject = Fehler in { $title }, Redebeitrag { $number }
script-report-question = Was ist falsch, und woher wissen Sie es?
script-report-words = Im Redebeitrag { $number }: „{ $words }“
script-report-edition = Ausgabe: { $edition }
script-cite-style = Stil
script-cite-own = der dieses Archivs, mit allen Vorbehalten
script-cite-part = Zitieren
script-cite-whole = den ganzen Redebeitrag
script-cite-paragraph = Absatz { $n }
script-marked-places = { $n ->
    [one] { $n } Stelle für { $query }
   *[other] { $n } Stellen für { $query }
}
script-marked-place = { $at } von { $n } für { $query }
script-previous = Vorige
script-next = Nächste
script-without-marks = Ohne Markierung
script-marked-words = Markierte Wörter

## Skripte: Suche

script-list-or = { $first } oder { $last }
script-month = { date-month-alone }
script-year = { date-year }
script-turns-n = { turns-n }
script-searching = Suche läuft …
script-can-be-searched = { turns-n } können durchsucht werden.
script-found = { turns-n } gefunden{ $asked }.
script-part-name = { $part ->
    [notes] Anmerkung
    [headings] Überschrift
   *[other] Erzählung
}
script-found-texts = { $n ->
    [one] { $n } Text
   *[other] { $n } Texte
} gefunden{ $asked }.
script-nothing-found = Nichts gefunden{ $asked }.
script-asked-words = { $asked } für { $query }
script-asked-filter = { $asked }, { $filter }
script-asked-speakers = gesprochen von { $names }
script-asked-nobody = Sprecher nicht bekannt
script-asked-documents = in { $titles }
script-asked-title = „{ $title }“
script-asked-dated = Datum: { $date }
script-asked-span = Datum: { $from } bis { $to }
script-asked-later = Datum: { $from } oder später
script-asked-earlier = Datum: { $to } oder früher
script-around = Davor und danach
script-nothing-around = Dieses Dokument hat keinen weiteren Redebeitrag.
script-also = Auch für { $typed }: { $forms }.
script-as-typed = Nur { $typed }, wie geschrieben
script-mistake = Danach kann nicht gesucht werden: { $why }.
script-mistake-status = Die Suche ist nicht zu verstehen: { $why }.
script-not-loaded = Die Suche konnte nicht geladen werden.
script-file-missing = Die Suche konnte nicht geladen werden: Die Datei { $file } fehlt oder ist beschädigt.
script-part-missing = Ein Teil des Archivs konnte nicht durchsucht werden: Eine Datei fehlt oder ist beschädigt ({ $files }). Hier können Redebeiträge fehlen.
script-script-missing = Die Suche konnte nicht geladen werden: Ein Skript dieser Seite fehlt oder ist beschädigt.
script-previous-page = Vorige Seite
script-next-page = Nächste Seite
script-page-of = Seite { $page } von { $last }
script-offer-but-one = { $phrase } mit einem anderen Wort oder keinem an der Stelle von „{ $word }“
script-offer-loose-but-one = die Wörter von { $phrase } ohne „{ $word }“, irgendwo in einem Redebeitrag
script-offer-spelling = „{ $word }“ an der Stelle von „{ $typed }“
script-offer-beginning = Wörter, die mit „{ $beginning }“ beginnen, an der Stelle von „{ $typed }“
script-offer-question = mit ? als Fragezeichen
script-offer-neighbors = das Gesuchte in zwei aufeinanderfolgenden Redebeiträgen
script-offer-words = die Wörter von { $phrase } irgendwo in einem Redebeitrag
script-offer-without = alles außer { $phrase }
script-offer-unfiltered = dasselbe ohne Filter
script-nothing-wider = Auch weiter gefasst wird nichts anderes gefunden.
script-unclosed = dieses Anführungszeichen wird nicht geschlossen
script-unclosed-bracket = diese Klammer wird nicht geschlossen
script-unopened-bracket = diese Klammer wurde nicht geöffnet
script-empty-brackets = zwischen diesen Klammern steht nichts
script-too-deep = mehr als { $n } Klammern stehen ineinander
script-operand = „{ $operator }“ braucht auf jeder Seite, die es verbindet, etwas zu finden — in Anführungszeichen ist es ein Wort wie jedes andere
script-near-number = „near“ braucht eine Zahl von Wörtern von 1 bis 99, wie in near/5
script-near-operand = „near“ verbindet Wörter, Wortfolgen oder Klammern mit OR zwischen solchen
script-no-filter = einen Filter „{ $name }:“ gibt es nicht, nur { $filters } — in Anführungszeichen werden die Wörter gefunden
script-say-value = sagen Sie, welche, wie in { $example }
script-star = ein Stern steht für Buchstaben eines Wortes und braucht wenigstens einen Buchstaben neben sich, wie in konföd*
script-empty-quotation = zwischen diesen Anführungszeichen steht kein Wort
script-and-near = { $message }; meinen Sie { $choices }
script-nobody-mentioned = niemand, der hier spricht oder erwähnt wird, heißt „{ $name }“
script-no-conversation = ein Gespräch „{ $name }“ gibt es nicht
script-no-role = niemand spricht hier als „{ $name }“
script-no-kind = Dokumente der Art „{ $name }“ gibt es nicht
script-no-language = ein Dokument in der Sprache „{ $name }“ gibt es nicht
script-no-part = einen Teil „{ $name }“ gibt es nicht; schreiben Sie in:turns, in:notes, in:narration oder in:headings
script-fits-several = „{ $name }“ passt auf { $n } Sprecher: Schreiben Sie { $choices }
script-nobody-called = niemand, der hier spricht, heißt „{ $name }“
script-no-document = ein Dokument „{ $name }“ gibt es nicht
script-no-date = „{ $date }“ ist kein Datum; schreiben Sie 1990, 1990-05, 1990-05-25 oder eine Spanne wie 1990-05..1991
script-span-reversed = die Zeitspanne endet, bevor sie beginnt
script-not-known = nicht bekannt
script-all-dates = { $date }: wieder alle Daten
script-not-marked = { speaker-not-marked }
script-turn-number = { turn-number }
script-by-editors = von den Bearbeitern genannt
script-ambiguous = die Sprecherangabe passt auf mehrere Personen
script-by-narration = im Erzähltext genannt
script-marked-more = { $n ->
    [1] In diesem Redebeitrag noch einmal markiert.
    [one] In diesem Redebeitrag noch { $n }-mal markiert.
   *[other] In diesem Redebeitrag noch { $n }-mal markiert.
}
