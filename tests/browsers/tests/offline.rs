//! With the network gone, everything is still there.

use browsers::{Outcome, Visit, in_each_engine};

in_each_engine!(all_of_it_works_with_the_server_stopped);

async fn all_of_it_works_with_the_server_stopped(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    visit.is_kept_offline().await?;
    visit.lose_the_network();
    visit.reload().await?;
    for (path, text) in [
        ("/exercises", "Crunch"),
        ("/exercises/bird-dog", "Bird dog"),
        ("/routines", "The Five"),
        ("/routines/eight-minute", "Eight-minute"),
        ("/history", "History"),
        ("/settings", "Settings"),
        ("/help", "Get help"),
        ("/about", "balance"),
    ] {
        visit.open(path).await?;
        visit.sees(text).await?;
    }
    visit.open("/open#1/Without-a-net/g1/r1/superman.2s/plank.2s").await?;
    visit.sees("Without a net").await?;
    visit.press("Start").await?;
    visit.sees("Done").await?;
    visit.open("/history").await?;
    visit.sees("Without a net").await?;
    visit.reload().await?;
    visit.sees("Without a net").await
}
