import { expect } from '@open-wc/testing';
import type { AdmissionEntry, EventVirtualConfig, Reason } from '../../src/core/index.js';
import { VirtualEventError } from '../../src/core/index.js';
import type { AdmissionInput, BackendAdapter } from '../../src/services/backend/backend-adapter.js';

interface Credential {
  credential: string;
}

/** What the suite of a backend adapter lends to this part of it. */
export interface DoorStage {
  adapter: BackendAdapter;
  organizer: Credential;
  attendee: Credential;
  otherAttendee: Credential;
  attendeePubkey: string;
  /** Makes an event that began ten minutes ago; its id. */
  liveEvent: (config?: Partial<EventVirtualConfig>) => Promise<string>;
}

const reasonOf = async (call: Promise<unknown>): Promise<Reason> => {
  try {
    await call;
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(VirtualEventError);
    return (thrown as VirtualEventError).reason;
  }
  throw new Error('It was not refused.');
};

/** Follows until something told is as it is waited for; that is given back. */
const until = async <T>(
  follow: (signal: AbortSignal) => AsyncIterable<T>,
  isIt: (told: T) => boolean,
  onFirst: () => unknown = () => {},
): Promise<T> => {
  const stop = new AbortController();
  let isFirst = true;
  for await (const told of follow(stop.signal)) {
    if (isIt(told)) {
      stop.abort();
      return told;
    }
    if (isFirst) await onFirst();
    isFirst = false;
  }
  throw new Error('It ended before.');
};

