import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { msg, str } from '../../locales/localization.js';
import type { Conference, ConferenceParticipant, ConferenceState } from '../../services/conference/conference.js';
import { logOut, micOff, volume } from '../icons.js';
import { avatar } from './avatar.js';
import { cameraOf } from './camera-of.js';
import { deviceKeys } from './device-keys.js';
import { cameraProblem, microphoneProblem } from './device-words.js';

export interface CallView {
  title: string;
  /** How long one is in the call, on a clock. */
  time: string;
  conference: Conference;
  /** What is said over the stage, e.g. that it reconnects. */
  notice: string | undefined;
  onLeave: () => void;
}

const tile = (
  conference: Conference,
  { id, name, isLocal, microphone, camera, speaking }: ConferenceParticipant,
) => html`
  <li class="tile ${camera ? 'cam' : ''} ${speaking ? 'talking' : ''}" part="tile">
    <video
      class=${isLocal ? 'mirror' : ''}
      autoplay
      playsinline
      .muted=${true}
      ?hidden=${!camera}
      ${cameraOf(conference, id)}
    ></video>
    ${camera ? nothing : avatar(name)}
    <span class="chip">
      ${microphone ? nothing : micOff()}
      <span class="cut" dir="auto">${isLocal ? msg('You', { id: 'events.conference.you' }) : name}</span>
      ${microphone ? nothing : html`<span class="hidden">${msg('muted', { id: 'events.conference.muted' })}</span>`}
    </span>
  </li>
`;

const troubleWith = ({ microphone, camera }: ConferenceState): string | undefined => {
  if (microphone.problem) return microphoneProblem(microphone.problem);
  if (camera.problem) return cameraProblem(camera.problem);
  return undefined;
};

/** The call: who is there on a dark stage, and one bar. */
export const call = ({ title, time, conference, notice, onLeave }: CallView): TemplateResult => {
  const { state } = conference;
  const said = notice ?? troubleWith(state);
  const isAlone = state.participants.length === 1;
  return html`
    <div class="call" part="stage">
      <header class="top">
        <h1 tabindex="-1">${title}</h1>
        <span class="number muted time">${time}</span>
      </header>
      <div class="stage">
        <ul class="tiles" aria-label=${msg('People in the call', { id: 'events.conference.people' })}>
          ${repeat(
            state.participants,
            ({ id }) => id,
            (participant) => tile(conference, participant),
          )}
        </ul>
        <div class="notices" role="status">
          ${said ? html`<p class="notice">${said}</p>` : nothing}
          ${
            isAlone && !said
              ? html`<p class="notice">
                  ${msg('You are the first. Others appear here as they come.', { id: 'events.conference.alone' })}
                </p>`
              : nothing
          }
        </div>
        ${
          state.soundBlocked
            ? html`<button class="button primary large sound" @click=${() => void conference.startSound()}>
                ${volume()}${msg('Turn sound on', { id: 'events.conference.startSound' })}
              </button>`
            : nothing
        }
      </div>
      <div class="bar" role="toolbar" aria-label=${msg('Call', { id: 'events.conference.toolbar' })}>
        ${deviceKeys({
          microphone: state.microphone.on,
          camera: state.camera.on,
          onMicrophone: () => void conference.setMicrophone(!state.microphone.on),
          onCamera: () => void conference.setCamera(!state.camera.on),
        })}
        <button class="tool leave" part="leave" @click=${onLeave}>
          <span class="key">${logOut()}</span>
          <span class="word">${msg('Leave', { id: 'events.conference.leave' })}</span>
        </button>
      </div>
    </div>
  `;
};

/** What is said aloud of who came and who left. */
export const comingsAndGoings = (came: readonly string[], left: readonly string[]): string => {
  const words = [];
  if (came.length === 1) words.push(msg(str`${came[0]!} came in.`, { id: 'events.conference.cameIn' }));
  if (came.length > 1) words.push(msg(str`${came.length} people came in.`, { id: 'events.conference.manyCameIn' }));
  if (left.length === 1) words.push(msg(str`${left[0]!} left.`, { id: 'events.conference.someoneLeft' }));
  if (left.length > 1) words.push(msg(str`${left.length} people left.`, { id: 'events.conference.manyLeft' }));
  return words.join(' ');
};
