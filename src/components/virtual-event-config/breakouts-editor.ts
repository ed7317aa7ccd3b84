import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { limits } from '../../core/virtual-config.js';
import { formatNumber } from '../../locales/format.js';
import { msg, speaking, str } from '../../locales/localization.js';
import { arrowDown, arrowUp, plus, x } from '../icons.js';
import { adviceOn } from './finding-advice.js';
import { numberRow, switchRow } from './control-row.js';
import { fieldLabel } from './field-labels.js';
import type { FormView } from './form-view.js';
import { moved, namesFrom } from './room-names.js';
import { patchOf, type SettingsEntry } from './settings-entry.js';

/** How a room goes by its number. */
export const numberedRoom =
  (language: string) =>
  (room: number): string =>
    speaking(language, () => msg(str`Room ${formatNumber(language, room)}`, { id: 'events.virtualConfig.roomNumber' }));

/** Forms in which the names are being edited as one text, and that text. */
const lists = new WeakMap<SettingsEntry, string>();

const idOf = (at: number): string => `room-${at}`;

/** Sets the names, and with them how many rooms there are. */
const setNames = (view: FormView, names: readonly string[], focus: string): void => {
  const { breakoutConfig } = patchOf('roomNames', names).virtualConfig as { breakoutConfig: object };
  view.set({ virtualConfig: { breakoutConfig: { ...breakoutConfig, roomCount: names.length } } }, focus);
};

const move = (view: FormView, names: readonly string[], from: number, by: -1 | 1, focus: string): void => {
  const to = from + by;
  if (to < 0 || to >= names.length) return;
  setNames(view, moved(names, from, to), `${focus}-${to}`);
  view.say(() =>
    msg(str`${names[from]!} is now number ${formatNumber(view.language, to + 1)}.`, {
      id: 'events.virtualConfig.roomNames.moved',
    }),
  );
};

const remove = (view: FormView, names: readonly string[], at: number): void => {
  const rest = names.filter((_, other) => other !== at);
  // The button that takes the place of the one pressed.
  setNames(view, rest, `remove-${Math.min(at, rest.length - 1)}`);
  view.say(() => msg(str`${names[at]!} is removed.`, { id: 'events.virtualConfig.roomNames.removed' }));
};

const add = (view: FormView, names: readonly string[]): void => {
  const { entry, language } = view;
  setNames(view, [...names, numberedRoom(language)(names.length + 1)], idOf(names.length));
  view.say(() => msg(str`${entry.roomNames!.at(-1)!} is added.`, { id: 'events.virtualConfig.roomNames.added' }));
};

/** A list that is pasted into one name's field takes the places from there on. */
const paste = (view: FormView, names: readonly string[], at: number, event: ClipboardEvent): void => {
  const pasted = namesFrom(event.clipboardData?.getData('text/plain') ?? '');
  if (pasted.length < 2 || view.isReadonly) return;
  event.preventDefault();
  const all = [...names.slice(0, at), ...pasted, ...names.slice(at + pasted.length)].slice(0, limits.roomCount.max);
  setNames(view, all, idOf(Math.min(at + pasted.length, all.length) - 1));
};

const nameRow = (view: FormView, names: readonly string[], at: number): TemplateResult => {
  const { entry, language, isDisabled, isReadonly } = view;
  const name = names[at]!;
  const number = numberedRoom(language)(at + 1);
  const isFew = names.length <= limits.roomCount.min;
  const button = (id: string, icon: TemplateResult, label: string, isOff: boolean, press: () => void): TemplateResult =>
    html`<button
      type="button"
      class="button quiet square"
      id="${id}-${at}"
      aria-label=${label}
      title=${label}
      aria-disabled=${ifDefined(isOff ? 'true' : undefined)}
      @click=${() => {
        if (!isOff) press();
      }}
    >
      ${icon}
    </button>`;
  return html`<li>
    <input
      class="input"
      part="input"
      id=${idOf(at)}
      autocomplete="off"
      maxlength=${limits.roomName.max}
      aria-label=${number}
      placeholder=${number}
      .value=${live(entry.nameAt(at))}
      ?disabled=${isDisabled}
      ?readonly=${isReadonly}
      @input=${(event: InputEvent) => {
        entry.typeName(at, (event.target as HTMLInputElement).value, numberedRoom(language));
        view.draw();
      }}
      @change=${view.done}
      @paste=${(event: ClipboardEvent) => paste(view, names, at, event)}
      @keydown=${(event: KeyboardEvent) => {
        if (!event.altKey || isReadonly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        move(view, names, at, event.key === 'ArrowUp' ? -1 : 1, 'room');
      }}
    />${
      isDisabled || isReadonly
        ? nothing
        : [
            button(
              'up',
              arrowUp(),
              msg(str`Move ${name} up`, { id: 'events.virtualConfig.roomNames.up' }),
              at === 0,
              () => move(view, names, at, -1, 'up'),
            ),
            button(
              'down',
              arrowDown(),
              msg(str`Move ${name} down`, { id: 'events.virtualConfig.roomNames.down' }),
              at === names.length - 1,
              () => move(view, names, at, 1, 'down'),
            ),
            button(
              'remove',
              x(),
              msg(str`Remove ${name}`, { id: 'events.virtualConfig.roomNames.remove' }),
              isFew,
              () => remove(view, names, at),
            ),
          ]
    }
  </li>`;
};

const quiet = (id: string, words: string, press: () => void, icon?: TemplateResult): TemplateResult =>
  html`<button type="button" class="button quiet tiny" id=${id} @click=${press}>${icon ?? nothing}${words}</button>`;

