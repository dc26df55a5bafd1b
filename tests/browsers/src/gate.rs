//! A slow network, as slow as a story wants it: everything passes but the program, which waits at the gate until it is
//! opened. Pages, styles and the script that starts the program come at once.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// A way to a site on which the program waits.
#[derive(Debug)]
pub struct Gate {
    port: u16,
    is_open: Arc<(Mutex<bool>, Condvar)>,
}

impl Gate {
    /// A closed gate before the site that listens on this port. It stands until the test ends.
    pub fn before(site: u16) -> Self {
        let listener = TcpListener::bind(("localhost", 0)).expect("a free port");
        let port = listener.local_addr().expect("its number").port();
        let is_open = Arc::new((Mutex::new(false), Condvar::new()));
        let told = Arc::clone(&is_open);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let told = Arc::clone(&told);
                // A browser that went away is no trouble of ours.
                thread::spawn(move || pass(stream, site, &told).ok());
            }
        });
        Self { port, is_open }
    }

    /// The address of a page on this way.
    pub fn address(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Lets the program through.
    pub fn open(&self) {
        let (is_open, opened) = &*self.is_open;
        *is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        opened.notify_all();
    }
}

/// Passes one request on, and its answer back; the connection ends with it.
fn pass(mut from: TcpStream, site: u16, (is_open, opened): &(Mutex<bool>, Condvar)) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && from.read(&mut byte)? == 1 {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut lines = head.lines();
    let request = lines.next().unwrap_or_default();
    if request.contains(".wasm") {
        let is_open = is_open.lock().unwrap_or_else(PoisonError::into_inner);
        drop(opened.wait_while(is_open, |is_open| !*is_open));
    }
    let mut to = TcpStream::connect(("localhost", site))?;
    let kept = lines.filter(|line| !line.is_empty() && !line.to_ascii_lowercase().starts_with("connection:"));
    let kept: String = kept.map(|line| format!("{line}\r\n")).collect();
    to.write_all(format!("{request}\r\n{kept}connection: close\r\n\r\n").as_bytes())?;
    std::io::copy(&mut to, &mut from)?;
    Ok(())
}
