import { html, type TemplateResult } from 'lit';
import { formatDay, formatNumber, formatTime } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';

/** Said while the room is open: what is saved now holds for those inside. */
export const liveNote = (inside: number, language: string): TemplateResult =>
  html`<p part="live" class="live">
    <span class="dot"></span
    ><span
      >${
        inside > 0
          ? msg(
              plural(inside, [formatNumber(language, inside)], {
                one: 'The room is open, with {0} person inside. What you save holds at once.',
                other: 'The room is open, with {0} people inside. What you save holds at once.',
              }),
              { id: 'events.virtualConfig.liveInside' },
            )
          : msg('The room is open. What you save holds at once.', { id: 'events.virtualConfig.live' })
      }</span
    >
  </p>`;

/** What is said when the event is over. */
export const endedSummary = (endedAt: number, timeZone: string | undefined, language: string): TemplateResult => {
  const day = formatDay(language, endedAt, timeZone);
  const time = formatTime(language, endedAt, timeZone);
  const words = msg(str`This event ended on ${day}, ${time}. Its room can no longer be changed.`, {
    id: 'events.virtualConfig.ended',
  });
  return html`<div part="summary" class="summary" tabindex="-1"><p role="status">${words}</p></div>`;
};
