//! What the elements of TEI, Akoma Ntoso and publicwhip are to a transcript.

use super::tokens::Tag;
use crate::document::{GapReason, HeaderKind, MarkKind, NoteKind};
use crate::source::Format;

/// What an element is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Nothing of its own: what is in it goes on with what is around it.
    Through,
    /// Apart from its neighbours: a division, a paragraph, an item.
    Block,
    /// Words of somebody else inside a turn: what looks like turns in it is none.
    Quotation,
    /// What one speaker says.
    Turn,
    /// The printed label of the turn around it.
    Label,
    /// The printed label of the turn after it.
    LabelAhead,
    /// A heading.
    Heading,
    /// Narration; inside a turn a stage direction.
    Narration,
    /// The header of the file or text: facts about it.
    Header(HeaderKind),
    /// A note.
    Note(NoteKind),
    /// Action or sound.
    Stage,
    /// Words left out.
    Gap(GapReason),
    /// A stretch with a mark.
    Marked(MarkKind),
    /// The end of a line.
    LineEnd,
    /// The end of a page.
    PageBreak,
    /// An item that stands apart in its line: a cell, a fact of the header.
    Item,
    /// A word or sentence of an annotated text, or a part of a name: apart from its neighbours, unless it says otherwise.
    Word,
    /// A fact about the document.
    Fact(Fact),
    /// Another reading beside the printed one.
    OtherReading,
    /// A time inside a label.
    TimeMark,
    /// A line that printers put on each page.
    Furniture,
    /// Data that is no text.
    Data,
}

/// A fact about the document that the header prints.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fact {
    Title,
    Date,
    Place,
}

/// A part of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Header,
    /// The label of a turn.
    Label,
    Turn,
    /// Between the turns.
    Between,
}

/// Where an element stands.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The name of the element around it.
    pub(super) parent: &'a str,
    /// Inside an element that holds a line of text.
    pub(super) in_line: bool,
    /// The part of the document.
    pub(super) part: Part,
}

/// What an element is where it stands.
pub(super) fn role(format: Format, tag: &Tag<'_>, around: Around<'_>) -> Role {
    match format {
        Format::AkomaNtoso => akoma_ntoso(tag, around),
        Format::PublicWhip => publicwhip(tag),
        _ if around.part == Part::Header => tei_header(tag, around),
        _ => tei(tag, around),
    }
}

fn tei_header(tag: &Tag<'_>, around: Around<'_>) -> Role {
    let kind = tag.value(&["type"]).unwrap_or("");
    match tag.name {
        // Names and dates in a sentence are words of it.
        "date" | "docDate" => Role::Fact(Fact::Date),
        _ if around.in_line => Role::Through,
        "title" if around.parent == "titleStmt" => Role::Header(HeaderKind::Title),
        "docTitle" => Role::Fact(Fact::Title),
        "placeName" | "settlement" | "country" => Role::Fact(Fact::Place),
        "name" if matches!(kind, "city" | "place" | "settlement" | "country") => {
            Role::Fact(Fact::Place)
        }
        "settingDesc" => Role::Header(HeaderKind::Date),
        "editionStmt" | "extent" | "publicationStmt" | "seriesStmt" | "notesStmt"
        | "sourceDesc" | "recordingStmt" | "projectDesc" | "editorialDecl" | "langUsage"
        | "textClass" | "textDesc" | "particDesc" | "revisionDesc" | "xenoData" | "respStmt"
        | "funder" | "sponsor" | "principal" | "author" | "editor" | "meeting" | "availability"
        | "change" | "p" | "ab" => Role::Header(HeaderKind::FieldText),
        "listPerson" | "castList" => Role::Note(NoteKind::Participants),
        "surname" | "forename" | "roleName" | "addName" | "nameLink" | "genName" => Role::Word,
        "title" | "titlePart" | "docAuthor" | "docImprint" | "byline" | "publisher"
        | "distributor" | "authority" | "pubPlace" | "idno" | "edition" | "persName"
        | "orgName" | "resp" | "measure" | "licence" | "language" | "term" | "item" | "sex"
        | "birth" | "death" | "occupation" | "affiliation" | "age" | "education" | "residence"
        | "note" | "time" | "locale" | "activity" | "name" | "biblScope" | "series"
        | "repository" | "collection" | "msName" | "recording" | "equipment" | "broadcast"
        | "person" | "personGrp" | "org" | "bibl" | "biblStruct" | "biblFull" | "msDesc"
        | "castItem" => Role::Item,
        "tagsDecl" | "classDecl" | "listPrefixDef" | "appInfo" => Role::Data,
        _ => Role::Through,
    }
}

