// Contrast on card, measured (WCAG 2.2, test/screens): every ink ≥ 4.5 in both themes.
const PALETTE = `
:root{color-scheme:light dark;
--bg:light-dark(#fbfbf9,#16181b);--card:light-dark(#fff,#1d2024);--band:light-dark(#f4f3ee,#1a1d21);
--ink:light-dark(#1b1f24,#e8e6e1);--soft:light-dark(#545b64,#a9b0b9);--line:light-dark(#dcdbd4,#363b42);--link:light-dark(#0b4f96,#9cc2ff);
--asked:light-dark(#0b57a4,#8ab4f8);--offered:light-dark(#0f6b4f,#6fd0ae);--if:light-dark(#8a4b00,#f0b35e);
--threat:light-dark(#b3261e,#ff8a80);--given:light-dark(#2f5d00,#a5d66f);--refused:light-dark(#6b3fa0,#c9a6f5);--said:light-dark(#545b64,#a9b0b9);
--lit:light-dark(#fff1b8,#4d4317);--litstrong:light-dark(#ffdf70,#6e5f17);--gravebg:light-dark(#fdecea,#3a1f1f);
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Source Serif 4","Noto Serif","DejaVu Serif",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI","Noto Sans","DejaVu Sans",Roboto,sans-serif}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
.k-asked{--k:var(--asked)}.k-offered{--k:var(--offered)}.k-promised{--k:var(--offered)}.k-conditional{--k:var(--if)}
.k-threatened{--k:var(--threat)}.k-given{--k:var(--given)}.k-refused{--k:var(--refused)}.k-said,.k-did{--k:var(--said)}`;

const BASE = `
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem;scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 var(--sans);overflow-wrap:break-word}
main{max-width:1180px;margin:0 auto;padding:0 1.5rem 5rem}
a{color:var(--link);text-underline-offset:.18em}
a:focus-visible,summary:focus-visible,button:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
h1,h2,h3{font-family:var(--serif);line-height:1.2;font-weight:600;text-wrap:balance}
h1{font-size:clamp(2rem,5.2vw,3.3rem);margin:.1em 0 .35em;letter-spacing:-.015em}
h1 .with{color:var(--soft);font-weight:400;padding:0 .1em}
h2{font-size:1.6rem;margin:0 0 .35em}
h3{font-size:1.25rem;margin:0 0 .3em}
main>section{padding-top:3rem;margin-top:3rem;border-top:1px solid var(--line)}
main>section:first-of-type{border:0;margin-top:0;padding-top:2.6rem}
.plain{list-style:none;margin:0;padding:0}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.6rem;z-index:9;background:var(--card);padding:.5rem 1rem}
.kicker{font-size:.8rem;letter-spacing:.07em;text-transform:uppercase;color:var(--soft);margin:0 0 .3rem}
.who,.rule,.scope,.date,.empty{color:var(--soft)}.who{font-size:.82rem}.date{font-size:.82rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.lede{max-width:68ch;color:var(--soft);margin:0 0 1.2rem}.rule{font-size:.82rem;max-width:78ch;margin:.7rem 0 0}
.kind{color:var(--k);font-weight:600;white-space:nowrap}.way{font-weight:600}
.words{font-family:var(--serif);font-size:1.02em;color:inherit;text-decoration:underline dotted;text-decoration-color:var(--soft);text-decoration-thickness:1.5px}
.words:hover{text-decoration-style:solid;text-decoration-color:currentColor}.words.soft{font-style:italic}
.unsure{color:var(--soft);font-size:.82rem;white-space:nowrap;font-weight:400}.grave,.clash{color:var(--threat);font-weight:600}.agreed{color:var(--offered)}
.n{font:600 .8rem var(--sans);color:var(--soft);vertical-align:.25em;margin-left:.2em}
.bar0{position:sticky;top:0;z-index:5;background:color-mix(in srgb,var(--bg) 93%,transparent);backdrop-filter:blur(8px);border-bottom:1px solid var(--line)}
.bar0 div{max-width:1180px;margin:0 auto;padding:.55rem 1.5rem;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;align-items:baseline}
.bar0 .brand{font-weight:700;letter-spacing:-.01em}.bar0 .pair{font-size:.9rem;color:var(--soft)}
.bar0 nav ul{display:flex;gap:1.1rem;list-style:none;margin:0;padding:0;font-size:.92rem}
.bar0 nav a{color:var(--soft);text-decoration:none;padding:.35rem 0;display:inline-block}.bar0 nav a:hover{color:var(--ink);text-decoration:underline}
.bar0 nav a[aria-current]{color:var(--ink);font-weight:600;box-shadow:0 2px 0 var(--link)}
.tools{margin-left:auto;display:none;gap:.4rem}.js .tools{display:flex}
button{font:inherit;font-size:.85rem;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.25rem .6rem;min-height:28px;min-width:28px;cursor:pointer}
button:hover{border-color:var(--soft)}`;

