//! `docs/src/templates.md` tells what each template may use. It is written from the view structs in `src/pages`, and this test holds the two
//! equal: `UPDATE_GOLDEN=1 cargo test --test templates` writes it anew.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use syn::{Attribute, Fields, GenericArgument, Item, PathArguments, Type, UseTree};

/// A struct or enum that templates see.
struct View {
    /// File, inside `src/pages`.
    file: String,
    doc: String,
    shape: Shape,
}

enum Shape {
    Fields(Vec<Field>),
    /// One of several, told apart by the field `is`.
    OneOf(Vec<(String, Vec<Field>)>),
}

struct Field {
    name: String,
    doc: String,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Plain(&'static str),
    View(String),
    /// A view that holds others: under one letter, people or terms.
    Holding(String, Box<Kind>),
    Maybe(Box<Kind>),
    List(Box<Kind>),
}

/// The views by name, and for each file from which module it takes a name.
#[derive(Default)]
struct Views {
    by_name: BTreeMap<String, Vec<View>>,
    taken: BTreeMap<(String, String), String>,
}

const HEAD: &str = "\
# Templates

What the templates of a theme may use. Copy a file of `templates/` into the folder `templates` of your archive and change it: it takes the place of ours, and so does a file of the same name in `static/`. The templates are written in the language of [Tera](https://keats.github.io/tera/).

- A field whose name ends in `_html` is markup and is placed with `| safe`. All else is escaped; never put `| safe` on it, for it may come from a transcript.
- `t(id=\"…\")` says a text of the interface, `t_html(id=\"…\")` one with marks in it; the texts are in `templates/i18n/en.ftl`.
- Every page has a `frame`, whose fields are told under base.html: `frame.site_title`. A part in `templates/parts/` uses what the template that includes it has set.
- The files of `static/css/` are joined into one style sheet, `css/tokens.css` first, then in order of their names, and into a lighter one for the page of search, without `comfort.css`, `document.css`, `lists.css`, `pages.css`, `paper.css`, `score.css`, `sides.css`, `source.css` and `turn.css`; so are the scripts `js/reading.js` and `js/reading-*.js` of a document's page, and most of the scripts `js/search-*.js`. Comment lines and indentation are not published. Pages allow no script and no style inside them, and nothing from other hosts.
- A mistake in a template stops the build with its file, line and column. A field that a page does not have is a mistake.

*May be missing* means: test for it with `{% if … %}`.

This file is made from the program by a test (`tests/templates.rs`).
";

/// What to do when a view has changed.
const AGAIN: &str = "write it anew with UPDATE_GOLDEN=1 cargo test --test templates";

#[test]
fn what_templates_may_use_is_told_field_by_field() {
    let views = views();
    let mut out = HEAD.to_owned();
    let mut told = BTreeSet::new();
    let mut roots: Vec<(String, &str, &View)> = views
        .by_name
        .iter()
        .flat_map(|(name, all)| all.iter().map(move |view| (name.as_str(), view)))
        .filter_map(|(name, view)| Some((template(&view.doc)?, name, view)))
        .collect();
    // What all pages share comes first.
    roots.sort_by_key(|(template, ..)| (template != "base.html", template.clone()));
    assert!(roots.len() > 12);
    for (template, name, view) in &roots {
        out.push_str(&format!("\n## {template}\n"));
        table(&mut out, view);
        told.insert((view.file.clone(), (*name).to_owned()));
        inner(&mut out, &views, view, &mut told);
    }
    let path = support::root().join("docs/src/templates.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &out).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    for (line, (is, should)) in written.lines().zip(out.lines()).enumerate() {
        assert_eq!(is, should, "docs/src/templates.md:{}: {AGAIN}", line + 1);
    }
    assert_eq!(written.lines().count(), out.lines().count(), "{AGAIN}");
}

#[test]
fn every_template_of_a_page_is_told_of() {
    let told = fs::read_to_string(support::root().join("docs/src/templates.md")).unwrap();
    for entry in fs::read_dir(support::root().join("templates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if std::path::Path::new(&name)
            .extension()
            .is_some_and(|e| e == "html")
        {
            assert!(told.contains(&format!("\n## {name}\n")), "{name}");
        }
    }
}

/// “Everything `templates/home.html` may use.”
fn template(doc: &str) -> Option<String> {
    let rest = doc.strip_prefix("Everything `")?;
    let name = rest.split('`').next()?;
    Some(name.trim_start_matches("templates/").to_owned())
}

/// The views inside a view, each told once.
fn inner(out: &mut String, views: &Views, view: &View, told: &mut BTreeSet<(String, String)>) {
    let fields: Vec<&Field> = match &view.shape {
        Shape::Fields(fields) => fields.iter().collect(),
        Shape::OneOf(kinds) => kinds.iter().flat_map(|(_, fields)| fields).collect(),
    };
    for name in fields.iter().flat_map(|field| inside(&field.kind)) {
        let found = find(views, name, &view.file);
        let name = name.rsplit("::").next().unwrap_or(name);
        if template(&found.doc).is_some() || !told.insert((found.file.clone(), name.to_owned())) {
            continue;
        }
        out.push_str(&format!("\n### {}\n", heading(views, name, found)));
        if !found.doc.is_empty() {
            out.push_str(&format!("\n{}\n", found.doc));
        }
        table(out, found);
        inner(out, views, found, told);
    }
}

/// The views a field holds.
fn inside(kind: &Kind) -> Vec<&str> {
    match kind {
        Kind::Plain(_) => Vec::new(),
        Kind::View(name) => vec![name],
        Kind::Holding(name, kind) => std::iter::once(name.as_str()).chain(inside(kind)).collect(),
        Kind::Maybe(kind) | Kind::List(kind) => inside(kind),
    }
}

/// The view of that name: that of the same file, else of the module it is taken from, else the only one.
fn find<'a>(views: &'a Views, name: &str, file: &str) -> &'a View {
    let (path, name) = name.rsplit_once("::").unwrap_or(("", name));
    let all = views
        .by_name
        .get(name)
        .unwrap_or_else(|| panic!("{file} shows a {name}, which is no view"));
    let taken = views.taken.get(&(file.to_owned(), name.to_owned()));
    let module = match taken.map_or(path, String::as_str) {
        "super" => file.rsplit('/').nth(1).unwrap_or_default(),
        module => module,
    };
    let is_there = |view: &&View| {
        let stem = view.file.trim_end_matches(".rs");
        stem.rsplit('/').next() == Some(module)
    };
    all.iter()
        .find(|view| view.file == file && path.is_empty())
        .or_else(|| all.iter().find(is_there))
        .unwrap_or_else(|| match all.as_slice() {
            [only] => only,
            _ => panic!("{file}: two views are called {name}"),
        })
}

/// A name of its own for a view, in words.
fn heading(views: &Views, name: &str, view: &View) -> String {
    if views.by_name[name].len() == 1 {
        return name.to_owned();
    }
    format!("{name} ({})", view.file)
}

fn table(out: &mut String, view: &View) {
    match &view.shape {
        Shape::Fields(fields) => rows(out, fields),
        Shape::OneOf(kinds) => {
            for (name, fields) in kinds {
                out.push_str(&format!("\nWhere `is` is `{name}`:\n"));
                rows(out, fields);
            }
        }
    }
}

fn rows(out: &mut String, fields: &[Field]) {
    out.push_str("\n| Field | Holds | |\n|---|---|---|\n");
    for field in fields {
        let doc = field.doc.replace('|', "\\|");
        out.push_str(&format!(
            "| `{}` | {} | {doc} |\n",
            field.name,
            words(&field.kind)
        ));
    }
}

fn words(kind: &Kind) -> String {
    match kind {
        Kind::Plain(words) => (*words).to_owned(),
        Kind::View(name) => name.rsplit("::").next().unwrap_or(name).to_owned(),
        Kind::Holding(name, kind) => format!("{name} of {}", words(kind)),
        Kind::Maybe(kind) => format!("{}; may be missing", words(kind)),
        Kind::List(kind) => format!("list of {}", words(kind)),
    }
}

/// All structs and enums under `src/pages` that templates see, by name.
fn views() -> Views {
    let folder = support::root().join("src/pages");
    let mut views = Views::default();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let file = entry.path().strip_prefix(&folder).unwrap();
        let file = file.to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(entry.path()).unwrap();
        for item in syn::parse_file(&text).unwrap().items {
            let (name, attributes) = match &item {
                Item::Struct(item) => (item.ident.to_string(), &item.attrs),
                Item::Enum(item) => (item.ident.to_string(), &item.attrs),
                Item::Use(item) => {
                    take(&mut views, &file, "", &item.tree);
                    continue;
                }
                _ => continue,
            };
            // Markup itself is the one view that is a value.
            if !is_serialized(attributes) || name == "Html" {
                continue;
            }
            let doc = doc(attributes);
            let shape = shape(&item);
            let file = file.clone();
            views
                .by_name
                .entry(name)
                .or_default()
                .push(View { file, doc, shape });
        }
    }
    views
}