/** All names as one text, a line each. */
const listEditor = (view: FormView, text: string): TemplateResult => {
  const { entry } = view;
  const names = namesFrom(text);
  const isFew = names.length < limits.roomCount.min;
  const close = (focus: string): void => {
    lists.delete(entry);
    view.focusOn(focus);
  };
  const count = formatNumber(view.language, names.length);
  return html`<textarea
      class="input"
      part="input"
      id="roomList"
      rows="6"
      aria-label=${fieldLabel('roomNames')}
      aria-describedby="roomList-help"
      .value=${live(text)}
      @input=${(event: InputEvent) => {
        // What stands here is nothing to the form until it is used.
        event.stopPropagation();
        lists.set(entry, (event.target as HTMLTextAreaElement).value);
        view.draw();
      }}
      @change=${(event: Event) => event.stopPropagation()}
    ></textarea>
    <p class="help" id="roomList-help">
      ${msg('A name on each line: two to fifty. What you copied from a document will do.', {
        id: 'events.virtualConfig.roomNames.listHelp',
      })}
    </p>
    <div class="answers">
      <button
        type="button"
        class="button secondary tiny"
        aria-disabled=${ifDefined(isFew ? 'true' : undefined)}
        @click=${() => {
          if (isFew) return;
          lists.delete(entry);
          setNames(view, names, idOf(0));
        }}
      >
        ${msg(str`Use these names (${count})`, { id: 'events.virtualConfig.roomNames.useList' })}
      </button>
      ${quiet('cancelList', msg('Cancel', { id: 'events.virtualConfig.cancel' }), () => close('editList'))}
    </div>`;
};

const namesRow = (view: FormView): TemplateResult => {
  const { entry, language, isDisabled, isReadonly } = view;
  const names = entry.roomNames;
  const text = lists.get(entry);
  const isFixed = isDisabled || isReadonly;
  const numbered = (): string[] =>
    entry.namesFor(entry.breakouts.roomCount ?? limits.roomCount.min, numberedRoom(language));
  const openList = (): void => {
    lists.set(entry, (names ?? []).join('\n'));
    view.focusOn('roomList');
  };
  const editList = names
    ? msg('Edit as a list', { id: 'events.virtualConfig.roomNames.editList' })
    : msg('Paste a list', { id: 'events.virtualConfig.roomNames.pasteList' });
  const parts =
    text !== undefined && !isFixed
      ? listEditor(view, text)
      : html`${
          names
            ? html`<ol class="names">
                ${names.map((_, at) => nameRow(view, names, at))}
              </ol>`
            : nothing
        }
          ${
            isFixed
              ? nothing
              : html`<div class="answers">
                ${
                  names
                    ? names.length < limits.roomCount.max
                      ? quiet(
                          'addRoom',
                          msg('Add a room', { id: 'events.virtualConfig.roomNames.add' }),
                          () => add(view, names),
                          plus(),
                        )
                      : nothing
                    : quiet('nameRooms', msg('Name them', { id: 'events.virtualConfig.roomNames.name' }), () =>
                        setNames(view, numbered(), idOf(0)),
                      )
                }
                ${quiet('editList', editList, openList)}
                ${
                  names
                    ? quiet('noNames', msg('Without names', { id: 'events.virtualConfig.roomNames.without' }), () =>
                        view.set(patchOf('roomNames', null), 'nameRooms'),
                      )
                    : nothing
                }
              </div>`
          }`;
  return html`<div class="row nested stacked" id="roomNames" role="group" aria-labelledby="roomNames-label" tabindex="-1">
    <div>
      <p class="label" id="roomNames-label">${fieldLabel('roomNames')}</p>
      <p class="help">
        ${
          names
            ? msg('In the order in which people see them. Alt with the arrow keys moves a name.', {
                id: 'events.virtualConfig.roomNames.help',
              })
            : msg('Without names, the rooms go by their numbers.', { id: 'events.virtualConfig.roomNames.helpNone' })
        }
      </p>
    </div>
    ${parts}${adviceOn(entry.shownAt('roomNames', view.findings), view, 'roomNames')}
  </div>`;
};

/** What the breakout rooms are like: how many, their names, who goes where and for how long. */
export const breakoutRows = (view: FormView): TemplateResult => {
  const { autoAssign, allowSelfSelect } = view.entry.breakouts;
  return html`${numberRow(view, {
    field: 'roomCount',
    isNested: true,
    help: msg('You can still open fewer on the day.', { id: 'events.virtualConfig.roomCountHelp' }),
    unit: msg('rooms', { id: 'events.virtualConfig.rooms' }),
  })}
  ${namesRow(view)}
  ${switchRow(view, {
    field: 'autoAssign',
    isOn: autoAssign,
    isNested: true,
    help: msg('Everyone gets a room when you open them.', { id: 'events.virtualConfig.autoAssignHelp' }),
  })}
  ${switchRow(view, {
    field: 'allowSelfSelect',
    isOn: allowSelfSelect,
    isNested: true,
    help: msg('They may pick a room, or change it.', { id: 'events.virtualConfig.selfSelectHelp' }),
  })}
  ${numberRow(view, {
    field: 'duration',
    isNested: true,
    help: msg('A countdown runs in each room, then all come back. Leave it empty to close them yourself.', {
      id: 'events.virtualConfig.durationHelp',
    }),
    unit: msg('min', { id: 'events.virtualConfig.minutes' }),
  })}`;
};
