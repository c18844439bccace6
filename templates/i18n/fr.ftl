# Les mots du site lui-même, en français.
#
# Syntaxe : Project Fluent (https://projectfluent.org/fluent/guide/). { $n } est un nombre : il est écrit par groupes de trois chiffres et
# choisit entre [one] et *[other]. Les autres { $noms } sont repris tels quels ; { nom-d-un-texte } reprend un autre texte du fichier.
# <b>, <kbd>, etc. entourent les mêmes mots dans toutes les langues. Les textes script-… sont dits par les scripts dans le navigateur.

## Nombres, énumérations

number-separator = { "\u202F" }
list-and = { $first } et { $last }
percent = { $n } %
percent-under-one = moins de 1 %

turns-n = { $n ->
    [one] { $n } intervention
   *[other] { $n } interventions
}
words-n = { $n ->
    [one] { $n } mot
   *[other] { $n } mots
}
characters-n = { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
}
words-in-turns = { words-n-of }, { turns-n-of }
words-n-of = { $words ->
    [one] { $words } mot
   *[other] { $words } mots
}
turns-n-of = { $turns ->
    [one] { $turns } intervention
   *[other] { $turns } interventions
}

## Dates

date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-uncertain = { $date } (incertain)
date-from = dès { $date }
date-span = { $from } – { $to }
date-between = entre { $from } et { $to }
date-not-stated = date non indiquée
month-with-day = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
# Un mois sans jour : « janvier 1991 ».
month-alone = { month-with-day }
# « janvier 1991 », là où les scripts le disent.
date-month-alone = { month-alone } { $year }
# Pour les endroits étroits.
month-short = { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[12] déc.
}

## Langues

language-name = { $language ->
    [ar] arabe
    [bg] bulgare
    [cs] tchèque
    [da] danois
    [de] allemand
    [el] grec
    [en] anglais
    [es] espagnol
    [fa] persan
    [fi] finnois
    [fr] français
    [he] hébreu
    [hu] hongrois
    [it] italien
    [ja] japonais
    [ko] coréen
    [nl] néerlandais
    [no] norvégien
    [pl] polonais
    [pt] portugais
    [ro] roumain
    [ru] russe
    [sr] serbe
    [sv] suédois
    [tr] turc
    [uk] ukrainien
    [vi] vietnamien
    [zh] chinois
   *[other] { $language }
}
# Dans « traduit du russe », « traduit de l’anglais ».
language-from = { $language ->
    [ar] de l’arabe
    [bg] du bulgare
    [cs] du tchèque
    [da] du danois
    [de] de l’allemand
    [el] du grec
    [en] de l’anglais
    [es] de l’espagnol
    [fa] du persan
    [fi] du finnois
    [fr] du français
    [he] de l’hébreu
    [hu] du hongrois
    [it] de l’italien
    [ja] du japonais
    [ko] du coréen
    [nl] du néerlandais
    [no] du norvégien
    [pl] du polonais
    [pt] du portugais
    [ro] du roumain
    [ru] du russe
    [sr] du serbe
    [sv] du suédois
    [tr] du turc
    [uk] de l’ukrainien
    [vi] du vietnamien
    [zh] du chinois
   *[other] { $language }
}
# Dans « en anglais ».
language-in = { language-name }

## Toutes les pages

skip-to-content = Aller au contenu
nav-main = Navigation principale
nav-more = Autres pages
nav-documents = Documents
nav-timeline = Chronologie
nav-people = Personnes
nav-search = Recherche
nav-about = À propos
feed = Fil Atom
search-button = Rechercher
search-the-archive = Rechercher dans le fonds
search-description = { $archive } : recherche dans tout ce qui a été dit, par mots, expressions, personnes et dates.
search-hint = { $n ->
    [one] { $n } intervention
   *[other] { $n } interventions
}
edition-dated = { $edition }, { $date }
errors-and-questions = Erreurs et questions :
made-with = Réalisé avec memcon à partir des textes tels que reçus. Ni cookies, ni traceurs, ni serveur tiers.
scheme-title = Couleurs
scheme-system = celles du système
scheme-light = claires
scheme-dark = sombres
not-stated = non indiqué
speaker-not-marked = Locuteur non indiqué
turn-number = intervention { $number }
who-speaks = Qui parle
who-speaks-all = Tous ceux qui parlent
others-n = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
turns-span = interventions { $from } à { $to }
head-speaker = Intervenant
head-document = Document
head-documents = Documents
head-turns = Interventions
head-turn = Intervention
head-words = Mots
head-words-by-editors = Mots attribués par les éditeurs
head-share = Part
row-all = Total

## Graphiques et listes de documents

legend-left-out = omis dans la source, longueur inconnue
legend-not-marked = locuteur non indiqué ; dans la couleur d’un intervenant : attribué par les éditeurs
legend-all-others = { $name } et tous les autres
score-turn = Intervention { $number } : { $speaker }, { $words ->
    [one] { $words } mot
   *[other] { $words } mots
}
score-gap = { $printed } Longueur inconnue.
score-assigned = attribuée par les éditeurs à { $name }
score-not-marked = locuteur non indiqué
reports-n = rapporte { $n ->
    [one] { $n } entretien
   *[other] { $n } entretiens
}
published-on = publié : { $date }

## Accueil

home-extent = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { turns-n-of }, { $words ->
    [one] { $words } mot prononcé
   *[other] { $words } mots prononcés
} ; { $people ->
    [one] { $people } intervenant
   *[other] { $people } intervenants
}.
home-documents = Documents par ordre chronologique
home-scale = La largeur d’une barre correspond au nombre de mots, à la même échelle pour tous les documents.
search-what-was-said = Rechercher dans les propos
home-search-help = Plusieurs mots : les interventions qui les contiennent tous ; entre <b>"guillemets"</b> : l’expression exacte ; <b>confed*</b> : les mots qui commencent ainsi.
home-first = Les plus anciens
home-some = Les premiers
home-scale-first = La largeur d’une barre correspond au nombre de mots, à la même échelle pour les documents énumérés ici.
home-all = Dans la chronologie : { documents-n } en tout
documents-n = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
home-latest = Derniers ajouts et dernières corrections
home-all-changes = Tous les ajouts et toutes les corrections
changes-title = Ajouts et corrections
changes-lede = Ce qui a été ajouté à ces archives et ce qui y a été modifié, du plus récent au plus ancien.
changes-description = { $archive } : ce qui a été ajouté et modifié, avec les dates.
changes-added = ajouté.
changes-edition = Ceci est : { $edition }.
corrections-title = Corrections du texte
corrections-lede = Les mots mal imprimés et la lecture des éditeurs ; les mots imprimés restent dans le texte. Ils sont donnés dans l’ordre des documents.
change-before = Avant : « { $words } ».
change-after = Désormais : « { $words } ».
change-why = Pourquoi : { $reason }
change-by = Décidé par { $name }.
turn-changed = Modifié le { $date } :
home-everyone = Toutes les personnes qui parlent, assistent à un entretien ou sont mentionnées
counting = Interventions et mots d’après le nom imprimé ou la citation.
counting-by-editors = Ce que les éditeurs attribuent est compté à part et compris dans la part.
counting-nobody = { $words ->
    [one] { $words } mot ({ $share } du total), dans { turns-n-of }, ne porte pas
   *[other] { $words } mots ({ $share } du total), dans { turns-n-of }, ne portent pas
} le nom de celui qui parle et n’est compté pour personne.

