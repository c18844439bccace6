//! The files of the site, and the way from one to another.

use super::picture::CARD;
use super::{ArchiveTable, BulkFile, Index, Period, Site, SpeakerTable, TableForm};
use crate::authority::PersonId;
use crate::source::DocumentId;

/// One file of the site.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Route {
    /// `index.html`
    Home,
    /// `documents/SLUG.html`
    Document(DocumentId),
    /// `documents/SLUG.source.html`: the source as received, to be read beside the turns.
    SourcePage(DocumentId),
    /// `speakers/SLUG.html`
    Speaker(PersonId),
    /// `conversations/NAME.html`; the position in [`Site::conversations`].
    Conversation(usize),
    /// `speakers/SLUG.1990.html`, `speakers/SLUG.undated.html`: the turns of one year, where a speaker has too many for one page.
    SpeakerYear(PersonId, Option<i32>),
    /// `people.html`
    People,
    /// `timeline.html`
    Timeline,
    /// `timeline/1990.html`, `timeline/1990-05.html`, `timeline/undated.html`: a year with its calendar; a month or a day, where its year or
    /// month is too long for one page.
    TimelinePart(Period),
    /// `people/s.html`, `glossary/s-c.html`: the entries under a letter, where an index is too long for one page.
    IndexPart(Index, String),
    /// `places.html`
    Places,
    /// `glossary.html`
    Glossary,
    /// `kinds.html`: documents by kind.
    Kinds,
    /// `subjects.html`: documents by subject.
    Subjects,
    /// `changes.html`: what was added and changed.
    Changes,
    /// `search.html`
    Search,
    /// `data.html`
    Data,
    /// `tested.html`: what was found of the principles for editions that last.
    Tested,
    /// `404.html`
    NotFound,
    /// `NAME.html`, from `content/pages/NAME.md`; the position in [`Site::pages`].
    Page(usize),
    /// A page at an address that was published and is another's now; the position in [`Site::moved`].
    Moved(usize),
    /// A page at the address of a document that is not published any more; the position in [`Site::notices`].
    Notice(usize),
    /// A file of data at the name it had before; the position in the copies of the site.
    Copied(usize),
    /// A file of data.
    Export(ExportFile),
    /// A file that search in the browser reads.
    SearchFile(SearchFile),
    /// `assets/NAME`: a static file of the theme.
    Asset(String),
}

/// A file of data: what readers, libraries and machines take away.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ExportFile {
    /// `documents/SLUG.json`
    DocumentJson(DocumentId),
    /// `documents/SLUG.txt`: the turns as plain text.
    DocumentText(DocumentId),
    /// `documents/SLUG.ris`: for reference managers.
    Ris(DocumentId),
    /// `documents/SLUG.bib`: for LaTeX.
    Bibtex(DocumentId),
    /// `documents/SLUG.csl.json`: for whatever formats citations.
    CslJson(DocumentId),
    /// `documents/SLUG.tei.xml`: the document as TEI P5.
    DocumentTei(DocumentId),
    /// `documents/SLUG.akn.xml`: the document as Akoma Ntoso, where `site.toml` asks for it.
    DocumentAkn(DocumentId),
    /// `documents/SLUG.vtt`: the document as captions, where its source has times.
    DocumentVtt(DocumentId),
    /// `documents/SLUG.source.txt`: the reading text, which spans refer to.
    ReadingText(DocumentId),
    /// `documents/SLUG.received.EXT`: the file as received, where it differs from the reading text; `SLUG.received-html.txt` where a
    /// browser would run what is in it.
    Received(DocumentId),
    /// `speakers/SLUG.TABLE.csv`: a table of the speaker's page, in full.
    SpeakerTable(PersonId, SpeakerTable),
    /// `data/addresses.csv`: every address ever published, and where its words are now.
    Addresses,
    /// `data/turns.jsonl`, `data/speakers.csv`: a table of the whole archive.
    Table(ArchiveTable, TableForm),
    /// `data/archive.sqlite`: the whole archive as a database, where `site.toml` asks for it.
    Sqlite,
    /// `data/opensearch/…`: all turns for a search engine, where `site.toml` asks for it.
    Bulk(BulkFile),
    /// `data/people.json`: the authority file, as far as its people occur.
    People,
    /// `data/datapackage.json`: the tables, described to programs (Frictionless).
    DataPackage,
    /// `data/document.schema.json`, `data/turns.schema.json`
    Schema(SchemaOf),
    /// `data/licence.txt`: what may be done with what.
    Licence,
    /// `SHA256SUMS`: the checksum of every other file of the site.
    Checksums,
    /// `sitemap.xml`
    Sitemap,
    /// `feed.xml`
    Feed,
    /// `speakers/SLUG.xml`: the documents in which somebody speaks, as a feed.
    SpeakerFeed(PersonId),
    /// `data/oai.xml`: the documents as a static repository of OAI-PMH.
    Oai,
    /// `robots.txt`
    Robots,
    /// `.nojekyll`
    NoJekyll,
    /// `assets/card.png`: what is shown where a page is shared, drawn by memcon; an archive's own is a static file of this name.
    Card,
}

