/** One small style for every page; it stands in the page itself, so that nothing else need be fetched. */
export const style = `:root{color-scheme:light dark;--text:#1a1a1a;--soft:#595959;--ground:#fff;--raised:#f5f5f6;--line:#d4d4d8;--field:#8b8b93;--act:#1d4ed8;--on-act:#fff;--bad:#b42318;--bad-ground:#fef1f0;--good:#146c2e;--good-ground:#eefaf1}
@media (prefers-color-scheme:dark){:root{--text:#ececec;--soft:#b0b0b0;--ground:#1b1b1d;--raised:#252528;--line:#3a3a3d;--field:#85858d;--act:#8ab4ff;--on-act:#10182b;--bad:#ffb4ab;--bad-ground:#3b1d1b;--good:#86d99b;--good-ground:#173321}}
*{box-sizing:border-box}[hidden]{display:none}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,body>footer{max-inline-size:44rem;margin-inline:auto;padding-inline:1.25rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;padding-block:.75rem;border-block-end:1px solid var(--line)}
header nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;flex:1}
header form{margin:0}
main{padding-block:2rem 3rem}
main.narrow{max-inline-size:30rem}header+main.narrow{max-inline-size:44rem}main.narrow>*{max-inline-size:27.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.125rem;line-height:1.3;margin:2rem 0 .5rem}
p{margin-block:.5rem}
ol,ul{padding-inline-start:1.25rem}li{margin-block:.5rem}
body>footer,.soft{color:var(--soft)}
body>footer{padding-block:1rem;border-block-start:1px solid var(--line)}
a{color:inherit}a[aria-current]{font-weight:600;text-decoration:none}
nav a,header button{display:inline-flex;align-items:center;min-block-size:2rem}
.brand{font-weight:600;text-decoration:none}
.tabs{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-block-end:1.25rem;padding-block-end:.25rem;border-block-end:1px solid var(--line)}
label{display:block;font-weight:600;margin-block-start:1rem}
label.tick{display:flex;gap:.5rem;align-items:baseline;font-weight:400}
input:not([type=checkbox]),select{display:block;inline-size:100%;min-block-size:2.5rem;margin-block-start:.25rem;padding:.375rem .625rem;font:inherit;font-weight:400;color:inherit;background:var(--ground);border:1px solid var(--field);border-radius:.375rem}
small{display:block;color:var(--soft);font-weight:400;font-size:.875rem}
button{min-block-size:2.5rem;padding:.375rem 1rem;font:inherit;font-weight:600;border:1px solid var(--act);border-radius:.375rem;background:var(--act);color:var(--on-act);cursor:pointer}
button.quiet{background:none;color:inherit;border-color:var(--field);font-weight:400}
button.plain{background:none;color:inherit;border:0;padding:0;font-weight:400;text-decoration:underline}
button.bad{background:none;color:var(--bad);border-color:var(--bad)}
form>button{margin-block-start:1.25rem}header form>button{margin:0}details form{margin-block:.75rem}main>details{margin-block-start:1rem}
:focus-visible{outline:2px solid var(--act);outline-offset:2px}
.row{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;justify-content:space-between;padding-block:.75rem;border-block-end:1px solid var(--line)}
.row>div{flex:1 1 14rem;min-inline-size:0}
.row form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:0}
.row form>button,.row form label,.side>button{margin:0}
.row select{inline-size:auto;margin:0}
.row>details{align-self:center}
details>summary{cursor:pointer;color:var(--soft)}
details[open]>summary{margin-block-end:.5rem}
.rows{list-style:none;padding:0;margin:0;border-block-start:1px solid var(--line)}.rows>li{margin:0}.rows.spaced{margin-block-start:1.25rem}.warn{color:var(--bad)}
.said{padding:.75rem 1rem;border-radius:.375rem;margin-block:0 1.25rem}
.said.bad{background:var(--bad-ground);color:var(--bad)}.said.good{background:var(--good-ground);color:var(--good)}
.code{font:600 1.75rem/1.3 ui-monospace,monospace;letter-spacing:.08em;margin-block:.5rem}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.375rem 1.25rem;margin:0}
dt{color:var(--soft)}dd{margin:0}
@media (max-width:34rem){header nav{order:1;flex-basis:100%}header form{margin-inline-start:auto}}
@media (max-width:26rem){dl{grid-template-columns:1fr}dd{margin-block-end:.5rem}main{padding-block-start:1.25rem}}`;

/**
 * Takes a link's code from behind the # into the form and out of the address: so it is never sent but by the form, and
 * stands in no log or history. Without scripts the code is pasted by hand.
 */
export const codeScript = `const code=location.hash.slice(1);if(code){for(const field of document.querySelectorAll('input[name=code]')){field.value=code;field.closest('label').hidden=true}history.replaceState(null,'',location.pathname)}`;