/** The door: waiting, being let in, denied, removed and readmitted. Part of what every backend adapter must do. */
export const doorSuite = (stage: () => DoorStage): void => {
  const waitingRoom = { waitingRoomEnabled: true };

  const ask = (eventId: string, who?: Credential, input: Partial<AdmissionInput> = {}) =>
    stage().adapter.requestAdmission(eventId, { idempotencyKey: crypto.randomUUID(), ...input }, who);

  const statusOf = (ticket: string) =>
    until(
      (signal) => stage().adapter.followAdmission(ticket, { signal }),
      () => true,
    );

  const entries = async (eventId: string): Promise<readonly AdmissionEntry[]> =>
    (await stage().adapter.listAdmissions(eventId, stage().organizer)).admissions;

  describe('the waiting room', () => {
    it('keeps attendees until a host lets them in, and lets hosts straight through', async () => {
      const { adapter, attendee, organizer, liveEvent } = stage();
      const eventId = await liveEvent(waitingRoom);
      const { state, ticket } = await ask(eventId, attendee);
      expect(state).to.equal('waiting');
      expect(await reasonOf(adapter.claimMediaGrant(ticket))).to.equal('waiting');
      expect((await ask(eventId, organizer)).state).to.equal('admitted');

      const [entry] = (await entries(eventId)).filter((each) => each.state === 'waiting');
      expect(entry).to.include({ role: 'attendee', isGuest: false, pubkey: stage().attendeePubkey });
      const told = await until(
        (signal) => adapter.followAdmission(ticket, { signal }),
        (status) => status.state !== 'waiting',
        async () => {
          const outcome = await adapter.admit(eventId, [entry!.id], organizer);
          expect(outcome).to.deep.equal({ admitted: [entry!.id], full: [] });
        },
      );
      expect(told).to.include({ state: 'admitted', displayName: entry!.displayName });
      expect(told.reason).to.equal(undefined);
      expect((await adapter.claimMediaGrant(ticket)).role).to.equal('attendee');
    });

    it('lets in on every device whom a host let in, and again when they come back', async () => {
      const { adapter, attendee, organizer, liveEvent } = stage();
      const eventId = await liveEvent(waitingRoom);
      const phone = (await ask(eventId, attendee)).ticket;
      const laptop = (await ask(eventId, attendee)).ticket;
      expect(await entries(eventId)).to.have.length(1);
      await adapter.admit(eventId, 'all', organizer);
      for (const ticket of [phone, laptop]) {
        expect((await statusOf(ticket)).state).to.equal('admitted');
        await adapter.depart(ticket);
      }
      expect((await ask(eventId, attendee)).state).to.equal('admitted');
    });

    it('lets in as many as there are places, in the order they came; the others wait on', async () => {
      const { adapter, attendee, otherAttendee, organizer, liveEvent } = stage();
      const eventId = await liveEvent({ ...waitingRoom, maxVirtualAttendees: 1 });
      const first = (await ask(eventId, attendee)).ticket;
      const second = (await ask(eventId, otherAttendee)).ticket;
      const list = await adapter.listAdmissions(eventId, organizer);
      expect(list.placesLeft).to.equal(1);
      const ids = list.admissions.map(({ id }) => id);
      const outcome = await adapter.admit(eventId, 'all', organizer);
      expect(outcome).to.deep.equal({ admitted: [ids[0]], full: [ids[1]] });
      expect((await statusOf(second)).state).to.equal('waiting');
      await adapter.depart(first);
      expect((await adapter.admit(eventId, 'all', organizer)).admitted).to.deep.equal([ids[1]]);
      expect((await statusOf(second)).state).to.equal('admitted');
    });

    it('turns away with a sentence, which holds until one is readmitted', async () => {
      const { adapter, attendee, organizer, liveEvent } = stage();
      const eventId = await liveEvent(waitingRoom);
      const { ticket } = await ask(eventId, attendee);
      const [entry] = await entries(eventId);
      const sentence = 'This one is for crew only.';
      const told = await until(
        (signal) => adapter.followAdmission(ticket, { signal }),
        ({ state }) => state === 'denied',
        () => adapter.deny(eventId, entry!.id, { ...organizer, sentence }),
      );
      expect(told).to.include({ state: 'denied', reason: 'denied' });
      expect(told.message!.text).to.equal(sentence);
      expect(told.message!.from).not.to.equal('');
      expect(await reasonOf(adapter.claimMediaGrant(ticket))).to.equal('denied');
      expect(await reasonOf(ask(eventId, attendee))).to.equal('denied');
      expect((await entries(eventId))[0]!.state).to.equal('denied');

      await adapter.readmit(eventId, entry!.pubkey, organizer);
      expect((await statusOf(ticket)).state).to.equal('admitted');
      expect((await adapter.claimMediaGrant(ticket)).event.event.id).to.equal(eventId);
      expect(await reasonOf(adapter.deny(eventId, entry!.id, organizer))).to.equal('conflict');
      expect(await reasonOf(adapter.deny(eventId, 'no-such-admission', organizer))).to.equal('not-found');
    });

    it('tells those who wait what a host says, and nobody else', async () => {
      const { adapter, attendee, otherAttendee, organizer, liveEvent } = stage();
      const eventId = await liveEvent(waitingRoom);
      const { ticket } = await ask(eventId, attendee);
      const text = 'Welcome! We start on the hour.';
      const told = await until(
        (signal) => adapter.followAdmission(ticket, { signal }),
        ({ message }) => message !== undefined,
        () => adapter.setWaitingMessage(eventId, text, organizer),
      );
      expect(told).to.deep.include({ state: 'waiting' });
      expect(told.message!.text).to.equal(text);
      expect((await adapter.listAdmissions(eventId, organizer)).waitingMessage!.text).to.equal(text);
      expect(JSON.stringify(await adapter.getEvent(eventId))).not.to.contain(text);
      expect(await reasonOf(adapter.setWaitingMessage(eventId, 'x'.repeat(301), organizer))).to.equal('invalid-input');
      expect(await reasonOf(adapter.setWaitingMessage(eventId, text, otherAttendee))).to.equal('forbidden');
      await adapter.setWaitingMessage(eventId, null, organizer);
      expect((await statusOf(ticket)).message).to.equal(undefined);
    });

    it('tells hosts of a knock, also those who have only their ticket', async () => {
      const { adapter, attendee, otherAttendee, organizer, liveEvent } = stage();
      const eventId = await liveEvent(waitingRoom);
      const { ticket } = await ask(eventId, organizer);
      const list = await until(
        (signal) => adapter.followAdmissions(eventId, { ticket, signal }),
        ({ admissions }) => admissions.some(({ state }) => state === 'waiting'),
        () => ask(eventId, attendee),
      );
      const { id } = list.admissions.find(({ state }) => state === 'waiting')!;
      expect((await adapter.admit(eventId, [id], { ticket })).admitted).to.deep.equal([id]);

      const guest = (await ask(eventId, otherAttendee)).ticket;
      const elsewhere = await liveEvent(waitingRoom);
      const strangers = [attendee, { ticket: guest }];
      for (const who of strangers) {
        expect(await reasonOf(adapter.listAdmissions(eventId, who))).to.equal('forbidden');
        expect(await reasonOf(adapter.admit(eventId, 'all', who))).to.equal('forbidden');
      }
      expect(await reasonOf(adapter.listAdmissions(elsewhere, { ticket }))).to.equal('forbidden');
      expect(await reasonOf(adapter.listAdmissions(eventId))).to.equal('credential-missing');
      expect(await reasonOf(adapter.listAdmissions(eventId, { ticket: 'made-up' }))).to.equal('ticket-invalid');
    });
  });

  describe('following the way in', () => {
    it('ends once one has left, and does not begin with a ticket that is none', async () => {
      const { adapter, attendee, liveEvent } = stage();
      const { ticket } = await ask(await liveEvent(waitingRoom), attendee);
      const told: string[] = [];
      for await (const { state } of adapter.followAdmission(ticket)) {
        told.push(state);
        if (state === 'waiting') await adapter.depart(ticket);
      }
      expect(told).to.deep.equal(['waiting', 'left']);
      expect(await reasonOf(adapter.followAdmission('made-up')[Symbol.asyncIterator]().next())).to.equal(
        'ticket-invalid',
      );
    });

    it('tells when the event is over, called off, or moved to later', async () => {
      const { adapter, attendee, organizer, liveEvent } = stage();
      const hour = 3_600_000;
      const ends: [Reason, (eventId: string) => Promise<unknown>][] = [
        ['ended', (eventId) => adapter.endConference(eventId, organizer)],
        ['cancelled', (eventId) => adapter.updateEvent(eventId, { status: 'cancelled' }, organizer)],
        [
          'not-open',
          (eventId) => {
            const times = { startsAt: adapter.now() + hour, endsAt: adapter.now() + 2 * hour };
            return adapter.updateEvent(eventId, times, organizer);
          },
        ],
      ];
      for (const [reason, end] of ends) {
        const eventId = await liveEvent(waitingRoom);
        const { ticket } = await ask(eventId, attendee);
        const told = await until(
          (signal) => adapter.followAdmission(ticket, { signal }),
          ({ state }) => state === 'closed',
          () => end(eventId),
        );
        expect(told.reason).to.equal(reason);
      }
    });

    it('lets in those who wait once the waiting room is switched off', async () => {
      const { adapter, attendee, organizer, liveEvent } = stage();
      const eventId = await liveEvent(waitingRoom);
      const { ticket } = await ask(eventId, attendee);
      await until(
        (signal) => adapter.followAdmission(ticket, { signal }),
        ({ state }) => state === 'admitted',
        async () => {
          const { event } = await adapter.getEvent(eventId);
          const virtualConfig = { ...event.virtualConfig, waitingRoomEnabled: false };
          await adapter.saveAttendanceSettings(eventId, { attendanceType: 'virtual', virtualConfig }, organizer);
        },
      );
      expect((await adapter.claimMediaGrant(ticket)).event.event.id).to.equal(eventId);
    });
  });

  describe('removing someone', () => {
    it('takes effect on every ticket, old and new, until they are readmitted, and on nobody else', async () => {
      const { adapter, attendee, otherAttendee, organizer, attendeePubkey, liveEvent } = stage();
      const eventId = await liveEvent();
      const phone = (await ask(eventId, attendee)).ticket;
      const laptop = (await ask(eventId, attendee)).ticket;
      const other = (await ask(eventId, otherAttendee)).ticket;
      await adapter.claimMediaGrant(phone);
      await adapter.remove(eventId, attendeePubkey, { ...organizer, sentence: 'Please mind your words.' });
      for (const ticket of [phone, laptop]) {
        expect(await reasonOf(adapter.claimMediaGrant(ticket))).to.equal('removed');
        const status = await statusOf(ticket);
        expect([status.state, status.reason, status.message!.text]).to.deep.equal([
          'removed',
          'removed',
          'Please mind your words.',
        ]);
      }
      expect(await reasonOf(ask(eventId, attendee))).to.equal('removed');
      await adapter.claimMediaGrant(other);

      await adapter.readmit(eventId, attendeePubkey, organizer);
      await adapter.claimMediaGrant(phone);
      expect((await ask(eventId, attendee)).state).to.equal('admitted');
    });

    it('is for hosts to do, about attendees who came', async () => {
      const { adapter, attendee, otherAttendee, organizer, attendeePubkey, liveEvent } = stage();
      const eventId = await liveEvent();
      await ask(eventId, attendee);
      await ask(eventId, organizer);
      expect(await reasonOf(adapter.remove(eventId, attendeePubkey, otherAttendee))).to.equal('forbidden');
      expect(await reasonOf(adapter.remove(eventId, 'nobody-at-all', organizer))).to.equal('not-found');
      const [host] = (await entries(eventId)).filter(({ role }) => role === 'organizer');
      expect(await reasonOf(adapter.remove(eventId, host!.pubkey, organizer))).to.equal('forbidden');
    });

    it('gives the seat back', async () => {
      const { adapter, attendee, otherAttendee, organizer, attendeePubkey, liveEvent } = stage();
      const eventId = await liveEvent({ maxVirtualAttendees: 1 });
      await ask(eventId, attendee);
      expect(await reasonOf(ask(eventId, otherAttendee))).to.equal('full');
      await adapter.remove(eventId, attendeePubkey, organizer);
      expect((await ask(eventId, otherAttendee)).state).to.equal('admitted');
    });
  });

  describe('guests', () => {
    it('come with a name, where the event allows it, each a person of their own', async () => {
      const { adapter, organizer, liveEvent } = stage();
      const eventId = await liveEvent(waitingRoom);
      expect(await reasonOf(ask(eventId, undefined, { displayName: 'Jonas' }))).to.equal('credential-missing');
      await adapter.updateEvent(eventId, { guestsAllowed: true }, organizer);
      expect((await adapter.getEvent(eventId)).event.guestsAllowed).to.equal(true);
      expect(await reasonOf(ask(eventId, undefined))).to.equal('invalid-input');

      const guestKey = crypto.randomUUID();
      const jonas = await ask(eventId, undefined, { displayName: 'Jonas Weber', guestKey });
      await ask(eventId, undefined, { displayName: 'Jonas Weber', guestKey });
      await ask(eventId, undefined, { displayName: 'Inês' });
      const found = await entries(eventId);
      expect(found.map(({ displayName, isGuest }) => [displayName, isGuest])).to.deep.equal([
        ['Jonas Weber', true],
        ['Inês', true],
      ]);
      expect(found[0]!.pubkey).not.to.contain(guestKey);
      await adapter.remove(eventId, found[0]!.pubkey, organizer);
      expect((await statusOf(jonas.ticket)).state).to.equal('removed');
      expect(await reasonOf(ask(eventId, undefined, { displayName: 'Jonas again', guestKey }))).to.equal('removed');
    });
  });

  describe('the consent text', () => {
    it('is the library’s own until the organizer says more', async () => {
      const { adapter, organizer, liveEvent } = stage();
      const eventId = await liveEvent();
      const own = await adapter.getConsentText(eventId, 'nl');
      expect(own.locale).to.equal('nl');
      expect(own.version).not.to.equal('');
      expect(own).not.to.have.any.keys('what', 'who', 'howLong', 'policyUrl');
      const recordingPolicy = { what: 'Sound and pictures.', policyUrl: 'https://club.example/policy', locale: 'en' };
      const { event } = await adapter.updateEvent(eventId, { recordingPolicy }, organizer);
      expect(event.recordingPolicy).to.deep.equal(recordingPolicy);
      const told = await adapter.getConsentText(eventId, 'nl');
      expect(told).to.deep.include(recordingPolicy);
      expect(told.version).not.to.equal(own.version);
      expect(await reasonOf(adapter.getConsentText('no-such-event', 'nl'))).to.equal('not-found');
    });
  });
};