/// What a JSON Schema describes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SchemaOf {
    /// `documents/SLUG.json`
    Document,
    /// A line of `data/turns.jsonl`.
    Turns,
}

/// A file that search in the browser reads: a script that hands over data.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SearchFile {
    /// `search/meta.js`: what a page loads first.
    Meta,
    /// `search/also.js`: the forms of names and terms that find each other.
    Also,
    /// `search/also-N.js`: some of them, where they are many.
    Forms(usize),
    /// `search/parts.js`: the texts that are no turns.
    Parts,
    /// `search/index.js`: the elasticlunr index.
    Index,
    /// `search/texts-N.js`: the texts of some turns.
    Texts(usize),
    /// `search/speakers.js` ...: what a kind of filter needs to know of all turns; of a small archive most is in `search/meta.js`.
    Part(SearchPart),
    /// `search/words-N.js`: a shard of the index of a large archive.
    Words(usize),
    /// `search/places-N.js`: at which places of its turns each word of a shard stands.
    Places(usize),
    /// `search/dictionary-N.js`: the words of some shards alone.
    Dictionary(usize),
}

/// What filters need to know of all turns, by kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SearchPart {
    /// `search/speakers.js`: who speaks.
    Speakers,
    /// `search/mentions.js`: who is mentioned.
    Mentions,
    /// `search/roles.js`: in which capacities the speaker speaks.
    Roles,
    /// `search/dates.js`: when.
    Dates,
    /// `search/documents.js`: in which document.
    Documents,
    /// `search/conversations.js`: in which conversation.
    Conversations,
}

impl SearchPart {
    /// All of them.
    pub const ALL: [SearchPart; 6] = [
        SearchPart::Speakers,
        SearchPart::Mentions,
        SearchPart::Roles,
        SearchPart::Dates,
        SearchPart::Documents,
        SearchPart::Conversations,
    ];

    fn name(self) -> &'static str {
        match self {
            SearchPart::Speakers => "speakers",
            SearchPart::Mentions => "mentions",
            SearchPart::Roles => "roles",
            SearchPart::Dates => "dates",
            SearchPart::Documents => "documents",
            SearchPart::Conversations => "conversations",
        }
    }
}

impl Route {
    /// The file's path inside the site, with `/`.
    pub fn path(&self, site: &Site) -> String {
        match self {
            Route::Home => "index.html".to_owned(),
            Route::Document(id) => format!("documents/{id}.html"),
            Route::SourcePage(id) => format!("documents/{id}.source.html"),
            Route::Speaker(id) => format!("speakers/{id}.html"),
            Route::Conversation(index) => {
                format!("conversations/{}.html", site.conversations[*index].name)
            }
            Route::SpeakerYear(id, Some(year)) => format!("speakers/{id}.{year}.html"),
            Route::SpeakerYear(id, None) => format!("speakers/{id}.undated.html"),
            Route::People => "people.html".to_owned(),
            Route::Timeline => "timeline.html".to_owned(),
            Route::TimelinePart(period) => format!("timeline/{}.html", period.name()),
            Route::IndexPart(index, part) => {
                let whole = index.route().path(site);
                format!("{}/{part}.html", whole.trim_end_matches(".html"))
            }
            Route::Places => "places.html".to_owned(),
            Route::Glossary => "glossary.html".to_owned(),
            Route::Kinds => "kinds.html".to_owned(),
            Route::Subjects => "subjects.html".to_owned(),
            Route::Changes => "changes.html".to_owned(),
            Route::Search => "search.html".to_owned(),
            Route::Data => "data.html".to_owned(),
            Route::Tested => "tested.html".to_owned(),
            Route::NotFound => "404.html".to_owned(),
            Route::Page(index) => format!("{}.html", page_name(site.pages[*index].path())),
            Route::Moved(index) => site.moved[*index].from.clone(),
            Route::Notice(index) => site.notices[*index].path.clone(),
            Route::Copied(index) => site.copied[*index].from.clone(),
            Route::Export(file) => file.path(site),
            Route::SearchFile(file) => file.path(),
            Route::Asset(name) => format!("assets/{name}"),
        }
    }

