//! What a part of the program gives that may still be on its way.

use futures_util::FutureExt as _;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What `ask` answers: at once where that part of the program is here, else when it is; nothing if it does not arrive.
pub fn awaited<T: Send + Sync + 'static, Trouble: 'static, Answer>(
    ask: impl Fn() -> Answer,
) -> RwSignal<Option<T>>
where
    Answer: Future<Output = Result<T, Trouble>> + 'static,
{
    if let Some(answer) = ask().now_or_never() {
        return RwSignal::new(answer.ok());
    }
    let answered = RwSignal::new(None);
    let answer = ask();
    spawn_local(async move {
        if let Ok(answer) = answer.await {
            answered.try_set(Some(answer));
        }
    });
    answered
}
