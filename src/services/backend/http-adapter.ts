import type { Admission } from '../../core/admission.js';
import type { AdmissionList, AdmissionStatus, AdmitOutcome } from '../../core/admission-state.js';
import type { VirtualAttendance, VirtualAttendanceStats } from '../../core/attendance.js';
import type { EventConferenceRoom } from '../../core/conference-room.js';
import type { ConsentText } from '../../core/consent.js';
import type { EventDraft, EventSnapshot, SavedSettings } from '../../core/event-details.js';
import type { Finding } from '../../core/finding.js';
import { safeUrl } from '../../core/safe-url.js';
import type { AttendanceSettings } from '../../core/virtual-config.js';
import { asSnapshot, garbled } from './as-snapshot.js';
import type {
  AdmissionInput,
  BackendAdapter,
  CallOptions,
  EventChanges,
  HostCallOptions,
  HostDecisionOptions,
  MediaAdmission,
} from './backend-adapter.js';
import { eventPath, HttpLine } from './http-line.js';

export interface HttpBackendAdapterOptions {
  /** Milliseconds after which a call fails with `timeout`. Default 15,000. */
  timeout?: number;
}

interface Request extends HostCallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  keepalive?: boolean;
}

const isRecord = (value: unknown): value is Partial<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A backend that says nothing of the settings has nothing to say. */
const asSaved = (value: unknown): SavedSettings => {
  const { findings } = (value ?? {}) as { findings?: unknown };
  return { ...asSnapshot(value), findings: Array.isArray(findings) ? (findings as Finding[]) : [] };
};

const asStatus = (value: unknown): AdmissionStatus => {
  if (isRecord(value) && typeof value['state'] === 'string' && typeof value['since'] === 'number')
    return value as never;
  throw garbled();
};

const asList = (value: unknown): AdmissionList => {
  if (isRecord(value) && Array.isArray(value['admissions'])) return value as never;
  throw garbled();
};

/** Who calls; a ticket goes before a credential. */
const authorization = ({ ticket, credential }: HostCallOptions): Record<string, string> => {
  if (ticket !== undefined) return { Authorization: `Ticket ${ticket}` };
  return credential ? { Authorization: `Bearer ${credential}` } : {};
};

/** Fetched when it is needed: not all who come in have to wait, and few are hosts. */
async function* following(line: HttpLine, path: string, options: HostCallOptions): AsyncGenerator {
  const { follow } = await import('./http-follow.js');
  yield* follow(line, path, authorization(options), options.signal);
}

/** Speaks to the reference backend, `virtual-event-server`, or to any other that keeps its HTTP contract. */
export class HttpBackendAdapter implements BackendAdapter {
  readonly #line: HttpLine;

  /** `backend` is its origin, or where it is mounted; or a line to it that others use too. */
  constructor(backend: string | HttpLine, { timeout }: HttpBackendAdapterOptions = {}) {
    this.#line = typeof backend === 'string' ? new HttpLine(backend, timeout) : backend;
  }

  now(): number {
    return this.#line.now();
  }

  onClockChange(listener: () => void): () => void {
    return this.#line.onClockChange(listener);
  }

