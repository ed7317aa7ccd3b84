import { expect } from '@open-wc/testing';
import { defaultVirtualConfig, VirtualEventError, type EventDetails } from '../../../src/core/index.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
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
