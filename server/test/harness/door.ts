import type { AdmissionEntry, AdmissionList, AdmissionStatus, AdmitOutcome } from '../../../src/core/index.js';
import type { Problem } from './api-client.js';
import { FollowStream } from './change-stream.js';
import type { TestServer } from './test-server.js';

export const waitingRoom = { waitingRoomEnabled: true } as const;

export const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `person-${index}`);

/** The door of a server, as hosts and those who wait use it. */
export class Door {
  constructor(
    readonly server: TestServer,
    readonly eventId: string,
  ) {}

  async list(): Promise<AdmissionList> {
    const path = `/v1/events/${this.eventId}/admissions`;
    return (await this.server.call<AdmissionList>('GET', path, { as: await this.server.organizer() })).body;
  }

  async waiting(): Promise<AdmissionEntry[]> {
    return (await this.list()).admissions.filter(({ state }) => state === 'waiting');
  }

  async decide(body: object, as?: string) {
    const path = `/v1/events/${this.eventId}/decisions`;
    return this.server.call<AdmitOutcome & Problem>('POST', path, { as: as ?? (await this.server.organizer()), body });
  }

  /** Asks to come in, and gives the ticket. */
  async knock(person: string): Promise<string> {
    const { status, body } = await this.server.ask(this.eventId, person);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.ticket;
  }

  status(ticket: string, query = '') {
    return this.server.call<AdmissionStatus & Problem & { revision: string }>('GET', `/v1/admission${query}`, {
      ticket,
    });
  }

  follow(ticket: string): Promise<FollowStream<AdmissionStatus>> {
    return FollowStream.open(`${this.server.url}/v1/admission`, `Ticket ${ticket}`);
  }

  followList(authorization: string): Promise<FollowStream<AdmissionList>> {
    return FollowStream.open(`${this.server.url}/v1/events/${this.eventId}/admissions`, authorization);
  }
}
