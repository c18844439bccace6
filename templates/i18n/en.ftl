# The words of the site itself, in English: the texts that every other language translates.
#
# The syntax is that of Project Fluent (https://projectfluent.org/fluent/guide/). { $n } is a number: it is shown in groups of digits and
# chooses between [one] and *[other]. Other { $names } are put in as they are; { name-of-a-text } puts in another text of this file.
# <b>, <kbd> and the like stand around the same words in every language. Texts called script-… are said by scripts in the browser.

## Numbers, lists

number-separator = ,
list-and = { $first } and { $last }
percent = { $n }%
percent-under-one = under 1%

turns-n = { $n ->
    [one] { $n } turn
   *[other] { $n } turns
}
words-n = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
characters-n = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
words-in-turns = { words-n-of }, { turns-n-of }
words-n-of = { $words ->
    [one] { $words } word
   *[other] { $words } words
}
turns-n-of = { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}

## Dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-uncertain = { $date } (uncertain)
date-from = from { $date }
date-span = { $from } to { $to }
date-between = between { $from } and { $to }
date-not-stated = date not stated
month-with-day = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# A month without a day: “January 1991”.
month-alone = { month-with-day }
# “January 1991”, where scripts say it.
date-month-alone = { month-alone } { $year }
# For narrow places.
month-short = { $month ->
    [1] Jan.
    [2] Feb.
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] Aug.
    [9] Sept.
    [10] Oct.
    [11] Nov.
   *[12] Dec.
}

## Languages

language-name = { $language ->
    [ar] Arabic
    [bg] Bulgarian
    [cs] Czech
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [fa] Persian
    [fi] Finnish
    [fr] French
    [he] Hebrew
    [hu] Hungarian
    [it] Italian
    [ja] Japanese
    [ko] Korean
    [nl] Dutch
    [no] Norwegian
    [pl] Polish
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [sr] Serbian
    [sv] Swedish
    [tr] Turkish
    [uk] Ukrainian
    [vi] Vietnamese
    [zh] Chinese
   *[other] { $language }
}
# As in “translated from Russian”.
language-from = { language-name }
# As in “in English”.
language-in = { language-name }

## Every page

skip-to-content = Skip to content
nav-main = Main
nav-more = More
nav-documents = Documents
nav-timeline = Timeline
nav-people = People
nav-search = Search
nav-about = About
feed = Feed
search-button = Search
search-the-archive = Search the archive
search-description = { $archive }: search all that was said, by words, phrases, people and dates.
search-hint = Search { $n ->
    [one] { $n } turn
   *[other] { $n } turns
}
edition-dated = { $edition }, { $date }
errors-and-questions = Errors and questions:
made-with = Made with memcon from the texts as received. No cookies, no trackers, no other host.
scheme-title = Colors
scheme-system = as the system
scheme-light = light
scheme-dark = dark
not-stated = not stated
speaker-not-marked = Speaker not marked
turn-number = turn { $number }
who-speaks = Who speaks
who-speaks-all = Everyone who speaks
others-n = { $n ->
    [one] { $n } other
   *[other] { $n } others
}
turns-span = turns { $from } to { $to }
head-speaker = Speaker
head-document = Document
head-documents = Documents
head-turns = Turns
head-turn = Turn
head-words = Words
head-words-by-editors = Words by the editors
head-share = Share
row-all = All

## Drawings and rows of documents

legend-left-out = left out in the source, length not known
legend-not-marked = speaker not marked; in a speaker’s color: assigned by the editors
legend-all-others = { $name } and all others
score-turn = Turn { $number }: { $speaker }, { $words ->
    [one] { $words } word
   *[other] { $words } words
}
score-gap = { $printed } Length not known.
score-assigned = assigned by the editors to { $name }
score-not-marked = speaker not marked
reports-n = reports { $n ->
    [one] { $n } conversation
   *[other] { $n } conversations
}
published-on = published { $date }

## Home

home-extent = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { turns-n-of }, { $words ->
    [one] { $words } word spoken
   *[other] { $words } words spoken
}; { $people ->
    [one] { $people } person speaks
   *[other] { $people } people speak
}.
home-documents = Documents, in order of time
home-scale = The width of a bar is the number of words, to one scale for all documents.
search-what-was-said = Search what was said
home-search-help = Words find the turns that hold them all; <b>"quotation marks"</b> find an exact phrase; <b>confed*</b> finds a word’s beginning.
home-first = The earliest of them
home-some = The first of them
home-scale-first = The width of a bar is the number of words, to one scale for the documents listed here.
home-all = All { documents-n }, in the timeline
documents-n = { $n ->
    [one] { $n } document
   *[other] { $n } documents
}
home-latest = Latest additions and corrections
home-all-changes = All additions and corrections
changes-title = Additions and corrections
changes-lede = What was added to this archive and changed in it, latest first.
changes-description = { $archive }: what was added and changed, with dates.
changes-added = added.
changes-edition = This is: { $edition }.
corrections-title = Corrections of the text
corrections-lede = Words that are printed wrongly and what the editors read; the printed words stay in the text. They are listed in the order of the documents.
change-before = Before: “{ $words }”.
change-after = Now: “{ $words }”.
change-why = Why: { $reason }
change-by = Decided by { $name }.
turn-changed = Changed on { $date }:
home-everyone = Everyone who speaks, is present or is mentioned
counting = Turns and words by printed label or quotation.
counting-by-editors = What the editors assign stands apart, and is part of the share.
counting-nobody = { $words ->
    [one] { $words } word ({ $share } of all) in { turns-n-of } stands
   *[other] { $words } words ({ $share } of all) in { turns-n-of } stand
} without the name of who speaks, counted for nobody.

