import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber } from '../../locales/format.js';
import { msg, str } from '../../locales/localization.js';
import { plural } from '../../locales/plural.js';
import type { Conference, ConferenceParticipant } from '../../services/conference/conference.js';
import { logOut, micOff, volume, x } from '../icons.js';
import { avatar } from './avatar.js';
import { cameraOf } from './camera-of.js';
import { deviceKeys } from './device-keys.js';
import { cameraProblem, microphoneProblem } from './device-words.js';
import { everySecond } from './every-second.js';
import { tileGrid } from './tile-grid.js';

export interface CallView {
  title: string;
  /** How long one is in the call, on a clock. */
  time: () => string;
  conference: Conference;
  /** Nobody else was there yet. */
  isFirst: boolean;
  onLeave: () => void;
  /** What hosts have beside: a key of the bar, a panel, a knock. */
  desk: { key: unknown; panel: unknown; knock: unknown } | undefined;
}

export interface OpeningView {
  title: string;
  /** People who are said to be inside. */
  participantCount: number;
  onLeave: () => void;
}

/** Firefox stops at every picture on the way by keyboard, unless it is told not to. */
const tile = (
  conference: Conference,
  { id, name, isLocal, microphone, camera, speaking }: ConferenceParticipant,
) => html`
  <li class="tile ${camera ? 'cam' : ''} ${speaking ? 'talking' : ''}" part="tile">
    <video
      tabindex="-1"
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

const leaveKey = (onLeave: () => void): TemplateResult => html`
  <button class="tool leave" part="leave" @click=${onLeave}>
    <span class="key">${logOut()}</span>
    <span class="word">${msg('Leave', { id: 'events.conference.leave' })}</span>
  </button>
`;

const trouble = (words: string, onClose: () => void): TemplateResult => html`
  <div class="notice">
    ${words}
    <button class="close" aria-label=${msg('Close', { id: 'events.conference.close' })} @click=${onClose}>${x()}</button>
  </div>
`;

/** What is to be known now, the most pressing alone. */
const notice = (conference: Conference, isFirst: boolean): TemplateResult | typeof nothing => {
  const { status, microphone, camera, participants } = conference.state;
  if (status === 'reconnecting') {
    return html`<p class="notice">
      <span class="spinner"></span>
      ${msg('The connection is weak. Trying to hold it …', { id: 'events.conference.reconnecting' })}
    </p>`;
  }
  // Switching a device off ends the matter.
  if (microphone.problem) {
    return trouble(microphoneProblem(microphone.problem), () => void conference.setMicrophone(false));
  }
  if (camera.problem) return trouble(cameraProblem(camera.problem), () => void conference.setCamera(false));
  if (participants.length !== 1) return nothing;
  return html`<p class="notice">
    ${
      isFirst
        ? msg('You are the first. Others appear here as they come.', { id: 'events.conference.first' })
        : msg('Nobody else is here now.', { id: 'events.conference.alone' })
    }
  </p>`;
};

/** The call: who is there on a dark stage, and one bar. */
export const call = ({ title, time, conference, isFirst, onLeave, desk }: CallView): TemplateResult => {
  const { status, participants, microphone, camera, soundBlocked } = conference.state;
  return html`
    <div class="call" part="stage">
      <header class="top">
        <h1 tabindex="-1">${title}</h1>
        <span class="number muted time">${everySecond(time)}</span>
      </header>
      <div class="stage">
        <ul
          role="list"
          class="tiles ${status === 'reconnecting' ? 'still' : ''}"
          aria-label=${msg('People in the call', { id: 'events.conference.people' })}
          ${tileGrid(participants.length)}
        >
          ${repeat(
            participants,
            ({ id }) => id,
            (participant) => tile(conference, participant),
          )}
        </ul>
        <div class="notices" role="status">${notice(conference, isFirst)}${desk?.knock}</div>
        ${
          soundBlocked
            ? html`<button class="button primary large sound" @click=${() => void conference.startSound()}>
                ${volume()}${msg('Turn sound on', { id: 'events.conference.startSound' })}
              </button>`
            : nothing
        }
      </div>
      ${desk?.panel}
      <div class="bar" role="group" aria-label=${msg('Your call', { id: 'events.conference.toolbar' })}>
        ${deviceKeys({
          microphone: microphone.on,
          camera: camera.on,
          onMicrophone: () => void conference.setMicrophone(!microphone.on),
          onCamera: () => void conference.setCamera(!camera.on),
        })}
        ${desk?.key} ${leaveKey(onLeave)}
      </div>
    </div>
  `;
};

/** The most places that are kept for people of whom only the number is known. */
const mostPlaces = 9;

/** The room while it opens: the places of those inside, and the way back. */
export const opening = ({ title, participantCount, onLeave }: OpeningView): TemplateResult => {
  const places = Math.min(participantCount + 1, mostPlaces);
  return html`
    <div class="call" part="stage">
      <header class="top"><span class="title">${title}</span></header>
      <div class="stage">
        <div class="tiles still" ${tileGrid(places)}>
          ${Array.from({ length: places }, () => html`<div class="tile"></div>`)}
        </div>
        <div class="notices">
          <div class="notice">
            <span class="spinner"></span>
            <h1 tabindex="-1">${msg('Opening the room', { id: 'events.conference.connecting' })}</h1>
          </div>
        </div>
      </div>
      <div class="bar">${leaveKey(onLeave)}</div>
    </div>
  `;
};

/** What is said aloud of who came and who left. */
export const comingsAndGoings = (came: readonly string[], left: readonly string[], language: string): string => {
  const words = [];
  const number = ({ length }: readonly string[]): string => formatNumber(language, length);
  if (came.length === 1) words.push(msg(str`${came[0]!} came in.`, { id: 'events.conference.cameIn' }));
  if (came.length > 1) {
    words.push(
      msg(plural(came.length, [number(came)], { one: '{0} person came in.', other: '{0} people came in.' }), {
        id: 'events.conference.manyCameIn',
      }),
    );
  }
  if (left.length === 1) words.push(msg(str`${left[0]!} left.`, { id: 'events.conference.someoneLeft' }));
  if (left.length > 1) {
    words.push(
      msg(plural(left.length, [number(left)], { one: '{0} person left.', other: '{0} people left.' }), {
        id: 'events.conference.manyLeft',
      }),
    );
  }
  return words.join(' ');
};