## Chronologie

timeline-lede = Les documents et les entretiens qu’ils rapportent, année par année.
timeline-lede-part = { $n ->
    [one] { $n } entrée : un entretien ou un document.
   *[other] { $n } entrées : entretiens et documents.
}
timeline-years = Années
timeline-undated = Sans date
timeline-no-month = { $date }, mois non indiqué
timeline-no-day = { $date }, jour non indiqué
calendar-title = Calendrier
calendar-day = { $date } : { $n ->
    [one] { $n } entrée
   *[other] { $n } entrées
}
weekday-short = { $day ->
    [1] lun.
    [2] mar.
    [3] mer.
    [4] jeu.
    [5] ven.
    [6] sam.
   *[7] dim.
}
description-part = { $part }. { $whole }
timeline-description = { $archive } : tous les documents et tous les entretiens qu’ils rapportent, par ordre chronologique.
timeline-told-in = relaté dans « { $title } »
timeline-quoted-in = { $n ->
    [one] { $n } intervention citée
   *[other] { $n } interventions citées
} dans « { $title } »
timeline-published = publié ; { reports-n }

## Personnes

people-lede = Toutes les personnes qui parlent, assistent à un entretien ou sont mentionnées, comme dans l’index d’un livre.
people-extent = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}, dont { $speakers ->
    [one] { $speakers } prend la parole
   *[other] { $speakers } prennent la parole
}.
people-description = { $archive } : toutes les personnes qui parlent, assistent à un entretien ou sont mentionnées, avec les interventions.
people-letters = Lettres
people-known-from-labels = connu seulement par son nom dans les sources
people-speaks = prend la parole
people-present = présence sans prise de parole
people-mentioned = { $n ->
    [one] intervention
   *[other] interventions
}
people-in-narration = dans le récit :

## Autres index

index-see = voir
index-more = et { $n ->
    [one] { $n } autre, dans la chronologie
   *[other] { $n } autres, dans la chronologie
}
places-title = Lieux
places-lede = Où eurent lieu les entretiens, tels qu’imprimés ; la lecture des éditeurs figure à côté.
places-description = { $archive } : les lieux des entretiens, avec les documents.
places-editors-only = (non imprimé ; indiqué par les éditeurs)
glossary-title = Glossaire
glossary-lede = Sigles et termes, ce qu’ils désignent, et les interventions où ils figurent. Développements et notes sont des éditeurs.
glossary-description = { $archive } : sigles et termes, avec les interventions où ils figurent.
glossary-more = et dans { $n ->
    [one] { $n } autre intervention
   *[other] { $n } autres interventions
}
kinds-title = Types de documents
kinds-lede = Les documents par type, selon les éditeurs.
kinds-description = { $archive } : les documents par type.
subjects-title = Sujets
subjects-lede = Les documents par sujet, selon les éditeurs.
subjects-description = { $archive } : les documents par sujet.

## Page d’un intervenant

speaker-kicker = Intervenant
speaker-extent = { $name } { speaker-extent-of }
speaker-extent-of = prend la parole dans { $documents ->
    [one] un document
   *[other] { $documents } documents
} sur { $all } ; d’après le nom imprimé ou la citation : { turns-n-of }, { words-n-of }, { $share } de tout ce qui est dit.
speaker-extent-everywhere = { $name } { speaker-extent-everywhere-of }
speaker-extent-everywhere-of = prend la parole dans les { $documents } documents ; d’après le nom imprimé ou la citation : { turns-n-of }, { words-n-of }, { $share } de tout ce qui est dit.
speaker-by-editors = S’y ajoutent, attribuées par les éditeurs et imprimées sans nom : { $turns ->
    [one] { $turns } intervention
   *[other] { $turns } interventions
} ({ words-n-of }).
speaker-description = { $name } : { $extent }
speaker-portrait = Portrait de { $name }
speaker-provisional = Connu seulement par son nom dans les sources : aucune entrée du fichier d’autorité ne correspond.
speaker-search = Rechercher dans les propos de { $name }
speaker-printed-as = Formes imprimées
speaker-offices = Fonctions
speaker-other-names = Autres noms
speaker-added = Ajouté par les éditeurs
speaker-same-as = Voir aussi
present-silent = Présence sans prise de parole
speaker-where = Où { $name } prend la parole
speaker-where-legend = En couleur : interventions de { $name }. En contour : celles des autres. La largeur correspond au nombre de mots ; les hachures marquent ce qui est omis dans la source.
speaker-by-document = Interventions et mots par document
speaker-words-by-document = Mots par document
speaker-share = Part du document
speaker-every-turn = Toutes les interventions, par leurs premiers mots
speaker-assigned = Attribuée par les éditeurs.
speaker-mentioned-by = Qui d’autre mentionne { $name }
speaker-everyone = Toutes les personnes du fonds
speaker-label-n = { $label } ({ $n ->
    [one] { $n } intervention
   *[other] { $n } interventions
})
speaker-in-document = { $date }, { $title }
speaker-mention-place = { $date }, intervention { $number }
table-csv = { $table } (CSV)
table-capped = Sont affichées les { $n } premières entrées sur { $all } ; le CSV les contient toutes.
head-year = Année
head-conversations = Entretiens
speaker-mention-n = { $label } ({ $n ->
    [one] { $n } mention
   *[other] { $n } mentions
})
speaker-first = d’abord :
speaker-mentioned-as = Formes mentionnées
speaker-more-forms = { $n ->
    [one] { $n } autre forme dans le CSV
   *[other] { $n } autres formes dans le CSV
}
speaker-names-table = Formes du nom
speaker-biography-by = Notice biographique : { $author }
speaker-by-year = Interventions et mots par année
speaker-year-words = { $year } : { words-n-of }
speaker-year-title = { $name } : { $year }
speaker-split = Les interventions sont réparties sur une page par année.
speaker-with = Avec qui { $name } parle
speaker-with-table = Qui parle dans les mêmes entretiens
speaker-with-note = Toutes les personnes qui parlent dans les mêmes entretiens. Un entretien connu par plusieurs documents ne compte qu’une fois. Interventions voisines : l’une suit l’autre, sans rien d’omis entre elles.
speaker-adjacent = Interventions voisines
speaker-distinctive = Mots caractéristiques
speaker-distinctive-in = { $table } ({ $language })
speaker-distinctive-note = Mots employés plus souvent que par tous les autres : { $own } mots ({ $name }) comparés à { $others } mots de toutes les autres personnes dans la même langue, d’après le nom imprimé ou la citation. Mesure : rapport de vraisemblance (G² ; Dunning 1993, Rayson et Garside 2000). Sont affichés les mots de trois lettres ou plus, hors mots grammaticaux, employés au moins 5 fois et dont le G² atteint 15,13. Chacun mène aux interventions.
speaker-distinctive-translated = Une partie de ces textes sont des traductions : les mots y sont ceux du traducteur.
speaker-distinctive-none = Aucun mot n’atteint ces deux seuils.
speaker-word = Mot
speaker-uses = Emplois
speaker-uses-others = Emplois par tous les autres
speaker-g2 = G²
speaker-mentions-table = Mentions par d’autres
speaker-turns-table = Toutes les interventions, texte intégral
role-span = { $title }, { $from } – { $to }
role-from = { $title } (début : { $from })
role-until = { $title } (fin : { $to })