const OVERVIEW = `
.direction{margin:0 0 2.2rem;padding:0 0 1.6rem;border-bottom:1px solid var(--line)}
.heading{display:flex;align-items:center;gap:.8rem;font:400 clamp(1.25rem,2.8vw,1.6rem)/1.3 var(--serif);margin:0 0 .9rem}
.heading .scope{font-size:.75em}
.arrow{display:inline-grid;place-items:center;width:2.6rem;height:2.6rem;flex:none;border:1.5px solid var(--line);border-radius:50%;font:1.35rem var(--sans);background:var(--card)}
.parts{display:flex;flex-wrap:wrap;gap:.55rem;align-items:flex-start}
.parts details{background:var(--card);border:1px solid var(--line);border-radius:8px}
.parts details[open]{flex-basis:100%;order:1}
summary{cursor:pointer}.parts summary{padding:.35rem .8rem;font-weight:600;font-size:.95rem}
.parts ul{padding:.1rem 1rem .7rem}.parts li{padding:.3rem 0}
.columns{display:grid;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:2.5rem 3.5rem}
.columns h2,.sources h2{font-size:1.2rem;margin:0 0 .7rem}
.last{list-style:none;margin:0;padding:0}.last li{display:grid;grid-template-columns:6.6rem 1fr;gap:0 .9rem;padding:.62rem 0;border-top:1px solid var(--line)}
.last .date{padding-top:.12rem;white-space:normal}
.clashes li,.asks li{padding:.62rem 0 .62rem .9rem;border-left:3px solid var(--line);margin:0 0 .5rem}
.clashes li.grave{border-color:var(--threat);font-weight:400;color:var(--ink)}.clashes a{color:inherit;text-decoration:none;font-weight:600}.clashes a:hover{text-decoration:underline}
.clashes .verdict{color:var(--soft);padding-right:.35em}.clashes .grave .verdict{color:var(--threat)}
.asks li{border-color:var(--asked)}.columns section+section{margin-top:2.4rem}
.sources{margin-top:2.4rem;padding-top:1.5rem;border-top:1px solid var(--line)}
.strip{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.1rem 2rem;font-size:.93rem}`;

const LANES = `
.scroll{overflow-x:auto;margin:0 -.2rem;padding:.2rem}
svg.lanes{display:block;width:100%;min-width:1060px;height:auto;font-family:var(--sans)}
.lane0{fill:var(--band)}.lane1{fill:var(--band)}.lanename{fill:var(--ink);font-weight:600;font-size:14px}
.tick{stroke:var(--line)}.ticklabel{fill:var(--soft);font-size:12px;text-anchor:middle}
.token{--k:var(--said);outline-offset:3px}.token .disc{fill:var(--card);stroke:var(--k);stroke-width:1.8}
.token text{fill:var(--k);font-size:14px;font-weight:700;text-anchor:middle}
.token.k-asked{--k:var(--asked)}.token.k-offered,.token.k-promised{--k:var(--offered)}.token.k-conditional{--k:var(--if)}.token.k-threatened{--k:var(--threat)}.token.k-given{--k:var(--given)}.token.k-refused{--k:var(--refused)}
.token.k-given .disc{fill:var(--k)}.token.k-given text{fill:none}
.token.k-conditional .disc{stroke-dasharray:3.2 2.6}.token:hover .disc,.token:focus .disc{stroke-width:3.4}
.token .bar{stroke:var(--k);stroke-width:7;stroke-linecap:round;opacity:.2}.token .ring{fill:none;stroke:var(--threat);stroke-width:2}
.token text.mediator{text-anchor:start;font-size:12.5px;font-weight:600;fill:var(--soft)}
path.arrow{fill:none;stroke:var(--soft);stroke-width:1.1;opacity:.75;border:0;background:none}path.tip{fill:var(--soft)}
.aslist{margin-top:.8rem}.aslist summary{font-size:.9rem;color:var(--soft)}.aslist li{padding:.3rem 0}`;

