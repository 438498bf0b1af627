/**
 * What makes the page pleasant where scripts run; without it everything is there and readable.
 * Places margin notes beside their line, lights all pieces of a note, filters kinds, remembers the theme, answers keys.
 */
export const SCRIPT = `"use strict";(()=>{
const $=(s,r=document)=>[...r.querySelectorAll(s)],root=document.documentElement,store={get(k){try{return localStorage.getItem("demarche."+k)}catch{return null}},set(k,v){try{localStorage.setItem("demarche."+k,v)}catch{}}};
root.classList.add("js");
const theme=store.get("theme");if(theme)root.dataset.theme=theme;
const dark=()=>root.dataset.theme?root.dataset.theme==="dark":matchMedia("(prefers-color-scheme: dark)").matches;
document.getElementById("theme").addEventListener("click",()=>{root.dataset.theme=dark()?"light":"dark";store.set("theme",root.dataset.theme)});
const place=()=>{const wide=matchMedia("screen and (min-width:821px)").matches;for(const body of $(".body")){body.classList.toggle("placed",wide);body.style.minHeight="";let low=0;
const top=body.getBoundingClientRect().top;for(const m of $(".margin",body)){if(!wide){m.style.top="";continue}
const note=m.querySelector(".note"),mark=note&&body.querySelector('mark[data-n~="'+note.dataset.n+'"]');
const want=(mark||m.parentElement).getBoundingClientRect().top-top-4;const at=Math.max(want,low);m.style.top=at+"px";low=at+m.offsetHeight+6}
if(wide)body.style.minHeight=low+"px"}};
if(matchMedia("(max-width:820px)").matches)for(const d of $(".aslist"))d.open=true;
place();addEventListener("resize",place);if(document.fonts)document.fonts.ready.then(place);
addEventListener("beforeprint",()=>{for(const b of $(".body"))b.classList.remove("placed");for(const m of $(".margin"))m.style.top="";for(const b of $(".body"))b.style.minHeight=""});addEventListener("afterprint",place);
const light=n=>{for(const el of $(".on"))el.classList.remove("on");if(n)for(const el of $('mark[data-n~="'+n+'"],.note[data-n="'+n+'"]'))el.classList.add("on")};
const numberOf=id=>{const el=id&&document.getElementById(id);if(!el)return null;if(el.classList.contains("note"))return el.dataset.n;
if(!el.classList.contains("at"))return null;let m=el.nextElementSibling;while(m&&m.tagName!=="MARK")m=m.nextElementSibling;const a=document.querySelector('.note a[href="#'+CSS.escape(id)+'"]');return a?a.closest(".note").dataset.n:null};
const follow=()=>{const id=decodeURIComponent(location.hash.slice(1));light(numberOf(id));const d=id&&document.getElementById(id);const box=d&&d.closest("details");if(box)box.open=true};
addEventListener("hashchange",follow);follow();
document.addEventListener("mouseover",e=>{const el=e.target.closest&&e.target.closest("mark[data-n],.note[data-n]");if(el)light(el.dataset.n.split(" ").at(-1))});
const off=new Set();for(const b of $(".legend button"))b.addEventListener("click",()=>{const k=b.dataset.kind;off.has(k)?off.delete(k):off.add(k);b.setAttribute("aria-pressed",String(!off.has(k)));
for(const li of $(".ledger li[data-kind]"))li.hidden=off.has(li.dataset.kind);for(const a of $("a.token"))a.style.display=[...off].some(k=>a.classList.contains("k-"+k))?"none":""});
const keys=document.getElementById("keys"),single=document.getElementById("single");single.checked=store.get("keys")!=="off";single.addEventListener("change",()=>store.set("keys",single.checked?"on":"off"));
document.getElementById("help").addEventListener("click",()=>keys.showModal());
let at=-1;const step=by=>{const all=$(".note");if(!all.length)return;at=(at+by+all.length)%all.length;const n=all[at];location.hash=n.querySelector('a[href^="#s-"]').getAttribute("href");n.querySelector("a").focus({preventScroll:true})};
const copy=()=>{const n=document.activeElement.closest(".note")||$(".note.on")[0];const li=n&&document.getElementById("f-"+n.dataset.n);if(li&&navigator.clipboard)navigator.clipboard.writeText(li.innerText.trim().replace(/\\s+/g," ")).then(()=>{document.getElementById("told").textContent="Citation "+n.dataset.n+" copied"},()=>{})};
const go=id=>{location.hash=id;const h=document.getElementById(id);if(h){h.tabIndex=-1;h.focus({preventScroll:true})}};
addEventListener("keydown",e=>{if(e.ctrlKey||e.metaKey||e.altKey)return;const t=e.target;if(t.matches&&t.matches("input,textarea,select,[contenteditable]"))return;
const token=t.closest&&t.closest("a.token");if(token&&e.key.startsWith("Arrow")){const lanes=$("g[data-lane]"),lane=lanes.indexOf(token.parentElement),own=$("a.token",token.parentElement),i=own.indexOf(token);let to=null;
if(e.key==="ArrowRight")to=own[i+1];if(e.key==="ArrowLeft")to=own[i-1];if(e.key==="ArrowUp"||e.key==="ArrowDown"){const next=lanes[lane+(e.key==="ArrowDown"?1:-1)];if(next){const x=token.getBoundingClientRect().x;to=$("a.token",next).sort((a,b)=>Math.abs(a.getBoundingClientRect().x-x)-Math.abs(b.getBoundingClientRect().x-x))[0]}}
if(to){e.preventDefault();to.focus()}return}
if(keys.open||!single.checked)return;
const act={j:()=>step(1),k:()=>step(-1),y:copy,o:()=>go("overview"),l:()=>go("ledger"),c:()=>go("accounts"),r:()=>go("articles"),"?":()=>keys.showModal()}[e.key];if(act){e.preventDefault();act()}});
const links=$(".bar0 nav a");if("IntersectionObserver" in window){const see=new IntersectionObserver(es=>{for(const e of es)if(e.isIntersecting)for(const a of links)a.hash==="#"+e.target.id?a.setAttribute("aria-current","true"):a.removeAttribute("aria-current")},{rootMargin:"-20% 0px -75% 0px"});for(const s of $("main>section[id]"))see.observe(s)}
})();`;
