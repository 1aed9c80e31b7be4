/**
 * The style sheet of the report: quiet, typographic, light and dark, screen and A4.
 *
 * Colours: text at least 4.5:1 and lines that carry meaning 3:1 against their ground,
 * in both schemes. A judgement has a shape and a word beside its colour.
 */
import { CHART_PAGE_CSS } from './charts/chart-css.ts'
import { escapeCss } from './html.ts'

/** The running head on paper names the title, and the edition where there is one. */
export function styleSheet(title: string, edition: string | null, editionWord: string): string {
  const head = edition === null ? title : `${title} · ${editionWord} ${edition}`
  return [COLOURS, TYPE, LAYOUT, TABLES, FIGURES, CHART_PAGE_CSS, SMALL_SCREENS, PAPER, running(head)].join(
    '\n',
  )
}

const COLOURS = `
:root{color-scheme:light dark;--paper:#fff;--tint:#f3f6f9;--ink:#1b1b1b;--muted:#545454;--rule:#d3d9df;
--strong:#154273;--link:#01588a;--favourable:#01689b;--unfavourable:#a04300;--unknown:#545454;--alert:#fff4e5;--alert-edge:#c25a00}
@media screen and (prefers-color-scheme:dark){:root{--paper:#15191e;--tint:#1d232a;--ink:#ececec;--muted:#c0c4c9;
--rule:#3b4149;--strong:#a8ccf5;--link:#8fcae7;--favourable:#8fcae7;--unfavourable:#f7a03c;--unknown:#c0c4c9;
--alert:#33270f;--alert-edge:#f7a03c}}`

const TYPE = `
*{box-sizing:border-box}
html{font:100%/1.5 "Source Sans 3","Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif;
background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;font-variant-numeric:lining-nums}
body{margin:0}
h1,h2,h3{color:var(--strong);line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.75rem);margin:.25rem 0 .5rem;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:1.625rem;margin:0 0 1rem}
h3{font-size:1.125rem;margin:2rem 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}
p,li,dd{max-width:44rem}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--strong);outline-offset:2px;border-radius:1px}
code{font-family:ui-monospace,"Cascadia Mono",Consolas,"Liberation Mono",monospace;font-size:.8125em;overflow-wrap:anywhere}
.intro{font-size:1.0625rem}
.note,.figure-notes{font-size:.875rem;color:var(--muted)}
.whole{white-space:nowrap}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem;top:0;padding:.75rem 1rem;background:var(--strong);color:var(--paper);z-index:2}
.skip:focus{left:0}`

