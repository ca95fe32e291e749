//! Each field wrong, one by one: exactly one problem, which names the field, what was found, what is allowed
//! and what is done about it.

use serde_json::{Value, json};

use super::{full, good, messages, read, with};

/// Where, what is put there, and the whole message.
pub fn check(table: &[(&str, Value, &str)]) {
    for (pointer, value, message) in table {
        let (_, problems) = read(&with(pointer, value.clone()));
        assert_eq!(messages(&problems), [*message], "{pointer} = {value}");
    }
}

#[test]
fn a_full_configuration_has_no_problem() {
    good(&full());
}

#[test]
fn the_whole() {
    for (value, found) in [(json!(null), "nothing"), (json!([1]), "a list"), (json!("x"), "\"x\""), (json!(7), "7")] {
        let (config, problems) = read(&value);
        assert_eq!(config, Default::default());
        let expected = format!(
            "configuration: found {found}, expected a group of the fields name, logo, contact, programs, partners, theme, \
             language, exit, directory, events. The finder works without your programs."
        );
        assert_eq!(messages(&problems), [expected]);
    }
    let (config, problems) = read(&json!({}));
    assert_eq!(config, Default::default());
    assert_eq!(
        messages(&problems),
        [
            "name: found nothing, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. Visitors are not told who offers the finder.",
            "contact: found nothing, expected a group of the fields phone, text, email, link, address, hours. Visitors \
             are shown the SAMHSA National Helpline instead of you.",
            "programs: found nothing, expected a list of programs. Visitors see levels of care, and none of your programs.",
        ]
    );
}

#[test]
fn top_fields() {
    check(&[
        (
            "/name",
            json!(7),
            "name: found 7, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. Visitors are not told who offers the finder.",
        ),
        (
            "/name",
            json!("  "),
            "name: found \"\", expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. Visitors are not told who offers the finder.",
        ),
        (
            "/name",
            json!({}),
            "name: found no text, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. Visitors are not told who offers the finder.",
        ),
        (
            "/name/en",
            json!(true),
            "name.en: found true, expected text in one line of at most 1000 letters. It is left out.",
        ),
        (
            "/name/fr",
            json!("Centre"),
            "name.fr: found a field that is not known, expected one of en, es. It is left out.",
        ),
        (
            "/programs",
            json!({ "name": "IOP" }),
            "programs: found a group of fields, expected a list of programs. Visitors see levels of care, and none of your programs.",
        ),
        (
            "/language",
            json!("fr"),
            "language: found \"fr\", expected one of auto, en, es. The language of the page is used.",
        ),
        ("/language", json!(1), "language: found 1, expected one of auto, en, es. The language of the page is used."),
        (
            "/exit",
            json!("weather.gov"),
            "exit: found \"weather.gov\", expected a whole web address that begins with https://. The usual exit page is used.",
        ),
        (
            "/exit",
            json!("https://cedarbend.example"),
            "exit: found \"https://cedarbend.example\", expected a page that is not your own, such as a weather report. The usual exit page is used.",
        ),
        (
            "/exit",
            json!("https://www.cedarbend.example/x"),
            "exit: found \"https://www.cedarbend.example/x\", expected a page that is not your own, such as a weather report. The usual exit page is used.",
        ),
        (
            "/directory",
            json!("https://a.example"),
            "directory: found \"https://a.example\", expected a group of the fields name, url. FindTreatment.gov is shown.",
        ),
        (
            "/directory/url",
            json!("http://a.example"),
            "directory.url: found \"http://a.example\", expected a whole web address that begins with https:// (http: is not allowed). FindTreatment.gov is shown.",
        ),
        (
            "/directory/name",
            json!(null),
            "directory.name: found nothing, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. FindTreatment.gov is shown.",
        ),
        ("/events", json!("yes"), "events: found \"yes\", expected true or false. No events are sent."),
    ]);
}

