import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { EventConference } from '../src/components/event-conference/event-conference.js';
import { VirtualEventError } from '../src/core/index.js';
import '../src/define/event-conference.js';
import { FakeConference, type FakePerson } from './fake-conference.js';
import { localEvent, minute, startsAt } from './local-event.js';
import { paintedDevices, type DeviceRefusals } from './painted-devices.js';

type Local = ReturnType<typeof localEvent>;

interface Scene {
  /** Who is in the call already. */
  others?: FakePerson[];
  /** Width in pixels. */
  width?: number;
  /** Who comes; an attendee by default. */
  as?: 'attendee' | 'organizer';
  /** Who waits at the door of the event's waiting room; without a list it has none. */
  waiting?: string[];
  /** Minutes from the start of the event. */
  minutes?: number;
  /** Done before the element is there. */
  prepare?: (adapter: Local['adapter'], conference: FakeConference) => void;
}

const never = new Promise<never>(() => {});

const admitted = async (
  { service, adapter }: Local,
  { as: credential = 'attendee', waiting = [] }: Scene,
  prepare: () => void,
): Promise<string> => {
  const { ticket } = await service.requestAdmission('meeting', { idempotencyKey: 'tab' }, { credential });
  for (const displayName of waiting) {
    await service.requestAdmission('meeting', { displayName, idempotencyKey: displayName });
  }
  await adapter.getEvent('meeting');
  prepare();
  return ticket;
};

/** What the elements of the stories call with. */
const conferences = new WeakMap<() => Promise<unknown>, FakeConference>();

/** What the services of the stories work with. */
const backends = new WeakMap<Local['service'], Local['adapter']>();

const room = (scene: Scene): TemplateResult => {
  const { others = [], width, waiting, minutes = 20, prepare } = scene;
  const local = localEvent({
    now: startsAt + minutes * minute,
    inside: others.length,
    event: { guestsAllowed: true },
    config: { waitingRoomEnabled: waiting !== undefined },
  });
  backends.set(local.service, local.adapter);
  const conference = new FakeConference('Amira');
  conference.room.put(...others);
  const createConference = async () => conference;
  conferences.set(createConference, conference);
  const ticket = admitted(local, scene, () => prepare?.(local.adapter, conference));
  return html`<div class="room ${width ? `wide-${width}` : ''}">
    <event-conference
      event-id="meeting"
      .service=${local.service}
      .createConference=${createConference}
      .ticket=${until(ticket, '')}
    ></event-conference>
  </div>`;
};

const meta: Meta<Scene> = {
  title: 'Event conference',
  component: 'event-conference',
  parameters: {
    docs: {
      description: { component: 'The call itself, from one’s own picture to the goodbye.' },
      story: { autoplay: true },
    },
  },
  render: room,
  beforeEach: () => paintedDevices(),
};
export default meta;

type Story = StoryObj<Scene>;

const withDevices = (refusals: DeviceRefusals) => () => paintedDevices(refusals);

const shown = async (canvas: HTMLElement, ...screens: string[]): Promise<EventConference> => {
  const element = canvas.querySelector('event-conference')!;
  while (!screens.some((screen) => element.matches(`:state(${screen})`)))
    await new Promise((resolve) => setTimeout(resolve, 5));
  await element.updateComplete;
  return element;
};

const press = (element: EventConference, selector: string): void =>
  element.renderRoot.querySelector<HTMLButtonElement>(selector)!.click();

/** Goes in, then does what the story is about. */
const inTheCall =
  (act: (conference: FakeConference, element: EventConference) => void | Promise<void> = () => {}) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = await shown(canvasElement, 'prejoin');
    press(element, '[part="join"]');
    await shown(canvasElement, 'call');
    await act(conferences.get(element.createConference)!, element);
    await element.updateComplete;
  };

const some: FakePerson[] = [
  { name: 'Tomás Rey', camera: true },
  { name: 'Hana Sato', speaking: true },
  { name: 'Ade Bello', microphone: false },
];

const many: FakePerson[] = Array.from({ length: 24 }, (_, index) => ({
  name: `Member ${index + 1}`,
  camera: index % 3 === 0,
  microphone: index % 4 === 0,
}));

export const NoPlace: Story = { render: () => html`<div class="room"><event-conference></event-conference></div>` };

export const GettingReady: Story = {
  args: {
    prepare: (adapter) => {
      adapter.claimMediaGrant = () => never;
    },
  },
};

const atTheDoor: Story['play'] = async ({ canvasElement }) => {
  await shown(canvasElement, 'prejoin');
};

const host = { credential: 'organizer' };

const inTheWaitingRoom: Story['play'] = async ({ canvasElement }) => {
  const element = await shown(canvasElement, 'waiting');
  while (!element.renderRoot.querySelector('.wait')) await new Promise((resolve) => setTimeout(resolve, 5));
};

export const Waiting: Story = { args: { waiting: [] }, play: inTheWaitingRoom };

export const WaitingForTheStart: Story = {
  args: {
    waiting: [],
    minutes: -7.4,
    prepare: (adapter) =>
      void adapter.setWaitingMessage(
        'meeting',
        'Welcome! We start on the hour. The accounts are on the club’s page if you want to read ahead.',
        host,
      ),
  },
  play: inTheWaitingRoom,
};

