//! Whether JSON is as a JSON Schema says, for the words that our schemas use; any other word in a schema is a fault.
//!
//! The crate for it, `jsonschema`, brings some thirty others, and makes the browser's driver be built with other features.

use serde_json::Value;

/// What is not as the schema says, each with its place.
pub fn faults(schema: &Value, json: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, json, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, json: &Value, place: &str, found: &mut Vec<String>) {
    let mut fault = |what: String| found.push(format!("{place}: {what}"));
    let mut inner: Vec<(&Value, &Value, String)> = Vec::new();
    for (word, says) in schema.as_object().expect("a schema is an object") {
        match word.as_str() {
            "$schema" | "title" | "description" | "$defs" => {}
            "$ref" => {
                let path = says.as_str().unwrap().strip_prefix('#').unwrap();
                let there = root.pointer(path).expect("the schema has what it names");
                inner.push((there, json, place.to_owned()));
            }
            "type" => {
                let allowed: Vec<&Value> = says
                    .as_array()
                    .map_or_else(|| vec![says], |all| all.iter().collect());
                if !allowed
                    .iter()
                    .any(|kind| is_of(kind.as_str().unwrap(), json))
                {
                    fault(format!("{json} is not of {says}"));
                }
            }
            "enum" => {
                if !says.as_array().unwrap().contains(json) {
                    fault(format!("{json} is none of {says}"));
                }
            }
            "minimum" => {
                if json.as_f64() < says.as_f64() {
                    fault(format!("{json} is less than {says}"));
                }
            }
            "minItems" => {
                if json
                    .as_array()
                    .is_some_and(|items| (items.len() as u64) < says.as_u64().unwrap())
                {
                    fault(format!("fewer than {says}"));
                }
            }
            "maxItems" => {
                if json
                    .as_array()
                    .is_some_and(|items| items.len() as u64 > says.as_u64().unwrap())
                {
                    fault(format!("more than {says}"));
                }
            }
            "pattern" => {
                assert_eq!(says, "^t[0-9]", "the one pattern we use");
                let text = json.as_str().unwrap_or("");
                let rest = text.strip_prefix('t').unwrap_or("");
                if !rest.starts_with(|c: char| c.is_ascii_digit()) {
                    fault(format!("{json} is no anchor"));
                }
            }
            "required" => {
                for name in says.as_array().unwrap() {
                    if json.get(name.as_str().unwrap()).is_none() {
                        fault(format!("lacks {name}"));
                    }
                }
            }
            "items" => {
                for (index, item) in json.as_array().into_iter().flatten().enumerate() {
                    inner.push((says, item, format!("{place}/{index}")));
                }
            }
            "properties" => {
                for (name, schema) in says.as_object().unwrap() {
                    if let Some(value) = json.get(name) {
                        inner.push((schema, value, format!("{place}/{name}")));
                    }
                }
            }
            "additionalProperties" => {
                assert_eq!(says, &Value::Bool(false));
                let known = &schema["properties"];
                for name in json.as_object().into_iter().flat_map(serde_json::Map::keys) {
                    if known.get(name).is_none() {
                        fault(format!("has {name}, which the schema does not know"));
                    }
                }
            }
            other => fault(format!(
                "the schema says “{other}”, which this test does not know"
            )),
        }
    }
    for (schema, json, place) in inner {
        check(root, schema, json, &place, found);
    }
}

fn is_of(kind: &str, json: &Value) -> bool {
    match kind {
        "string" => json.is_string(),
        "null" => json.is_null(),
        "integer" => json.is_u64() || json.is_i64(),
        "boolean" => json.is_boolean(),
        "array" => json.is_array(),
        "object" => json.is_object(),
        other => panic!("no type {other}"),
    }
}