## Timeline

timeline-lede = The documents, and the conversations that documents report, year by year.
timeline-lede-part = { $n ->
    [one] { $n } entry: a conversation or a document.
   *[other] { $n } entries: conversations and documents.
}
timeline-years = Years
timeline-undated = Without a date
timeline-no-month = { $date }, month not stated
timeline-no-day = { $date }, day not stated
calendar-title = Calendar
calendar-day = { $date }: { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
description-part = { $part }. { $whole }
timeline-description = { $archive }: every document, and every conversation reported in one, in order of time.
timeline-told-in = told in “{ $title }”
timeline-quoted-in = { $n ->
    [one] { $n } turn quoted
   *[other] { $n } turns quoted
} in “{ $title }”
timeline-published = published; { reports-n }

## People

people-lede = Everyone who speaks, is present or is mentioned, as in the index of a book.
people-extent = { $people ->
    [one] { $people } person
   *[other] { $people } people
}; { $speakers ->
    [one] { $speakers } of them speaks
   *[other] { $speakers } of them speak
}.
people-description = { $archive }: everyone who speaks, is present or is mentioned, with the turns.
people-letters = Letters
people-known-from-labels = known only from labels
people-speaks = speaks
people-present = present, says nothing
people-mentioned = { $n ->
    [one] turn
   *[other] turns
}
people-in-narration = in narration:

## Other indexes

index-see = see
index-more = and { $n ->
    [one] { $n } more, in the timeline
   *[other] { $n } more, in the timeline
}
places-title = Places
places-lede = Where the talks were, as printed; the editors’ reading stands beside it.
places-description = { $archive }: the places of the talks, with the documents.
places-editors-only = (not printed; named by the editors)
glossary-title = Glossary
glossary-lede = Abbreviations and terms, what they stand for, and the turns they stand in. Expansions and notes are the editors’.
glossary-description = { $archive }: abbreviations and terms, with the turns they stand in.
glossary-more = and in { $n ->
    [one] { $n } more turn
   *[other] { $n } more turns
}
kinds-title = Kinds of documents
kinds-lede = The documents by kind, as the editors call it.
kinds-description = { $archive }: the documents by kind.
subjects-title = Subjects
subjects-lede = The documents by subject, as the editors describe them.
subjects-description = { $archive }: the documents by subject.

## A speaker's page

speaker-kicker = Speaker
speaker-extent = { $name } { speaker-extent-of }
speaker-extent-of = speaks in { $documents ->
    [one] one document
   *[other] { $documents } of { $all } documents
}; by label or quotation { turns-n-of }, { words-n-of }, { $share } of all that is said.
speaker-extent-everywhere = { $name } { speaker-extent-everywhere-of }
speaker-extent-everywhere-of = speaks in all { $documents } documents; by label or quotation { turns-n-of }, { words-n-of }, { $share } of all that is said.
speaker-by-editors = Beyond these, the editors assign { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
} with { words-n-of }, printed without a label.
speaker-description = { $name }: { $extent }
speaker-portrait = Portrait of { $name }
speaker-provisional = Known only from labels: no entry of the authority file fits.
speaker-search = Search what { $name } says
speaker-printed-as = Printed as
speaker-offices = Offices
speaker-other-names = Other names
speaker-added = Added by the editors
speaker-same-as = Also described at
present-silent = Present, says nothing
speaker-where = Where { $name } speaks
speaker-where-legend = In color: turns of { $name }. Outlined: everybody else’s. The width is the number of words; hatched is left out in the source.
speaker-by-document = Turns and words by document
speaker-words-by-document = Words by document
speaker-share = Share of the document
speaker-every-turn = Every turn, by its first words
speaker-assigned = Assigned by the editors.
speaker-mentioned-by = Who else mentions { $name }
speaker-everyone = Everyone in the archive
speaker-label-n = { $label } ({ $n ->
    [one] { $n } turn
   *[other] { $n } turns
})
speaker-in-document = { $date }, { $title }
speaker-mention-place = { $date }, turn { $number }
table-csv = { $table } (CSV)
table-capped = Shown are the first { $n } of { $all }; the CSV has all.
head-year = Year
head-conversations = Conversations
speaker-mention-n = { $label } ({ $n ->
    [one] { $n } mention
   *[other] { $n } mentions
})
speaker-first = first:
speaker-mentioned-as = Mentioned as
speaker-more-forms = { $n ->
    [one] { $n } more form in the CSV
   *[other] { $n } more forms in the CSV
}
speaker-names-table = Forms of the name
speaker-biography-by = Life: { $author }
speaker-by-year = Turns and words by year
speaker-year-words = { $year }: { words-n-of }
speaker-year-title = { $name }: { $year }
speaker-split = The turns stand on a page for each year.
speaker-with = With whom { $name } speaks
speaker-with-table = Who speaks in the same conversations
speaker-with-note = Everyone who speaks in the same conversations. A conversation with several records counts once. Turns next to each other: one follows the other, with nothing left out between them.
speaker-adjacent = Turns next to each other
speaker-distinctive = Distinctive words
speaker-distinctive-in = { $table } ({ $language })
speaker-distinctive-note = Words said more often than by all others: { $own } words of { $name } compared with { $others } words of everyone else in the same language, by label or quotation. Measure: log-likelihood (G²; Dunning 1993, Rayson and Garside 2000). Shown are words of three letters or more, without function words, used at least 5 times and with a G² of at least 15.13. Each leads to the turns.
speaker-distinctive-translated = Some of these texts are translations: their words are the translator’s.
speaker-distinctive-none = No word reaches both numbers.
speaker-word = Word
speaker-uses = Uses
speaker-uses-others = Uses by all others
speaker-g2 = G²
speaker-mentions-table = Mentions by others
speaker-turns-table = Every turn, in full
role-span = { $title }, { $from } to { $to }
role-from = { $title }, from { $from }
role-until = { $title }, until { $to }

## A conversation's page

conversation-kicker = Conversation
conversation-description = { $title }: when and where it was, who took part, and every record of it in this archive.
conversation-window = Conversation: { $title }
conversation-silent = Took part or was present; no words given
conversation-language = Language of the records
conversation-records = Records of it
conversation-parts = Documents that report it
conversation-records-n = { $n ->
    [1] The conversation, and its one record here
    [one] The conversation, and its { $n } record here
   *[other] The conversation, and its { $n } records here
}
conversation-timeline = In the timeline

## Records of one conversation, side by side

sides-title = The records side by side
sides-how = Turns that say the same stand beside each other. They are found by their order, by who speaks, by length and by names and words that the records share; the editors may correct it. Nothing is left out: a turn that no other record has stands alone.
sides-shared = { $n ->
    [one] { $n } place stands in more than one record.
   *[other] { $n } places stand in more than one record.
}
sides-alone = { $n ->
    [one] { $n } turn stands in no other record:
   *[other] { $n } turns stand in no other record:
}
sides-search = Search
sides-search-all = all records together
sides-search-one = only
sides-empty = Nothing in this record.
sides-not-quoted = Not quoted in this document.
sides-link = Link
sides-link-label = Link to this place: { $label }
sides-cite = Cite
sides-cite-label = Cite: { $label }
sides-address = Side by side:
sides-pinned = Set by the editors.
sides-differ = The records name different speakers.
turn-other = Compare:
turn-beside = Side by side<hidden>: turn { $number }</hidden>

## A document's page: head

kicker-plain = document
kicker-translation = { $kind } · { $to } translation from { $from }
kicker-in = { $kind } · in { $language }
kicker-from = { $kind } · translated from { $language }
document-by = By { $author }
document-to-text = To the text
document-whose = Whose record it is
document-when = When, where, who
document-summary = Summary
document-summary-by = by { $author }
document-summary-by-editors = by the editors
fact-not-stated = Not stated
fact-recorded-by = Recorded by
fact-note-taker = Note-taker
fact-nature = How made
nature-verbatim = verbatim
nature-notes = notes
nature-written-up-afterwards = written up afterwards
nature-quoted-in-print = quoted in print
fact-original-language = Original language
fact-language = Language here
fact-translator = Translator
counted-in = The words counted are those of the translator, in { $language }.
counted-in-translation = The words counted are those of the translator.
counted-in-translations = Where a text is a translation, the words counted are those of the translator.
fact-spoken = Languages spoken
fact-interpreter = Interpreter
fact-classification = Classification
fact-machine-read = Read by a machine
fact-lasting = Lasting address
fact-completeness = Completeness
fact-copies = Copies
fact-copies-oldest = Copies, oldest first
fact-date = Date
fact-published = Published
fact-place = Place
fact-author = Author
fact-publisher = Publisher
fact-archive = Archive
fact-reference = Reference
fact-rights = Rights
fact-printed = printed “{ $words }”
fact-from-record = from the editors’ record
fact-place-editors = (the editors: { $place })
head-by-label = By label or quotation
head-assigned = Assigned by the editors
head-nobody = Nobody’s
speakers-note = { $words ->
    [one] { $words } word
   *[other] { $words } words
} in { turns-n-of }.
speakers-note-unmarked = { $n ->
    [1] One turn stands without the name of who speaks; it is counted for nobody.
    [one] { $n } turn stands without the name of who speaks; it is counted for nobody.
   *[other] { $n } turns stand without the name of who speaks; they are counted for nobody.
}
conversations-title = { $n ->
    [1] One conversation is reported here
    [2] Two conversations are reported here
    [3] Three conversations are reported here
    [one] { $n } conversation is reported here
   *[other] { $n } conversations are reported here
}
conversation-told = told, not quoted
conversation-quoted = { turns-n-of }, { words-n-of } quoted
printed-head = As printed at the head of the document
printed-foot = As printed at the end of the document
drawing-how = How to read the drawing beside the text
drawing-bars = Each bar is a turn; its length is the number of words. A turn of a few words is drawn a little longer, so that it can be seen.
drawing-speakers = Each speaker has a color, a shape and a lane.
drawing-hatched = Hatched: left out in the source; how much is not known.
drawing-dashed = Dashed: speaker not marked; counted for nobody.
drawing-assigned = Dashed in a speaker’s lane and color: speaker not marked; assigned by the editors.
drawing-quoted = Only what is quoted as said is drawn, not what is told.
drawing-key = Share of words
drawing-table = The drawing as a table
drawing-table-label = Every turn
within-label = Search in this document
within-hint = Search this document
within-button = Find

## A document's page: the text

document-text = The text
turn-link = Link<hidden> to turn { $number }</hidden>
turn-source = Source<hidden> of turn { $number }</hidden>
turn-cite = Cite<hidden> turn { $number }</hidden>
turn-copy = Copy
turn-report = Report an error<hidden> in turn { $number }</hidden>
paragraph-link = Link to paragraph { $paragraph } of turn { $number }

# Anchors that are gone; a link to where they lead follows.
mark-merged = Formerly { $place }: now part of
mark-removed = Formerly { $place }: removed. It stood by
mark-nothing = Formerly { $place }: removed
place-paragraph = turn { $number }, paragraph { $paragraph }

person-because = { $name }: { $evidence }
evidence-listed = the label is listed for this person
evidence-full-name = the label is the person’s name
evidence-initials = initials and surname fit one person only
evidence-surname = the surname fits one person only
evidence-misspelt = a spelling of the surname that differs by a letter; the initials fit and nobody else is near
evidence-named-before = named by the narration before the quotation
evidence-markup = named in the file’s markup
evidence-takes-part = of those the label fits, only this one takes part in the document
evidence-seat = of those the label fits, only this one has the seat or party in the label
evidence-transliterated = another spelling of a name from another script
evidence-letters = the label is the initials of one name in the document
evidence-first-name = only one who takes part has this first name
evidence-head = the head of the document gives the full name
evidence-role = the head of the document names the person who asks or answers
evidence-office = the document or the authority file says who holds the office
evidence-labels-only = known only from labels
about-given-by-words = Given by the words “{ $words }”; the editors read { $name }: { $reason }
about-assigned = Assigned by the editors to { $name }: { $reason }
about-unmarked-quotation = Speaker not marked: nobody is named for this quotation.
about-unmarked-gap = Speaker not marked: nobody is named after the gap.
about-unmarked-label = Speaker not marked: the source names nobody.
about-ambiguous = The label fits { $names }; the editors have not decided who speaks.
about-collective = The label names a group, not a person.
about-unidentified = The source itself does not know who speaks.
about-named-by-words = Named by the words “{ $words }”.
about-named-in-markup = Named in the file’s markup, not in its text.
speaker-assigned-short = { $name } (assigned by the editors)
caption-pull-quote = Repeated by the source for show
caption-participants = Who was present, as the source prints it
caption-source = Where the text comes from, as the source prints it
caption-heading = Heading printed in the source
caption-proceedings = What the record reports
caption-vote = How it was voted, as the source prints it
caption-stage = Action or sound, as the source prints it
caption-time = Time printed in the source
caption-footnote = Footnote printed in the source
caption-note = Note printed in the source
editors-note = Editors’ note { $number }
editors-note-back = Editors’ note { $number }, back to the text
editors-note-mark = Editors’ note.
correction = Printed so; the editors read “{ $read }”
correction-back = Read “{ $read }”, back to the text
correction-by = Read so by { $name }.
correction-by-editors = Read so by the editors.
footnote = Footnote { $sign } of the source
footnote-back = Footnote { $sign }, back to the text
page-break = a page of the source ends here
page-break-pdf = page { $n } of the PDF begins here
page-of-pdf = page { $n } of the PDF
page-break-printed = a page of the source ends here; printed there: “{ $words }”

## A document's page: foot

contents-headings = Headings in this text
contents-turns = The longest turns
passage-link = Link to this passage
passage-cite = Cite this passage
keys-title = Keys for reading
keys-next = next turn
keys-previous = start of this turn, then the turn before
keys-marks = next, previous place of what was searched for
keys-search = search this document
keys-panel = this panel
keys-on = Keys are on
keys-close = Close
people-met-title = People mentioned in this text
terms-title = Abbreviations and terms in this text
set-title = How this text is set
set-said = What is said stands in a <said>book letter</said>; all else in the letter of this line.
set-brackets = Labels, spellings and square brackets are the source’s own. <supplied>[words]</supplied> under a dotted line were added to the sentence by the source’s edition; <stage>(actions)</stage> and <gloss>[words of the original]</gloss> are not counted as said.
set-page-break = A broken line stands where a page of the source ends.
set-page-break-sign = Broken line
set-notes = Numbered notes and whatever is said to be the editors’ come from this archive.
cite-document = Cite this document
cite-styles = In citation styles
cite-accessed = Add the date on which you read it, where your style asks for it.
downloads = Downloads
download-json = JSON
download-json-about = turns, labels, people, gaps and notes, for programs
download-text = Plain text
download-text-about = the turns with their speakers, to be read anywhere
download-ris = RIS
download-ris-about = for reference managers: Zotero, EndNote, Citavi
download-bibtex = BibTeX
download-bibtex-about = for LaTeX
download-csl = CSL-JSON
download-csl-about = for whatever formats citations
download-tei = TEI
download-tei-about = the document in the markup of scholarly editions (TEI P5), for programs and editors
download-akn = Akoma Ntoso
download-akn-about = the document as a debate in the markup of parliaments (Akoma Ntoso 3.0)
download-vtt = WebVTT
download-vtt-about = the turns as captions with their speakers, in the times of the source, for players
download-lines = Source with line numbers
download-lines-about = the text as received, each turn marked in it
download-source = Source text
download-source-about = the text as received, before anything was read into it
download-received = File as received
download-received-about = byte for byte
source-withheld = The file as received is withheld; what is published of it are the turns and the text around them on this page.
in-time = In time
earlier = Earlier: { $date }
later = Later: { $date }
same-conversation = Records of the same conversation: { $title }
same-conversation-earlier = Record of the same conversation, before this
same-conversation-later = Record of the same conversation, after this

## The source as received

source-kicker = Source as received
source-title = Source of { $title }
source-description = { $title } as received, line by line, with the turns found in it.
source-lede = The text of the file <b>{ $file }</b>, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}, before anything was read into it. Numbers at the left count its lines; “turn 7” leads to the turn that begins there.
source-read = Read the document
source-as-file = this text as a file
source-bytes = the file byte for byte
source-line = line { $number }

