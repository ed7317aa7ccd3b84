import { html, nothing, type TemplateResult } from 'lit';
import type { DevicePreviewController } from '../../controllers/device-preview-controller.js';
import { formatNumber } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';
import { micOff } from '../icons.js';
import { microphoneProblem } from './device-words.js';
import { ownPicture } from './own-picture.js';

export interface PrejoinView {
  title: string;
  displayName: string;
  participantCount: number;
  /** The time of day at which it is to end. */
  until: string;
  language: string;
  preview: DevicePreviewController;
  onJoin: () => void;
}

const joinWords = (cameraFails: boolean, microphoneFails: boolean): string => {
  if (cameraFails && microphoneFails) {
    return msg('Join without camera and microphone', { id: 'events.conference.joinWithoutBoth' });
  }
  if (cameraFails) return msg('Join without camera', { id: 'events.conference.joinWithoutCamera' });
  if (microphoneFails) return msg('Join without microphone', { id: 'events.conference.joinWithoutMicrophone' });
  return msg('Join', { id: 'events.conference.join' });
};

const here = (count: number, language: string): string =>
  msg(plural(count, [formatNumber(language, count)], { one: '{0} here.', other: '{0} here.' }), {
    id: 'events.conference.here',
  });

/** Before the call: one's own picture, what one comes in with, and one large way in. */
export const prejoin = (view: PrejoinView): TemplateResult => {
  const { title, displayName, participantCount, until, language, preview, onJoin } = view;
  const { microphone, camera } = preview;
  const hasTrouble = microphone.problem !== undefined || camera.problem !== undefined;
  return html`
    <div class="lobby">
      <div class="inner prejoin">
        ${ownPicture(preview, displayName)}
        <div class="form">
          <div>
            <h1 tabindex="-1">${title}</h1>
            <p class="muted">
              ${participantCount > 0 ? here(participantCount, language) : nothing}
              ${until === '' ? nothing : msg(str`It ends at ${until}.`, { id: 'events.conference.endsAt' })}
            </p>
          </div>
          ${
            displayName === ''
              ? nothing
              : html`<p>${msg(str`You come in as ${displayName}.`, { id: 'events.conference.comeInAs' })}</p>`
          }
          <div class="trouble" role="status">
            ${
              microphone.problem
                ? html`<p class="advice">${micOff()}${microphoneProblem(microphone.problem)}</p>`
                : nothing
            }
          </div>
          <div class="answers">
            <button class="button primary large wide" part="join" @click=${onJoin}>
              ${joinWords(camera.problem !== undefined, microphone.problem !== undefined)}
            </button>
            ${
              hasTrouble
                ? html`<button class="button secondary large wide" part="action" @click=${() => void preview.start()}>
                    ${msg('Try again', { id: 'events.conference.tryDevices' })}
                  </button>`
                : nothing
            }
          </div>
        </div>
      </div>
    </div>
  `;
};
