//! Listens on this machine and keeps connections open as long as the browser likes (HTTP/1.1): every connection is a task of
//! one thread, so that none can keep another waiting. What is answered, [`super::host`] decides.

use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::thread;

use http_body_util::Full;
use hyper::body::{Body, Bytes};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::host::{Answer, Host};
use crate::failure::{Doing, Failure, Outcome};

/// Answers requests that are not for a file, by their path and query; nothing when one is none of its business.
pub type Extra = Arc<dyn Fn(&str) -> Option<Waiting> + Send + Sync>;

/// An answer that may take its time; others are answered meanwhile.
pub type Waiting = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// A folder being served on this machine.
#[derive(Clone)]
pub struct Server {
    listener: Arc<TcpListener>,
    address: SocketAddr,
    host: Arc<Host>,
    end: Arc<Notify>,
}

impl Server {
    /// Opens `folder` below the path `base` on this port, or on any free one when it is 0.
    pub fn open(folder: &Path, base: &str, port: u16) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).doing(|| {
            format!("port {port} cannot be opened (is something else serving there? `--port` takes another)")
        })?;
        // The runtime waits for all its connections at once.
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let host = Arc::new(Host::new(folder, base));
        Ok(Self { listener: Arc::new(listener), address, host, end: Arc::default() })
    }

    /// Where a browser finds it.
    pub fn address(&self) -> String {
        format!("http://localhost:{}{}", self.address.port(), self.host.base())
    }

    /// Answers until somebody calls [`Server::stop`].
    pub fn run(&self, extra: Option<&Extra>) -> Outcome {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let serving = runtime.block_on(async {
            tokio::select! {
                () = self.end.notified() => Ok(()),
                stopped = self.listen(extra) => stopped,
            }
        });
        serving.doing(|| "serve the site".to_owned())
    }

    /// Answers in the background.
    pub fn start(&self) -> thread::JoinHandle<Outcome> {
        let server = self.clone();
        thread::spawn(move || server.run(None))
    }

    /// Takes no more requests.
    pub fn stop(&self) {
        self.end.notify_one();
    }

    async fn listen(&self, extra: Option<&Extra>) -> std::io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener.try_clone()?)?;
        loop {
            let (stream, _) = listener.accept().await?;
            tokio::spawn(converse(stream, Arc::clone(&self.host), extra.cloned()));
        }
    }
}

/// Answers one connection until the browser ends it.
async fn converse(stream: TcpStream, host: Arc<Host>, extra: Option<Extra>) {
    // Small answers are sent at once. A stream that does not take the option is served all the same.
    let _ = stream.set_nodelay(true);
    let respond = service_fn(move |request| {
        let (host, extra) = (Arc::clone(&host), extra.clone());
        async move { Ok::<_, Infallible>(answer(&host, extra.as_ref(), &request).await) }
    });
    // A browser that went away is no trouble of ours.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), respond).await;
}

async fn answer<B: Body>(host: &Host, extra: Option<&Extra>, request: &Request<B>) -> Response<Full<Bytes>> {
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let answer = match extra.and_then(|extra| extra(address)) {
        Some(waiting) => waiting.await,
        None => host.answer(request),
    };
    answer.map(Full::new)
}

/// Calls `stop` once when the person at the terminal presses Ctrl-C.
pub fn on_interrupt(stop: impl FnMut() + Send + 'static) -> Outcome {
    ctrlc::set_handler(stop).map_err(|error| Failure::new(format!("listen for Ctrl-C: {error}")))
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    /// The status line, the headers and the body of the next answer on a connection.
    fn next(stream: &mut BufReader<TcpStream>, has_body: bool) -> (String, String) {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(stream.read_line(&mut head).unwrap(), 0, "the connection ended: {head}");
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.parse().unwrap());
        let mut body = vec![0; if has_body { length } else { 0 }];
        stream.read_exact(&mut body).unwrap();
        (head, String::from_utf8(body).unwrap())
    }

    #[test]
    fn one_connection_brings_many_answers() {
        let folder = std::env::temp_dir().join(format!("evenkeel-server-{}", std::process::id()));
        crate::place::write(&folder.join("index.html"), b"the start").unwrap();
        let server = Server::open(&folder, "/name/", 0).unwrap();
        let serving = server.start();
        let stream = TcpStream::connect(server.address).unwrap();
        let mut stream = BufReader::new(stream);
        for (method, has_body) in [("GET", true), ("HEAD", false), ("GET", true)] {
            let asked = format!("{method} /name/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
            stream.get_mut().write_all(asked.as_bytes()).unwrap();
            let (head, body) = next(&mut stream, has_body);
            assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
            assert!(head.contains("content-length: 9\r\n"), "{head}");
            assert_eq!(body, if has_body { "the start" } else { "" });
        }
        server.stop();
        serving.join().unwrap().unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
