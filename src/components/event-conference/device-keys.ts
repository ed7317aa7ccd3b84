import { html, type TemplateResult } from 'lit';
import { msg } from '../../locales/localization.js';
import { mic, micOff, video, videoOff } from '../icons.js';

export interface DeviceKeys {
  microphone: boolean;
  camera: boolean;
  onMicrophone: () => void;
  onCamera: () => void;
}

/** The two keys for one's own devices. Their words are nouns that do not change; pressed means on. */
export const deviceKeys = ({ microphone, camera, onMicrophone, onCamera }: DeviceKeys): TemplateResult => html`
  <button class="tool ${microphone ? '' : 'off'}" part="tool" aria-pressed=${microphone} @click=${onMicrophone}>
    <span class="key">${microphone ? mic() : micOff()}</span>
    <span class="word">${msg('Mic', { id: 'events.conference.microphone' })}</span>
  </button>
  <button class="tool ${camera ? '' : 'off'}" part="tool" aria-pressed=${camera} @click=${onCamera}>
    <span class="key">${camera ? video() : videoOff()}</span>
    <span class="word">${msg('Camera', { id: 'events.conference.camera' })}</span>
  </button>
`;
