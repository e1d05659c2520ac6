/** The sidebar's colours (ui/tokens.css), for what of ours stands among the mailbox's own: its styles do not reach there. */
export const colours = `
--bg: light-dark(#fcfcfd, #111113); --bg-2: light-dark(#f9f9fb, #18191b); --hover: light-dark(#f0f0f3, #212225);
--press: light-dark(#e8e8ec, #272a2d); --text: light-dark(#1c2024, #edeef0); --muted: light-dark(#60646c, #b0b4ba);
--control: light-dark(#80838d, #777b84); --control-soft: light-dark(#d9d9e0, #43484e);
--accent: #3e63dd; --accent-hover: light-dark(#3358d4, #4a6ee3); --on-accent: #ffffff; --accent-text: light-dark(#3a5bc7, #9eb1ff);
--focus: #3e63dd; --warning-bg: light-dark(#fff7c2, #302008); --warning-text: light-dark(#4f3422, #ffe7b3);
--warning-line: light-dark(#e9c162, #714f19);
`;
