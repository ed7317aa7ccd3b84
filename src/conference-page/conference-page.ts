import '../define/event-conference.js';

/** Where this tab keeps its ticket, so that a reload comes back to the call. */
const keyOf = (eventId: string): string => `virtual-event-ticket:${eventId}`;

/** The ticket from the address, which it is taken out of at once, or the one that this tab came with before. */
const takeTicket = (eventId: string): string => {
  const given = new URLSearchParams(location.hash.slice(1)).get('ticket');
  if (given !== null) {
    history.replaceState(history.state, '', location.pathname + location.search);
    sessionStorage.setItem(keyOf(eventId), given);
  }
  return given ?? sessionStorage.getItem(keyOf(eventId)) ?? '';
};

const conference = document.querySelector('event-conference');
if (conference) {
  const { eventId } = conference;
  conference.ticket = takeTicket(eventId);
  conference.addEventListener('leave', () => sessionStorage.removeItem(keyOf(eventId)));
}
