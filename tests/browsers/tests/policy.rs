//! What may become markup or script: the program's own, and nothing else. What may leave is in `privacy.rs`.

use browsers::{Outcome, Visit, in_each_engine, in_engine};

in_each_engine!(only_plain_markup_becomes_part_of_the_page);
// The driver of Firefox runs scripts in a world of its own, to which the page's policy does not apply.
in_engine!(chromium_policy, Chromium, nothing_becomes_a_script);
in_engine!(webkit_policy, WebKit, nothing_becomes_a_script);

/// Markup that runs, fetches or submits something, or is not written as the program writes.
const REFUSED: [&str; 15] = [
    "<img src=x onerror='window.__ran = true'>",
    "<svg onload=\"window.__ran = true\"></svg>",
    "<svg ONLOAD=\"window.__ran = true\"></svg>",
    "<p on\nclick=\"x\" onclick=\"window.__ran = true\">",
    "<script>window.__ran = true</script>",
    "<iframe srcdoc=\"x\"></iframe>",
    "<object data=\"x\"></object>",
    "<a href=\"javascript:window.__ran = true\">x</a>",
    "<a href=\"java&#115;cript&colon;window.__ran = true\">x</a>",
    "<form action=\"x\"><button formaction=\"x\">x</button></form>",
    "<style>* { color: red }</style>",
    "<p style=\"color: red\">x</p>",
    "<math><mtext><table><mglyph><style><img src=x onerror=x></style></mglyph></table></mtext></math>",
    "<svg><animate attributeName=\"href\" values=\"javascript:x\"></animate></svg>",
    "<p title=\"<img src=x onerror=x>\">x</p>",
];

/// Markup as the program writes it.
const TAKEN: [&str; 4] = [
    "<p class=\"quiet\" aria-hidden=\"true\">On an <b>even</b> keel &amp; steady</p>",
    "<svg viewBox=\"0 0 1 1\"><path data-paint=\"skin\" d=\"M0 0\"/><g transform=\"rotate(9)\"></g></svg>",
    "<a href=\"exercises/superman\">Superman</a><!><!---->",
    "one line without any",
];

async fn only_plain_markup_becomes_part_of_the_page(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    if !enforces(visit).await? {
        return Ok(());
    }
    const TRY: &str = r"
        const [texts] = arguments;
        const ways = [
            text => { document.createElement('div').innerHTML = text; },
            text => { document.createElement('template').innerHTML = text; },
            text => document.createElement('div').insertAdjacentHTML('beforeend', text),
            text => new DOMParser().parseFromString(text, 'text/html'),
            text => document.createRange().createContextualFragment(text),
        ];
        const passes = (way, text) => { try { way(text); return true; } catch { return false; } };
        return texts.map(text => ways.filter(way => passes(way, text)).length);
    ";
    let passed = visit.browser.execute(TRY, vec![REFUSED.as_slice().into()]).await?;
    assert_eq!(
        passed.json(),
        &serde_json::json!(vec![0; REFUSED.len()]),
        "refused, whichever way it is tried"
    );
    let passed = visit.browser.execute(TRY, vec![TAKEN.as_slice().into()]).await?;
    assert_eq!(passed.json(), &serde_json::json!(vec![5; TAKEN.len()]), "taken");
    assert_eq!(visit.measure("return window.__ran === undefined").await?, true);
    Ok(())
}

async fn nothing_becomes_a_script(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    let tried = visit
        .find_out(
            r"
            const done = arguments[0];
            const tries = [
                () => { const one = document.createElement('script'); one.text = 'window.__ran = true'; document.head.append(one); },
                () => { const one = document.createElement('script'); one.src = 'data:text/javascript,window.__ran = true'; document.head.append(one); },
                () => { const one = document.createElement('a'); one.href = 'javascript:void(window.__ran = true)'; document.body.append(one); one.click(); one.remove(); },
                () => new Worker(URL.createObjectURL(new Blob(['1']))),
            ];
            // In the page's own time: what a driver runs by itself, a browser may exempt.
            const each = () => { for (const one of tries) try { one(); } catch { /* as it should be */ } };
            setTimeout(each);
            setTimeout(() => done(window.__ran === true), 500);
            ",
        )
        .await?;
    assert_eq!(tried, false, "a script ran that is not the site's own");
    if enforces(visit).await? {
        let other =
            "try { trustedTypes.createPolicy('another', {}); return 'made' } catch { return 'refused' }";
        assert_eq!(visit.measure(other).await?, "refused", "a second policy");
        let again = "try { trustedTypes.createPolicy('default', { createHTML: text => text }); return 'made' } catch { return 'refused' }";
        assert_eq!(visit.measure(again).await?, "refused", "another default policy");
    }
    Ok(())
}

/// Whether this engine knows of such policies; one that does not keeps to the rest.
async fn enforces(visit: &Visit) -> thirtyfour::error::WebDriverResult<bool> {
    Ok(visit.measure("return 'trustedTypes' in window").await? == true)
}
