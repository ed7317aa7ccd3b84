import type { Admission } from '../../core/admission.js';
import type { VirtualAttendance, VirtualAttendanceStats } from '../../core/attendance.js';
import type { EventConferenceRoom } from '../../core/conference-room.js';
import type { EventDraft, EventSnapshot } from '../../core/event-details.js';
import type { AttendanceSettings } from '../../core/virtual-config.js';
import { reasons, VirtualEventError, type Reason } from '../../core/virtual-event-error.js';
import { ServerClock } from '../server-clock.js';
import type { AdmissionInput, BackendAdapter, CallOptions, EventChanges, MediaAdmission } from './backend-adapter.js';

export interface HttpBackendAdapterOptions {
  /** Milliseconds after which a call fails with `timeout`. Default 15,000. */
  timeout?: number;
}

interface Request extends CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  /** Authorization instead of the credential. */
  ticket?: string;
  keepalive?: boolean;
}

type Loose = Partial<Record<string, unknown>>;
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const byStatus: Partial<Record<number, Reason>> = {
  400: 'invalid-input',
  401: 'credential-invalid',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  413: 'too-large',
  422: 'invalid-input',
  429: 'rate-limited',
  501: 'unsupported',
};

const garbled = (): VirtualEventError =>
  new VirtualEventError('unavailable', { detail: 'The backend answered something that is not an answer.' });

/** Only what can be worked with goes on: a start and an end in order, a config and a room. */
const asSnapshot = (value: unknown): EventSnapshot => {
  if (isRecord(value) && isRecord(value['event']) && isRecord(value['room'])) {
    const { startsAt, endsAt, virtualConfig } = value['event'];
    if (
      typeof startsAt === 'number' &&
      typeof endsAt === 'number' &&
      startsAt < endsAt &&
      isRecord(virtualConfig) &&
      typeof virtualConfig['autoStartMinutes'] === 'number'
    ) {
      return value as unknown as EventSnapshot;
    }
  }
  throw garbled();
};

const failureOf = async (response: Response): Promise<VirtualEventError> => {
  const problem: unknown = await response.json().catch(() => undefined);
  const told = isRecord(problem) ? problem : {};
  const reason = reasons.find((known) => known === told['reason']) ?? byStatus[response.status] ?? 'unavailable';
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  return new VirtualEventError(reason, {
    status: response.status,
    ...(typeof told['detail'] === 'string' && { detail: told['detail'] }),
    ...(Number.isFinite(retryAfter) && { retryAfterSeconds: retryAfter }),
    ...(Array.isArray(told['findings']) && { findings: told['findings'] }),
  });
};

/** Speaks to the reference backend, `virtual-event-server`, or to any other that keeps its HTTP contract. */
export class HttpBackendAdapter implements BackendAdapter {
  readonly #base: string;
  readonly #timeout: number;
  readonly #clock = new ServerClock();

  /** `address` is the backend's origin, or where it is mounted. */
  constructor(address: string, { timeout = 15_000 }: HttpBackendAdapterOptions = {}) {
    this.#base = `${address.replace(/\/+$/, '')}/v1`;
    this.#timeout = timeout;
  }

  now(): number {
    return this.#clock.now();
  }

  onClockChange(listener: () => void): () => void {
    return this.#clock.onChange(listener);
  }