const LAYOUT = `
.synthetic{background:var(--alert);border-bottom:3px solid var(--alert-edge);padding:.75rem var(--side)}
.synthetic p{margin:0;max-width:none}
:root{--side:max(1rem,calc((100vw - 76rem)/2))}
.masthead{border-top:.5rem solid var(--strong);padding:2rem var(--side) 1.5rem;border-bottom:1px solid var(--rule)}
.synthetic + .masthead{border-top-width:.25rem}
.programme{color:var(--muted);margin:0;letter-spacing:.02em}
.masthead .question{font-size:1.25rem;color:var(--muted);margin:0 0 1.5rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(13rem,100%),1fr));gap:.75rem 1.5rem;margin:0 0 1rem}
.facts dt{font-size:.8125rem;color:var(--muted)}
.facts dd{margin:0;overflow-wrap:anywhere}
.columns{padding:2rem var(--side) 4rem}
.contents h2{font-size:1rem;margin:0 0 .5rem}
.contents ol{margin:0 0 2rem;padding:0;list-style:none;counter-reset:item;columns:16rem;column-gap:2rem}
.contents li{counter-increment:item;break-inside:avoid}
.contents a{display:flex;gap:.5rem;padding:.25rem 0;min-height:1.75rem;text-decoration:none}
.contents a::before{content:counter(item);min-width:1.25rem;color:var(--muted);font-variant-numeric:tabular-nums;text-align:right}
.contents a:hover{text-decoration:underline}
main{min-width:0}
main:focus{outline:none}
section{margin:0 0 3.5rem;scroll-margin-top:1rem}
section>h2{border-top:2px solid var(--strong);padding-top:.75rem}
.section-number{color:var(--muted);font-weight:400;margin-right:.25rem}
@media screen and (min-width:68rem){
.columns{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:3rem}
.contents{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;font-size:.9375rem}
.contents ol{columns:auto;margin:0}}
.messages{list-style:none;padding:0;margin:0}
.messages li{padding:.75rem 0;border-bottom:1px solid var(--rule);font-size:1.0625rem;max-width:48rem}
.messages .answer{border:0;border-left:.375rem solid var(--strong);background:var(--tint);padding:1.25rem 1.5rem;margin:0 0 .5rem}
.messages .answer p:last-child{margin:0}
.asked{color:var(--muted);margin:0 0 .25rem;font-size:1rem}
.lead{font-size:1.375rem;line-height:1.3;font-weight:600;color:var(--strong);margin:0 0 .75rem;text-wrap:balance}
.more{white-space:nowrap;font-size:.9375rem}
.more::before{content:"→\\00a0";color:var(--muted)}
.tiles{list-style:none;padding:0;margin:0 0 2rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));gap:1.5rem 2rem}
.tiles li{border-top:1px solid var(--strong);padding-top:.5rem;font-size:.875rem;color:var(--muted)}
.tiles h3{margin:0;font-size:1rem}
.tiles p{margin:0 0 .25rem}
.tiles .big{font-size:2.25rem;line-height:1.15;font-weight:600;color:var(--ink);margin:0 0 .25rem}
.verdict{border-left:.375rem solid var(--unknown);background:var(--tint);padding:1.25rem 1.5rem;margin:0 0 2rem;max-width:52rem;break-inside:avoid}
.verdict[data-light^=green]{border-color:var(--favourable)}
.verdict[data-light^=red]{border-color:var(--unfavourable)}
.verdict h3{margin:0;font-size:1rem;color:var(--muted);font-weight:400}
.verdict ul{margin:0;padding-left:1.125rem;font-size:.9375rem}
.verdict li{margin:0 0 .25rem}
.light{margin:0 0 .5rem;font-weight:600}
[class^=light-]{white-space:nowrap}
[class^=light-green]{color:var(--favourable)}[class^=light-red]{color:var(--unfavourable)}
.light-amber,.light-white,.light-grey{color:var(--unknown)}
.symbol{vertical-align:-.1em}
.method>div,.glossary>div,.warnings>div{padding:.75rem 0;border-bottom:1px solid var(--rule);break-inside:avoid}
@media (min-width:56rem){.method>div,.glossary>div{display:grid;grid-template-columns:11rem minmax(0,1fr);column-gap:1.5rem}
.method dt,.glossary dt{grid-row:1/99}.method dd,.glossary dd{grid-column:2}}
.method dt,.glossary dt,.warnings dt{font-weight:600}
.method dd,.glossary dd,.warnings dd{margin:.125rem 0 0}
.warnings code{color:var(--muted);font-weight:400}
.places{font-size:.875rem;color:var(--muted)}
h4{font-size:1rem;color:var(--strong);line-height:1.3;margin:0 0 .5rem}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:1.5rem 2rem;margin:0 0 2rem}
.card{border-top:1px solid var(--strong);padding-top:.5rem;font-size:.875rem;min-width:0;break-inside:avoid}
.card dl{margin:0}
.card dl>div{display:grid;grid-template-columns:minmax(0,8rem) minmax(0,1fr);column-gap:1rem;padding:.25rem 0;border-bottom:1px solid var(--rule)}
.card dt{grid-row:1/99;color:var(--muted)}
.card dd{grid-column:2;margin:0;overflow-wrap:anywhere}
.card dd a{display:inline-block;padding:.125rem 0}
.card .wave{color:var(--muted);font-variant-numeric:tabular-nums}
.limits li,.references li{margin:0 0 .5rem}
.citation{border-left:.25rem solid var(--rule);padding-left:1rem}`

