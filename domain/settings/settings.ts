/** Choices of the house with their defaults; each is a row in the database once somebody changes it. */
export const SETTING_DEFAULTS = {
  /** A fictitious centre for trying the program out. */
  'installation.demo': false,
  /** Minutes without an act after which a session asks for the password again. */
  'session.idle-minutes': 15,
  /** How many days ahead the release list on the first screen looks. */
  'today.release-days': 30,
  /** Calendar days after reception by which a missing paper of the dossier should come; no text fixes it. */
  'intake.missing-paper-days': 5,
  /** Minutes before a shift begins from which its hand-over may be counted; no text fixes it. */
  'count.early-minutes': 60,
  /** Hours after which a hand-over that was not counted may no longer be entered from paper. */
  'count.late-hours': 48,
  /** Zone staff see people of their own zones only; off for small centres, where everybody works everywhere. */
  'zones.restrict-staff': false,
  /** A change of a rule holds only once a second person confirmed it. */
  'rules.second-person': false,
  /** Whether desks reach the hub over the LAN. */
  'lan.enabled': false,
  /** Whether browsers that were given a certificate are let in over the LAN. */
  'lan.browsers': false,
  /** TCP port for paired desks. */
  'lan.port': 7443,
  /** TCP port that answers while a pairing code lives. */
  'lan.pairing-port': 7444,
  /** Minutes between two copies on the hub's own disk; 0 for none. */
  'backup.local-minutes': 60,
  'backup.local-keep': 48,
  /** Folder of the sealed copies on another disk; empty for none. */
  'backup.sealed-folder': '',
  /** Time of day, in Vietnam, of the nightly sealed copy. */
  'backup.sealed-time': '01:30',
  'backup.sealed-keep': 14,
  'backup.monthly-keep': 12,
} as const

export type SettingKey = keyof typeof SETTING_DEFAULTS
export type SettingValue<K extends SettingKey> = (typeof SETTING_DEFAULTS)[K] extends boolean
  ? boolean
  : (typeof SETTING_DEFAULTS)[K] extends number
    ? number
    : string
