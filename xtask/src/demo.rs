//! `cargo xtask demo`: a provider's page with the finder on it, on this machine.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::build::{self, sizes};
use crate::tools;

/// Where the demo answers unless told otherwise.
pub const PORT: u16 = 8080;

pub const HELP: &str = "\
Build, and serve a provider's page with the finder on it.

Usage: cargo xtask demo [--port N] [--no-build]

The page is that of www/demo; the files of dist/ are under /program-finder/, compressed as a good server does.
Only this machine can reach it. Ctrl-C ends it.

Options:
  -p, --port N   The port, 8080 if not given; 0 takes a free one and prints it
      --no-build Serve dist/ as it is
  -h, --help     This text
";

/// Where the page loads the finder from.
const FINDER: &str = "/program-finder/";

/// Serves until ended.
pub fn serve(port: u16) -> Result<()> {
    let site = Site::new(tools::root().join("www/demo"), build::dist())?;
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("port {port} can't be had; --port 0 takes a free one"))?;
    let address = server.server_addr().to_ip().context("the server has no address")?;
    println!("http://{address}/");
    tools::say("serving the demo; Ctrl-C ends it");
    io::stdout().flush()?;
    thread::scope(|threads| {
        // Compressed while nobody waits for it.
        threads.spawn(|| site.warm());
        for _ in 0..4 {
            threads.spawn(|| {
                for request in server.incoming_requests() {
                    // A visitor who has gone away is no failure of the server's.
                    let _ = site.answer(request);
                }
            });
        }
    });
    Ok(())
}

/// The provider's site.
struct Site {
    page: PathBuf,
    dist: PathBuf,
}

impl Site {
    fn new(page: PathBuf, dist: PathBuf) -> Result<Site> {
        if !page.join("index.html").is_file() {
            bail!("{} has no index.html", page.display());
        }
        if !dist.join("program-finder.js").is_file() {
            bail!("{} has no program-finder.js: `cargo xtask build` writes it", dist.display());
        }
        Ok(Site { page, dist })
    }

    /// Compresses what visitors will ask for. A build that was measured has done so already.
    fn warm(&self) {
        for file in fs::read_dir(&self.dist).into_iter().flatten().flatten() {
            if let Ok(bytes) = fs::read(file.path()) {
                compressed(&file.path(), &bytes);
            }
        }
    }

    /// The file that an address means, if it means one.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let path = url.split(['?', '#']).next()?;
        let (folder, rest) = match path.strip_prefix(FINDER) {
            Some(rest) => (&self.dist, rest),
            None => (&self.page, path.strip_prefix('/')?),
        };
        // Nothing outside the two folders is ever served.
        let plain = Path::new(rest).components().all(|part| matches!(part, Component::Normal(_)));
        let file = folder.join(rest);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        (plain && file.is_file()).then_some(file)
    }

    fn answer(&self, request: Request) -> io::Result<()> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return request.respond(plain("This server only answers GET and HEAD.\n", 405));
        }
        let Some(path) = self.file(request.url()) else {
            return request.respond(plain("There is no such page.\n", 404));
        };
        let kind = kind(&path);
        let mut bytes = fs::read(&path)?;
        let mut headers = vec![
            header("Content-Type", kind.name),
            header("Cache-Control", "no-cache"),
            header("Vary", "Accept-Encoding"),
        ];
        if kind.text && path.starts_with(&self.dist) && takes_brotli(&request) {
            bytes = compressed(&path, &bytes);
            headers.push(header("Content-Encoding", "br"));
        }
        if path.starts_with(&self.dist) {
            // A page with Cross-Origin-Embedder-Policy may use the files too: the frame has no origin of its own.
            headers.push(header("Cross-Origin-Resource-Policy", "cross-origin"));
        }
        let mut response = Response::from_data(bytes).with_chunked_threshold(usize::MAX);
        for header in headers {
            response.add_header(header);
        }
        request.respond(response)
    }
}

fn compressed(file: &Path, bytes: &[u8]) -> Vec<u8> {
    sizes::brotli(&file.file_name().unwrap_or_default().to_string_lossy(), bytes)
}

fn plain(text: &str, code: u16) -> Response<io::Cursor<Vec<u8>>> {
    let mut response = Response::from_string(text).with_status_code(code);
    response.add_header(header("Content-Type", "text/plain; charset=utf-8"));
    response
}

fn header(name: &'static str, value: &'static str) -> Header {
    // Both are plain ASCII of ours.
    Header::from_bytes(name, value).expect("a valid header")
}

fn takes_brotli(request: &Request) -> bool {
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    accepted.is_some_and(|header| header.value.as_str().split(',').any(|coding| coding.trim() == "br"))
}

/// What a file is.
struct Kind {
    name: &'static str,
    /// Whether compression makes it smaller.
    text: bool,
}

fn kind(path: &Path) -> Kind {
    let (name, text) = match path.extension().and_then(|end| end.to_str()) {
        Some("html") => ("text/html; charset=utf-8", true),
        Some("js" | "mjs") => ("text/javascript; charset=utf-8", true),
        Some("css") => ("text/css; charset=utf-8", true),
        Some("json") => ("application/json", true),
        Some("svg") => ("image/svg+xml", true),
        Some("txt" | "ts" | "md") => ("text/plain; charset=utf-8", true),
        Some("wasm") => ("application/wasm", true),
        Some("png") => ("image/png", false),
        Some("jpg" | "jpeg") => ("image/jpeg", false),
        Some("webp") => ("image/webp", false),
        Some("avif") => ("image/avif", false),
        Some("ico") => ("image/x-icon", false),
        Some("woff2") => ("font/woff2", false),
        _ => ("application/octet-stream", false),
    };
    Kind { name, text }
}

#[cfg(test)]
mod tests {
    use super::{Site, kind};
    use crate::tools;
    use std::path::Path;

    fn site() -> Site {
        // This package's own folders stand in for a page and for dist.
        let xtask = tools::root().join("xtask");
        Site { page: xtask.join("src"), dist: xtask }
    }

    #[test]
    fn addresses_mean_files_of_two_folders_and_of_no_other() {
        let site = site();
        let xtask = tools::root().join("xtask");
        assert_eq!(site.file("/main.rs?x=1"), Some(xtask.join("src/main.rs")));
        assert_eq!(site.file("/program-finder/Cargo.toml"), Some(xtask.join("Cargo.toml")));
        assert_eq!(site.file("/build/mod.rs"), Some(xtask.join("src/build/mod.rs")));
        for outside in [
            "/../Cargo.toml",
            "/program-finder/../Cargo.toml",
            "//etc/passwd",
            "/program-finder//etc/passwd",
            "main.rs",
            "/none",
        ] {
            assert_eq!(site.file(outside), None, "{outside}");
        }
    }

    #[test]
    fn scripts_and_pages_have_their_types() {
        assert_eq!(kind(Path::new("a/frame.en.html")).name, "text/html; charset=utf-8");
        assert_eq!(kind(Path::new("program-finder.js")).name, "text/javascript; charset=utf-8");
        assert_eq!(kind(Path::new("what")).name, "application/octet-stream");
    }
}
