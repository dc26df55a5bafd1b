//! What a part of the program does or gives that may still be on its way.
//!
//! Decides: what can be done at once is done at once, so that nothing flickers where that part is here already.

use futures_util::FutureExt as _;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Does `task`: at once as far as that part of the program is here, else when it is.
pub fn soon(task: impl Future<Output = ()> + 'static) {
    let mut task = Box::pin(task);
    if task.as_mut().now_or_never().is_none() {
        spawn_local(task);
    }
}

/// What `answer` will be: at once where that part of the program is here, else when it is; nothing if it does not arrive.
pub fn awaited<T: Send + Sync + 'static, Trouble>(
    answer: impl Future<Output = Result<T, Trouble>> + 'static,
) -> RwSignal<Option<T>> {
    let answered = RwSignal::new(None);
    soon(async move {
        if let Ok(answer) = answer.await {
            answered.try_set(Some(answer));
        }
    });
    answered
}