const TABLES = `
.table{margin:0 0 2rem}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;min-width:min(100%,30rem);font-variant-numeric:tabular-nums}
caption{caption-side:top;text-align:left;font-size:1rem;font-weight:600;color:var(--ink);padding:0 0 .5rem}
th,td{padding:.375rem .75rem .375rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{vertical-align:bottom;font-weight:600;border-bottom:1px solid var(--ink);border-top:1px solid var(--ink);hyphens:auto}
#key-figures tbody th,figure tbody th{min-width:8.5rem}
#break-facts tbody th,#sensitivity tbody th{min-width:11rem}
tbody tr:last-child>*{border-bottom-color:var(--ink)}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.interval{display:block;color:var(--muted);white-space:nowrap}
.groups>*{border-top:1px solid var(--ink)!important;border-bottom:0!important;padding-bottom:0}
.groups th{text-align:right}
.groups+tr>th{border-top:0}
.table>.note{margin:.5rem 0 0}
.file,.moment{display:block;overflow-wrap:anywhere;min-width:8.5rem}
.checksum{overflow-wrap:anywhere;display:block;min-width:16rem}
details{margin:0 0 1.5rem}
summary{cursor:pointer;padding:.25rem 0;min-height:1.75rem;color:var(--link);width:fit-content}
details[open]>summary{margin-bottom:.5rem}`

const FIGURES = `
figure{margin:0 0 2.5rem;padding:1rem 0 0;border-top:1px solid var(--rule);max-width:52rem}
h3+figure{border-top:0;padding-top:0}
figcaption{margin:0 0 .75rem}
figcaption span{display:block}
.label{font-size:.875rem;color:var(--muted)}
.finding{font-size:1.1875rem;line-height:1.3;font-weight:600;color:var(--strong);text-wrap:balance}
.definition{font-size:.9375rem;color:var(--muted);margin-top:.25rem}
figure details{margin:.75rem 0}
.figure-notes{margin:0 0 .375rem;max-width:none}
.figure-notes b{font-weight:600;color:var(--ink);margin-right:.25rem}
.figure-notes a{display:inline-block;padding:.125rem 0}`

const SMALL_SCREENS = `
@media screen and (max-width:40rem){
.masthead{padding-top:1.25rem}
.columns{padding-top:1.25rem}
h2{font-size:1.375rem}
.lead{font-size:1.1875rem}
.messages .answer,.verdict{padding:1rem}
.scroll{margin-right:calc(-1*var(--side));padding-right:var(--side)}
caption{max-width:calc(100vw - 2*var(--side))}
table caption{position:sticky;left:0;display:table-caption}
#key-figures tbody th,figure tbody th{min-width:6.5rem}
.card dl>div{display:block}
.more{white-space:normal}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.verdict,.messages .answer{border-left-color:CanvasText}}`

const PAPER = `
@media print{
html{font-size:9.5pt}
:root{--side:0}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.skip,.contents,.download{display:none}
.synthetic{padding:.75rem 1rem}
.masthead{padding:1.5rem 0 1rem}
.columns{padding:1.5rem 0 0;display:block}
.tiles{grid-template-columns:repeat(4,1fr)}
section{margin-bottom:2rem}
h2,h3,.intro,figcaption,caption,summary{break-after:avoid}
tr,li,dt{break-inside:avoid}
svg,figcaption,table,.tiles li{break-inside:avoid}
details table{break-inside:auto}
thead{display:table-header-group}
.scroll{overflow:visible}
table{font-size:.82rem}
th,td{padding-right:.5rem}
details::details-content{content-visibility:visible;display:block;height:auto;opacity:1}
summary{list-style:none;color:var(--ink);font-weight:600}
summary::-webkit-details-marker{display:none}
.chart-wide{display:block}
a{color:inherit}
a[href^=http]::after{content:" (" attr(href) ")"}
.more{text-decoration:none}}`

function running(head: string): string {
  return `@page{size:A4;margin:20mm;@top-left{content:"${escapeCss(head)}";font:8pt sans-serif;color:#545454}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#545454}}`
}
