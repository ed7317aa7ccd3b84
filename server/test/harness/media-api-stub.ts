import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Takes the place of LiveKit's API where only the calls matter; `created` names the rooms that were asked for. */
export const startMediaApiStub = async (): Promise<{ url: string; created: string[] }> => {
  const created: string[] = [];
  const stub = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += String(chunk)));
    request.on('end', () => {
      if (request.url?.endsWith('/CreateRoom')) created.push((JSON.parse(body) as { name: string }).name);
      response.setHeader('Content-Type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    stub.closeAllConnections();
    stub.close();
  });
  return { url: `ws://127.0.0.1:${(stub.address() as AddressInfo).port}`, created };
};
