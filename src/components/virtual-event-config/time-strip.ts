import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { formatList } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { clockIn, placeOf, type Timing } from './clock.js';

/** From the doors to the end as a strip of time, in the event's zone and, where clocks there show something else, in the visitor's. */
export const timeStrip = (timing: Timing, autoStartMinutes: number): TemplateResult | typeof nothing => {
  const { startsAt, endsAt, timeZone, visitorZone, language } = timing;
  if (startsAt === undefined || endsAt === undefined || endsAt <= startsAt) return nothing;
  const doorsAt = startsAt - autoStartMinutes * 60_000;
  const here = { ...timing, startsAt };
  const clock = clockIn(timeZone, here, doorsAt);
  const [doors, start, end] = [clock.tell(doorsAt), clock.tell(startsAt), clock.tell(endsAt)];
  const isEarly = autoStartMinutes > 0;
  // Through the style object, as a strict policy of the page forbids style attributes.
  const proportion = ref((element) => {
    const { style } = (element as HTMLElement | undefined) ?? {};
    style?.setProperty('--_before', `${autoStartMinutes}fr`);
    style?.setProperty('--_during', `${(endsAt - startsAt) / 60_000}fr`);
  });
  const label = msg(str`Doors ${doors}, start ${start}, end ${end}`, { id: 'events.virtualConfig.strip' });
  const notes: string[] = [];
  if (timeZone !== undefined) {
    const visitors = clockIn(visitorZone, here, doorsAt);
    const moments = [doorsAt, startsAt, endsAt];
    if (moments.some((moment) => clock.time(moment) !== visitors.time(moment))) {
      const place = placeOf(timeZone);
      const times = formatList(language, moments.slice(isEarly ? 0 : 1).map(visitors.tell));
      notes.push(
        msg(str`These are times in ${place}. Where you are, it is then ${times}.`, {
          id: 'events.virtualConfig.strip.whereYouAre',
        }),
      );
    }
  }
  if (clock.offset(startsAt)) {
    notes.push(msg('The clocks change in between.', { id: 'events.virtualConfig.strip.clocksChange' }));
  }
  const point = (moment: number, name: string, isEnd = false): TemplateResult =>
    html`<span class=${isEnd ? 'end' : ''}>
      <b>${clock.time(moment)}</b> ${clock.offset(moment) ? html`<i>${clock.offset(moment)}</i> ` : nothing}${name}</span
    >`;
  return html`<div part="strip" class="strip ${isEarly ? '' : 'at-start'}" role="img" aria-label=${label} ${proportion}>
      ${isEarly ? html`<span class="before"></span>` : nothing}<span class="during"></span>
      ${
        isEarly
          ? html`${point(doorsAt, msg('Doors', { id: 'events.virtualConfig.strip.doors' }))}
            ${point(startsAt, msg('Start', { id: 'events.virtualConfig.strip.start' }))}`
          : point(startsAt, msg('Doors and start', { id: 'events.virtualConfig.strip.doorsAndStart' }))
      }
      ${point(endsAt, msg('End', { id: 'events.virtualConfig.strip.end' }), true)}
    </div>
    ${notes.length > 0 ? html`<p part="zone" class="help">${notes.join(' ')}</p>` : nothing}`;
};