const TABLES = `
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem .5rem;padding:0;margin:0 0 1rem}
.legend button{color:var(--k);font-weight:600;pointer-events:none;border-color:transparent;background:none;padding-left:0}
.js .legend button{pointer-events:auto;border-color:var(--line);background:var(--card);padding-left:.6rem}
.legend button[aria-pressed=false]{opacity:1;color:var(--soft);text-decoration:line-through;border-style:dashed}
table{border-collapse:collapse;width:100%;background:var(--card);font-size:.95rem}
th,td{border:1px solid var(--line);padding:.7rem .8rem;text-align:left;vertical-align:top}
thead th{background:var(--band);font-size:.82rem;font-weight:600}tbody th{font-weight:700}
.ledger th:first-child{width:13%}.ledger th:nth-child(2),.ledger th:nth-child(3){width:34.5%}.why p{margin:.35rem 0 0}
.chips li{padding:.28rem 0}.chips li+li{margin-top:.2rem}.chips .date{display:block;line-height:1.2}
.chip{display:flex;gap:.5em}.chip .glyph{color:var(--k);font-weight:700;width:1em;flex:none;text-align:center}
.ref{font-size:.75rem;vertical-align:.3em;margin-left:.15em}
.answers{font-size:.8rem;margin-left:1.5em;display:inline-block;color:var(--soft)}
.state{display:inline-block;border:1px solid var(--soft);border-radius:99px;padding:0 .6rem;font-size:.82rem;white-space:nowrap}
td .state+.who{display:block;margin-top:.25rem}.why{font-size:.86rem;color:var(--soft)}.why .clash{display:block;margin-top:.4rem}
.event{margin:1.8rem 0 2.6rem}.event>.who{margin:.1rem 0 .7rem;font-size:.92rem}
.grid{table-layout:fixed;min-width:40rem}.scroll .grid{min-width:72rem}.grid th:first-child{width:14%}.grid thead th:last-child{width:13%}.chip .clash{font-size:.82rem;white-space:nowrap}.grid .verdict{width:13%;color:var(--soft)}.grid thead .who{font-weight:400}
tr.row-grave td{background:var(--gravebg);box-shadow:inset 0 0 0 1px var(--threat)}
tr.row-grave td.verdict{color:var(--threat);font-weight:700;background:none;box-shadow:none}tr.row-agreed td.verdict{color:var(--offered);font-weight:600}
.mild{color:inherit}.lit{background:var(--lit)}
li:target,tr:target{background:var(--lit)}.event:target h3{background:var(--lit)}`;

const READER = `
#articles>article{display:grid;grid-template-columns:11rem minmax(0,38rem) 19rem;gap:0 2.2rem;padding:2.4rem 0 1rem;position:relative}
#articles>article+article{border-top:1px solid var(--line)}
.holds{grid-column:1;grid-row:1/99;font-size:.82rem;line-height:1.4;color:var(--soft);align-self:start;position:sticky;top:4.6rem;border-top:3px solid var(--line);padding-top:.6rem}
.holds .holdshead{color:var(--ink);font-weight:700}.holds ol{padding-left:1.2rem;margin:0 0 .6rem}.holds li{margin-bottom:.35rem}.holds b{color:var(--ink)}.holds p{margin:0 0 .4rem}.path{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
.arthead{grid-column:2/4;max-width:38rem;margin-bottom:1.1rem}.arthead h3{font-size:1.85rem;letter-spacing:-.01em}.standfirst{font:italic 1.12rem/1.5 var(--serif);color:var(--soft);margin:.2rem 0 .5rem}
.body{grid-column:2/4;position:relative}
.para{display:grid;grid-template-columns:minmax(0,38rem) 19rem;gap:0 2.2rem;margin-bottom:1.05rem}
.para>p{font:1.13rem/1.68 var(--serif);margin:0;hyphens:auto}
.para.copy>p{border-left:3px solid var(--line);padding-left:1rem;margin-left:-1.2rem}
.copied{font-size:.8rem;color:var(--soft);margin:0 0 .5rem}
mark{background:var(--lit);color:inherit;padding:.06em 0}.pull{font-weight:inherit;border-bottom:2px solid var(--litstrong)}
mark.on,.at:target+mark,.at:target+.at+mark,.at:target+.at+.at+mark{background:var(--litstrong)}
sup{font:600 .68rem var(--sans);line-height:0;padding-left:.1em}sup a{text-decoration:none;padding:.3em .1em}
.at{scroll-margin-top:7rem}
.note{border-left:3px solid var(--line);background:var(--card);padding:.45rem .7rem;margin-bottom:.5rem;font-size:.86rem;line-height:1.4}
.note p{margin:0}.note .num{margin-right:.25em}.note.grave{border-color:var(--threat);color:inherit;font-weight:400}.note:target,.note.on{box-shadow:0 0 0 2px var(--litstrong)}
.note .kind{white-space:normal}.chars{white-space:nowrap}.back{white-space:nowrap;font-size:.8rem}
.js .body.placed .margin{position:absolute;right:0;width:19rem;left:auto}
.captions{grid-column:2/3;font-size:.86rem;color:var(--soft);border-top:1px solid var(--line);padding-top:.6rem;margin:.3rem 0 1rem}.captions p{margin:0 0 .2rem}.captions .holdshead{font-weight:600}.captions li{padding:.15rem 0}
.evidence{font-size:.9rem;columns:2;column-gap:3rem;padding-left:2rem}.evidence li{break-inside:avoid;margin-bottom:.75rem}.evidence q{font-family:var(--serif);font-size:1rem}
footer{max-width:1180px;margin:0 auto;padding:1.2rem 1.5rem 3rem;color:var(--soft);font-size:.82rem;border-top:1px solid var(--line)}
dialog{background:var(--card);color:var(--ink);border:1px solid var(--soft);border-radius:10px;max-width:26rem;padding:1.4rem 1.6rem}dialog::backdrop{background:#0008}
dialog dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1rem;margin:.6rem 0 1rem}dialog dd{margin:0}kbd{border:1px solid var(--soft);border-radius:4px;padding:0 .4em;font:.85em ui-monospace,monospace}`;

