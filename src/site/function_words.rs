//! Words that hold a sentence together and say little of what it is about, by language. Only those of three letters or more.

/// Whether a word, in lower case, is one of a language's function words. Where the language is not stated, those of every language count.
pub(super) fn is_function_word(language: &str, word: &str) -> bool {
    LISTS
        .iter()
        .filter(|(of, _)| language.is_empty() || *of == language)
        .any(|(_, list)| list.binary_search(&word).is_ok())
}

/// Each list in the order of its bytes.
#[rustfmt::skip]
const LISTS: [(&str, &[&str]); 6] = [
    ("de", &[
        "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "alt", "andere", "anderen", "anderer", "anderes", "auch",
        "auf", "aus", "außer", "bei", "beide", "beiden", "beim", "bereits", "besonders", "bin", "bis", "bist", "bitte", "bloß",
        "brauchen", "brauchte", "dabei", "dadurch", "dafür", "dagegen", "daher", "dahin", "damals", "damit", "danach", "daneben",
        "dann", "daran", "darauf", "daraus", "darf", "darin", "darum", "darunter", "darüber", "das", "dass", "davon", "davor", "dazu",
        "daß", "dein", "deine", "dem", "den", "denen", "denn", "dennoch", "der", "deren", "des", "deshalb", "dessen", "die", "dies",
        "diese", "dieselbe", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "drei", "durch", "dürfen", "eben", "ebenso",
        "eher", "eigentlich", "ein", "eine", "einem", "einen", "einer", "eines", "einfach", "einige", "einigen", "einmal", "etwa",
        "etwas", "euch", "euer", "eure", "fast", "für", "gab", "ganz", "gar", "geben", "gegen", "gegenüber", "gehabt", "geht",
        "gemacht", "genau", "genug", "gerade", "gern", "gesagt", "gewesen", "gibt", "ging", "haben", "hat", "hatte", "hatten", "hier",
        "hin", "hinter", "hätte", "hätten", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "immer",
        "indem", "ins", "irgendwie", "ist", "jede", "jedem", "jeden", "jeder", "jedes", "jedoch", "jene", "jener", "jetzt", "kam",
        "kann", "kein", "keine", "keinem", "keinen", "keiner", "kommen", "kommt", "konnte", "konnten", "könne", "können", "könnte",
        "könnten", "lassen", "machen", "macht", "man", "manche", "manchmal", "mehr", "mein", "meine", "meinem", "meinen", "meiner",
        "meines", "mich", "mir", "mit", "muss", "muß", "möchte", "mögen", "müsse", "müssen", "müsste", "nach", "nachdem", "natürlich",
        "neben", "nein", "nicht", "nichts", "nie", "niemals", "niemand", "noch", "nun", "nur", "oben", "oder", "oft", "ohne", "schon",
        "sehr", "sei", "seid", "sein", "seine", "seinem", "seinen", "seiner", "seines", "seit", "selbst", "selbstverständlich", "sich",
        "sie", "sind", "sogar", "solche", "solchen", "solcher", "soll", "sollen", "sollte", "sollten", "sondern", "sonst", "soviel",
        "soweit", "sowie", "sowohl", "statt", "tun", "und", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unter", "viel",
        "viele", "vielen", "vielleicht", "vom", "von", "vor", "wann", "war", "waren", "warum", "was", "weder", "weg", "wegen", "weil",
        "weiter", "welche", "welchem", "welchen", "welcher", "welches", "wenig", "weniger", "wenn", "wer", "werde", "werden", "wie",
        "wieder", "will", "wir", "wird", "wirklich", "wissen", "wobei", "wohl", "wollen", "wollte", "wollten", "worden", "wurde",
        "wurden", "während", "wäre", "wären", "würde", "würden", "ziemlich", "zum", "zur", "zwar", "zwei", "zwischen", "über",
        "überhaupt",
    ]),
    ("en", &[
        "about", "above", "after", "again", "against", "all", "almost", "also", "although", "always", "among", "and", "another", "any",
        "anything", "are", "aren", "around", "because", "been", "before", "being", "below", "between", "both", "but", "came", "can",
        "cannot", "come", "could", "couldn", "did", "didn", "does", "doesn", "doing", "don", "done", "down", "during", "each", "either",
        "else", "ever", "every", "everything", "few", "first", "for", "from", "further", "get", "give", "given", "goes", "going", "got",
        "had", "hadn", "has", "hasn", "have", "haven", "having", "her", "here", "hers", "herself", "him", "himself", "his", "how",
        "however", "indeed", "into", "isn", "its", "itself", "just", "know", "let", "like", "made", "make", "many", "may", "maybe",
        "mean", "might", "more", "most", "much", "must", "mustn", "myself", "near", "need", "neither", "never", "nevertheless", "nor",
        "not", "nothing", "now", "off", "often", "once", "one", "only", "onto", "other", "others", "otherwise", "ought", "our", "ours",
        "ourselves", "out", "over", "own", "perhaps", "put", "quite", "rather", "really", "said", "same", "say", "says", "see", "shall",
        "shan", "she", "should", "shouldn", "simply", "since", "some", "somebody", "someone", "something", "sometimes", "still", "such",
        "take", "tell", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "therefore", "these", "they",
        "thing", "things", "think", "this", "those", "though", "through", "thus", "too", "toward", "towards", "two", "under", "until",
        "upon", "use", "used", "very", "want", "was", "wasn", "way", "well", "went", "were", "weren", "what", "whatever", "when",
        "where", "whether", "which", "while", "who", "whole", "whom", "whose", "why", "will", "with", "within", "without", "won",
        "would", "wouldn", "yes", "yet", "you", "your", "yours", "yourself", "yourselves",
    ]),
    ("es", &[
        "algo", "alguien", "alguna", "algunas", "alguno", "algunos", "algún", "allí", "ante", "antes", "aquel", "aquella", "aquellas",
        "aquellos", "aquí", "así", "aunque", "aún", "bajo", "bien", "cada", "casi", "como", "con", "contra", "cosa", "cosas", "creo",
        "cual", "cuales", "cualquier", "cuando", "cuanto", "cuál", "cómo", "debe", "del", "desde", "después", "donde", "dos", "durante",
        "ella", "ellas", "ellos", "entonces", "entre", "era", "eran", "eres", "esa", "esas", "ese", "eso", "esos", "esta", "estaba",
        "estaban", "estado", "estamos", "estar", "estas", "este", "esto", "estos", "está", "están", "fue", "fueron", "gran", "haber",
        "había", "habían", "hace", "hacer", "hacia", "han", "hasta", "hay", "haya", "hemos", "las", "les", "los", "luego", "mal",
        "mejor", "menos", "mientras", "mis", "misma", "mismas", "mismo", "mismos", "mucha", "muchas", "mucho", "muchos", "muy", "más",
        "nada", "nadie", "nos", "nosotros", "nuestra", "nuestras", "nuestro", "nuestros", "nunca", "otra", "otras", "otro", "otros",
        "para", "pero", "poco", "por", "porque", "puede", "pueden", "puedo", "pues", "que", "quien", "quienes", "quiere", "quiero",
        "quién", "qué", "sea", "sean", "según", "ser", "será", "sido", "siempre", "siendo", "sin", "sino", "sobre", "solamente", "solo",
        "somos", "son", "soy", "sus", "suya", "suyo", "sólo", "también", "tampoco", "tan", "tanto", "tenemos", "tener", "tengo",
        "tenía", "tiempo", "tiene", "tienen", "toda", "todas", "todavía", "todo", "todos", "tras", "tres", "una", "unas", "uno", "unos",
        "usted", "ustedes", "vamos", "van", "vez", "vosotros", "voy",
    ]),
    ("fr", &[
        "afin", "ainsi", "ait", "alors", "après", "assez", "aucun", "aucune", "aujourd", "aussi", "autre", "autres", "aux", "avaient",
        "avais", "avait", "avant", "avec", "avez", "avoir", "avons", "ayant", "beaucoup", "bien", "bon", "car", "ceci", "cela", "celle",
        "celles", "celui", "cent", "cependant", "ces", "cet", "cette", "ceux", "chacun", "chaque", "chez", "chose", "choses", "combien",
        "comme", "comment", "contre", "dans", "depuis", "des", "deux", "devant", "doit", "doivent", "donc", "donner", "dont", "dès",
        "déjà", "elle", "elles", "encore", "enfin", "entre", "est", "etc", "eux", "faire", "fait", "fois", "font", "hui", "ici", "ils",
        "jamais", "jusqu", "jusque", "laquelle", "lequel", "les", "lesquelles", "lesquels", "leur", "leurs", "lors", "lorsque", "lui",
        "mais", "mal", "manière", "mes", "mieux", "moi", "moins", "mon", "même", "mêmes", "non", "nos", "notamment", "notre", "nous",
        "oui", "par", "parce", "parfois", "parmi", "pas", "pendant", "peu", "peut", "peuvent", "peux", "plus", "plusieurs", "plutôt",
        "pour", "pourquoi", "pourrait", "pouvait", "pouvez", "pouvoir", "pouvons", "presque", "puis", "puisque", "quand", "quant",
        "que", "quel", "quelle", "quelles", "quelqu", "quelque", "quelques", "quels", "qui", "quoi", "rien", "sans", "sauf", "selon",
        "sera", "serait", "ses", "seulement", "sien", "soi", "soient", "sois", "soit", "sommes", "son", "sont", "sous", "souvent",
        "sur", "tandis", "tant", "tel", "telle", "telles", "tels", "tes", "toi", "ton", "toujours", "tous", "tout", "toute",
        "toutefois", "toutes", "trop", "très", "une", "uns", "vais", "vers", "veut", "veux", "voici", "voilà", "vont", "vos", "votre",
        "vous", "vraiment", "étaient", "étais", "était", "étant", "été", "être",
    ]),
    ("it", &[
        "abbia", "abbiamo", "agli", "alcune", "alcuni", "alla", "alle", "allo", "allora", "altra", "altre", "altri", "altro", "anche",
        "ancora", "avere", "aveva", "avevano", "bene", "che", "chi", "cioè", "ciò", "come", "con", "contro", "cosa", "cose", "così",
        "cui", "dagli", "dai", "dal", "dalla", "dalle", "dallo", "degli", "dei", "del", "della", "delle", "dello", "dentro", "deve",
        "devo", "devono", "dopo", "dove", "due", "ecco", "era", "erano", "essere", "fare", "fatto", "fino", "fra", "già", "gli",
        "grazie", "hanno", "invece", "lei", "loro", "lui", "mai", "male", "meno", "mentre", "mia", "mie", "miei", "mio", "molta",
        "molte", "molti", "molto", "nei", "nel", "nella", "nelle", "nello", "nessun", "nessuno", "niente", "noi", "non", "nostra",
        "nostre", "nostri", "nostro", "ogni", "oppure", "ora", "per", "perché", "perciò", "però", "più", "poi", "possiamo", "posso",
        "possono", "proprio", "può", "qualche", "quale", "quali", "quando", "quanto", "quasi", "quella", "quelle", "quelli", "quello",
        "questa", "queste", "questi", "questo", "qui", "quindi", "sarebbe", "sarà", "secondo", "sempre", "senza", "sia", "siamo",
        "siano", "solo", "sono", "sopra", "sotto", "sta", "stata", "state", "stati", "stato", "sua", "sue", "sugli", "sui", "sul",
        "sulla", "sulle", "sullo", "suo", "suoi", "tale", "tali", "tanto", "tra", "troppo", "tua", "tutta", "tutte", "tutti", "tutto",
        "una", "uno", "voi", "vostra", "vostro", "vuole",
    ]),
    ("ru", &[
        "без", "более", "больше", "будем", "будет", "будете", "будут", "была", "были", "было", "быть", "вам", "вами", "вас", "ваш",
        "ваша", "ваше", "ваши", "вдруг", "ведь", "весь", "вот", "все", "всегда", "всего", "всей", "всем", "всеми", "всему", "всех",
        "всю", "всё", "где", "давайте", "даже", "два", "для", "его", "если", "есть", "еще", "ещё", "или", "имеет", "именно", "иметь",
        "ими", "как", "какая", "какие", "каким", "каких", "какое", "какой", "когда", "конечно", "которая", "которого", "которое",
        "которой", "котором", "которому", "которую", "которые", "который", "которым", "которыми", "которых", "кто", "куда", "либо",
        "лишь", "лучше", "между", "меня", "мне", "много", "мной", "могли", "могу", "могут", "может", "можно", "мои", "мой", "мочь",
        "моя", "надо", "нам", "нами", "нас", "наш", "наша", "наше", "нашего", "нашей", "нашем", "наши", "наших", "него", "ней",
        "нельзя", "нем", "нему", "несколько", "нет", "нею", "ним", "ними", "них", "ничего", "нужно", "нём", "она", "они", "оно",
        "опять", "очень", "перед", "под", "после", "потом", "потому", "почему", "почти", "при", "про", "раз", "разве", "сам", "сама",
        "сами", "самый", "самых", "свое", "своего", "своей", "своем", "свои", "своим", "своих", "свой", "свою", "своё", "себе", "себя",
        "сегодня", "сейчас", "сказал", "сказать", "следует", "слишком", "совсем", "так", "такая", "также", "такие", "таким", "таких",
        "такого", "такое", "такой", "там", "тебе", "тебя", "тем", "теперь", "тех", "того", "тоже", "той", "только", "том", "тот",
        "точно", "три", "тут", "уже", "хорошо", "хотел", "хотя", "хочу", "чего", "чем", "чему", "через", "что", "чтоб", "чтобы", "эта",
        "эти", "этим", "этими", "этих", "это", "этого", "этой", "этом", "этому", "этот", "эту", "является",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_in_order_and_can_be_searched() {
        for (language, list) in LISTS {
            assert!(list.is_sorted(), "{language}");
            for word in list {
                assert!(is_function_word(language, word), "{language}: {word}");
            }
        }
        assert!(is_function_word("", "die"));
        assert!(!is_function_word("en", "die"));
    }
}