    /// Whether machines should list the route: a page that neither leads elsewhere nor says that there is nothing.
    pub fn is_listed(&self) -> bool {
        let is_left_out = matches!(self, Route::NotFound | Route::Moved(_) | Route::Notice(_));
        self.is_page() && !is_left_out
    }

    /// Whether the route is an HTML page for readers.
    pub fn is_page(&self) -> bool {
        match self {
            Route::Home
            | Route::Document(_)
            | Route::SourcePage(_)
            | Route::Speaker(_)
            | Route::Conversation(_)
            | Route::SpeakerYear(..)
            | Route::People
            | Route::Timeline
            | Route::TimelinePart(_)
            | Route::IndexPart(..)
            | Route::Places
            | Route::Glossary
            | Route::Kinds
            | Route::Subjects
            | Route::Changes
            | Route::Search
            | Route::Data
            | Route::Tested
            | Route::NotFound
            | Route::Moved(_)
            | Route::Notice(_)
            | Route::Page(_) => true,
            Route::Copied(_) | Route::Export(_) | Route::SearchFile(_) | Route::Asset(_) => false,
        }
    }
}

impl ExportFile {
    /// The document it is made from, if it is one document's.
    pub fn document(&self) -> Option<&DocumentId> {
        match self {
            ExportFile::DocumentJson(id)
            | ExportFile::DocumentText(id)
            | ExportFile::Ris(id)
            | ExportFile::Bibtex(id)
            | ExportFile::CslJson(id)
            | ExportFile::DocumentTei(id)
            | ExportFile::DocumentAkn(id)
            | ExportFile::DocumentVtt(id)
            | ExportFile::ReadingText(id)
            | ExportFile::Received(id) => Some(id),
            ExportFile::SpeakerTable(..)
            | ExportFile::Addresses
            | ExportFile::Table(..)
            | ExportFile::Sqlite
            | ExportFile::Bulk(_)
            | ExportFile::People
            | ExportFile::DataPackage
            | ExportFile::Schema(_)
            | ExportFile::Licence
            | ExportFile::Checksums
            | ExportFile::Sitemap
            | ExportFile::Feed
            | ExportFile::SpeakerFeed(_)
            | ExportFile::Oai
            | ExportFile::Robots
            | ExportFile::NoJekyll
            | ExportFile::Card => None,
        }
    }

    /// What `memcon export` calls it: its ending after the document's name, else its file name.
    pub fn format(&self, site: &Site) -> String {
        let path = self.path(site);
        let name = path.rsplit('/').next().unwrap_or(&path);
        match self.document() {
            Some(id) => name.strip_prefix(id.as_str()).unwrap_or(name)[1..].to_owned(),
            None => name.to_owned(),
        }
    }

