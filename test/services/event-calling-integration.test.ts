import { expect, oneEvent } from '@open-wc/testing';
import { VirtualEventError } from '../../src/core/index.js';
import type { ServiceErrorEvent } from '../../src/events/service-error-event.js';
import { LocalBackendAdapter } from '../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../src/services/event-calling-integration.js';
import { sampleEvent } from '../core/sample-event.js';

describe('EventCallingIntegration', () => {
  let adapter: LocalBackendAdapter;
  let service: EventCallingIntegration;
  const event = sampleEvent();

  beforeEach(() => {
    adapter = new LocalBackendAdapter({
      people: {
        amira: { pubkey: 'amira', name: 'Amira Haddad', role: 'organizer' },
        noor: { pubkey: 'noor', name: 'Noor Jansen', role: 'attendee' },
      },
      now: event.startsAt,
    });
    adapter.put(event);
    service = new EventCallingIntegration(adapter, { credential: 'amira' });
  });

  const reasonOf = async (call: Promise<unknown>): Promise<string> => {
    try {
      await call;
    } catch (thrown) {
      return (thrown as VirtualEventError).reason;
    }
    return 'none';
  };

  it('starts an event’s conference with the config given, and ends it', async () => {
    const config = { ...event.virtualConfig, maxVirtualAttendees: 40 };
    const room = await service.startEventConference(event, config);
    expect(room.isActive).to.equal(true);
    expect((await adapter.getEvent(event.id)).event.virtualConfig.maxVirtualAttendees).to.equal(40);
    expect(await service.endEventConference(event.id)).to.equal(null);
    expect((await adapter.getEvent(event.id)).room.state).to.equal('ended');
  });

  it('tracks who comes and leaves, and sums up', async () => {
    await service.trackVirtualAttendee(event.id, 'noor', 'join');
    adapter.setNow(event.startsAt + 600_000);
    const stay = await service.trackVirtualAttendee(event.id, 'noor', 'leave');
    expect(stay!.durationSeconds).to.equal(600);
    const stats = await service.getVirtualAttendanceStats(event.id);
    expect(stats).to.include({ totalVirtualAttendees: 1, averageDurationMinutes: 10 });
  });

  it('stores the config for the backend’s schedule', async () => {
    service.scheduleConferenceStart(event, { ...event.virtualConfig, autoStartMinutes: 30 }, []);
    let minutes = 15;
    while (minutes !== 30) minutes = (await adapter.getEvent(event.id)).event.virtualConfig.autoStartMinutes;
  });

  it('tells trouble of a method that returns nothing as an event', async () => {
    const told = oneEvent(service, 'error') as Promise<unknown> as Promise<ServiceErrorEvent>;
    service.scheduleConferenceStart(event, { ...event.virtualConfig, autoStartMinutes: 99 }, []);
    const { error, eventId } = await told;
    expect([error.reason, eventId]).to.deep.equal(['invalid-input', event.id]);
  });

  it('says plainly what the backend does not offer', async () => {
    const breakouts = { enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 2 };
    expect(await reasonOf(service.createBreakoutRooms(event.id, breakouts))).to.equal('unsupported');
    expect(await reasonOf(service.sendJoinReminders(event, ['noor'], { minutesBefore: 15 }))).to.equal('unsupported');
  });

  it('fetches a credential anew, once, when it is refused', async () => {
    const given = ['expired', 'amira'];
    const credential = () => Promise.resolve(given.shift());
    await service.startEventConference(event, event.virtualConfig, { credential });
    expect(given).to.deep.equal([]);
    expect(
      await reasonOf(service.startEventConference(event, event.virtualConfig, { credential: 'expired' })),
    ).to.equal('credential-invalid');
  });

  it('acts as the one who calls rather than the one it was made for', async () => {
    expect(await reasonOf(service.endEventConference(event.id, { credential: 'noor' }))).to.equal('forbidden');
  });
});
