import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { VirtualEventConfig } from '../../../src/components/virtual-event-config/virtual-event-config.js';
import { defaultVirtualConfig, type AttendanceSettings } from '../../../src/core/index.js';
import '../../../src/define/virtual-event-config.js';
import { until } from '../../until.js';
import { control, hybrid, OnForm } from './config-form-stage.js';

const entries = (form: HTMLFormElement): [string, FormDataEntryValue][] => [...new FormData(form)];
const submitted = (on: OnForm): AttendanceSettings => {
  const [entry] = entries(on.element.form!);
  return JSON.parse(entry![1] as string) as AttendanceSettings;
};

describe('<virtual-event-config> as a control of a form', () => {
  it('submits one JSON entry under its name', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    expect(entries(on.element.form!).map(([name]) => name)).to.deep.equal(['attendance']);
    expect(submitted(on)).to.deep.equal({
      attendanceType: 'hybrid',
      virtualConfig: { ...defaultVirtualConfig(), enabled: true },
    });
    await on.enter('autoStartMinutes', '30');
    expect(submitted(on).virtualConfig.autoStartMinutes).to.equal(30);
    expect(on.element.value).to.deep.equal(submitted(on));
  });

  it('submits nothing without a name', async () => {
    const on = await control({ name: '' });
    expect(entries(on.element.form!)).to.deep.equal([]);
  });

  it('is in person where nothing is given', async () => {
    const on = await control();
    expect(on.element.value).to.deep.equal({ attendanceType: 'in-person', virtualConfig: defaultVirtualConfig() });
    expect(on.card('in-person').checked).to.equal(true);
  });

  it('takes its value as a property, also before it is defined or in the page', async () => {
    const element = document.createElement('virtual-event-config');
    element.value = hybrid as AttendanceSettings;
    expect(element.value.attendanceType).to.equal('hybrid');
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    form.append(element);
    await element.updateComplete;
    expect(new OnForm(element).card('hybrid').checked).to.equal(true);
  });

  it('hands out a copy of its value', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    on.element.value!.virtualConfig.autoStartMinutes = 1;
    expect(on.element.value!.virtualConfig.autoStartMinutes).to.equal(15);
  });

  for (const value of ['{', '"hybrid"', '[]', 'null', '{"attendanceType":"orbital","virtualConfig":7}']) {
    it(`takes ${value} for nothing, and goes on`, async () => {
      const error = console.error;
      console.error = () => {};
      const on = await control({ value });
      console.error = error;
      expect(on.element.value?.attendanceType).to.equal('in-person');
    });
  }

  it('lets unknown fields through, also those that look like traps', async () => {
    const value = '{"attendanceType":"virtual","virtualConfig":{"fromTheFuture":[1],"__proto__":{"polluted":true}}}';
    const on = await control({ value });
    await on.enter('autoStartMinutes', '5');
    expect(submitted(on).virtualConfig).to.deep.include({ fromTheFuture: [1], autoStartMinutes: 5 });
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
  });

  it('fires input and change as a native control does', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    const fired: string[] = [];
    for (const type of ['input', 'change']) {
      on.element.form!.addEventListener(type, ({ target }) => {
        expect(target).to.equal(on.element);
        fired.push(`${type} ${on.element.value!.virtualConfig.autoStartMinutes} ${on.element.value!.attendanceType}`);
      });
    }
    await on.enter('autoStartMinutes', '20');
    await on.choose('virtual');
    expect(fired).to.deep.equal(['input 20 hybrid', 'change 20 hybrid', 'input 20 virtual', 'change 20 virtual']);
  });

  it('goes back to its value attribute on reset', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    await on.enter('autoStartMinutes', 'nonsense');
    await on.choose('in-person');
    on.element.form!.reset();
    await on.element.updateComplete;
    expect(submitted(on)).to.deep.include({ attendanceType: 'hybrid' });
    expect(on.field('autoStartMinutes').value).to.equal('15');
    expect(on.advice()).to.deep.equal([]);
  });

  it('takes back what the browser kept', async () => {
    const on = await control();
    on.element.formStateRestoreCallback(JSON.stringify(hybrid));
    await on.element.updateComplete;
    expect(on.element.value?.attendanceType).to.equal('hybrid');
  });

  it('submits nothing and takes nothing while disabled, by itself or by a fieldset', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    const form = on.element.form!;
    on.element.disabled = true;
    await on.element.updateComplete;
    expect(entries(form)).to.deep.equal([]);
    expect(on.card('virtual').matches(':disabled')).to.equal(true);
    expect(on.field('autoStartMinutes').disabled).to.equal(true);
    on.element.disabled = false;
    await on.element.updateComplete;
    expect(entries(form)).to.have.length(1);

    const fieldset = document.createElement('fieldset');
    fieldset.append(on.element);
    form.append(fieldset);
    fieldset.disabled = true;
    await on.element.updateComplete;
    expect(entries(form)).to.deep.equal([]);
    expect(on.field('autoStartMinutes').disabled).to.equal(true);
    fieldset.disabled = false;
    await on.element.updateComplete;
    expect(on.field('autoStartMinutes').disabled).to.equal(false);
  });

  const full = {
    attendanceType: 'hybrid',
    virtualConfig: {
      waitingRoomEnabled: true,
      recordingEnabled: true,
      recordingConsentRequired: true,
      breakoutRoomsEnabled: true,
      breakoutConfig: {
        enabled: true,
        autoAssign: true,
        allowSelfSelect: false,
        roomCount: 2,
        roomNames: ['Dues', 'Jetty'],
        duration: 20,
      },
    },
  };

  it('takes nothing and submits what it holds while readonly, at each of its controls', async () => {
    const on = await control({ value: JSON.stringify(full), readonly: '' });
    const before = submitted(on);
    for (const field of ['autoStartMinutes', 'maxVirtualAttendees', 'roomCount', 'duration'] as const) {
      expect(on.field(field).readOnly).to.equal(true);
    }
    expect(on.control('room-0').readOnly).to.equal(true);
    const switches = [...on.element.renderRoot.querySelectorAll<HTMLInputElement>('[role="switch"]')];
    expect(switches).to.have.length(7);
    for (const one of switches) {
      expect(one.getAttribute('aria-readonly')).to.equal('true');
      one.click();
    }
    on.card('virtual').click();
    expect(submitted(on)).to.deep.equal(before);
    expect(on.card('hybrid').disabled).to.equal(false);
    expect(on.element.renderRoot.querySelectorAll('button')).to.have.length(0);
  });

  it('disables each of its controls, and enables them again', async () => {
    const on = await control({ value: JSON.stringify(full), disabled: '' });
    const fields = (): boolean[] =>
      [...on.element.renderRoot.querySelectorAll('input')].map((input) => input.matches(':disabled'));
    expect(fields()).to.have.length(16);
    expect(fields()).to.not.include(false);
    expect(on.element.renderRoot.querySelectorAll('button')).to.have.length(0);
    on.element.disabled = false;
    await until(() => !fields().includes(true));
  });

  it('keeps what it was given in full through reset and restore', async () => {
    const on = await control({ value: JSON.stringify(full) });
    const before = submitted(on);
    await on.toggle('breakoutRoomsEnabled');
    await on.toggle('recordingEnabled');
    const state = JSON.stringify(submitted(on));
    on.element.form!.reset();
    await on.element.updateComplete;
    expect(submitted(on)).to.deep.equal(before);
    expect(on.control('room-1').value).to.equal('Jetty');
    on.element.formStateRestoreCallback(state);
    await on.element.updateComplete;
    expect(submitted(on)).to.deep.equal(JSON.parse(state));
    expect(on.control('recordingEnabled').checked).to.equal(false);
  });

  for (const name of ['disabled', 'readonly', 'required'] as const) {
    it(`takes ${name}="false" for no, as some frameworks write it`, async () => {
      const on = await control({ value: JSON.stringify(hybrid), [name]: 'false' });
      expect(on.element[name]).to.equal(false);
      expect(on.element.matches(':disabled')).to.equal(false);
      expect(entries(on.element.form!)).to.have.length(1);
      on.element.setAttribute(name, '');
      expect(on.element[name]).to.equal(true);
      on.element.setAttribute(name, 'false');
      expect(on.element[name]).to.equal(false);
      await on.element.updateComplete;
      expect(on.element.matches(':disabled')).to.equal(false);
      expect(on.field('autoStartMinutes').matches(':disabled, :read-only')).to.equal(false);
    });
  }

  it('knows its form and its labels', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <label for="attendance">Attendance</label>
        <virtual-event-config id="attendance" name="a"></virtual-event-config>
      </form>
    `);
    const element = form.querySelector('virtual-event-config')!;
    expect(element.form).to.equal(form);
    expect([...element.labels]).to.deep.equal([form.querySelector('label')]);
    expect(form.elements.namedItem('a')).to.equal(element);
  });
});

describe('<virtual-event-config>: validity', () => {
  it('is valid as it comes', async () => {
    const on = await control();
    expect(on.element.checkValidity()).to.equal(true);
    expect(on.element.willValidate).to.equal(true);
    expect(on.element.validationMessage).to.equal('');
  });

  it('wants a choice when required, with the focus on the first card', async () => {
    const on = await control({ required: '' });
    expect(on.element.value).to.equal(null);
    expect(entries(on.element.form!)).to.deep.equal([]);
    expect(on.element.validity.valueMissing).to.equal(true);
    expect(on.element.matches(':invalid')).to.equal(true);
    expect(on.element.form!.reportValidity()).to.equal(false);
    expect(on.element.shadowRoot?.activeElement === on.card('in-person')).to.equal(true);
    await on.choose('virtual');
    expect(on.element.form!.checkValidity()).to.equal(true);
  });

  it('says what is wrong with a number, at its field, and moves the focus there', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    await on.enter('maxVirtualAttendees', '5000');
    expect(on.element.validity.customError).to.equal(true);
    expect(on.element.validationMessage).to.equal('Enter a whole number from 1 to 1,000.');
    const field = on.field('maxVirtualAttendees');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    const described = field
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => on.find(`#${id}`)?.textContent);
    expect(described.join(' ')).to.contain('Enter a whole number from 1 to 1,000.');
    expect(on.element.form!.reportValidity()).to.equal(false);
    expect(on.element.shadowRoot?.activeElement === field).to.equal(true);
  });

  it('shows what is still being typed when the form asks', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    const field = on.field('autoStartMinutes');
    field.value = '99';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await on.element.updateComplete;
    expect(on.advice()).to.deep.equal([]);
    on.element.checkValidity();
    await on.element.updateComplete;
    expect(on.advice()).to.deep.equal(['Enter a whole number from 0 to 60. Make it 60']);
  });

  it('submits the form by Enter in a number’s field, and not what is wrong', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    const sent: FormDataEntryValue[] = [];
    on.element.form!.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(new FormData(on.element.form!).get('attendance')!);
    });
    on.field('autoStartMinutes').select();
    await sendKeys({ type: '99' });
    await sendKeys({ press: 'Enter' });
    expect(sent).to.have.length(0);
    on.field('autoStartMinutes').select();
    await sendKeys({ type: '45' });
    await sendKeys({ press: 'Enter' });
    expect(sent).to.have.length(1);
    expect(sent[0]).to.contain('"autoStartMinutes":45');
  });

  it('does not ask while readonly', async () => {
    const on = await control({ required: '', readonly: '' });
    expect(on.element.checkValidity()).to.equal(true);
  });

  it('answers in the task in which a script set something', async () => {
    const on = await control({ required: '' });
    on.element.value = hybrid as AttendanceSettings;
    expect(on.element.checkValidity()).to.equal(true);
    on.element.value = null;
    expect(on.element.checkValidity()).to.equal(false);
  });
});

