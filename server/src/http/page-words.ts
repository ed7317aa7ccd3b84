import type { SpokenLanguage } from './page-language.js';

interface UnknownEventWords {
  title: string;
  heading: string;
  advice: string;
}

/** What the page of an event that is not there says. */
export const unknownEventWords: Readonly<Record<SpokenLanguage, UnknownEventWords>> = {
  en: {
    title: 'No such event',
    heading: 'There is no such event',
    advice: 'The address may be incomplete, or the event was removed. Go back to the event’s page and join from there.',
  },
  es: {
    title: 'Evento no encontrado',
    heading: 'Este evento no existe',
    advice:
      'Puede que la dirección esté incompleta o que hayan eliminado el evento. Vuelve a su página y entra desde allí.',
  },
  fr: {
    title: 'Événement introuvable',
    heading: 'Cet événement n’existe pas',
    advice:
      'L’adresse est peut-être incomplète, ou l’événement a été supprimé. Revenez à sa page et rejoignez-le de là.',
  },
  de: {
    title: 'Veranstaltung nicht gefunden',
    heading: 'Diese Veranstaltung gibt es nicht',
    advice:
      'Vielleicht ist die Adresse unvollständig, oder die Veranstaltung wurde gelöscht. Gehen Sie zurück zu ihrer Seite und nehmen Sie von dort teil.',
  },
  ar: {
    title: 'الفعالية غير موجودة',
    heading: 'لا توجد فعالية بهذا العنوان',
    advice: 'ربما كان العنوان ناقصًا أو حُذفت الفعالية. عُد إلى صفحة الفعالية وانضم منها.',
  },
};
