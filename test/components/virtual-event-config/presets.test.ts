import { expect } from '@open-wc/testing';
import { offeredPreset, presets } from '../../../src/core/index.js';
import { control, hybrid, OnForm, plain } from './config-form-stage.js';
import { stage } from './saving-stage.js';

const line = (on: OnForm): string => plain(on.find('#preset-line'));
const pressed = (on: OnForm): (string | null)[] =>
  presets.map(({ id }) => on.find(`#preset-${id}`)!.getAttribute('aria-pressed'));

describe('<virtual-event-config>: presets', () => {
  for (const preset of presets) {
    it(`sets ${preset.id}, says in a sentence what that is, and shows that it holds`, async () => {
      const on = await control({
        value: JSON.stringify({ ...hybrid, virtualConfig: { autoStartMinutes: 7, fromTheFuture: 1 } }),
      });
      const fired: string[] = [];
      for (const type of ['input', 'change']) on.element.addEventListener(type, () => fired.push(type));
      await on.toggle(`preset-${preset.id}`);
      const { breakoutConfig, maxVirtualAttendees: _, ...room } = preset.patch.virtualConfig!;
      expect(on.element.value!.virtualConfig).to.deep.include({ ...room, fromTheFuture: 1 });
      if (breakoutConfig) expect(on.element.value!.virtualConfig.breakoutConfig).to.include({ roomCount: 4 });
      expect(fired).to.deep.equal(['input', 'change']);
      expect(line(on)).to.contain(`The doors open ${room.autoStartMinutes} minutes before the start.`);
      expect(line(on).includes('On: ')).to.equal(preset.id !== 'open-talk');
      expect(plain(on.find('#said'))).to.equal(line(on));
      expect(pressed(on)).to.deep.equal(presets.map(({ id }) => String(id === preset.id)));
      expect(on.focused()).to.equal(`preset-${preset.id}`);
    });
  }

  it('gives back what was set before, until something else is entered', async () => {
    const on = await control({ value: JSON.stringify({ ...hybrid, virtualConfig: { maxVirtualAttendees: 12 } }) });
    const before = on.element.value;
    await on.toggle('preset-workshop');
    await on.press('Undo');
    expect(on.element.value).to.deep.equal(before);
    expect(on.focused()).to.equal('preset-workshop');
    await on.toggle('preset-workshop');
    await on.enter('autoStartMinutes', '20');
    expect(plain(on.find('.presets'))).to.not.contain('Undo');
  });

  it('leaves out what the backend does not offer, and says so', async () => {
    const { on } = await stage({ features: ['waiting-room'], config: { autoStartMinutes: 7 } });
    await on.toggle('preset-sensitive-meeting');
    expect(on.element.value!.virtualConfig).to.include({ waitingRoomEnabled: true, e2eeRequired: false });
    expect(line(on)).to.contain('On: waiting room.');
    expect(line(on)).to.contain('Left out, as this event’s server does not offer it: end-to-end encryption.');
    expect(pressed(on)).to.deep.equal(['false', 'false', 'true', 'false']);
    expect(on.element.checkValidity()).to.equal(true);
    const { without } = offeredPreset(presets[2]!, ['waiting-room']);
    expect(without).to.deep.equal(['e2ee']);
  });
});
