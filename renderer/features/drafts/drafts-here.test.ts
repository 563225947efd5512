import { describe, expect, it } from 'vitest'
import type { DeskBridge, KeptDraft } from '#domain/desk/desk-bridge.ts'
import { DraftsHere, type DraftHub, type HubAnswer } from '#renderer/features/drafts/drafts-here.ts'
import { draftName, unwrapDraft, wrapDraft } from '#renderer/features/drafts/kept-here.ts'

const OWNER = 'u1'
let clock = 0
const nextAt = () => `2026-11-22T01:00:${String((clock += 1)).padStart(2, '0')}.000Z`

/** The desktop program's drafts, in memory: they outlive a page that is closed. */
function deskDrafts(): DeskBridge['drafts'] & { kept: (KeptDraft & { owner: string })[] } {
  const kept: (KeptDraft & { owner: string })[] = []
  const without = (owner: string, form: string) =>
    kept.splice(0, kept.length, ...kept.filter((draft) => draft.owner !== owner || draft.form !== form))
  return {
    kept,
    keep: async ({ owner, form, value }) => {
      without(owner, form)
      const keptAt = nextAt()
      kept.push({ owner, form, value, keptAt })
      return { keptAt }
    },
    list: async ({ owner }) => kept.filter((draft) => draft.owner === owner),
    drop: async ({ owner, form }) => {
      without(owner, form)
      return null
    },
  }
}

/** A hub that keeps drafts as the real one does: by key, and never over another one. */
function draftHub() {
  const forms = new Map<string, { typed: Record<string, unknown>; savedAt: string }>()
  const answers = new Map<string, HubAnswer>()
  const state = { isAway: false, loseNextAnswer: false, saves: 0 }
  const hub: DraftHub = {
    save: async ({ form, typed, over, key }) => {
      if (state.isAway) return { kind: 'away' }
      const before = answers.get(key)
      if (before) return before
      const kept = forms.get(form)
      if ((kept?.savedAt ?? null) !== over) return { kind: 'other', savedAt: kept?.savedAt ?? null }
      const savedAt = nextAt()
      forms.set(form, { typed, savedAt })
      state.saves += 1
      const answer: HubAnswer = { kind: 'kept', savedAt }
      answers.set(key, answer)
      if (!state.loseNextAnswer) return answer
      state.loseNextAnswer = false
      return { kind: 'away' }
    },
  }
  return { hub, forms, state }
}