  async getEvent(eventId: string, options?: CallOptions): Promise<EventSnapshot> {
    return asSnapshot(await this.#call(this.#event(eventId), { ...options }));
  }

  async createEvent(draft: EventDraft, options?: CallOptions & { idempotencyKey?: string }): Promise<EventSnapshot> {
    const headers = options?.idempotencyKey ? { 'Idempotency-Key': options.idempotencyKey } : {};
    return asSnapshot(await this.#call('/events', { ...options, method: 'POST', body: draft, headers }));
  }

  async updateEvent(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventSnapshot> {
    return asSnapshot(await this.#call(this.#event(eventId), { ...options, method: 'PATCH', body: changes }));
  }

  async saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: CallOptions & { version?: number | undefined },
  ): Promise<EventSnapshot> {
    const headers = options?.version === undefined ? {} : { 'If-Match': `"${options.version}"` };
    const path = `${this.#event(eventId)}/virtual-config`;
    return asSnapshot(await this.#call(path, { ...options, method: 'PUT', body: settings, headers }));
  }

  async *changes(eventIds: readonly string[], { signal }: CallOptions = {}): AsyncGenerator<EventSnapshot> {
    const query = new URLSearchParams(eventIds.map((id) => ['event', id]));
    const source = new EventSource(`${this.#base}/changes?${query}`);
    const arrived: EventSnapshot[] = [];
    let failed = false as boolean;
    let wake = (): void => {};
    const onAbort = (): void => wake();
    source.addEventListener('snapshot', ({ data }: MessageEvent<string>) => {
      try {
        arrived.push(asSnapshot(JSON.parse(data)));
      } catch {
        failed = true;
      }
      wake();
    });
    // The browser would try again by itself, all pages at the same moment; our caller does so with a spread.
    source.addEventListener('error', () => {
      failed = true;
      wake();
    });
    signal?.addEventListener('abort', onAbort);
    try {
      while (!signal?.aborted) {
        const snapshot = arrived.shift();
        if (snapshot) yield snapshot;
        else if (failed) throw new VirtualEventError('connection-lost');
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
      source.close();
    }
  }

  async requestAdmission(eventId: string, input: AdmissionInput, options?: CallOptions): Promise<Admission> {
    const answer = await this.#call(`${this.#event(eventId)}/admissions`, {
      ...options,
      method: 'POST',
      body: { displayName: input.displayName },
      headers: { 'Idempotency-Key': input.idempotencyKey },
    });
    if (!isRecord(answer) || typeof answer['ticket'] !== 'string') throw garbled();
    return answer as unknown as Admission;
  }

  async claimMediaGrant(ticket: string, options?: CallOptions): Promise<MediaAdmission> {
    const answer = await this.#call('/media-tokens', { ...options, method: 'POST', ticket });
    if (!isRecord(answer) || typeof answer['token'] !== 'string' || typeof answer['url'] !== 'string') throw garbled();
    asSnapshot(answer['event']);
    return answer as unknown as MediaAdmission;
  }

  async depart(ticket: string, options?: CallOptions): Promise<void> {
    await this.#call('/departures', { ...options, method: 'POST', ticket, keepalive: true });
  }

  async startConference(eventId: string, options?: CallOptions): Promise<EventConferenceRoom> {
    const answer = await this.#call(`${this.#event(eventId)}/conference`, { ...options, method: 'POST' });
    return answer as EventConferenceRoom;
  }

  async endConference(eventId: string, options?: CallOptions): Promise<string | null> {
    const answer = await this.#call(`${this.#event(eventId)}/conference`, { ...options, method: 'DELETE' });
    return (answer as { recordingUrl: string | null }).recordingUrl;
  }

  async recordAttendance(
    eventId: string,
    pubkey: string,
    action: 'join' | 'leave',
    options?: CallOptions,
  ): Promise<VirtualAttendance | null> {
    const body = { pubkey, action };
    const answer = await this.#call(`${this.#event(eventId)}/attendance`, { ...options, method: 'POST', body });
    return answer as VirtualAttendance | null;
  }

  async getAttendanceStats(eventId: string, options?: CallOptions): Promise<VirtualAttendanceStats> {
    return (await this.#call(`${this.#event(eventId)}/attendance`, { ...options })) as VirtualAttendanceStats;
  }

  #event(eventId: string): string {
    return `/events/${encodeURIComponent(eventId)}`;
  }

  async #call(path: string, request: Request): Promise<unknown> {
    const { method = 'GET', body, credential, ticket, signal, keepalive = false } = request;
    const headers: Record<string, string> = { ...request.headers };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (ticket !== undefined) headers['Authorization'] = `Ticket ${ticket}`;
    else if (credential) headers['Authorization'] = `Bearer ${credential}`;
    const late = AbortSignal.timeout(this.#timeout);
    const sentAt = performance.now();
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(this.#base + path, {
        method,
        headers,
        keepalive,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: signal ? AbortSignal.any([signal, late]) : late,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw await failureOf(response);
      const receivedAt = performance.now();
      answer = response.status === 204 ? undefined : await response.json();
      if (isRecord(answer) && typeof answer['serverNow'] === 'number') {
        this.#clock.sample(answer['serverNow'], sentAt, receivedAt);
      }
    } catch (thrown) {
      if (thrown instanceof VirtualEventError) throw thrown;
      signal?.throwIfAborted();
      const reason = late.aborted ? 'timeout' : navigator.onLine ? 'unavailable' : 'offline';
      throw new VirtualEventError(reason, { cause: thrown });
    }
    return answer;
  }
}
