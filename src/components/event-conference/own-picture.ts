import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DevicePreviewController, PreviewedDevice } from '../../controllers/device-preview-controller.js';
import { msg } from '../../locales/localization.js';
import { videoOff } from '../icons.js';
import { avatar } from './avatar.js';
import { deviceKeys } from './device-keys.js';
import { cameraProblem } from './device-words.js';

const isOn = ({ wanted, problem }: PreviewedDevice): boolean => wanted && !problem;

/** One's own picture as others will see it, and the keys for what one comes in with. */
export const ownPicture = (preview: DevicePreviewController, displayName: string): TemplateResult => {
  const { camera, microphone, stream } = preview;
  return html`
    <div class="self" part="preview">
      <video
        tabindex="-1"
        class="mirror"
        autoplay
        playsinline
        .muted=${true}
        ?hidden=${!stream}
        .srcObject=${live(stream)}
        aria-label=${msg('Your picture, as others will see it', { id: 'events.conference.preview' })}
      ></video>
      ${
        camera.problem
          ? html`<p role="status">${videoOff()}${cameraProblem(camera.problem)}</p>`
          : stream
            ? nothing
            : avatar(displayName)
      }
      <span class="keys">
        ${deviceKeys({
          microphone: isOn(microphone),
          camera: isOn(camera),
          onMicrophone: () => void preview.toggle('microphone'),
          onCamera: () => void preview.toggle('camera'),
        })}
      </span>
    </div>
  `;
};