#[test]
fn contact_fields() {
    let email = "expected one e-mail address, such as \"hello@example.org\". It is left out.";
    // Telephone numbers have a file of their own, `phones`. What is no text at all is left out.
    for (field, allowed) in [
        ("phone", "one telephone number with its area code, such as \"(555) 555-0100\" or \"+1 555 555 0100\""),
        ("text", "a number for text messages, such as \"(555) 555-0100\" or a short code of 5 or 6 digits"),
    ] {
        for (wrong, found) in
            [(json!(true), "true"), (json!([]), "an empty list"), (json!(""), "\"\""), (json!(0.5), "0.5")]
        {
            let (config, problems) = read(&with(&format!("/contact/{field}"), wrong));
            assert_eq!(
                messages(&problems),
                [format!("contact.{field}: found {found}, expected {allowed}. It is left out.")]
            );
            assert!(config.contact.phone.is_none() != config.contact.text.is_none());
        }
    }
    for wrong in
        ["hello", "a@b", "a@b.", "@b.c", "a@b.c?subject=x", "a@b.c,d@e.f", "mailto:a@b.c", "a b@c.d", "a@b@c.d"]
    {
        let (_, problems) = read(&with("/contact/email", json!(wrong)));
        assert_eq!(messages(&problems), [format!("contact.email: found \"{wrong}\", {email}")]);
    }
    check(&[
        (
            "/contact",
            json!("555"),
            "contact: found \"555\", expected a group of the fields phone, text, email, link, address, hours. Visitors are shown the SAMHSA National Helpline instead of you.",
        ),
        (
            "/contact",
            json!({}),
            "contact: found no way to reach you, expected a phone, text, email or link. Visitors are shown the SAMHSA National Helpline instead of you.",
        ),
        (
            "/contact",
            json!({ "hours": "always" }),
            "contact: found no way to reach you, expected a phone, text, email or link. Visitors are shown the SAMHSA National Helpline instead of you.",
        ),
        (
            "/contact",
            json!({ "fax": "1" , "link": "https://a.example" }),
            "contact.fax: found a field that is not known, expected one of phone, text, email, link, address, hours. It is left out.",
        ),
        (
            "/contact/address",
            json!("12 Elm Street"),
            "contact.address: found \"12 Elm Street\", expected a group of the fields lines, map. It is left out.",
        ),
        (
            "/contact/address/lines",
            json!(null),
            "contact.address.lines: found nothing, expected a list of lines, as on an envelope. It is left out.",
        ),
        (
            "/contact/address/lines",
            json!([]),
            "contact.address.lines: found an empty list, expected a list of lines, as on an envelope. It is left out.",
        ),
        (
            "/contact/address/lines/1",
            json!(62701),
            "contact.address.lines[1]: found 62701, expected text in one line of at most 1000 letters. It is left out.",
        ),
        (
            "/contact/address/map",
            json!("geo:1,2"),
            "contact.address.map: found \"geo:1,2\", expected a whole web address that begins with https://. It is left out.",
        ),
        (
            "/contact/hours",
            json!([9, 17]),
            "contact.hours: found a list, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. It is left out.",
        ),
    ]);
}

#[test]
fn a_text_without_any_right_language_is_lost() {
    let (config, problems) = read(&with("/programs/0/name", json!({ "en": 5, "es": "" })));
    let line = "expected text in one line of at most 1000 letters";
    assert_eq!(
        messages(&problems),
        [
            format!("programs[0].name.en: found 5, {line}. It is left out."),
            format!("programs[0].name.es: found \"\", {line}. It is left out."),
            format!("programs[0].name: found no text, {line}, or {{\"en\": …, \"es\": …}}. This program is left out."),
        ]
    );
    assert_eq!(config.programs.len(), 1);
}

#[test]
fn links() {
    for (wrong, why) in [
        ("http://a.example", " (http: is not allowed)"),
        ("javascript:alert(1)", " (javascript: is never allowed)"),
        ("JavaScript:alert(1)//https://a.example", " (javascript: is never allowed)"),
        ("data:text/html,x", ""),
        ("HTTPS://a.example", ""),
        ("file:///etc/hosts", ""),
        ("//a.example", ""),
        ("/evening", ""),
        ("a.example", ""),
        ("https:/a.example", ""),
        ("https://", ""),
        ("https:// a.example", ""),
        ("https://user@a.example", ""),
        ("https://a.example\\b", ""),
        ("https://a..example", ""),
        ("https://intranet", ""),
        ("https://a.example:99x", ""),
        ("https://a.example/<b>", ""),
        ("ftp://a.example", ""),
        ("mailto:a@b.example", ""),
    ] {
        let (config, problems) = read(&with("/programs/0/link", json!(wrong)));
        let expected = format!(
            "programs[0].link: found {}, expected a whole web address that begins with https://{why}. It is left out.",
            Value::from(wrong).to_string().replace("\\\\", "\\")
        );
        assert_eq!(messages(&problems), [expected]);
        assert_eq!(config.programs[0].link, None);
    }
    for right in [
        "https://a.example",
        "https://A.example:8443/b?c=d&e#f",
        "https://clínica.example/año",
        "http://localhost:8000/x",
        "https://127.0.0.1",
    ] {
        assert_eq!(good(&with("/programs/0/link", json!(right))).programs[0].link.as_deref(), Some(right));
    }
}
