import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeFolder, startTestServer, type TestServer } from './harness/test-server.js';

const makeLibrary = (): string => {
  const folder = join(makeFolder(), 'public');
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  writeFileSync(join(folder, 'conference-page.js'), 'export const page = 1;');
  writeFileSync(join(folder, 'chunks/lit-Ab3_-9.js'), 'export const lit = 1;');
  writeFileSync(join(folder, 'large.js'), 'export {};'.repeat(1000));
  writeFileSync(join(folder, 'large.js.br'), brotliCompressSync('export {};'.repeat(1000)));
  writeFileSync(join(folder, '../secret.txt'), 'not for anyone');
  return folder;
};

const directivesOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name, ...values] = directive.split(' ');
      return [name!, values.join(' ')];
    }),
  );

describe('the conference page', () => {
  const open = async (server: TestServer, eventId: string) => server.call<string>('GET', `/conference/${eventId}`);

  it('shows the conference of its event, and allows itself only what that takes', async () => {
    const server = await startTestServer({
      publicUrl: 'https://events.example.org/backend',
      livekitUrl: 'wss://media.example.org',
      allowedOrigins: ['https://club.example', 'https://choir.example'],
    });
    const eventId = await server.makeEvent();
    const { status, headers, body } = await open(server, eventId);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(body).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(body).toContain('<title>Spring members’ meeting</title>');
    expect(body).toContain(`<event-conference event-id="${eventId}" backend="/backend/"></event-conference>`);
    expect(body).toContain('<script type="module" src="/backend/assets/conference-page.js"></script>');
    expect(body).not.toMatch(/<style|style=|<script>| on\w+=/);
    expect(directivesOf(headers)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'media-src': 'blob:',
      'worker-src': "'self' blob:",
      'connect-src': "'self' wss://media.example.org https://media.example.org",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'self' https://club.example https://choir.example",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'lit-html',
    });
    expect(headers.get('permissions-policy')).toBe('camera=(self), microphone=(self), display-capture=(self)');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('takes a title as text, whatever is in it', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent({}, { title: '</title><script>alert("1")</script>&' });
    const { body } = await open(server, eventId);
    expect(body).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;</title>');
    expect(body.match(/<script/g)).toHaveLength(1);
  });

  it('says so where there is no such event', async () => {
    const server = await startTestServer();
    for (const eventId of ['nope', '%22%3E%3Cscript%3E', '..%2F..%2Fetc']) {
      const { status, headers, body } = await open(server, eventId);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toMatch('text/html');
      expect(body).toContain('There is no such event');
      expect(body).not.toContain('<script');
      expect(directivesOf(headers)['default-src']).toBe("'none'");
    }
  });

  it('is in the language in which one came, else in the first of the browser’s that the library speaks', async () => {
    const server = await startTestServer();
    const eventId = await server.makeEvent();
    const headOf = async (query: string, accept: string): Promise<string | undefined> => {
      const { body } = await server.call<string>('GET', `/conference/${eventId}${query}`, {
        headers: { 'Accept-Language': accept },
      });
      return /<html (.*)>/.exec(body)?.[1];
    };
    expect(await headOf('', 'nl, de-AT;q=0.5, fr;q=0.9')).toBe('lang="fr" dir="ltr"');
    expect(await headOf('', 'nl;q=0.8, de-AT;q=0.5, fr;q=0')).toBe('lang="de-AT" dir="ltr"');
    expect(await headOf('?lang=ar-EG', 'de')).toBe('lang="ar-EG" dir="rtl"');
    expect(await headOf('?lang=nl', 'de')).toBe('lang="de" dir="ltr"');
    expect(await headOf('?lang=%22%3E%3Cscript%3E', '*')).toBe('lang="en" dir="ltr"');
    expect(await headOf('?lang=constructor', 'tlh, ;;q=, es-')).toBe('lang="en" dir="ltr"');
  });

  it('says in that language, too, that there is no such event', async () => {
    const server = await startTestServer();
    const { status, body } = await server.call<string>('GET', '/conference/nope?lang=ar');
    expect(status).toBe(404);
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain('لا توجد فعالية بهذا العنوان');
    expect(body).not.toContain('There is');
  });

  it('has its own style sheet', async () => {
    const server = await startTestServer();
    const { status, headers, body } = await server.call<string>('GET', '/assets/conference-page.css');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(body).toContain('event-conference');
  });
});

describe('the library’s files', () => {
  it('are for pages of every site; those whose name tells what is in them are kept for good', async () => {
    const server = await startTestServer({ publicFolder: makeLibrary() });
    const entry = await server.call<string>('GET', '/assets/conference-page.js');
    expect(entry.body).toBe('export const page = 1;');
    expect(entry.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(entry.headers.get('cache-control')).toBe('no-cache');
    expect(entry.headers.get('access-control-allow-origin')).toBe('*');
    expect(entry.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const etag = entry.headers.get('etag')!;
    const again = await server.call('GET', '/assets/conference-page.js', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    const chunk = await server.call('GET', '/assets/chunks/lit-Ab3_-9.js');
    expect(chunk.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('travel compressed where they were compressed and that is understood', async () => {
    const server = await startTestServer({ publicFolder: makeLibrary() });
    const ask = (encoding: string) =>
      server.call<string>('GET', '/assets/large.js', { headers: { 'Accept-Encoding': encoding } });
    const [small, plain] = [await ask('br'), await ask('identity')];
    expect(Number(small.headers.get('content-length'))).toBeLessThan(100);
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(small.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(small.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.body).toBe(small.body);
  });

  it('are all that is served', async () => {
    const server = await startTestServer({ publicFolder: makeLibrary() });
    const paths = [
      'nothing.js',
      '../secret.txt',
      '..%2Fsecret.txt',
      '%2e%2e/secret.txt',
      'chunks/../../secret.txt',
      '',
      'chunks',
    ];
    for (const path of paths) {
      const answer = await server.call<unknown>('GET', `/assets/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(JSON.stringify(answer.body)).not.toContain('not for anyone');
    }
  });

  it('may be missing', async () => {
    const server = await startTestServer({ publicFolder: '/no/such/folder' });
    expect((await server.call('GET', '/assets/conference-page.js')).status).toBe(404);
    expect(server.logged()).toContain('the library is not there');
  });
});

describe('pages of other sites', () => {
  const origin = 'https://club.example';

  it('on the list may use the API, without cookies', async () => {
    const server = await startTestServer({ allowedOrigins: [origin] });
    const preflight = await server.call('OPTIONS', '/v1/events', {
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization, content-type, idempotency-key, if-match',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,POST,PUT,PATCH,DELETE');
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toBe(
      'authorization,content-type,idempotency-key,if-match',
    );
    for (const path of ['/v1/events', '/v1/events/nope', '/v1/changes?event=x']) {
      const response = await fetch(server.url + path, { headers: { Origin: origin } });
      await response.body?.cancel();
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, origin]);
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('vary')).toMatch(/origin/i);
    }
    const refused = await server.call('POST', '/v1/events', { headers: { Origin: origin } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
  });

  it('that are not on it get nothing', async () => {
    const server = await startTestServer({ allowedOrigins: [origin] });
    for (const other of ['https://evil.example', 'https://club.example.evil.example', 'http://club.example', 'null']) {
      const { headers } = await server.call('GET', '/v1/events', { headers: { Origin: other } });
      expect([other, headers.get('access-control-allow-origin')]).toEqual([other, null]);
    }
    const { headers } = await server.call('GET', '/v1/events');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});
