import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { html, render, type TemplateResult } from 'lit/html.js';
import {
  calendarEntry,
  calendarFile,
  calendarLink,
  type CalendarEntry,
  type CalendarService,
} from '../../core/calendar.js';
import { safeUrl } from '../../core/safe-url.js';
import { languageAt, msg, speaking, str } from '../../locales/localization.js';
import { markLanguage } from '../../locales/mark-language.js';
import { download, externalLink } from '../icons.js';
import { adopt } from './adopt.js';
import { calendarMenuStyles } from './calendar-menu.styles.js';
import type { EventJoinButton } from './event-join-button.js';
import { noteClosed, noteOpened } from './opened.js';

/** Names of services are the same in every language. */
const services: Readonly<Record<CalendarService, string>> = {
  google: 'Google Calendar',
  outlook: 'Outlook.com',
  office365: 'Microsoft 365',
  yahoo: 'Yahoo',
};

/** Where this page is to be found again: as it says itself, else its address without a fragment, which may hold a pass. */
const pageAddress = (): string => {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return safeUrl(canonical) ?? location.href.replace(/#.*/, '');
};

const hostOf = ({ backend }: EventJoinButton): string =>
  URL.canParse(backend, document.baseURI) ? new URL(backend, document.baseURI).hostname : location.hostname;

const entryOf = (element: EventJoinButton): CalendarEntry => {
  const url = pageAddress();
  const description = msg(str`Join from anywhere: ${url}`, { id: 'events.joinButton.calendarNote' });
  return calendarEntry(element.event!, { host: hostOf(element), url, description });
};

const save = (entry: CalendarEntry): void => {
  const file = new Blob([calendarFile(entry, Date.now())], { type: 'text/calendar;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${entry.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'event'}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const items = (entry: CalendarEntry, close: () => void): TemplateResult => {
  const onSave = (): void => {
    save(entry);
    close();
  };
  return html`<button type="button" role="menuitem" tabindex="-1" @click=${onSave}>
      ${download()}${msg('Calendar file (.ics)', { id: 'events.joinButton.calendarFile' })}</button
    >${Object.entries(services).map(
      ([service, name]) =>
        html`<a
          role="menuitem"
          tabindex="-1"
          href=${calendarLink(service as CalendarService, entry)}
          target="_blank"
          rel="noopener noreferrer"
          @click=${close}
          >${externalLink()}${name}</a
        >`,
    )}`;
};

const steps: Partial<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Opens the choice of calendars at the button that was pressed; pressed again, it closes. */
export const openCalendarMenu = (element: EventJoinButton, anchor: HTMLButtonElement): void => {
  const root = element.renderRoot;
  // Open already: the press closes it, as the browser does for the button of a popover.
  if (root.querySelector('.menu')) return;
  adopt(element, [calendarMenuStyles]);
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.role = 'menu';
  menu.popover = 'auto';
  menu.setAttribute('part', 'menu');
  const close = (): void => {
    menu.hidePopover();
    anchor.focus();
  };
  speaking(element.language, () => {
    menu.ariaLabel = msg('Add to calendar', { id: 'events.joinButton.addToCalendar' });
    render(items(entryOf(element), close), menu);
  });
  const all = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  menu.addEventListener('keydown', (event) => {
    const at = all.findIndex((item) => item.matches(':focus'));
    const next = steps[event.key]?.(at, all.length);
    if (next !== undefined) all[next]!.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    // Tab goes on from the button, as if the menu had not been there.
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  });
  root.append(menu);
  markLanguage(root, languageAt(element), element.language);
  const place = async (): Promise<void> => {
    // The event opened meanwhile, or was moved.
    if (!anchor.isConnected) {
      menu.hidePopover();
      return;
    }
    const middleware = [offset(6), flip(), shift({ padding: 8 })];
    const { x, y } = await computePosition(anchor, menu, { placement: 'bottom-end', strategy: 'fixed', middleware });
    menu.style.setProperty('left', `${x}px`);
    menu.style.setProperty('top', `${y}px`);
  };
  menu.showPopover();
  anchor.popoverTargetElement = menu;
  anchor.ariaExpanded = 'true';
  const stop = autoUpdate(anchor, menu, () => void place());
  const tidy = (): void => {
    noteClosed(element);
    stop();
    anchor.popoverTargetElement = null;
    anchor.ariaExpanded = 'false';
    menu.remove();
  };
  noteOpened(element, tidy);
  menu.addEventListener('toggle', ({ newState }: ToggleEvent) => {
    if (newState === 'closed') tidy();
  });
  all[0]!.focus();
};
