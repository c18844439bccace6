//! Labels that name nobody: groups, and voices the source itself does not know, in many languages. Folded, as in `forms`.

/// A group speaks. The label is these words, with or without a number after them.
pub(crate) const COLLECTIVE: [&str; 79] = [
    "several", "voices", "audience", "all", "many", "both", "together", "everyone", "everybody", "crowd", "chorus", "group",
    "members", "hon members", "honourable members", "honorable members", "some hon members", "some honourable members",
    "several members", "several hon members", "opposition members", "government members", "members of the audience",
    "audience members", "various", "unison", "the house", "delegates", "multiple speakers", "multiple voices", "des voix",
    "voix diverses", "plusieurs voix", "plusieurs deputes", "des deputes", "tous", "les deux", "un grand nombre de voix",
    "la salle", "le public", "zurufe", "rufe", "stimmen", "alle", "viele", "publikum", "publiek", "varios", "voces", "todos", "publico",
    "voci", "tutti", "vozes", "varios senhores deputados", "голоса", "с мест", "из зала", "із залу", "все", "голоси", "głosy",
    "glosy z sali", "głosy z sali", "glosy", "hlasy", "stemmen", "roster", "קריאות", "קולות", "اصوات", "φωνες", "βουλευτες",
    "衆人", "眾人", "众人", "議員們", "全場", "sesler",
];

/// Whether a word tells of a voice whose it is, or where: `Voix d’homme`, `Voice from the gallery`. The voice of reason is nobody's.
pub(crate) fn tells_of_voice(word: &str) -> bool {
    let word = word.rsplit(['\'', '’']).next().unwrap_or(word);
    let plain = word.strip_prefix('d').unwrap_or(word);
    OF_A_VOICE.iter().any(|one| *one == word || *one == plain)
}

const OF_A_VOICE: [&str; 34] = [
    "homme", "femme", "enfant", "fille", "garcon", "off", "hommes", "femmes", "tribune", "tribunes", "salle", "public",
    "man", "woman", "male", "female", "child", "gallery", "audience", "floor", "crowd", "phone", "mann", "frau", "saal",
    "publikum", "hombre", "mujer", "homem", "mulher", "uomo", "donna", "зала", "места",
];

/// Somebody speaks whom the source does not know. The label is these words, with or without a number after them.
pub(crate) const UNIDENTIFIED: [&str; 102] = [
    "unidentified", "unknown", "speaker", "an hon member", "an honourable member", "an honorable member", "hon member",
    "a member", "member", "a voice", "voice", "inaudible", "participant", "participants", "an opposition member",
    "a government member", "another voice", "another member", "some member", "male speaker", "female speaker", "male voice",
    "female voice", "male", "female", "man", "woman", "male student", "female student", "male participant",
    "female participant", "audience member",
    "a member of the audience", "member of the audience", "member of audience", "unnamed", "anonymous", "unident", "person",
    "someone", "somebody", "?", "recorder", "recording", "automated voice", "operator voice", "more info", "note", "a juror",
    "juror", "a delegate", "a participant", "a speaker", "unbekannt", "zuruf", "zwischenruf", "ein abgeordneter", "eine stimme",
    "stimme", "unbekannter sprecher", "sprecher", "une voix", "voix", "un depute", "une deputee", "un membre", "inconnu",
    "inconnue", "intervenant", "intervenant non identifie", "una voz", "un diputado", "una diputada", "desconocido",
    "no identificado", "hablante", "una voce", "sconosciuto", "voce", "uma voz", "um deputado", "nao identificado", "голос",
    "голос из зала", "голос с места", "неизвестныи", "неизвестная", "реплика", "неустановленное лицо", "głos z sali",
    "glos z sali", "glos", "hlas", "een stem", "onbekend", "okand", "קריאה", "קריאת ביניים", "דובר לא מזוהה", "متحدث", "صوت",
    "發言者",
];
