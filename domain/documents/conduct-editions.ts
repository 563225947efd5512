import type { FormEdition } from './form-editions.ts'

const EVERY_TRACK: FormEdition['tracks'] = ['compulsory', 'voluntary', 'held']

/** Wordings of discipline and reward: no text read prescribes a form, so they are the house's own. */
export const CONDUCT_EDITIONS: readonly FormEdition[] = [
  {
    id: 'bien-ban-hoi-dong',
    form: 'council-minutes',
    regime: null,
    tracks: EVERY_TRACK,
    number: null,
    title: 'Biên bản họp hội đồng khen thưởng, kỷ luật',
    issuedWith: null,
    source: 'D163 Điều 125; D116 Điều 71',
    register: 'minutes',
    copies: ['Hội đồng khen thưởng, kỷ luật'],
  },
  {
    id: 'qd-ky-luat',
    form: 'discipline-decision',
    regime: null,
    tracks: EVERY_TRACK,
    number: null,
    title: 'Quyết định kỷ luật người cai nghiện',
    issuedWith: null,
    source: 'D163 Điều 125.2; D116 Điều 71.2',
    register: 'decisions',
    copies: ['Người có tên tại Điều 1', 'Tổ quản lý học viên'],
  },
  {
    id: 'qd-thi-hanh-ky-luat',
    form: 'discipline-change',
    regime: null,
    tracks: EVERY_TRACK,
    number: null,
    title: 'Quyết định về việc thi hành kỷ luật',
    issuedWith: null,
    source: 'D163 Điều 125.2; D116 Điều 71.2',
    register: 'decisions',
    copies: ['Người có tên tại Điều 1', 'Tổ quản lý học viên'],
  },
  {
    id: 'qd-khen-thuong',
    form: 'reward-decision',
    regime: null,
    tracks: EVERY_TRACK,
    number: null,
    title: 'Quyết định khen thưởng người cai nghiện',
    issuedWith: null,
    source: 'D163 Điều 125.1; D116 Điều 71.1',
    register: 'decisions',
    copies: ['Người có tên tại Điều 1', 'Tổ quản lý học viên'],
  },
]
