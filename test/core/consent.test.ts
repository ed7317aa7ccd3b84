import { expect } from '@open-wc/testing';
import {
  checkEventDraft,
  consentRefusal,
  consentTextFor,
  isConsentGiven,
  isConsentRequired,
  type RecordingPolicy,
} from '../../src/core/index.js';
import { sampleEvent, sampleRoom } from './sample-event.js';

const withPolicy = (recordingPolicy: RecordingPolicy) => sampleEvent({ recordingPolicy });

describe('consentTextFor', () => {
  it('leaves the words to the library where the organizer gave none', () => {
    expect(consentTextFor(sampleEvent(), 'nl')).to.deep.equal({ version: '1', locale: 'nl' });
  });

  it('takes over the organizer’s words and their language', () => {
    const text = consentTextFor(
      withPolicy({ what: 'O som.', policyUrl: 'https://club.example/p', locale: 'pt' }),
      'nl',
    );
    expect(text).to.deep.include({ what: 'O som.', policyUrl: 'https://club.example/p', locale: 'pt' });
    expect(text).not.to.have.property('who');
  });

  it('has another version with each other text, and the same with the same', () => {
    const policies: RecordingPolicy[] = [
      {},
      { what: 'Sound' },
      { who: 'Sound' },
      { what: 'Sound', who: 'Members' },
      { what: 'Sounds' },
      { what: '', who: 'Sound' },
      { policyUrl: 'https://club.example/' },
    ];
    const versions = policies.map((policy) => consentTextFor(withPolicy(policy), 'en').version);
    expect(new Set(versions).size).to.equal(policies.length);
    expect(policies.map((policy) => consentTextFor(withPolicy({ ...policy }), 'de').version)).to.deep.equal(versions);
  });
});

describe('consent', () => {
  const required = sampleEvent({}, { recordingEnabled: true, recordingConsentRequired: true });

  it('is required where the organizer asks for it, and wherever it is being recorded', () => {
    expect(isConsentRequired(sampleEvent(), sampleRoom())).to.equal(false);
    expect(isConsentRequired(sampleEvent({}, { recordingEnabled: true }), sampleRoom())).to.equal(false);
    expect(isConsentRequired(sampleEvent({}, { recordingConsentRequired: true }), sampleRoom())).to.equal(false);
    expect(isConsentRequired(required, sampleRoom())).to.equal(true);
    expect(isConsentRequired(sampleEvent(), sampleRoom({ recording: true }))).to.equal(true);
  });

  it('holds for the words it was given to', () => {
    const before = consentTextFor(required, 'en').version;
    expect(consentRefusal(required, sampleRoom(), undefined)).to.equal('consent-required');
    expect(consentRefusal(required, sampleRoom(), { textVersion: before })).to.equal(null);
    const changed = { ...required, recordingPolicy: { howLong: 'Ten years.' } };
    expect(consentRefusal(changed, sampleRoom(), { textVersion: before })).to.equal('consent-outdated');
    expect(consentRefusal(sampleEvent(), sampleRoom(), { textVersion: 'whatever' })).to.equal(null);
  });

  const given = { textVersion: '1', textHash: 'a'.repeat(64), locale: 'en' };
  const forms: [string, unknown, boolean][] = [
    ['as it must be', given, true],
    ['nothing', undefined, false],
    ['a plain yes', true, false],
    ['no version', { ...given, textVersion: '' }, false],
    ['a hash that is none', { ...given, textHash: 'A'.repeat(64) }, false],
    ['a short hash', { ...given, textHash: 'ab' }, false],
    ['no language', { ...given, locale: undefined }, false],
    ['a version without end', { ...given, textVersion: '1'.repeat(101) }, false],
  ];
  for (const [name, value, isOne] of forms) {
    it(`${isOne ? 'takes' : 'does not take'} ${name}`, () => {
      expect(isConsentGiven(value)).to.equal(isOne);
    });
  }
});

describe('a recording policy', () => {
  const draft = (recordingPolicy: unknown) => {
    const { title, startsAt, endsAt, timeZone } = sampleEvent();
    return checkEventDraft({ title, startsAt, endsAt, timeZone, recordingPolicy }).map(
      ({ code, field }) => `${field}: ${code}`,
    );
  };

  it('is taken with words, a link and a language', () => {
    expect(draft({ what: 'Sound', policyUrl: 'https://club.example/p', locale: 'pt-PT' })).to.deep.equal([]);
  });

  const wrong: [string, unknown, string][] = [
    ['that is none', 'yes', 'recordingPolicy: wrong-type'],
    ['with a link that runs', { policyUrl: 'java\tscript:alert(1)' }, 'recordingPolicy.policyUrl: wrong-type'],
    ['with a number for words', { who: 7 }, 'recordingPolicy.who: wrong-type'],
    ['without end', { howLong: 'x'.repeat(1001) }, 'recordingPolicy.howLong: too-long'],
  ];
  for (const [name, policy, finding] of wrong) {
    it(`${name} is refused: ${finding}`, () => {
      expect(draft(policy)).to.deep.equal([finding]);
    });
  }
});
