import { expect } from '@open-wc/testing';
import {
  applyPatch,
  defaultVirtualConfig,
  VirtualEventError,
  type AttendanceSettings,
  type EventDraft,
  type EventSnapshot,
  type EventVirtualConfig,
  type Reason,
} from '../../src/core/index.js';
import type { BackendAdapter } from '../../src/services/backend/backend-adapter.js';
import { doorSuite } from './door-suite.js';

/** What an adapter's author provides for the suite: an adapter, and credentials that its backend knows. */
export interface BackendAdapterHarness {
  adapter: BackendAdapter;
  credentials: {
    organizer: string;
    attendee: string;
    otherAttendee: string;
    /** One that is not valid. */
    invalid: string;
  };
  /** The pubkey that `credentials.attendee` stands for. */
  attendeePubkey: string;
}

const minute = 60_000;

const reasonOf = async (call: Promise<unknown>): Promise<Reason> => {
  try {
    await call;
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(VirtualEventError);
    return (thrown as VirtualEventError).reason;
  }
  throw new Error('It was not refused.');
};

const findingsOf = async (call: Promise<unknown>): Promise<string[]> => {
  try {
    await call;
  } catch (thrown) {
    return (thrown as VirtualEventError).findings.map(({ code, field }) => `${field}: ${code}`);
  }
  throw new Error('It was not refused.');
};

