export const css = `
:host { contain: none; }
.list { width: min(340px, 90vw); max-height: 300px; overflow: auto; padding: 4px; border: 1px solid var(--control-soft); border-radius: 8px;
  background: var(--bg); box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
.option { padding: 4px 8px; border-radius: 6px; cursor: pointer; }
.option[aria-selected=true] { background: var(--hover); outline: 1px solid var(--accent); }
.name { font-weight: 600; overflow-wrap: anywhere; }
.text { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: var(--muted); }
.hint { padding: 4px 8px; color: var(--muted); overflow-wrap: anywhere; }
.bar { display: flex; flex-wrap: wrap; gap: 6px; padding: 4px; align-items: center; }
.bar input { flex: 1; min-width: 120px; max-width: none; }
.preview { margin: 4px; padding: 8px; max-height: 140px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid var(--control-soft); }
.subject { font-weight: 600; }
@media (forced-colors: active) { .option[aria-selected=true] { outline: 2px solid Highlight; } }
`;
