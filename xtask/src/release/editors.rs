//! What editors read of the element, made from custom-elements.json: VS Code's custom data for HTML, and web-types for JetBrains.

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// The names of both in the package.
pub const HTML_DATA: &str = "html-data.json";
pub const WEB_TYPES: &str = "web-types.json";

/// Both files by their names, from the text of custom-elements.json.
pub fn files(manifest: &str, version: &str) -> Result<[(&'static str, String); 2]> {
    let manifest: Value = serde_json::from_str(manifest).context("reading custom-elements.json")?;
    let declared = manifest["modules"][0]["declarations"].as_array().context("it has no declarations")?;
    let element = declared.iter().find(|one| one["tagName"].is_string()).context("it has no element")?;
    let text = |data: Value| Ok::<_, anyhow::Error>(serde_json::to_string_pretty(&data)? + "\n");
    Ok([(HTML_DATA, text(html_data(element))?), (WEB_TYPES, text(web_types(element, version))?)])
}

fn list<'v>(element: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    element[name].as_array().into_iter().flatten()
}

/// The values that an attribute of a closed type can have: of `'a' | 'b'`.
fn values(attribute: &Value) -> Vec<&str> {
    let written = attribute["type"]["text"].as_str().unwrap_or_default();
    written.split(" | ").filter_map(|one| one.strip_prefix('\'')?.strip_suffix('\'')).collect()
}

fn html_data(element: &Value) -> Value {
    let attributes = list(element, "attributes").map(|one| {
        let mut told = json!({ "name": one["name"], "description": one["description"] });
        let values: Vec<Value> = values(one).into_iter().map(|value| json!({ "name": value })).collect();
        if !values.is_empty() {
            told["values"] = json!(values);
        }
        told
    });
    let tag = json!({
        "name": element["tagName"],
        "description": element["description"],
        "attributes": attributes.collect::<Vec<_>>(),
    });
    json!({ "version": 1.1, "tags": [tag] })
}

fn web_types(element: &Value, version: &str) -> Value {
    let told = |one: &Value| json!({ "name": one["name"], "description": one["description"] });
    let attributes = list(element, "attributes").map(|one| {
        let mut told = told(one);
        told["value"] = json!({ "type": one["type"]["text"] });
        if let Some(usual) = one["default"].as_str() {
            told["default"] = json!(usual.trim_matches('\''));
        }
        told
    });
    let all = |name: &str| list(element, name).map(told).collect::<Vec<_>>();
    let tag = json!({
        "name": element["tagName"],
        "description": element["description"],
        "attributes": attributes.collect::<Vec<_>>(),
        "slots": all("slots"),
        "js": { "events": all("events") },
        "css": { "properties": all("cssProperties") },
    });
    json!({
        "$schema": "https://json.schemastore.org/web-types.json",
        "name": "program-finder",
        "version": version,
        "description-markup": "markdown",
        "contributions": { "html": { "elements": [tag] } },
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::files;

    #[test]
    fn editors_are_told_of_every_attribute_event_and_property() {
        let text = include_str!("../../../packages/npm/custom-elements.json");
        let manifest: Value = serde_json::from_str(text).unwrap();
        let element = &manifest["modules"][0]["declarations"][0];
        let [html, web] = files(text, "1.2.3").unwrap().map(|(_, text)| serde_json::from_str::<Value>(&text).unwrap());
        let names = |list: &Value| -> Vec<String> {
            let all = list.as_array().unwrap();
            assert!(all.iter().all(|one| one["description"].as_str().is_some_and(|words| !words.is_empty())), "{list}");
            all.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
        };
        let (tag, typed) = (&html["tags"][0], &web["contributions"]["html"]["elements"][0]);
        assert_eq!((&tag["name"], &typed["name"]), (&element["tagName"], &element["tagName"]));
        assert_eq!(names(&tag["attributes"]), names(&element["attributes"]));
        assert_eq!(names(&typed["attributes"]), names(&element["attributes"]));
        assert_eq!(names(&typed["js"]["events"]), names(&element["events"]));
        assert_eq!(names(&typed["css"]["properties"]), names(&element["cssProperties"]));
        assert_eq!(names(&typed["slots"]).len(), element["slots"].as_array().unwrap().len());
        assert_eq!(web["version"], "1.2.3");
        let display = tag["attributes"].as_array().unwrap().iter().find(|one| one["name"] == "display").unwrap();
        assert_eq!(display["values"], serde_json::json!([{ "name": "inline" }, { "name": "dialog" }]));
        assert!(files("{}", "1.2.3").is_err());
    }
}