## Page d’un entretien

conversation-kicker = Entretien
conversation-description = { $title } : quand et où il eut lieu, qui y prit part, et tous ses comptes rendus dans ces archives.
conversation-window = Entretien : { $title }
conversation-silent = Participants ou présents dont aucune parole n’est rapportée
conversation-language = Langue des comptes rendus
conversation-records = Comptes rendus de l’entretien
conversation-parts = Documents qui le rapportent
conversation-records-n = { $n ->
    [1] L’entretien et son seul compte rendu ici
    [one] L’entretien et son { $n } compte rendu ici
   *[other] L’entretien et ses { $n } comptes rendus ici
}
conversation-timeline = Dans la chronologie

## Plusieurs comptes rendus d’un entretien, côte à côte

sides-title = Les comptes rendus côte à côte
sides-how = Les interventions qui disent la même chose se font face. Elles sont trouvées par leur ordre, par qui parle, par leur longueur et par les noms et les mots communs aux comptes rendus ; la rédaction peut corriger. Rien n’est omis : une intervention qu’aucun autre compte rendu ne donne reste seule.
sides-shared = { $n ->
    [one] { $n } passage figure dans plus d’un compte rendu.
   *[other] { $n } passages figurent dans plus d’un compte rendu.
}
sides-alone = { $n ->
    [one] { $n } intervention ne figure dans aucun autre compte rendu :
   *[other] { $n } interventions ne figurent dans aucun autre compte rendu :
}
sides-search = Chercher dans
sides-search-all = tous les comptes rendus ensemble
sides-search-one = seulement
sides-empty = Rien dans ce compte rendu.
sides-not-quoted = Non cité dans ce document.
sides-link = Lien
sides-link-label = Lien vers ce passage : { $label }
sides-cite = Citer
sides-cite-label = Citer : { $label }
sides-address = Côte à côte :
sides-pinned = Fixé par la rédaction.
sides-differ = Les comptes rendus nomment des personnes différentes.
turn-other = Comparer :
turn-beside = Côte à côte<hidden> : intervention { $number }</hidden>

## Page d’un document : en-tête

kicker-plain = document
kicker-translation = { $kind } · traduit { $from } en { $to }
kicker-in = { $kind } · en { $language }
kicker-from = { $kind } · traduit { $language }
document-by = Par { $author }
document-to-text = Aller au texte
document-whose = De qui émane le compte rendu
document-when = Quand, où, qui
document-summary = Résumé
document-summary-by = par { $author }
document-summary-by-editors = par les éditeurs
fact-not-stated = Non indiqué
fact-recorded-by = Établi par
fact-note-taker = Preneur de notes
fact-nature = Nature du compte rendu
nature-verbatim = mot à mot
nature-notes = notes
nature-written-up-afterwards = rédigé après coup
nature-quoted-in-print = cité dans un imprimé
fact-original-language = Langue d’origine
fact-language = Langue du texte
fact-translator = Traducteur
counted-in = Les mots comptés sont ceux du traducteur (langue : { $language }).
counted-in-translation = Les mots comptés sont ceux du traducteur.
counted-in-translations = Là où un texte est une traduction, les mots comptés sont ceux du traducteur.
fact-spoken = Langues parlées
fact-interpreter = Interprète
fact-classification = Classification
fact-machine-read = Lu par une machine
fact-lasting = Adresse pérenne
fact-completeness = Intégralité
fact-copies = Copies
fact-copies-oldest = Copies, de la plus ancienne à la plus récente
fact-date = Date
fact-published = Date de publication
fact-place = Lieu
fact-author = Auteur
fact-publisher = Publié par
fact-archive = Archives
fact-reference = Cote
fact-rights = Droits
fact-printed = imprimé : « { $words } »
fact-from-record = d’après la notice des éditeurs
fact-place-editors = (selon les éditeurs : { $place })
head-by-label = D’après le nom ou la citation
head-assigned = Attribué par les éditeurs
head-nobody = À personne
speakers-note = { $words ->
    [one] { $words } mot
   *[other] { $words } mots
} dans { turns-n-of }.
speakers-note-unmarked = { $n ->
    [1] Une intervention ne porte pas le nom de celui qui parle ; elle n’est comptée pour personne.
    [one] { $n } intervention ne porte pas le nom de celui qui parle ; elle n’est comptée pour personne.
   *[other] { $n } interventions ne portent pas le nom de celui qui parle ; elles ne sont comptées pour personne.
}
conversations-title = { $n ->
    [1] Un entretien est rapporté ici
    [2] Deux entretiens sont rapportés ici
    [3] Trois entretiens sont rapportés ici
    [one] { $n } entretien est rapporté ici
   *[other] { $n } entretiens sont rapportés ici
}
conversation-told = relaté, sans citation
conversation-quoted = cité : { turns-n-of }, { words-n-of }
printed-head = Tel qu’imprimé en tête du document
printed-foot = Tel qu’imprimé à la fin du document
drawing-how = Comment lire le graphique à côté du texte
drawing-bars = Chaque barre est une intervention ; sa longueur correspond au nombre de mots. Une intervention de quelques mots est dessinée un peu plus longue, pour rester visible.
drawing-speakers = Chaque intervenant a une couleur, une forme et une colonne.
drawing-hatched = Hachuré : omis dans la source ; on ignore l’étendue de l’omission.
drawing-dashed = En tirets : locuteur non indiqué ; compté pour personne.
drawing-assigned = En tirets dans la colonne et la couleur d’un intervenant : locuteur non indiqué ; attribué par les éditeurs.
drawing-quoted = Seul ce qui est cité comme dit est dessiné, non ce qui est raconté.
drawing-key = Part des mots
drawing-table = Le graphique sous forme de tableau
drawing-table-label = Toutes les interventions
within-label = Rechercher dans ce document
within-hint = Dans ce document
within-button = Chercher