describe('drafts kept on this PC', () => {
  it('reach the hub in the order they were kept, and are then gone from the PC', async () => {
    const desk = deskDrafts()
    const { hub, forms } = draftHub()
    const drafts = new DraftsHere(desk, hub, OWNER)
    const delivered: string[] = []
    drafts.onNews((news) => delivered.push(`${news.type} ${news.form}`))
    await drafts.keep('intake:1', { name: 'An' }, () => null)
    await drafts.keep('intake:2', { name: 'Bình' }, () => null)
    await drafts.keep('intake:1', { name: 'An Nhiên' }, () => null)
    await drafts.deliver()
    expect(delivered).toEqual(['delivered intake:2', 'delivered intake:1'])
    expect(forms.get('intake:1')?.typed).toEqual({ name: 'An Nhiên' })
    expect(desk.kept).toEqual([])
  })

  it('stay while the hub is away', async () => {
    const desk = deskDrafts()
    const { hub, state } = draftHub()
    state.isAway = true
    const drafts = new DraftsHere(desk, hub, OWNER)
    await drafts.keep('intake:1', { name: 'An' }, () => null)
    await drafts.deliver()
    expect(desk.kept).toHaveLength(1)
    state.isAway = false
    await drafts.deliver()
    expect([desk.kept.length, state.saves]).toEqual([0, 1])
  })

  it('are delivered once when the answer was lost, or the program ended before it could drop them', async () => {
    const desk = deskDrafts()
    const { hub, state } = draftHub()
    const before = new DraftsHere(desk, hub, OWNER)
    await before.keep('intake:1', { name: 'An' }, () => null)
    state.loseNextAnswer = true
    await before.deliver()
    const afterRestart = new DraftsHere(desk, hub, OWNER)
    await afterRestart.deliver()
    expect([desk.kept.length, state.saves, afterRestart.conflicts().length]).toEqual([0, 1, 0])
  })

  it('never replace a newer draft of another desk: both are kept and the person is asked', async () => {
    const desk = deskDrafts()
    const { hub, forms } = draftHub()
    forms.set('intake:1', { typed: { name: 'từ máy khác' }, savedAt: nextAt() })
    const drafts = new DraftsHere(desk, hub, OWNER)
    await drafts.keep('intake:1', { name: 'gõ ở đây' }, () => '2026-11-21T00:00:00.000Z')
    await drafts.deliver()
    expect(drafts.conflicts().map(({ here }) => here.typed)).toEqual([{ name: 'gõ ở đây' }])
    expect(forms.get('intake:1')?.typed).toEqual({ name: 'từ máy khác' })
    expect(desk.kept).toHaveLength(1)
  })

  it('of two, the one on this PC is taken when chosen', async () => {
    const desk = deskDrafts()
    const { hub, forms } = draftHub()
    forms.set('intake:1', { typed: { name: 'từ máy khác' }, savedAt: nextAt() })
    const drafts = new DraftsHere(desk, hub, OWNER)
    await drafts.keep('intake:1', { name: 'gõ ở đây' }, () => null)
    await drafts.deliver()
    for (const conflict of drafts.conflicts()) await drafts.choose(conflict, 'here')
    expect(forms.get('intake:1')?.typed).toEqual({ name: 'gõ ở đây' })
    expect([desk.kept.length, drafts.conflicts().length]).toEqual([0, 0])
  })

  it('of two, the one at the hub is left when chosen, also where it was finished meanwhile', async () => {
    const desk = deskDrafts()
    const { hub, forms } = draftHub()
    const drafts = new DraftsHere(desk, hub, OWNER)
    const news: string[] = []
    drafts.onNews(({ type }) => news.push(type))
    await drafts.keep('intake:1', { name: 'gõ ở đây' }, () => '2026-11-21T00:00:00.000Z')
    await drafts.deliver()
    expect(drafts.conflicts()[0]?.hubSavedAt).toBeNull()
    for (const conflict of drafts.conflicts()) await drafts.choose(conflict, 'hub')
    expect([forms.size, desk.kept.length, drafts.conflicts().length]).toEqual([0, 0, 0])
    expect(news).toEqual(['replaced'])
  })

  it('typed on while a delivery is under way are not dropped with what was delivered', async () => {
    const desk = deskDrafts()
    const { hub, forms } = draftHub()
    const drafts = new DraftsHere(desk, hub, OWNER)
    let savedAt: string | null = null
    drafts.onNews((news) => {
      if (news.type === 'delivered') savedAt = news.savedAt
    })
    await drafts.keep('intake:1', { name: 'A' }, () => savedAt)
    const delivery = drafts.deliver()
    const later = drafts.keep('intake:1', { name: 'An' }, () => savedAt)
    await Promise.all([delivery, later])
    expect(desk.kept).toHaveLength(1)
    await drafts.deliver()
    expect(forms.get('intake:1')?.typed).toEqual({ name: 'An' })
    expect([desk.kept.length, drafts.conflicts().length]).toEqual([0, 0])
  })

  it('of another user of this PC are neither shown nor delivered', async () => {
    const desk = deskDrafts()
    const { hub, forms } = draftHub()
    await new DraftsHere(desk, hub, 'u2').keep('intake:1', { name: 'của người khác' }, () => null)
    const drafts = new DraftsHere(desk, hub, OWNER)
    await drafts.deliver()
    expect(await drafts.find('intake:1')).toBeUndefined()
    expect([forms.size, desk.kept.length]).toEqual([0, 1])
  })
})

describe('what is kept of a form', () => {
  it('comes back as it was wrapped', () => {
    const value = wrapDraft({ name: 'An' }, '2026-11-22T01:00:00.000Z')
    expect(unwrapDraft({ form: 'f', value, keptAt: 'k' })).toEqual({ form: 'f', keptAt: 'k', ...value })
  })

  it.each([[{}], [{ typed: null, over: null }], [{ typed: [], over: null }], [{ typed: {}, over: 5 }]])(
    'is not read from %o',
    (value) => {
      expect(unwrapDraft({ form: 'f', value, keptAt: 'k' })).toBeUndefined()
    },
  )

  it.each([
    ['intake:1', { name: ' Nguyễn Văn An ' }, 'Tiếp nhận Nguyễn Văn An'],
    ['sheet:1', {}, 'Phiếu thông tin'],
    ['khac', { name: 5 }, 'Biểu mẫu'],
  ])('%s with %o is called %s', (form, typed, name) => {
    expect(draftName({ form, typed })).toBe(name)
  })
})
