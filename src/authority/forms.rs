//! Words around names in labels, in many languages, folded (lower case, no accents, no quotation marks): data for telling who is who.
//! Where turns begin is decided with the shorter lists of `titles`.

/// Forms of address for men: two people of one surname may be told apart by them.
pub(crate) const OF_MEN: [&str; 25] = [
    "mr", "mister", "monsieur", "herr", "senhor", "senor", "sr", "don", "signor", "sig", "mnr", "bw", "sir", "dhr", "hr", "pan",
    "г-н", "господин", "гн", "пан", "מר", "κος", "κ", "السيد", "dom",
];

/// Forms of address for women.
pub(crate) const OF_WOMEN: [&str; 30] = [
    "mrs", "ms", "miss", "mme", "madame", "mlle", "mademoiselle", "frau", "fraulein", "senhora", "senora", "sra", "srta",
    "dona", "signora", "mevr", "mevrouw", "mw", "fru", "frk", "nkk", "dame", "pani", "г-жа", "госпожа", "гжа", "пани", "גב",
    "κα", "السيدة",
];

/// Forms of address, degrees, ranks and predicates of honor: a name stands after them.
pub(crate) const HONORIFICS: [&str; 120] = [
    "mx", "messrs", "mm", "mmes", "mesdames", "dr", "dra", "drs", "prof", "professor", "professeur", "hon", "honorable",
    "honourable", "rt", "right", "rev", "reverend", "fr", "father", "sister", "brother", "rabbi", "imam", "sheikh", "bishop",
    "archbishop", "cardinal", "pastor", "me", "maitre", "lord", "lady", "baroness", "baron", "count", "earl", "viscount",
    "prince", "princess", "graf", "freiherr", "gen", "general", "lt", "lieutenant", "col", "colonel", "maj", "capt", "captain",
    "cpt", "sgt", "sergeant", "cmdr", "commander", "adm", "admiral", "brig", "brigadier", "marshal", "oberst", "officer",
    "deputy", "dep", "depute", "deputee", "dip", "diputado", "diputada", "deputado", "deputada", "abg", "abgeordneter",
    "abgeordnete", "mdb", "senator", "sen", "senador", "senadora", "senateur", "senatrice", "on", "onorevole", "dott",
    "dottssa", "avv", "ing", "mag", "councillor", "councilor", "councilman", "councilwoman", "cllr", "congressman",
    "congresswoman", "rep", "representative", "delegate", "td", "comrade", "posel", "poslanka", "poslanec", "poslankyne",
    "statsradet", "депутат", "тов", "товарищ", "академик", "חכ", "דר", "פרופ", "الدكتور", "النايب", "madam", "mnu", "nkskz",
    "mphil", "sayin",
];

/// Offices: a label of their own, or before a name.
pub(crate) const OFFICES: [&str; 110] = [
    "presidente", "presidenta", "presidency", "presidence", "presidium", "vorsitzender", "vorsitzende", "vorsitz",
    "altersprasident", "alterspraesident", "bundeskanzler", "bundeskanzlerin", "kanzler", "kanzlerin", "bundesminister",
    "bundesministerin", "staatssekretar", "staatssekretarin", "staatsminister", "staatsministerin", "vorsitzer", "ministre",
    "ministro", "ministra", "ministerin", "chancellor", "commissioner", "director", "directeur", "directrice", "dean",
    "attorney", "solicitor", "advocate", "premier", "taoiseach", "tanaiste", "cathaoirleach", "ceann", "comhairle",
    "leascheann", "rapporteur", "rapporteure", "relator", "relatora", "convener", "convenor", "mayor", "maire", "alcalde",
    "burgermeister", "chairlady", "vicechair", "vicechairman", "vice-chairman", "vice-chair", "vice-president", "voorzitter",
    "talmannen", "talman", "formanden", "formand", "puhemies", "elnok", "predseda", "predsedajici", "predsedajuci", "marszalek",
    "wicemarszalek", "przewodniczacy", "przewodniczaca", "baskan", "presedinte", "presedintele", "председатель",
    "председательствующии", "президент", "министр", "спикер", "вице-спикер", "голова", "головуючии", "προεδρος", "προεδρευων",
    "προεδρευουσα", "υπουργος", "היור", "יור", "יושב", "שר", "שרה", "השר", "השרה", "الرييس", "الوزير", "registrar", "usher",
    "bailiff", "court", "foreman", "examiner", "arbitrator", "coroner", "administrator", "leader", "whip", "manager",
    "treasurer", "comptroller", "controller",
];

/// Articles that `titles` has no need of.
pub(crate) const ARTICLES: [&str; 15] = [
    "l", "los", "las", "den", "das", "het", "os", "as", "i", "gli", "lo", "ο", "η", "το", "az",
];

