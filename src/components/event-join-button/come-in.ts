import { safeUrl } from '../../core/safe-url.js';
import { VirtualEventError } from '../../core/virtual-event-error.js';
import { msg } from '../../locales/localization.js';
import type { AdmissionInput } from '../../services/backend/backend-adapter.js';
import type { ActingOptions, EventCallingIntegration } from '../../services/event-calling-integration.js';

/** Says in the tab, empty until its address is known, what it waits for. */
export const greet = (tab: Window): void => {
  try {
    const { document } = tab;
    const words = msg('Opening the room…', { id: 'events.joinButton.openingTab' });
    document.title = words;
    // Through the style object, as a strict policy of the page holds here too and forbids style attributes.
    document.documentElement.style.colorScheme = 'light dark';
    const { style } = document.body;
    style.font = '1.125rem/1.5 system-ui, sans-serif';
    style.display = 'grid';
    style.placeContent = 'center';
    style.blockSize = '100vh';
    style.margin = '0';
    style.opacity = '0.7';
    document.body.append(words);
  } catch {
    // A frame that is not of its page's origin may open a tab but not write into it.
  }
};

/** Asks to come in; the address of the room with the ticket in its fragment. */
export const comeIn = async (
  service: EventCallingIntegration,
  eventId: string,
  input: AdmissionInput,
  options: ActingOptions,
): Promise<string> => {
  const { conferenceUrl, ticket } = await service.requestAdmission(eventId, input, options);
  const address = safeUrl(conferenceUrl);
  if (address === null) throw new VirtualEventError('unavailable', { detail: 'The conference’s address is not one.' });
  const room = new URL(address);
  room.hash = `ticket=${encodeURIComponent(ticket)}`;
  return room.href;
};

/** Sends the opened tab to the room. Whether it is still there cannot be told: a policy of the page hides it. */
export const send = (tab: Window, room: string): void => {
  try {
    tab.opener = null;
    tab.location.replace(room);
  } catch {
    // Closed in the meantime.
  }
};
