// Serves the page that has livekit-client and nothing else.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = 'text/javascript; charset=utf-8';
const files = {
  '/': [join(import.meta.dirname, 'bare.html'), 'text/html; charset=utf-8'],
  '/bare-client.mjs': [join(import.meta.dirname, 'bare-client.mjs'), script],
  '/livekit-client.mjs': [fileURLToPath(import.meta.resolve('livekit-client')), script],
};

export const startBareSite = async () => {
  const server = createServer(({ url }, answer) => {
    const [file, type] = files[url] ?? [];
    if (!file) return answer.writeHead(404).end();
    createReadStream(file).pipe(answer.writeHead(200, { 'Content-Type': type }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${server.address().port}`, stop };
};
