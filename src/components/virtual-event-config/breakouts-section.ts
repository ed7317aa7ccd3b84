import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/localization.js';
import { breakoutRows } from './breakouts-editor.js';
import { switchRow } from './control-row.js';
import type { FormView } from './form-view.js';

/** Small rooms beside the main one; what they are like is shown once there are any. */
export const breakoutsSection = (view: FormView): TemplateResult => {
  const { entry } = view;
  const isOn = entry.settings.virtualConfig.breakoutRoomsEnabled;
  return html`<section part="section">
    <h3>${msg('Breakout rooms', { id: 'events.virtualConfig.breakouts' })}</h3>
    <div class="rows">
      ${switchRow(view, {
        field: 'breakoutRoomsEnabled',
        isOn,
        needs: 'breakout-rooms',
        help: msg('Small rooms beside the main one. You open and close them.', {
          id: 'events.virtualConfig.breakoutHelp',
        }),
        enter: (on) => {
          entry.useBreakouts(on);
          view.draw();
        },
      })}
      ${isOn ? breakoutRows(view) : nothing}
    </div>
  </section>`;
};