## Search

search-without-scripts = Search runs in your browser and needs scripts (JavaScript), which are switched off here or did not load.
search-other-ways = Everything can be read without them: <people>everyone named, and where</people>, <timeline>all talks in order of time</timeline>, or a document itself, with your browser’s own search.
search-help-title = What you can ask
search-help-words-example = common home
search-help-words = turns with all of these words; case and accents do not count
search-help-phrase-example = "common home"
search-help-phrase = these words next to each other, in this order
search-help-beginning-example = confed*
search-help-beginning = any letters in place of *, one in place of ?: at the beginning, inside or at the end of a word
search-help-or-example = war OR peace
search-help-or = turns with at least one of them; AND, which joins all words that stand side by side, binds closer; brackets ( ) as you like
search-help-not-example = germany NOT (berlin OR bonn)
search-help-not = turns without what follows NOT
search-help-near-example = germany near/5 nato
search-help-near = not more than five words from one to the next, in either order; also for phrases
search-help-as-typed-example = =gorbachev
search-help-as-typed = this word only as typed: otherwise names and terms are found in every form that this archive’s lists of people and terms have, and the page says which; also ="in quotation marks"
search-help-unspaced = Chinese, Japanese, Thai, Lao, Burmese and Khmer put no blanks between words: there each letter is a word, and what is typed without a blank is found wherever it stands.
search-help-mentions = only turns in which this person is mentioned
search-help-others = also <kbd>role:</kbd> (words of an office), <kbd>kind:</kbd>, <kbd>lang:</kbd>, <kbd>document:</kbd> and <kbd>conversation:</kbd>; <kbd>in:notes</kbd>, <kbd>in:narration</kbd>, <kbd>in:headings</kbd> in place of turns; NOT, OR and brackets hold for all of them
search-help-speaker = only this speaker’s turns, by surname, full name or identifier
search-help-date = only turns of this time; a day, a month, a year, or a span as in <kbd>date:{ $span }</kbd>
search-narrow = Narrow the search
search-speaker = Speaker
search-date = Date
search-from = From
search-to = to
search-date-hint = A year, month or day: 1990, 1990-05, 1990-05-25
search-document = Document
search-order = Order
search-best-first = best first
search-by-date = by date
search-apply = Apply
search-show-as = Show as
search-as-passages = passages
search-as-lines = concordance
search-by-document = by document
search-take = Hits as CSV
search-found = Turns found
search-pages = Pages of results
search-near = Not what you asked, but near it
search-wider = Wider readings

