//! What the names of elements mean for lines and paragraphs.

use super::super::blocks::Gap;

/// How far an element stands from what is before and after it; `None` for elements inside a line.
pub(super) fn block_gap(name: &str) -> Option<Gap> {
    match name {
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav"
        | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "pre" | "listing" | "xmp"
        | "plaintext" | "table" | "ul" | "ol" | "menu" | "dl" | "dt" | "figure" | "figcaption"
        | "caption" | "center" | "address" | "form" | "fieldset" | "legend" | "details"
        | "summary" | "dialog" | "hgroup" | "body" | "search" => Some(Gap::Blank),
        "tr" | "li" | "dd" | "option" | "optgroup" => Some(Gap::Line),
        _ => None,
    }
}

/// Elements that hold blocks and are closed by a tag.
pub(super) fn is_container(name: &str) -> bool {
    matches!(
        name,
        "body"
            | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "center"
            | "table"
            | "form"
            | "blockquote"
            | "ul"
            | "ol"
            | "dl"
            | "figure"
            | "fieldset"
            | "details"
            | "dialog"
            | "search"
    )
}

/// Elements whose end tag is often left out.
pub(super) fn ends_by_itself(name: &str) -> bool {
    matches!(
        name,
        "p" | "li"
            | "dt"
            | "dd"
            | "tr"
            | "td"
            | "th"
            | "tbody"
            | "thead"
            | "tfoot"
            | "option"
            | "optgroup"
            | "colgroup"
            | "html"
            | "head"
            | "body"
    )
}

/// Elements without content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "basefont"
            | "frame"
            | "keygen"
    )
}

/// Elements whose content is no text of the page.
pub(super) fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "noembed"
            | "iframe"
            | "svg"
            | "canvas"
            | "video"
            | "audio"
            | "object"
            | "datalist"
    )
}