    fn path(&self, site: &Site) -> String {
        match self {
            ExportFile::DocumentJson(id) => format!("documents/{id}.json"),
            ExportFile::DocumentText(id) => format!("documents/{id}.txt"),
            ExportFile::Ris(id) => format!("documents/{id}.ris"),
            ExportFile::Bibtex(id) => format!("documents/{id}.bib"),
            ExportFile::CslJson(id) => format!("documents/{id}.csl.json"),
            ExportFile::DocumentTei(id) => format!("documents/{id}.tei.xml"),
            ExportFile::DocumentAkn(id) => format!("documents/{id}.akn.xml"),
            ExportFile::DocumentVtt(id) => format!("documents/{id}.vtt"),
            ExportFile::ReadingText(id) => format!("documents/{id}.source.txt"),
            ExportFile::Received(id) => {
                let extension = site.document(id).map(|(_, d)| d.source.extension());
                let ending = received_ending(&extension.unwrap_or_default());
                format!("documents/{id}.{ending}")
            }
            ExportFile::SpeakerTable(id, table) => format!("speakers/{id}.{}.csv", table.name()),
            ExportFile::Addresses => "data/addresses.csv".to_owned(),
            ExportFile::Table(table, form) => {
                format!("data/{}.{}", table.name(), form.extension())
            }
            ExportFile::Sqlite => "data/archive.sqlite".to_owned(),
            ExportFile::Bulk(file) => file.path(),
            ExportFile::People => "data/people.json".to_owned(),
            ExportFile::DataPackage => "data/datapackage.json".to_owned(),
            ExportFile::Schema(SchemaOf::Document) => "data/document.schema.json".to_owned(),
            ExportFile::Schema(SchemaOf::Turns) => "data/turns.schema.json".to_owned(),
            ExportFile::Licence => "data/licence.txt".to_owned(),
            ExportFile::Checksums => "SHA256SUMS".to_owned(),
            ExportFile::Sitemap => "sitemap.xml".to_owned(),
            ExportFile::Feed => "feed.xml".to_owned(),
            ExportFile::SpeakerFeed(id) => format!("speakers/{id}.xml"),
            ExportFile::Oai => "data/oai.xml".to_owned(),
            ExportFile::Robots => "robots.txt".to_owned(),
            ExportFile::NoJekyll => ".nojekyll".to_owned(),
            ExportFile::Card => format!("assets/{CARD}"),
        }
    }
}

impl SearchFile {
    fn path(self) -> String {
        format!("search/{}.js", self.name())
    }

    /// Its name, under which it hands over its data.
    pub fn name(self) -> String {
        match self {
            SearchFile::Meta => "meta".to_owned(),
            SearchFile::Also => "also".to_owned(),
            SearchFile::Forms(n) => format!("also-{n}"),
            SearchFile::Parts => "parts".to_owned(),
            SearchFile::Index => "index".to_owned(),
            SearchFile::Texts(n) => format!("texts-{n}"),
            SearchFile::Part(part) => part.name().to_owned(),
            SearchFile::Words(n) => format!("words-{n}"),
            SearchFile::Places(n) => format!("places-{n}"),
            SearchFile::Dictionary(n) => format!("dictionary-{n}"),
        }
    }
}

/// What of a file as received may be opened in a browser without anything in it coming alive.
const INERT: [&str; 17] = [
    "csv", "doc", "docx", "json", "jsonl", "log", "lrc", "md", "odt", "pdf", "rtf", "sbv", "srt",
    "text", "tsv", "txt", "vtt",
];

/// How the name of a file as received ends. Scripts in a page would act as if they were the archive's, and some hosts run what is called
/// `.php`: such a file is published byte for byte, but as text, and one without a usual extension as mere bytes.
fn received_ending(extension: &str) -> String {
    let is_plain = (1..=10).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if INERT.contains(&extension) {
        format!("received.{extension}")
    } else if is_plain {
        format!("received-{extension}.txt")
    } else {
        "received.bin".to_owned()
    }
}

/// `content/pages/about.md` → `about`.
pub(super) fn page_name(path: &str) -> String {
    let name = path.strip_prefix("content/pages/").unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    crate::source::address(stem)
}

/// The link from one file of the site to another, both as paths inside it: never absolute, always ending in a file name.
pub fn relative(from: &str, to: &str) -> String {
    let from_folders: Vec<&str> = from.split('/').collect();
    let to_parts: Vec<&str> = to.split('/').collect();
    let shared = from_folders[..from_folders.len() - 1]
        .iter()
        .zip(&to_parts[..to_parts.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let up = from_folders.len() - 1 - shared;
    let mut link = "../".repeat(up);
    link.push_str(&to_parts[shared..].join("/"));
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative() {
        assert_eq!(
            relative("index.html", "documents/a.html"),
            "documents/a.html"
        );
        assert_eq!(relative("documents/a.html", "index.html"), "../index.html");
        assert_eq!(relative("documents/a.html", "documents/b.html"), "b.html");
        assert_eq!(
            relative("documents/a.html", "speakers/c.html"),
            "../speakers/c.html"
        );
        assert_eq!(
            relative("people.html", "assets/css/base.css"),
            "assets/css/base.css"
        );
    }
}
