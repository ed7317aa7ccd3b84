import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { VirtualEventError } from '../src/core/index.js';
import '../src/define/event-join-button.js';
import { adapterOf, pressed, ready, sceneOf, withoutTabs, type Scene } from './join-button-scene.js';
import { endsAt, hour, localEvent, minute, silentEvent, startsAt } from './local-event.js';

const doors = -15;
const over = { state: 'ended', startedAt: startsAt, endedAt: endsAt - 2 * minute } as const;
const recordingUrl = 'https://club.example/recordings/spring';

const meta: Meta<Scene> = {
  title: 'Event join button',
  component: 'event-join-button',
  parameters: {
    docs: {
      description: { component: 'An attendee’s way in: counts down, opens the conference, says when it is over.' },
    },
  },
  render: sceneOf,
  beforeEach: () => withoutTabs(),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
  },
  argTypes: {
    variant: { control: 'inline-radio', options: ['full', 'compact'] },
    target: { control: 'inline-radio', options: ['_blank', '_self', 'embed'] },
  },
};
export default meta;

type Story = StoryObj<Scene>;

export const DaysAway: Story = { args: { minutes: doors - 76 * 60 } };
export const UnderAnHour: Story = { args: { minutes: doors - 12.75 } };
export const WaitingRoom: Story = { args: { minutes: -9, options: { config: { waitingRoomEnabled: true } } } };
export const DoorsOpen: Story = { args: { minutes: -9 } };
export const Live: Story = { args: { minutes: 20, options: { inside: 37 } } };
export const Ended: Story = { args: { minutes: 130, options: { room: over } } };
export const Cancelled: Story = { args: { options: { event: { status: 'cancelled' } } } };
export const InPersonOnly: Story = { args: { minutes: -60, options: { event: { attendanceType: 'in-person' } } } };

export const Encrypted: Story = {
  args: { minutes: 20, options: { inside: 37, config: { e2eeRequired: true } } },
};
export const WillBeRecorded: Story = {
  args: { minutes: doors - 12.75, options: { config: { recordingEnabled: true } } },
};
export const Recording: Story = {
  args: { minutes: 20, options: { inside: 37, config: { recordingEnabled: true }, room: { recording: true } } },
};
export const EndedWithRecording: Story = {
  args: { minutes: 130, options: { config: { recordingUrl }, room: over } },
};

/** The start is told in the visitor’s zone; a press tells it in the event’s. */
export const InAnotherZone: Story = {
  args: { minutes: doors - 76 * 60, options: { event: { timeZone: 'Pacific/Auckland' } } },
  play: async ({ canvasElement }) => {
    const { renderRoot, updateComplete } = await ready(canvasElement);
    renderRoot.querySelector<HTMLElement>('[part="time"]')!.click();
    await updateComplete;
  },
};