const NARROW = `
@media screen and (max-width:1120px){#articles>article{grid-template-columns:minmax(0,38rem) minmax(15rem,19rem);justify-content:space-between}.holds{grid-column:1/3;grid-row:auto;position:static;margin-bottom:1.4rem}.arthead,.body{grid-column:1/3}.captions{grid-column:1/2}.para{grid-template-columns:minmax(0,38rem) minmax(15rem,19rem)}}
@media screen and (max-width:820px){main,.bar0 div,footer{padding-left:1rem;padding-right:1rem}.columns{grid-template-columns:minmax(0,1fr)}
#articles>article,.para{display:block}.margin{margin:.7rem 0 0}.para>p{font-size:1.06rem}.evidence{columns:1}
.bar0{position:static}html{scroll-padding-top:1rem}.bar0 nav ul{flex-wrap:wrap;gap:.1rem 1rem}
table.ledger,.ledger tbody,.ledger tr,.ledger td,.ledger th,table.grid,.grid tbody,.grid tr,.grid td,.grid th{display:block;width:auto!important;min-width:0!important}
.ledger thead,.grid thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.ledger tr,.grid tr{border:1px solid var(--line);margin-bottom:1rem}.ledger td,.ledger th,.grid td,.grid th{border:0;padding:.5rem .8rem}.ledger tbody th,.grid tbody th{background:var(--band);font-size:1.05rem}
[data-head]::before{content:attr(data-head);display:block;font-size:.75rem;font-weight:600;color:var(--soft);margin-bottom:.1rem}
.last li{grid-template-columns:1fr}.standfirst{font-size:1.05rem}.arthead h3{font-size:1.5rem}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){mark,.lit{forced-color-adjust:none}}`;

const PRINT = `
@media print{@page{margin:18mm 16mm 20mm}:root,:root[data-theme]{color-scheme:light}
body{font-size:10pt;background:#fff}.bar0,.legend,.tools,.skip,.aslist,.holds,.back,dialog{display:none!important}
main{max-width:none;padding:0}main>section{padding-top:1.2rem;margin-top:1.2rem}h1{font-size:24pt}h2{font-size:15pt}h2,h3,.lede,.kicker,.arthead{break-after:avoid}.scroll,.arthead,.lede{break-inside:avoid}
.columns{gap:1rem 2rem}.columns,.last{font-size:9pt}.last li{grid-template-columns:4.6rem 1fr;padding:.35rem 0}.parts summary{list-style:none;padding:.1rem .6rem}.scroll{overflow:visible}svg.lanes{min-width:0}
tr,li,.note,.event{break-inside:avoid}.event:has(tr:nth-child(6)){break-inside:auto}a{color:inherit}table{font-size:9pt}
#articles>article{display:block}#articles{break-before:page}.para{display:grid;grid-template-columns:1fr 5.8cm;gap:0 .6cm;margin-bottom:.5rem}.js .body.placed .margin{position:static;width:auto}.para>p{font-size:10.5pt;line-height:1.5}.note{font-size:7.5pt;padding:.2rem .5rem;margin-bottom:.25rem}.note .chars{display:none}
.evidence{columns:2;font-size:8.5pt}.outside::after{content:" " attr(href);overflow-wrap:anywhere}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

/** The style sheet of the page: calm, light and dark, narrow and printed. */
export const STYLE = (PALETTE + BASE + OVERVIEW + LANES + TABLES + READER + NARROW + PRINT).trim();
