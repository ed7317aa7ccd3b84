import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { VirtualEventConfig } from '../src/components/virtual-event-config/virtual-event-config.js';
import { VirtualEventError, type AttendanceSettings, type BackendFeature, type PresetId } from '../src/core/index.js';
import '../src/define/virtual-event-config.js';
import type { BackendAdapter } from '../src/services/backend/backend-adapter.js';
import { endsAt, hour, localEvent, minute, silentEvent, startsAt, type LocalEventOptions } from './local-event.js';

interface Scene {
  options?: Partial<LocalEventOptions>;
  /** What the backend offers; by default everything. */
  features?: readonly BackendFeature[];
  credential?: string;
  rsvpCount?: number;
  dir?: 'rtl';
  scheme?: 'light' | 'dark';
}

const all: readonly BackendFeature[] = ['waiting-room', 'recording', 'e2ee', 'breakout-rooms', 'reminders'];

const form = ({ options, features = all, credential = 'organizer', rsvpCount, dir, scheme }: Scene): TemplateResult => {
  const { service } = localEvent({ now: startsAt - 20 * 24 * hour, features, ...options });
  return html`<div class="ground ${scheme ?? ''}" dir=${ifDefined(dir)}>
    <virtual-event-config
      event-id="meeting"
      .service=${service}
      .credential=${credential}
      .rsvpCount=${rsvpCount}
    ></virtual-event-config>
  </div>`;
};

const meta: Meta<Scene> = {
  title: 'Virtual event config',
  component: 'virtual-event-config',
  parameters: {
    docs: {
      description: { component: 'An organizer’s form: how an event can be attended, and what its room is like.' },
    },
  },
  render: form,
};
export default meta;

type Story = StoryObj<Scene>;

const loaded = async (canvas: HTMLElement): Promise<VirtualEventConfig> => {
  const element = canvas.querySelector('virtual-event-config')!;
  while (!element.renderRoot.querySelector('.types input')) await new Promise((resolve) => setTimeout(resolve, 5));
  await element.updateComplete;
  return element;
};

const adapterOf = (element: VirtualEventConfig): BackendAdapter => element.service!.adapter;

const enter = async (element: VirtualEventConfig, id: string, text: string): Promise<void> => {
  const field = element.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
};

const press = async (element: VirtualEventConfig, id: string): Promise<void> => {
  element.renderRoot.querySelector<HTMLElement>(`#${id}`)!.click();
  await element.updateComplete;
};

const names = ['Accounts and dues', 'The new jetty', 'Boats and oars'];

/** A room with everything set. */
const everything: LocalEventOptions['config'] = {
  waitingRoomEnabled: true,
  maxVirtualAttendees: 50,
  recordingEnabled: true,
  recordingConsentRequired: true,
  breakoutRoomsEnabled: true,
  breakoutConfig: {
    enabled: true,
    autoAssign: true,
    allowSelfSelect: false,
    roomCount: 3,
    roomNames: names,
    duration: 20,
  },
};

export const Hybrid: Story = {};
export const Virtual: Story = { args: { options: { event: { attendanceType: 'virtual' } } } };
export const InPerson: Story = {
  args: { options: { event: { attendanceType: 'in-person' }, config: { autoStartMinutes: 30 } } },
};

/** Every section open. */
export const EverythingSet: Story = { args: { options: { config: everything } } };
export const Dark: Story = { args: { scheme: 'dark', options: { config: everything } } };
export const Light: Story = { args: { scheme: 'light', options: { config: everything } } };
export const RightToLeft: Story = { args: { dir: 'rtl', options: { config: everything } } };
export const RightToLeftDark: Story = { args: { dir: 'rtl', scheme: 'dark', options: { config: everything } } };

const withPreset = (id: PresetId): Story => ({
  play: async ({ canvasElement }) => press(await loaded(canvasElement), `preset-${id}`),
});
export const OpenTalk: Story = withPreset('open-talk');
export const MembersMeeting: Story = withPreset('members-meeting');
export const SensitiveMeeting: Story = withPreset('sensitive-meeting');
export const Workshop: Story = withPreset('workshop');

