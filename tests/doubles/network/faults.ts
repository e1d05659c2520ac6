import type { ServerResponse } from 'node:http';

const page = `<!doctype html><html><head><title>Sign in to the Wi-Fi</title></head>
<body><h1>Welcome</h1><script>document.title = 'executed'</script></body></html>`;

/** Ways in which something that is not our server, or not well, answers a request. */
export const faults = {
  /** A captive portal or a proxy's error page. */
  html: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  },
  /** The same page where JSON was promised. */
  htmlAsJson: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(page);
  },
  badGateway: (response: ServerResponse) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end(page);
  },
  serverError: (response: ServerResponse) => {
    response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":"boom"}');
  },
  garbage: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(Buffer.from(Array.from({ length: 2048 }, (_, i) => (i * 89 + 17) % 256)));
  },
  /** JSON, in the envelope of the protocol, of another meaning. */
  wrongTypes: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"result":{"data":{"epoch":7,"rows":"none","cursor":{},"results":null,"more":"yes"}}}');
  },
  /** Deeper than a recursive reader's stack. */
  deep: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  },
  empty: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '0' }).end();
  },
  /** Promises more than it sends, then hangs up. */
  cut: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"result":{"data":');
    setTimeout(() => response.destroy(), 20);
  },
  hangUp: (response: ServerResponse) => {
    response.destroy();
  },
  /** Takes the request and never answers. */
  silent: () => undefined,
  redirect: (response: ServerResponse) => {
    response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end();
  },
} satisfies Record<string, (response: ServerResponse) => void>;

export type Fault = keyof typeof faults;