/// Remembers from which module a file takes its names.
fn take(views: &mut Views, file: &str, module: &str, tree: &UseTree) {
    match tree {
        UseTree::Path(path) => take(views, file, &path.ident.to_string(), &path.tree),
        UseTree::Group(group) => {
            for tree in &group.items {
                take(views, file, module, tree);
            }
        }
        UseTree::Name(name) => {
            let key = (file.to_owned(), name.ident.to_string());
            views.taken.insert(key, module.to_owned());
        }
        UseTree::Rename(_) | UseTree::Glob(_) => {}
    }
}

fn shape(item: &Item) -> Shape {
    match item {
        Item::Struct(item) => Shape::Fields(fields(&item.fields)),
        Item::Enum(item) => Shape::OneOf(
            item.variants
                .iter()
                .map(|variant| {
                    let name = kebab(&variant.ident.to_string());
                    (name, fields(&variant.fields))
                })
                .collect(),
        ),
        _ => unreachable!("only structs and enums are asked for"),
    }
}

fn fields(fields: &Fields) -> Vec<Field> {
    fields
        .iter()
        .filter(|field| !is_skipped(&field.attrs))
        .map(|field| Field {
            // The fields of the view in a variant are those of the variant.
            name: field
                .ident
                .as_ref()
                .map_or_else(|| "…".to_owned(), ToString::to_string),
            doc: doc(&field.attrs),
            kind: kind(&field.ty),
        })
        .collect()
}