## Page d’un document : le texte

document-text = Le texte
turn-link = Lien<hidden> vers l’intervention { $number }</hidden>
turn-source = Source<hidden> de l’intervention { $number }</hidden>
turn-cite = Citer<hidden> l’intervention { $number }</hidden>
turn-copy = Copier
turn-report = Signaler une erreur<hidden> dans l’intervention { $number }</hidden>
paragraph-link = Lien vers le paragraphe { $paragraph } de l’intervention { $number }

# Ancres qui n’existent plus ; un lien vers le passage où elles mènent suit.
mark-merged = Anciennement { $place } : maintenant dans
mark-removed = Anciennement { $place } : retiré. Le passage se trouvait près de
mark-nothing = Anciennement { $place } : retiré
place-paragraph = intervention { $number }, paragraphe { $paragraph }

person-because = { $name } : { $evidence }
evidence-listed = ce nom figure à l’entrée de cette personne
evidence-full-name = c’est le nom de la personne
evidence-initials = initiales et nom de famille ne correspondent qu’à une seule personne
evidence-surname = le nom de famille ne correspond qu’à une seule personne
evidence-misspelt = graphie du nom de famille qui diffère d’une lettre ; les initiales concordent et personne d’autre n’est proche
evidence-named-before = nommé par le récit avant la citation
evidence-markup = nommé dans le balisage du fichier
evidence-takes-part = de celles à qui ce nom convient, seule cette personne prend part au document
evidence-seat = de celles à qui ce nom convient, seule cette personne a la circonscription ou le parti indiqué
evidence-transliterated = autre graphie d’un nom venu d’une autre écriture
evidence-letters = ce sont les initiales d’un seul nom du document
evidence-first-name = une seule personne prenant part porte ce prénom
evidence-head = l’en-tête du document donne le nom complet
evidence-role = l’en-tête du document nomme la personne qui interroge ou répond
evidence-office = le document ou le fichier d’autorité dit qui exerce la fonction
evidence-labels-only = connu seulement par son nom dans les sources
about-given-by-words = Donné par les mots « { $words } » ; les éditeurs lisent { $name } : { $reason }
about-assigned = Attribué par les éditeurs à { $name } : { $reason }
about-unmarked-quotation = Locuteur non indiqué : personne n’est nommé pour cette citation.
about-unmarked-gap = Locuteur non indiqué : personne n’est nommé après la lacune.
about-unmarked-label = Locuteur non indiqué : la source ne nomme personne.
about-ambiguous = Le nom imprimé peut désigner { $names } ; les éditeurs n’ont pas tranché.
about-collective = Le nom imprimé désigne un groupe, non une personne.
about-unidentified = La source elle-même ignore qui parle.
about-named-by-words = Nommé par les mots « { $words } ».
about-named-in-markup = Nommé dans le balisage du fichier, non dans son texte.
speaker-assigned-short = { $name } (attribué par les éditeurs)
caption-pull-quote = Répété en exergue par la source
caption-participants = Personnes présentes, telles que la source les imprime
caption-source = Provenance du texte, telle que la source l’imprime
caption-heading = Intertitre imprimé dans la source
caption-proceedings = Ce que rapporte le compte rendu
caption-vote = Le vote, tel que la source l’imprime
caption-stage = Action ou bruit, tels que la source les imprime
caption-time = Heure imprimée dans la source
caption-footnote = Note de bas de page imprimée dans la source
caption-note = Note imprimée dans la source
editors-note = Note des éditeurs { $number }
editors-note-back = Note des éditeurs { $number }, retour au texte
editors-note-mark = Note des éditeurs.
correction = Imprimé ainsi ; les éditeurs lisent « { $read } »
correction-back = Lire « { $read } », retour au texte
correction-by = Lecture de { $name }.
correction-by-editors = Lecture des éditeurs.
footnote = Note { $sign } imprimée dans la source
footnote-back = Note { $sign }, retour au texte
page-break = une page de la source se termine ici
page-break-pdf = ici commence la page { $n } du PDF
page-of-pdf = page { $n } du PDF
page-break-printed = ici finit une page de la source ; on y lit : « { $words } »

## Page d’un document : pied

contents-headings = Titres de ce texte
contents-turns = Les interventions les plus longues
passage-link = Lien vers ce passage
passage-cite = Citer ce passage
keys-title = Touches de lecture
keys-next = intervention suivante
keys-previous = début de cette intervention, puis la précédente
keys-marks = endroit suivant, précédent de ce qui a été cherché
keys-search = chercher dans ce document
keys-panel = cette aide
keys-on = Touches actives
keys-close = Fermer
people-met-title = Personnes mentionnées dans ce texte
terms-title = Sigles et termes de ce texte
set-title = Comment ce texte est composé
set-said = Ce qui est dit est composé dans un <said>caractère de livre</said> ; tout le reste, dans le caractère de cette ligne.
set-brackets = Noms, graphies et crochets sont ceux de la source. Les <supplied>[mots]</supplied> soulignés de points ont été ajoutés à la phrase par l’édition de la source ; les <stage>(actions)</stage> et les <gloss>[mots de l’original]</gloss> ne sont pas comptés parmi les propos.
set-page-break = Une ligne brisée marque la fin d’une page de la source.
set-page-break-sign = Ligne brisée
set-notes = Les notes numérotées et tout ce qui est dit être des éditeurs viennent de la présente édition.
cite-document = Citer ce document
cite-styles = Selon les styles de citation
cite-accessed = Ajoutez la date de votre lecture si votre style la demande.
downloads = Téléchargements
download-json = JSON
download-json-about = interventions, noms imprimés, personnes, lacunes et notes, pour les programmes
download-text = Texte brut
download-text-about = les interventions et leurs auteurs, lisibles partout
download-ris = RIS
download-ris-about = pour les logiciels de références : Zotero, EndNote, Citavi
download-bibtex = BibTeX
download-bibtex-about = pour LaTeX
download-csl = CSL-JSON
download-csl-about = pour tout ce qui met en forme des références
download-tei = TEI
download-tei-about = le document dans le balisage des éditions savantes (TEI P5), pour les programmes et les éditeurs
download-akn = Akoma Ntoso
download-akn-about = le document comme débat dans le balisage des parlements (Akoma Ntoso 3.0)
download-vtt = WebVTT
download-vtt-about = les interventions en sous-titres, avec qui parle, aux temps de la source, pour les lecteurs vidéo et audio
download-lines = Source avec numéros de ligne
download-lines-about = le texte tel que reçu, chaque intervention y étant signalée
download-source = Texte de la source
download-source-about = le texte tel que reçu, avant toute interprétation
download-received = Fichier tel que reçu
download-received-about = octet pour octet
source-withheld = Le fichier tel que reçu n’est pas publié ; n’en sont publiés que les interventions et le texte qui les entoure sur cette page.
in-time = Dans le temps
earlier = Plus tôt : { $date }
later = Plus tard : { $date }
same-conversation = Comptes rendus du même entretien : { $title }
same-conversation-earlier = Compte rendu du même entretien, avant celui-ci
same-conversation-later = Compte rendu du même entretien, après celui-ci

