// What may become markup: the program's own, and nothing that could run or fetch anything.
//
// The page's policy (xtask/src/build/headers.rs) sends every text that is to become markup, and every address that is to
// become a script, through here first. The program's own markup is plain: elements from a short list, attributes in
// double quotes. So whatever is not written in just that way is refused unseen, instead of being searched for what is
// evil in it. Browsers without Trusted Types skip all this, and the rest of the policy holds.

const ELEMENTS =
  "a|article|aside|b|bdi|br|button|circle|dd|defs|desc|details|dialog|div|dl|dt|ellipse|em|fieldset|figcaption|figure|" +
  "footer|g|h1|h2|h3|h4|header|hr|i|img|input|kbd|label|legend|li|line|main|nav|ol|optgroup|option|output|p|path|polygon|" +
  "polyline|rect|s|section|select|small|span|strong|sub|summary|sup|svg|table|tbody|td|text|textarea|tfoot|th|thead|" +
  "time|tr|tspan|ul|use";

// No attribute that listens, fetches, submits or styles; a link only to this site, or openly to another.
const ATTRIBUTE =
  '(?!on|src|style|action|form|data=|ping|http)(?!(?:xlink:)?href)[a-z][\\w:.-]*(?:="[^"<>]*")?' +
  '|(?:xlink:)?href="(?:https://)?[^":<>&]*"';

// An element's beginning or end, or one of the empty remarks by which the program finds its places again.
const OWN = new RegExp(`<!(?:-{2,4})?>|</?(?:${ELEMENTS})(?:\\s+(?:${ATTRIBUTE}))*\\s*/?>`, "gi");

const inside = new URL("./", document.baseURI).href;

// Called by the browser. Giving nothing back is a refusal: whoever asked gets an exception.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (text.replace(OWN, "").includes("<") ? null : text),
  createScriptURL: (address) => {
    const { href } = new URL(address, document.baseURI);
    return href === `${inside}sw.js` || href.startsWith(`${inside}assets/`) ? href : null;
  },
  createScript: () => null,
});
