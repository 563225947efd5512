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
  /** How “mỗi tuần” of the visits is counted: `calendar` or `seven-days`; no text fixes it. */
  'contacts.week': 'calendar',
  /** Whether Quyết định 1567/QĐ-BCA is still applied to visits from 01/07/2026 on; no text says. */
  'contacts.keep-q1567': true,
  /** Two different people approve a request to go out; no text asks for it. */
  'goings-out.needs-two': false,
  /** Names the duties and rules that what is due was last reckoned by; set by the hub itself. */
  'obligations.reckoned-by': '',
  /** Time of day, in Vietnam, at which the hub looks over all beds that are held. */
  'sweep.time': '02:00',
  /** Calendar days outside after which a bed still kept is pointed out; no text fixes it. */
  'sweep.out-days': 7,
  /** Calendar days within which a wish, and a grievance, is answered; no text fixes either. */
  'requests.wish-days': 10,
  'requests.grievance-days': 5,
  /** To whom reports of incidents are addressed; no text found says (INC-17, Q-5). */
  'incidents.report-to': 'Giám đốc Công an tỉnh (qua Phòng PC04)',
  /** Most a person may spend at the canteen in a day, in đồng; 0 for none. No text fixes it. */
  'canteen.daily-limit': 200_000,
  /** Days before the end of the term from which a sealed bag is shown as to be given back. No text fixes it. */
  'belongings.return-days': 3,
  /** Calendar days after the end of the stay before unclaimed things may be disposed of. No text fixes it. */
  'belongings.unclaimed-days': 180,
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