## La source telle que reçue

source-kicker = Source telle que reçue
source-title = Source de { $title }
source-description = { $title } : le texte tel que reçu, ligne par ligne, avec les interventions qui y ont été repérées.
source-lede = Le texte du fichier <b>{ $file }</b>, { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
}, avant toute interprétation. Les numéros à gauche comptent ses lignes ; « intervention 7 » mène à l’intervention qui commence là.
source-read = Lire le document
source-as-file = ce texte sous forme de fichier
source-bytes = le fichier octet pour octet
source-line = ligne { $number }

## Recherche

search-without-scripts = La recherche fonctionne dans votre navigateur et demande des scripts (JavaScript), qui sont désactivés ici ou n’ont pas été chargés.
search-other-ways = Tout peut se lire sans eux : <people>toutes les personnes nommées, et où</people>, <timeline>tous les entretiens par ordre chronologique</timeline>, ou un document avec la recherche de votre navigateur.
search-help-title = Ce que l’on peut demander
search-help-words-example = maison commune
search-help-words = les interventions qui contiennent tous ces mots ; casse et accents ne comptent pas
search-help-phrase-example = "maison commune"
search-help-phrase = ces mots à la suite, dans cet ordre
search-help-beginning-example = confed*
search-help-beginning = des lettres quelconques à la place de *, une seule à la place de ? : au début, au milieu ou à la fin d’un mot
search-help-or-example = guerre OR paix
search-help-or = les interventions qui contiennent au moins l’un d’eux ; AND, qui relie tous les mots placés côte à côte, lie plus étroitement ; parenthèses ( ) à volonté
search-help-not-example = allemagne NOT (berlin OR bonn)
search-help-not = les interventions sans ce qui suit NOT
search-help-near-example = allemagne near/5 otan
search-help-near = au plus cinq mots de l’un au suivant, dans un ordre quelconque ; aussi pour des suites de mots
search-help-as-typed-example = =gorbatchev
search-help-as-typed = ce mot seulement tel qu’il est écrit : sinon, noms et termes sont trouvés sous toutes les formes que donnent les listes de personnes et de termes de ces archives, et la page dit lesquelles ; aussi ="entre guillemets"
search-help-unspaced = Le chinois, le japonais, le thaï, le lao, le birman et le khmer n’ont pas d’espaces entre les mots : chaque lettre y est un mot, et ce qui est écrit sans espace est trouvé partout où il se trouve.
search-help-mentions = seulement les interventions où cette personne est mentionnée
search-help-others = aussi <kbd>role:</kbd> (mots d’une fonction), <kbd>kind:</kbd>, <kbd>lang:</kbd>, <kbd>document:</kbd> et <kbd>conversation:</kbd> ; <kbd>in:notes</kbd>, <kbd>in:narration</kbd>, <kbd>in:headings</kbd> au lieu des interventions ; NOT, OR et les parenthèses valent pour tous
search-help-speaker = seulement les interventions de cette personne, par nom de famille, nom complet ou identifiant
search-help-date = seulement les interventions de ce moment : un jour, un mois, une année, ou une période, comme <kbd>date:{ $span }</kbd>
search-narrow = Affiner la recherche
search-speaker = Intervenant
search-date = Date
search-from = De
search-to = à
search-date-hint = Une année, un mois ou un jour : 1990, 1990-05, 1990-05-25
search-document = Document
search-order = Ordre
search-best-first = par pertinence
search-by-date = par date
search-apply = Appliquer
search-show-as = Affichage
search-as-passages = extraits
search-as-lines = concordance
search-by-document = par document
search-take = Résultats en CSV
search-found = Interventions trouvées
search-pages = Pages de résultats
search-near = Pas exactement votre question, mais proche
search-wider = Recherches plus larges

## Données

