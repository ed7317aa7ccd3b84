import { expect } from '@open-wc/testing';
import {
  defaultVirtualConfig,
  VirtualEventError,
  type ConsentGiven,
  type EventDetails,
} from '../../../src/core/index.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { textHash } from '../../../src/services/text-hash.js';
import { backendAdapterSuite } from '../../suites/backend-adapter-suite.js';

const people = {
  amira: { pubkey: 'amira', name: 'Amira Haddad', role: 'organizer' },
  noor: { pubkey: 'noor', name: 'Noor Jansen', role: 'attendee' },
  tomas: { pubkey: 'tomas', name: 'Tomás Rey', role: 'attendee' },
} as const;

backendAdapterSuite('LocalBackendAdapter', () =>
  Promise.resolve({
    adapter: new LocalBackendAdapter({ people }),
    credentials: { organizer: 'amira', attendee: 'noor', otherAttendee: 'tomas', invalid: 'nobody' },
    attendeePubkey: 'noor',
  }),
);

describe('LocalBackendAdapter', () => {
  const startsAt = Date.UTC(2027, 2, 13, 18);
  const event: EventDetails = {
    id: 'meeting',
    title: 'Spring members’ meeting',
    startsAt,
    endsAt: startsAt + 7_200_000,
    timeZone: 'Europe/Lisbon',
    attendanceType: 'virtual',
    virtualConfig: { ...defaultVirtualConfig(), enabled: true },
    status: 'published',
    version: 1,
  };

  it('goes by the clock it is given', async () => {
    const adapter = new LocalBackendAdapter({ people, now: startsAt - 3_600_000 });
    adapter.put(event);
    let told = 0;
    const stop = adapter.onClockChange(() => (told += 1));
    const ask = () => adapter.requestAdmission('meeting', { idempotencyKey: 'once' }, { credential: 'noor' });
    let refused: unknown;
    await ask().catch((thrown: unknown) => (refused = thrown));
    expect(refused).to.include({ reason: 'not-open' });
    adapter.setNow(startsAt);
    expect(told).to.equal(1);
    expect((await ask()).serverNow).to.equal(startsAt);
    stop();
    adapter.setNow(startsAt + 1);
    expect(told).to.equal(1);
  });

  it('asks for consent where it may be recorded, and keeps it for the person', async () => {
    const adapter = new LocalBackendAdapter({ people, now: startsAt });
    adapter.put({
      ...event,
      virtualConfig: { ...event.virtualConfig, recordingEnabled: true, recordingConsentRequired: true },
    });
    const ask = (consent?: ConsentGiven) =>
      adapter.requestAdmission('meeting', { idempotencyKey: crypto.randomUUID(), consent }, { credential: 'noor' });
    const refusalOf = (call: Promise<unknown>) =>
      call.then(String, (thrown: unknown) => (thrown as VirtualEventError).reason);
    expect(await refusalOf(ask())).to.equal('consent-required');
    const { version } = await adapter.getConsentText('meeting', 'en');
    const given = { textVersion: version, textHash: await textHash('All of it.'), locale: 'en' };
    expect(await refusalOf(ask({ ...given, textVersion: 'another' }))).to.equal('consent-outdated');
    expect(await refusalOf(ask({ ...given, textHash: 'none' }))).to.equal('invalid-input');
    const { ticket } = await ask(given);
    await adapter.claimMediaGrant(ticket);
    await ask();
    await adapter.updateEvent('meeting', { recordingPolicy: { who: 'Everyone.' } }, { credential: 'amira' });
    expect(await refusalOf(adapter.claimMediaGrant(ticket))).to.equal('consent-outdated');
  });

  it('fails as it is told to, and recovers', async () => {
    const adapter = new LocalBackendAdapter({ people });
    adapter.put(event);
    adapter.setFailure(new VirtualEventError('unavailable'));
    let refused: unknown;
    await adapter.getEvent('meeting').catch((thrown: unknown) => (refused = thrown));
    expect(refused).to.include({ reason: 'unavailable' });
    adapter.setFailure(undefined);
    expect((await adapter.getEvent('meeting')).event.id).to.equal('meeting');
  });
});
