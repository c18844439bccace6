//! What readers can take away: of a document, of a speaker, of the whole archive. Pages list it, their heads link it, and the site is
//! made of it, so that a new file is named here and nowhere else.

use super::{
    ArchiveTable, BulkFile, DocumentEntry, ExportFile, PersonEntry, Route, SchemaOf, Site,
    SpeakerTable, TableForm,
};
use crate::authority::PersonId;
use crate::config::Whole;
use crate::record::SourcePolicy;

/// A file to take away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// Where it is.
    pub route: Route,
    /// Its media type, where it is the same in another form: what `rel=alternate` is for.
    pub alternate: Option<&'static str>,
    /// The text of the interface that names it.
    pub title: &'static str,
    /// The text of the interface that says what is in it.
    pub about: &'static str,
}

impl Site {
    /// What a document can be taken away as.
    pub fn document_offers(&self, document: &DocumentEntry) -> Vec<Offer> {
        let id = || document.id.clone();
        let mut offers = vec![
            offer(
                ExportFile::DocumentJson(id()),
                Some("application/json"),
                ("download-json", "download-json-about"),
            ),
            offer(
                ExportFile::DocumentText(id()),
                Some("text/plain"),
                ("download-text", "download-text-about"),
            ),
            offer(
                ExportFile::Ris(id()),
                Some("application/x-research-info-systems"),
                ("download-ris", "download-ris-about"),
            ),
            offer(
                ExportFile::Bibtex(id()),
                Some("application/x-bibtex"),
                ("download-bibtex", "download-bibtex-about"),
            ),
            offer(
                ExportFile::CslJson(id()),
                Some("application/vnd.citationstyles.csl+json"),
                ("download-csl", "download-csl-about"),
            ),
            offer(
                ExportFile::DocumentTei(id()),
                Some("application/tei+xml"),
                ("download-tei", "download-tei-about"),
            ),
        ];
        if self.config.akoma_ntoso {
            offers.push(offer(
                ExportFile::DocumentAkn(id()),
                Some("application/akn+xml"),
                ("download-akn", "download-akn-about"),
            ));
        }
        if !document.document.stated.times.is_empty() {
            offers.push(offer(
                ExportFile::DocumentVtt(id()),
                Some("text/vtt"),
                ("download-vtt", "download-vtt-about"),
            ));
        }
        if document.record.source == SourcePolicy::Publish {
            offers.push(Offer {
                route: Route::SourcePage(id()),
                alternate: None,
                title: "download-lines",
                about: "download-lines-about",
            });
            offers.push(offer(
                ExportFile::ReadingText(id()),
                None,
                ("download-source", "download-source-about"),
            ));
            if document.source.received.is_some() {
                offers.push(offer(
                    ExportFile::Received(id()),
                    None,
                    ("download-received", "download-received-about"),
                ));
            }
        }
        offers.retain(|offer| match &offer.route {
            Route::Export(file) => file
                .form_to_leave_out()
                .is_none_or(|form| !self.config.leave_out.contains(form)),
            _ => true,
        });
        offers
    }

    /// The files of a speaker's own: the tables of the page, in full, and the feed.
    pub fn speaker_files(&self, person: &PersonEntry, id: &PersonId) -> Vec<ExportFile> {
        let tables = SpeakerTable::ALL.into_iter();
        let tables = tables.filter(|table| self.has_speaker_table(person, *table));
        tables
            .map(|table| ExportFile::SpeakerTable(id.clone(), table))
            .chain(std::iter::once(ExportFile::SpeakerFeed(id.clone())))
            .collect()
    }

    /// The tables of the whole archive, in both forms.
    pub fn table_files(&self) -> impl Iterator<Item = ExportFile> {
        let of = |table| TableForm::ALL.map(|form| ExportFile::Table(table, form));
        self.tables().flat_map(of)
    }

    /// The tables that the archive has: no alignments where no conversation has two records.
    pub fn tables(&self) -> impl Iterator<Item = ArchiveTable> {
        let mut conversations = self.conversations.iter();
        let has_several = conversations.any(|one| one.alignment.is_some());
        let all = ArchiveTable::ALL.into_iter();
        all.filter(move |table| has_several || *table != ArchiveTable::Alignments)
    }

    /// What the whole archive can be taken away as, besides its tables.
    pub fn archive_offers(&self) -> Vec<Offer> {
        let file = |file, about| offer(file, None, ("data-whole", about));
        let mut offers = vec![
            file(ExportFile::Addresses, "data-addresses-about"),
            file(ExportFile::People, "data-people-about"),
            file(ExportFile::DataPackage, "data-package-about"),
            file(
                ExportFile::Schema(SchemaOf::Document),
                "data-schema-document-about",
            ),
            file(
                ExportFile::Schema(SchemaOf::Turns),
                "data-schema-turns-about",
            ),
            file(ExportFile::Licence, "data-licence-about"),
            file(ExportFile::Checksums, "data-checksums-about"),
            file(ExportFile::Feed, "data-feed-about"),
        ];
        if self.config.wholes.contains(&Whole::Sqlite) {
            offers.push(file(ExportFile::Sqlite, "data-sqlite-about"));
        }
        if self.config.wholes.contains(&Whole::OpenSearch) {
            let n = self.bulk_parts().len();
            let files = [BulkFile::Instructions, BulkFile::Mapping];
            let files = files.into_iter().chain((0..n).map(BulkFile::Turns));
            offers.extend(files.map(|one| file(ExportFile::Bulk(one), one.about())));
        }
        if self.config.base_url.is_some() {
            offers.push(file(ExportFile::Sitemap, "data-sitemap-about"));
            offers.push(file(ExportFile::Oai, "data-oai-about"));
        }
        offers
    }
}

impl ExportFile {
    /// What `site.toml` calls it where it may be left out.
    pub fn form_to_leave_out(&self) -> Option<&'static str> {
        match self {
            ExportFile::Bibtex(_) => Some("bib"),
            ExportFile::CslJson(_) => Some("csl.json"),
            ExportFile::DocumentJson(_) => Some("json"),
            ExportFile::Ris(_) => Some("ris"),
            ExportFile::DocumentTei(_) => Some("tei.xml"),
            ExportFile::DocumentText(_) => Some("txt"),
            _ => None,
        }
    }
}

fn offer(
    file: ExportFile,
    alternate: Option<&'static str>,
    (title, about): (&'static str, &'static str),
) -> Offer {
    Offer {
        route: Route::Export(file),
        alternate,
        title,
        about,
    }
}
