import { expect } from '@open-wc/testing';
import { defaultAttendanceSettings, VirtualEventError, type EventSnapshot } from '../../../src/core/index.js';
import { HttpBackendAdapter } from '../../../src/services/backend/http-adapter.js';
import { sampleEvent, sampleRoom } from '../../core/sample-event.js';

const snapshot = (overrides: Partial<EventSnapshot> = {}): EventSnapshot => ({
  event: sampleEvent(),
  room: sampleRoom(),
  features: [],
  serverNow: Date.now() + 7_200_000,
  ...overrides,
});

describe('HttpBackendAdapter', () => {
  const realFetch = window.fetch.bind(window);
  let asked: Request[];
  let answer: () => Promise<Response> | Response;
  let adapter: HttpBackendAdapter;

  beforeEach(() => {
    asked = [];
    answer = () => Response.json(snapshot());
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      request.signal.throwIfAborted();
      return await Promise.race([
        answer(),
        new Promise<never>((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
        ),
      ]);
    };
    adapter = new HttpBackendAdapter('https://events.example.org/', { timeout: 2_000 });
  });

  afterEach(() => {
    window.fetch = realFetch;
    Reflect.deleteProperty(navigator, 'onLine');
  });

  const failure = async (call: Promise<unknown>): Promise<VirtualEventError> => {
    try {
      await call;
    } catch (thrown) {
      expect(thrown).to.be.instanceOf(VirtualEventError);
      return thrown as VirtualEventError;
    }
    throw new Error('It did not fail.');
  };

  it('asks where the backend is, whatever the id, without cookies or referrer', async () => {
    await adapter.getEvent('../../admin?x=1#y');
    const [request] = asked;
    expect(request!.url).to.equal('https://events.example.org/v1/events/..%2F..%2Fadmin%3Fx%3D1%23y');
    expect([request!.credentials, request!.referrerPolicy, request!.cache]).to.deep.equal([
      'omit',
      'no-referrer',
      'no-store',
    ]);
  });

  it('keeps the server’s clock from what it answers', async () => {
    await adapter.getEvent('meeting');
    expect(adapter.now() - Date.now()).to.be.closeTo(7_200_000, 2_000);
  });

  it('carries credential, ticket, version and key in headers, never in the address', async () => {
    await adapter.saveAttendanceSettings('meeting', defaultAttendanceSettings(), { credential: 'jwt', version: 7 });
    answer = () => Response.json({ ticket: 'secret', state: 'admitted', conferenceUrl: 'x', serverNow: 1 });
    await adapter.requestAdmission('meeting', { idempotencyKey: 'once' }, { credential: 'jwt' });
    answer = () => new Response(null, { status: 204 });
    await adapter.depart('secret');
    const header = (index: number, name: string) => asked[index]!.headers.get(name);
    expect([header(0, 'authorization'), header(0, 'if-match')]).to.deep.equal(['Bearer jwt', '"7"']);
    expect(header(1, 'idempotency-key')).to.equal('once');
    expect(header(2, 'authorization')).to.equal('Ticket secret');
    expect(asked[2]!.keepalive).to.equal(true);
    for (const { url } of asked) expect(url).not.to.match(/secret|jwt/);
  });

  const refusals: [number, object | string, string][] = [
    [401, { reason: 'credential-missing' }, 'credential-missing'],
    [401, {}, 'credential-invalid'],
    [403, {}, 'forbidden'],
    [404, '', 'not-found'],
    [409, { reason: 'full' }, 'full'],
    [412, {}, 'conflict'],
    [413, {}, 'too-large'],
    [429, {}, 'rate-limited'],
    [500, '<h1>Oops</h1>', 'unavailable'],
    [503, { reason: 'media-server-down' }, 'media-server-down'],
    [400, { reason: 'something-of-tomorrow' }, 'invalid-input'],
  ];
  for (const [status, body, reason] of refusals) {
    it(`takes ${status} ${JSON.stringify(body)} as ${reason}`, async () => {
      answer = () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
      expect(await failure(adapter.getEvent('meeting'))).to.include({ reason, status });
    });
  }

  it('hands on what there is to say of settings that were saved; of a backend that says nothing, nothing', async () => {
    const save = () => adapter.saveAttendanceSettings('meeting', defaultAttendanceSettings());
    expect((await save()).findings).to.deep.equal([]);
    const findings = [{ code: 'below-rsvps', severity: 'warning', field: 'virtualConfig.maxVirtualAttendees' }];
    answer = () => Response.json({ ...snapshot(), findings });
    expect((await save()).findings).to.deep.equal(findings);
    answer = () => Response.json({ ...snapshot(), findings: 'none' });
    expect((await save()).findings).to.deep.equal([]);
  });

  it('hands on findings and when to try again', async () => {
    const findings = [{ code: 'out-of-range', severity: 'error', field: 'virtualConfig.autoStartMinutes' }];
    answer = () =>
      Response.json({ reason: 'invalid-input', findings }, { status: 422, headers: { 'Retry-After': '7' } });
    const error = await failure(adapter.getEvent('meeting'));
    expect(error.findings).to.deep.equal(findings);
    expect(error.retryAfterSeconds).to.equal(7);
  });

  const garbled: [string, unknown][] = [
    ['no JSON', '<html>'],
    ['nothing', 'null'],
    ['no event', JSON.stringify({})],
    ['a start that is no number', JSON.stringify(snapshot({ event: sampleEvent({ startsAt: null as never }) }))],
    ['an end before the start', JSON.stringify(snapshot({ event: sampleEvent({ endsAt: 0 }) }))],
    ['no config', JSON.stringify(snapshot({ event: sampleEvent({ virtualConfig: null as never }) }))],
  ];
  for (const [name, body] of garbled) {
    it(`does not go on with ${name}`, async () => {
      answer = () => new Response(body as string);
      expect((await failure(adapter.getEvent('meeting'))).reason).to.equal('unavailable');
    });
  }

  it('tells a backend away from a page offline', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect((await failure(adapter.getEvent('meeting'))).reason).to.equal('unavailable');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    expect((await failure(adapter.getEvent('meeting'))).reason).to.equal('offline');
  });

  it('gives up after its time, and when told to', async () => {
    answer = () => new Promise(() => {});
    const hasty = new HttpBackendAdapter('https://events.example.org', { timeout: 20 });
    expect((await failure(hasty.getEvent('meeting'))).reason).to.equal('timeout');
    const stop = new AbortController();
    const call = adapter.getEvent('meeting', { signal: stop.signal });
    stop.abort();
    let thrown: unknown;
    await call.catch((error: unknown) => (thrown = error));
    expect((thrown as Error).name).to.equal('AbortError');
  });
});
