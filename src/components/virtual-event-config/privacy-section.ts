import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../core/safe-url.js';
import { msg } from '../../locales/localization.js';
import { factRow, switchRow } from './control-row.js';
import type { FormView } from './form-view.js';

/** Where the recording can be watched, if there is one: a link only where its address is safe to open. */
export const recordingRow = (recordingUrl: unknown): TemplateResult | typeof nothing => {
  if (recordingUrl === undefined) return nothing;
  const address = safeUrl(recordingUrl);
  return factRow(
    msg('The recording', { id: 'events.virtualConfig.recordingUrlLabel' }),
    address
      ? msg('Made by this event’s room.', { id: 'events.virtualConfig.recordingUrlHelp' })
      : msg('Its address is not one that is safe to open.', { id: 'events.virtualConfig.recordingUrlUnsafe' }),
    address
      ? html`<a part="recording" class="link" href=${address} target="_blank" rel="noopener noreferrer"
          >${msg('Watch it', { id: 'events.virtualConfig.recordingUrlLink' })}</a
        >`
      : '',
  );
};

/** Who can see and hear the call, now and later. */
export const privacySection = (view: FormView): TemplateResult => {
  const { e2eeRequired, recordingEnabled, recordingConsentRequired, recordingUrl } = view.entry.settings.virtualConfig;
  return html`<section part="section">
    <h3>${msg('Privacy', { id: 'events.virtualConfig.privacy' })}</h3>
    <div class="rows">
      ${switchRow(view, {
        field: 'e2eeRequired',
        isOn: e2eeRequired,
        needs: 'e2ee',
        help: msg('Only the people in the call can see and hear it. Not even the server can.', {
          id: 'events.virtualConfig.e2eeHelp',
        }),
      })}
      ${switchRow(view, {
        field: 'recordingEnabled',
        isOn: recordingEnabled,
        needs: 'recording',
        help: msg('You start and stop it. Everyone sees that it runs.', { id: 'events.virtualConfig.recordingHelp' }),
      })}
      ${
        recordingEnabled
          ? switchRow(view, {
              field: 'recordingConsentRequired',
              isOn: recordingConsentRequired,
              isNested: true,
              help: msg('Each person agrees before they join. Their answer is kept.', {
                id: 'events.virtualConfig.consentHelp',
              }),
            })
          : nothing
      }
      ${recordingRow(recordingUrl)}
    </div>
  </section>`;
};