## Data

data-title = Data and downloads
data-lede = Everything here can be taken away, read by programs and kept.
data-description = { $archive }: downloads, the meaning of their fields, and where every character of the sources went.
data-whole = The whole archive
data-addresses-about = every address ever published, and where its words are now
data-turns-about = Every turn
data-speakers-about = Everyone who speaks
data-mentions-about = Every place where somebody is named
data-alignments-about = Which turns of several records of one conversation say the same, each pair once; and which stand alone
data-people-about = the authority file: names, offices and authorities of everyone who occurs
data-package-about = the tables described to programs (Frictionless Data Package)
data-schema-document-about = the form of each document’s JSON (JSON Schema)
data-schema-turns-about = the form of a line of turns.jsonl (JSON Schema)
data-licence-about = what may be done with the archive’s own texts and with each document
data-checksums-about = the checksum of every file of this site (sha256sum --check)
data-feed-about = the documents as an Atom feed
data-sitemap-about = the address of every page
data-oai-about = the documents for harvesters (OAI-PMH static repository)
data-sqlite-about = the whole archive as a SQLite database with an index of its words, for Datasette and SQL
data-bulk-about = how to load all turns into OpenSearch or Elasticsearch
data-bulk-mapping-about = the fields of the turns, for OpenSearch or Elasticsearch
data-bulk-turns-about = turns to be loaded into OpenSearch or Elasticsearch
data-documents-about = Every document, with whose record it is
data-by-document = By document
data-by-document-label = Downloads by document
data-withheld = withheld
data-fields = Tables and their columns
data-csv-rule = Each table is a CSV file for spreadsheets and a file of JSON objects, one a line, with the same columns. Several values in one cell of the CSV are parted by a semicolon and a blank. Where a cell of the CSV would begin with =, +, -, @, a tab or a line’s end, which spreadsheets take for a formula, an apostrophe stands before it; take it away to have the words as printed.
field-document = the document’s name in addresses
field-anchor = the turn’s address in the document’s page: t12
field-n = today’s position of the turn, from 1; for machines only
field-url = the turn’s published address, if the archive has one
field-title = the document’s title
field-conversation = the conversation, where the document reports several
field-date = the date of the talk (EDTF): the conversation’s, else the document’s
field-document-date = the date of the document (EDTF)
field-kind = the kind of document
field-turn-kind = labeled, quoted, attributed-quote or unmarked (no label after a gap)
field-speaker-label = the label as printed, without the mark at its end; null if none is printed
field-speaker = the person’s name; null if nobody is named
field-speaker-id = the person’s name in addresses
field-attribution = how we know: authority, record (the editors’ decision), provisional, ambiguous, collective, unidentified or unmarked
field-language = the language of the text (BCP 47)
field-archive-reference = where the original is kept
field-translator = who translated it
field-text = the words as printed, paragraphs joined by a blank line
field-document-url = the document’s published address; its place in this site where the archive has no address
field-date-talk = the date of the talk (EDTF): that of the first conversation where the document reports several
field-date-printed = the date as printed
field-place = the place as printed
field-place-editors = the place as the editors read it
field-original-language = the language it was translated from (BCP 47)
field-recorded-by = which side wrote it down, or who; empty where no source says
field-note-taker = who took the notes
field-nature = how the record was made: verbatim, notes, written up afterwards or quoted in print
field-spoken = the languages spoken (BCP 47); empty where no source says
field-interpreter = who interpreted; empty where no source says
field-chain = the copies from the original to the file, oldest first
field-classification = its classification, as printed
field-machine-read = by which machine the text was read or heard, and whether anybody looked it over
field-doi = the record’s DOI, without the resolver
field-ark = the record’s ARK, without the resolver
field-handle = the record’s Handle, without the resolver
field-completeness = whether the text is whole
field-author = the author, of an article
field-publisher = who published it
field-archive = the archive that holds it
field-rights = what may be done with it
field-subjects = what it is about, in the editors’ words
field-speakers = who speaks in it, by their names in addresses, most words first
field-n-turns = number of turns
field-n-words = number of words spoken, by the one counting rule; of a translated text, the words are the translator’s
field-added = when it came into the archive
field-name = the person’s name
field-sort-name = the name in an index
field-speaker-url = the published address of the speaker’s page; its place in this site where the archive has no address
field-status = authority (in the authority file) or provisional (known only from labels)
field-labels = the labels as printed
field-n-documents = number of documents
field-n-turns-by-editors = of the turns, those that the editors assigned
field-n-words-by-editors = of the words, those that the editors assigned
field-n-mentions = number of turns that mention the person
field-same-as = addresses of the same person in authority files
field-mention-anchor = the turn’s address in the document’s page; empty between turns
field-mention-url = the published address of the turn, else of the document
field-mentioned = the name in addresses of the person who is named
field-mention-text = the name as printed
field-alignment-conversation = the name in addresses of the conversation
field-other-document = the other record: the name in addresses of its document; empty where the turn stands alone
field-other-anchor = the turn’s address in the page of that document
field-other-url = the published address of that turn
field-set-by = who set them beside each other: program or editors
field-start = where it begins in the source text, in bytes of UTF-8
field-end = where it ends
account-title = Where every character went
account-lede = No text is lost in silence. Each character of a source that is not blank stands in a turn, in the text around the turns (titles, narration, notes, gaps), or is left out for a reason given below.
account-complete = The account is complete: nothing is lost.
account-incomplete = The account is not complete: some text is lost, which is a fault of memcon.
account-characters = Characters
account-in-turns = In turns
account-around = Around them
account-left-out = Left out
account-lost = Lost
account-reasons = What was left out, and why
reason-markup = markup
reason-furniture = page furniture
reason-time-mark = time mark
reason-hyphen = hyphen at a line’s end
reason-repeated = repeated in the source
reason-other-reading = another reading
reason-site-chrome = site chrome
unread-title = Files that could not be read

