import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { EventJoinButton } from '../src/components/event-join-button/event-join-button.js';
import { VirtualEventError } from '../src/core/index.js';
import '../src/define/event-join-button.js';
import { endsAt, hour, localEvent, minute, silentEvent, startsAt, type LocalEventOptions } from './local-event.js';

interface Scene {
  /** Where the clock stands, in minutes from the start. */
  minutes?: number;
  options?: Partial<LocalEventOptions>;
  variant?: 'full' | 'compact';
  credential?: string;
  /** Width in pixels. */
  width?: number;
}

const doors = -15;

const button = ({ minutes = 0, options, variant = 'full', credential, width }: Scene): TemplateResult => {
  const { service } = localEvent({ now: startsAt + minutes * minute, ...options });
  return html`<div class=${width ? `wide-${width}` : ''}>
    <event-join-button event-id="meeting" variant=${variant} .service=${service} .credential=${credential}>
    </event-join-button>
  </div>`;
};

const meta: Meta<Scene> = {
  title: 'Event join button',
  component: 'event-join-button',
  parameters: {
    docs: {
      description: { component: 'An attendee’s way in: counts down, opens the conference, says when it is over.' },
    },
  },
  render: button,
  argTypes: { variant: { control: 'inline-radio', options: ['full', 'compact'] } },
};
export default meta;

type Story = StoryObj<Scene>;

export const DaysAway: Story = { args: { minutes: doors - 76 * 60 } };
export const UnderAnHour: Story = { args: { minutes: doors - 12.75 } };
export const WaitingRoom: Story = { args: { minutes: -9, options: { config: { waitingRoomEnabled: true } } } };
export const DoorsOpen: Story = { args: { minutes: -9 } };
export const Live: Story = { args: { minutes: 20, options: { inside: 37 } } };
export const Ended: Story = {
  args: { minutes: 130, options: { room: { state: 'ended', startedAt: startsAt, endedAt: endsAt - 2 * minute } } },
};
export const Cancelled: Story = { args: { options: { event: { status: 'cancelled' } } } };
export const InPersonOnly: Story = { args: { minutes: -60, options: { event: { attendanceType: 'in-person' } } } };

export const Loading: Story = {
  render: () => html`<event-join-button event-id="meeting" .service=${silentEvent().service}></event-join-button>`,
};

export const Unavailable: Story = {
  render: () => {
    const { adapter, service } = localEvent({ now: startsAt });
    adapter.setFailure(new VirtualEventError('unavailable'));
    return html`<event-join-button event-id="meeting" .service=${service}></event-join-button>`;
  },
};

/** The backend went away: what was known stands, and one may still try to join. */
export const Stale: Story = {
  args: { minutes: 20 },
  play: async ({ canvasElement }) => {
    const element = await joinable(canvasElement);
    element.service!.adapter.getEvent = () => Promise.reject(new VirtualEventError('offline'));
    await element.refresh();
  },
};

export const NotFound: Story = {
  render: () =>
    html`<event-join-button event-id="gone" .service=${localEvent({ now: startsAt }).service}></event-join-button>`,
};

export const NotSetUp: Story = { render: () => html`<event-join-button></event-join-button>` };

const joinable = async (canvas: HTMLElement): Promise<EventJoinButton> => {
  const element = canvas.querySelector('event-join-button')!;
  while (element.phase === 'loading') await new Promise((resolve) => setTimeout(resolve, 5));
  await element.updateComplete;
  return element;
};

/** Presses the button where the browser refuses every new tab. */
const pressed: Story['play'] = async ({ canvasElement }) => {
  const element = await joinable(canvasElement);
  const open = window.open.bind(window);
  window.open = () => null;
  void element.join();
  window.open = open;
};

export const SignInFirst: Story = { play: pressed };
export const NewTabBlocked: Story = { args: { credential: 'attendee' }, play: pressed };

export const Full: Story = {
  args: { credential: 'attendee', options: { inside: 100, config: { maxVirtualAttendees: 100 } } },
  play: async (context) => {
    const element = await joinable(context.canvasElement);
    element.service!.adapter.requestAdmission = () => Promise.reject(new VirtualEventError('full'));
    await pressed(context);
  },
};

export const Opening: Story = {
  args: { credential: 'attendee' },
  play: async (context) => {
    const element = await joinable(context.canvasElement);
    element.service!.adapter.requestAdmission = () => new Promise(() => {});
    await pressed(context);
  },
};

export const Compact: Story = {
  render: () => html`
    ${[doors - 76 * 60, doors - 12.75, -9, 20, 130].map((minutes) =>
      button({ minutes, variant: 'compact', options: { config: { waitingRoomEnabled: true } } }),
    )}
  `,
};

export const Narrow: Story = {
  render: () => html`
    ${[doors - 76 * 60, -9, 20, 130].map((minutes) =>
      button({ minutes, width: 160, options: { config: { waitingRoomEnabled: true } } }),
    )}
  `,
};

export const OwnWords: Story = {
  render: () => html`
    <event-join-button event-id="meeting" .service=${localEvent({ now: startsAt, inside: 12 }).service}>
      <span slot="live">Come on in</span>
    </event-join-button>
  `,
};

/** A clock to drag through the event’s life. */
export const ThroughItsLife: Story = {
  render: () => {
    const { adapter, service } = localEvent({
      now: startsAt - 26 * hour,
      inside: 0,
      config: { waitingRoomEnabled: true },
    });
    const onInput = ({ target }: Event): void => {
      adapter.setNow(startsAt + Number((target as HTMLInputElement).value) * minute);
    };
    return html`
      <p>
        <label>
          The server’s clock
          <input type="range" min=${-26 * 60} max="150" value=${-26 * 60} @input=${onInput} />
        </label>
      </p>
      <event-join-button event-id="meeting" .service=${service}></event-join-button>
    `;
  },
};
