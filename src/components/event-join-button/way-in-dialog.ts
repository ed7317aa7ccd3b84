import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { ConsentGiven } from '../../core/consent.js';
import { textLimits } from '../../core/event-details.js';
import { safeUrl } from '../../core/safe-url.js';
import { ConsentChangeEvent } from '../../events/consent-change-event.js';
import { languageAt, msg, speaking } from '../../locales/localization.js';
import { markLanguage } from '../../locales/mark-language.js';
import { textHash } from '../../services/text-hash.js';
import { secondaryButton } from '../../styles/secondary-button.js';
import { moreTokens } from '../../styles/more-tokens.js';
import { clock, eye, video } from '../icons.js';
import { adopt } from './adopt.js';
import type { EventJoinButton } from './event-join-button.js';
import { noteClosed, noteOpened } from './opened.js';
import { wayInDialogStyles } from './way-in-dialog.styles.js';
import { rememberName, type Questions } from './way-in.js';

/** What came of asking: whether they go on, and the tab that the press opened. */
export interface Asked {
  goesOn: boolean;
  tab: Window | null | undefined;
  /** The button was moved meanwhile: that is no answer. */
  isDropped?: boolean;
  /** What they agreed to. */
  consent?: ConsentGiven | undefined;
}

interface Row {
  icon: TemplateResult;
  term: string;
  words: string;
}

const consentRows = ({ what, who, howLong }: NonNullable<Questions['consent']>): Row[] => [
  {
    icon: video(),
    term: msg('What is recorded', { id: 'events.joinButton.consentDialog.what' }),
    words:
      what ??
      msg('Your picture, your voice and screens you share. Not the chat.', {
        id: 'events.joinButton.consentDialog.whatWords',
      }),
  },
  {
    icon: eye(),
    term: msg('Who will see it', { id: 'events.joinButton.consentDialog.who' }),
    words:
      who ??
      msg('Those to whom the organizer gives it.', {
        id: 'events.joinButton.consentDialog.whoWords',
      }),
  },
  {
    icon: clock(),
    term: msg('How long it is kept', { id: 'events.joinButton.consentDialog.howLong' }),
    words:
      howLong ??
      msg('Until the organizer deletes it. Ask them if you want to know.', {
        id: 'events.joinButton.consentDialog.howLongWords',
      }),
  },
];

const policyOf = ({ policyUrl }: NonNullable<Questions['consent']>): string | null =>
  safeUrl(policyUrl, document.baseURI);

const consentView = (consent: NonNullable<Questions['consent']>): TemplateResult => {
  const policy = policyOf(consent);
  return html`<slot name="consent"
      ><dl>
        ${consentRows(consent).map(
          ({ icon, term, words }) =>
            html`<div>
              ${icon}
              <dt>${term}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl></slot
    >
    ${
      policy === null
        ? nothing
        : html`<p>
          <a class="policy" href=${policy} target="_blank" rel="noopener noreferrer"
            >${msg('Read the recording policy', { id: 'events.joinButton.consentDialog.policy' })}</a
          >
        </p>`
    }`;
};

const nameView = ({ name }: Questions): TemplateResult => html`<label class="name"
  ><span>${msg('Your name', { id: 'events.joinButton.nameLabel' })}</span
  ><input
    name="name"
    required
    maxlength=${textLimits.displayName}
    autocomplete="name"
    pattern=".*\\S.*"
    .value=${name}
  /><small>${msg('Others see it in the call.', { id: 'events.joinButton.nameHelp' })}</small></label
>`;

const view = (title: string, questions: Questions, onSubmit: (event: SubmitEvent) => void, close: () => void) => {
  const { consent, isOutdated, needsName } = questions;
  const heading = consent
    ? msg('This event is recorded', { id: 'events.joinButton.consentDialog.title' })
    : msg('Join as a guest', { id: 'events.joinButton.guestTitle' });
  const goOn = consent
    ? msg('Agree and join', { id: 'events.joinButton.consentDialog.agree' })
    : msg('Join', { id: 'events.joinButton.guestJoin' });
  return html`<form method="dialog" @submit=${onSubmit}>
    <header>
      <h2 id="way-in-title">${heading}</h2>
      <p>${title}</p>
    </header>
    ${
      consent && isOutdated
        ? html`<p class="note">
          ${msg('This has changed since you agreed to it.', { id: 'events.joinButton.consentDialog.changed' })}
        </p>`
        : nothing
    }
    ${needsName ? nameView(questions) : nothing} ${consent ? consentView(consent) : nothing}
    <div class="answers">
      <button part="agree" class="button large primary">${goOn}</button>
      <button part="decline" type="button" class="button large secondary" @click=${close}>
        ${msg('Not now', { id: 'events.joinButton.consentDialog.notNow' })}
      </button>
    </div>
  </form>`;
};

/** The words of what is agreed to, as they stood there. */
const wordsIn = (dialog: HTMLElement, consent: NonNullable<Questions['consent']>): string => {
  const slot = dialog.querySelector<HTMLSlotElement>('slot[name="consent"]');
  const own = slot?.assignedElements().map(({ textContent }) => textContent) ?? [];
  const shown = own.length > 0 ? own : [...dialog.querySelectorAll('dt, dd')].map(({ textContent }) => textContent);
  return [...shown.map((text) => text.replace(/\s+/g, ' ').trim()), policyOf(consent)].filter(Boolean).join('\n');
};

/**
 * Asks, in a dialog over the page, what has to be known before someone asks to come in. `openTab` is called within the
 * press that goes on. What they agreed to is kept.
 */
export const ask = async (
  element: EventJoinButton,
  questions: Questions,
  openTab: () => Window | null | undefined,
): Promise<Asked> => {
  adopt(element, [moreTokens, secondaryButton, wayInDialogStyles]);
  const { consent } = questions;
  const opener = element.renderRoot.activeElement as HTMLElement | null;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('part', 'dialog');
  dialog.setAttribute('aria-labelledby', 'way-in-title');
  let asked: Asked = { goesOn: false, tab: undefined };
  const onSubmit = (): void => {
    const name = dialog.querySelector('input')?.value.trim();
    if (name) rememberName(name);
    asked = { goesOn: true, tab: openTab() };
  };
  const close = (): void => dialog.close();
  noteOpened(element, () => {
    asked = { ...asked, isDropped: !asked.goesOn };
    close();
  });
  // The event may end, or be called off, while it is asked.
  const onPhase = (): void => {
    if (element.phase !== 'live' && element.phase !== 'waiting-room') close();
  };
  speaking(element.language, () => render(view(element.event!.title, questions, onSubmit, close), dialog));
  element.renderRoot.append(dialog);
  markLanguage(element.renderRoot, languageAt(element), element.language);
  const hash = consent && (await textHash(wordsIn(dialog, consent)));
  element.addEventListener('phase-change', onPhase);
  dialog.showModal();
  // With two answers of equal weight none is to be pressed by mistake.
  if (!questions.needsName) dialog.focus();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  element.removeEventListener('phase-change', onPhase);
  noteClosed(element);
  dialog.remove();
  opener?.focus();
  if (asked.isDropped || !consent || !hash) return asked;
  element.dispatchEvent(new ConsentChangeEvent(element.eventId, asked.goesOn));
  if (!asked.goesOn) return asked;
  return { ...asked, consent: { textVersion: consent.version, textHash: hash, locale: consent.locale } };
};
