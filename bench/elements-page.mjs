// Runs in the page: puts many elements of a kind on it, and has their clock go on.
import '@github/relative-time-element';
import { css, html, LitElement } from 'lit';
import '../dist/define/event-join-button.js';
import { EventWatch } from '../dist/services/event-watch.js';

class TrivialElement extends LitElement {
  static properties = { text: {} };
  static styles = css`
    p {
      margin: 0;
    }
  `;
  render() {
    return html`<p>${this.text}</p>`;
  }
}
customElements.define('trivial-element', TrivialElement);

const count = 1000;
const place = document.querySelector('#place');
const indices = Array.from({ length: count }, (_, index) => index);

const snapshotOf = (index, startsIn) => ({
  event: {
    id: `event-${index}`,
    title: `Event ${index}`,
    startsAt: Date.now() + startsIn + index * 1000,
    endsAt: Date.now() + startsIn + 7_200_000,
    timeZone: 'Europe/Lisbon',
    status: 'published',
    version: 1,
    attendanceType: 'virtual',
    virtualConfig: {
      enabled: true,
      autoStartMinutes: 0,
      waitingRoomEnabled: false,
      recordingEnabled: false,
      recordingConsentRequired: false,
      breakoutRoomsEnabled: false,
      e2eeRequired: false,
    },
  },
  room: { state: 'idle', participantCount: 0, recording: false },
  features: [],
  serverNow: Date.now(),
});

/** A backend that answers at once from what it has. */
const serviceFor = (snapshots) => ({
  events: new EventWatch({
    now: () => Date.now(),
    onClockChange: () => () => {},
    getEvent: (eventId) => Promise.resolve(snapshots.get(eventId)),
    changes: (_ids, { signal }) => ({
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      }),
    }),
  }),
});

/** Each kind: an element of it, and whether all that it draws of itself is there. */
const kinds = {
  trivial: () => ({
    make: (index) => Object.assign(document.createElement('trivial-element'), { text: `Event ${index}` }),
    isDrawn: ({ renderRoot }) => renderRoot?.querySelector('p') !== null,
  }),
  'relative-time': (startsIn) => ({
    make: (index) => {
      const element = document.createElement('relative-time');
      element.setAttribute('format', 'duration');
      element.setAttribute('precision', 'second');
      element.setAttribute('datetime', new Date(Date.now() + startsIn + index * 1000).toISOString());
      return element;
    },
    isDrawn: ({ shadowRoot }) => shadowRoot.textContent !== '',
  }),
  ours: (startsIn) => {
    const snapshots = new Map(indices.map((index) => [`event-${index}`, snapshotOf(index, startsIn)]));
    const service = serviceFor(snapshots);
    return {
      make: (index) =>
        Object.assign(document.createElement('event-join-button'), { service, eventId: `event-${index}` }),
      isDrawn: ({ renderRoot }) => renderRoot.querySelector('[part~="countdown"]') !== null,
    };
  },
};

const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

const updated = () => Promise.all([...place.children].map(({ updateComplete }) => updateComplete));

globalThis.bench = {
  /** What a kind needs is made before it is measured. */
  prepare(kind, startsIn) {
    this.kind = kinds[kind](startsIn);
  },

  /** Puts a thousand on the page; resolves when the last is drawn. */
  async mount() {
    const { make, isDrawn } = this.kind;
    place.append(...indices.map(make));
    while (!isDrawn(place.lastElementChild)) await nextTask();
    await updated();
  },

  clear: () => place.replaceChildren(),

  /** Milliseconds that a second’s turn takes, layout included; the clock is the bench’s own. */
  async tick() {
    const last = place.lastElementChild.shadowRoot;
    const before = last.textContent;
    const began = performance.now();
    clock.advance(1000);
    await updated();
    place.getBoundingClientRect();
    const took = performance.now() - began;
    if (last.textContent === before) throw new Error('Nothing has changed in a second.');
    return took;
  },
};