## This archive tested

tested-title = This archive tested
tested-description = { $archive }: what its build found of the principles for digital editions that are to last.
tested-lede = What lets a digital edition outlive its makers was written down by the Endings Project of the University of Victoria. This page says, principle by principle, what was found when this archive was built and every file of it was looked at. What a build cannot know is said to be not checked.
tested-principles = The Endings Principles
tested-holds = holds
tested-part = in part
tested-fails = does not hold
tested-unchecked = not checked
tested-data = Data
tested-formats = The data are kept in open formats
tested-formats-received = Sources by the format in which they came: { $list }.
tested-formats-given = Documents that are given as plain text, JSON and TEI, too: { $documents }.
tested-versions = Every change of the data is recorded
tested-versions-unseen = Whether the sources are under version control, a build does not see.
tested-versions-listed = Listed in this archive: additions and changes { $changes }, corrections of the text { $corrections }.
tested-account = The data are tested at every build
tested-account-fact = Characters in the sources: { $all }; left out and listed with the reason: { $dropped }; lost: { $lost }.
tested-unread-fact = Files that could not be read: { $unread }.
tested-documentation = Documentation
tested-models = Fields and values are described
tested-models-fact = Columns described on the page of data: { $columns }, in { $tables } tables; JSON is described by schemas.
tested-rights = It is said what may be done with the texts
tested-rights-fact = Documents with a statement of rights: { $n } of { $all }.
tested-rights-own = What may be done with the editors’ own texts is said at the foot of every page.
tested-rights-none = What may be done with the editors’ own texts is not said.
tested-processing = Processing
tested-checks = What goes in and what comes out is checked
tested-checks-fact = A build with an error writes nothing; this one had none. Files looked at after they were made: { $files }.
tested-rebuild = A change makes the whole anew
tested-rebuild-fact = Every build makes all files anew from the sources: { $files }. The same sources give the same bytes. Whether a build follows every change by itself was not checked.
tested-code = The program may pass away
tested-code-fact = The site is read without the program. Its source is open, and its version stands above.
tested-products = What is published
tested-static = Nothing runs on a server
tested-static-fact = Files, all of them lying ready: { $files } ({ $list }).
tested-standards = Nothing but HTML, CSS and JavaScript
tested-standards-fact = Pages: { $pages }; style sheets: { $styles }; scripts: { $scripts }; pages with a script or style inside them: { $inline }.
tested-requests = No other host is needed
tested-requests-none = Pages looked at: { $pages }; requests to other hosts: 0.
tested-requests-some = Requests to other hosts: { $n }. The first: { $page } asks for { $address }.
tested-requests-guarded = Pages that forbid their browser any such request: { $n } of { $pages }.
tested-addresses = Everything has a page with a plain address
tested-addresses-fact = Pages of documents: { $documents }; of speakers: { $speakers }; of conversations: { $conversations }. Links that need a query, except those to search: { $queries }.
tested-included = The data are part of what is published
tested-included-fact = Documents given with their source as received: { $n } of { $all }; all are in the tables of the page of data.
tested-alone = Every page stands by itself
tested-alone-fact = Each page holds its words, its way through the archive and its citation; style sheets, scripts and pictures are shared by all pages.
tested-graceful = Pages can be read without scripts and styles
tested-graceful-fact = Turns whose words stand in the page itself: { $n } of { $all }. Only search and small comforts need scripts.
tested-release = Editions
tested-planned = Editions are planned
tested-planned-fact = How editions are planned, a build does not see.
tested-coherent = An edition is whole and consistent
tested-links-fact = Links followed from page to page: { $links }; leading nowhere: 0.
tested-links-broken = Links followed from page to page: { $links }; addresses leading nowhere: { $n }. The first: { $page } leads to { $address }.
tested-edition = Every page says which edition it is
tested-edition-fact = Pages that name “{ $edition }”: { $n } of { $pages }.
tested-edition-undated = The edition has no date.
tested-edition-none = The archive names no edition.
tested-citation = It is said how to cite
tested-citation-fact = Citations, each of one thing: documents { $documents }, turns { $turns }.
tested-citation-address = Every citation names its published address.
tested-citation-none = The archive names no published address: citations have none.
tested-lasting = Addresses stay
tested-lasting-fact = Addresses of pages that are recorded: { $pages }; leading on to another: { $moved }; saying that something is not published any more: { $notices }. A build that would lose one stops.