fn kind(ty: &Type) -> Kind {
    match ty {
        Type::Reference(reference) => kind(&reference.elem),
        Type::Slice(slice) => Kind::List(Box::new(kind(&slice.elem))),
        Type::Array(array) => Kind::List(Box::new(kind(&array.elem))),
        Type::Path(path) => {
            let last = path.path.segments.last().unwrap();
            let argument = || match &last.arguments {
                PathArguments::AngleBracketed(arguments) => arguments
                    .args
                    .iter()
                    .find_map(|argument| match argument {
                        GenericArgument::Type(ty) => Some(Box::new(kind(ty))),
                        _ => None,
                    })
                    .unwrap(),
                _ => panic!("a list or box of nothing"),
            };
            match last.ident.to_string().as_str() {
                "Option" => Kind::Maybe(argument()),
                "Vec" => Kind::List(argument()),
                "Box" | "Cow" => *argument(),
                "String" | "str" => Kind::Plain("text"),
                "bool" => Kind::Plain("true or false"),
                "usize" | "u8" | "u32" | "u64" | "i32" | "i64" => Kind::Plain("number"),
                "Html" => Kind::Plain("markup"),
                // What a view holds that others hold too: its field says `Vec<T>`.
                "T" => Kind::Plain("what it is asked for"),
                name => {
                    if has_view(&last.arguments) {
                        return Kind::Holding(name.to_owned(), argument());
                    }
                    let mut modules = path.path.segments.iter().rev().skip(1);
                    let module = modules.next().map(|module| format!("{}::", module.ident));
                    Kind::View(module.unwrap_or_default() + name)
                }
            }
        }
        _ => panic!("a type that templates cannot be told of"),
    }
}

/// `<TermView<'a>>`, not `<'a>`.
fn has_view(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return false;
    };
    let mut arguments = arguments.args.iter();
    arguments.any(|argument| matches!(argument, GenericArgument::Type(_)))
}

fn is_serialized(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let mut found = false;
        if attribute.path().is_ident("derive") {
            let _ = attribute.parse_nested_meta(|meta| {
                found |= meta.path.is_ident("Serialize");
                Ok(())
            });
        }
        found
    })
}

fn is_skipped(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let mut found = false;
        if attribute.path().is_ident("serde") {
            let _ = attribute.parse_nested_meta(|meta| {
                found |= meta.path.is_ident("skip");
                Ok(())
            });
        }
        found
    })
}

/// The doc comment, as one line.
fn doc(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let syn::Meta::NameValue(pair) = &attribute.meta else {
            return None;
        };
        let syn::Expr::Lit(value) = &pair.value else {
            return None;
        };
        match &value.lit {
            syn::Lit::Str(text) if pair.path.is_ident("doc") => Some(text.value()),
            _ => None,
        }
    });
    let lines: Vec<String> = lines.map(|line| line.trim().to_owned()).collect();
    lines.join(" ")
}

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}