/// What stands after a surname and tells father from son.
pub(crate) const SUFFIXES: [(&str, &str); 16] = [
    ("jr", "jr"), ("jnr", "jr"), ("junior", "jr"), ("sr", "sr"), ("snr", "sr"), ("senior", "sr"), ("ii", "ii"), ("iii", "iii"),
    ("iv", "iv"), ("2nd", "ii"), ("3rd", "iii"), ("fils", "jr"), ("pere", "sr"), ("filho", "jr"), ("neto", "neto"),
    ("hijo", "jr"),
];

/// What stands after a name and is none: degrees and decorations.
pub(crate) const POSTNOMINALS: [&str; 32] = [
    "esq", "esquire", "mp", "mep", "mla", "msp", "td", "phd", "md", "ma", "ba", "jd", "llb", "llm", "qc", "kc", "sc", "jp",
    "gbs", "sbs", "mbe", "obe", "cbe", "kbe", "dbe", "ret", "usn", "usa", "usaf", "mdb", "mdl", "am",
];

/// Chinese, Japanese and Korean words after a name, the longest first.
pub(crate) const AFTER_CJK: [&str; 22] = [
    "立法委員", "議員", "议员", "先生", "女士", "小姐", "太太", "博士", "教授", "老師", "老师", "同志", "律師", "律师", "委員", "委员", "さん", "氏", "君", "의원",
    "위원", "씨",
];

/// Chinese, Japanese and Korean offices, at the end of a label.
pub(crate) const OFFICES_CJK: [&str; 36] = [
    "副主席", "主席", "副主任", "主任", "行政長官", "秘書長", "秘书长", "司長", "司长", "局長", "局长", "副局長", "部長", "部长", "處長", "署長", "院長", "院长", "總統",
    "总统", "總理", "总理", "市長", "市长", "議長", "议长", "委員長", "委员长", "理事長", "會長", "大臣", "의장", "위원장", "장관", "主持人", "召集人",
];

/// The commonest Chinese surnames of one sign: only a label that begins with one is read as a name before an office.
pub(crate) const SURNAMES_ZH: &str = "陳陈林黃黄張张李王吳吴劉刘蔡楊杨許许鄭郑謝谢郭洪邱曾廖賴赖徐周葉叶蘇苏莊庄呂吕江何蕭萧羅罗高潘簡简朱鍾钟彭游詹胡施沈余盧卢梁趙赵顏颜柯翁魏孫孙戴范方宋鄧邓杜傅侯曹薛丁馬马唐石馮冯董程袁韓韩田姜譚谭湯汤涂毛姚";

/// Who asks: labels and names of fields.
pub(crate) const ASKS: [&str; 57] = [
    "q", "question", "questions", "questioner", "interviewer", "interviewers", "interviewed by", "int", "interviewerin",
    "frage", "fragesteller", "pregunta", "p", "entrevistador", "entrevistadora", "domanda", "intervistatore", "intervistatrice",
    "intervieweur", "intervieweuse", "enqueteur", "enquetrice", "pergunta", "вопрос", "в", "корреспондент", "интервьюер", "問",
    "问", "訪談者", "採訪者", "采访者", "訪問者", "聞き手", "質問", "질문", "שאלה", "מראיין", "מראיינת", "سوال", "ερωτηση", "pytanie", "otazka",
    "vraag", "fraga",
    "প্রশ্ন", "प्रश्न", "सवाल", "साक्षात्कारकर्ता", "கேள்வி", "ప్రశ్న", "ถาม", "คําถาม", "المحاور", "المذيع", "مجری", "ጠያቂ",
];

/// Who answers.
pub(crate) const ANSWERS: [&str; 52] = [
    "a", "answer", "answers", "interviewee", "interviewees", "narrator", "narrators", "respondent", "informant", "antwort",
    "befragter", "befragte", "reponse", "r", "respuesta", "entrevistado", "entrevistada", "risposta", "intervistato",
    "intervistata", "interviewe", "interviewee(s)", "resposta", "ответ", "о", "答", "受訪者", "受访者", "語り手", "回答", "답변", "תשובה",
    "מרואיין", "מרואיינת", "جواب", "απαντηση", "odpowiedz", "odpoved", "antwoord", "svar", "storyteller", "subject", "deponent",
    "উত্তর", "उत्तर", "जवाब", "பதில்", "జవాబు", "ตอบ", "คําตอบ", "res", "resp",
];

/// Who leads, in names of fields: `Chair: Anna Berg`, `Moderator: …`, `Host: …`.
pub(crate) const LEADS: [&str; 19] = [
    "chair", "chairman", "chairwoman", "chairperson", "presiding", "moderator", "host", "facilitator", "presidence",
    "president", "presidente", "vorsitz", "leitung", "moderation", "vorsitzender", "vorsitzende", "主席", "主持人", "יור",
];

/// Who takes part, in names of fields.
pub(crate) const TAKES_PART: [&str; 24] = [
    "speaker", "speakers", "participant", "participants", "guest", "guests", "hosts", "witness", "witnesses", "panelists",
    "panelist", "present", "in attendance", "attendees", "teilnehmer", "participantes", "presents", "partecipanti",
    "members present", "appearances", "on behalf of", "與會者", "出席", "присутствовали",
];
