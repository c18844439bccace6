use super::super::tests::{read_as, said};
use crate::source::Format;

#[test]
fn an_open_quotation_mark_is_told_with_its_place() {
    let (document, told) = read_as(Format::Table, "speaker,text\nAnna,\"open\nBen,yes\n");
    assert_eq!(document, None);
    assert_eq!(
        told,
        [
            "2:6 broken-format: a quotation mark opens a cell and is never closed; the file was read as text"
        ]
    );
}

#[test]
fn rows_of_the_wrong_length_are_kept_and_told_once() {
    let text = "speaker,text\nAnna,one, two\nBen\nAnna,three,four\nBen,five\n";
    let (document, told) = read_as(Format::Table, text);
    assert_eq!(
        said(&document.unwrap()),
        ["Anna: one, two", "-: Ben", "Anna: three,four", "Ben: five"]
    );
    assert_eq!(
        told,
        [
            "2:1 odd-rows: row 2 has 3 cells where the first row has 2; its words are kept; so it is in rows 3, 4"
        ]
    );
}

#[test]
fn columns_found_by_what_they_hold_are_told() {
    let rows = "1|Anna|I think that it is a good day.\n2|Ben|I think so too, my friend.\n";
    let (document, told) = read_as(Format::Table, &rows.repeat(3));
    assert_eq!(document.unwrap().turns().count(), 6);
    assert_eq!(
        told,
        [
            "1:1 guessed-columns: the first row does not say which column is which; taken: speakers from column 2, words from column 3"
        ]
    );
}

#[test]
fn a_table_of_numbers_is_text() {
    let (document, told) = read_as(Format::Table, "1,2\n3,4\n");
    assert_eq!(document, None);
    assert_eq!(
        told,
        [
            "0:0 broken-format: no column of this table holds what is said; the file was read as text"
        ]
    );
}

#[test]
fn one_date_in_all_rows_is_the_documents() {
    let text = "date,speaker,text\n2019-05-04,A,one\n2019-05-04,B,two\n";
    let document = read_as(Format::Table, text).0.unwrap();
    assert_eq!(document.header.date.unwrap().edtf, "2019-05-04");
}

#[test]
fn a_separator_may_be_named_in_a_line_of_its_own() {
    let text = "sep=;\nspeaker;text\nA;one, two\nB;three\n";
    let document = read_as(Format::Table, text).0.unwrap();
    assert_eq!(said(&document), ["A: one, two", "B: three"]);
}