describe('<virtual-event-config>: by keyboard', () => {
  it('is filled in from the cards to the last field', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    await sendKeys({ press: 'Tab' });
    expect(on.element.shadowRoot?.activeElement === on.card('hybrid')).to.equal(true);
    await sendKeys({ press: 'ArrowLeft' });
    await on.element.updateComplete;
    expect(on.element.value?.attendanceType).to.equal('virtual');
    const visited: string[] = [];
    for (;;) {
      await sendKeys({ press: 'Tab' });
      const id = on.focused();
      // From the last one some browsers go on to their own controls, others to the first.
      if (!id) break;
      visited.push(id);
      if (id === 'maxVirtualAttendees') await sendKeys({ type: '64' });
      if (id === 'waitingRoomEnabled' || id === 'breakoutRoomsEnabled') await sendKeys({ press: ' ' });
    }
    expect(visited).to.deep.equal([
      'preset-open-talk',
      'preset-members-meeting',
      'preset-sensitive-meeting',
      'preset-workshop',
      'autoStartMinutes',
      'waitingRoomEnabled',
      'maxVirtualAttendees',
      'e2eeRequired',
      'recordingEnabled',
      'breakoutRoomsEnabled',
      'roomCount',
      'nameRooms',
      'editList',
      'autoAssign',
      'allowSelfSelect',
      'duration',
    ]);
    expect(on.element.value?.virtualConfig).to.deep.include({
      waitingRoomEnabled: true,
      maxVirtualAttendees: 64,
      breakoutRoomsEnabled: true,
    });
  });

  it('focuses the chosen card, or what is wrong', async () => {
    const on = await control({ value: JSON.stringify(hybrid) });
    on.element.focus();
    expect(on.element.shadowRoot?.activeElement === on.card('hybrid')).to.equal(true);
    await on.enter('autoStartMinutes', '99');
    on.element.focus();
    expect(on.element.shadowRoot?.activeElement === on.field('autoStartMinutes')).to.equal(true);
  });
});

describe('<virtual-event-config>: in a form without any script of the page', () => {
  it('is upgraded from markup with its value', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <virtual-event-config name="a" value='{"attendanceType":"virtual"}'></virtual-event-config>
      </form>
    `);
    await form.querySelector<VirtualEventConfig>('virtual-event-config')!.updateComplete;
    expect(new FormData(form).get('a')).to.contain('"attendanceType":"virtual"');
  });
});