export const CalendarMenu: Story = {
  args: { minutes: doors - 76 * 60 },
  play: async ({ canvasElement }) => {
    const { renderRoot } = await ready(canvasElement);
    renderRoot.querySelector<HTMLElement>('[part="calendar"]')!.click();
    while (!renderRoot.querySelector('[part="menu"]:popover-open')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
};

export const Loading: Story = {
  render: () => html`<event-join-button event-id="meeting" .service=${silentEvent().service}></event-join-button>`,
  play: async () => {},
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
    const button = await ready(canvasElement);
    adapterOf(button).getEvent = () => Promise.reject(new VirtualEventError('offline'));
    await button.refresh();
  },
};

export const NotFound: Story = {
  render: () =>
    html`<event-join-button event-id="gone" .service=${localEvent({ now: startsAt }).service}></event-join-button>`,
};

export const NotSetUp: Story = { render: () => html`<event-join-button></event-join-button>` };

export const Full: Story = {
  args: { credential: 'attendee', options: { inside: 100, config: { maxVirtualAttendees: 100 } } },
  play: async ({ canvasElement }) => {
    const button = await ready(canvasElement);
    adapterOf(button).requestAdmission = () => Promise.reject(new VirtualEventError('full'));
    await pressed(canvasElement, (element) => element.matches(':state(refused)'));
  },
};

export const Compact: Story = {
  render: () => html`
    ${[doors - 76 * 60, doors - 12.75, -9, 20, 130].map((minutes) =>
      sceneOf({ minutes, variant: 'compact', options: { config: { waitingRoomEnabled: true, recordingUrl } } }),
    )}
  `,
};

/** All that can stand in a line at once, in as little room as there may be. */
const atWidth = (width: number): Story => ({
  render: () => html`
    ${[doors - 76 * 60, -9, 20, 130].map(
      (minutes) =>
        html`${sceneOf({
          minutes,
          width,
          options: {
            inside: minutes === 20 ? 37 : 0,
            event: { timeZone: 'Pacific/Auckland' },
            config: { waitingRoomEnabled: true, e2eeRequired: true, recordingEnabled: true, recordingUrl },
            room: { recording: minutes === 20 },
          },
        })}<br />`,
    )}
  `,
});

export const Narrow: Story = atWidth(160);
export const Wide240: Story = atWidth(240);
export const Wide320: Story = atWidth(320);
export const Wide420: Story = atWidth(420);

export const OwnWords: Story = {
  render: () => html`
    <event-join-button event-id="meeting" .service=${localEvent({ now: startsAt, inside: 12 }).service}>
      <span slot="live">Come on in</span>
    </event-join-button>
  `,
};

/** Two sites’ own looks: a few tokens and the page’s font. */
export const OwnLook: Story = {
  render: () => html`
    ${['warm', 'square'].map(
      (look) =>
        html`<div class=${look}>
          ${[doors - 12.75, -9, 130].map(
            (minutes) =>
              html`${sceneOf({
                minutes,
                options: { config: { waitingRoomEnabled: true, recordingEnabled: true, recordingUrl } },
              })}<br />`,
          )}
        </div>`,
    )}
  `,
};

const inLanguage = (lang: string): Story => ({
  render: () => html`
    <div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
      ${[doors - 76 * 60, -9, 20, 130].map(
        (minutes) =>
          html`${sceneOf({
            minutes,
            width: 320,
            options: {
              inside: minutes === 20 ? 37 : 0,
              event: { title: 'Spring members’ meeting', timeZone: 'Pacific/Auckland' },
              config: { waitingRoomEnabled: true, recordingEnabled: true, recordingUrl },
              room: { recording: minutes === 20 },
            },
          })}<br />`,
      )}
    </div>
  `,
});

export const InEnglish: Story = inLanguage('en-GB');
export const InSpanish: Story = inLanguage('es');
export const InFrench: Story = inLanguage('fr');
export const InGerman: Story = inLanguage('de');
export const InArabic: Story = inLanguage('ar');

/** A clock to drag through the event’s life, and what its organizer may choose. */
export const ThroughItsLife: Story = {
  render: () => {
    const config = { waitingRoomEnabled: true, recordingEnabled: false, recordingConsentRequired: true };
    const { adapter, service } = localEvent({ now: startsAt - 26 * hour, config });
    const onInput = ({ target }: Event): void => {
      adapter.setNow(startsAt + Number((target as HTMLInputElement).value) * minute);
    };
    const choose = async (choice: keyof typeof config, isChosen: boolean): Promise<void> => {
      const { event } = await adapter.getEvent('meeting');
      const virtualConfig = { ...event.virtualConfig, [choice]: isChosen };
      const isRecorded = virtualConfig.recordingEnabled;
      adapter.put(
        { ...event, virtualConfig: { ...virtualConfig, ...(isRecorded && { recordingUrl }) } },
        { recording: isRecorded && adapter.now() >= startsAt },
      );
    };
    const toggle = (words: string, choice: keyof typeof config) =>
      html`<label>
        <input
          type="checkbox"
          .checked=${config[choice]}
          @change=${({ target }: Event) => void choose(choice, (target as HTMLInputElement).checked)}
        />
        ${words}
      </label>`;
    return html`
      <p>
        <label>
          The server’s clock
          <input type="range" min=${-26 * 60} max="150" value=${-26 * 60} @input=${onInput} />
        </label>
      </p>
      <p>${toggle('Waiting room', 'waitingRoomEnabled')} ${toggle('Recording', 'recordingEnabled')}</p>
      <event-join-button event-id="meeting" .service=${service} .credential=${'attendee'}></event-join-button>
    `;
  },
};
