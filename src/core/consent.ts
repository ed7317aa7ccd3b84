import type { EventDetails, RoomFacts } from './event-details.js';

/** What an organizer says about recordings, in words of their own. What is left out is said in the library's. */
export interface RecordingPolicy {
  /** What is recorded. */
  what?: string;
  /** Who will see it. */
  who?: string;
  /** How long it is kept. */
  howLong?: string;
  /** Where more is said: `http:` or `https:`. */
  policyUrl?: string;
  /** The language of these words, e.g. `pt-PT`. */
  locale?: string;
}

/** Longest words of a recording policy, each, in characters. */
export const recordingPolicyLimits = { words: 1000, policyUrl: 2000, locale: 35 } as const;

/** What someone is asked to agree to. Words that are absent are the library's own. */
export interface ConsentText extends Pick<RecordingPolicy, 'what' | 'who' | 'howLong' | 'policyUrl'> {
  /** Names the text; it is another one once what is said has changed. */
  version: string;
  /** The language that was asked for, or the one in which the words are. */
  locale: string;
}

/** What someone agreed to. */
export interface ConsentGiven {
  /** `version` of the text. */
  textVersion: string;
  /** SHA-256 of the words that were shown, in hexadecimal. */
  textHash: string;
  /** The language in which they were shown. */
  locale: string;
}

/** Grows when the library's own words change in meaning. */
const ownWordsVersion = '1';

/** A short name for words: not a secret, so a plain hash (FNV-1a over UTF-16, 64 bits) will do. */
const nameOf = (words: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < words.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(words.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(36);
};

/** What those who come to the event are asked to agree to, for someone who reads `locale`. */
export const consentTextFor = ({ recordingPolicy = {} }: EventDetails, locale: string): ConsentText => {
  const { what, who, howLong, policyUrl } = recordingPolicy;
  const said = [what, who, howLong, policyUrl];
  const hasOwnWords = said.some((part) => part !== undefined);
  return {
    version: hasOwnWords ? `${ownWordsVersion}.${nameOf(JSON.stringify(said))}` : ownWordsVersion,
    locale: (hasOwnWords ? recordingPolicy.locale : undefined) ?? locale,
    ...(what !== undefined && { what }),
    ...(who !== undefined && { who }),
    ...(howLong !== undefined && { howLong }),
    ...(policyUrl !== undefined && { policyUrl }),
  };
};

/** Whether nobody may come in without having agreed: it is recorded now, or may be and the organizer asks for it. */
export const isConsentRequired = ({ virtualConfig }: Pick<EventDetails, 'virtualConfig'>, room: RoomFacts): boolean =>
  room.recording || (virtualConfig.recordingEnabled && virtualConfig.recordingConsentRequired);

/** Why someone has to agree first: they have not, or to something else. `null` where nothing is in the way. */
export const consentRefusal = (
  event: EventDetails,
  room: RoomFacts,
  given: Pick<ConsentGiven, 'textVersion'> | undefined,
): 'consent-required' | 'consent-outdated' | null => {
  if (!isConsentRequired(event, room)) return null;
  if (!given) return 'consent-required';
  return given.textVersion === consentTextFor(event, '').version ? null : 'consent-outdated';
};

/** Whether it has the form of something that was agreed to. Takes anything, as it also stands at the door of the backend. */
export const isConsentGiven = (value: unknown): value is ConsentGiven => {
  if (typeof value !== 'object' || value === null) return false;
  const { textVersion, textHash, locale } = value as Partial<Record<keyof ConsentGiven, unknown>>;
  const isShort = (text: unknown): boolean => typeof text === 'string' && text !== '' && text.length <= 100;
  return isShort(textVersion) && isShort(locale) && typeof textHash === 'string' && /^[0-9a-f]{64}$/.test(textHash);
};
