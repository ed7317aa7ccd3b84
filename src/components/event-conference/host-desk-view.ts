import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HostDeskController } from '../../controllers/host-desk-controller.js';
import type { AdmissionEntry } from '../../core/admission-state.js';
import { textLimits } from '../../core/event-details.js';
import { formatNumber, formatUnit } from '../../locales/format.js';
import { msg, speaking, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';
import { users, x } from '../icons.js';
import { reasonWords } from '../reason-words.js';
import { avatar } from './avatar.js';
import { everySecond } from './every-second.js';

export interface HostDeskView {
  desk: HostDeskController;
  /** The server's clock, epoch milliseconds. */
  now: () => number;
  language: string;
}

/** The key of the bar that opens the desk, with how many wait. */
export const deskKey = ({ desk, language }: HostDeskView): TemplateResult => {
  const count = desk.waiting.length;
  return html`
    <button class="tool ${desk.isOpen ? 'on' : ''}" part="tool" aria-expanded=${desk.isOpen} @click=${() => desk.toggle()}>
      <span class="key">${users()}</span>
      ${count > 0 ? html`<span class="badge number" aria-hidden="true">${formatNumber(language, count)}</span>` : nothing}
      <span class="word">${msg('Waiting', { id: 'events.conference.desk' })}</span>
      ${
        count > 0
          ? html`<span class="hidden"
              >${msg(plural(count, [formatNumber(language, count)], { one: '{0} person', other: '{0} people' }), {
                id: 'events.conference.waitingCount',
              })}</span
            >`
          : nothing
      }
    </button>
  `;
};

/** Someone knocks. */
export const knock = ({ desk, language }: HostDeskView): TemplateResult | typeof nothing => {
  const { knocking, isOpen } = desk;
  const [first] = knocking;
  if (isOpen || !first) return nothing;
  const later = html`<button class="button quiet" @click=${() => desk.later()}>
    ${msg('Later', { id: 'events.conference.later' })}
  </button>`;
  if (knocking.length === 1) {
    return html`<div class="notice knock">
      ${avatar(first.displayName)}
      <span class="cut">${msg(str`${first.displayName} is waiting`, { id: 'events.conference.knock' })}</span>
      <span class="acts">
        ${later}
        <button class="button primary" @click=${() => void desk.admit([first.id])}>
          ${msg('Admit', { id: 'events.conference.admit' })}
        </button>
      </span>
    </div>`;
  }
  const people = formatNumber(language, knocking.length);
  return html`<div class="notice knock">
    ${avatar(first.displayName)}
    <span class="cut"
      >${msg(plural(knocking.length, [people], { one: '{0} person is waiting', other: '{0} people are waiting' }), {
        id: 'events.conference.knocks',
      })}</span
    >
    <span class="acts">
      ${later}
      <button class="button primary" @click=${() => desk.toggle()}>
        ${msg('See who', { id: 'events.conference.seeWho' })}
      </button>
    </span>
  </div>`;
};

/** How long someone waits; told outside of drawing, where the language does not hold by itself. */
const waitedFor = ({ now, language }: HostDeskView, { since, isGuest }: AdmissionEntry): string =>
  speaking(language, () => {
    const minutes = Math.floor((now() - since) / 60_000);
    const time =
      minutes < 1
        ? msg('just now', { id: 'events.conference.justNow' })
        : formatUnit(language, minutes, 'minute', 'short');
    return isGuest ? msg(str`Guest, ${time}`, { id: 'events.conference.guestSince' }) : time;
  });

const denial = ({ desk }: HostDeskView, { id, displayName }: AdmissionEntry): TemplateResult => html`
  <form
    class="saying"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const sentence = new FormData(event.currentTarget as HTMLFormElement).get('sentence') as string;
      void desk.deny(id, sentence);
    }}
  >
    <label for="sentence">
      ${msg(str`A word to ${displayName}, if you like`, { id: 'events.conference.denySentence' })}
    </label>
    <input id="sentence" class="field" name="sentence" maxlength=${textLimits.hostMessage} autocomplete="off" />
    <span class="acts">
      <button type="button" class="button quiet" @click=${() => desk.think(undefined)}>
        ${msg('Back', { id: 'events.conference.back' })}
      </button>
      <button class="button danger">${msg('Deny', { id: 'events.conference.deny' })}</button>
    </span>
  </form>
`;

const person = (view: HostDeskView, entry: AdmissionEntry): TemplateResult => {
  const { desk } = view;
  const { id, displayName } = entry;
  const isDenying = desk.denying === id;
  return html`
    <li>
      ${avatar(displayName)}
      <div class="who">
        <span class="cut" dir="auto">${displayName}</span>
        <span class="muted small">${everySecond(() => waitedFor(view, entry))}</span>
      </div>
      ${
        isDenying
          ? denial(view, entry)
          : html`<span class="acts">
              <button
                class="button quiet"
                aria-label=${msg(str`Deny ${displayName}`, { id: 'events.conference.denyPerson' })}
                @click=${() => desk.think(id)}
              >
                ${msg('Deny', { id: 'events.conference.deny' })}
              </button>
              <button
                class="button secondary"
                aria-label=${msg(str`Admit ${displayName}`, { id: 'events.conference.admitPerson' })}
                @click=${() => void desk.admit([id])}
              >
                ${msg('Admit', { id: 'events.conference.admit' })}
              </button>
            </span>`
      }
    </li>
  `;
};

const trouble = ({ trouble: reason, isFull }: HostDeskController): string => {
  if (isFull) {
    return msg('All places are taken. The others wait on.', { id: 'events.conference.deskFull' });
  }
  if (!reason) return '';
  const { what, next } = reasonWords(reason);
  return `${what}. ${next}`;
};

const saying = ({ desk }: HostDeskView): TemplateResult => html`
  <form
    class="saying"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void desk.say(new FormData(event.currentTarget as HTMLFormElement).get('text') as string);
    }}
  >
    <label for="text">${msg('A word to those who wait', { id: 'events.conference.waitingMessage' })}</label>
    <span class="line">
      <input
        id="text"
        class="field"
        name="text"
        maxlength=${textLimits.hostMessage}
        autocomplete="off"
        .defaultValue=${desk.list?.waitingMessage?.text ?? ''}
      />
      <button class="button secondary">${msg('Say', { id: 'events.conference.say' })}</button>
    </span>
  </form>
`;

/** Who waits, and what a host can do about it. */
export const deskPanel = (view: HostDeskView): TemplateResult | typeof nothing => {
  const { desk, language } = view;
  const { waiting, isOpen } = desk;
  if (!isOpen) return nothing;
  return html`
    <section class="desk" part="desk" aria-labelledby="desk">
      <header>
        <h2 id="desk" tabindex="-1">
          ${msg('Waiting', { id: 'events.conference.desk' })}
          <span class="number muted">${formatNumber(language, waiting.length)}</span>
        </h2>
        ${
          waiting.length > 1
            ? html`<button class="button primary" @click=${() => void desk.admit('all')}>
                ${msg('Admit all', { id: 'events.conference.admitAll' })}
              </button>`
            : nothing
        }
        <button
          class="close"
          aria-label=${msg('Close', { id: 'events.conference.close' })}
          @click=${() => desk.toggle()}
        >
          ${x()}
        </button>
      </header>
      <p class="small trouble" role="status">${trouble(desk)}</p>
      <ul role="list">
        ${repeat(
          waiting,
          ({ id }) => id,
          (entry) => person(view, entry),
        )}
      </ul>
      ${
        waiting.length === 0
          ? html`<p class="muted small">${msg('Nobody is waiting.', { id: 'events.conference.nobodyWaits' })}</p>`
          : nothing
      }
      ${saying(view)}
    </section>
  `;
};
