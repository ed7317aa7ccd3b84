import type { Admission } from '../../core/admission.js';
import type { AdmissionStatus } from '../../core/admission-state.js';
import { safeUrl } from '../../core/safe-url.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import { JoinEvent } from '../../events/join-event.js';
import { LeaveEvent } from '../../events/leave-event.js';
import { keepFollowing } from '../../services/keep-following.js';
import { serviceFor } from '../service-context.js';
import type { EventJoinButton } from './event-join-button.js';
import { refused } from './refused.js';
import { kept, keep } from './storage.js';

/** What someone has who asked to come in and was not refused. */
export interface Stay {
  ticket: string;
  /** The address of the room with the ticket in it. */
  room: string;
  state: 'waiting' | 'admitted';
  status: AdmissionStatus | undefined;
}

interface Attended {
  eventId: string;
  stay: Stay | undefined;
  /** Another tab of this site has a stay. */
  isElsewhere: boolean;
  channel: BroadcastChannel | undefined;
  stopFollowing: (() => void) | undefined;
}

const attended = new Map<EventJoinButton, Attended>();
/** What an element had that left the page: it may only be on the move. */
const left = new WeakMap<EventJoinButton, Pick<Attended, 'eventId' | 'stay'>>();

const keyOf = ({ backend, eventId }: EventJoinButton): string => `vee.stay ${backend} ${eventId}`;

/** What the element's visitor has, if they came in through it or this tab did before. */
export const stayOf = (element: EventJoinButton): Stay | undefined => attended.get(element)?.stay;

/** Whether the visitor came in from another tab. */
export const isElsewhere = (element: EventJoinButton): boolean => attended.get(element)?.isElsewhere === true;

const finish = (element: EventJoinButton): void => {
  const held = attended.get(element);
  if (!held?.stay) return;
  held.stopFollowing?.();
  held.stopFollowing = undefined;
  held.stay = undefined;
  keep('sessionStorage', keyOf(element), undefined);
  held.channel?.postMessage('gone');
  element.requestUpdate();
};

const onTold = (element: EventJoinButton, stay: Stay, status: AdmissionStatus): void => {
  const { state, reason, message } = status;
  if (state === 'waiting' || state === 'admitted') {
    if (state === 'admitted' && stay.state === 'waiting') element.dispatchEvent(new JoinEvent(element.eventId));
    Object.assign(stay, { state, status });
    element.requestUpdate();
    return;
  }
  finish(element);
  if (state === 'left') element.dispatchEvent(new LeaveEvent(element.eventId));
  else if (state !== 'closed') element.become(refused(element, new VirtualEventError(reason ?? state), message));
};

// Only while the page is in sight: who waits and closed the room's tab is not to hold a place from here.
const follow = (element: EventJoinButton): void => {
  const held = attended.get(element);
  const service = serviceFor(element);
  if (!held?.stay || !service) return;
  const { stay } = held;
  held.stopFollowing?.();
  held.stopFollowing = document.hidden
    ? undefined
    : keepFollowing((signal) => service.adapter.followAdmission(stay.ticket, { signal }), {
        onTold: (status) => onTold(element, stay, status),
        onEnd: () => finish(element),
      });
};

const onVisibility = (): void => {
  for (const element of attended.keys()) follow(element);
};

const listen = (element: EventJoinButton, held: Attended): void => {
  if (held.channel || !element.backend) return;
  const channel = (held.channel = new BroadcastChannel(keyOf(element)));
  channel.addEventListener('message', ({ data }) => {
    if (data === 'who' && held.stay) channel.postMessage('here');
    if (data !== 'who') held.isElsewhere = data === 'here';
    element.requestUpdate();
  });
  channel.postMessage('who');
};

/** The address of the room in a language, with the ticket where only the room's page reads it. */
const roomOf = ({ conferenceUrl, ticket }: Admission, language: string): string => {
  const address = safeUrl(conferenceUrl);
  if (address === null) throw new VirtualEventError('unavailable', { detail: 'The conference’s address is not one.' });
  const room = new URL(address);
  room.searchParams.set('lang', language);
  room.hash = `ticket=${encodeURIComponent(ticket)}`;
  return room.href;
};

/** Keeps what the backend gave out, and follows it. */
export const begin = (element: EventJoinButton, admission: Admission): Stay => {
  attend(element);
  const { ticket, state } = admission;
  const stay: Stay = { ticket, state, room: roomOf(admission, element.language), status: undefined };
  const held = attended.get(element);
  if (!held) return stay;
  held.stay = stay;
  held.isElsewhere = false;
  if (element.backend) keep('sessionStorage', keyOf(element), JSON.stringify(stay));
  held.channel?.postMessage('here');
  follow(element);
  element.requestUpdate();
  return stay;
};

/** Looks after an element that is in the page: what its visitor has from before, here or in another tab. */
export const attend = (element: EventJoinButton): void => {
  const { eventId, phase } = element;
  const before = attended.get(element);
  if (before && before.eventId !== eventId) retire(element);
  if (phase !== 'live' && phase !== 'waiting-room') {
    finish(element);
    return;
  }
  if (attended.has(element)) return;
  if (attended.size === 0) {
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('pagehide', onPageHide);
  }
  const moved = left.get(element);
  const own = moved?.eventId === eventId ? moved.stay : undefined;
  const stay = own ?? (element.backend ? (kept('sessionStorage', keyOf(element)) as Stay | undefined) : undefined);
  const held: Attended = { eventId, stay, isElsewhere: false, channel: undefined, stopFollowing: undefined };
  attended.set(element, held);
  listen(element, held);
  follow(element);
  if (stay) element.requestUpdate();
};

/** Lets go of an element that left the page. */
export const retire = (element: EventJoinButton): void => {
  const held = attended.get(element);
  if (!held) return;
  held.stopFollowing?.();
  held.channel?.close();
  attended.delete(element);
  left.set(element, held);
  if (attended.size > 0) return;
  document.removeEventListener('visibilitychange', onVisibility);
  removeEventListener('pagehide', onPageHide);
};

const onPageHide = (): void => {
  for (const { channel, stay } of attended.values()) if (stay) channel?.postMessage('gone');
};
