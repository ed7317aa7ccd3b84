import { AsyncDirective, directive } from 'lit/async-directive.js';
import { noChange } from 'lit';
import { PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { Conference } from '../../services/conference/conference.js';

class CameraOf extends AsyncDirective {
  #video: HTMLVideoElement | undefined;
  #conference: Conference | undefined;
  #participantId = '';
  #detach: (() => void) | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('cameraOf() stands in a video element.');
  }

  render(_conference: Conference, _participantId: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [conference, participantId]: [Conference, string]): typeof noChange {
    if (conference === this.#conference && participantId === this.#participantId) return noChange;
    this.#detach?.();
    this.#video = part.element as HTMLVideoElement;
    this.#conference = conference;
    this.#participantId = participantId;
    this.reconnected();
    return noChange;
  }

  override disconnected(): void {
    this.#detach?.();
  }

  override reconnected(): void {
    this.#detach = this.#conference!.attachCamera(this.#participantId, this.#video!);
  }
}

/** Shows someone's camera in the video element for as long as it is drawn. */
export const cameraOf = directive(CameraOf);
