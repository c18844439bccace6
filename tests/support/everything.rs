//! An archive that uses every key and every column there is.

use super::every_field::Fields;
use std::fs;

const RECORD: &str = r#"
title = "A talk"
kind = "talk"
subjects = ["harbor"]
date = "1990-01-01"
place = "Kiel"
place_editors = "Kiel"
language = "en"
original_language = "de"
summary = "About the harbor"
summary_by = "A. Editor"
image = "p.gif"
image_alt = "A harbor"
archive = "City archive"
archive_reference = "B 7"
translator = "A. Translator"
doi = "10.1234/abc"
ark = "ark:/12345/abc"
handle = "20.500.12345/abc"
author = "An author"
publisher = "A publisher"
rights = "Free"
status = "published"
status_date = "2020-01-01"
status_reason = "No reason"
source = "publish"
labels = ["Mr. BLUE"]
not_labels = ["Mr. NOBODY"]
added = "2020-01-01"

[provenance]
recorded_by = "The city"
note_taker = "A. Notes"
nature = "notes"
spoken = ["German"]
interpreter = "An interpreter"
classification = "Open"
machine_read = "by a machine"
completeness = "complete"
chain = ["One copy"]

[[participant]]
person = "green"
role = "Chair"
printed = "Ms. Green"

[[conversation]]
id = "first"
title = "The first part"
date = "1990-01-01"
date_printed = "New year"
place = "Kiel"
participants = ["green"]
from = "Good morning to the harbor"
to = "let us begin with it"

[[exclude]]
from = "This page is empty"
to = "on purpose"
reason = "not a part of it"

[[attribution]]
at = "Let us begin"
person = "green"
reason = "she says so"

[[split]]
at = "Mr. BLACK I think"
label = "Mr. BLACK"
person = "green"
reason = "a label is missing"

[[merge]]
at = "Yes, the crane"
reason = "the same turn"

[[paragraph]]
at = "New matters"

[[correction]]
at = "the harbour"
sic = "harbour"
read = "harbor"
reason = "a slip"
by = "A. Editor"
date = "2020-01-01"

[[note]]
at = "The ship is late"
text = "It was two days late."

[[change]]
date = "2020-01-01"
text = "A slip was mended"
turn = "t1"
before = "before"
after = "after"
why = "for a reason"
by = "A. Editor"
"#;

/// Withholding leaves other things unpublished, and stands in a document of its own.
const WITHHELD: &str = r#"
title = "Another talk"
conversation = "second"
convention = "none"
[[withhold]]
name = "Quentin Marlowe"
shown = "A witness"
reason = "asked for"
[[withhold]]
from = "the bridge"
to = "is guarded"
reason = "a secret"
"#;

const TALK: &str = "A talk §\n1 January 1990\n\nMs. GREEN: Good morning to the harbor. § (Laughter §.) [§]\n\n\
    Mr. BROWN: Well. Let us begin, let us begin with it. New matters. §\n\nMs. GREEN: On the harbour. Mr. BLACK I think not. §\n\n\
    The crane stands there. §\n\nMr. BROWN: The ship is late.\n\nMs. GREEN: Yes, the crane. Green said so. WTO.\n\n\
    Mr. BLUE: Yes. §\n\nMr. BROWN: No.\n\nMr. NOBODY: is none.\n\nThis page is empty on purpose §\n";

const ARTICLE: &str = "The house by the river\n\nOn the first day of March the two ministers met in the old house by the river. §\n\n\
    Berg: “We have two points on the list, and both of them are short.”\n\nReed answered that he had read the list with care.\n\n\
    “There is a third point §, which nobody has named.”\n\nReed: “Then name it.”\n\nBerg: “It is the river.”\n";
const RECORD_OF_ARTICLE: &str =
    "[[continue]]\nat = \"“There is a third point\"\nreason = \"The list is hers\"\n";

/// Two records of one talk, of which one says which turns of the other say the same.
const SIDE: &str = "Ms. GREEN: We open the bridge in May. §\n\nMr. BROWN: In May, then. §\n\nMs. GREEN: That is all. §\n";
const RECORD_OF_SIDE: &str = "conversation = \"bridge\"\nlanguage = \"en\"\n";
const RECORD_OF_OTHER_SIDE: &str = r#"
conversation = "bridge"
language = "en"