export const WaitingForAPlace: Story = {
  args: {
    prepare: (adapter) => {
      adapter.claimMediaGrant = () => Promise.reject(new VirtualEventError('full'));
      adapter.followAdmission = async function* () {
        const serverNow = adapter.now();
        yield { state: 'full', reason: 'full', since: serverNow, displayName: 'Amira', serverNow };
        await never;
      };
    },
  },
  play: inTheWaitingRoom,
};

export const WaitingCutOff: Story = {
  args: { waiting: [] },
  play: async (context) => {
    await inTheWaitingRoom(context);
    backends
      .get(context.canvasElement.querySelector('event-conference')!.service!)!
      .setFailure(new VirtualEventError('unavailable'));
  },
};

export const Denied: Story = {
  args: {
    waiting: [],
    prepare: (adapter) =>
      void adapter
        .listAdmissions('meeting', host)
        .then(({ admissions: [entry] }) =>
          adapter.deny('meeting', entry!.id, { ...host, sentence: 'This one is for crew only. See you in May!' }),
        ),
  },
  play: async ({ canvasElement }) => {
    const element = await shown(canvasElement, 'stopped');
    while (!element.renderRoot.querySelector('.words')) await new Promise((resolve) => setTimeout(resolve, 5));
  },
};

export const BeforeJoining: Story = { args: { others: some }, play: atTheDoor };

export const CameraOff: Story = {
  play: async ({ canvasElement }) => press(await shown(canvasElement, 'prejoin'), '.tool + .tool'),
};

export const DevicesRefused: Story = {
  beforeEach: withDevices({ audio: 'NotAllowedError', video: 'NotAllowedError' }),
  play: atTheDoor,
};
export const NoCamera: Story = { beforeEach: withDevices({ video: 'NotFoundError' }), play: atTheDoor };
export const MicrophoneInUse: Story = { beforeEach: withDevices({ audio: 'NotReadableError' }), play: atTheDoor };

export const OpeningTheRoom: Story = {
  args: { others: some, prepare: (_, conference) => void (conference.arrival = never) },
  play: async ({ canvasElement }) => press(await shown(canvasElement, 'prejoin'), '[part="join"]'),
};

export const Call: Story = { args: { others: some }, play: inTheCall() };
export const Alone: Story = { play: inTheCall() };
export const ManyPeople: Story = { args: { others: many }, play: inTheCall() };

export const SoundHeldBack: Story = {
  args: { others: some },
  play: inTheCall((conference) => conference.blockSound()),
};

export const CameraTrouble: Story = {
  args: { others: some },
  play: inTheCall(async (conference) => {
    await conference.setCamera(false);
    conference.refusals.camera = 'media-in-use';
    await conference.setCamera(true);
  }),
};

export const WeakConnection: Story = {
  args: { others: some },
  play: inTheCall((conference) => conference.reconnect(true)),
};

export const TryingAgain: Story = {
  args: {
    prepare: (adapter) =>
      (adapter.claimMediaGrant = () =>
        Promise.reject(new VirtualEventError('media-server-down', { retryAfterSeconds: 30 }))),
  },
};

export const Removed: Story = {
  args: { others: some },
  play: inTheCall((conference) => conference.disconnect('removed')),
};

export const InAnotherTab: Story = {
  args: { others: some },
  play: inTheCall((conference) => conference.disconnect('duplicate-identity')),
};

export const Ended: Story = {
  args: { others: some },
  play: inTheCall(async (_, element) => {
    await element.service!.endEventConference('meeting', { credential: 'organizer' });
  }),
};

export const Left: Story = {
  args: { others: some },
  play: inTheCall((_, element) => press(element, '[part="leave"]')),
};

const asHost = { as: 'organizer', others: some } as const;

/** Goes in as a host, and does what the story is about at the desk. */
const atTheDesk = (act: (element: EventConference) => void | Promise<void> = () => {}) =>
  inTheCall(async (_, element) => {
    while (!element.renderRoot.querySelector('[aria-expanded]')) await new Promise((resolve) => setTimeout(resolve, 5));
    await act(element);
  });

const openDesk = async (element: EventConference): Promise<void> => {
  press(element, '[aria-expanded="false"]');
  await element.updateComplete;
};

export const SomeoneKnocks: Story = { args: { ...asHost, waiting: ['Inês Carvalho'] }, play: atTheDesk() };
export const SeveralKnock: Story = {
  args: { ...asHost, waiting: ['Inês Carvalho', 'Jonas Weber', 'Mei Tanaka'] },
  play: atTheDesk(),
};
export const HostsDesk: Story = {
  args: { ...asHost, waiting: ['Inês Carvalho', 'Jonas Weber', 'Mei Tanaka'] },
  play: atTheDesk(openDesk),
};
export const HostDenies: Story = {
  args: { ...asHost, waiting: ['Inês Carvalho', 'Jonas Weber'] },
  play: atTheDesk(async (element) => {
    await openDesk(element);
    press(element, '.desk li .quiet');
  }),
};
export const NobodyWaits: Story = { args: { ...asHost, waiting: [] }, play: atTheDesk(openDesk) };

export const NarrowWaiting: Story = { ...WaitingForTheStart, args: { ...WaitingForTheStart.args, width: 320 } };
export const NarrowKnock: Story = { ...SomeoneKnocks, args: { ...SomeoneKnocks.args, width: 320 } };
export const NarrowDesk: Story = { ...HostDenies, args: { ...HostDenies.args, width: 320 } };
export const NarrowBeforeJoining: Story = { args: { others: some, width: 320 }, play: atTheDoor };
export const NarrowCall: Story = { args: { others: some, width: 320 }, play: inTheCall() };
