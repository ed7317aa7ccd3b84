import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { EventJoinButton } from '../src/components/event-join-button/event-join-button.js';
import '../src/define/event-conference.js';
import '../src/define/event-join-button.js';
import {
  adapterOf,
  asHost,
  atRest,
  pressed,
  ready,
  sceneOf,
  until,
  withoutTabs,
  type Scene,
} from './join-button-scene.js';
import { paintedDevices } from './painted-devices.js';

const meta: Meta<Scene> = {
  title: 'Event join button/Way in',
  component: 'event-join-button',
  parameters: {
    docs: {
      description: { component: 'What follows a press: what is asked, waiting, being in, and what may be in the way.' },
      story: { autoplay: true, inline: false, height: '480px' },
    },
  },
  render: sceneOf,
  args: { credential: 'attendee' },
  beforeEach: () => {
    sessionStorage.clear();
    return withoutTabs(false);
  },
};
export default meta;

type Story = StoryObj<Scene>;

const is =
  (state: string) =>
  (button: EventJoinButton): boolean =>
    button.matches(`:state(${state})`);
const asks = ({ renderRoot }: EventJoinButton): boolean => renderRoot.querySelector('dialog[open]') !== null;

const presses =
  (isThere: (button: EventJoinButton) => boolean): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await pressed(canvasElement, isThere);
  };

const refusedTabs: NonNullable<Story['beforeEach']> = () => withoutTabs();
const recorded = { recordingEnabled: true, recordingConsentRequired: true };
const behindDoor: Scene = { minutes: -9, options: { config: { waitingRoomEnabled: true } } };

export const SignInFirst: Story = {
  args: { credential: '' },
  play: presses(is('refused')),
};

export const NewTabBlocked: Story = {
  beforeEach: refusedTabs,
  play: presses(is('blocked')),
};

export const Opening: Story = {
  play: async ({ canvasElement }) => {
    adapterOf(await ready(canvasElement)).requestAdmission = () => new Promise(() => {});
    await pressed(canvasElement, is('opening'));
  },
};

export const Consent: Story = {
  args: {
    minutes: 20,
    options: {
      config: recorded,
      room: { recording: true },
      event: {
        recordingPolicy: {
          who: 'Members of the Riverside Boat Club, signed in.',
          howLong: 'Until 13 March 2028. Then it is deleted.',
          policyUrl: 'https://club.example/recordings',
        },
      },
    },
  },
  play: presses(asks),
};

/** The library’s own words, and a name in the same dialog. */
export const ConsentOfGuest: Story = {
  args: { minutes: 20, credential: '', options: { config: recorded, event: { guestsAllowed: true } } },
  play: presses(asks),
};

export const Guest: Story = {
  args: { minutes: 20, credential: '', options: { event: { guestsAllowed: true } } },
  play: presses(asks),
};

export const ConsentDeclined: Story = {
  args: { minutes: 20, options: { config: recorded } },
  play: async ({ canvasElement }) => {
    const button = await pressed(canvasElement, asks);
    button.renderRoot.querySelector<HTMLElement>('[part="decline"]')!.click();
    await until(() => is('refused')(button));
  },
};

export const Waiting: Story = {
  args: behindDoor,
  play: presses(is('waiting')),
};

export const WaitingWithMessage: Story = {
  args: behindDoor,
  play: async ({ canvasElement }) => {
    const button = await pressed(canvasElement, is('waiting'));
    await adapterOf(button).setWaitingMessage('meeting', 'We start as soon as the minutes are printed', asHost);
    await until(() => button.renderRoot.textContent.includes('We start as soon'));
  },
};

export const Admitted: Story = {
  args: { minutes: 20, options: { inside: 37, config: recorded, room: { recording: true } } },
  play: async ({ canvasElement }) => {
    const button = await pressed(canvasElement, asks);
    button.renderRoot.querySelector<HTMLElement>('[part="agree"]')!.click();
    await until(() => is('admitted')(button));
    await atRest(button);
  },
};

/** Tabs of one site tell each other; that goes by the backend’s address. */
export const InAnotherTab: Story = {
  args: { minutes: 20, options: { inside: 37 } },
  play: async ({ canvasElement }) => {
    const button = await ready(canvasElement);
    button.backend = 'https://events.example';
    await ready(canvasElement);
    const other = new BroadcastChannel('vee.stay https://events.example meeting');
    await until(() => {
      other.postMessage('here');
      return button.renderRoot.textContent.includes('in another tab');
    });
    other.close();
    await atRest(button);
  },
};

export const Denied: Story = {
  args: behindDoor,
  play: async ({ canvasElement }) => {
    const button = await pressed(canvasElement, is('waiting'));
    const { admissions } = await adapterOf(button).listAdmissions('meeting', asHost);
    const sentence = 'This one is for members; the open evening is on the 20th';
    await adapterOf(button).deny('meeting', admissions[0]!.id, { ...asHost, sentence });
    await until(() => is('refused')(button));
  },
};

export const Removed: Story = {
  args: { minutes: 20 },
  play: async ({ canvasElement }) => {
    const button = await pressed(canvasElement, is('admitted'));
    await adapterOf(button).remove('meeting', 'amira', asHost);
    await until(() => is('refused')(button));
  },
};

/** The conference in the button’s place. */
export const Embedded: Story = {
  args: { minutes: 20, target: 'embed' },
  beforeEach: () => paintedDevices(),
  play: async ({ canvasElement }) => {
    const button = await pressed(canvasElement, is('embedded'));
    await until(() => button.renderRoot.querySelector('event-conference')?.shadowRoot?.textContent.trim() !== '');
  },
};
