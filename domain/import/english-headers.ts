import type { ImportField } from './import-fields.ts'

/** Headers of lists kept in English or exported by other programs, as whole wordings without punctuation. */
const WORDINGS: { field: ImportField; wordings: RegExp }[] = [
  { field: 'order', wordings: /^(?:no|number|serial(?: (?:no|number))?|s n|seq|index)$/ },
  { field: 'alias', wordings: /^(?:alias|other names?|nick ?name|known as)$/ },
  { field: 'fatherName', wordings: /^father(?: s)?(?: full)?(?: name)?$/ },
  { field: 'motherName', wordings: /^mother(?: s)?(?: full)?(?: name)?$/ },
  { field: 'spouseName', wordings: /^(?:spouse|wife|husband|wife husband)(?: s)?(?: name)?$/ },
  { field: 'familyName', wordings: /^(?:last|family) name$|^surname$|^last ?name$/ },
  { field: 'givenName', wordings: /^(?:first|given) ?name$/ },
  {
    field: 'name',
    wordings:
      /^(?:full ?name|name|name in full|(?:patient|client|student|resident|trainee|person)(?: s)?(?: full)? name)$/,
  },
  {
    field: 'birth',
    wordings: /^(?:dob|d o b|birth ?(?:date|day)|date of birth|born|year of birth|birth year|yob)$/,
  },
  { field: 'sex', wordings: /^(?:sex|gender|m f)$/ },
  {
    field: 'idNumber',
    wordings:
      /^(?:id|(?:national |citizen |personal )?id(?: card)?(?: (?:no|number))?|identity (?:card )?(?:no|number)|citizen (?:no|number))$/,
  },
  { field: 'idIssuedOn', wordings: /^(?:id )?(?:issue date|date of issue|issued on)$/ },
  { field: 'idIssuedBy', wordings: /^(?:id )?(?:place of issue|issued (?:by|at)|issuing authority)$/ },
  { field: 'address', wordings: /^(?:(?:permanent |home |current )?address|residence|place of residence)$/ },
  { field: 'commune', wordings: /^(?:commune|ward|commune ward|ward commune)$/ },
  { field: 'district', wordings: /^district$/ },
  { field: 'province', wordings: /^(?:province|city|province city|city province)$/ },
  {
    field: 'track',
    wordings:
      /^(?:track|(?:admission|treatment|case|rehab(?:ilitation)?) type|type of (?:admission|treatment))$/,
  },
  {
    field: 'receivedOn',
    wordings: /^(?:admission date|date of admission|admitted(?: on)?|intake date|entry date|date in)$/,
  },
  {
    field: 'expectedEndOn',
    wordings: /^(?:(?:expected )?(?:release|discharge|end) date|date of (?:release|discharge))$/,
  },
  { field: 'decisionNumber', wordings: /^(?:decision|court order)(?: (?:no|number))?$/ },
  { field: 'decisionOn', wordings: /^(?:decision|court order) date$|^date of (?:decision|court order)$/ },
  { field: 'decisionBy', wordings: /^(?:court|decided by|decision by|issuing court)$/ },
  { field: 'termMonths', wordings: /^(?:term|duration|months|term months|duration months)$/ },
  {
    field: 'ordinal',
    wordings: /^(?:times|(?:admission|treatment) (?:no|number|count)|number of (?:admissions|treatments))$/,
  },
  {
    field: 'substance',
    wordings: /^(?:drugs?|substances?|drugs? used|(?:drug|substance) type|type of drug)$/,
  },
  { field: 'dossierNumber', wordings: /^(?:file|case|dossier|record|registration)(?: (?:no|number|code))$/ },
  { field: 'ethnicity', wordings: /^(?:ethnicity|ethnic(?: group)?)$/ },
  { field: 'education', wordings: /^(?:education(?: level)?|schooling)$/ },
  { field: 'occupation', wordings: /^(?:occupation|job|profession)$/ },
  { field: 'phone', wordings: /^(?:(?:tele)?phone|mobile|contact(?: phone)?)(?: (?:no|number))?$/ },
  { field: 'zone', wordings: /^(?:zone|area|block|section)$/ },
  { field: 'room', wordings: /^room(?: (?:no|number))?$/ },
  { field: 'bed', wordings: /^bed(?: (?:no|number|code))?$/ },
  { field: 'note', wordings: /^(?:notes?|remarks?|comments?)$/ },
]

/** The field an English header names. @param words folded, single spaces, no punctuation */
export function matchEnglishHeader(words: string): ImportField | undefined {
  return WORDINGS.find(({ wordings }) => wordings.test(words))?.field
}