/** What the backend does not offer is left out of a preset, and said. */
export const PresetWithoutFeature: Story = {
  ...withPreset('sensitive-meeting'),
  args: { features: ['waiting-room', 'breakout-rooms'] },
};

/** The event’s zone and the visitor’s, across the night in which clocks go forward. */
export const ClocksChange: Story = {
  args: {
    options: {
      event: {
        startsAt: Date.UTC(2027, 2, 28, 1, 10),
        endsAt: Date.UTC(2027, 2, 28, 3),
        timeZone: 'Europe/Lisbon',
      },
    },
  },
};
export const FarAway: Story = { args: { options: { event: { timeZone: 'Pacific/Kiritimati' } } } };

/** Breakout rooms that go by their numbers. */
export const BreakoutsByNumber: Story = {
  args: {
    options: {
      config: {
        ...everything,
        breakoutConfig: { enabled: true, autoAssign: true, allowSelfSelect: false, roomCount: 4 },
      },
    },
  },
};

/** Names are pasted and edited as one text. */
export const BreakoutsAsList: Story = {
  args: { options: { config: everything } },
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await press(element, 'editList');
    const field = element.renderRoot.querySelector<HTMLTextAreaElement>('#roomList')!;
    field.value = '1. Accounts and dues\n2. The new jetty\n3. Boats and oars\n4. Summer camp';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  },
};

/** A name given twice, and more rooms than people: said at their controls, with the ways out. */
export const BreakoutAdvice: Story = {
  args: {
    rsvpCount: 4,
    options: {
      config: {
        ...everything,
        breakoutConfig: {
          enabled: true,
          autoAssign: true,
          allowSelfSelect: true,
          roomCount: 6,
          roomNames: ['Jetty', 'Jetty', 'Boats', 'Oars', 'Dues', 'Camp'],
          duration: 300,
        },
      },
    },
  },
};

/** More said that they will come than fit: told at the field, with buttons that mend it. */
export const TooFewPlaces: Story = { args: { rsvpCount: 64, options: { config: { maxVirtualAttendees: 50 } } } };

/** Settings that contradict each other. */
export const Contradictions: Story = {
  args: { options: { config: { e2eeRequired: true, recordingEnabled: true } } },
};

export const DoorsAlreadyOpen: Story = {
  args: { options: { now: startsAt - 10 * minute, config: { autoStartMinutes: 5 } } },
  play: async ({ canvasElement }) => enter(await loaded(canvasElement), 'autoStartMinutes', '30'),
};

/** The settings ask for what this backend does not offer. */
export const NotOffered: Story = { args: { features: [], options: { config: { waitingRoomEnabled: true } } } };

export const OutOfRange: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await enter(element, 'autoStartMinutes', '90');
    await enter(element, 'maxVirtualAttendees', 'lots');
  },
};

const live: Partial<LocalEventOptions> = {
  now: startsAt + 10 * minute,
  inside: 12,
  room: { state: 'open', startedAt: startsAt },
};

/** The room is open: what cannot change any more, and what a change means for those inside. */
export const Live: Story = { args: { options: { ...live, config: everything } } };
export const LiveChanges: Story = {
  args: { options: live },
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await press(element, 'waitingRoomEnabled');
    await press(element, 'e2eeRequired');
    await enter(element, 'maxVirtualAttendees', '8');
  },
};

export const Saved: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await enter(element, 'autoStartMinutes', '30');
    await element.save();
  },
};

export const Saving: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    adapterOf(element).saveAttendanceSettings = () => new Promise(() => {});
    await enter(element, 'autoStartMinutes', '30');
    void element.save();
  },
};

export const CouldNotSave: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    adapterOf(element).saveAttendanceSettings = () => Promise.reject(new VirtualEventError('unavailable'));
    await enter(element, 'autoStartMinutes', '30');
    await element.save();
  },
};

