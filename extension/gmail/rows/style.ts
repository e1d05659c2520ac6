/**
 * Of what stands on a row. It lies in a shadow root: Gmail's rules and ours do not meet, and neither the page nor another
 * extension reads what is known here. Lower than Gmail's lowest row, so that no row grows by it.
 */
export const rowStyle = `
:host { all: initial; contain: content; display: inline-flex; flex: none; max-width: 55%; height: 16px; margin-inline-end: 6px;
  vertical-align: middle; align-self: center; overflow: clip; color-scheme: light; }
:host([dark]) { color-scheme: dark; }
/* Where a row is narrow the name of a stage gives way, the one text that can be long. */
.all { display: flex; gap: 4px; min-width: 0; font: 500 11px/16px system-ui, "Segoe UI", Roboto, sans-serif; }
.all:lang(zh-CN) { font: 500 12px/16px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.all:lang(zh-TW) { font: 500 12px/16px system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
.chip { box-sizing: border-box; flex: none; height: 16px; padding: 0 4px; border-radius: 4px;
  white-space: nowrap; overflow: clip; text-overflow: ellipsis; font-variant-numeric: tabular-nums;
  color: light-dark(#1c2024, #edeef0); background: light-dark(#e8e8ec, #2e3135); }
.stage { flex: 0 1 auto; min-width: 36px; }
.chip > i { display: inline-block; width: 8px; height: 8px; margin-inline-end: 4px; border-radius: 2px; }
.chip > svg { width: 12px; height: 12px; margin-inline-end: 4px; vertical-align: -2px; fill: none; stroke: currentColor; stroke-width: 1.4; }
.info { color: light-dark(#113264, #c2e6ff); background: light-dark(#e6f4fe, #0d2847); }
.success { color: light-dark(#193b2d, #b1f1cb); background: light-dark(#e6f6eb, #132d21); }
.warning { color: light-dark(#4f3422, #ffe7b3); background: light-dark(#fff7c2, #302008); }
.danger { color: light-dark(#641723, #ffd1d9); background: light-dark(#feebec, #3b1219); }
@media (forced-colors: active) { .chip { border: 1px solid; line-height: 14px; } .chip > i { forced-color-adjust: none; } }
`;
