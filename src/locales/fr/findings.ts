import type { Messages } from '../messages.js';

/** What does not fit in the form, and what mends it. */
export const findings: Messages = {
  'events.findings.other': 'Quelque chose ici ne convient pas et ne peut pas être enregistré.',
  'events.findings.unsupported.waiting-room': 'Le serveur de cet événement n’a pas de salle d’attente.',
  'events.findings.unsupported.recording': 'Le serveur de cet événement n’enregistre pas.',
  'events.findings.unsupported.e2ee': 'Le serveur de cet événement n’a pas de chiffrement de bout en bout.',
  'events.findings.unsupported.breakout-rooms': 'Le serveur de cet événement n’a pas de salles de groupe.',
  'events.findings.unsupported.reminders': 'Le serveur de cet événement n’envoie pas de rappels.',
  'events.findings.locked-while-live.type':
    'Des personnes peuvent être dans la salle. On ne peut pas la retirer avant la fin.',
  'events.findings.locked-while-live': 'Ceci ne peut pas changer tant que la salle est ouverte.',
  'events.findings.required': 'C’est nécessaire.',
  'events.findings.wrong-type': 'Ce qui est défini ici n’est pas une valeur possible.',
  'events.findings.out-of-range': 'Saisissez un nombre entier de {0} à {1}.',
  'events.findings.too-long': {
    one: 'C’est trop long : {0} caractère au plus.',
    other: 'C’est trop long : {0} caractères au plus.',
  },
  'events.findings.too-many': 'Il y en a trop : {0} au plus.',
  'events.findings.unknown-zone': 'Ce fuseau horaire est inconnu.',
  'events.findings.end-before-start': 'La fin est avant le début.',
  'events.findings.room-off': 'On doit pouvoir venir en ligne, et la salle pour cela est désactivée.',
  'events.findings.e2ee-with-recording':
    'Le serveur ne peut pas enregistrer un appel chiffré de bout en bout, car il n’en voit rien.',
  'events.findings.breakouts-not-set-up': 'Des salles de groupe sont prévues, et pas encore préparées.',
  'events.findings.names-differ-from-count': 'Il n’y a pas autant de noms que de salles : {0} pour {1}.',
  'events.findings.room-not-used':
    'Une salle est activée où personne ne peut venir, puisque l’événement a lieu sur place.',
  'events.findings.end-missing': 'Sans fin, la salle reste ouverte jusqu’à ce qu’un hôte la ferme.',
  'events.findings.doors-already-open': 'Ainsi la salle est déjà ouverte : on pourra entrer dès que vous enregistrez.',
  'events.findings.no-time-to-let-in':
    'La salle ouvre au début : les premiers attendront pendant que vous faites entrer les gens.',
  'events.findings.below-rsvps': {
    one: '{0} personne a dit qu’elle viendrait, {1} de plus qu’il n’y a de places en ligne.',
    other: '{0} personnes ont dit qu’elles viendraient, {1} de plus qu’il n’y a de places en ligne.',
  },
  'events.findings.below-inside': {
    one: '{0} personne est dans la salle et y reste. Personne d’autre n’entre avant qu’une place se libère.',
    other: '{0} personnes sont dans la salle et y restent. Personne d’autre n’entre avant qu’une place se libère.',
  },
  'events.findings.e2ee-without-waiting-room':
    'La clé va à tous ceux qui entrent : sans salle d’attente, personne ne regarde qui c’est.',
  'events.findings.recording-without-consent':
    'Des personnes seraient enregistrées sans leur accord. En bien des endroits, ce n’est pas permis.',
  'events.findings.rooms-not-counted': 'On ne sait pas combien il y aura de salles.',
  'events.findings.more-rooms-than-people': {
    one: 'Avec {0} personne pour {1} salles, des salles restent vides.',
    other: 'Avec {0} personnes pour {1} salles, des salles restent vides.',
  },
  'events.findings.rooms-of-one': {
    one: 'Avec {0} personne pour {1} salles, elle sera seule dans l’une d’elles.',
    other: 'Avec {0} personnes pour {1} salles, certaines seront seules dans la leur.',
  },
  'events.findings.room-names-empty': 'Une salle n’a pas de nom visible.',
  'events.findings.room-names-repeated': 'Deux salles s’appellent « {0} » : on ne peut pas les distinguer.',
  'events.findings.assigned-and-chosen':
    'Les personnes sont réparties, puis peuvent changer de salle : les groupes ne resteront peut-être pas égaux.',
  'events.findings.neither-assigned-nor-chosen':
    'Personne ne reçoit de salle d’office ni ne peut en choisir une : vous placez chaque personne.',
  'events.findings.breakouts-longer-than-event': 'C’est plus long que l’événement, qui dure {0}.',
  'events.findings.no-effect-while-live': 'La salle est déjà ouverte : cela ne change plus rien.',
  'events.findings.doors-close-again':
    'La salle est ouverte et se refermerait : ceux qui arrivent plus tard devront attendre.',
  'events.findings.waiting-room-holds-newcomers':
    'Les personnes présentes restent. Celles qui arrivent désormais attendent que vous les fassiez entrer.',
  'events.findings.waiting-room-lets-in': 'Ceux qui attendent entrent dès que vous enregistrez.',
  'events.findings.recording-asks-again': 'On demande leur accord aux personnes présentes.',
  'events.findings.recording-asks-again.inside': 'On demande leur accord aux personnes présentes ({0}).',
  'events.fixes.use-default.number': 'Revenir à {0}',
  'events.fixes.use-default.empty': 'Laisser vide',
  'events.fixes.use-default': 'Corriger',
  'events.fixes.use-nearest': 'Mettre {0}',
  'events.fixes.keep-as-it-is': 'Laisser tel quel',
  'events.fixes.keep-e2ee-without-recording': 'Rester chiffré, ne pas enregistrer',
  'events.fixes.do-without': 'S’en passer',
  'events.fixes.turn-on-room': 'Activer la salle',
  'events.fixes.turn-off-room': 'Se passer de salle',
  'events.fixes.open-doors-later': 'Ouvrir {0} avant',
  'events.fixes.open-doors-later.start': 'Ouvrir au début',
  'events.fixes.open-doors-earlier': 'Ouvrir {0} avant',
  'events.fixes.raise-limit': 'Passer à {0}',
  'events.fixes.no-limit': 'Sans limite',
  'events.fixes.turn-on-waiting-room': 'Utiliser une salle d’attente',
  'events.fixes.turn-off-waiting-room': 'Pas de salle d’attente',
  'events.fixes.turn-off-e2ee': 'Pas de chiffrement',
  'events.fixes.require-consent': 'Demander l’accord',
  'events.fixes.turn-off-recording': 'Pas d’enregistrement',
  'events.fixes.set-up-breakouts': 'Les préparer',
  'events.fixes.turn-off-breakouts': 'Pas de salles de groupe',
  'events.fixes.set-room-count': 'Mettre {0}',
  'events.fixes.match-room-count': { one: 'Mettre {0} salle', other: 'Mettre {0} salles' },
  'events.fixes.fewer-rooms': { one: 'Seulement {0} salle', other: 'Seulement {0} salles' },
  'events.fixes.shorten-names': 'Les raccourcir',
  'events.fixes.drop-names': 'Garder les premiers',
  'events.fixes.number-names': 'Ajouter des numéros',
  'events.fixes.name-rooms-by-number': 'Par numéros',
  'events.fixes.only-auto-assign': 'Seulement répartir',
  'events.fixes.only-self-select': 'Seulement laisser choisir',
  'events.fixes.shorten-breakouts': 'Mettre {0}',
  'events.fixes.no-duration': 'Sans durée fixe',
};
