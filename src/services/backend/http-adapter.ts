import type { Admission } from '../../core/admission.js';
import type { VirtualAttendance, VirtualAttendanceStats } from '../../core/attendance.js';
import type { EventConferenceRoom } from '../../core/conference-room.js';
import type { EventDraft, EventSnapshot } from '../../core/event-details.js';
import type { AttendanceSettings } from '../../core/virtual-config.js';
import { asSnapshot, garbled } from './as-snapshot.js';
import type { AdmissionInput, BackendAdapter, CallOptions, EventChanges, MediaAdmission } from './backend-adapter.js';
import { eventPath, HttpLine } from './http-line.js';

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

const isRecord = (value: unknown): value is Partial<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

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

  async createEvent(draft: EventDraft, options?: CallOptions & { idempotencyKey?: string }): Promise<EventSnapshot> {
    const headers = options?.idempotencyKey ? { 'Idempotency-Key': options.idempotencyKey } : {};
    return asSnapshot(await this.#call('/events', { ...options, method: 'POST', body: draft, headers }));
  }

  async updateEvent(eventId: string, changes: EventChanges, options?: CallOptions): Promise<EventSnapshot> {
    return asSnapshot(await this.#call(eventPath(eventId), { ...options, method: 'PATCH', body: changes }));
  }

  async saveAttendanceSettings(
    eventId: string,
    settings: AttendanceSettings,
    options?: CallOptions & { version?: number | undefined },
  ): Promise<EventSnapshot> {
    const headers = options?.version === undefined ? {} : { 'If-Match': `"${options.version}"` };
    const path = `${eventPath(eventId)}/virtual-config`;
    return asSnapshot(await this.#call(path, { ...options, method: 'PUT', body: settings, headers }));
  }

  async requestAdmission(eventId: string, input: AdmissionInput, options?: CallOptions): Promise<Admission> {
    const answer = await this.#call(`${eventPath(eventId)}/admissions`, {
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

  #call(path: string, request: Request): Promise<unknown> {
    const { method = 'GET', body, credential, ticket, signal, keepalive = false } = request;
    const headers: Record<string, string> = { ...request.headers };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (ticket !== undefined) headers['Authorization'] = `Ticket ${ticket}`;
    else if (credential) headers['Authorization'] = `Bearer ${credential}`;
    const init: RequestInit = { method, headers, keepalive };
    if (body !== undefined) init.body = JSON.stringify(body);
    return this.#line.call(path, signal, init);
  }
}
