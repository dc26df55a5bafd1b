import { writeFileSync, readFileSync } from "node:fs";
process.argv[2] ||= "{}";
const { open } = await import("./browser.js");
const [,, , url, ms=8, rate=1] = process.argv;
const b = await open({browser:"/usr/bin/chromium"});
const page = await b.newPage();
await page.setViewport({width:412,height:823,deviceScaleFactor:1.75,isMobile:true,hasTouch:true});
if (+rate>1) await page.emulateCPUThrottling(+rate);
await page.tracing.start({categories:["devtools.timeline","disabled-by-default-devtools.timeline","v8","v8.wasm","loading","disabled-by-default-v8.compile","toplevel","blink.user_timing"]});
await page.goto(url,{waitUntil:"load"});
await new Promise(r=>setTimeout(r,4000));
const buf = await page.tracing.stop();
const ev = JSON.parse(Buffer.from(buf).toString()).traceEvents;
await b.close();
const nav = ev.filter(e=>e.name==="navigationStart"&&e.args?.data?.documentLoaderURL?.startsWith("http")).pop() ?? ev.find(e=>e.name==="navigationStart");
const t0=nav.ts, tid=nav.tid, pid=nav.pid;
const mine=ev.filter(e=>e.pid===pid&&e.tid===tid&&e.ph==="X");
const tasks=mine.filter(e=>/RunTask/.test(e.name)&&e.dur>ms*1000&&e.ts>t0).sort((a,b)=>a.ts-b.ts);
for(const t of tasks){
  console.log("TASK at",((t.ts-t0)/1000).toFixed(0),"dur",(t.dur/1000).toFixed(1),"cpu",((t.tdur??0)/1000).toFixed(1));
  const inside=mine.filter(e=>e!==t&&e.ts>=t.ts&&e.ts+e.dur<=t.ts+t.dur&&e.dur>1500&&!/RunTask/.test(e.name)).sort((a,b)=>a.ts-b.ts||b.dur-a.dur);
  for(const e of inside) console.log("    ",((e.ts-t.ts)/1000).toFixed(1).padStart(7),(e.dur/1000).toFixed(1).padStart(7),e.name,(e.args?.data?.url||e.args?.data?.functionName||e.args?.beginData?.url||e.args?.elementCount||"").toString().slice(-60));
}
for(const n of ["firstPaint","firstContentfulPaint","largestContentfulPaint::Candidate"]) for(const e of ev.filter(e=>e.name===n&&e.pid===pid)) console.log(n,((e.ts-t0)/1000).toFixed(0), e.args?.data?.type??"", e.args?.data?.size??"");
for(const e of ev.filter(e=>e.name==="ResourceSendRequest"&&e.pid===pid).slice(0,9)) console.log("req",((e.ts-t0)/1000).toFixed(0),e.args.data.url.slice(-50),e.args.data.priority);
const big=tasks.filter(t=>t.dur>20000);
for(const t of big){const m=new Map();for(const e of mine){if(e.ts>=t.ts&&e.ts+e.dur<=t.ts+t.dur&&e!==t){const k=e.name;const c=m.get(k)??[0,0,0];c[0]++;c[1]+=e.dur;c[2]+=e.tdur??0;m.set(k,c)}}
console.log("BIG",((t.ts-t0)/1000).toFixed(0),t.dur/1000,(t.tdur??0)/1000);for(const [k,c] of [...m].sort((a,b)=>b[1][2]-a[1][2]).slice(0,14)) console.log("   ",k,c[0],"wall",(c[1]/1000).toFixed(1),"cpu",(c[2]/1000).toFixed(1));}
