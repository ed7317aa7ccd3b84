import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DevicePreviewController, PreviewedDevice } from '../../controllers/device-preview-controller.js';
import { msg, str } from '../../locales/localization.js';
import { videoOff } from '../icons.js';
import { avatar } from './avatar.js';
import { deviceKeys } from './device-keys.js';
import { cameraProblem, microphoneProblem } from './device-words.js';

export interface PrejoinView {
  title: string;
  displayName: string;
  participantCount: number;
  preview: DevicePreviewController;
  onJoin: () => void;
}

const problem = (device: PreviewedDevice, words: (reason: NonNullable<PreviewedDevice['problem']>) => string) =>
  device.wanted && device.problem ? words(device.problem) : undefined;

const joinWords = (cameraFails: boolean, microphoneFails: boolean): string => {
  if (cameraFails && microphoneFails) {
    return msg('Join without camera and microphone', { id: 'events.conference.joinWithoutBoth' });
  }
  if (cameraFails) return msg('Join without camera', { id: 'events.conference.joinWithoutCamera' });
  if (microphoneFails) return msg('Join without microphone', { id: 'events.conference.joinWithoutMicrophone' });
  return msg('Join', { id: 'events.conference.join' });
};

/** Before the call: one's own picture, what one comes in with, and one large way in. */
export const prejoin = ({ title, displayName, participantCount, preview, onJoin }: PrejoinView): TemplateResult => {
  const { microphone, camera } = preview.wishes;
  const noCamera = problem(preview.camera, cameraProblem);
  const noMicrophone = problem(preview.microphone, microphoneProblem);
  return html`
    <div class="lobby">
      <div class="inner prejoin">
        <div class="self ${camera && preview.stream ? 'cam' : ''}" part="preview">
          <video
            class="mirror"
            autoplay
            playsinline
            .muted=${true}
            ?hidden=${!camera}
            .srcObject=${live(preview.stream)}
            aria-label=${msg('Your picture, as others will see it', { id: 'events.conference.preview' })}
          ></video>
          ${camera ? nothing : noCamera ? html`<p>${videoOff()}${noCamera}</p>` : avatar(displayName)}
          <span class="keys">
            ${deviceKeys({
              microphone,
              camera,
              onMicrophone: () => void preview.toggle('microphone'),
              onCamera: () => void preview.toggle('camera'),
            })}
          </span>
        </div>
        <div class="form">
          <div>
            <h1 tabindex="-1">${title}</h1>
            <p class="muted">
              ${displayName === '' ? nothing : msg(str`You come in as ${displayName}.`, { id: 'events.conference.comeInAs' })}
              ${participantCount > 0 ? msg(str`${participantCount} here.`, { id: 'events.conference.here' }) : nothing}
            </p>
          </div>
          <div role="status">${noMicrophone ? html`<p class="advice">${noMicrophone}</p>` : nothing}</div>
          <button class="button primary large wide" part="join" @click=${onJoin}>
            ${joinWords(noCamera !== undefined, noMicrophone !== undefined)}
          </button>
        </div>
      </div>
    </div>
  `;
};