## No page

# A published address whose page has another one now.
moved-title = This page has another address now
moved-lede = It is now:
moved-places = The places of the page
withdrawn-title = This document was withdrawn
withdrawn-lede = A document was published at this address. It was withdrawn.
withdrawn-lede-since = A document was published at this address. It was withdrawn on { $date }.
unpublished-title = This document is not published at present
unpublished-lede = A document was published at this address. It is not published at present.
notice-places = The places it had

not-found-title = Nothing at this address
not-found-lede = The address may be mistyped, or the page may never have been here. Published addresses of this archive are not taken away.
not-found-documents = All documents

## Pages of the archive’s own

page-essay = Essay
page-lesson = Lesson
page-cite = Cite this page
quoted-paragraph = turn { $number }, paragraph { $paragraph } of { $n }
quoted-paragraphs = turn { $number }, paragraphs { $from } to { $to } of { $n }
home-essays = To read and to teach with

## Scripts: reading a document

script-copy-impossible = This browser does not let a page copy.
script-copy-refused = This browser does not let this page copy.
script-address-copied = Address copied: { $address }
script-passage-copied = Address of the passage copied: { $address }
script-no-address = This copy on disk has no published address to copy.
script-citation-copied = Citation copied.
script-report-subject = Error in { $title }, turn { $number }
script-report-question = What is wrong, and how do you know?
script-report-words = In turn { $number }: “{ $words }”
script-report-edition = Edition: { $edition }
script-cite-style = Style
script-cite-own = this archive’s, with all caveats
script-cite-part = Cite
script-cite-whole = the whole turn
script-cite-paragraph = paragraph { $n }
script-marked-places = { $n ->
    [one] { $n } place for { $query }
   *[other] { $n } places for { $query }
}
script-marked-place = { $at } of { $n } for { $query }
script-previous = Previous
script-next = Next
script-without-marks = Without marks
script-marked-words = Marked words