fn tei(tag: &Tag<'_>, around: Around<'_>) -> Role {
    let kind = tag.value(&["type"]).unwrap_or("");
    match tag.name {
        "teiHeader" | "titlePage" => Role::Header(HeaderKind::Other),
        "u" | "sp" => Role::Turn,
        "speaker" => Role::Label,
        // What memcon's own exports say of a header's lines, and of words beside the abbreviation they explain.
        "ab" if kind == "header" => Role::Header(HeaderKind::Other),
        "expan" if is_as_printed(tag) => Role::Marked(MarkKind::Expansion),
        "seg" if around.in_line => Role::Through,
        "seg" | "p" | "ab" | "l" | "lg" | "item" | "list" | "table" | "row" | "div" | "div1"
        | "div2" | "div3" | "div4" | "div5" | "body" | "text" | "front" | "back" | "group"
        | "TEI" | "teiCorpus" | "spGrp" | "annotationBlock" | "opener" | "closer" | "salute"
        | "signed" | "dateline" | "trailer" | "argument" | "epigraph" | "postscript" | "figure"
        | "figDesc" | "set" | "prologue" | "epilogue" | "standOff" | "byline" => Role::Block,
        "label" if around.parent == "list" => Role::Block,
        "head" if matches!(around.parent, "list" | "table" | "figure" | "castList") => Role::Block,
        "head" => Role::Heading,
        "castList" | "listPerson" | "listOrg" => Role::Note(NoteKind::Participants),
        "castItem" | "person" | "personGrp" | "org" | "cell" => Role::Item,
        "stage" | "kinesic" | "incident" | "vocal" | "pause" => Role::Stage,
        "note" if kind == "speaker" && around.part == Part::Turn => Role::Label,
        "note" if kind == "speaker" => Role::LabelAhead,
        "note" if around.part == Part::Turn && (is_as_printed(tag) || !is_of_edition(tag)) => {
            Role::Stage
        }
        "note" => Role::Note(NoteKind::named(kind)),
        "gap" | "ellipsis" => Role::Gap(gap_reason(tag)),
        "unclear" => Role::Marked(MarkKind::Unclear),
        "supplied" => Role::Marked(MarkKind::Supplied),
        "gloss" => Role::Marked(MarkKind::Gloss),
        "hi" | "emph" | "foreign" | "distinct" => Role::Marked(MarkKind::Emphasis),
        "corr" | "reg" if around.parent == "choice" => Role::OtherReading,
        "expan" if around.parent == "choice" => Role::Marked(MarkKind::Expansion),
        "q" | "quote" | "cit" | "said" | "floatingText" => Role::Quotation,
        "lb" if tag.value(&["break"]) != Some("no") => Role::LineEnd,
        "pb" => Role::PageBreak,
        "w" | "pc" | "s" => Role::Word,
        "fw" => Role::Furniture,
        "spanGrp" | "linkGrp" | "joinGrp" | "listAnnotation" | "timeline" | "fs" => Role::Data,
        _ => Role::Through,
    }
}

/// Whether the words are all that is printed: no brackets belong around them.
pub(super) fn is_as_printed(tag: &Tag<'_>) -> bool {
    tag.value(&["rend", "class"]) == Some("as-printed")
}

/// Whether a note is the edition's rather than the transcriber's remark on what went on.
fn is_of_edition(tag: &Tag<'_>) -> bool {
    let place = tag.value(&["place"]).unwrap_or("");
    let kind = tag.value(&["type"]).unwrap_or("");
    tag.value(&["resp"]).is_some()
        || matches!(
            place,
            "foot" | "bottom" | "end" | "margin" | "left" | "right"
        )
        || matches!(kind, "footnote" | "endnote" | "editorial" | "gloss")
}