data-title = Données et téléchargements
data-lede = Tout ce qui suit peut être emporté, lu par des programmes et conservé.
data-description = { $archive } : téléchargements, sens de leurs champs, et ce qu’est devenu chaque caractère des sources.
data-whole = Le fonds entier
data-addresses-about = toutes les adresses jamais publiées, et où se trouvent leurs mots maintenant
data-turns-about = Toutes les interventions
data-speakers-about = Toutes les personnes qui parlent
data-mentions-about = Tous les endroits où quelqu’un est nommé
data-alignments-about = Quelles interventions de plusieurs comptes rendus d’un entretien disent la même chose, chaque paire une fois ; et lesquelles restent seules
data-people-about = le fichier d’autorité : noms, fonctions et notices de toutes les personnes présentes dans le fonds
data-package-about = la description des tableaux pour les programmes (Frictionless Data Package)
data-schema-document-about = la forme du JSON de chaque document (JSON Schema)
data-schema-turns-about = la forme d’une ligne de turns.jsonl (JSON Schema)
data-licence-about = ce qu’il est permis de faire des textes propres au fonds et de chaque document
data-checksums-about = la somme de contrôle de chaque fichier de ce site (sha256sum --check)
data-feed-about = les documents sous forme de fil Atom
data-sitemap-about = l’adresse de chaque page
data-oai-about = les documents pour les moissonneurs (entrepôt statique OAI-PMH)
data-sqlite-about = tout le fonds dans une base de données SQLite avec un index des mots, pour Datasette et SQL
data-bulk-about = comment charger toutes les interventions dans OpenSearch ou Elasticsearch
data-bulk-mapping-about = les champs des interventions, pour OpenSearch ou Elasticsearch
data-bulk-turns-about = des interventions à charger dans OpenSearch ou Elasticsearch
data-documents-about = Tous les documents, et de qui est chaque compte rendu
data-by-document = Par document
data-by-document-label = Téléchargements par document
data-withheld = non publiée
data-fields = Les tableaux et leurs colonnes
data-csv-rule = Chaque tableau existe en CSV, pour les tableurs, et en objets JSON, un par ligne, avec les mêmes colonnes. Dans le CSV, plusieurs valeurs d’une même cellule sont séparées par un point-virgule et une espace. Lorsqu’une cellule du CSV commencerait par =, +, -, @, une tabulation ou une fin de ligne, que les tableurs prennent pour une formule, une apostrophe la précède ; ôtez-la pour retrouver le texte imprimé.
field-document = le nom du document dans les adresses
field-anchor = l’adresse de l’intervention dans la page du document : t12
field-n = la position actuelle de l’intervention, à partir de 1 ; pour les machines seulement
field-url = l’adresse publiée de l’intervention, si le fonds en a une
field-title = le titre du document
field-conversation = l’entretien, lorsque le document en rapporte plusieurs
field-date = la date de l’entretien (EDTF) ; à défaut, celle du document
field-document-date = la date du document (EDTF)
field-kind = le type de document
field-turn-kind = labeled (nom imprimé), quoted (citation), attributed-quote (citation attribuée) ou unmarked (sans nom après une lacune)
field-speaker-label = le nom tel qu’imprimé, sans le signe qui le termine ; null si aucun n’est imprimé
field-speaker = le nom de la personne ; null si personne n’est nommé
field-speaker-id = le nom de la personne dans les adresses
field-attribution = sur quoi l’attribution repose : authority (fichier d’autorité), record (décision des éditeurs), provisional (provisoire), ambiguous (ambiguë), collective (groupe), unidentified (non identifié) ou unmarked (non indiqué)
field-language = la langue du texte (BCP 47)
field-archive-reference = où l’original est conservé
field-translator = qui l’a traduit
field-text = les mots tels qu’imprimés, les paragraphes séparés par une ligne vide
field-document-url = l’adresse publiée du document ; sa place dans ce site si le fonds n’a pas d’adresse
field-date-talk = la date de l’entretien (EDTF) : celle du premier si le document en rapporte plusieurs
field-date-printed = la date telle qu’imprimée
field-place = le lieu tel qu’imprimé
field-place-editors = le lieu tel que les éditeurs le lisent
field-original-language = la langue d’origine de la traduction (BCP 47)
field-recorded-by = quelle partie, ou qui, l’a consigné ; vide si aucune source ne le dit
field-note-taker = qui a pris les notes
field-nature = manière dont le compte rendu a été établi : verbatim, notes, written up afterwards (rédigé après coup) ou quoted in print (cité dans un imprimé)
field-spoken = les langues parlées (BCP 47) ; vide si aucune source ne le dit
field-interpreter = qui a interprété ; vide si aucune source ne le dit
field-chain = les copies, de l’original au fichier, de la plus ancienne à la plus récente
field-classification = son degré de classification, tel qu’imprimé
field-machine-read = quelle machine a lu ou entendu le texte, et si quelqu’un l’a relu
field-doi = le DOI du document, sans le résolveur
field-ark = l’ARK du document, sans le résolveur
field-handle = le Handle du document, sans le résolveur
field-completeness = si le texte est complet
field-author = l’auteur, pour un article
field-publisher = qui l’a publié
field-archive = le service d’archives qui le conserve
field-rights = ce qu’il est permis d’en faire
field-subjects = de quoi il traite, selon les éditeurs
field-speakers = qui y parle, par leur nom dans les adresses, en commençant par qui dit le plus de mots
field-n-turns = nombre d’interventions
field-n-words = nombre de mots prononcés, selon la règle unique de comptage ; dans un texte traduit, ce sont les mots du traducteur
field-added = date d’entrée dans le fonds
field-name = le nom de la personne
field-sort-name = le nom dans un index
field-speaker-url = l’adresse publiée de la page de la personne ; sa place dans ce site si le fonds n’a pas d’adresse
field-status = authority (dans le fichier d’autorité) ou provisional (connue seulement par les noms imprimés)
field-labels = les noms tels qu’imprimés devant les interventions
field-n-documents = nombre de documents
field-n-turns-by-editors = parmi les interventions, celles que les éditeurs ont attribuées
field-n-words-by-editors = parmi les mots, ceux que les éditeurs ont attribués
field-n-mentions = nombre d’interventions qui mentionnent la personne
field-same-as = adresses de la même personne dans les fichiers d’autorité
field-mention-anchor = l’adresse de l’intervention dans la page du document ; vide entre les interventions
field-mention-url = l’adresse publiée de l’intervention, sinon du document
field-mentioned = la personne nommée, par son nom dans les adresses
field-mention-text = le nom tel qu’imprimé
field-alignment-conversation = le nom de l’entretien dans les adresses
field-other-document = l’autre compte rendu : le nom de son document dans les adresses ; vide si l’intervention reste seule
field-other-anchor = l’adresse de l’intervention dans la page de ce document
field-other-url = l’adresse publiée de cette intervention
field-set-by = qui les a mises face à face : program (le programme) ou editors (la rédaction)
field-start = où il commence dans le texte de la source, en octets UTF-8
field-end = où il finit
account-title = Ce qu’est devenu chaque caractère
account-lede = Aucun texte ne se perd en silence. Chaque caractère d’une source, hors blancs, se trouve dans une intervention ou dans le texte qui les entoure (titres, récit, notes, lacunes), ou bien il est laissé de côté pour une raison donnée ci-dessous.
account-complete = Le compte est complet : rien n’est perdu.
account-incomplete = Le compte n’est pas complet : du texte est perdu, ce qui est un défaut de memcon.
account-characters = Caractères
account-in-turns = Dans les interventions
account-around = Autour d’elles
account-left-out = Laissés de côté
account-lost = Perdus
account-reasons = Ce qui a été laissé de côté, et pourquoi
reason-markup = balisage
reason-furniture = titres courants et numéros de page
reason-time-mark = repère de temps
reason-hyphen = trait d’union en fin de ligne
reason-repeated = répété dans la source
reason-other-reading = autre leçon
reason-site-chrome = habillage du site d’origine
unread-title = Fichiers qui n’ont pas pu être lus

