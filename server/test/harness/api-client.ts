import type { EventDraft, EventSnapshot, EventVirtualConfig, Finding, Reason } from '../../../src/core/index.js';
import { defaultVirtualConfig } from '../../../src/core/index.js';
import { signCredential, type Claims } from './credentials.js';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface Problem {
  reason: Reason;
  status: number;
  detail: string;
  findings?: Finding[];
}

export interface CallOptions {
  /** A credential. */
  as?: string | undefined;
  ticket?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export const minute = 60_000;

/** Speaks to a server as a page does. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly now: () => number = () => Date.now(),
  ) {}

  async call<Body = Problem>(method: string, path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    const { as, ticket, body } = options;
    const headers = new Headers(options.headers);
    if (as !== undefined) headers.set('Authorization', `Bearer ${as}`);
    if (ticket !== undefined) headers.set('Authorization', `Ticket ${ticket}`);
    if (body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    const response = await fetch(this.url + path, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  }

  credential(pubkey: string, claims?: Claims): Promise<string> {
    return signCredential(this.now(), pubkey, claims);
  }

  organizer(): Promise<string> {
    return this.credential('olga', { role: 'organizer', name: 'Olga' });
  }

  draft(overrides: Partial<EventDraft> = {}): EventDraft {
    return {
      title: 'Spring members’ meeting',
      startsAt: this.now() + 24 * 60 * minute,
      endsAt: this.now() + 25 * 60 * minute,
      timeZone: 'Europe/Lisbon',
      ...overrides,
    };
  }

  /** Makes a virtual event that began ten minutes ago, unless told otherwise; returns its id. */
  async makeEvent(config: Partial<EventVirtualConfig> = {}, times: Partial<EventDraft> = {}): Promise<string> {
    const body = this.draft({
      startsAt: this.now() - 10 * minute,
      endsAt: this.now() + 60 * minute,
      attendanceType: 'virtual',
      ...times,
      virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
    });
    const made = await this.call<EventSnapshot>('POST', '/v1/events', { as: await this.organizer(), body });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body.event.id;
  }

  async snapshot(eventId: string): Promise<EventSnapshot> {
    return (await this.call<EventSnapshot>('GET', `/v1/events/${eventId}`)).body;
  }

  /** Asks to come in; a new request each time unless there is a key. */
  async ask(eventId: string, pubkey: string, key: string = crypto.randomUUID(), body: unknown = {}, claims?: Claims) {
    return this.call<Problem & { ticket: string; conferenceUrl: string; state: string }>(
      'POST',
      `/v1/events/${eventId}/admissions`,
      { as: await this.credential(pubkey, claims), body, headers: { 'Idempotency-Key': key } },
    );
  }

  /** Turns a ticket into a way into the media room. */
  claim(ticket: string) {
    return this.call<Problem & { url: string; token: string; expiresAt: number; event: EventSnapshot; role: string }>(
      'POST',
      '/v1/media-tokens',
      { ticket },
    );
  }
}
