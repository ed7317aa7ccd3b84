import {
  defaultVirtualConfig,
  EventCallingIntegration,
  HttpBackendAdapter,
  LocalBackendAdapter,
  type BackendAdapter,
} from 'virtual-event-elements';

export const eventId = 'spring-meeting';
export const startsAt = Date.now() + 10 * 60_000;
export const endsAt = startsAt + 2 * 3_600_000;

/** A backend in the page, with an event whose doors are open: to look at the elements without a server. */
const rehearsal = (): BackendAdapter => {
  const adapter = new LocalBackendAdapter({
    people: { 'token of noor': { pubkey: 'noor', name: 'Noor Jansen', role: 'attendee' } },
    conferenceUrl: () => new URL('room.html', document.baseURI).href,
  });
  adapter.put({
    id: eventId,
    title: 'Spring members’ meeting',
    startsAt,
    endsAt,
    timeZone: 'Europe/Lisbon',
    status: 'published',
    version: 1,
    attendanceType: 'hybrid',
    virtualConfig: { ...defaultVirtualConfig(), enabled: true },
  });
  return adapter;
};

const backend = import.meta.env['VITE_BACKEND'] as string | undefined;

/** One service for the whole app: all elements that are given it share one connection. */
export const service = new EventCallingIntegration(backend ? new HttpBackendAdapter(backend) : rehearsal());

/** Who is here. A real site fetches a short token that it signed; the element asks again when that has expired. */
export const credential = async (): Promise<string> => 'token of noor';