## This archive tested

tested-title = Ce fonds, vérifié
tested-description = { $archive } : ce que sa construction a constaté au regard des principes d’une édition numérique durable.
tested-lede = Ce qui permet à une édition numérique de survivre à ses auteurs a été formulé par l’Endings Project de l’université de Victoria. Cette page dit, principe par principe, ce qui a été constaté lorsque ce fonds a été construit et que chacun de ses fichiers a été examiné. Ce qu’une construction ne peut savoir est dit non vérifié.
tested-principles = Les Endings Principles
tested-holds = respecté
tested-part = en partie
tested-fails = non respecté
tested-unchecked = non vérifié
tested-data = Données
tested-formats = Les données sont conservées dans des formats ouverts
tested-formats-received = Sources selon le format reçu : { $list }.
tested-formats-given = Documents donnés aussi en texte brut, JSON et TEI : { $documents }.
tested-versions = Chaque modification des données est consignée
tested-versions-unseen = Si les sources sont sous gestion de versions, une construction ne le voit pas.
tested-versions-listed = Consignés dans ce fonds : ajouts et modifications { $changes }, corrections du texte { $corrections }.
tested-account = Les données sont vérifiées à chaque construction
tested-account-fact = Caractères dans les sources : { $all } ; omis et recensés avec le motif : { $dropped } ; perdus : { $lost }.
tested-unread-fact = Fichiers qui n’ont pas pu être lus : { $unread }.
tested-documentation = Documentation
tested-models = Champs et valeurs sont décrits
tested-models-fact = Colonnes décrites sur la page des données : { $columns }, dans { $tables } tableaux ; le JSON est décrit par des schémas.
tested-rights = Il est dit ce qui peut être fait des textes
tested-rights-fact = Documents avec une mention des droits : { $n } sur { $all }.
tested-rights-own = Ce qui peut être fait des textes des éditeurs est dit au pied de chaque page.
tested-rights-none = Ce qui peut être fait des textes des éditeurs n’est pas dit.
tested-processing = Traitement
tested-checks = Ce qui entre et ce qui sort est vérifié
tested-checks-fact = Une construction avec une erreur n’écrit rien ; celle-ci n’en avait aucune. Fichiers examinés une fois faits : { $files }.
tested-rebuild = Une modification refait le tout
tested-rebuild-fact = Chaque construction refait tous les fichiers à partir des sources : { $files }. Les mêmes sources donnent les mêmes octets. Si une construction suit d’elle-même chaque modification n’a pas été vérifié.
tested-code = Le programme peut disparaître
tested-code-fact = Le site se lit sans le programme. Son code source est ouvert, et sa version est indiquée plus haut.
tested-products = Ce qui est publié
tested-static = Rien ne tourne sur un serveur
tested-static-fact = Fichiers, tous prêts : { $files } ({ $list }).
tested-standards = Rien que HTML, CSS et JavaScript
tested-standards-fact = Pages : { $pages } ; feuilles de style : { $styles } ; scripts : { $scripts } ; pages avec un script ou un style à l’intérieur : { $inline }.
tested-requests = Aucun autre serveur n’est nécessaire
tested-requests-none = Pages examinées : { $pages } ; requêtes à d’autres serveurs : 0.
tested-requests-some = Requêtes à d’autres serveurs : { $n }. La première : { $page } demande { $address }.
tested-requests-guarded = Pages qui interdisent à leur navigateur toute requête de ce genre : { $n } sur { $pages }.
tested-addresses = Chaque chose a une page à l’adresse simple
tested-addresses-fact = Pages de documents : { $documents } ; de locuteurs : { $speakers } ; de conversations : { $conversations }. Liens qui ont besoin d’une requête, hormis ceux vers la recherche : { $queries }.
tested-included = Les données font partie de ce qui est publié
tested-included-fact = Documents donnés avec leur source telle que reçue : { $n } sur { $all } ; tous sont dans les tableaux de la page des données.
tested-alone = Chaque page se suffit
tested-alone-fact = Chaque page contient ses mots, ses chemins dans le fonds et sa référence ; feuilles de style, scripts et images sont communs à toutes.
tested-graceful = Les pages se lisent sans scripts ni styles
tested-graceful-fact = Interventions dont les mots sont dans la page même : { $n } sur { $all }. Seuls la recherche et de petits conforts ont besoin de scripts.
tested-release = Éditions
tested-planned = Les éditions sont préparées
tested-planned-fact = Comment les éditions sont préparées, une construction ne le voit pas.
tested-coherent = Une édition est complète et cohérente
tested-links-fact = Liens suivis de page en page : { $links } ; ne menant nulle part : 0.
tested-links-broken = Liens suivis de page en page : { $links } ; adresses ne menant nulle part : { $n }. La première : { $page } mène à { $address }.
tested-edition = Chaque page dit de quelle édition elle est
tested-edition-fact = Pages qui nomment « { $edition } » : { $n } sur { $pages }.
tested-edition-undated = L’édition n’a pas de date.
tested-edition-none = Le fonds ne nomme pas d’édition.
tested-citation = Il est dit comment citer
tested-citation-fact = Références, une pour chacun : documents { $documents }, interventions { $turns }.
tested-citation-address = Chaque référence donne l’adresse publiée.
tested-citation-none = Le fonds ne nomme pas d’adresse publiée : les références n’en ont pas.
tested-lasting = Les adresses demeurent
tested-lasting-fact = Adresses de pages consignées : { $pages } ; menant à une autre : { $moved } ; disant que quelque chose n’est plus publié : { $notices }. Une construction qui en perdrait une s’arrête.

## Page absente

# Une adresse publiée dont la page en a une autre maintenant.
moved-title = Cette page a maintenant une autre adresse
moved-lede = Elle se trouve ici :
moved-places = Les passages de la page
withdrawn-title = Ce document a été retiré
withdrawn-lede = Un document était publié à cette adresse. Il a été retiré.
withdrawn-lede-since = Un document était publié à cette adresse. Il a été retiré : { $date }.
unpublished-title = Ce document n’est pas publié actuellement
unpublished-lede = Un document était publié à cette adresse. Il n’est pas publié actuellement.
notice-places = Ses passages

not-found-title = Rien à cette adresse
not-found-lede = L’adresse est peut-être mal saisie, ou la page n’a jamais été ici. Les adresses publiées de ce fonds ne sont pas retirées.
not-found-documents = Tous les documents

## Pages propres à l’édition

page-essay = Essai
page-lesson = Leçon
page-cite = Citer cette page
quoted-paragraph = intervention { $number }, paragraphe { $paragraph } sur { $n }
quoted-paragraphs = intervention { $number }, paragraphes { $from } à { $to } sur { $n }
home-essays = Pour lire et pour enseigner