fn gap_reason(tag: &Tag<'_>) -> GapReason {
    let reason = tag.value(&["reason"]).unwrap_or("").to_lowercase();
    let unit = tag.value(&["unit"]).unwrap_or("");
    let extent = tag.value(&["extent"]).unwrap_or("");
    let is = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    if is(&["inaudible", "unintelligible", "indistinct", "overlap"]) {
        GapReason::Inaudible
    } else if is(&["illegible", "damage", "faded", "unreadable"]) {
        GapReason::Illegible
    } else if is(&[
        "withheld",
        "classified",
        "redact",
        "censor",
        "anonymi",
        "deleted",
        "sanitized",
    ]) {
        GapReason::Withheld
    } else if reason == "extract" {
        GapReason::Extract
    } else if unit.starts_with("page") || extent.contains("page") {
        GapReason::PagesOmitted
    } else {
        GapReason::Omitted
    }
}

fn akoma_ntoso(tag: &Tag<'_>, around: Around<'_>) -> Role {
    match tag.name {
        "speech" | "question" | "answer" => Role::Turn,
        "from" => Role::Label,
        "heading" | "subheading" => Role::Heading,
        "narrative" | "summary" => Role::Narration,
        "scene" | "remark" => Role::Stage,
        "preface" | "coverPage" => Role::Header(HeaderKind::Other),
        "docTitle" => Role::Fact(Fact::Title),
        "docDate" => Role::Fact(Fact::Date),
        "authorialNote" | "note" => Role::Note(NoteKind::Other),
        "recordedTime" if around.part == Part::Label => Role::TimeMark,
        "omissis" => Role::Gap(GapReason::Omitted),
        "b" | "i" | "u" | "em" | "strong" => Role::Marked(MarkKind::Emphasis),
        "eol" | "br" => Role::LineEnd,
        "eop" => Role::PageBreak,
        "td" | "th" => Role::Item,
        "quotedStructure" | "embeddedStructure" => Role::Quotation,
        "recordedTime" | "sup" | "sub" | "span" | "a" | "ref" | "rref" | "mref" | "person"
        | "role" | "organization" | "concept" | "object" | "event" | "location" | "process"
        | "entity" | "date" | "time" | "docNumber" | "docProponent" | "docStage" | "docStatus"
        | "docCommittee" | "docIntroducer" | "docPurpose" | "docketNumber" | "docType"
        | "docAuthority" | "docJurisdiction" | "shortTitle" | "session" | "vote"
        | "legislature" | "quantity" | "def" | "term" | "ins" | "del" | "inline" | "mod"
        | "rmod" | "mmod" | "quotedText" | "embeddedText" | "affectedDocument" | "judge"
        | "lawyer" | "party" | "witness" | "opinion" | "outcome" | "change" | "argument"
        | "relatedDocument" | "img" | "marker" | "noteRef" | "placeholder" | "fillIn"
        | "decoration" | "signature" | "courtType" | "neutralCitation" | "decoratedText"
        | "abbr" | "font" | "small" => Role::Through,
        _ => Role::Block,
    }
}

fn publicwhip(tag: &Tag<'_>) -> Role {
    match tag.name {
        "speech" | "ques" | "reply" => {
            let is_nobody = tag
                .value(&["nospeaker"])
                .is_some_and(|value| value != "false");
            let is_somebody = tag
                .value(&["speakername", "speakerid", "person_id"])
                .is_some();
            if is_somebody && !is_nobody {
                Role::Turn
            } else {
                Role::Block
            }
        }
        "major-heading" | "minor-heading" | "oral-heading" | "section-heading" | "heading"
        | "title" => Role::Heading,
        "i" | "b" | "em" | "strong" => Role::Marked(MarkKind::Emphasis),
        "span" | "phrase"
            if tag
                .value(&["class"])
                .is_some_and(|class| class.eq_ignore_ascii_case("italic")) =>
        {
            Role::Marked(MarkKind::Emphasis)
        }
        "br" => Role::LineEnd,
        "td" | "th" => Role::Item,
        "a" | "span" | "phrase" | "sup" | "sub" | "font" | "small" | "u" | "q" | "abbr"
        | "citation" => Role::Through,
        _ => Role::Block,
    }
}
