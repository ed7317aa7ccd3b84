import { expect } from '@open-wc/testing';
import { stage, type Stage } from '../components/event-join-button/join-button-stage.js';
import { minute, startsAt } from '../core/sample-event.js';
import { until } from '../until.js';
import { languages, saidBy } from './said.js';

/** All that is said inside of an element that comes and goes. */
const saidIn = (on: Stage, selector: string): string[] => {
  const found = on.button.renderRoot.querySelector(selector)!;
  const all = new Set(saidBy(on.button));
  return [...all].filter((piece) => found.textContent.replace(/\s+/g, ' ').includes(piece));
};

const inLanguage = async (language: string, options: Parameters<typeof stage>[0]): Promise<Stage> => {
  const on = await stage(options);
  on.button.lang = language;
  const before = on.text();
  if (language !== 'en-GB') await until(() => on.text() !== before);
  return on;
};

const dialogWords = async (language: string): Promise<string[]> => {
  localStorage.clear();
  sessionStorage.clear();
  const on = await inLanguage(language, {
    now: startsAt,
    event: { guestsAllowed: true, recordingPolicy: { policyUrl: 'https://club.example/policy' } },
    config: { recordingEnabled: true, recordingConsentRequired: true },
  });
  void on.button.join();
  await until(() => on.button.renderRoot.querySelector('dialog')?.open === true);
  const said = saidIn(on, 'dialog');
  on.button.renderRoot.querySelector<HTMLElement>('[part="decline"]')!.click();
  return said.filter((piece) => piece !== 'Spring members’ meeting');
};

const menuWords = async (language: string): Promise<string[]> => {
  const on = await inLanguage(language, { now: startsAt - 60 * minute });
  await until(() => on.part('calendar') !== null);
  on.part('calendar')!.click();
  await until(() => on.part('menu') !== null);
  return [on.part('menu')!.ariaLabel!, ...saidIn(on, '.menu').slice(0, 1)];
};

describe('what the join button opens, in four more languages', () => {
  for (const [what, wordsIn] of Object.entries({ 'the dialog': dialogWords, 'the calendars': menuWords })) {
    it(`${what} say no English word`, async () => {
      const english = await wordsIn('en-GB');
      expect(english.length).to.be.greaterThan(1);
      for (const language of languages) {
        const said = await wordsIn(language);
        expect(said, language).to.have.length(english.length);
        expect(said.filter((piece) => english.includes(piece))).to.deep.equal([]);
      }
    });
  }
});
