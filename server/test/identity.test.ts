import { base64url, decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import type { VirtualEventError } from '../../src/core/index.js';
import { createCredentialVerifier } from '../src/identity/credentials.js';
import { Tickets } from '../src/identity/tickets.js';
import { makeToken } from '../src/identity/token-command.js';
import { minute } from './harness/api-client.js';
import { credentialSecret, signCredential } from './harness/credentials.js';
import { FakeClock } from './harness/fake-clock.js';
import { runServer } from './harness/server-process.js';
import { startTestServer } from './harness/test-server.js';

const clock = new FakeClock();
const now = clock.now();
const verify = createCredentialVerifier(credentialSecret, clock);

const reasonOf = (credential: string | undefined): Promise<string> =>
  verify(credential).then(
    () => 'accepted',
    (thrown: unknown) => (thrown as VirtualEventError).reason,
  );

describe('credentials', () => {
  it('stand for a person with a role', async () => {
    const credential = await signCredential(now, 'ann', { role: 'host', name: 'Ann', event: 'e1' });
    expect(await verify(credential)).toEqual({ pubkey: 'ann', name: 'Ann', role: 'host', events: new Set(['e1']) });
  });

  it('are refused when missing, expired, not yet valid or signed by someone else', async () => {
    expect(await reasonOf(undefined)).toBe('credential-missing');
    expect(await reasonOf(await signCredential(now, 'ann', { expiresAt: now - minute }))).toBe('credential-invalid');
    expect(await reasonOf(await signCredential(now, 'ann', { notBefore: now + minute }))).toBe('credential-invalid');
    expect(await reasonOf(await signCredential(now, 'ann', { secret: 'y'.repeat(40) }))).toBe('credential-invalid');
    expect(await reasonOf('not.a.token')).toBe('credential-invalid');
  });

  it('are refused without a signature, or with another algorithm of the same key', async () => {
    const claims = { role: 'organizer', exp: Math.floor(now / 1000) + 3600, sub: 'eve' };
    expect(await reasonOf(new UnsecuredJWT(claims).encode())).toBe('credential-invalid');
    const sameKey = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS384' })
      .sign(new TextEncoder().encode(credentialSecret.padEnd(48, '.')));
    const verifyPadded = createCredentialVerifier(credentialSecret.padEnd(48, '.'), clock);
    await expect(verifyPadded(sameKey)).rejects.toMatchObject({ reason: 'credential-invalid' });
  });

  it('are refused when a claim was changed after signing', async () => {
    const [header, payload, signature] = (await signCredential(now, 'ann')).split('.') as [string, string, string];
    const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload))) as object;
    const raised = base64url.encode(JSON.stringify({ ...claims, role: 'organizer' }));
    expect(await reasonOf(`${header}.${payload}.${signature}`)).toBe('accepted');
    expect(await reasonOf(`${header}.${raised}.${signature}`)).toBe('credential-invalid');
  });

  it.each([
    ['no end', { sub: 'ann', role: 'attendee' }],
    ['nobody', { role: 'attendee', exp: now }],
    ['an unknown role', { sub: 'ann', role: 'admin', exp: now }],
    ['an empty person', { sub: '', role: 'attendee', exp: now }],
  ])('are refused with %s', async (_what, { exp, ...claims }: { exp?: number; sub?: string; role?: string }) => {
    const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' });
    if (exp !== undefined) token.setExpirationTime(Math.floor(exp / 1000) + 3600);
    expect(await reasonOf(await token.sign(new TextEncoder().encode(credentialSecret)))).toBe('credential-invalid');
  });

  it('open the doors of their own events only', async () => {
    const server = await startTestServer();
    const [mine, other] = [await server.makeEvent(), await server.makeEvent()];
    const claims = { events: [mine] };
    expect((await server.ask(mine, 'ann', 'k', {}, claims)).status).toBe(201);
    const refused = await server.ask(other, 'ann', 'k', {}, claims);
    expect([refused.status, refused.body.reason]).toEqual([403, 'forbidden']);
    const scoped = await server.credential('olga', { role: 'organizer', event: mine });
    const paths = [
      ['PATCH', `/v1/events/${other}`, { title: 'Mine now' }],
      ['POST', `/v1/events/${other}/conference`, undefined],
      ['DELETE', `/v1/events/${other}/conference`, undefined],
      ['GET', `/v1/events/${other}/attendance`, undefined],
      ['POST', `/v1/events/${other}/attendance`, { action: 'join' }],
      ['POST', '/v1/events', server.draft()],
    ] as const;
    for (const [method, path, body] of paths) {
      const answer = await server.call(method, path, { as: scoped, body });
      expect([path, answer.status, answer.body.reason]).toEqual([path, 403, 'forbidden']);
    }
    expect((await server.snapshot(other)).event.title).not.toBe('Mine now');
  });

  it('are asked for before anything else is looked at', async () => {
    const server = await startTestServer();
    const answer = await server.call('POST', '/v1/events', { body: '{ not json' });
    expect([answer.status, answer.body.reason]).toEqual([401, 'credential-missing']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('tickets', () => {
  it('are 256 bits, the same again for the same request, and other ones for another secret', () => {
    const tickets = new Tickets('a secret');
    const ticket = tickets.issue('admission', 'key');
    expect(Buffer.from(ticket, 'base64url')).toHaveLength(32);
    expect(new Tickets('a secret').issue('admission', 'key')).toBe(ticket);
    const others = [
      tickets.issue('admission', 'other'),
      tickets.issue('other', 'key'),
      new Tickets('another').issue('admission', 'key'),
    ];
    expect(new Set([ticket, ...others]).size).toBe(4);
  });
});

describe('a credential made by hand', () => {
  const environment = { CREDENTIAL_SECRET: credentialSecret };

  it('is one that the server takes: for a guest pass, of one attendee for one event', async () => {
    const pass = await makeToken(['--sub', 'jonas', '--name', 'Jonas Weber', '--event', 'e1'], environment, now);
    expect(await verify(pass)).toEqual({
      pubkey: 'jonas',
      name: 'Jonas Weber',
      role: 'attendee',
      events: new Set(['e1']),
    });
    const host = await makeToken(['--sub', 'holly', '--role', 'host', '--expires', '14d'], environment, now);
    expect(await verify(host)).toMatchObject({ pubkey: 'holly', name: 'holly', role: 'host', events: null });
    expect(decodeJwt(host).exp! * 1000).toBe(now + 14 * 24 * 60 * minute);
  });

  it('is printed by the command, which names all that is wrong at once', async () => {
    const made = await runServer(':memory:', {}, ['token', '--sub', 'jonas']);
    expect(made.code).toBe(0);
    expect(decodeJwt(made.output.trim())).toMatchObject({ sub: 'jonas', role: 'attendee' });
    const wrong = await runServer(':memory:', {}, ['token', '--role', 'king', '--expires', 'soon']);
    expect(wrong.code).toBe(1);
    for (const option of ['--sub', '--role', '--expires']) expect(wrong.output).toContain(option);
    expect((await runServer(':memory:', {}, ['token', '--shiny'])).code).toBe(1);
    expect((await runServer(':memory:', {}, ['token', '--help'])).output).toContain('--expires');
  });
});