/** What every backend adapter must do, proved on the one that `start` makes. */
export const backendAdapterSuite = (name: string, start: () => Promise<BackendAdapterHarness>): void => {
  describe(`${name} as a backend adapter`, () => {
    let adapter: BackendAdapter;
    let as: Record<keyof BackendAdapterHarness['credentials'], { credential: string }>;
    let attendeePubkey: string;

    before(async () => {
      const harness = await start();
      adapter = harness.adapter;
      attendeePubkey = harness.attendeePubkey;
      const { organizer, attendee, otherAttendee, invalid } = harness.credentials;
      as = {
        organizer: { credential: organizer },
        attendee: { credential: attendee },
        otherAttendee: { credential: otherAttendee },
        invalid: { credential: invalid },
      };
    });

    const draft = (overrides: Partial<EventDraft> = {}): EventDraft => ({
      title: 'Spring members’ meeting',
      startsAt: Date.now() + 24 * 60 * minute,
      endsAt: Date.now() + 25 * 60 * minute,
      timeZone: 'Europe/Lisbon',
      ...overrides,
    });

    const virtual = (config: Partial<EventVirtualConfig> = {}): AttendanceSettings => ({
      attendanceType: 'virtual',
      virtualConfig: { ...defaultVirtualConfig(), enabled: true, ...config },
    });

    const liveEvent = async (config: Partial<EventVirtualConfig> = {}): Promise<string> => {
      const times = { startsAt: Date.now() - 10 * minute, endsAt: Date.now() + 60 * minute };
      const { event } = await adapter.createEvent(draft({ ...times, ...virtual(config) }), as.organizer);
      return event.id;
    };

    const ask = (eventId: string, who: { credential: string } = as.attendee, idempotencyKey = crypto.randomUUID()) =>
      adapter.requestAdmission(eventId, { idempotencyKey }, who);

    describe('events', () => {
      it('finds an event as it was made, in person only until it is configured', async () => {
        const wanted = draft({ location: 'Boathouse, upper room' });
        const made = await adapter.createEvent(wanted, as.organizer);
        const found = await adapter.getEvent(made.event.id);
        expect(found.event).to.deep.include(wanted);
        expect(found.event.attendanceType).to.equal('in-person');
        expect(found.event.status).to.equal('published');
        expect(found.room).to.include({ state: 'idle', participantCount: 0, recording: false });
        expect(Math.abs(found.serverNow - adapter.now())).to.be.lessThan(2000);
      });

      it('makes one event for one idempotency key, and refuses the key for another', async () => {
        const idempotencyKey = crypto.randomUUID();
        const wanted = draft();
        const first = await adapter.createEvent(wanted, { ...as.organizer, idempotencyKey });
        const second = await adapter.createEvent(wanted, { ...as.organizer, idempotencyKey });
        expect(second.event.id).to.equal(first.event.id);
        const other = adapter.createEvent({ ...wanted, title: 'Another' }, { ...as.organizer, idempotencyKey });
        expect(await reasonOf(other)).to.equal('conflict');
      });

      it('names what is wrong with an event', async () => {
        const backwards = draft({ endsAt: Date.now() });
        expect(await findingsOf(adapter.createEvent(backwards, as.organizer))).to.deep.equal([
          'endsAt: end-before-start',
        ]);
        const nowhere = draft({ timeZone: 'Europe/Atlantis' });
        expect(await findingsOf(adapter.createEvent(nowhere, as.organizer))).to.deep.equal(['timeZone: unknown-zone']);
      });

      it('lets only organizers make and change events', async () => {
        expect(await reasonOf(adapter.createEvent(draft()))).to.equal('credential-missing');
        expect(await reasonOf(adapter.createEvent(draft(), as.invalid))).to.equal('credential-invalid');
        expect(await reasonOf(adapter.createEvent(draft(), as.attendee))).to.equal('forbidden');
        const { event } = await adapter.createEvent(draft(), as.organizer);
        expect(await reasonOf(adapter.updateEvent(event.id, { title: 'Mine' }, as.attendee))).to.equal('forbidden');
        const settings = adapter.saveAttendanceSettings(event.id, virtual(), as.attendee);
        expect(await reasonOf(settings)).to.equal('forbidden');
        expect((await adapter.getEvent(event.id)).event).to.deep.equal(event);
      });

      it('does not know an unknown event', async () => {
        expect(await reasonOf(adapter.getEvent('no-such-event'))).to.equal('not-found');
        expect(await reasonOf(ask('no-such-event'))).to.equal('not-found');
      });

      it('moves and cancels an event, and counts the changes', async () => {
        const { event } = await adapter.createEvent(draft(), as.organizer);
        const startsAt = event.startsAt + minute;
        const moved = await adapter.updateEvent(event.id, { startsAt }, as.organizer);
        expect(moved.event.startsAt).to.equal(startsAt);
        expect(moved.event.version).to.be.greaterThan(event.version);
        const cancelled = await adapter.updateEvent(event.id, { status: 'cancelled' }, as.organizer);
        expect(cancelled.event.status).to.equal('cancelled');
      });

      it('gives up when told to', async () => {
        const signal = AbortSignal.abort();
        let thrown: unknown;
        await adapter.getEvent('any', { signal }).catch((error: unknown) => (thrown = error));
        expect((thrown as Error).name).to.equal('AbortError');
      });
    });

    describe('attendance settings', () => {
      it('keeps what was set, with fields it does not know, and sets the ids itself', async () => {
        const { event } = await adapter.createEvent(draft(), as.organizer);
        const settings = virtual({ autoStartMinutes: 5, maxVirtualAttendees: 40 });
        Object.assign(settings.virtualConfig, { someday: { soon: true }, conferenceRoomId: 'of-my-own' });
        const saved = await adapter.saveAttendanceSettings(event.id, settings, as.organizer);
        expect(saved.event.attendanceType).to.equal('virtual');
        expect(saved.event.virtualConfig).to.deep.include({
          enabled: true,
          autoStartMinutes: 5,
          maxVirtualAttendees: 40,
          someday: { soon: true },
        });
        expect(saved.event.virtualConfig.conferenceRoomId).not.to.equal('of-my-own');
        expect((await adapter.getEvent(event.id)).event).to.deep.equal(saved.event);
      });

      it('refuses what is out of range, and keeps what was there', async () => {
        const { event } = await adapter.createEvent(draft(), as.organizer);
        const settings = virtual({ autoStartMinutes: 61, maxVirtualAttendees: 0 });
        const refused = adapter.saveAttendanceSettings(event.id, settings, as.organizer);
        expect(await findingsOf(refused)).to.have.members([
          'virtualConfig.autoStartMinutes: out-of-range',
          'virtualConfig.maxVirtualAttendees: out-of-range',
        ]);
        expect((await adapter.getEvent(event.id)).event).to.deep.equal(event);
      });

      it('refuses what the backend does not offer', async () => {
        const { event, features } = await adapter.createEvent(draft(), as.organizer);
        const wishes = { 'waiting-room': { waitingRoomEnabled: true }, e2ee: { e2eeRequired: true } } as const;
        for (const [feature, wish] of Object.entries(wishes)) {
          if (features.includes(feature as keyof typeof wishes)) continue;
          const refused = adapter.saveAttendanceSettings(event.id, virtual(wish), as.organizer);
          expect(await findingsOf(refused)).to.deep.equal([
            `virtualConfig.${Object.keys(wish)[0]!}: unsupported-by-backend`,
          ]);
        }
      });

      it('says what there is to say of what it saved, and how to mend it', async () => {
        const settings = virtual({ autoStartMinutes: 30 });
        const soon = draft({ ...settings, startsAt: adapter.now() + 10 * minute });
        const { event, findings } = await adapter.createEvent(soon, as.organizer);
        expect(findings.map(({ code, severity }) => [code, severity])).to.deep.equal([
          ['doors-already-open', 'warning'],
        ]);
        const mended = applyPatch(settings, findings[0]!.fixes![0]!.patch);
        const saved = await adapter.saveAttendanceSettings(event.id, mended, as.organizer);
        expect(saved.findings).to.deep.equal([]);
        expect(saved.event.virtualConfig.autoStartMinutes).to.be.lessThan(10);
        const again = await adapter.saveAttendanceSettings(event.id, settings, as.organizer);
        expect(again.findings.map(({ field }) => field)).to.deep.equal(['virtualConfig.autoStartMinutes']);
      });

      it('refuses a room that is switched off for an event online, and says how to mend it', async () => {
        const { event } = await adapter.createEvent(draft(), as.organizer);
        const settings = virtual({ enabled: false });
        const refused = await adapter.saveAttendanceSettings(event.id, settings, as.organizer).catch((e: unknown) => e);
        const { findings } = refused as VirtualEventError;
        expect(findings.map(({ code }) => code)).to.deep.equal(['room-off']);
        const mended = applyPatch(settings, findings[0]!.fixes![0]!.patch);
        const saved = await adapter.saveAttendanceSettings(event.id, mended, as.organizer);
        expect(saved.event.virtualConfig.enabled).to.equal(true);
      });

      it('does not overwrite what someone else changed meanwhile', async () => {
        const { event } = await adapter.createEvent(draft(), as.organizer);
        const mine = { ...as.organizer, version: event.version };
        await adapter.saveAttendanceSettings(event.id, virtual(), mine);
        const late = adapter.saveAttendanceSettings(event.id, virtual({ autoStartMinutes: 1 }), mine);
        expect(await reasonOf(late)).to.equal('conflict');
        expect((await adapter.getEvent(event.id)).event.virtualConfig.autoStartMinutes).to.equal(15);
      });
    });

    describe('live changes', () => {
      it('tells each event as it stands, then each change, until told to stop', async () => {
        const [one, two] = [
          await adapter.createEvent(draft(), as.organizer),
          await adapter.createEvent(draft(), as.organizer),
        ];
        const stop = new AbortController();
        const told: EventSnapshot[] = [];
        for await (const snapshot of adapter.changes([one.event.id, two.event.id], { signal: stop.signal })) {
          told.push(snapshot);
          if (told.length === 2) await adapter.updateEvent(two.event.id, { title: 'Moved' }, as.organizer);
          if (snapshot.event.title === 'Moved') stop.abort();
        }
        expect(told.slice(0, 2).map(({ event }) => event.id)).to.have.members([one.event.id, two.event.id]);
        expect(told.at(-1)!.event.id).to.equal(two.event.id);
      });
    });

    describe('the way in', () => {
      it('is closed before the doors open, after the end and when cancelled', async () => {
        const { event: early } = await adapter.createEvent(draft(virtual()), as.organizer);
        expect(await reasonOf(ask(early.id))).to.equal('not-open');
        const past = draft({ ...virtual(), startsAt: Date.now() - 3 * minute, endsAt: Date.now() - minute });
        const { event: over } = await adapter.createEvent(past, as.organizer);
        expect(await reasonOf(ask(over.id))).to.equal('ended');
        const off = await liveEvent();
        await adapter.updateEvent(off, { status: 'cancelled' }, as.organizer);
        expect(await reasonOf(ask(off))).to.equal('cancelled');
      });

      it('asks for a credential, and for a valid one', async () => {
        const eventId = await liveEvent();
        const nobody = adapter.requestAdmission(eventId, { idempotencyKey: crypto.randomUUID() });
        expect(await reasonOf(nobody)).to.equal('credential-missing');
        expect(await reasonOf(ask(eventId, as.invalid))).to.equal('credential-invalid');
      });

      it('admits once for one idempotency key', async () => {
        const eventId = await liveEvent();
        const key = crypto.randomUUID();
        const first = await ask(eventId, as.attendee, key);
        const second = await ask(eventId, as.attendee, key);
        expect(first.state).to.equal('admitted');
        expect(second.ticket).to.equal(first.ticket);
        expect(new URL(first.conferenceUrl).protocol).to.match(/^https?:$/);
        expect(first.conferenceUrl).not.to.contain(first.ticket);
      });

      it('lets in as many as there are places, one person on two devices once, and one more when a place is given back', async () => {
        const eventId = await liveEvent({ maxVirtualAttendees: 1 });
        const phone = await ask(eventId);
        const laptop = await ask(eventId);
        expect(await reasonOf(ask(eventId, as.otherAttendee))).to.equal('full');
        await adapter.depart(phone.ticket);
        expect(await reasonOf(ask(eventId, as.otherAttendee))).to.equal('full');
        await adapter.depart(laptop.ticket);
        expect((await ask(eventId, as.otherAttendee)).state).to.equal('admitted');
      });

      it('turns a ticket into a way into the media room, until the person has left', async () => {
        const eventId = await liveEvent();
        const { ticket } = await ask(eventId);
        const grant = await adapter.claimMediaGrant(ticket);
        expect(new URL(grant.url).protocol).to.match(/^wss?:$/);
        expect(grant.expiresAt - adapter.now()).to.be.within(1, 125_000);
        expect(grant.event.event.id).to.equal(eventId);
        expect(grant.role).to.equal('attendee');
        expect(grant.displayName).not.to.equal('');
        await adapter.depart(ticket);
        expect(await reasonOf(adapter.claimMediaGrant(ticket))).to.equal('ticket-invalid');
        expect(await reasonOf(adapter.claimMediaGrant('made-up'))).to.equal('ticket-invalid');
      });
    });

    doorSuite(() => ({
      adapter,
      organizer: as.organizer,
      attendee: as.attendee,
      otherAttendee: as.otherAttendee,
      attendeePubkey,
      liveEvent,
    }));

    describe('the conference', () => {
      it('starts early at an organizer’s word, once, and ends for all', async () => {
        const { event } = await adapter.createEvent(draft(virtual()), as.organizer);
        expect(await reasonOf(adapter.startConference(event.id, as.attendee))).to.equal('forbidden');
        const room = await adapter.startConference(event.id, as.organizer);
        const again = await adapter.startConference(event.id, as.organizer);
        expect(room.isActive).to.equal(true);
        expect(again.conferenceRoomId).to.equal(room.conferenceRoomId);
        expect((await ask(event.id)).state).to.equal('admitted');
        expect(await adapter.endConference(event.id, as.organizer)).to.equal(null);
        expect((await adapter.getEvent(event.id)).room.state).to.equal('ended');
        expect(await reasonOf(ask(event.id))).to.equal('ended');
        expect(await reasonOf(adapter.startConference(event.id, as.organizer))).to.equal('ended');
        const settings = adapter.saveAttendanceSettings(event.id, virtual(), as.organizer);
        expect(await reasonOf(settings)).to.equal('ended');
      });
    });

    describe('attendance', () => {
      it('notes who came and left, for oneself or by an organizer, and sums up', async () => {
        const eventId = await liveEvent();
        expect(await adapter.recordAttendance(eventId, attendeePubkey, 'leave', as.attendee)).to.equal(null);
        const stay = await adapter.recordAttendance(eventId, attendeePubkey, 'join', as.attendee);
        expect(stay).to.include({ eventId, pubkey: attendeePubkey });
        const foreign = adapter.recordAttendance(eventId, attendeePubkey, 'leave', as.otherAttendee);
        expect(await reasonOf(foreign)).to.equal('forbidden');
        const left = await adapter.recordAttendance(eventId, attendeePubkey, 'leave', as.organizer);
        expect(left!.leftAt).to.be.at.least(left!.joinedAt);
        expect(await reasonOf(adapter.getAttendanceStats(eventId, as.attendee))).to.equal('forbidden');
        const stats = await adapter.getAttendanceStats(eventId, as.organizer);
        expect(stats).to.include({ totalVirtualAttendees: 1, peakConcurrentAttendees: 1 });
        expect(stats.attendees[0]!.pubkey).to.equal(attendeePubkey);
      });
    });
  });
};