[[counterpart]]
at = "We open the bridge"
occurrence = 1
document = "one-side"
there = "We open the bridge"
there_occurrence = 1

[[counterpart]]
turn = "t2"
document = "one-side"
there_turn = "t2"

[[counterpart]]
turn = "t3"
alone = true
"#;

/// A page as it was saved, with all that was in it.
const SAVED: &str = "<!doctype html><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>A page</title><script>planted()</script></head>\
    <body onload=\"planted()\"><p>Ann: Good morning.</p><p>Ben: Yes, and again.</p><p>Ann: Let us go on.</p></body></html>";

/// One point of nothing, all in ASCII.
const PICTURE: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0;";

const PEOPLE: &str = r#"
[[person]]
id = "green"
name = "Ada Green"
sort = "Green, Ada"
names = ["Green"]
labels = ["Ms. GREEN"]
description = "A chair"
biography = "A life"
biography_by = "A. Editor"
portrait = "p.gif"
portrait_alt = "Her"
portrait_credit = "A. Painter"
editors = "first name"
same_as = ["https://www.wikidata.org/entity/Q1"]

[person.labels_in]
talk = ["Ms. G."]

[[person.role]]
title = "Minister"
from = "1989"
to = "1991"
"#;

const CHANGES: &str = "[[change]]\ndate = \"2020-01-01\"\ndocument = \"talk\"\nturn = \"t1\"\ntext = \"A change\"\nbefore = \"a\"\nafter = \"b\"\nwhy = \"c\"\nby = \"d\"\n";
const GLOSSARY: &str = "[[term]]\nterm = \"WTO\"\nexpansion = \"Warsaw Treaty Organization\"\nvariants = [\"Warsaw Pact\"]\nnote = \"A note\"\n";
const PAGE: &str = "---\ntitle: About\ndescription: About the archive\norder: 1\nin_menu: yes\nmenu_title: About\nlanguage: en\nkind: essay\n---\n\
    # About\n\nText.\n\n{{turn talk#t1}}\n";

const DOCUMENTS_CSV: &str = "id,filename,title,creator,date,description,summary_by,subject,location,place_editors,source,identifier,type,language,original_language,rights,publisher,translator,recorded_by,note_taker,nature,completeness,chain,status,conversation,added\n\
    table,table.csv,A table,An author,1991-01-01,A summary,An editor,a subject,Kiel,Kiel,An archive,B 8,talk,en,de,Free,A publisher,A translator,The city,Notes,notes,complete,One copy,published,third,2020-01-01\n";
const PEOPLE_CSV: &str = "id,name,sort,variants,labels,labels_in,roles,description,biography,biography_by,editors,same_as\n\
    brown,Ben Brown,\"Brown, Ben\",Brown,Mr. BROWN,,Mayor,A mayor,A life,An editor,first name,https://www.wikidata.org/entity/Q2\n";
const GLOSSARY_CSV: &str = "term,expansion,variants,note\nCSCE,Conference,KSZE,A note\n";
const CORRECTIONS_CSV: &str = "document,turn,words,occurrence,to,what,printed,read,why,by,when\n\
    table,,the see is calm,,,correction,see,sea,a slip,An editor,2020-01-01\n";

const SITE: &str = "title = \"Archive\"\nsubtitle = \"Of a city\"\ndescription = \"About it\"\nlanguage = \"xx\"\n\
    base_url = \"https://archive.example/\"\nearlier_base_urls = [\"https://old.example/\"]\npublisher = \"The city\"\n\
    contact = \"a@archive.example\"\nrights = \"Free\"\n\
    [edition]\nname = \"First\"\ndate = \"2026-01-31\"\n\
    [citations]\nstyles = [\"apa\"]\n\
    [export]\nakoma_ntoso = true\nopensearch = true\nsqlite = true\nleave_out = []\n\
    [pages]\nhtml = \"cleaned\"\n\
    [search]\nengine = \"auto\"\n\
    [theme]\naccent = \"#102a6b\"\nspeakers = [\"#0b63a5\"]\nlogo = \"logo.gif\"\npaper = \"#fdfdfc\"\nraised = \"#f1f2f2\"\nmark = \"#e2e5e7\"\nink = \"#15181c\"\nquiet = \"#43484f\"\nrule = \"#d6d9db\"\nline = \"#6f757c\"\n\
    [[menu]]\ntitle = \"Home\"\npage = \"home\"\n[[menu]]\ntitle = \"City\"\nurl = \"https://city.example/\"\n";

