//! `data/opensearch/…`: all turns to be loaded into OpenSearch or Elasticsearch, for an archive that outgrows search in a browser.
//!
//! Each turn is two lines: under which identifier it is kept, and the line that `data/turns.jsonl` has of it.

use super::{archive, pretty};
use crate::site::{ArchiveTable, BulkFile, Holds, Site};
use serde_json::{Map, Value, json};

/// Fields whose words are searched; all others are compared whole.
const WORDS: [&str; 3] = ["text", "title", "speaker"];

/// Fields that hold dates as EDTF, of which a search engine understands a year, month or day.
const DATES: [&str; 2] = ["date", "document_date"];

/// Longer values are kept and not compared: the limit of the engine itself is 32,766 bytes.
const LONGEST_COMPARED: usize = 8_000;

pub(super) fn render(site: &Site, file: BulkFile) -> String {
    match file {
        BulkFile::Instructions => instructions(site),
        BulkFile::Mapping => pretty(&mapping(site)),
        BulkFile::Turns(part) => turns(site, part),
    }
}

fn turns(site: &Site, part: usize) -> String {
    let parts = site.bulk_parts();
    let mut out = String::new();
    for (document, turn) in parts.get(part).into_iter().flatten() {
        let entry = &site.documents[*document];
        let id = format!("{}#{}", entry.id, entry.anchors.turn(*turn));
        let action = json!({ "index": { "_id": id } });
        out.push_str(&format!(
            "{action}\n{}\n",
            archive::line(site, entry, *turn)
        ));
    }
    out
}

/// What the fields are. One that is not among them is refused.
fn mapping(site: &Site) -> Value {
    let columns = ArchiveTable::Turns.columns().iter();
    let fields: Map<String, Value> = columns
        .map(|column| {
            let compared = json!({ "type": "keyword", "ignore_above": LONGEST_COMPARED });
            let field = match column.holds {
                Holds::Number => json!({ "type": "integer" }),
                _ if column.name == "text" => json!({ "type": "text", "analyzer": "folded" }),
                _ if WORDS.contains(&column.name) => {
                    json!({ "type": "text", "analyzer": "folded", "fields": { "whole": compared } })
                }
                _ if DATES.contains(&column.name) => json!({
                    "type": "keyword",
                    "fields": { "day": {
                        "type": "date",
                        "format": "strict_date||strict_year_month||strict_year",
                        "ignore_malformed": true,
                    } },
                }),
                Holds::Text | Holds::TextOrNothing | Holds::List => compared,
            };
            (column.name.to_owned(), field)
        })
        .collect();
    let meanings: Map<String, Value> = (ArchiveTable::Turns.columns().iter())
        .map(|column| {
            let meaning = site.interface.text(column.meaning);
            (column.name.to_owned(), Value::from(meaning))
        })
        .collect();
    json!({
        "settings": { "analysis": { "analyzer": { "folded": {
            "type": "custom",
            "tokenizer": "standard",
            "filter": ["lowercase", "asciifolding"],
        } } } },
        "mappings": { "dynamic": "strict", "_meta": meanings, "properties": fields },
    })
}

/// What to do with the files, for somebody who has a server.
fn instructions(site: &Site) -> String {
    let index = archive::name(&site.config.title);
    let n = site.bulk_parts().len();
    let files = match n {
        0 => "none".to_owned(),
        1 => "`turns-1.ndjson`".to_owned(),
        n => format!("`turns-1.ndjson` … `turns-{n}.ndjson`"),
    };
    format!(
        r#"# {title}: the turns for OpenSearch and Elasticsearch

| File | What it is |
|---|---|
| `mapping.json` | settings and fields of the index |
| {files} | the turns: two lines each, the identifier and the turn; no file is larger than 90 MB |

The fields are those of `../turns.jsonl`; `../turns.schema.json` describes them. A turn is kept under `DOCUMENT#ANCHOR`, so that loading a
later edition replaces it. `_meta` in the mapping says what each field means.

## Loading

With a server at `$SERVER` (`http://localhost:9200`, or with name and password), in this folder:

```sh
curl -f -X PUT "$SERVER/{index}" -H "Content-Type: application/json" --data-binary @mapping.json
for file in turns-*.ndjson; do
  curl -f -X POST "$SERVER/{index}/_bulk" -H "Content-Type: application/x-ndjson" --data-binary "@$file" -o answer.json
  grep -o '"errors":[a-z]*' answer.json
done
curl -X POST "$SERVER/{index}/_refresh"
curl "$SERVER/{index}/_count"
```

Each file should answer `"errors":false`; the count should be {count}. A later edition may have fewer turns: remove the index first
(`curl -X DELETE "$SERVER/{index}"`), then load it anew.

## Asking

```sh
curl "$SERVER/{index}/_search" -H "Content-Type: application/json" -d '{{
  "query": {{ "bool": {{
    "must": {{ "match_phrase": {{ "text": "security" }} }},
    "filter": [ {{ "range": {{ "date.day": {{ "gte": "1990", "lte": "1991" }} }} }} ]
  }} }},
  "aggs": {{ "speakers": {{ "terms": {{ "field": "speaker.whole" }} }} }},
  "highlight": {{ "fields": {{ "text": {{}} }} }}
}}'
```

`url` leads to the turn on the web. Where `translator` is not empty, the words are the translator’s. `attribution` says how we know who
speaks; `speaker_label` is the label as printed.
"#,
        title = site.config.title,
        count = site.n_turns(),
    )
}