  async getEvent(eventId: string, options?: CallOptions): Promise<EventSnapshot> {
    return asSnapshot(await this.#call(eventPath(eventId), { ...options }));
  }

  changes(eventIds: readonly string[], options?: CallOptions): AsyncIterable<EventSnapshot> {
    return this.#line.changes(eventIds, options);
  }

  async createEvent(draft: EventDraft, options?: CallOptions & { idempotencyKey?: string }): Promise<SavedSettings> {
    const headers = options?.idempotencyKey ? { 'Idempotency-Key': options.idempotencyKey } : {};
    return asSaved(await this.#call('/events', { ...options, method: 'POST', body: draft, headers }));
  }

  async updateEvent(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventSnapshot> {
    return asSnapshot(await this.#call(eventPath(eventId), { ...options, method: 'PATCH', body: changes }));
  }

  async saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: CallOptions & { version?: number | undefined },
  ): Promise<SavedSettings> {
    const headers = options?.version === undefined ? {} : { 'If-Match': `"${options.version}"` };
    const path = `${eventPath(eventId)}/virtual-config`;
    return asSaved(await this.#call(path, { ...options, method: 'PUT', body: settings, headers }));
  }

  async getConsentText(eventId: string, locale: string, options?: CallOptions): Promise<ConsentText> {
    const query = new URLSearchParams({ locale });
    const answer = await this.#call(`${eventPath(eventId)}/consent-text?${query}`, { ...options });
    if (!isRecord(answer) || typeof answer['version'] !== 'string') throw garbled();
    const { policyUrl, ...text } = answer as unknown as ConsentText;
    const link = safeUrl(policyUrl);
    return link === null ? text : { ...text, policyUrl: link };
  }

  async requestAdmission(eventId: string, input: AdmissionInput, options?: CallOptions): Promise<Admission> {
    const answer = await this.#call(`${eventPath(eventId)}/admissions`, {
      ...options,
      method: 'POST',
      body: { displayName: input.displayName, consent: input.consent, guestKey: input.guestKey },
      headers: { 'Idempotency-Key': input.idempotencyKey },
    });
    if (!isRecord(answer) || typeof answer['ticket'] !== 'string') throw garbled();
    return answer as unknown as Admission;
  }

  async *followAdmission(ticket: string, { signal }: CallOptions = {}): AsyncGenerator<AdmissionStatus> {
    for await (const told of following(this.#line, '/admission', { ticket, signal })) {
      const status = asStatus(told);
      yield status;
      if (status.state === 'left') return;
    }
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

  async listAdmissions(eventId: string, options?: HostCallOptions): Promise<AdmissionList> {
    return asList(await this.#call(`${eventPath(eventId)}/admissions`, { ...options }));
  }

  async *followAdmissions(eventId: string, options: HostCallOptions = {}): AsyncGenerator<AdmissionList> {
    const path = `${eventPath(eventId)}/admissions`;
    for await (const told of following(this.#line, path, options)) yield asList(told);
  }

  async admit(eventId: string, ids: readonly string[] | 'all', options?: HostCallOptions): Promise<AdmitOutcome> {
    return (await this.#decide(eventId, { decision: 'admit', admissions: ids }, options)) as AdmitOutcome;
  }

  async deny(eventId: string, admissionId: string, options?: HostDecisionOptions): Promise<void> {
    await this.#decide(eventId, { decision: 'deny', admission: admissionId, sentence: options?.sentence }, options);
  }

  async remove(eventId: string, pubkey: string, options?: HostDecisionOptions): Promise<void> {
    await this.#decide(eventId, { decision: 'remove', pubkey, sentence: options?.sentence }, options);
  }

  async readmit(eventId: string, pubkey: string, options?: HostCallOptions): Promise<void> {
    await this.#decide(eventId, { decision: 'readmit', pubkey }, options);
  }

  async setWaitingMessage(eventId: string, text: string | null, options?: HostCallOptions): Promise<void> {
    await this.#call(`${eventPath(eventId)}/waiting-message`, { ...options, method: 'PUT', body: { text } });
  }

  async startConference(eventId: string, options?: CallOptions): Promise<EventConferenceRoom> {
    const answer = await this.#call(`${eventPath(eventId)}/conference`, { ...options, method: 'POST' });
    return answer as EventConferenceRoom;
  }

  async endConference(eventId: string, options?: CallOptions): Promise<string | null> {
    const answer = await this.#call(`${eventPath(eventId)}/conference`, { ...options, method: 'DELETE' });
    return (answer as { recordingUrl: string | null }).recordingUrl;
  }

  async recordAttendance(
    eventId: string,
    pubkey: string,
    action: 'join' | 'leave',
    options?: CallOptions,
  ): Promise<VirtualAttendance | null> {
    const body = { pubkey, action };
    const answer = await this.#call(`${eventPath(eventId)}/attendance`, { ...options, method: 'POST', body });
    return answer as VirtualAttendance | null;
  }

  async getAttendanceStats(eventId: string, options?: CallOptions): Promise<VirtualAttendanceStats> {
    return (await this.#call(`${eventPath(eventId)}/attendance`, { ...options })) as VirtualAttendanceStats;
  }

  #decide(eventId: string, body: unknown, options?: HostCallOptions): Promise<unknown> {
    return this.#call(`${eventPath(eventId)}/decisions`, { ...options, method: 'POST', body });
  }

  #call(path: string, request: Request): Promise<unknown> {
    const { method = 'GET', body, signal, keepalive = false } = request;
    const headers: Record<string, string> = { ...request.headers, ...authorization(request) };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const init: RequestInit = { method, headers, keepalive };
    if (body !== undefined) init.body = JSON.stringify(body);
    return this.#line.call(path, signal, init);
  }
}