## Scripts: search

script-list-or = { $first } or { $last }
script-month = { date-month-alone }
script-year = { date-year }
script-turns-n = { turns-n }
script-searching = Searching …
script-can-be-searched = { turns-n } can be searched.
script-found = { turns-n } found{ $asked }.
script-part-name = { $part ->
    [notes] Note
    [headings] Heading
   *[other] Narration
}
script-found-texts = { $n ->
    [one] { $n } text
   *[other] { $n } texts
} found{ $asked }.
script-nothing-found = Nothing found{ $asked }.
script-asked-words = { $asked } for { $query }
script-asked-filter = { $asked }, { $filter }
script-asked-speakers = spoken by { $names }
script-asked-nobody = speaker not known
script-asked-documents = in { $titles }
script-asked-title = “{ $title }”
script-asked-dated = dated { $date }
script-asked-span = dated { $from } to { $to }
script-asked-later = dated { $from } or later
script-asked-earlier = dated { $to } or earlier
script-around = Before and after
script-nothing-around = This document has no other turn.
script-also = Also for { $typed }: { $forms }.
script-as-typed = Only { $typed } as typed
script-mistake = This cannot be searched: { $why }.
script-mistake-status = The search cannot be read: { $why }.
script-not-loaded = The search could not be loaded.
script-file-missing = The search could not be loaded: the file { $file } is missing or damaged.
script-part-missing = Some of the archive could not be searched: a file is missing or damaged ({ $files }). Turns may be missing here.
script-script-missing = The search could not be loaded: a script of this page is missing or damaged.
script-previous-page = Previous page
script-next-page = Next page
script-page-of = Page { $page } of { $last }
script-offer-but-one = { $phrase } with another word, or none, in place of “{ $word }”
script-offer-loose-but-one = the words of { $phrase } but “{ $word }”, anywhere in a turn
script-offer-spelling = “{ $word }” in place of “{ $typed }”
script-offer-beginning = words that begin with “{ $beginning }” in place of “{ $typed }”
script-offer-question = with ? as a question mark
script-offer-neighbors = what was asked for in two turns that follow each other
script-offer-words = the words of { $phrase } anywhere in a turn
script-offer-without = all but { $phrase }
script-offer-unfiltered = the same without filters
script-nothing-wider = Wider readings find nothing else.
script-unclosed = this quotation mark is never closed
script-unclosed-bracket = this bracket is never closed
script-unopened-bracket = this bracket was never opened
script-empty-brackets = there is nothing between these brackets
script-too-deep = brackets stand in each other more than { $n } deep
script-operand = “{ $operator }” needs something to find on each side that it joins — in quotation marks it is a word like any other
script-near-number = “near” needs a number of words from 1 to 99, as in near/5
script-near-operand = “near” joins words, phrases, or brackets with OR between such
script-no-filter = there is no filter “{ $name }:”, only { $filters } — put the words in quotation marks to find them
script-say-value = say which, as in { $example }
script-star = a star stands for letters of a word and needs at least one letter beside it, as in confed*
script-empty-quotation = there is no word between these quotation marks
script-and-near = { $message }; did you mean { $choices }
script-nobody-mentioned = nobody mentioned or speaking here is called “{ $name }”
script-no-conversation = there is no conversation “{ $name }”
script-no-role = nobody speaks here as “{ $name }”
script-no-kind = there is no kind of document “{ $name }”
script-no-language = there is no document in the language “{ $name }”
script-no-part = there is no part “{ $name }”; write in:turns, in:notes, in:narration or in:headings
script-fits-several = “{ $name }” fits { $n } speakers: write { $choices }
script-nobody-called = nobody who speaks here is called “{ $name }”
script-no-document = there is no document “{ $name }”
script-no-date = “{ $date }” is no date; write 1990, 1990-05, 1990-05-25 or a span as in 1990-05..1991
script-span-reversed = the span of dates ends before it begins
script-not-known = not known
script-all-dates = { $date }: all dates again
script-not-marked = { speaker-not-marked }
script-turn-number = { turn-number }
script-by-editors = named by the editors
script-ambiguous = more than one person fits this label
script-by-narration = named by the narration
script-marked-more = { $n ->
    [1] Marked once more in this turn.
    [one] Marked { $n } more time in this turn.
   *[other] Marked { $n } more times in this turn.
}
