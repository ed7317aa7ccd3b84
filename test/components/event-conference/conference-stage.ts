import { fixture, html } from '@open-wc/testing';
import type { EventConference } from '../../../src/components/event-conference/event-conference.js';
import '../../../src/define/event-conference.js';
import type { EventVirtualConfig } from '../../../src/core/index.js';
import type { ConferenceErrorEvent } from '../../../src/events/conference-error-event.js';
import { LocalBackendAdapter } from '../../../src/services/backend/local-adapter.js';
import { EventCallingIntegration } from '../../../src/services/event-calling-integration.js';
import { FakeConference } from '../../../stories/fake-conference.js';
import { sampleEvent, startsAt } from '../../core/sample-event.js';
import { until } from '../../until.js';

const people = {
  noor: { pubkey: 'noor', name: 'Noor Jansen', role: 'attendee' },
  hana: { pubkey: 'hana', name: 'Hana', role: 'organizer' },
} as const;

export type Screen = 'preparing' | 'waiting' | 'prejoin' | 'connecting' | 'call' | 'retrying' | 'stopped' | 'left';

export interface Stage {
  adapter: LocalBackendAdapter;
  service: EventCallingIntegration;
  conference: FakeConference;
  element: EventConference;
  /** What happened on the element, in order: `join`, `leave`, `error: <reason>`. */
  told: string[];
  /** Tickets that were given back. */
  departed: string[];
  /** Resolves when the screen is on view. */
  sees: (screen: Screen) => Promise<void>;
  shows: (screen: Screen) => boolean;
  heading: () => HTMLElement;
  text: () => string;
  button: (words: string) => HTMLButtonElement;
  /** Resolves in the call. */
  joins: () => Promise<void>;
}

export interface StageOptions {
  /** Without one the element has no ticket. */
  ticket?: 'admitted' | 'unknown';
  /** Who comes; Noor, an attendee, by default. */
  as?: 'noor' | 'hana';
  config?: Partial<EventVirtualConfig>;
  /** Done before the element is there. */
  prepare?: (stage: Pick<Stage, 'adapter' | 'conference'>) => void;
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The conference element for an event under way on a backend in the page, in a call without a network. */
export const stage = async ({
  ticket = 'admitted',
  as = 'noor',
  config,
  prepare,
}: StageOptions = {}): Promise<Stage> => {
  const adapter = new LocalBackendAdapter({ people, now: startsAt });
  adapter.put(sampleEvent({ guestsAllowed: true }, config));
  const service = new EventCallingIntegration(adapter);
  const conference = new FakeConference();
  const departed: string[] = [];
  const depart = adapter.depart.bind(adapter);
  adapter.depart = (given) => {
    departed.push(given);
    return depart(given);
  };
  const admission = await adapter.requestAdmission('meeting', { idempotencyKey: 'tab' }, { credential: as });
  prepare?.({ adapter, conference });
  const told: string[] = [];
  const note = ({ type }: Event): unknown => told.push(type);
  const element = await fixture<EventConference>(html`
    <event-conference
      event-id="meeting"
      lang="en-GB"
      .service=${service}
      .ticket=${ticket === 'admitted' ? admission.ticket : 'unknown'}
      .createConference=${async () => conference}
      @join=${note}
      @leave=${note}
      @error=${({ error }: ConferenceErrorEvent) => told.push(`error: ${error.reason}`)}
    ></event-conference>
  `);
  const shows = (screen: Screen): boolean => element.matches(`:state(${screen})`);
  const sees = (screen: Screen) => until(() => shows(screen));
  const text = (): string => plain(element.renderRoot.textContent);
  const button = (words: string): HTMLButtonElement => {
    const buttons = [...element.renderRoot.querySelectorAll('button')];
    const found = buttons.find(({ textContent }) => plain(textContent) === words);
    if (!found)
      throw new Error(`There is no “${words}” among ${buttons.map((each) => plain(each.textContent)).join()}`);
    return found;
  };
  const joins = async (): Promise<void> => {
    await sees('prejoin');
    element.renderRoot.querySelector<HTMLButtonElement>('[part="join"]')!.click();
    await sees('call');
  };
  return {
    adapter,
    service,
    conference,
    element,
    told,
    departed,
    sees,
    shows,
    heading: () => element.renderRoot.querySelector('h1')!,
    text,
    button,
    joins,
  };
};

/**
 * Has the browser refuse devices with an error of that name until the returned function is called. That a person refused
 * one of them before is also told by its permission.
 */
export const refuseDevices = (refusals: Partial<Record<'audio' | 'video', string>>): (() => void) => {
  const { mediaDevices, permissions } = navigator;
  const askedFor: Readonly<Record<string, string | undefined>> = { camera: refusals.video, microphone: refusals.audio };
  const query = permissions.query.bind(permissions);
  permissions.query = async (wanted) =>
    askedFor[wanted.name] === 'NotAllowedError' ? ({ state: 'denied' } as PermissionStatus) : query(wanted);
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const [name] = [wanted?.video && refusals.video, wanted?.audio && refusals.audio].filter(
      (each) => typeof each === 'string',
    );
    if (name !== undefined) throw new DOMException('', name);
    return real(wanted);
  };
  return () => {
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
    Reflect.deleteProperty(permissions, 'query');
  };
};

/** Every track that the page opened from now on; `stop` ends the count. */
export const openedTracks = (): { live: () => MediaStreamTrack[]; stop: () => void } => {
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  const opened: MediaStreamTrack[] = [];
  mediaDevices.getUserMedia = async (wanted) => {
    const media = await real(wanted);
    opened.push(...media.getTracks());
    return media;
  };
  return {
    live: () => opened.filter(({ readyState }) => readyState === 'live'),
    stop: () => Reflect.deleteProperty(mediaDevices, 'getUserMedia'),
  };
};
