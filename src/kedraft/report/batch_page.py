"""How the page of a batch looks and moves: its head with the style, and its script. The words are in `batch_html`."""

HEAD = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light">
<title>$TITLE</title><style>
:root{--ink:#171b21;--soft:#4a5462;--line:#d3d9e1;--paper:#fff;--ground:#f4f6f9;--ready:#166a39;--look:#8a5300;--faulty:#b3261e;--failed:#5c1a6b;--link:#12539c}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 "Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
header,main,footer{max-width:1240px;margin:0 auto;padding:0 24px}header{padding-top:28px}footer{padding-bottom:40px}
h1{font-size:25px;line-height:1.25;margin:2px 0 6px;max-width:46em;text-wrap:balance}h2{font-size:19px;margin:34px 0 10px}h3{font-size:16.5px;line-height:1.4;margin:0}p{margin:4px 0}
.over{color:var(--soft);font-size:14px;letter-spacing:.02em}a{color:var(--link)}a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,.wide:focus-visible{outline:3px solid #1a6fd1;outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px;top:8px;background:#fff;padding:8px 14px;z-index:2}.skip:focus{left:12px}
.stopped{background:#fff3d6;border:1px solid #d9a93a;border-radius:8px;padding:8px 14px;margin-top:10px}
.js{display:none}.on .js{display:revert}[hidden]{display:none!important}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:20px 0 12px;padding:0;list-style:none}
.tile{display:block;height:100%;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:12px 16px;text-decoration:none;color:var(--ink)}
.tile:hover{border-color:var(--link)}.tile b{display:block;font-size:32px;line-height:1.15;font-variant-numeric:tabular-nums}.tile[aria-current]{box-shadow:0 0 0 2px var(--link);border-color:var(--link)}
.tile.ready b{color:var(--ready)}.tile.look b{color:var(--look)}.tile.faulty b{color:var(--faulty)}.tile.failed b{color:var(--failed)}
.bar{display:flex;height:10px;border-radius:5px;overflow:hidden;background:var(--line)}.bar span{min-width:3px}.bar .ready{background:var(--ready)}.bar .look{background:#d28a1c}.bar .faulty{background:var(--faulty)}.bar .failed{background:var(--failed)}
.lead{font-size:17px;margin-top:12px;max-width:60em}
.faults{list-style:none;margin:0;padding:0;display:grid;gap:12px}.faults>li{background:var(--paper);border:1px solid var(--line);border-left:5px solid var(--look);border-radius:8px;padding:12px 16px;overflow-wrap:anywhere}
.faults>.error{border-left-color:var(--faulty)}.faults>.info{border-left-color:#6b7684}
.faults h3 .mark{font-size:13px;padding:1px 8px;border-radius:10px;margin-right:4px;color:#fff;background:var(--look);white-space:nowrap;vertical-align:1px}.faults .error h3 .mark{background:var(--faulty)}.faults .info h3 .mark{background:#56606e}
.count{font-weight:400;color:var(--soft);white-space:nowrap}.count::before{content:"· "}.ground{color:var(--soft);font-size:14px}
.cases summary{cursor:pointer;color:var(--link);width:fit-content}.cases dl{margin:6px 0 4px;display:grid;grid-template-columns:minmax(8em,auto) 1fr;gap:4px 14px}.cases dt{font-weight:600}.cases dd{margin:0}.cases i{font-style:normal;color:var(--soft);white-space:nowrap}
button,select,input{font:inherit;color:inherit}button{background:#fff;border:1px solid #8b96a5;border-radius:6px;padding:3px 12px;cursor:pointer}button:hover{border-color:var(--link);color:var(--link)}
.ground button{margin-left:8px;font-size:14px;padding:1px 10px}
.wide{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:8px}table{border-collapse:collapse;width:100%}th,td{padding:5px 12px;text-align:right;font-variant-numeric:tabular-nums;border-bottom:1px solid var(--line)}
tr:last-child>*{border-bottom:0}th:first-child{text-align:left}thead th{background:#e9edf3;font-weight:600}tbody th{font-weight:400}td.faulty,td.failed{color:var(--faulty);font-weight:600}td.ready{color:var(--ready)}td.look{color:var(--look)}
.on .filters{display:flex}.filters{flex-wrap:wrap;gap:10px 14px;align-items:end;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:12px 16px;margin-bottom:10px}
.filters label{display:grid;font-size:14px;color:var(--soft)}.filters input,.filters select{border:1px solid #8b96a5;border-radius:6px;padding:4px 8px;background:#fff;color:var(--ink);font-size:15px;height:36px}.filters input{width:17em;max-width:100%}.filters select{max-width:15em}.filters button{height:36px}
output{flex-basis:100%;font-weight:600}
.cols,.rows>li{display:grid;gap:0 14px;grid-template-columns:minmax(0,4.4fr) minmax(0,1.35fr);padding:0 16px 0 12px}.cols{color:var(--soft);font-size:14px}.cols .line{padding-top:0;padding-bottom:4px}
.rows{list-style:none;margin:0;padding:0;background:var(--paper);border:1px solid var(--line);border-radius:8px}.many>li{content-visibility:auto;contain-intrinsic-size:auto 41px}.rows>li{border-bottom:1px solid var(--line)}.rows>li:last-child{border-bottom:0}
.rows summary,.line{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1.1fr) minmax(0,1fr) minmax(0,1.15fr);gap:0 14px;padding:8px 0 8px 26px;position:relative}.rows summary{cursor:pointer;list-style:none}.rows summary:focus-visible{outline-offset:-3px}.rows summary::-webkit-details-marker{display:none}
.rows summary::before{content:"";position:absolute;left:7px;top:15px;border:solid transparent;border-width:5px 0 5px 7px;border-left-color:var(--soft)}.rows [open]>summary::before{transform:rotate(90deg)}.rows li:hover{background:#f7fafd}
.rows summary>span:nth-child(2),.line>span:nth-child(2){color:var(--soft)}.rows .mark{font-weight:600}.ready .mark{color:var(--ready)}.look .mark{color:var(--look)}.faulty .mark{color:var(--faulty)}.failed .mark{color:var(--failed)}
.rows .mark::before{content:"";display:inline-block;width:9px;height:9px;border-radius:50%;background:currentColor;margin-right:7px}.rows .failed .mark::before{border-radius:1px;transform:rotate(45deg)}.rows .faulty .mark::before{border-radius:1px}
.file{padding:8px 0;overflow-wrap:anywhere;font-size:15px}.rows details p,.rows details ul{margin:0 0 10px 26px;padding:0}.rows details ul{list-style:none;display:grid;gap:6px}
.rows details li{border-left:3px solid var(--look);padding-left:10px;overflow-wrap:anywhere}.rows details li.s0{border-color:var(--faulty)}.rows details li.s2{border-color:#8b96a5}.rows small{display:block;color:var(--soft);font-size:13.5px}
:target{outline:3px solid #e0a53a;outline-offset:-1px}.none{padding:14px 0}footer ol{padding-left:1.3em;margin:0}
@media(max-width:760px){header,main,footer{padding-left:14px;padding-right:14px}h1{font-size:21px}.tiles{grid-template-columns:1fr 1fr;gap:8px}.tile{padding:8px 12px}.tile b{font-size:25px}.cols{display:none}
.rows>li{grid-template-columns:minmax(0,1fr);padding:0 12px 4px 6px}.many>li{contain-intrinsic-size:auto 112px}.rows summary,.line{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 10px;padding-bottom:2px}.rows summary>*:nth-child(2),.line>*:nth-child(2){text-align:right}.rows summary>*:nth-child(4),.line>*:nth-child(4){text-align:right}
.file{padding:0 0 6px 26px}.cases dl{grid-template-columns:1fr}.filters label,.filters input,.filters select{width:100%;max-width:none}.count{white-space:normal}}
@page{size:A4;margin:14mm 12mm}
@media print{body{background:#fff;font-size:11px;line-height:1.35}header,main,footer{max-width:none;padding:0}h1{font-size:16px}h2{font-size:13px;break-after:avoid;margin:14px 0 6px}h3{font-size:12px;break-after:avoid}.filters,.skip,.ground button{display:none!important}
.tile{padding:4px 8px}.tile b{font-size:18px}.lead{font-size:12px}.faults{display:block}.faults>li{padding:6px 10px;margin-bottom:6px}.cases summary{display:none}.cases::details-content{content-visibility:visible;display:block}
.many>li{content-visibility:visible}.rows>li{break-inside:avoid;padding:0}.rows summary,.line{padding:2px 0;grid-template-columns:minmax(0,1.1fr) minmax(0,1.1fr) minmax(0,1.3fr) minmax(0,1.1fr)}.rows summary::before{display:none}.cols{padding:0}.cols,.file,.ground{font-size:10px}.file{padding:2px 0}.file a,.cases a,th a{color:inherit;text-decoration:none}.rows details p,.rows details ul{margin-left:0}.rows small{font-size:10px}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
</style><script>document.documentElement.className='on'</script></head><body>"""

SCRIPT = """<script>
(()=>{
const data=JSON.parse(document.getElementById('data').textContent),form=document.querySelector('.filters'),rows=[...document.querySelector('.rows').children];
const said=form.querySelector('output'),none=document.querySelector('.none'),fold=s=>s.normalize('NFD').replace(/[\\u0300-\\u036f]/g,'').replace(/[đĐ]/g,'d').toLowerCase();
let words=null;
const make=(tag,text,name)=>{const e=document.createElement(tag);if(text)e.textContent=text;if(name)e.className=name;return e};
function fill(row){const d=row.querySelector('details');if(!d||d.dataset.full)return;d.dataset.full=1;const list=make('ul');
for(const[f,m,p]of data.rows[rows.indexOf(row)][3]){const[rank,name,rule,ground]=data.faults[f-1],item=make('li','','s'+rank),link=make('a','việc '+f);link.href='#f'+f;item.append(make('b',name+': '),data.texts[m]);
const small=make('small',[data.texts[p],ground,'quy tắc '+rule].filter(Boolean).join(' · ')+' · ');small.append(link);item.append(small);list.append(item)}d.querySelector('p').replaceWith(list)}
const listed=document.querySelector('.rows');
listed.addEventListener('toggle',e=>{if(e.target.open)fill(e.target.closest('.rows>li'))},true);
function paint(){const v=Object.fromEntries(new FormData(form)),asked=fold(v.text).split(',').map(s=>s.trim().replace(/\\s+/g,' ')).filter(Boolean);if(asked.length&&!words)words=rows.map(r=>fold(r.textContent));let shown=0;
rows.forEach((row,at)=>{const[province,kind,standing,cases]=data.rows[at];
const ok=(!v.province||province==v.province)&&(!v.kind||kind===v.kind)&&(!v.standing||standing===v.standing)&&(!v.severity||cases.some(c=>data.faults[c[0]-1][0]==v.severity))&&(!v.fault||cases.some(c=>c[0]==v.fault))&&asked.every(a=>words[at].includes(a));
if(row.hidden===ok)row.hidden=!ok;shown+=ok});
const count=n=>n.toLocaleString('vi-VN');said.textContent=shown===rows.length?`Hiện tất cả ${count(rows.length)} địa phương`:`Hiện ${count(shown)} trên ${count(rows.length)} địa phương`;none.hidden=shown>0;
document.querySelectorAll('.tile').forEach(t=>v.standing===t.dataset.standing?t.setAttribute('aria-current','true'):t.removeAttribute('aria-current'))}
let soon;form.addEventListener('input',e=>{clearTimeout(soon);soon=setTimeout(paint,e.target.name==='text'?120:0)});form.addEventListener('reset',()=>setTimeout(paint));form.addEventListener('submit',e=>e.preventDefault());
form.unfold.addEventListener('click',()=>{const shut=rows.filter(r=>!r.hidden).map(r=>r.querySelector('details')).filter(Boolean),open=shut.some(d=>!d.open);shut.forEach(d=>{d.open=open;if(open)fill(d.closest('.rows>li'))});form.unfold.textContent=open?'Gấp hết chi tiết':'Mở hết chi tiết'});
document.addEventListener('click',e=>{const from=e.target.closest('[data-standing],[data-province],[data-fault]');if(!from||from.closest('form'))return;e.preventDefault();
const{standing,province,fault}=from.dataset,same=standing&&form.standing.value===standing;form.reset();if(standing&&!same)form.standing.value=standing;if(province)form.province.value=province;if(fault)form.fault.value=fault;
paint();const to=document.getElementById('rows');to.scrollIntoView();to.focus({preventScroll:true})});
function reveal(){const row=location.hash.startsWith('#r')&&document.querySelector(location.hash);if(row&&row.closest('.rows')&&row.hidden){form.reset();setTimeout(()=>{paint();row.scrollIntoView()})}}
addEventListener('hashchange',reveal);
let shut=[];addEventListener('beforeprint',()=>{shut=[...document.querySelectorAll('.cases:not([open])')];shut.forEach(d=>d.open=true)});addEventListener('afterprint',()=>shut.forEach(d=>d.open=false));
paint()})();
</script></body></html>"""