## Scripts : lecture d’un document

script-copy-impossible = Ce navigateur ne permet pas à une page de copier.
script-copy-refused = Ce navigateur ne permet pas à cette page de copier.
script-address-copied = Adresse copiée : { $address }
script-passage-copied = Adresse du passage copiée : { $address }
script-no-address = Cette copie sur disque n’a pas d’adresse publiée à copier.
script-citation-copied = Référence copiée.
script-report-subject = Erreur dans { $title }, intervention { $number }
script-report-question = Qu’est-ce qui est faux, et d’où le savez-vous ?
script-report-words = Dans l’intervention { $number } : « { $words } »
script-report-edition = Édition : { $edition }
script-cite-style = Style de citation
script-cite-own = celui de ces archives, avec toutes les réserves
script-cite-part = Citer
script-cite-whole = toute l’intervention
script-cite-paragraph = paragraphe { $n }
script-marked-places = { $n ->
    [one] { $n } passage pour { $query }
   *[other] { $n } passages pour { $query }
}
script-marked-place = { $at } sur { $n } pour { $query }
script-previous = Précédent
script-next = Suivant
script-without-marks = Sans surlignage
script-marked-words = Mots surlignés

## Scripts : recherche

script-list-or = { $first } ou { $last }
script-month = { date-month-alone }
script-year = { date-year }
script-turns-n = { turns-n }
script-searching = Recherche en cours…
script-can-be-searched = La recherche porte sur { turns-n }.
script-found = { $n ->
    [one] { $n } intervention trouvée
   *[other] { $n } interventions trouvées
}{ $asked }.
script-part-name = { $part ->
    [notes] Note
    [headings] Titre
   *[other] Récit
}
script-found-texts = { $n ->
    [one] { $n } texte trouvé
   *[other] { $n } textes trouvés
}{ $asked }.
script-nothing-found = Rien n’a été trouvé{ $asked }.
script-asked-words = { $asked } pour { $query }
script-asked-filter = { $asked }, { $filter }
script-asked-speakers = parole de { $names }
script-asked-nobody = locuteur inconnu
script-asked-documents = dans { $titles }
script-asked-title = « { $title } »
script-asked-dated = date : { $date }
script-asked-span = dates : { $from } à { $to }
script-asked-later = à partir de { $from }
script-asked-earlier = jusqu’à { $to }
script-around = Avant et après
script-nothing-around = Ce document n’a pas d’autre intervention.
script-also = Aussi pour { $typed } : { $forms }.
script-as-typed = Seulement { $typed } tel quel
script-mistake = Cette recherche est impossible : { $why }.
script-mistake-status = La recherche ne peut être comprise : { $why }.
script-not-loaded = La recherche n’a pas pu être chargée.
script-file-missing = La recherche n’a pas pu être chargée : le fichier { $file } manque ou est endommagé.
script-part-missing = Une partie de l’archive n’a pas pu être consultée : un fichier manque ou est endommagé ({ $files }). Des interventions peuvent manquer ici.
script-script-missing = La recherche n’a pas pu être chargée : un script de cette page manque ou est endommagé.
script-previous-page = Page précédente
script-next-page = Page suivante
script-page-of = Page { $page } sur { $last }
script-offer-but-one = { $phrase } avec un autre mot, ou aucun, à la place de « { $word } »
script-offer-loose-but-one = les mots de { $phrase } sauf « { $word } », n’importe où dans une intervention
script-offer-spelling = « { $word } » à la place de « { $typed } »
script-offer-beginning = les mots qui commencent par « { $beginning } » à la place de « { $typed } »
script-offer-question = avec ? comme point d’interrogation
script-offer-neighbors = ce que vous cherchez, réparti sur deux interventions qui se suivent
script-offer-words = les mots de { $phrase } n’importe où dans une intervention
script-offer-without = tout sauf { $phrase }
script-offer-unfiltered = la même chose sans filtres
script-nothing-wider = Les recherches plus larges ne trouvent rien d’autre.
script-unclosed = ce guillemet n’est jamais fermé
script-unclosed-bracket = cette parenthèse n’est jamais fermée
script-unopened-bracket = cette parenthèse n’a pas été ouverte
script-empty-brackets = il n’y a rien entre ces parenthèses
script-too-deep = plus de { $n } parenthèses sont imbriquées
script-operand = « { $operator } » demande quelque chose à trouver de chaque côté qu’il relie — entre guillemets, c’est un mot comme un autre
script-near-number = « near » demande un nombre de mots de 1 à 99, comme dans near/5
script-near-operand = « near » relie des mots, des suites de mots, ou des parenthèses avec OR entre eux
script-no-filter = il n’y a pas de filtre « { $name }: », seulement { $filters } — mettez les mots entre guillemets pour les trouver
script-say-value = dites lequel, comme dans { $example }
script-star = un astérisque tient lieu de lettres d’un mot et demande au moins une lettre à côté de lui, comme dans confed*
script-empty-quotation = il n’y a aucun mot entre ces guillemets
script-and-near = { $message } ; vouliez-vous dire { $choices }
script-nobody-mentioned = personne qui parle ou dont on parle ici ne s’appelle « { $name } »
script-no-conversation = il n’y a pas de conversation « { $name } »
script-no-role = personne ne parle ici en qualité de « { $name } »
script-no-kind = il n’y a pas de document du genre « { $name } »
script-no-language = il n’y a pas de document dans la langue « { $name } »
script-no-part = il n’y a pas de partie « { $name } » ; écrivez in:turns, in:notes, in:narration ou in:headings
script-fits-several = « { $name } » correspond à { $n } intervenants : écrivez { $choices }
script-nobody-called = personne qui parle ici ne s’appelle « { $name } »
script-no-document = il n’y a pas de document « { $name } »
script-no-date = « { $date } » n’est pas une date ; écrivez 1990, 1990-05, 1990-05-25 ou une période comme 1990-05..1991
script-span-reversed = la période se termine avant de commencer
script-not-known = inconnu
script-all-dates = { $date } : revenir à toutes les dates
script-not-marked = { speaker-not-marked }
script-turn-number = { turn-number }
script-by-editors = nommé par les éditeurs
script-ambiguous = plusieurs personnes peuvent porter ce nom
script-by-narration = nommé par le récit
script-marked-more = { $n ->
    [1] Une autre occurrence dans cette intervention.
    [one] { $n } autre occurrence dans cette intervention.
   *[other] { $n } autres occurrences dans cette intervention.
}
