import { html } from 'lit/html.js';
import { formatTime } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { arrowUpRight } from '../icons.js';
import type { EventJoinButton } from './event-join-button.js';
import { dot, pressable, sizeOf, type JoinButtonParts, type JoinButtonView } from './phase-view.js';
import { isElsewhere, stayOf } from './stay.js';

/** The parts for someone who came in, or waits for it; `undefined` for others. */
export const stayParts = (
  view: JoinButtonView,
  parts: JoinButtonParts,
  element: EventJoinButton,
): JoinButtonParts | undefined => {
  const stay = stayOf(element);
  const link = (words: string, room: string) =>
    html`<a
      part="button"
      class="button ${sizeOf(view)} secondary"
      href=${room}
      target=${element.target === '_self' ? '_self' : '_blank'}
      rel="noopener noreferrer"
      >${words}${arrowUpRight()}</a
    >`;
  if (stay?.state === 'waiting') {
    const { message, since } = stay.status ?? {};
    const line = message?.text ?? msg('The host will let you in', { id: 'events.joinButton.hostLetsIn' });
    return {
      ...parts,
      mark: dot('open'),
      words: msg('You are in the waiting room', { id: 'events.joinButton.waiting' }),
      box: link(msg('Go to the waiting room', { id: 'events.joinButton.goToWaitingRoom' }), stay.room),
      line: message ? html`<span class="message">${line}</span>` : line,
      spoken: line,
      end: since && msg(str`since ${formatTime(view.language, since)}`, { id: 'events.joinButton.since' }),
    };
  }
  if (stay) {
    return {
      ...parts,
      mark: dot('live'),
      words: msg('You are in', { id: 'events.joinButton.inside' }),
      box: link(msg('Go to the room', { id: 'events.joinButton.goToRoom' }), stay.room),
    };
  }
  if (!isElsewhere(element)) return undefined;
  return {
    ...parts,
    mark: dot('live'),
    words: msg('You are in, in another tab', { id: 'events.joinButton.insideElsewhere' }),
    box: pressable(view, 'secondary', msg('Join here instead', { id: 'events.joinButton.joinHere' })),
  };
};