/// An archive that says everything there is to say; its texts have their place wherever `§` stands.
pub fn everything() -> Fields {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Good morning. §\n\n00:02.000 --> 00:03.000\n<v Ben>Yes.\n\n00:03.000 --> 00:04.000\n<v Ada>Well.\n";
    let json = "{\"title\": §, \"segments\": [{\"speaker\": \"Ann\", \"text\": §}, {\"speaker\": §, \"text\": \"Yes.\"}, {\"speaker\": \"Ann\", \"text\": \"Well.\"}]}";
    let xml = "<TEI><teiHeader><fileDesc><titleStmt><title>§</title></titleStmt></fileDesc></teiHeader><text><body><u who=\"#a\">Yes. §</u><u who=\"#b\">No. <note>§</note></u></body></text></TEI>";
    let html = "<!doctype html><title>§</title><h1>§</h1><p>Ann: Good morning. §</p><p>Ben: Yes.</p><p>Ann: §</p>";
    let table = "speaker,text\nAnn,Good morning the see is calm §\nBen,§\nAnn,Well.\n";
    let markdown = "# §\n\n**Ann:** Good morning. § *§*\n\n**Ben:** Yes.\n\n**Ann:** [§](javascript:planted()) <img onerror=planted()>\n";
    let withheld = "Ann: Quentin Marlowe says that the bridge over the river is guarded.\n\nBen: §\n\nAnn: Yes.\n";
    let english = fs::read_to_string(super::root().join("templates/i18n/en.ftl")).unwrap();
    let mut words = String::new();
    for line in english.lines() {
        let says = line
            .split_once(" = ")
            .is_some_and(|(name, says)| !name.starts_with([' ', '#']) && !says.ends_with("->"));
        // What is asked of a text's form elsewhere: numbers, and words of scripts.
        let is_plain = !line.starts_with("number-") && !line.starts_with("date-");
        words.push_str(line);
        if says && is_plain {
            words.push_str(" §");
        }
        words.push('\n');
    }
    let files: &[(&str, &str)] = &[
        ("site.toml", SITE),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", RECORD),
        ("content/documents/withheld.txt", withheld),
        ("content/documents/withheld.toml", WITHHELD),
        ("content/documents/captions.vtt", vtt),
        ("content/documents/data.json", json),
        ("content/documents/markup.xml", xml),
        ("content/documents/page.html", html),
        ("content/documents/table.csv", table),
        ("content/documents/marked.md", markdown),
        ("content/documents/saved.htm", SAVED),
        ("content/documents/saved-too.xhtml", SAVED),
        ("content/people.toml", PEOPLE),
        ("content/changes.toml", CHANGES),
        ("content/glossary.toml", GLOSSARY),
        ("content/documents.csv", DOCUMENTS_CSV),
        ("content/people.csv", PEOPLE_CSV),
        ("content/glossary.csv", GLOSSARY_CSV),
        ("content/corrections.csv", CORRECTIONS_CSV),
        ("content/pages/about.md", PAGE),
        ("content/pages/essay.md", "# An essay\n\n§\n\n> §\n\n`§`\n"),
        ("templates/i18n/xx.ftl", &words),
        ("static/logo.gif", PICTURE),
        ("content/documents/p.gif", PICTURE),
        ("content/p.gif", PICTURE),
        ("content/documents/article.txt", ARTICLE),
        ("content/documents/article.toml", RECORD_OF_ARTICLE),
        ("content/documents/one-side.txt", SIDE),
        ("content/documents/one-side.toml", RECORD_OF_SIDE),
        ("content/documents/other-side.txt", SIDE),
        ("content/documents/other-side.toml", RECORD_OF_OTHER_SIDE),
    ];
    Fields::of(files, "plain words")
}
