//! The glue that wasm-bindgen writes, made to what is needed here.

use anyhow::{Context, Result, bail};

/// What wasm-bindgen writes for browsers and ways of use that there are not: found in the glue, and what stands there
/// instead. Together with [`complete`] 0.3 kB less to download.
const LEFT_OUT: [(&str, &str); 7] = [
    // What the browser's interfaces say of failure is passed over (src/web/dom.rs). Should one fail, the module stops.
    (
        "function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}
",
        "",
    ),
    // Every browser that the scripts are written down for (scripts.rs) has it.
    (
        "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
        "",
    ),
    // A module of ours can always make room for a longer text.
    (
        "    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
",
        "",
    ),
    // Safari wants a new decoder after two gigabytes. A visit decodes some hundred kilobytes.
    (
        "    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
",
        "",
    ),
    (
        "const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
",
        "",
    ),
    // A view of memory that has grown since has no bytes left. `detached` would say the same in newer browsers.
    (
        "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && \
         cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ),
    (
        "export function __wbg_set_wasm(val) {
    wasm = val;
}
",
        "",
    ),
];

/// What the glue lacks: it starts a module, and gives its memory.
const START: &str = r#"
export const start = async (bytes) => {
    const { instance } = await WebAssembly.instantiate(bytes, { "./program_finder_bg.js": imports });
    wasm = instance.exports;
    wasm.__wbindgen_start?.();
    return wasm.memory;
};
"#;

/// The glue with a way to start the module. The functions that the module imports become members of one object: as exports
/// of a script that imports itself each would be named three times.
pub fn complete(glue: &str) -> Result<String> {
    let (mut own, mut imports) = (String::new(), String::new());
    let mut rest = glue;
    while let Some((before, function)) = rest.split_once("export function __wb") {
        let first = function.lines().next().unwrap_or_default();
        let end = if first.contains("return handleError(") { "\n}, arguments); }\n" } else { "\n}\n" };
        let (function, behind) = function.split_once(end).with_context(|| format!("no end of __wb{first}"))?;
        own += before;
        imports += &format!("__wb{function}{},\n", end.trim_end());
        rest = behind;
    }
    Ok(format!("{own}{rest}const imports = {{\n{imports}}};\n{START}"))
}

/// The glue without what visitors' browsers never come to.
pub fn lean(glue: &str) -> Result<String> {
    let mut text = glue.to_owned();
    for (from, to) in LEFT_OUT {
        if !text.contains(from) {
            bail!(
                "this version of wasm-bindgen writes its glue differently: LEFT_OUT in build/glue.rs has to follow. {from}"
            );
        }
        text = text.replace(from, to);
    }
    Ok(text.replace("() { return handleError(function ", "").replace("\n}, arguments); }\n", "\n}\n"))
}

#[cfg(test)]
mod tests {
    use super::{START, complete, lean};

    #[test]
    fn what_the_module_imports_is_one_object() {
        let glue = "export class Finder {\n}\nexport function __wbg_a_1(arg0) {\n    if (arg0) {\n    }\n}\n\
            export function __wbg_b_2() { return handleError(function (arg0) {\n    arg0.b();\n}, arguments); }\nlet wasm;\n";
        assert_eq!(
            complete(glue).unwrap(),
            format!(
                "export class Finder {{\n}}\nlet wasm;\nconst imports = {{\n\
                 __wbg_a_1(arg0) {{\n    if (arg0) {{\n    }}\n}},\n\
                 __wbg_b_2() {{ return handleError(function (arg0) {{\n    arg0.b();\n}}, arguments); }},\n}};\n{START}"
            )
        );
        assert!(complete("export function __wbg_a_1() {").is_err());
    }

    #[test]
    fn glue_of_another_kind_is_told() {
        assert!(lean("let wasm;").unwrap_err().to_string().contains("handleError"));
    }
}
