import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { VirtualEventConfig } from '../src/components/virtual-event-config/virtual-event-config.js';
import { VirtualEventError, type AttendanceSettings } from '../src/core/index.js';
import '../src/define/virtual-event-config.js';
import type { BackendAdapter } from '../src/services/backend/backend-adapter.js';
import { endsAt, hour, localEvent, minute, silentEvent, startsAt, type LocalEventOptions } from './local-event.js';

interface Scene {
  options?: Partial<LocalEventOptions>;
  credential?: string;
  rsvpCount?: number;
}

const form = ({ options, credential = 'organizer', rsvpCount }: Scene): TemplateResult => {
  const { service } = localEvent({ now: startsAt - 20 * 24 * hour, ...options });
  return html`<virtual-event-config
    event-id="meeting"
    .service=${service}
    .credential=${credential}
    .rsvpCount=${rsvpCount}
  ></virtual-event-config>`;
};

const meta: Meta<Scene> = {
  title: 'Virtual event config',
  component: 'virtual-event-config',
  parameters: {
    docs: {
      description: { component: 'An organizer’s form: how an event can be attended, and how its room opens.' },
    },
  },
  render: form,
};
export default meta;

type Story = StoryObj<Scene>;

const loaded = async (canvas: HTMLElement): Promise<VirtualEventConfig> => {
  const element = canvas.querySelector('virtual-event-config')!;
  while (!element.renderRoot.querySelector('.types input')) await new Promise((resolve) => setTimeout(resolve, 5));
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

export const Hybrid: Story = {};
export const Virtual: Story = { args: { options: { event: { attendanceType: 'virtual' } } } };
export const InPerson: Story = {
  args: { options: { event: { attendanceType: 'in-person' }, config: { autoStartMinutes: 30 } } },
};

/** More said that they will come than fit: told at the field, with a button that mends it. */
export const TooFewPlaces: Story = { args: { rsvpCount: 64, options: { config: { maxVirtualAttendees: 50 } } } };

export const DoorsAlreadyOpen: Story = { args: { options: { now: startsAt - 10 * minute } } };

/** The settings ask for what this backend does not offer. */
export const NotOffered: Story = { args: { options: { config: { waitingRoomEnabled: true } } } };

export const OutOfRange: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await enter(element, 'autoStartMinutes', '90');
    await enter(element, 'maxVirtualAttendees', 'lots');
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

/** Two organizers at once: the second is asked instead of overwriting. */
export const Conflict: Story = {
  play: async ({ canvasElement }) => {
    const element = await loaded(canvasElement);
    await enter(element, 'autoStartMinutes', '30');
    const theirs: AttendanceSettings = { ...element.value!, attendanceType: 'virtual' };
    await adapterOf(element).saveAttendanceSettings('meeting', theirs, { credential: 'organizer' });
  },
};

export const Ended: Story = {
  args: {
    options: { now: endsAt + hour, room: { state: 'ended', startedAt: startsAt, endedAt: endsAt - 2 * minute } },
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

const settings = JSON.stringify({ attendanceType: 'hybrid', virtualConfig: { maxVirtualAttendees: 50 } });

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

export const Narrow: Story = { render: (args) => html`<div class="wide-320">${form(args)}</div>` };