export const SignInFirst: Story = {
  args: { credential: '' },
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await enter(element, 'autoStartMinutes', '30');
    await element.save();
  },
};

/** Two organizers at once: what both set is shown side by side, all else is brought together. */
export const Conflict: Story = {
  args: { options: { config: everything } },
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await enter(element, 'autoStartMinutes', '30');
    await enter(element, 'room-1', 'The old jetty');
    const theirs = element.value!;
    theirs.attendanceType = 'virtual';
    theirs.virtualConfig.autoStartMinutes = 5;
    theirs.virtualConfig.breakoutConfig = { ...everything.breakoutConfig!, roomCount: 2, roomNames: ['Dues', 'Boats'] };
    await adapterOf(element).saveAttendanceSettings('meeting', theirs, { credential: 'organizer' });
  },
};

/** Someone else set other fields: taken over, and said. */
export const Merged: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await enter(element, 'autoStartMinutes', '30');
    const { virtualConfig } = element.value!;
    const theirs: AttendanceSettings = {
      attendanceType: 'virtual',
      virtualConfig: { ...virtualConfig, autoStartMinutes: 15, maxVirtualAttendees: 40 },
    };
    await adapterOf(element).saveAttendanceSettings('meeting', theirs, { credential: 'organizer' });
  },
};

export const Offline: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    adapterOf(element).saveAttendanceSettings = () => Promise.reject(new VirtualEventError('offline'));
    await enter(element, 'autoStartMinutes', '30');
    await element.save();
  },
};

export const Ended: Story = {
  args: {
    options: { now: endsAt + hour, room: { state: 'ended', startedAt: startsAt, endedAt: endsAt - 2 * minute } },
  },
};

export const EndedAndRecorded: Story = {
  args: {
    options: {
      ...Ended.args!.options!,
      config: { recordingEnabled: true, recordingUrl: 'https://recordings.example/meeting' },
    },
  },
};

export const Loading: Story = {
  render: () =>
    html`<virtual-event-config event-id="meeting" .service=${silentEvent().service}></virtual-event-config>`,
};

export const CouldNotLoad: Story = {
  render: () => {
    const { adapter, service } = localEvent({ now: startsAt });
    adapter.setFailure(new VirtualEventError('unavailable'));
    return html`<virtual-event-config event-id="meeting" .service=${service}></virtual-event-config>`;
  },
};

const inForm = (content: TemplateResult): TemplateResult => {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const sent = new FormData(event.target as HTMLFormElement).get('attendance') as string;
    (event.target as HTMLFormElement).querySelector('output')!.textContent = sent;
  };
  return html`<form @submit=${onSubmit}>
    ${content}
    <p><button>Submit</button> <button type="reset">Reset</button></p>
    <output></output>
  </form>`;
};

const settings = JSON.stringify({
  attendanceType: 'hybrid',
  virtualConfig: { ...everything, conferenceRoomId: 'spring-7f2' },
});

/** A control of the page’s own form, without a backend. */
export const InAForm: Story = {
  render: () =>
    inForm(html`<virtual-event-config
      name="attendance"
      value=${settings}
      starts-at="2027-03-13T18:00Z"
      ends-at="2027-03-13T20:00Z"
      time-zone="Europe/Lisbon"
    ></virtual-event-config>`),
};

export const Required: Story = {
  render: () => inForm(html`<virtual-event-config name="attendance" required></virtual-event-config>`),
};

export const Disabled: Story = {
  render: () =>
    inForm(html`<virtual-event-config name="attendance" value=${settings} disabled></virtual-event-config>`),
};

export const Readonly: Story = {
  render: () =>
    inForm(html`<virtual-event-config name="attendance" value=${settings} readonly></virtual-event-config>`),
};

export const Narrow: Story = {
  args: { rsvpCount: 64, options: { config: everything } },
  render: (args) => html`<div class="wide-320">${form(args)}</div>`,
};
